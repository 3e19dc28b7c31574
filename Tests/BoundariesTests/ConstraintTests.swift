import Boundaries
import DependencyGraph
import Facts
import Testing

private func files(_ graph: CodeGraph, _ paths: [String]) -> [Int] {
  paths.map { graph.file(at: $0)! }.sorted()
}

@Test(arguments: Layout.allCases) func `a pinned file goes to the boundary and moves no other`(
  layout: Layout
) {
  let planted = PlantedServices(layout)
  let free = Outcome(planted.sketch)
  let pinned = layout.path("orders", 3)
  let target = free.place(layout.path("billing", 0))
  let outcome = Outcome(planted.sketch) { graph in
    var constraints = BoundaryConstraints()
    constraints.named = [
      .init(
        id: target, name: nil, members: files(graph, [pinned]),
        core: files(graph, planted.members("billing")), isSettled: false, decisions: ["move it"])
    ]
    return constraints
  }
  #expect(outcome.place(pinned) == target)
  #expect(outcome.boundary(of: pinned).decisions == ["move it"])
  let member = outcome.boundary(of: pinned).members.first {
    outcome.graph.files[$0.file].path == pinned
  }!
  #expect(member.reason == "decided" && member.confidence == .firm)
  for path in planted.sketch.paths where path != pinned {
    #expect(outcome.place(path) == free.place(path))
  }
}

@Test(arguments: Layout.allCases) func `files are kept together and apart`(layout: Layout) {
  let planted = PlantedServices(layout)
  let together = [layout.path("orders", 1), layout.path("catalog", 1)]
  let apart = [layout.path("billing", 1), layout.path("billing", 2)]
  let outcome = Outcome(planted.sketch) { graph in
    var constraints = BoundaryConstraints()
    constraints.together = [files(graph, together)]
    constraints.apart = [apart.map { files(graph, [$0]) }]
    return constraints
  }
  #expect(outcome.place(together[0]) == outcome.place(together[1]))
  #expect(outcome.place(apart[0]) != outcome.place(apart[1]))
}

@Test func `small and lonely parts are not joined to what they are kept apart from`() {
  var sketch = PlantedServices(.flat).sketch
  sketch.files.append(.init("src/orders_tail.c"))
  sketch.call("src/orders_tail.c", "src/orders_1.c", times: 9)
  sketch.files.append(.init("src/orders_lonely.c"))
  let outcome = Outcome(sketch) { graph in
    var constraints = BoundaryConstraints()
    let others = files(graph, PlantedServices(.flat).members("orders"))
    constraints.apart = ["tail", "lonely"].map {
      [files(graph, ["src/orders_\($0).c"]), others]
    }
    return constraints
  }
  for part in 0..<PlantedServices.size {
    #expect(outcome.place("src/orders_\(part).c") != outcome.place("src/orders_tail.c"))
    #expect(outcome.place("src/orders_\(part).c") != outcome.place("src/orders_lonely.c"))
  }
}

@Test(arguments: Layout.allCases) func `decided labels hold`(layout: Layout) {
  let planted = PlantedServices(layout)
  let shared = layout.path("orders", 1)
  let dead = layout.path("orders", 2)
  let outcome = Outcome(planted.sketch) { graph in
    var constraints = BoundaryConstraints()
    constraints.shared = files(graph, [shared])
    constraints.dead = files(graph, [dead])
    return constraints
  }
  #expect(outcome.place(shared) == "@shared")
  #expect(outcome.place(dead) == "@tool")
  let reasons = outcome.proposal.shared.map {
    outcome.graph.files[$0.file].path + ": " + $0.reason
  }
  #expect(reasons.contains(shared + ": decided to be shared"))
  #expect(reasons.contains(dead + ": decided to be dead"))
  #expect(outcome.proposal.shared.map(\.file) == outcome.proposal.shared.map(\.file).sorted())
}

@Test(arguments: Layout.allCases) func `a settled boundary keeps its members, id and name`(
  layout: Layout
) {
  let planted = PlantedServices(layout)
  let members = (0..<4).map { layout.path("orders", $0) } + [layout.hubs[0]]
  let rival = Outcome(planted.sketch).place(layout.path("billing", 0))
  let outcome = Outcome(planted.sketch) { graph in
    var constraints = BoundaryConstraints()
    constraints.named = [
      .init(
        id: rival, name: rival, members: files(graph, members), core: [], isSettled: true,
        decisions: ["accept"])
    ]
    return constraints
  }
  for path in members { #expect(outcome.place(path) == rival) }
  let boundaries = outcome.proposal.boundaries
  #expect(Set(boundaries.map(\.id)).count == boundaries.count)
  #expect(Set(boundaries.map(\.name)).count == boundaries.count)
  #expect(outcome.boundary(of: members[0]).name == rival)
}

@Test func `a settled boundary takes in no other part that nobody accepted`() {
  let planted = PlantedServices(.flat)
  let free = Outcome(planted.sketch)
  let accepted = planted.members("billing")
  let joined = planted.members("orders")
  var sketch = planted.sketch
  // So many ties that both are one part where nobody says otherwise.
  for (one, other) in zip(accepted, joined) { sketch.call(one, other, times: 2) }
  let outcome = Outcome(sketch) { graph in
    var constraints = BoundaryConstraints()
    constraints.named = [
      .init(
        id: "billing", name: nil, members: files(graph, accepted), core: files(graph, accepted),
        isSettled: true, decisions: ["accept it"])
    ]
    return constraints
  }
  #expect(Set(accepted.map { outcome.place($0) }) == ["billing"])
  #expect(free.place(joined[0]) != free.place(accepted[0]))
  #expect(joined.count { outcome.place($0) == "billing" } * 2 < joined.count)
}

@Test func `what is left of an earlier boundary keeps its identity and name`() {
  let planted = PlantedServices(.tree)
  var sketch = planted.sketch
  let gone = planted.members("orders")[0]
  sketch.files.removeAll { $0.path == gone }
  for index in sketch.files.indices { sketch.files[index].calls.removeAll { $0.path == gone } }
  let outcome = Outcome(sketch) { graph in
    var constraints = BoundaryConstraints()
    let files = { (service: String) in
      planted.members(service).compactMap { graph.file(at: $0) }
    }
    constraints.earlier = [
      .init(id: "sales", name: "Sales", members: files("orders")),
      // A name that another boundary would get by itself, and one that is gone.
      .init(id: "catalog", name: "catalog", members: files("billing")),
      .init(id: "old", name: "old", members: [files("shipping")[0]]),
    ]
    return constraints
  }
  #expect(outcome.place(planted.members("orders")[1]) == "sales")
  #expect(outcome.boundary(of: planted.members("orders")[1]).name == "Sales")
  #expect(outcome.place(planted.members("billing")[0]) == "catalog")
  #expect(outcome.place(planted.members("catalog")[0]) == "catalog-2")
  #expect(outcome.place(planted.members("shipping")[0]) == "shipping")
}
