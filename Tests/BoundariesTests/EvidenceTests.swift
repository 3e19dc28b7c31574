import Boundaries
import DependencyGraph
import Facts
import Testing

/// The five services in a tree, with a folder of jobs that write the data of two of them.
private func jobs() -> Sketch {
  var sketch = PlantedServices(.tree).sketch
  sketch["src/orders/orders_1.c"].tables = [("orders", .write)]
  sketch["src/billing/billing_1.c"].tables = [("bills", .write)]
  for (name, table) in [("cancel", "orders"), ("remind", "bills")] {
    let path = "src/jobs/\(name).c"
    sketch.files.append(.init(path))
    sketch[path].tables = [(table, .write)]
    sketch.call(path, "src/util/log.c")
  }
  sketch.call("src/jobs/cancel.c", "src/orders/orders_1.c", times: 2)
  sketch.call("src/jobs/remind.c", "src/billing/billing_1.c", times: 2)
  return sketch
}

/// Services of which all others use one, which keeps `tables` of its own beside four in each other one.
private func kernel(tables: Int) -> Outcome {
  let planted = PlantedServices(.tree)
  var sketch = planted.sketch
  let heart = planted.members("orders")
  for (number, service) in PlantedServices.names.filter({ $0 != "orders" }).enumerated() {
    for (index, path) in planted.members(service).enumerated() {
      // No file of it serves several, or it would be shared by itself.
      sketch.call(path, heart[2 * number + index % 2], times: 2)
      if index < 5 { sketch[path].maps = ["\(service)_\(index)"] }
    }
  }
  for number in 0..<tables { sketch[heart[number]].maps = ["order_\(number)"] }
  return Outcome(sketch)
}

@Test func `a part that all others use is a library, unless it keeps data of its own`() {
  #expect(kernel(tables: 0).place("src/orders/orders_0.c") == "@shared")
  #expect(kernel(tables: 4).place("src/orders/orders_0.c") == "@shared")
  #expect(kernel(tables: 5).place("src/orders/orders_0.c") == "orders")
}

@Test func `packages that lie in several modules are one tree`() {
  let planted = PlantedServices(.tree)
  var sketch = planted.sketch
  // A module for each layer, all with the same packages.
  func moved(_ path: String) -> String {
    let number = path.utf8.reduce(0) { $0 + Int($1) } % 3
    return ["api", "core", "data"][number] + "/src/main/java/org/shop/" + path.dropFirst(4)
  }
  for index in sketch.files.indices {
    sketch.files[index].path = moved(sketch.files[index].path)
    sketch.files[index].calls = sketch.files[index].calls.map { (moved($0.path), $0.count) }
  }
  let outcome = Outcome(sketch)
  #expect(outcome.figure("folder-trust") > 0.8)
  for service in PlantedServices.names {
    #expect(outcome.members[service]?.sorted() == planted.members(service).map(moved).sorted())
  }
}

@Test func `a folder without data of its own is no part: its files go to the data`() {
  let outcome = Outcome(jobs())
  #expect(outcome.place("src/jobs/cancel.c") == outcome.place("src/orders/orders_0.c"))
  #expect(outcome.place("src/jobs/remind.c") == outcome.place("src/billing/billing_0.c"))
  #expect(outcome.proposal.boundaries.count == 5)
}

@Test func `a folder with data of its own stays a part`() {
  var sketch = jobs()
  sketch["src/jobs/cancel.c"].tables.append(("runs", .write))
  sketch.call("src/jobs/cancel.c", "src/jobs/remind.c", times: 2)
  let outcome = Outcome(sketch)
  #expect(outcome.place("src/jobs/cancel.c") == "jobs")
  #expect(outcome.place("src/jobs/remind.c") == "jobs")
}

/// Folders settle where files go, not how firmly they stand there.
@Test func `stability in trusted folders is what the code shows`() {
  var sketch = PlantedServices(.tree).sketch
  let stray = "src/billing/billing_7.c"
  sketch[stray].calls = []
  for index in sketch.files.indices { sketch.files[index].calls.removeAll { $0.path == stray } }
  for part in 0..<PlantedServices.size {
    sketch.call(stray, "src/orders/orders_\(part).c", times: 3)
  }
  let outcome = Outcome(sketch)
  #expect(outcome.place(stray) == "billing")
  let boundary = outcome.boundary(of: stray)
  let members = Dictionary(
    uniqueKeysWithValues: boundary.members.map { (outcome.graph.files[$0.file].path, $0) })
  #expect(members[stray]!.stability < 0.5 && members[stray]!.confidence == .open)
  #expect(members["src/billing/billing_1.c"]!.stability > 0.8)
}

@Test(arguments: Layout.allCases) func `what shared code alone uses is shared`(layout: Layout) {
  var sketch = PlantedServices(layout).sketch
  let inner = "src/internal_\(layout).c"
  sketch.files.append(.init(inner))
  sketch.call(layout.hubs[0], inner, times: 2)
  #expect(Outcome(sketch).place(inner) == "@shared")
  // What a part uses as well is that part's.
  sketch.call(layout.path("orders", 1), inner, times: 6)
  #expect(Outcome(sketch).place(inner) != "@shared")
}

@Test func `a lonely file goes where its company is`() {
  var sketch = PlantedServices(.tree).sketch
  sketch.files += [.init("src/util/unused.c"), .init("src/orders/unused.c")]
  sketch.files.append(.init("log_text.c"))
  let outcome = Outcome(sketch)
  #expect(outcome.place("src/util/unused.c") == "@shared")
  #expect(outcome.place("src/orders/unused.c") == "orders")
  let member = outcome.boundary(of: "src/orders/unused.c").members.first {
    outcome.graph.files[$0.file].path == "src/orders/unused.c"
  }
  #expect(member?.confidence == .likely)
}

@Test func `data is a reason where there is no reference`() throws {
  var sketch = jobs()
  sketch["src/jobs/cancel.c"].calls = []
  let outcome = Outcome(sketch)
  let boundary = outcome.boundary(of: "src/jobs/cancel.c")
  let member = try #require(
    boundary.members.first { outcome.graph.files[$0.file].path == "src/jobs/cancel.c" })
  #expect(boundary.id == "orders")
  #expect(member.reason == "no references inside; it writes \"orders\", as others here do")
  #expect(member.evidence.map(\.line) == [2])
}
