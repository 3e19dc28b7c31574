extension DirectedGraph {
  /// The graph with every edge turned around.
  package var reversed: DirectedGraph {
    DirectedGraph(
      nodeCount: nodeCount,
      edges: edges.lazy.map { WeightedEdge($0.target, $0.source, weight: $0.weight) })
  }

  /// The graph without the edges of these numbers; the others are numbered anew.
  package func removing(edges numbers: some Sequence<Int>) -> DirectedGraph {
    var isRemoved = [Bool](repeating: false, count: edgeCount)
    for number in numbers { isRemoved[number] = true }
    let kept = (0..<edgeCount).filter { !isRemoved[$0] }
    return DirectedGraph(nodeCount: nodeCount, edges: kept.lazy.map(edge))
  }

  /// The graph of `nodes` and the edges among them; node `i` of the result is `nodes[i]`.
  package func induced(by nodes: [Int]) -> DirectedGraph {
    var position = [Int32](repeating: -1, count: nodeCount)
    for (index, node) in nodes.enumerated() { position[node] = Int32(index) }
    var kept: [WeightedEdge] = []
    for (index, node) in nodes.enumerated() {
      for number in outEdges(of: node) {
        let target = Int(position[Int(out.columns[number])])
        if target >= 0 { kept.append(WeightedEdge(index, target, weight: out.weights[number])) }
      }
    }
    return DirectedGraph(nodeCount: nodes.count, edges: kept)
  }

  /// The graph of groups: `group[node]` in `0..<count`; weights between groups are added, edges
  /// inside a group become its self-loop.
  package func quotient(by group: [Int], count: Int) -> DirectedGraph {
    precondition(group.count == nodeCount, "one group a node")
    return DirectedGraph(
      nodeCount: count,
      edges: edges.lazy.map {
        WeightedEdge(group[$0.source], group[$0.target], weight: $0.weight)
      })
  }
}
