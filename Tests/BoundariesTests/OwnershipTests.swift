import Boundaries
import DependencyGraph
import Facts
import Testing

@Test func `one writer owns`() {
  var sketch = CutSketch()
  sketch.function("a", in: 0)
  sketch.function("b", in: 1)
  sketch.access("a", .write, "orders", times: 2)
  sketch.access("b", .read, "orders", times: 6)
  let table = sketch.table("orders")!
  #expect(table.owner == 0)
  #expect(table.finding == nil)
  #expect(table.reason == "writes it at 2 of 2 places")
  #expect(table.parties.map(\.boundary) == [0, 1])
  #expect(table.parties.map { [$0.reads, $0.writes] } == [[0, 2], [6, 0]])
  #expect(table.parties[0].writePlaces.count == 2)
  // 1 − (¼ log₂ 4 + ¾ log₂ 4/3) / log₂ 2
  #expect(abs(table.purity! - 0.188_722) < 1e-6)
}

@Test func `purity is measured against all boundaries`() {
  var sketch = CutSketch()
  for (number, name) in ["a", "b", "c", "d"].enumerated() { sketch.function(name, in: number) }
  sketch.access("a", .write, "orders", times: 2)
  sketch.access("b", .read, "orders", times: 6)
  sketch.access("c", .write, "own", times: 3)
  for name in ["a", "b", "c", "d"] { sketch.access(name, .read, "alike") }
  #expect(abs(sketch.table("orders")!.purity! - 0.594_361) < 1e-6)
  #expect(sketch.table("own")!.purity == 1)
  #expect(abs(sketch.table("alike")!.purity!) < 1e-9)
}

@Test func `who maps a table owns it unless another writes much more`() {
  var sketch = CutSketch()
  sketch.file("src/order.java", in: 0)
  sketch.add("Order", .type)
  sketch.add("Order.change", .method)
  sketch.function("b", in: 1)
  sketch.access("Order", .define, "orders")
  sketch.access("Order.change", .write, "orders")
  sketch.access("b", .write, "orders", times: 3)
  #expect(sketch.table("orders")!.owner == 0)
  #expect(sketch.table("orders")!.reason == "maps it, writes it at 1 of 4 places")
  #expect(sketch.table("orders")!.finding == .writtenBySeveral)
  sketch.access("b", .write, "orders")
  #expect(sketch.table("orders")!.owner == 1)
}

@Test func `who maps and reads owns what another writes`() {
  var sketch = CutSketch()
  sketch.file("src/wiki.java", in: 1)
  sketch.add("Page", .type)
  sketch.function("show", in: 1)
  sketch.function("edit", in: 0)
  sketch.access("Page", .define, "pages")
  sketch.access("show", .read, "pages")
  sketch.access("edit", .write, "pages", times: 3)
  let table = sketch.table("pages")!
  #expect(table.owner == 1)
  #expect(table.reason == "maps it, reads it at 1 place")
  #expect(table.finding == .writtenByOther)
  #expect(table.way(.callOwner)?.points == 21)  // 15 + 3 * 2
  sketch.access("edit", .write, "pages")
  #expect(sketch.table("pages")!.owner == 0)
  #expect(sketch.table("pages")!.finding == nil)
}

@Test func `an owner that writes less than half is no clear one`() {
  var sketch = CutSketch()
  for (group, name) in ["a", "b", "c"].enumerated() { sketch.function(name, in: group) }
  sketch.access("a", .write, "orders", times: 3)
  for name in ["b", "c"] { sketch.access(name, .write, "orders", times: 2) }
  #expect(sketch.table("orders")!.owner == 0)
  #expect(
    sketch.table("orders")!.reason
      == "no clear owner: writes it at 3 of 7 places, more than other boundaries")
}

@Test func `what nothing writes belongs to who maps it, or to nobody`() {
  var sketch = CutSketch()
  sketch.file("src/order.java", in: 1)
  sketch.add("Country", .type)
  sketch.function("a", in: 0)
  sketch.function("b", in: 1)
  sketch.access("Country", .define, "countries")
  for name in ["a", "b"] { sketch.access(name, .read, "countries") }
  for name in ["a", "b"] { sketch.access(name, .read, "taxes") }
  sketch.access("a", .read, "zones")
  #expect(sketch.table("countries")!.owner == 1)
  #expect(sketch.table("taxes")!.owner == nil)
  #expect(sketch.table("taxes")!.ways.isEmpty)
  #expect(sketch.table("zones")!.owner == 0)
  // Nobody's data needs no contract.
  #expect(sketch.costs().contracts(0, 1) == ["call"])
}

