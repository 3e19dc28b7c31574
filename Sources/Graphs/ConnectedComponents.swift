extension UndirectedGraph {
  /// The component of each node, numbered by smallest member. O(nodes + edges).
  package var connectedComponents: [Int] {
    components { _, _ in true }
  }

  /// Components of the graph that keeps an edge only where `keeps` holds for its ends.
  package func components(keeping keeps: (Int, Int) -> Bool) -> [Int] {
    var component = [Int](repeating: -1, count: nodeCount)
    var count = 0
    var stack: [Int] = []
    for root in 0..<nodeCount where component[root] < 0 {
      component[root] = count
      stack.append(root)
      while let node = stack.popLast() {
        for neighbor in neighbors(of: node)
        where component[neighbor] < 0 && keeps(node, neighbor) {
          component[neighbor] = count
          stack.append(neighbor)
        }
      }
      count += 1
    }
    return component
  }
}

extension DirectedGraph {
  /// The weakly connected component of each node, numbered by smallest member.
  package var connectedComponents: [Int] {
    UndirectedGraph(
      nodeCount: nodeCount, edges: edges.lazy.map { WeightedEdge($0.source, $0.target) }
    ).connectedComponents
  }
}

extension UndirectedGraph {
  /// How many components are left if only edges between equal labels are kept.
  ///
  /// It equals the number of labels if every label's nodes are connected.
  public func connectedComponentCount(within labels: [Int]) -> Int {
    let component = components { labels[$0] == labels[$1] }
    return (component.max() ?? -1) + 1
  }
}
