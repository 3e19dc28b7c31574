internal import Clustering
internal import Graphs

/// Joins clusters that are too small to be a part of their own to the neighbour they depend on most.
struct Absorption {
  /// What may be joined.
  struct Rules {
    /// Tells files from helper nodes.
    var isFile: (Int) -> Bool
    /// Clusters that people fixed: they take others in, and go nowhere.
    var settled: Set<Int>
    /// Nodes whose clusters are never joined.
    var apart: [NodePair]
    /// The most files that joined clusters may have.
    var largest = Int.max
  }

  var labels: [Int]
  /// Files whose cluster was too small and went to another.
  private(set) var absorbed: Set<Int> = []
  private let graph: UndirectedGraph
  private let rules: Rules

  init(_ partition: Partition, graph: UndirectedGraph, rules: Rules) {
    labels = partition.labels
    self.graph = graph
    self.rules = rules
  }

  /// The clusters that hold files, with their number of files.
  var sizes: [Int: Int] {
    var sizes: [Int: Int] = [:]
    for node in labels.indices where rules.isFile(node) { sizes[labels[node], default: 0] += 1 }
    return sizes
  }

  /// Clusters of fewer than `least` files, smallest first, go to the cluster they share most weight
  /// with; clusters without any edge outside stay.
  mutating func absorb(below least: Int) {
    while let next = smallest(below: least) {
      for node in move(next.cluster, to: next.target) { absorbed.insert(node) }
    }
  }

  /// Joins the smallest cluster to the one it shares most weight with, again and again, until
  /// `count` are left; clusters without any edge outside go to the next larger ones at last.
  mutating func merge(downTo count: Int) {
    while sizes.count > count, let next = smallest(below: .max) ?? smallestPair() {
      move(next.cluster, to: next.target)
    }
  }

  /// Returns the files that moved.
  @discardableResult
  private mutating func move(_ cluster: Int, to target: Int) -> [Int] {
    let moved = labels.indices.filter { labels[$0] == cluster }
    for node in moved { labels[node] = target }
    return moved.filter(rules.isFile)
  }

  private func smallest(below least: Int) -> (cluster: Int, target: Int)? {
    let sizes = sizes
    let flows = flowsBetweenClusters()
    let separated = separatedClusters
    for cluster in bySize(sizes) where sizes[cluster]! < least && !rules.settled.contains(cluster) {
      let best = (flows[cluster] ?? [:]).filter {
        mayJoin(cluster, $0.key, sizes) && separated[cluster]?.contains($0.key) != true
      }.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
      if let best { return (cluster, best.key) }
    }
    return nil
  }

  private func smallestPair() -> (cluster: Int, target: Int)? {
    let sizes = sizes
    let order = bySize(sizes)
    let separated = separatedClusters
    for cluster in order where !rules.settled.contains(cluster) {
      let target = order.first {
        $0 != cluster && mayJoin(cluster, $0, sizes) && separated[cluster]?.contains($0) != true
      }
      if let target { return (cluster, target) }
    }
    return nil
  }

  private func mayJoin(_ cluster: Int, _ target: Int, _ sizes: [Int: Int]) -> Bool {
    sizes[target].map { $0 + sizes[cluster]! <= rules.largest } ?? false
  }

  private func bySize(_ sizes: [Int: Int]) -> [Int] {
    sizes.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  private var separatedClusters: [Int: Set<Int>] {
    var result: [Int: Set<Int>] = [:]
    for pair in rules.apart {
      let (a, b) = (labels[pair.first], labels[pair.second])
      result[a, default: []].insert(b)
      result[b, default: []].insert(a)
    }
    return result
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
