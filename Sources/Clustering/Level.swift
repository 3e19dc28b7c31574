import Graphs

/// One level of the aggregation: a graph of groups of nodes, and which groups must stay apart.
struct Level {
  var rowStart: [Int32]
  var neighbors: [Int32]
  var weights: [Double]
  /// Size of each node in the sense of ``Quality``.
  var sizes: [Double]
  /// Rows of the nodes that each node must not be with; empty if there are none at all.
  var conflicts: ConflictRows

  var count: Int { sizes.count }

  init(_ graph: UndirectedGraph, sizes: [Double], conflicts: ConflictRows) {
    rowStart = graph.rowStart
    neighbors = graph.neighbors
    weights = graph.weights
    self.sizes = sizes
    self.conflicts = conflicts
  }

  private init(sizes: [Double], conflicts: ConflictRows) {
    rowStart = [0]
    neighbors = []
    weights = []
    self.sizes = sizes
    self.conflicts = conflicts
  }

  /// The graph of the groups `0..<count` that `group` puts the nodes in; the weight inside a group
  /// is dropped, since no move changes it. O(nodes + edges).
  func aggregated(by group: [Int32], count: Int) -> Level {
    var sizes = [Double](repeating: 0, count: count)
    for node in group.indices { sizes[Int(group[node])] += self.sizes[node] }
    var level = Level(sizes: sizes, conflicts: conflicts.aggregated(by: group, count: count))
    level.rowStart.reserveCapacity(count + 1)
    let (starts, order) = grouped(group, count: count)
    var weightTo = [Double](repeating: 0, count: count)
    var touched: [Int32] = []
    for current in 0..<count {
      for slot in Int(starts[current])..<Int(starts[current + 1]) {
        let node = Int(order[slot])
        for entry in Int(rowStart[node])..<Int(rowStart[node + 1]) {
          let other = group[Int(neighbors[entry])]
          if weightTo[Int(other)] == 0 { touched.append(other) }
          weightTo[Int(other)] += weights[entry]
        }
      }
      for other in touched {
        if Int(other) != current {
          level.neighbors.append(other)
          level.weights.append(weightTo[Int(other)])
        }
        weightTo[Int(other)] = 0
      }
      touched.removeAll(keepingCapacity: true)
      level.rowStart.append(Int32(level.neighbors.count))
    }
    return level
  }
}

/// The nodes of each group one after the other, ascending within a group, and where each starts.
func grouped(_ group: [Int32], count: Int) -> (starts: [Int32], order: [Int32]) {
  var starts = [Int32](repeating: 0, count: count + 1)
  for label in group { starts[Int(label) + 1] += 1 }
  for index in 0..<count { starts[index + 1] += starts[index] }
  var next = starts
  var order = [Int32](repeating: 0, count: group.count)
  for node in group.indices {
    let label = Int(group[node])
    order[Int(next[label])] = Int32(node)
    next[label] += 1
  }
  return (starts, order)
}

/// Which nodes must not be in one cluster with a node.
struct ConflictRows {
  private var start: [Int32] = []
  private var others: [Int32] = []

  static let none = ConflictRows()

  private init() {}

  init(nodeCount: Int, pairs: [(Int, Int)]) {
    if pairs.isEmpty { return }
    let graph = UndirectedGraph(
      nodeCount: nodeCount, edges: pairs.map { WeightedEdge($0.0, $0.1) })
    start = graph.rowStart
    others = graph.neighbors
  }

  var isEmpty: Bool { others.isEmpty }

  func of(_ node: Int) -> ArraySlice<Int32> {
    others.isEmpty ? [] : others[Int(start[node])..<Int(start[node + 1])]
  }

  func aggregated(by group: [Int32], count: Int) -> ConflictRows {
    if isEmpty { return self }
    var pairs: [(Int, Int)] = []
    for node in group.indices {
      for other in of(node) where other > node {
        pairs.append((Int(group[node]), Int(group[Int(other)])))
      }
    }
    return ConflictRows(nodeCount: count, pairs: pairs)
  }
}
