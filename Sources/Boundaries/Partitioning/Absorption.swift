internal import Clustering
internal import Graphs

/// Joins clusters that are too small to be a part of their own to the neighbour they depend on most.
struct Absorption {
  var labels: [Int]
  /// For each position: the label that took it in, if it was absorbed.
  private(set) var absorbed: [Int: Int] = [:]
  private let graph: UndirectedGraph
  private let isFile: (Int) -> Bool
  private let isSettled: (Int) -> Bool

  /// `isFile` tells files from helper nodes; `isSettled` tells clusters that people fixed.
  init(
    _ partition: Partition, graph: UndirectedGraph, isFile: @escaping (Int) -> Bool,
    isSettled: @escaping (Int) -> Bool
  ) {
    labels = partition.labels
    self.graph = graph
    self.isFile = isFile
    self.isSettled = isSettled
  }

  /// Clusters of fewer than `least` files, smallest first, go to the cluster they share most weight
  /// with; clusters without any edge outside stay.
  mutating func absorb(below least: Int) {
    while let next = smallest(below: least) {
      move(next.cluster, to: next.target)
    }
  }

  /// Joins the clusters that depend on one another most, until `count` are left.
  mutating func merge(downTo count: Int) {
    while Set(labels.indices.filter(isFile).map { labels[$0] }).count > count,
      let next = smallest(below: .max)
    {
      move(next.cluster, to: next.target)
    }
  }

  private mutating func move(_ cluster: Int, to target: Int) {
    for node in labels.indices where labels[node] == cluster {
      labels[node] = target
      if isFile(node) { absorbed[node] = target }
    }
  }

  private func smallest(below least: Int) -> (cluster: Int, target: Int)? {
    var sizes: [Int: Int] = [:]
    for node in labels.indices where isFile(node) { sizes[labels[node], default: 0] += 1 }
    let order = sizes.filter { $0.value < least && !isSettled($0.key) }
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    let flows = flowsBetweenClusters()
    for (cluster, _) in order {
      let best = (flows[cluster] ?? [:]).max {
        $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key
      }
      if let best { return (cluster, best.key) }
    }
    return nil
  }

  private func flowsBetweenClusters() -> [Int: [Int: Double]] {
    var flows: [Int: [Int: Double]] = [:]
    for node in 0..<graph.nodeCount {
      for entry in graph.row(node) {
        let other = labels[Int(graph.neighbors[entry])]
        if other != labels[node] {
          flows[labels[node], default: [:]][other, default: 0] += graph.weights[entry]
        }
      }
    }
    return flows
  }
}
