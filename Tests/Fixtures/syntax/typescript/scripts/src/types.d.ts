declare global {
  interface Window { shop: Shop } // want: type Window -> Shop
}
export interface Shop {}
declare module 'library' {
  export function run(): void;
}
declare namespace Deep.Inner { // want: declare namespace Deep.Inner definition
  interface Thing { name: string }
  function make(): Thing; // want: type Deep.Inner.make -> Deep.Inner.Thing
}
export function use(): Deep.Inner.Thing { // want: type use -> Deep.Inner.Thing
  return Deep.Inner.make(); // want: call use -> Deep.Inner.make
}
