internal import Basics
internal import Graphs

/// Boundaries that depend on each other in a circle.
enum Circles {
  /// The groups of names of which each reaches all others, sorted; `edges` by weight.
  static func find(_ edges: [(from: String, to: String, weight: Double)]) -> [[String]] {
    let names = Set(edges.flatMap { [$0.from, $0.to] }).sorted { $0.precedesBytewise($1) }
    var number: [String: Int] = [:]
    for (index, name) in names.enumerated() { number[name] = index }
    let graph = DirectedGraph(
      nodeCount: names.count,
      edges: edges.filter { $0.from != $0.to }.map {
        WeightedEdge(number[$0.from]!, number[$0.to]!, weight: $0.weight)
      })
    return graph.strongComponents.members.filter { $0.count > 1 }
      .map { $0.sorted().map { names[$0] } }
      .sorted { $0.joined(separator: "\n").precedesBytewise($1.joined(separator: "\n")) }
  }
}
