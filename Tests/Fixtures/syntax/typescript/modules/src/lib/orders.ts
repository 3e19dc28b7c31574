export interface Line { price: number } // want: declare type Line definition abstract
export const MAXIMUM = 10; // want: declare constant MAXIMUM definition
export function total(count: number): number { // want: declare function total definition
  return count;
}
export default function create() { total(1); } // want: call create -> total
