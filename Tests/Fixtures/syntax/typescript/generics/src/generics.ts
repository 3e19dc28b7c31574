abstract class Box<T extends Named = Named> { // want: type Box -> Named
  constructor(protected value: T) {}
  get(): T { return this.value; }
  named() { return this.value.label(); } // want: call Box.named -> Named.label
}
interface Named { label(): string }
class Apple implements Named { label() { return ''; } peel() {} }
class AppleBox extends Box<Apple> { // want: inherit AppleBox -> Box
  // want: type AppleBox -> Apple
  open() { this.get().peel(); } // want: call AppleBox.open -> Apple.peel
}
type Maybe<T> = T | undefined;
type Both = Named & { extra(): Apple }; // want: type Both -> Named
type Keys = keyof typeof table; // want: field Keys -> table
type Read<T> = { [K in keyof T]: T[K] extends infer U ? U : never };
const table = { a: 1 };
function same<T>(value: T): T { return value; }
function use(both: Both, box: Box<Apple>, maybe: Readonly<Apple>) {
  both.label(); // want: call use -> Named.label
  both.extra().peel(); // want: call use -> Apple.peel
  box.get().peel(); // want: call use -> Apple.peel
  maybe.peel(); // want: call use -> Apple.peel
  same(new Apple()).peel(); // want: call use -> Apple.peel
}
function isApple(thing: unknown): thing is Apple { // want: type isApple -> Apple
  return (<Apple>thing).label() === ''; // want: call isApple -> Apple.label
}
const list = (): Promise<Apple[]> => fetchAll();
async function all() {
  for (const apple of await list()) apple.peel(); // want: call all -> Apple.peel
  const first = (await list())[0]; // want: call all -> list
  first.peel(); // want: call all -> Apple.peel
}
const mixed = <B extends abstract new () => object>(base: B) => base;
class Mixed extends mixed(Box) { run() { this.get(); } } // want: type Mixed -> Box

// Overloads that give one generic type with different arguments.
declare class Query<T> {
  run(): T;
  of(): Query<T>;
}
export class Source {
  query<T>(type: T): Query<T>;
  query(): Query<unknown>;
  query(): Query<unknown> {
    return new Query();
  }
}
export function overloaded(source: Source) {
  source.query(1).of().run(); // want: call overloaded -> Source.query
  // want: call overloaded -> Query.of
  // want: call overloaded -> Query.run
}
