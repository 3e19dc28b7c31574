/// An order of the nodes with little weight of backward edges, by local search.
///
/// Starts from ``GreedyOrder`` and from ``LocalRatioOrder`` and keeps the better result. A node is
/// taken out and put where it costs least, until no such move helps; then the order is turned around
/// and improved again, as long as that pays (Chanas and Kobyłka 1996). A pass is
/// O(nodes · shift + edges log degree).
struct FeedbackOrder {
  private let graph: DirectedGraph
  private(set) var order: [Int]
  private var place: [Int]
  private var sweep: [(place: Int, change: Double)] = []

  /// Bounds the passes; each of them lowers the cost, and in practice a handful is enough.
  private static let mostPasses = 64

  init(_ graph: DirectedGraph) {
    self.graph = graph
    order = []
    place = [Int](repeating: 0, count: graph.nodeCount)
    var greedy = GreedyOrder(graph)
    var localRatio = LocalRatioOrder(graph)
    var best = search(from: greedy.run())
    let other = search(from: localRatio.run())
    if other.cost < best.cost - Self.margin(best.cost) { best = other }
    adopt(best.order)
  }

  /// The best order found from this start.
  private mutating func search(from start: [Int]) -> (order: [Int], cost: Double) {
    adopt(start)
    settle()
    var best = (order: order, cost: cost)
    for _ in 0..<Self.mostPasses {
      adopt(best.order.reversed())
      settle()
      let reached = cost
      if reached >= best.cost - Self.margin(best.cost) { break }
      best = (order, reached)
    }
    return best
  }

  /// Σ of the weights of backward edges.
  var cost: Double {
    (0..<graph.edgeCount).reduce(0) { sum, edge in
      let isBack = place[Int(graph.sources[edge])] > place[Int(graph.out.columns[edge])]
      return isBack ? sum + graph.out.weights[edge] : sum
    }
  }

  private static func margin(_ cost: Double) -> Double { 1e-9 * (1 + cost) }

  private mutating func adopt(_ order: [Int]) {
    self.order = order
    for (index, node) in order.enumerated() { place[node] = index }
  }

  private mutating func settle() {
    for _ in 0..<Self.mostPasses {
      var moved = false
      for node in 0..<graph.nodeCount where improve(node) { moved = true }
      if !moved { return }
    }
  }

  /// Puts `node` right after the neighbour, or before them all, where its backward edges are
  /// lightest; stays where it is unless that is better.
  private mutating func improve(_ node: Int) -> Bool {
    collectNeighbors(of: node)
    var cost = 0.0
    var here = 0.0
    var best = (cost: 0.0, after: -1)
    for (neighbor, change) in sweep {
      cost += change
      if neighbor < place[node] { here = cost }
      if cost < best.cost { best = (cost, neighbor) }
    }
    guard best.cost < here - Self.margin(abs(here)) else { return false }
    move(from: place[node], toAfter: best.after)
    return true
  }

  /// Passing a neighbour makes the edge to it lead backward and the edge from it forward.
  private mutating func collectNeighbors(of node: Int) {
    sweep.removeAll(keepingCapacity: true)
    for edge in graph.outEdges(of: node) {
      sweep.append((place[Int(graph.out.columns[edge])], graph.out.weights[edge]))
    }
    for edge in graph.inEdges(of: node) {
      sweep.append((place[Int(graph.sources[edge])], -graph.out.weights[edge]))
    }
    // Of two edges with one neighbour the rise comes first: between them lies no place to stop.
    sweep.sort { $0.place != $1.place ? $0.place < $1.place : $0.change > $1.change }
  }

  private mutating func move(from: Int, toAfter after: Int) {
    let node = order[from]
    let to = after < from ? after + 1 : after
    let step = to < from ? -1 : 1
    for slot in stride(from: from, to: to, by: step) {
      order[slot] = order[slot + step]
      place[order[slot]] = slot
    }
    order[to] = node
    place[node] = to
  }
}