@Test func `shared code that writes is a finding, and its first user the owner`() {
  var sketch = CutSketch()
  sketch.function("a", in: 0)
  sketch.function("b", in: 1)
  sketch.function("audit", in: -1)
  sketch.access("audit", .write, "trail", times: 2)
  sketch.use("a", "audit")
  sketch.use("b", "audit", times: 2)
  let table = sketch.table("trail")!
  #expect(table.finding == .writtenByShared)
  #expect(table.owner == 1)
  #expect(table.reason == "only shared code writes it; 2 of 3 uses of that code are here")
  #expect(table.purity == nil)
  #expect(table.way(.merge) == nil)
  // Moved to 1, what 0 calls of it crosses: 3 to move, 10 and 1 to call.
  #expect(table.way(.moveFiles)?.points == 14)
  #expect(table.way(.callOwner)?.points == 19)  // 15 + 2 * 2
}

@Test func `what shared code maps and mostly writes is nobody's because one writes it, too`() {
  var sketch = CutSketch()
  sketch.file("src/order.java", in: -1)
  sketch.add("Order", .type)
  sketch.function("save", in: -1)
  sketch.function("b", in: 1)
  sketch.access("Order", .define, "orders")
  sketch.access("save", .write, "orders", times: 3)
  sketch.access("b", .write, "orders")
  #expect(sketch.table("orders")!.owner == nil)
  #expect(sketch.table("orders")!.reason.hasPrefix("shared code maps it and writes it at 3 places"))
  sketch.access("b", .write, "orders", times: 2)
  #expect(sketch.table("orders")!.owner == 1)
}

@Test func `what a shared mapping writes is written by who uses it`() {
  var sketch = CutSketch()
  sketch.function("a", in: 0)
  sketch.file("src/order.java", in: -1)
  sketch.add("Order", .type)
  sketch.add("Order.close", .method)
  sketch.access("Order", .define, "orders")
  sketch.access("Order.close", .write, "orders")
  sketch.use("a", "Order.close")
  #expect(sketch.table("orders")!.finding == .writtenByShared)
  #expect(sketch.table("orders")!.owner == 0)
  sketch.access("a", .write, "orders")
  #expect(sketch.table("orders")!.finding == nil)
  #expect(sketch.table("orders")!.parties.map(\.maps) == [false, true])
  #expect(sketch.table("orders")!.ways.isEmpty)
}

@Test func `tests, generated code and changes of the schema own nothing`() {
  var sketch = CutSketch()
  sketch.function("a", in: 0)
  sketch.function("b", in: 1)
  sketch.function("a_test", in: -1, role: "test")
  sketch.file("db/migrate/001_fill.rb", in: 1)
  sketch.add("fill")
  sketch.access("a_test", .write, "fixtures")
  sketch.access("a", .write, "orders")
  sketch.access("a_test", .write, "orders", times: 5)
  sketch.access("fill", .write, "orders", times: 5)
  #expect(sketch.table("fixtures") == nil)
  #expect(sketch.table("orders")!.finding == nil)
  #expect(sketch.table("orders")!.parties.count == 1)
  #expect(sketch.costs().points == 0)
}

@Test func `nothing to say of nothing`() {
  var sketch = CutSketch()
  #expect(sketch.costs().crossings.isEmpty)
  sketch.function("alone", in: 0)
  sketch.access("alone", .write, "orders")
  sketch.transaction("alone")
  let costs = sketch.costs()
  #expect(costs.points == 0)
  #expect(costs.tables.map(\.owner) == [0])
  #expect(costs.tables.map(\.purity) == [1])
  #expect(costs.tables[0].ways.isEmpty)
  #expect(costs.transactions.isEmpty)
  #expect(costs.cycles.isEmpty)
}

