import Boundaries
import DependencyGraph
import Facts
import Testing

/// Two boundaries: `caller` in 0; `serve` and `store` in 1, which their own `desk` uses as well.
private var shop: CutSketch {
  var sketch = CutSketch()
  sketch.function("caller", in: 0)
  sketch.function("desk", in: 1)
  sketch.function("serve", in: 1)
  sketch.function("store", in: 1)
  sketch.use("desk", "serve")
  sketch.use("desk", "store")
  return sketch
}

@Test func `operations and calls are counted`() {
  var sketch = shop
  sketch.use("caller", "serve", times: 3)
  sketch.use("caller", "store")
  let costs = sketch.costs()
  #expect(costs.contracts(0, 1) == ["call"])
  #expect(costs.part(0, 1, .call) == [2, 4, 0, 24])
  #expect(costs.points == 24)
  #expect(costs.crossing(1, 0) == nil)
  #expect(costs.boundaries[0].outgoing == 24 && costs.boundaries[0].incoming == 0)
  #expect(costs.boundaries[1].outgoing == 0 && costs.boundaries[1].incoming == 24)
  #expect(costs.boundaries[0].operationsUsed == 2 && costs.boundaries[1].operationsOffered == 2)
  #expect(costs.boundaries[0].talk == 4)
  #expect(costs.crossing(0, 1)?.contracts[0].examples == ["serve", "store"])
}

@Test func `values are a library, and so is what is inherited`() {
  var sketch = shop
  sketch.file("src/money.java", in: 1)
  sketch.add("Money", .type)
  sketch.add("Money.amount", .field)
  sketch.add("Money.rounded", .method, length: 3)
  sketch.add("Base", .type)
  sketch.add("Base.run", .method)
  sketch.file("src/sub.java", in: 0)
  sketch.add("Sub", .type)
  sketch.add("Sub.work", .method)
  sketch.use("desk", "Money", .type)
  sketch.use("desk", "Base.run")
  sketch.use("Base.run", "serve")
  sketch.use("caller", "Money", .type, times: 3)
  sketch.use("caller", "Money.rounded", times: 2)
  sketch.use("Sub", "Base", .inherit)
  sketch.use("Sub.work", "Base.run")
  let costs = sketch.costs()
  #expect(costs.contracts(0, 1) == ["library"])
  #expect(costs.part(0, 1, .library) == [2, 7, 0, 4])
}

@Test func `a type is part of the calls to it`() {
  var sketch = shop
  sketch.file("src/desk.java", in: 1)
  sketch.add("Clerk", .type)
  sketch.add("Clerk.work", .method)
  sketch.use("desk", "Clerk.work")
  sketch.use("Clerk.work", "serve")
  sketch.use("caller", "Clerk", .type, times: 2)
  #expect(sketch.costs().part(0, 1, .library) == [1, 2, 0, 2])
  sketch.use("caller", "Clerk.work")
  #expect(sketch.costs().contracts(0, 1) == ["call"])
  #expect(sketch.costs().part(0, 1, .call) == [1, 3, 0, 13])
}

@Test func `to make a part is no operation of it`() {
  var sketch = shop
  sketch.file("src/clerk.java", in: 1)
  sketch.add("Clerk", .type)
  sketch.add("Clerk.Clerk", .method)
  sketch.add("Clerk.work", .method)
  sketch.use("desk", "Clerk.Clerk")
  sketch.use("Clerk.work", "serve")
  sketch.use("caller", "Clerk.Clerk")
  sketch.use("caller", "Clerk", .call)
  #expect(sketch.costs().part(0, 1, .library) == [1, 2, 0, 2])
  sketch.use("caller", "Clerk.work")
  #expect(sketch.costs().contracts(0, 1) == ["call"])
  #expect(sketch.costs().part(0, 1, .call) == [1, 3, 0, 13])
}

@Test func `an interface is called, not copied`() {
  var sketch = shop
  sketch.file("src/orders.java", in: 1)
  sketch.add("Orders", .type, traits: [.definition, .abstract])
  sketch.add("Orders.place", .method, length: 1)
  sketch.use("desk", "Orders.place")
  sketch.use("caller", "Orders.place")
  #expect(sketch.costs().part(0, 1, .call) == [1, 1, 0, 11])
}

