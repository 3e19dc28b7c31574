import { all } from '.'; // want: import . -> src/lib/index.ts

export class Invoice {
  pay() { all.total(1); } // want: call Invoice.pay -> total @src/lib/orders.ts
}
class Hidden {}
function internal() {}
export { internal };
