import { api, Base, Customer, Line, Order, over, State, Store } from './services';

export class Desk extends Base implements Printer { // want: inherit Desk -> Base
  // want: implement Desk -> Printer
  private readonly names = new Names(); // want: call Desk -> Names
  handler = (order: Order) => this.close(order); // want: call Desk.handler -> Desk.close

  constructor(private readonly orders: Store<Order>, line: Line) { // want: declare field Desk.orders definition
    super(); // want: call Desk.constructor -> Base
    line.price(); // want: call Desk.constructor -> Line.price
  }

  run(...lines: Line[]) {
    this.orders.find('1').total(); // want: call Desk.run -> Store.find
    // want: call Desk.run -> Order.total
    this.names.list(); // want: call Desk.run -> Names.list
    this.inherited(); // want: call Desk.run -> Base.inherited
    super.inherited(); // want: call Desk.run -> Base.inherited
    Base.make(); // want: call Desk.run -> Base.make
    for (const line of lines) line.price(); // want: call Desk.run -> Line.price
    lines[0].price(); // want: call Desk.run -> Line.price
    lines.filter((line) => line.price() > 1).forEach((each) => each.price()); // want: call Desk.run -> Line.price
    inherited();
    // want: !call Desk.run -> inherited
  }

  async later() {
    const order = await this.orders.later(); // want: call Desk.later -> Store.later
    order.total(); // want: call Desk.later -> Order.total
    order.owner?.greet(); // want: call Desk.later -> Customer.greet
    order.first.price(); // want: call Desk.later -> Line.price
    order.lines[0].price(); // want: call Desk.later -> Line.price
    const { owner, lines: [head] } = order; // want: field Desk.later -> Order.owner
    owner.greet(); // want: call Desk.later -> Customer.greet
    head.price(); // want: call Desk.later -> Line.price
    (unknown() as Customer).greet(); // want: call Desk.later -> Customer.greet
    Customer.shared.get('a').greet(); // want: call Desk.later -> Customer.greet
  }

  close(order: Order): this {
    if (order instanceof Order) return this; // want: type Desk.close -> Order
    this.close(order).run(); // want: call Desk.close -> Desk.run
    return State.Open === 'x' ? this : this; // want: field Desk.close -> State.Open
  }
}

interface Printer {}
class Names { list() { return this; } }

export function use(desk: Desk, { owner }: Order, state = new Names()) {
  api.get('1').total(); // want: call use -> api.get
  // want: call use -> Order.total
  api.inner.load('2').total(); // want: call use -> api.inner.load
  over('a').total(); // want: call use -> over
  owner.greet(); // want: call use -> Customer.greet
  state.list().list(); // want: call use -> Names.list
  const local = (id: string): Order => api.get(id);
  local('1').total(); // want: call use -> Order.total
  const map = new Map<string, Line>();
  map.get('a').price(); // want: call use -> Line.price
  desk.nothing();
  function plain() { this.close(); }
}
// want: !call use -> Desk.close

// Nothing says what these are: no edge.
export function unknowns(given, any: any, several: Order | Line) {
  given.total();
  any.total();
  several.total();
  // want: !call unknowns -> Order.total
}
// want: unresolved 5

// A function within a function that consists of what it uses of the outer one.
export function outer(given: Given) {
  const short = () => given.take(); // want: call outer -> Given.take
  const long = () => { return short(); };
  return long;
}
export class Given {
  take(): void {}
}
