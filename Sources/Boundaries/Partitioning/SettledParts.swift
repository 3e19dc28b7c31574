internal import Clustering
internal import DependencyGraph
internal import Graphs

/// Clusters around boundaries that people settled, without what nobody put there: files that were not
/// named stay only as far as they hang together with those that were more than with one another.
///
/// Modularity joins a small part to a large one beside it (its resolution limit, Fortunato and
/// Barthélemy 2007). For what is suggested that is a question of granularity; a list of files that
/// somebody has signed is to be taken at its word.
struct SettledParts {
  /// Positions of each settled boundary.
  let members: [[Int]]
  /// Nodes that stay in their cluster: decisions speak of them.
  let decided: Set<Int>

  func divide(
    _ partition: Partition, _ graph: UndirectedGraph, resolution: Double, seed: UInt64
  ) -> Partition {
    let settled = Set(members.compactMap(\.first).map { partition.labels[$0] })
    guard !settled.isEmpty else { return partition }
    let guests = partition.labels.indices.filter {
      settled.contains(partition.labels[$0]) && !decided.contains($0)
    }
    guard !guests.isEmpty else { return partition }
    let clusters = NodeClusters(of: guests, in: graph, resolution: resolution, seed: seed) {
      partition.labels[$0] == partition.labels[$1]
    }
    let isGuest = Set(guests)
    var inside = [Double](repeating: 0, count: clusters.count)
    var toHosts = inside
    for (guest, cluster) in zip(guests, clusters.labels) {
      for entry in graph.row(guest) {
        let other = Int(graph.neighbors[entry])
        guard partition.labels[other] == partition.labels[guest] else { continue }
        if !isGuest.contains(other) {
          toHosts[cluster] += graph.weights[entry]
        } else if clusters.label(of: other) == cluster {
          // Seen from both ends.
          inside[cluster] += graph.weights[entry] / 2
        }
      }
    }
    var labels = partition.labels
    for (guest, cluster) in zip(guests, clusters.labels) where inside[cluster] > toHosts[cluster] {
      labels[guest] = partition.count + cluster
    }
    return Partition(labels)
  }
}

/// Clusters of some nodes of a graph among themselves.
struct NodeClusters {
  let labels: [Int]
  let count: Int
  private let index: [Int: Int]

  /// Leiden on the edges between `nodes` that `joins` lets count.
  init(
    of nodes: [Int], in graph: UndirectedGraph, resolution: Double, seed: UInt64,
    joins: (Int, Int) -> Bool
  ) {
    var index: [Int: Int] = [:]
    for (number, node) in nodes.enumerated() { index[node] = number }
    var edges: [WeightedEdge] = []
    for (number, node) in nodes.enumerated() {
      for entry in graph.row(node) {
        let other = Int(graph.neighbors[entry])
        if other > node, let second = index[other], joins(node, other) {
          edges.append(WeightedEdge(number, second, weight: graph.weights[entry]))
        }
      }
    }
    let partition = Leiden(.modularity(resolution: resolution), seed: seed)
      .partition(UndirectedGraph(nodeCount: nodes.count, edges: edges))
    labels = partition.labels
    count = partition.count
    self.index = index
  }

  /// The cluster of a node; nil for one that was not given.
  func label(of node: Int) -> Int? { index[node].map { labels[$0] } }
}
