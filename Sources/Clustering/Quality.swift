public import Graphs

/// What a partition is judged by: weight inside clusters against what their sizes let expect.
///
/// Every case has the form H = Σ over clusters of (weight inside − λ · size² / 2), where each case
/// says what the size of a node and λ are. So one difference serves them all: moving node v, of size
/// s, into cluster C changes H by w(v, C) − λ · s · size(C), and out of C by the opposite.
public enum Quality: Sendable, Hashable {
  /// Newman and Girvan (2004), with the resolution of Reichardt and Bornholdt (2006): size is the
  /// strength of a node, λ is resolution / 2m.
  case modularity(resolution: Double)

  /// The plain modularity.
  public static let modularity = Quality.modularity(resolution: 1)

  /// The size of each node.
  func sizes(_ graph: UndirectedGraph) -> [Double] {
    switch self {
    case .modularity: graph.strengths
    }
  }

  /// λ of the form above.
  func penalty(_ graph: UndirectedGraph) -> Double {
    switch self {
    case .modularity(let resolution):
      graph.totalWeight > 0 ? resolution / (2 * graph.totalWeight) : 0
    }
  }

  /// What H is divided by: m for modularity, so that it lies in [−½ · resolution, 1].
  func scale(_ graph: UndirectedGraph) -> Double {
    switch self {
    case .modularity: graph.totalWeight > 0 ? graph.totalWeight : 1
    }
  }

  /// The quality of `partition`. O(nodes + edges).
  public func value(_ partition: Partition, _ graph: UndirectedGraph) -> Double {
    let (labels, sizes) = (partition.labels, sizes(graph))
    var total = [Double](repeating: 0, count: partition.count)
    var inside = 0.0
    for node in 0..<graph.nodeCount {
      total[labels[node]] += sizes[node]
      inside += graph.selfWeights[node]
      for entry in graph.row(node) where labels[Int(graph.neighbors[entry])] == labels[node] {
        inside += graph.weights[entry] / 2
      }
    }
    let expected = total.reduce(0) { $0 + $1 * $1 } * penalty(graph) / 2
    return (inside - expected) / scale(graph)
  }
}
