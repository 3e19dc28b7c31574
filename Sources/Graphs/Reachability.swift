package enum Direction: Sendable, Hashable, CaseIterable {
  /// Along the edges: what a node depends on.
  case forward
  /// Against the edges: what depends on a node.
  case backward
}

/// What is reached from some start nodes.
package struct Reach: Sendable, Equatable {
  /// Start nodes and reached nodes by distance, then by number.
  package var nodes: [Int]
  /// Hops from the nearest start node; nil where it is not reached.
  package var distance: [Int?]
}

extension DirectedGraph {
  /// Breadth-first search from `starts`, to at most `depth` hops if one is given.
  ///
  /// O(nodes log nodes + edges).
  package func reach(
    from starts: some Sequence<Int>, _ direction: Direction = .forward, depth: Int? = nil
  ) -> Reach {
    var distance = [Int?](repeating: nil, count: nodeCount)
    var nodes: [Int] = []
    var frontier = Set(starts).sorted()
    for node in frontier { distance[node] = 0 }
    var hops = 0
    while !frontier.isEmpty {
      nodes += frontier
      if hops == depth { break }
      hops += 1
      var next: [Int] = []
      for node in frontier {
        for neighbor in neighbors(of: node, direction) where distance[neighbor] == nil {
          distance[neighbor] = hops
          next.append(neighbor)
        }
      }
      frontier = next.sorted()
    }
    return Reach(nodes: nodes, distance: distance)
  }

  /// Successors or predecessors, ascending.
  package func neighbors(of node: Int, _ direction: Direction) -> Numbers {
    direction == .forward ? successors(of: node) : predecessors(of: node)
  }
}
