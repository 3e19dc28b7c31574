/// The greedy order of Eades, Lin and Smyth (1993), with edge weights.
///
/// Sinks go to the end, sources to the front; when there is neither, the node with the largest
/// surplus of outgoing over incoming weight goes to the front. O((nodes + edges) · log nodes).
struct GreedyOrder {
  private let graph: DirectedGraph
  private var outCount: [Int]
  private var inCount: [Int]
  private var surplus: [Double]
  private var isPlaced: [Bool]
  private var best: MaximumTree
  private var sinks: [Int]

  init(_ graph: DirectedGraph) {
    self.graph = graph
    let nodes = 0..<graph.nodeCount
    outCount = nodes.map(graph.outDegree)
    inCount = nodes.map(graph.inDegree)
    surplus = nodes.map { graph.outWeight(of: $0) - graph.inWeight(of: $0) }
    isPlaced = nodes.map { _ in false }
    let degrees = zip(surplus, inCount)
    best = MaximumTree(degrees.map { $1 == 0 ? .infinity : $0 })
    sinks = nodes.filter { graph.outDegree(of: $0) == 0 }
  }

  mutating func run() -> [Int] {
    var front: [Int] = []
    var back: [Int] = []
    while front.count + back.count < graph.nodeCount {
      if let sink = sinks.popLast() {
        if isPlaced[sink] { continue }
        back.append(sink)
        place(sink)
      } else {
        front.append(best.index)
        place(best.index)
      }
    }
    return front + back.reversed()
  }

  private mutating func place(_ node: Int) {
    isPlaced[node] = true
    best.set(node, -.infinity)
    for edge in graph.outEdges(of: node) {
      let target = Int(graph.out.columns[edge])
      inCount[target] -= 1
      surplus[target] += graph.out.weights[edge]
      if !isPlaced[target] { best.set(target, inCount[target] == 0 ? .infinity : surplus[target]) }
    }
    for edge in graph.inEdges(of: node) {
      let source = Int(graph.sources[edge])
      outCount[source] -= 1
      surplus[source] -= graph.out.weights[edge]
      if isPlaced[source] { continue }
      if outCount[source] == 0 { sinks.append(source) }
      best.set(source, inCount[source] == 0 ? .infinity : surplus[source])
    }
  }
}

/// Keys of which the largest is known, the lower index first among equals.
struct MaximumTree {
  private var keys: [Double]
  private var winner: [Int]
  private let leaves: Int

  init(_ keys: [Double]) {
    self.keys = keys
    leaves = keys.count
    winner = [Int](repeating: 0, count: leaves) + Array(0..<leaves)
    for slot in stride(from: leaves - 1, to: 0, by: -1) { refresh(slot) }
  }

  /// The index of the largest key. O(1).
  var index: Int { leaves == 1 ? 0 : winner[1] }

  /// Changes one key. O(log count).
  mutating func set(_ index: Int, _ key: Double) {
    keys[index] = key
    var slot = (index + leaves) / 2
    while slot > 0 {
      refresh(slot)
      slot /= 2
    }
  }

  private mutating func refresh(_ slot: Int) {
    let (a, b) = (winner[2 * slot], winner[2 * slot + 1])
    let aWins = keys[a] > keys[b] || (keys[a] == keys[b] && a < b)
    winner[slot] = aWins ? a : b
  }
}
