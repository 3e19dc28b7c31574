extension DirectedGraph {
  /// The nodes of a path with the fewest edges from `start` to `end`, both included; nil if none.
  ///
  /// Among equally short paths it is the one whose node numbers come first in lexicographic order.
  /// A path from a node to itself is that node alone. O(nodes + edges).
  package func shortestPath(from start: Int, to end: Int) -> [Int]? {
    var previous = [Int32](repeating: -1, count: nodeCount)
    previous[start] = Int32(start)
    var queue = [start]
    var head = 0
    while head < queue.count, previous[end] < 0 {
      let node = queue[head]
      head += 1
      for successor in successors(of: node) where previous[successor] < 0 {
        previous[successor] = Int32(node)
        queue.append(successor)
      }
    }
    guard previous[end] >= 0 else { return nil }
    var path = [end]
    while let node = path.last, node != start { path.append(Int(previous[node])) }
    return path.reversed()
  }
}