/// `clerk` of 1 writes the orders of 0, which `book` keeps and `audit` reads.
private var twoWriters: CutSketch {
  var sketch = CutSketch()
  sketch.function("book", in: 0)
  sketch.function("audit", in: 0)
  sketch.function("clerk", in: 1)
  sketch.function("manager", in: 1)
  sketch.function("porter", in: 1)
  sketch.access("book", .write, "orders", times: 2)
  sketch.access("clerk", .write, "orders")
  sketch.use("audit", "book")
  sketch.use("manager", "clerk", times: 2)
  sketch.use("clerk", "book", times: 3)
  return sketch
}

@Test func `a writer that belongs to the owner moves`() {
  let table = twoWriters.table("orders")!
  #expect(table.owner == 0)
  #expect(table.finding == .writtenBySeveral)
  #expect(table.ways.map(\.kind) == [.merge, .moveFiles, .moveFunctions, .callOwner])
  // Now: 10 + 3 for the call, 15 + 2 for the write. Then: 10 + 2 for the manager's call. The write
  // that is to be ended is not among what is paid anyway.
  let move = table.way(.moveFiles)!
  #expect(move.points == 2)  // 17 + 3 + 12 - 30
  #expect(move.figure("files") == 1)
  #expect([move.figure("accesses-then"), move.figure("accesses-now")] == [0, 1])
  #expect(move.figure("references-then") == 2)
  #expect(move.figure("references-now") == 3)
  #expect(table.way(.moveFunctions)?.points == move.points)
  #expect(table.way(.callOwner)?.points == 17)
  // Two files become part of three; 30 points between the two go.
  #expect(table.way(.merge)?.points == -3)  // 17 + 5 * 2 - 30
}

@Test func `a writer that belongs where it is calls the owner`() {
  var sketch = twoWriters
  sketch.use("clerk", "porter", times: 4)
  sketch.use("manager", "porter")
  for name in ["x", "y", "z"] {
    sketch.function("desk_\(name)", in: 1)
    sketch.use("clerk", "desk_\(name)")
    sketch.use("manager", "desk_\(name)")
  }
  let table = sketch.table("orders")!
  #expect(table.ways.first?.kind == .merge)
  // To call porter and three desks from outside takes 4 operations and 7 places.
  #expect(table.way(.moveFiles)?.points == 49)  // 17 + 3 + 12 + 40 + 7 - 30
  #expect(table.way(.callOwner)?.points == 17)
}

@Test func `a file that writes a table of its old home would write it from outside`() {
  var sketch = twoWriters
  sketch.access("clerk", .write, "shifts")
  let table = sketch.table("orders")!
  #expect(table.way(.moveFiles)?.points == 19)  // 17 + 3 + 12 + 17 - 30
}

@Test func `of a file with more than the writer only the writer moves`() {
  var sketch = CutSketch()
  sketch.function("book", in: 0)
  sketch.access("book", .write, "orders", times: 2)
  sketch.file("src/clerk.c", in: 1)
  for name in ["write", "greet", "count"] { sketch.add(name) }
  sketch.function("manager", in: 1)
  sketch.access("write", .write, "orders")
  sketch.use("manager", "greet", times: 3)
  sketch.use("greet", "count", times: 3)
  let table = sketch.table("orders")!
  #expect(table.way(.moveFunctions)?.points == 3)  // 17 + 3 - 17
  #expect(table.way(.moveFiles)?.points == 16)  // 17 + 3 + 13 - 17
  #expect(table.ways.first?.kind == .moveFunctions)
}

@Test func `two that map a table by themselves may have one each`() {
  var sketch = CutSketch()
  for (group, name) in [(0, "A"), (1, "B")] {
    sketch.file("src/\(name).java", in: group)
    sketch.add(name, .type)
    sketch.add(name + ".save", .method)
    sketch.access(name, .define, "restaurants")
    sketch.access(name + ".save", .write, "restaurants", times: 9)
  }
  #expect(sketch.table("restaurants")!.ways.first?.kind == .splitTable)
  #expect(sketch.table("restaurants")!.ways.first?.points == 0)
  #expect(sketch.table("restaurants")!.owner == 0)
  // What belongs to the mapping stays with it.
  #expect(sketch.table("restaurants")!.way(.moveFunctions) == nil)
  sketch.use("B.save", "A")
  #expect(sketch.table("restaurants")!.way(.splitTable)?.points == 40)
}

// MARK: Transactions