@Test func `a small function that calls on is an operation`() {
  var sketch = shop
  sketch.file("src/small.c", in: 1)
  sketch.add("doubled", length: 3)
  sketch.add("passes_on", length: 3)
  sketch.use("passes_on", "serve")
  for name in ["doubled", "passes_on"] {
    sketch.use("desk", name)
    sketch.use("caller", name)
  }
  #expect(sketch.costs().part(0, 1, .call) == [1, 1, 0, 11])
  #expect(sketch.costs().part(0, 1, .library) == [1, 1, 0, 2])
}

@Test func `shared variables get an owner`() {
  var sketch = shop
  sketch.file("src/state.c", in: 1)
  sketch.add("open_orders", .variable, traits: [.definition, .mutableState])
  sketch.add("limit", .variable)
  sketch.use("desk", "open_orders", .globalRead)
  sketch.use("caller", "open_orders", .globalWrite, times: 2)
  sketch.use("caller", "open_orders", .globalRead)
  sketch.use("caller", "limit", .globalRead)
  // Not constant, but never written.
  sketch.add("defaults", .variable, traits: [.definition, .mutableState])
  sketch.use("caller", "defaults", .globalRead)
  #expect(sketch.costs().part(0, 1, .state) == [1, 3, 0, 26])
  #expect(sketch.costs().part(0, 1, .library) == [2, 2, 0, 4])
}

@Test func `a topic is an event for those who take from it`() {
  var sketch = shop
  sketch.access("serve", .write, "placed", of: .topic)
  sketch.access("caller", .read, "placed", of: .topic, times: 2)
  let costs = sketch.costs()
  #expect(costs.part(0, 1, .event) == [1, 0, 3, 11])
  #expect(costs.crossing(1, 0) == nil)
  #expect(costs.tables.isEmpty)
  #expect(costs.cycles.isEmpty)
}

@Test func `few reads of another's table ask, many copy`() {
  var sketch = shop
  sketch.access("store", .write, "orders")
  sketch.access("caller", .read, "orders", times: 2)
  #expect(sketch.costs().part(0, 1, .call) == [1, 0, 2, 12])
  let few = sketch.table("orders")!
  #expect(few.ways.map(\.kind) == [.askOwner, .readModel])
  #expect(few.ways.map(\.points) == [12, 22])
  sketch.function("list", in: 0)
  sketch.access("list", .read, "orders")
  #expect(sketch.costs().contracts(0, 1) == ["read-model"])
  #expect(sketch.costs().part(0, 1, .readModel) == [1, 0, 3, 23])
}

@Test func `rows of another's table are no library`() {
  var sketch = shop
  sketch.file("src/order.java", in: 1)
  sketch.add("Order", .type)
  sketch.add("Order.total", .method, length: 3)
  sketch.access("Order", .define, "orders")
  sketch.access("store", .write, "orders")
  sketch.use("caller", "Order", .type)
  sketch.use("caller", "Order.total")
  #expect(sketch.costs().contracts(0, 1) == ["read-model"])
  #expect(sketch.costs().part(0, 1, .readModel) == [1, 2, 0, 20])
  // One that only writes sends the row with its command.
  sketch.access("caller", .write, "orders")
  #expect(sketch.costs().part(0, 1, .write) == [1, 0, 1, 17])
  #expect(sketch.costs().part(0, 1, .library) == [1, 2, 0, 2])
}

@Test func `a mapping goes to the owner of its table, or is copied`() {
  var sketch = shop
  sketch.file("src/order.java", in: 1)
  sketch.add("Order", .type)
  sketch.add("Order.close", .method)
  sketch.use("Order.close", "serve")
  sketch.use("desk", "Order", .type)
  sketch.access("Order", .define, "orders")
  sketch.access("caller", .write, "orders")
  sketch.use("caller", "Order.close", times: 2)
  #expect(sketch.table("orders")!.owner == 0)
  #expect(sketch.costs().contracts(0, 1) == ["move"])
  #expect(sketch.costs().part(0, 1, .move) == [1, 2, 0, 3])
  sketch.function("other", in: 2)
  sketch.use("other", "Order.close")
  #expect(sketch.costs().contracts(2, 1) == ["library"])
}

@Test func `what only the other side uses moves`() {
  var sketch = shop
  sketch.function("guest", in: 1)
  sketch.use("caller", "guest", times: 3)
  sketch.use("guest", "serve", times: 2)
  #expect(sketch.costs().part(0, 1, .move) == [1, 3, 0, 3])
  // It uses as much of its own side as is used of it: a door of its boundary.
  sketch.use("guest", "store")
  #expect(sketch.costs().part(0, 1, .call) == [1, 3, 0, 13])
}

