import make, { total as sum, type Line, MAXIMUM } from './lib/orders'; // want: import ./lib/orders -> src/lib/orders.ts for use
import * as orders from './lib/orders.js'; // want: import ./lib/orders.js -> src/lib/orders.ts
import { Invoice, all, renamed, External, Hidden } from './lib'; // want: import ./lib -> src/lib/index.ts
import type { Shape } from './lib/shape'; // want: import ./lib/shape -> src/lib/shape.ts for types
import { readFile } from 'node:fs'; // want: import-external node:fs
import './lib/effects'; // want: import ./lib/effects -> src/lib/effects.ts
import { gone } from './lib/missing'; // want: import-missing ./lib/missing
import styles from './main.css'; // want: import-external ./main.css
import legacy = require('./cjs/legacy'); // want: import ./cjs/legacy -> src/cjs/legacy.js
import { helper, Counter } from './cjs/legacy';
import Whole from './cjs/whole';

export function start(line: Line, shape: Shape): void { // want: type start -> Line @src/lib/orders.ts
  // want: type start -> Shape @src/lib/shape.ts
  make(); // want: call start -> create @src/lib/orders.ts
  sum(MAXIMUM); // want: call start -> total @src/lib/orders.ts
  // want: field start -> MAXIMUM @src/lib/orders.ts
  orders.total(2); // want: call start -> total @src/lib/orders.ts
  new Invoice().pay(); // want: call start -> Invoice @src/lib/invoice.ts
  // want: call start -> Invoice.pay @src/lib/invoice.ts
  all.total(3); // want: call start -> total @src/lib/orders.ts
  renamed(); // want: call start -> internal @src/lib/invoice.ts
  External.run();
  Hidden.run();
  gone();
  readFile('x', () => {});
  legacy.helper(); // want: call start -> helper @src/cjs/legacy.js
  helper(); // want: call start -> helper @src/cjs/legacy.js
  new Counter().count(); // want: call start -> Counter.count @src/cjs/legacy.js
  new Whole().open(); // want: call start -> Whole.open @src/cjs/whole.js
}

export async function later(): Promise<void> {
  const lazy = await import('./lib/lazy'); // want: import ./lib/lazy -> src/lib/lazy.ts for late
  lazy.load(); // want: call later -> load @src/lib/lazy.ts
  import('./lib/lazy').then((m) => m.load()); // want: call later -> load @src/lib/lazy.ts
  const shape: import('./lib/shape').Shape = lazy.make(); // want: type later -> Shape @src/lib/shape.ts
}

// A local hides what is imported.
export function hidden(sum: () => number) {
  sum(); // want: !call hidden -> total
}
// want: unresolved 2
