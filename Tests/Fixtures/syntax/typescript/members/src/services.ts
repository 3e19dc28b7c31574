export interface Store<T> { // want: declare type Store definition abstract
  find(id: string): T;
  all(): T[];
  later(): Promise<Order>;
}
export class Order {
  lines: Line[] = []; // want: type Order -> Line
  owner?: Customer | null; // want: type Order -> Customer
  total() { return this.lines.length; } // want: field Order.total -> Order.lines
  get first(): Line { return this.lines[0]; }
}
export class Line { price() { return 1; } }
export class Customer { greet() {} static shared = new Map<string, Customer>(); } // want: declare field Customer.shared definition mutableState
export class Base {
  protected store: Store<Order>;
  inherited() {}
  static make() { return 1; }
}
export enum State { Open = 'open', Closed = 'closed' } // want: declare constant State.Open definition
export const api = { // want: declare constant api definition
  get(id: string): Order { return api.inner.load(id); }, // want: call api.get -> api.inner.load
  put: (order: Order) => order.total(), // want: call api.put -> Order.total
  inner: { load(id: string): Order { return new Order(); } },
};
export function over(a: string): Order;
export function over(a: number): Order;
export function over(a: any): any { return a; }