@Test(arguments: ["own", "shared", "data", "entry"])
func `what has a reason to be there stays`(reason: String) {
  var sketch = shop
  sketch.file("src/guest.c", in: 1)
  sketch.add(
    "guest", traits: reason == "entry" ? [.definition, .entryPoint] : .definition)
  sketch.use("caller", "guest", times: 3)
  switch reason {
  case "own": sketch.use("desk", "guest")
  case "shared":
    sketch.function("helper", in: -1)
    sketch.use("helper", "guest")
  case "data": sketch.access("guest", .read, "guests")
  default: break
  }
  #expect(sketch.costs().part(0, 1, .call) == [1, 3, 0, 13])
}

@Test func `tests make no user`() {
  var sketch = shop
  sketch.function("guest", in: 1)
  sketch.function("guest_test", in: -1, role: "test")
  sketch.use("guest_test", "guest", times: 9)
  sketch.use("caller", "guest")
  #expect(sketch.costs().part(0, 1, .move) == [1, 1, 0, 3])
}

@Test func `a lone import is a library of one file`() {
  var sketch = shop
  sketch.include("src/caller.c", "src/serve.c")
  let costs = sketch.costs()
  #expect(costs.part(0, 1, .library) == [1, 0, 0, 2])
  #expect(costs.crossing(0, 1)?.imports == 1)
  sketch.use("caller", "serve")
  #expect(sketch.costs().contracts(0, 1) == ["call"])
}

@Test func `the cheaper dependency of a circle is to turn around`() {
  var sketch = shop
  sketch.function("other", in: 0)
  sketch.use("other", "caller")
  sketch.use("caller", "serve", times: 2)
  sketch.use("caller", "store", times: 2)
  sketch.use("serve", "caller")
  let costs = sketch.costs()
  #expect(costs.cycles.map(\.members) == [[0, 1]])
  let breakers = costs.cycles[0].breakers
  #expect(breakers.map { [$0.from, $0.to, $0.references] } == [[1, 0, 1]])
  #expect(breakers[0].points == 11)
  #expect(costs.part(1, 0, .cycle) == [1, 0, 0, 30])
  #expect(costs.points == 24 + 11 + 30)
}

@Test func `events and libraries close no circle`() {
  var sketch = shop
  sketch.use("caller", "serve")
  sketch.access("caller", .write, "asked", of: .queue)
  sketch.access("serve", .read, "asked", of: .queue)
  #expect(sketch.costs().contracts(1, 0) == ["event"])
  #expect(sketch.costs().cycles.isEmpty)
}

@Test(arguments: Layout.allCases)
func `contracts hold every reference of a crossing`(layout: Layout) {
  let outcome = Outcome(PlantedServices(layout).sketch)
  let costs = CutCosts(outcome.graph, outcome.proposal)
  for crossing in outcome.proposal.crossings {
    let cost = costs.crossing(crossing.from, crossing.to)
    #expect(cost?.contracts.reduce(cost!.imports) { $0 + $1.references } == crossing.count)
  }
  #expect(!costs.crossings.isEmpty)
}

@Test func `what waits stops with what it waits for, by all ways`() {
  var sketch = CutSketch()
  for (index, name) in ["web", "orders", "stock", "mail", "types"].enumerated() {
    sketch.function(name, in: index)
  }
  sketch.add("Money", .type, length: 5)
  // Others use stock too, so that it is no guest of orders.
  sketch.use("web", "orders", times: 3)
  sketch.use("orders", "stock", times: 2)
  sketch.use("mail", "stock")
  sketch.use("orders", "Money", .type)
  sketch.use("mail", "Money", .type)
  sketch.use("web", "Money", .type)
  sketch.access("orders", .write, "orders")
  sketch.access("stock", .write, "stock")
  let costs = sketch.costs()
  let outlook = SplitOutlook(costs)
  #expect(outlook.stopsWith[2] == [0, 1, 3])
  #expect(outlook.stopsWith[1] == [0])
  #expect(outlook.stopsWith[0].isEmpty && outlook.stopsWith[3].isEmpty)
  // A type goes to a library: nobody waits for it.
  #expect(outlook.stopsWith[4].isEmpty)
  #expect(outlook.dataOwners == 2)
  #expect(outlook.operations == 2 && outlook.talk == 6)
}
