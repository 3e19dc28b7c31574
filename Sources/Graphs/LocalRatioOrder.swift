/// An order from the local-ratio method of Demetrescu and Finocchi (2003).
///
/// As long as there is a cycle, the weight of its lightest edge is taken off all its edges; what
/// has no weight left is out. One depth-first search finds all cycles: it goes on from where a cycle
/// lost an edge instead of starting anew. O(edges + Σ length of the cycles).
struct LocalRatioOrder {
  private let graph: DirectedGraph
  private var rest: [Double]
  private var isOut: [Bool]
  private var nextEdge: [Int]
  /// 0 for an open node, -1 for a finished one, else 1 + its place on the path.
  private var state: [Int]
  private var path: [Int] = []
  private var finished: [Int] = []

  init(_ graph: DirectedGraph) {
    self.graph = graph
    rest = graph.out.weights
    isOut = rest.map { $0 <= 0 }
    nextEdge = (0..<graph.nodeCount).map { graph.outEdges(of: $0).lowerBound }
    state = [Int](repeating: 0, count: graph.nodeCount)
  }

  mutating func run() -> [Int] {
    for root in 0..<graph.nodeCount where state[root] == 0 {
      push(root)
      while let node = path.last { step(node) }
    }
    return finished.reversed()
  }

  private mutating func push(_ node: Int) {
    path.append(node)
    state[node] = path.count
  }

  /// The edge at hand is passed only when it is out or leads to a finished node.
  private mutating func step(_ node: Int) {
    let edge = nextEdge[node]
    guard edge < graph.outEdges(of: node).upperBound else {
      path.removeLast()
      state[node] = -1
      finished.append(node)
      return
    }
    let target = Int(graph.out.columns[edge])
    if isOut[edge] || state[target] < 0 {
      nextEdge[node] += 1
    } else if state[target] == 0 {
      push(target)
    } else {
      reduceCycle(from: state[target] - 1)
    }
  }

  /// The cycle is the path from this place on; each of its nodes has its edge of the cycle at hand.
  private mutating func reduceCycle(from first: Int) {
    var least = Double.infinity
    for node in path[first...] { least = min(least, rest[nextEdge[node]]) }
    var cut: Int?
    for place in first..<path.count {
      let edge = nextEdge[path[place]]
      rest[edge] -= least
      if rest[edge] <= 0 {
        isOut[edge] = true
        cut = cut ?? place
      }
    }
    while path.count > (cut ?? first) + 1, let node = path.popLast() { state[node] = 0 }
  }
}
