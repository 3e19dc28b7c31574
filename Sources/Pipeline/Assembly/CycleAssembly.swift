internal import DependencyGraph
internal import Facts
internal import Graphs
internal import ReportModel

/// Cycles between files and between modules, with the few edges whose removal breaks them.
struct CycleAssembly {
  let graph: CodeGraph

  func report() -> CycleReport {
    var report = CycleReport()
    report.files = cycles(count: graph.files.count) { Int($0) }
    report.modules = cycles(count: graph.modules.count) { Int(graph.moduleOfFile[Int($0)]) }
    return report
  }

  /// Edges under conditions that are off, and those in generated, test or vendored code, make no cycle
  /// that a maintainer could break or would care for.
  private func counts(_ edge: FileEdge) -> Int {
    guard graph.files[Int(edge.from)].role == "production",
      graph.files[Int(edge.to)].role == "production"
    else { return 0 }
    return graph.evidence[edge.groups.range].reduce(0) {
      $0 + ($1.isConditional || $1.isProbable ? 0 : $1.lines.count)
    }
  }

  private func cycles(count: Int, node: (Int32) -> Int) -> [CycleEntry] {
    var edges: [WeightedEdge] = []
    var origins: [Int: [Int]] = [:]
    for (index, edge) in graph.fileEdges.enumerated() {
      let (from, to) = (node(edge.from), node(edge.to))
      let references = counts(edge)
      guard from != to, references > 0 else { continue }
      edges.append(WeightedEdge(from, to, weight: Double(references)))
      origins[from * count + to, default: []].append(index)
    }
    let directed = DirectedGraph(nodeCount: count, edges: edges)
    let components = directed.strongComponents
    let breakers = directed.cycleBreakers.edges.map(directed.edge)
    var entries: [CycleEntry] = []
    for members in components.members where members.count > 1 {
      let own = components.componentOf[members[0]]
      let inside = members.flatMap { directed.outEdges(of: $0) }.map(directed.edge)
        .filter { components.componentOf[$0.target] == own }
      let cuts = breakers.filter { components.componentOf[$0.source] == own }
      entries.append(
        CycleEntry(
          members: members.sorted(), edges: inside.count,
          references: inside.reduce(0) { $0 + Int($1.weight) },
          breakers: cuts.sorted {
            ($0.weight, $0.source, $0.target) < ($1.weight, $1.source, $1.target)
          }
          .map { breaker($0, origins[$0.source * count + $0.target] ?? []) }))
    }
    return entries.sorted {
      $0.members.count != $1.members.count
        ? $0.members.count > $1.members.count : $0.members[0] < $1.members[0]
    }
  }

  private func breaker(_ edge: WeightedEdge, _ origins: [Int]) -> CycleEntry.Breaker {
    var places: [Place] = []
    for origin in origins where places.count < 5 {
      let file = graph.fileEdges[origin]
      for group in graph.evidence[file.groups.range]
      where !group.isConditional && !group.isProbable && places.count < 5 {
        let line = Int(graph.evidenceLines[Int(group.lines.start)])
        let path = graph.path(ofPlace: graph.place(of: group, in: file))
        places.append(Place(file: path, line: line))
      }
    }
    return CycleEntry.Breaker(
      from: edge.source, to: edge.target, references: Int(edge.weight), places: places)
  }
}
