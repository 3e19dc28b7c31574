/// An edge between two dense numbers. In an undirected graph the two ends are equals.
public struct WeightedEdge: Sendable, Hashable {
  public var source: Int
  public var target: Int
  public var weight: Double

  public init(_ source: Int, _ target: Int, weight: Double = 1) {
    self.source = source
    self.target = target
    self.weight = weight
  }
}

/// A view of dense numbers that are stored in four bytes each.
package struct Numbers: RandomAccessCollection, Sendable {
  let storage: ArraySlice<Int32>

  init(_ storage: ArraySlice<Int32>) { self.storage = storage }

  package var startIndex: Int { storage.startIndex }
  package var endIndex: Int { storage.endIndex }
  package subscript(position: Int) -> Int { Int(storage[position]) }
}

/// An immutable weighted directed graph over the nodes `0..<nodeCount`.
///
/// Parallel edges are merged by adding their weights; self-loops are kept. Edges are numbered by
/// source and then target, so that an edge number is a stable index for annotations. Equal edges
/// in any order give an equal graph.
package struct DirectedGraph: Sendable {
  package let nodeCount: Int
  let out: CompressedRows
  let sources: [Int32]
  private let inStart: [Int32]
  private let inSources: [Int32]
  private let inEdgeNumbers: [Int32]

  /// Builds both directions. Ends must lie in `0..<nodeCount`. O(nodes + edges).
  package init(nodeCount: Int, edges: some Sequence<WeightedEdge>) {
    self.nodeCount = nodeCount
    let cells = edges.map { edge in
      precondition(0..<nodeCount ~= edge.source && 0..<nodeCount ~= edge.target, "no such node")
      return CompressedRows.Cell(
        row: Int32(edge.source), column: Int32(edge.target), weight: edge.weight)
    }
    out = CompressedRows(size: nodeCount, cells: cells)
    var sources = [Int32](repeating: 0, count: out.columns.count)
    for node in 0..<nodeCount {
      for edge in out.range(node) { sources[edge] = Int32(node) }
    }
    self.sources = sources
    (inStart, inSources, inEdgeNumbers) = Self.transpose(out, sources)
  }

  package var edgeCount: Int { sources.count }

  package func edge(_ number: Int) -> WeightedEdge {
    WeightedEdge(
      Int(sources[number]), Int(out.columns[number]), weight: out.weights[number])
  }

  /// All edges by number.
  package var edges: [WeightedEdge] { (0..<edgeCount).map(edge) }

  /// Nodes that `node` has an edge to, ascending.
  package func successors(of node: Int) -> Numbers { Numbers(out.columns[out.range(node)]) }

  /// Nodes that have an edge to `node`, ascending.
  package func predecessors(of node: Int) -> Numbers { Numbers(inSources[inRange(node)]) }

  /// Numbers of the edges that leave `node`, in the order of ``successors(of:)``.
  package func outEdges(of node: Int) -> Range<Int> { out.range(node) }

  /// Numbers of the edges that enter `node`, in the order of ``predecessors(of:)``.
  package func inEdges(of node: Int) -> Numbers { Numbers(inEdgeNumbers[inRange(node)]) }

  package func outDegree(of node: Int) -> Int { out.range(node).count }
  package func inDegree(of node: Int) -> Int { inRange(node).count }

  package func outWeight(of node: Int) -> Double {
    out.weights[out.range(node)].reduce(0, +)
  }

  package func inWeight(of node: Int) -> Double {
    inEdges(of: node).reduce(0) { $0 + out.weights[$1] }
  }

  /// The edge from `source` to `target`, by binary search.
  package func edgeNumber(from source: Int, to target: Int) -> Int? {
    var low = Int(out.start[source])
    var high = Int(out.start[source + 1])
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if out.columns[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low < end && out.columns[low] == target ? low : nil
  }

  private func inRange(_ node: Int) -> Range<Int> { Int(inStart[node])..<Int(inStart[node + 1]) }

  private static func transpose(_ out: CompressedRows, _ sources: [Int32]) -> (
    [Int32], [Int32], [Int32]
  ) {
    var start = [Int32](repeating: 0, count: out.start.count)
    for column in out.columns { start[Int(column) + 1] += 1 }
    for node in 1..<max(start.count, 1) { start[node] += start[node - 1] }
    var position = start
    var inSources = [Int32](repeating: 0, count: sources.count)
    var numbers = inSources
    for edge in sources.indices {
      let column = Int(out.columns[edge])
      inSources[Int(position[column])] = sources[edge]
      numbers[Int(position[column])] = Int32(edge)
      position[column] += 1
    }
    return (start, inSources, numbers)
  }
}
