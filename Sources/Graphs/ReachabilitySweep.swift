/// 512 targets as bits.
typealias TargetBlock = SIMD8<UInt64>

extension TargetBlock {
  static let width = 512

  mutating func insert(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }

  func contains(_ bit: Int) -> Bool { self[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }

  var bitCount: Int {
    var sum = 0
    for lane in indices { sum += self[lane].nonzeroBitCount }
    return sum
  }
}

/// Transitive closure of an acyclic graph (self-loops aside), a block of targets at a time.
struct ReachabilitySweep {
  private let graph: DirectedGraph
  private let order: [Int]

  /// `graph` must be acyclic apart from self-loops.
  init(_ graph: DirectedGraph) {
    let loops = (0..<graph.nodeCount).compactMap { graph.edgeNumber(from: $0, to: $0) }
    self.graph = loops.isEmpty ? graph : graph.removing(edges: loops)
    guard let order = self.graph.topologicalOrder else { preconditionFailure("a cycle") }
    self.order = order.order
  }

  /// Calls `body(block, node, through, own)` for each block of targets and node, sinks first.
  ///
  /// Target `t` of `targetCount` belongs to node `owner[t]`. `own` holds the targets of the node,
  /// `through` those of every node that it reaches by one edge or more.
  func forEachBlock(
    of targetCount: Int, owner: [Int], _ body: (Int, Int, TargetBlock, TargetBlock) -> Void
  ) {
    var own = [TargetBlock](repeating: .zero, count: graph.nodeCount)
    var reached = own
    for block in 0..<((targetCount + TargetBlock.width - 1) / TargetBlock.width) {
      let first = block * TargetBlock.width
      let targets = first..<min(first + TargetBlock.width, targetCount)
      for target in targets { own[owner[target]].insert(target - first) }
      for node in order.reversed() {
        var through = TargetBlock.zero
        for edge in graph.outEdges(of: node) { through |= reached[Int(graph.out.columns[edge])] }
        reached[node] = through | own[node]
        body(block, node, through, own[node])
      }
      for target in targets { own[owner[target]] = .zero }
    }
  }
}
