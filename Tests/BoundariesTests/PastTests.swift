import Basics
import Boundaries
import DependencyGraph
import History
import Testing

/// Who changed what, for the files of a sketch.
private struct Past {
  var commits: [ChangeHistory.Commit] = []
  let files: [String]
  private var generator = SeededGenerator(seed: 11)

  init(_ sketch: Sketch) { files = sketch.paths }

  mutating func commit(_ paths: [String], by author: Int = 0) {
    let numbers = Set(paths.map { files.firstIndex(of: $0)! }).sorted()
    commits.append(.init(id: "c\(commits.count)", author: author, files: numbers))
  }

  /// Three files at a time of each service, by people of its own.
  mutating func workByService(_ planted: PlantedServices) {
    for _ in 0..<16 {
      for (number, service) in PlantedServices.names.enumerated() {
        commit(Array(planted.members(service).shuffled(using: &generator).prefix(3)), by: number)
      }
    }
  }

  /// Three files at a time, whatever they are.
  mutating func workAnywhere(_ planted: PlantedServices) {
    let all = PlantedServices.names.flatMap { planted.members($0) }
    for number in 0..<160 {
      commit(Array(all.shuffled(using: &generator).prefix(3)), by: number % 5)
    }
  }

  func evidence(owners: (String) -> [String] = { _ in [] }) -> PastEvidence {
    PastEvidence(
      changes: ChangeHistory(
        commits: commits, fileCount: files.count,
        authorCount: (commits.compactMap(\.author).max() ?? -1) + 1),
      owners: files.map(owners))
  }
}

private func proposal(
  _ sketch: Sketch, _ past: PastEvidence?, _ options: BoundaryOptions = BoundaryOptions()
) -> (graph: CodeGraph, proposal: BoundaryProposal) {
  let graph = sketch.graph()
  return (graph, BoundaryProposer(options: options).propose(graph, past: past))
}

private func figure(_ name: String, _ proposal: BoundaryProposal) -> Double {
  proposal.method.first { $0.name == name }?.value ?? 0
}

@Test(arguments: Layout.allCases)
func `a history of the parts is trusted, one of anything is not`(layout: Layout) {
  let planted = PlantedServices(layout)
  var (parts, noise) = (Past(planted.sketch), Past(planted.sketch))
  parts.workByService(planted)
  noise.workAnywhere(planted)
  var options = BoundaryOptions()
  options.weights["teams"] = 1
  let told = proposal(planted.sketch, parts.evidence(), options).proposal
  #expect(figure("history-trust", told) > 0.9 && figure("team-trust", told) > 0.9)
  let confused = proposal(planted.sketch, noise.evidence(), options).proposal
  #expect(figure("history-trust", confused) < 0.25 && figure("team-trust", confused) < 0.25)
  // Without a weight people have no voice: only their commits speak.
  let asked = proposal(planted.sketch, parts.evidence()).proposal
  #expect(figure("history-trust", asked) > 0.9 && figure("team-trust", asked) == 0)
  let plain = proposal(planted.sketch, nil).proposal
  // Less than a half is no voice at all.
  #expect(String(describing: confused.boundaries) == String(describing: plain.boundaries))
  #expect(told.placements == plain.placements)
}

@Test func `a file that nothing refers to goes where it changes, with the reason`() throws {
  let planted = PlantedServices(.flat)
  var sketch = planted.sketch
  sketch.files.append(.init("src/zz.c"))
  var past = Past(sketch)
  past.workByService(planted)
  for part in 2..<6 {
    past.commit(["src/zz.c", "src/orders_1.c", "src/orders_\(part).c"], by: 2)
  }
  past.commit(["src/zz.c"], by: 2)
  let (graph, proposal) = proposal(sketch, past.evidence())
  let place = { (path: String) in proposal.placements[graph.file(at: path)!] }
  #expect(place("src/zz.c") == place("src/orders_1.c"))
  let member = try #require(
    proposal.boundaries.flatMap(\.members).first { graph.files[$0.file].path == "src/zz.c" })
  let change = "\"src/orders_1.c\": changed together in 4 of 5 commits, first c83"
  #expect(member.reason == "no references inside; with " + change)
}

@Test func `owners tie files that nobody changed`() throws {
  let planted = PlantedServices(.flat)
  var sketch = planted.sketch
  sketch.files.append(.init("src/zz.c"))
  let past = Past(sketch)
  let evidence = past.evidence { path in
    if path == "src/zz.c" { return ["@shipping"] }
    return PlantedServices.names.first { path.contains($0) }.map { ["@" + $0] } ?? []
  }
  let (graph, proposal) = proposal(sketch, evidence)
  let place = { (path: String) in proposal.placements[graph.file(at: path)!] }
  #expect(figure("team-trust", proposal) > 0.9)
  #expect(place("src/zz.c") == place("src/shipping_0.c"))
  let member = try #require(
    proposal.boundaries.flatMap(\.members).first { graph.files[$0.file].path == "src/zz.c" })
  #expect(member.reason.contains("\"@shipping\" owns both"))
}

@Test func `few commits, one person and weights of 0 have no voice`() {
  let planted = PlantedServices(.flat)
  let plain = proposal(planted.sketch, nil).proposal
  var few = Past(planted.sketch)
  for _ in 0..<29 { few.commit(["src/orders_1.c", "src/billing_1.c"]) }
  #expect(
    String(describing: proposal(planted.sketch, few.evidence()).proposal)
      == String(describing: plain))
  var many = Past(planted.sketch)
  many.workByService(planted)
  var options = BoundaryOptions()
  options.weights = ["history": 0, "teams": 0]
  #expect(
    String(describing: proposal(planted.sketch, many.evidence(), options).proposal)
      == String(describing: proposal(planted.sketch, nil, options).proposal))
}

@Test func `evidence moves with its files`() {
  let planted = PlantedServices(.flat)
  var past = Past(planted.sketch)
  past.workByService(planted)
  let evidence = past.evidence { ["@" + $0] }
  var generator = SeededGenerator(seed: 3)
  let origins = Array(past.files.indices).shuffled(using: &generator)
  let moved = evidence.renumbered(origins: origins)
  for (old, new) in zip(evidence.changes.commits, moved.changes.commits) {
    #expect(new.files.map { origins[$0] }.sorted() == old.files && new.files == new.files.sorted())
  }
  #expect(moved.owners == origins.map { evidence.owners[$0] })
}

@Test func `the past says the same in every run`() {
  let planted = PlantedServices(.layered)
  var past = Past(planted.sketch)
  past.workByService(planted)
  let evidence = past.evidence { $0.contains("orders") ? ["@a", "@b"] : ["@c"] }
  let first = String(describing: proposal(planted.sketch, evidence).proposal)
  var sketch = planted.sketch
  sketch.files.reverse()
  #expect(String(describing: proposal(sketch, evidence).proposal) == first)
}
