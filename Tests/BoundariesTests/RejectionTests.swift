import DependencyGraph
import Facts
import Testing

@testable import Boundaries

/// The outcome after `paths` were rejected as one boundary, with what else was decided.
private func outcome(
  _ sketch: Sketch, rejecting groupings: [[String]], count: Int? = nil,
  _ more: (CodeGraph, inout BoundaryConstraints) -> Void = { _, _ in }
) -> Outcome {
  var options = BoundaryOptions()
  options.count = count
  return Outcome(sketch, options) { graph in
    var constraints = BoundaryConstraints()
    constraints.rejected = groupings.map { $0.map { graph.file(at: $0)! }.sorted() }
    more(graph, &constraints)
    return constraints
  }
}

extension Outcome {
  /// Whether a boundary is the grouping again, or has all but a few of its files.
  fileprivate func hasAgain(_ paths: [String]) -> Bool {
    let files = paths.map { graph.file(at: $0)! }
    return proposal.boundaries.contains {
      BoundaryConstraints.isSame($0.members.map(\.file), files)
    }
  }

  fileprivate func places(_ paths: [String]) -> Set<String> { Set(paths.map(place)) }
}

/// Two of the five services in one knot, which only a closer look tells apart.
private func knotted(_ layout: Layout) -> (sketch: Sketch, knot: [String], planted: PlantedServices)
{
  var planted = PlantedServices(layout)
  for part in 0..<PlantedServices.size {
    let (a, b) = (layout.path("orders", part), layout.path("billing", part))
    planted.sketch.call(a, b, times: 12)
    planted.sketch.call(b, layout.path("orders", (part + 1) % PlantedServices.size), times: 3)
  }
  return (planted.sketch, planted.members("billing") + planted.members("orders"), planted)
}

@Test(arguments: Layout.allCases, PlantedServices.names)
func `a rejected boundary does not come back, nor nearly`(layout: Layout, service: String) {
  let planted = PlantedServices(layout)
  let members = planted.members(service)
  #expect(Outcome(planted.sketch).hasAgain(members))
  let result = outcome(planted.sketch, rejecting: [members])
  #expect(!result.hasAgain(members))
  // Nobody asked for a change of the others.
  for other in PlantedServices.names where other != service {
    #expect(result.places(planted.members(other)).count == 1)
  }
  let least = members.count - Int((0.75 * Double(members.count)).rounded(.up)) + 1
  for id in result.places(members) {
    #expect(members.count { result.place($0) == id } <= members.count - least)
  }
}

@Test(arguments: [Layout.layered, .bands, .flat])
func `two services in one boundary come apart where they are two`(layout: Layout) {
  let (sketch, knot, planted) = knotted(layout)
  #expect(outcome(sketch, rejecting: [], count: 4).hasAgain(knot))
  for count in [nil, 4, 6] {
    let result = outcome(sketch, rejecting: [knot], count: count)
    #expect(!result.hasAgain(knot))
    if let count { #expect(result.proposal.boundaries.count == count) }
  }
  let result = outcome(sketch, rejecting: [knot], count: 5)
  #expect(
    result.places(planted.members("orders")).isDisjoint(
      with: result.places(planted.members("billing"))) || !result.hasAgain(knot))
}

@Test(arguments: Layout.allCases) func `all boundaries can be rejected, one after another`(
  layout: Layout
) {
  let planted = PlantedServices(layout)
  var rejected: [[String]] = []
  for _ in 0..<4 {
    let result = outcome(planted.sketch, rejecting: rejected)
    for grouping in rejected { #expect(!result.hasAgain(grouping)) }
    #expect(result.proposal.placements.count == planted.sketch.files.count)
    rejected += result.proposal.boundaries.map(result.paths).filter { $0.count > 3 }.prefix(2)
  }
}

@Test(arguments: Layout.allCases) func `what cannot come apart goes where its ties lead`(
  layout: Layout
) {
  let planted = PlantedServices(layout)
  let members = planted.members("orders")
  let result = outcome(planted.sketch, rejecting: [members]) { graph, constraints in
    constraints.together = [members.map { graph.file(at: $0)! }.sorted()]
  }
  #expect(result.places(members).count == 1)
  #expect(!result.hasAgain(members))
}

@Test(arguments: Layout.allCases) func `other decisions go before a rejection`(layout: Layout) {
  let planted = PlantedServices(layout)
  let members = planted.members("orders")
  func settle(_ files: ArraySlice<String>) -> Outcome {
    outcome(planted.sketch, rejecting: [members]) { graph, constraints in
      constraints.named = [
        .init(
          id: "kept", name: nil, members: files.map { graph.file(at: $0)! }.sorted(), core: [],
          isSettled: true, decisions: ["accept"])
      ]
    }
  }
  let whole = settle(members[...])
  #expect(whole.places(members) == ["kept"])
  // Half of it is settled: the rest stays away from there.
  let half = settle(members[..<4])
  #expect(half.places(Array(members[..<4])) == ["kept"])
  #expect(!half.hasAgain(members))
}

@Test func `a rejection of what is not proposed changes nothing`() {
  let planted = PlantedServices(.flat)
  let mixed = (0..<4).flatMap { [Layout.flat.path("orders", $0), Layout.flat.path("billing", $0)] }
  #expect(outcome(planted.sketch, rejecting: [mixed, []]).text == Outcome(planted.sketch).text)
}

@Test func `files without a tie go with one side`() {
  var sketch = PlantedServices(.flat).sketch
  let loose = (0..<5).map { "src/orders_loose\($0).c" }
  sketch.files += loose.map(Sketch.File.init)
  let free = Outcome(sketch)
  let home = free.place(loose[0])
  let grouping = free.members[home]!
  let result = outcome(sketch, rejecting: [grouping])
  #expect(!result.hasAgain(grouping))
  for path in loose {
    #expect(result.boundary(of: path).members.count > 1, "\(path)")
  }
}

@Test(arguments: [
  (0, 0, false), (4, 4, true), (3, 4, true), (4, 3, true), (2, 4, false), (4, 2, false),
  (1, 1, true), (1, 2, false),
])
func `sets that share three quarters are the same grouping`(a: Int, b: Int, isSame: Bool) {
  #expect(BoundaryConstraints.isSame(Array(0..<a), Array(0..<b)) == isSame)
}

@Test(arguments: [
  ([[1, 2, 3], [4, 5], [6]], [[1, 2, 3], [4, 5, 6]]),
  ([[1, 2, 3], [4], [5]], [[1, 2, 3], [4, 5]]),
  ([[1, 2], [3, 4]], [[1, 2], [3, 4]]),
  ([[1], [2], [3]], [[1, 2, 3]]), ([[1, 2, 3], [4]], [[1, 2, 3, 4]]),
])
func `what comes apart one by one is no service of one file`(sides: [[Int]], expected: [[Int]]) {
  #expect(RejectedGroupings.joiningSingles(sides) == expected)
}
