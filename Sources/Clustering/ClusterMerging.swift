import Graphs

/// Merges clusters pair by pair, each time the pair that the quality loses least by.
struct ClusterMerging {
  private var labels: [Int]
  private var sizes: [Double]
  /// Weight to each neighbouring cluster. Only ever searched for an extreme with a total order.
  private var links: [[Int: Double]]
  private var conflicts: [Set<Int>]
  private var alive: [Int]

  init(
    _ partition: Partition, _ graph: UndirectedGraph, _ nodeSizes: [Double],
    _ constraints: ResolvedConstraints
  ) {
    labels = partition.labels
    alive = Array(0..<partition.count)
    sizes = [Double](repeating: 0, count: partition.count)
    links = Array(repeating: [:], count: partition.count)
    conflicts = Array(repeating: [], count: partition.count)
    for (node, label) in labels.enumerated() {
      sizes[label] += nodeSizes[node]
      for entry in graph.row(node) {
        let other = labels[Int(graph.neighbors[entry])]
        if other != label { links[label][other, default: 0] += graph.weights[entry] }
      }
    }
    if constraints.conflicts.isEmpty { return }
    var labelOfGroup = [Int](repeating: 0, count: constraints.groupCount)
    for (node, group) in constraints.group.enumerated() { labelOfGroup[Int(group)] = labels[node] }
    for (group, label) in labelOfGroup.enumerated() {
      for other in constraints.conflicts.of(group) {
        conflicts[label].insert(labelOfGroup[Int(other)])
      }
    }
  }

  var partition: Partition { Partition(labels) }

  /// Merges until `count` clusters are left or every pair is kept apart; returns how often.
  mutating func merge(to count: Int, penalty: Double) -> Int {
    var merges = 0
    while alive.count > count, let pair = cheapestPair(penalty) {
      join(pair.0, pair.1)
      merges += 1
    }
    return merges
  }

  private func cheapestPair(_ penalty: Double) -> (Int, Int)? {
    var best: (gain: Double, a: Int, b: Int)?
    if let (a, b) = smallestPair() { best = (-penalty * sizes[a] * sizes[b], a, b) }
    for a in alive {
      for (b, weight) in links[a] where b > a && !conflicts[a].contains(b) {
        let gain = weight - penalty * sizes[a] * sizes[b]
        guard let (top, x, y) = best else {
          best = (gain, a, b)
          continue
        }
        if gain > top || (gain == top && (a, b) < (x, y)) { best = (gain, a, b) }
      }
    }
    return best.map { ($0.a, $0.b) }
  }

  /// The smallest cluster that may join any other, and the smallest that it may join.
  private func smallestPair() -> (Int, Int)? {
    var rest = alive
    while rest.count > 1 {
      guard let a = smallest(rest) else { return nil }
      rest.removeAll { $0 == a }
      let partners = alive.filter { $0 != a && !conflicts[a].contains($0) }
      if let b = smallest(partners) { return (min(a, b), max(a, b)) }
    }
    return nil
  }

  private func smallest(_ clusters: [Int]) -> Int? {
    clusters.min { (sizes[$0], $0) < (sizes[$1], $1) }
  }

  private mutating func join(_ a: Int, _ b: Int) {
    for node in labels.indices where labels[node] == b { labels[node] = a }
    sizes[a] += sizes[b]
    for (other, weight) in links[b] {
      links[other][b] = nil
      if other == a { continue }
      links[a][other, default: 0] += weight
      links[other][a, default: 0] += weight
    }
    links[b] = [:]
    for other in conflicts[b] {
      conflicts[other].remove(b)
      conflicts[other].insert(a)
      conflicts[a].insert(other)
    }
    conflicts[b] = []
    alive.removeAll { $0 == b }
  }
}
