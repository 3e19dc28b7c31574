import Basics

/// The fast local moving of Leiden: a queue of nodes whose neighbourhood has changed.
///
/// A node goes to the cluster of a neighbour, or to a cluster of its own, where the quality gains
/// most; ties stay. Nodes are visited in the order of `generator`.
struct LocalMoving {
  let penalty: Double
  /// Gains below this are rounding.
  let margin: Double

  /// Improves `membership` (labels below `level.count`) in place; returns whether a node moved.
  func run(_ level: Level, _ membership: inout [Int32], _ generator: inout SeededGenerator) -> Bool
  {
    let count = level.count
    var clusters = ClusterTable(level, membership)
    var queue = NodeQueue(count: count, &generator)
    var weightTo = [Double](repeating: 0, count: count)
    var touched = [Int32](repeating: 0, count: count)
    var moved = false
    while queue.pending > 0 {
      let node = queue.take()
      let home = membership[node]
      let row = Int(level.rowStart[node])..<Int(level.rowStart[node + 1])
      var touchedCount = 0
      for entry in row {
        let cluster = membership[Int(level.neighbors[entry])]
        let weight = weightTo[Int(cluster)]
        if weight == 0 {
          touched[touchedCount] = cluster
          touchedCount += 1
        }
        weightTo[Int(cluster)] = weight + level.weights[entry]
      }
      for other in level.conflicts.of(node) { weightTo[Int(membership[Int(other)])] = -.infinity }
      let pull = penalty * level.sizes[node]
      var best = home
      var bestGain =
        weightTo[Int(home)] - pull * (clusters.sizes[Int(home)] - level.sizes[node]) + margin
      for slot in 0..<touchedCount {
        let cluster = touched[slot]
        let gain = weightTo[Int(cluster)] - pull * clusters.sizes[Int(cluster)]
        weightTo[Int(cluster)] = 0
        if gain > bestGain && cluster != home {
          (best, bestGain) = (cluster, gain)
        }
      }
      for other in level.conflicts.of(node) { weightTo[Int(membership[Int(other)])] = 0 }
      if bestGain < 0, clusters.counts[Int(home)] > 1 { best = clusters.takeEmpty() }
      if best == home { continue }
      clusters.move(level.sizes[node], from: home, to: best)
      membership[node] = best
      moved = true
      for entry in row {
        let neighbor = Int(level.neighbors[entry])
        if membership[neighbor] != best { queue.add(neighbor) }
      }
    }
    return moved
  }
}

/// A ring of nodes to visit, each at most once at a time; at first all of them, shuffled.
private struct NodeQueue {
  private var ring: [Int32]
  private var isQueued: [Bool]
  private var head = 0
  private(set) var pending: Int

  init(count: Int, _ generator: inout SeededGenerator) {
    ring = Array(0..<Int32(count))
    ring.permute(using: &generator)
    isQueued = [Bool](repeating: true, count: count)
    pending = count
  }

  mutating func take() -> Int {
    let node = Int(ring[head])
    head = head + 1 == ring.count ? 0 : head + 1
    pending -= 1
    isQueued[node] = false
    return node
  }

  mutating func add(_ node: Int) {
    if isQueued[node] { return }
    isQueued[node] = true
    let tail = head + pending
    ring[tail < ring.count ? tail : tail - ring.count] = Int32(node)
    pending += 1
  }
}

/// Size and number of nodes of each cluster, and which labels are free.
struct ClusterTable {
  var sizes: [Double]
  var counts: [Int32]
  private var empty: [Int32]

  init(_ level: Level, _ membership: [Int32]) {
    sizes = [Double](repeating: 0, count: level.count)
    counts = [Int32](repeating: 0, count: level.count)
    for node in membership.indices {
      sizes[Int(membership[node])] += level.sizes[node]
      counts[Int(membership[node])] += 1
    }
    empty = []
    for cluster in counts.indices.reversed() where counts[cluster] == 0 {
      empty.append(Int32(cluster))
    }
  }

  /// A free label; there is one whenever some cluster has two nodes.
  mutating func takeEmpty() -> Int32 {
    guard let label = empty.popLast() else { preconditionFailure("no free label") }
    return label
  }

  mutating func move(_ size: Double, from home: Int32, to target: Int32) {
    sizes[Int(home)] -= size
    counts[Int(home)] -= 1
    sizes[Int(target)] += size
    counts[Int(target)] += 1
    if counts[Int(home)] == 0 {
      sizes[Int(home)] = 0
      empty.append(home)
    }
  }
}

extension Array {
  /// Fisher–Yates with the generator's own bounded numbers.
  mutating func permute(using generator: inout SeededGenerator) {
    for index in stride(from: count - 1, to: 0, by: -1) {
      swapAt(index, generator.next(below: index + 1))
    }
  }
}