/// `place` of 0 is a transaction that writes its own table; `ship` of 1 writes that of 1.
private var orders: CutSketch {
  var sketch = CutSketch()
  sketch.function("place", in: 0)
  sketch.function("ship", in: 1)
  sketch.function("desk", in: 1)
  sketch.use("desk", "ship")
  sketch.transaction("place")
  sketch.access("place", .write, "orders")
  sketch.access("ship", .write, "parcels")
  return sketch
}

@Test func `a transaction over tables of two owners is split`() {
  var sketch = orders
  #expect(sketch.costs().transactions.isEmpty)
  sketch.use("place", "ship")
  let costs = sketch.costs()
  #expect(costs.transactions.count == 1)
  #expect(costs.transactions[0].home == 0)
  #expect(costs.transactions[0].owners == [0, 1])
  #expect(costs.transactions[0].isCertain)
  #expect(costs.part(0, 1, .transaction) == [1, 0, 0, 60])
  #expect(costs.part(0, 1, .call) == [1, 1, 0, 11])
  #expect(costs.points == 71)
  #expect(sketch.table("orders")!.transactions == [0])
}

@Test func `a way out pays for the transactions that its writes split`() {
  var sketch = orders
  sketch.use("place", "ship")
  sketch.function("refund", in: 1)
  sketch.access("refund", .write, "orders")
  // The transaction is split over parcels, whoever writes orders.
  #expect(sketch.table("orders")!.way(.callOwner)?.points == 17)
  sketch.transaction("refund")
  sketch.access("refund", .write, "parcels")
  #expect(sketch.costs().transactions.count == 2)
  #expect(sketch.table("orders")!.way(.callOwner)?.points == 77)
}

@Test func `reads of another's table split nothing`() {
  var sketch = orders
  sketch.access("place", .read, "parcels")
  #expect(sketch.costs().transactions.isEmpty)
}

@Test func `the innermost transaction is the one that is split`() {
  var sketch = orders
  sketch.use("place", "ship")
  for name in ["retry", "import_all"] {
    sketch.function(name, in: 0)
    sketch.transaction(name)
  }
  sketch.use("retry", "place")
  sketch.use("import_all", "retry")
  let graph = sketch.graph()
  let costs = sketch.costs()
  #expect(costs.transactions.map { graph.symbols[$0.symbol].name } == ["place"])
  #expect(costs.transactions[0].enclosing == 2)
  #expect(costs.part(0, 1, .transaction) == [1, 0, 0, 60])
}

@Test func `transactions that call each other are one`() {
  var sketch = orders
  sketch.use("place", "ship")
  sketch.transaction("ship")
  sketch.use("ship", "place")
  let costs = sketch.costs()
  #expect(costs.transactions.count == 1)
  #expect(costs.transactions[0].enclosing == 1)
}

@Test(arguments: [1, 2]) func `one override runs, one of two may`(count: Int) {
  var sketch = orders
  sketch.file("src/carrier.java", in: 0)
  sketch.add("Carrier", .type, traits: [.definition, .abstract])
  sketch.add("Carrier.send", .method)
  sketch.use("place", "Carrier.send")
  for number in 0..<count {
    sketch.file("src/carrier\(number).java", in: 1)
    sketch.add("Carrier\(number)", .type)
    sketch.add("Carrier\(number).send", .method)
    sketch.use("Carrier\(number)", "Carrier", .implement)
    sketch.use("Carrier\(number).send", "ship")
  }
  let costs = sketch.costs()
  #expect(costs.transactions.map(\.isCertain) == [count == 1])
  #expect((costs.part(0, 1, .transaction) == nil) == (count == 2))
}

@Test func `members of a transactional type are transactions each`() {
  var sketch = CutSketch()
  sketch.file("src/service.java", in: 0)
  sketch.add("Service", .type)
  sketch.add("Service.place", .method)
  sketch.add("Service.ship", .method)
  sketch.function("b", in: 1)
  sketch.access("Service.place", .write, "orders")
  sketch.access("b", .write, "parcels", times: 2)
  sketch.access("Service.ship", .write, "parcels")
  sketch.transaction("Service")
  #expect(sketch.costs().transactions.isEmpty)
}

@Test func `the order of files does not matter`() {
  var sketch = orders
  sketch.use("place", "ship")
  sketch.access("ship", .write, "orders")
  sketch.access("place", .read, "parcels")
  #expect(
    String(describing: sketch.costs()) == String(describing: sketch.costs(reversed: true)))
}
