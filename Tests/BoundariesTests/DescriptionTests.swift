import Basics
import Boundaries
import DependencyGraph
import Facts
import Testing

@Test(arguments: Layout.allCases) func `names are unique slugs`(layout: Layout) {
  let boundaries = Outcome(PlantedServices(layout).sketch).proposal.boundaries
  #expect(Set(boundaries.map(\.name)).count == boundaries.count)
  for boundary in boundaries {
    #expect(boundary.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    #expect(boundary.id == boundary.name)
  }
}

@Test func `a folder names its boundary`() {
  let outcome = Outcome(PlantedServices(.tree).sketch)
  for service in PlantedServices.names {
    #expect(outcome.place(Layout.tree.path(service, 0)) == service)
  }
}

@Test func `the folder that comes nearest to a part names it, not the largest within`() {
  let planted = PlantedServices(.tree)
  var sketch = planted.sketch
  let inner = Set(planted.members("billing").prefix(6))
  func moved(_ path: String) -> String {
    inner.contains(path) ? path.replacing("billing/", with: "billing/invoices/") : path
  }
  for index in sketch.files.indices {
    sketch.files[index].path = moved(sketch.files[index].path)
    sketch.files[index].calls = sketch.files[index].calls.map { (moved($0.path), $0.count) }
  }
  let outcome = Outcome(sketch)
  #expect(outcome.members["billing"]?.count == 8)
}

@Test func `in a flat folder a program names its boundary`() {
  var planted = PlantedServices(.numbered)
  planted.sketch["src/u25.c"].isProgram = true
  planted.sketch["src/u01.c"].isProgram = true
  planted.sketch["src/u02.c"].isProgram = true
  let outcome = Outcome(planted.sketch)
  #expect(outcome.place("src/u20.c") == "u25")
  #expect(outcome.boundary(of: "src/u20.c").entryPoints.map(\.line) == [1])
  // Two programs: neither speaks for the whole.
  #expect(!["u01", "u02"].contains(outcome.place("src/u00.c")))
  #expect(outcome.boundary(of: "src/u00.c").entryPoints.count == 2)
}

@Test(arguments: [Layout.bands, .flat])
func `the first words of file names tell the parts where folders do not`(
  layout: Layout
) throws {
  let outcome = Outcome(PlantedServices(layout).sketch)
  #expect(outcome.figure("name-trust") > 0.9)
  #expect(outcome.figure("folder-trust") < 0.2)
  for service in PlantedServices.names {
    let place = outcome.place(layout.path(service, 0))
    #expect(service.hasPrefix(place))
    #expect((0..<8).allSatisfy { outcome.place(layout.path(service, $0)) == place })
  }
  let level = try #require(outcome.proposal.levels.first)
  #expect(level.isRecommended && level.count == 5)
  #expect(level.reason.hasPrefix("the first words of file names reach"))
}

@Test func `names that tell nothing leave the parts to the dependencies`() throws {
  let outcome = Outcome(PlantedServices(.numbered).sketch)
  #expect(!outcome.proposal.method.contains { $0.name == "name-trust" })
  let level = try #require(outcome.proposal.levels.first)
  #expect(level.count == 5)
  #expect(level.reason.contains("the dependencies hang together most at this size"))
}

@Test(arguments: Layout.allCases) func `evidence stands where it says`(layout: Layout) {
  let sketch = PlantedServices(layout).sketch
  let outcome = Outcome(sketch)
  let places =
    outcome.proposal.boundaries.flatMap { $0.members.flatMap(\.evidence) }
    + outcome.proposal.crossings.flatMap(\.places)
  #expect(!places.isEmpty)
  for place in places {
    #expect(sketch.hasCall(outcome.graph.files[place.file].path, line: place.line))
  }
  for member in outcome.proposal.boundaries.flatMap(\.members) { #expect(!member.reason.isEmpty) }
}

@Test(arguments: Layout.allCases) func `crossings are the planted calls`(layout: Layout) {
  let outcome = Outcome(PlantedServices(layout).sketch)
  let found = outcome.proposal.crossings.map { crossing in
    let ids = [crossing.from, crossing.to].map { outcome.proposal.boundaries[$0].id }
    return "\(ids[0])>\(ids[1]) \(crossing.count) \(crossing.kinds.map(\.kind))"
  }
  let names = PlantedServices.names
  let expected = names.indices.map { index in
    let ends = [names[index], names[(index + 1) % names.count]]
      .map { outcome.place(layout.path($0, 0)) }
    return "\(ends[0])>\(ends[1]) 1 [\"call\"]"
  }
  #expect(found.sorted() == expected.sorted())
  for boundary in outcome.proposal.boundaries {
    #expect(boundary.exposes.count == 1)
    #expect(boundary.exposes.first?.references == 1)
  }
}

@Test func `tables are owned by their writer, shared by several, read by others`() {
  var sketch = PlantedServices(.flat).sketch
  sketch["src/orders_1.c"].tables = [("orders", .write), ("audit", .write)]
  sketch["src/orders_2.c"].tables = [("orders", .read), ("lonely", .read)]
  sketch["src/billing_3.c"].tables = [("orders", .read), ("audit", .write)]
  sketch["src/log.c"].tables = [("log", .write)]
  let outcome = Outcome(sketch)
  let orders = outcome.boundary(of: "src/orders_0.c")
  let billing = outcome.boundary(of: "src/billing_0.c")
  #expect(orders.owns == ["orders"] && orders.shares == ["audit"] && orders.reads == ["lonely"])
  #expect(billing.owns.isEmpty && billing.shares == ["audit"] && billing.reads == ["orders"])
}

@Test func `a boundary of two halves shows them, one of one knot shows none`() {
  var sketch = Sketch()
  let halves = ["export", "import"].map { half in (0..<8).map { "src/data/\(half)/\(half)\($0).c" }
  }
  let knot = (0..<16).map { "src/game/g\($0).c" }
  sketch.files = (halves.flatMap { $0 } + knot).map { Sketch.File($0) }
  for half in halves {
    for (index, path) in half.enumerated() {
      for step in 1...4 { sketch.call(path, half[(index + step) % half.count], times: 4) }
    }
  }
  sketch.call(halves[0][0], halves[1][0])
  for path in knot { for other in knot where other != path { sketch.call(path, other) } }
  var options = BoundaryOptions()
  options.count = 2
  let outcome = Outcome(sketch, options)
  let data = outcome.boundary(of: halves[0][0])
  #expect(data.components.map(\.name) == ["export", "import"])
  #expect(
    data.components.map { $0.files.map { outcome.graph.files[$0].path } }
      == halves.map { $0.sorted { $0.precedesBytewise($1) } })
  #expect(outcome.boundary(of: knot[0]).components.isEmpty)
}
