/// An order in which every edge leads forward, by levels.
package struct TopologicalOrder: Sendable, Equatable {
  /// The nodes by level, ascending within a level.
  package var order: [Int]
  /// Longest path from a source to the node, in edges.
  package var level: [Int]

  /// The place of each node in `order`.
  package var position: [Int] {
    var position = [Int](repeating: 0, count: order.count)
    for (place, node) in order.enumerated() { position[node] = place }
    return position
  }
}

extension DirectedGraph {
  /// The topological order, or nil if there is a cycle (a self-loop is one).
  ///
  /// Kahn's algorithm (1962), one level at a time. O(nodes log nodes + edges).
  package var topologicalOrder: TopologicalOrder? {
    var missing = (0..<nodeCount).map(inDegree)
    var level = [Int](repeating: 0, count: nodeCount)
    var order: [Int] = []
    var frontier = (0..<nodeCount).filter { missing[$0] == 0 }
    var depth = 0
    while !frontier.isEmpty {
      order += frontier
      var next: [Int] = []
      for node in frontier {
        level[node] = depth
        for successor in successors(of: node) {
          missing[successor] -= 1
          if missing[successor] == 0 { next.append(successor) }
        }
      }
      frontier = next.sorted()
      depth += 1
    }
    return order.count == nodeCount ? TopologicalOrder(order: order, level: level) : nil
  }
}
