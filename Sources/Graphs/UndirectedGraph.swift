/// An immutable weighted undirected graph over the nodes `0..<nodeCount`, for clustering.
///
/// An edge stands in the rows of both its ends; a self-loop stands in `selfWeights` only and counts
/// twice in its node's strength. Parallel and opposite edges are merged; an edge of weight 0 is no
/// edge. Equal edges in any order give an equal graph.
public struct UndirectedGraph: Sendable {
  public let nodeCount: Int
  /// `rowStart[n]..<rowStart[n + 1]` are the entries of node `n` in `neighbors` and `weights`.
  package let rowStart: [Int32]
  package let neighbors: [Int32]
  package let weights: [Double]
  package let selfWeights: [Double]
  /// How many original elements a node stands for; 1 unless told otherwise.
  package let nodeWeights: [Double]
  /// Σ of all weights, each edge and each self-loop once.
  package let totalWeight: Double
  /// Σ of the weights at each node, self-loops twice.
  package let strengths: [Double]

  /// Weights must be finite and not negative, ends in `0..<nodeCount`. O(nodes + edges).
  public init(
    nodeCount: Int, edges: some Sequence<WeightedEdge>, nodeWeights: [Double]? = nil
  ) {
    precondition(nodeWeights == nil || nodeWeights?.count == nodeCount, "one weight a node")
    var cells: [CompressedRows.Cell] = []
    var loops: [CompressedRows.Cell] = []
    cells.reserveCapacity(2 * edges.underestimatedCount)
    for edge in edges where edge.weight != 0 {
      precondition(0..<nodeCount ~= edge.source && 0..<nodeCount ~= edge.target, "no such node")
      precondition(edge.weight > 0 && edge.weight.isFinite, "weights are finite and not negative")
      let (a, b) = (Int32(edge.source), Int32(edge.target))
      if a == b {
        loops.append(.init(row: a, column: a, weight: edge.weight))
      } else {
        cells.append(.init(row: a, column: b, weight: edge.weight))
        cells.append(.init(row: b, column: a, weight: edge.weight))
      }
    }
    let rows = CompressedRows(size: nodeCount, cells: cells)
    var selfWeights = [Double](repeating: 0, count: nodeCount)
    let merged = CompressedRows(size: nodeCount, cells: loops)
    for (node, weight) in zip(merged.columns, merged.weights) { selfWeights[Int(node)] = weight }
    self.init(
      rows: rows, selfWeights: selfWeights,
      nodeWeights: nodeWeights ?? [Double](repeating: 1, count: nodeCount))
  }

  /// Takes finished rows: symmetric, ascending within a row, without self-loops and zeros.
  package init(
    rowStart: [Int32], neighbors: [Int32], weights: [Double], selfWeights: [Double],
    nodeWeights: [Double]
  ) {
    nodeCount = selfWeights.count
    self.rowStart = rowStart
    self.neighbors = neighbors
    self.weights = weights
    self.selfWeights = selfWeights
    self.nodeWeights = nodeWeights
    var strengths = [Double](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      var sum = 0.0
      for entry in Int(rowStart[node])..<Int(rowStart[node + 1]) { sum += weights[entry] }
      strengths[node] = sum + 2 * selfWeights[node]
    }
    self.strengths = strengths
    totalWeight = strengths.reduce(0, +) / 2
  }

  private init(rows: CompressedRows, selfWeights: [Double], nodeWeights: [Double]) {
    self.init(
      rowStart: rows.start, neighbors: rows.columns, weights: rows.weights,
      selfWeights: selfWeights, nodeWeights: nodeWeights)
  }

  /// Edges between different nodes.
  public var edgeCount: Int { neighbors.count / 2 }

  package func row(_ node: Int) -> Range<Int> { Int(rowStart[node])..<Int(rowStart[node + 1]) }

  /// Nodes with an edge to `node`, ascending, without itself.
  package func neighbors(of node: Int) -> Numbers { Numbers(neighbors[row(node)]) }

  /// Every edge once, lower end first, self-loops among them.
  package var edges: [WeightedEdge] {
    var result: [WeightedEdge] = []
    result.reserveCapacity(edgeCount)
    for node in 0..<nodeCount {
      if selfWeights[node] > 0 {
        result.append(WeightedEdge(node, node, weight: selfWeights[node]))
      }
      for entry in row(node) where neighbors[entry] > node {
        result.append(WeightedEdge(node, Int(neighbors[entry]), weight: weights[entry]))
      }
    }
    return result
  }
}
