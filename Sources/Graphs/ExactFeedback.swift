/// The order of a small graph with the least weight of backward edges.
///
/// Dynamic programming over sets of nodes (Held and Karp 1962, Lawler 1964): the best order of a
/// set ends in some node, whose edges into the rest of the set lead backward.
/// O(2ⁿ · edges) time, O(2ⁿ) memory.
struct ExactFeedback {
  static let largestSize = 13

  private(set) var order: [Int] = []

  init(_ graph: DirectedGraph) {
    let count = graph.nodeCount
    precondition(count <= Self.largestSize, "too large to be solved exactly")
    var cost = [Double](repeating: .infinity, count: 1 << count)
    var last = [Int](repeating: 0, count: 1 << count)
    cost[0] = 0
    for set in 1..<(1 << count) {
      for node in 0..<count where set >> node & 1 == 1 {
        let rest = set & ~(1 << node)
        let total = cost[rest] + Self.weight(from: node, into: rest, graph)
        if total < cost[set] {
          cost[set] = total
          last[set] = node
        }
      }
    }
    var set = (1 << count) - 1
    while set != 0 {
      order.append(last[set])
      set &= ~(1 << last[set])
    }
    order.reverse()
  }

  private static func weight(from node: Int, into set: Int, _ graph: DirectedGraph) -> Double {
    var sum = 0.0
    for edge in graph.outEdges(of: node) where set >> Int(graph.out.columns[edge]) & 1 == 1 {
      sum += graph.out.weights[edge]
    }
    return sum
  }
}
