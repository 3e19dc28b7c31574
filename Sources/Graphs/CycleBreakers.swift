/// Edges whose removal leaves no cycle but self-loops.
package struct CycleBreakers: Sendable, Equatable {
  /// Edge numbers, ascending. Putting any one of them back would close a cycle.
  package var edges: [Int]
  /// Σ of their weights.
  package var weight: Double
  /// Whether no set of smaller weight exists: every component was small enough to be solved exactly.
  package var isMinimum: Bool
}

extension DirectedGraph {
  /// A set of edges of little weight whose removal makes every strong component acyclic.
  ///
  /// Weights must not be negative; self-loops are left alone. A component of up to
  /// ``ExactFeedback/largestSize`` nodes is solved exactly. A larger one is put in the order of
  /// ``FeedbackOrder``; then edges are put back, heaviest first, where they close no cycle. Deterministic.
  package var cycleBreakers: CycleBreakers {
    var numbers: [Int] = []
    var isMinimum = true
    for nodes in strongComponents.members where nodes.count > 1 {
      let part = induced(by: nodes).withoutLoops
      let broken: [Int]
      if nodes.count <= ExactFeedback.largestSize {
        broken = part.backEdges(of: ExactFeedback(part).order)
      } else {
        isMinimum = false
        broken = EdgeRestoration(part, order: FeedbackOrder(part).order).removed
      }
      for edge in broken.map(part.edge) {
        guard let number = edgeNumber(from: nodes[edge.source], to: nodes[edge.target]) else {
          preconditionFailure("an induced edge is an edge")
        }
        numbers.append(number)
      }
    }
    numbers.sort()
    return CycleBreakers(
      edges: numbers, weight: numbers.reduce(0) { $0 + out.weights[$1] }, isMinimum: isMinimum)
  }

  private var withoutLoops: DirectedGraph {
    removing(edges: (0..<nodeCount).compactMap { edgeNumber(from: $0, to: $0) })
  }

  /// Numbers of the edges that lead backward in `order`, ascending.
  func backEdges(of order: [Int]) -> [Int] {
    var place = [Int](repeating: 0, count: nodeCount)
    for (index, node) in order.enumerated() { place[node] = index }
    return (0..<edgeCount).filter { place[Int(sources[$0])] > place[Int(out.columns[$0])] }
  }
}
