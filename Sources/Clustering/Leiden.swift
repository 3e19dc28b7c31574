import Basics
public import Graphs

/// The Leiden algorithm (Traag, Waltman, van Eck 2019): connected clusters of high quality.
///
/// Departures from the paper: the randomness of the refinement is relative to the mean edge weight;
/// where refinement can merge nothing the clusters themselves are aggregated; and at the end a
/// cluster that is not connected (which can follow from that, or from a start partition) is split,
/// which raises the quality. Equal graph, options and seed give an equal partition.
public struct Leiden: Sendable {
  public var quality: Quality
  public var seed: UInt64
  /// Rounds over all levels; it ends earlier once a round moves nothing.
  public var iterations: Int
  /// θ: how freely the refinement departs from the best choice, in units of the mean edge weight.
  public var randomness: Double

  public init(
    _ quality: Quality = .modularity, seed: UInt64 = 1, iterations: Int = 2,
    randomness: Double = 0.01
  ) {
    self.quality = quality
    self.seed = seed
    self.iterations = iterations
    self.randomness = randomness
  }

  /// Partitions `graph`. Near linear in edges; memory of about three copies of the graph.
  public func partition(_ graph: UndirectedGraph) -> Partition {
    partition(graph, from: nil, constraints: ResolvedConstraints(nodeCount: graph.nodeCount))
  }

  /// Partitions `graph` under `constraints`, beginning with the partition `start` if one is given.
  ///
  /// A start that violates the constraints is mended first: the later of two nodes that must be
  /// apart begins alone. Clusters are connected, but for what constraints bind together.
  package func partition(
    _ graph: UndirectedGraph, from start: Partition?, constraints: ResolvedConstraints
  ) -> Partition {
    precondition(constraints.nodeCount == graph.nodeCount, "constraints of another graph")
    let whole = Level(graph, sizes: quality.sizes(graph), conflicts: .none)
    var base = whole
    if !constraints.isTrivial {
      base = whole.aggregated(by: constraints.group, count: constraints.groupCount)
      base.conflicts = constraints.conflicts
    }
    let run = LeidenRun(self, graph)
    var membership = run.start(base, start, constraints)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<max(iterations, 0) {
      if !run.iterate(base, &membership, &generator) { break }
    }
    let labels = run.splitIntoComponents(base, membership)
    let expanded = constraints.isTrivial ? labels : constraints.group.map { labels[Int($0)] }
    return Partition(expanded, below: base.count)
  }
}

/// What stays the same over all levels of one run.
private struct LeidenRun {
  let moving: LocalMoving
  let refinement: Refinement

  init(_ options: Leiden, _ graph: UndirectedGraph) {
    let penalty = options.quality.penalty(graph)
    let mean = graph.edgeCount > 0 ? graph.totalWeight / Double(graph.edgeCount) : 1
    moving = LocalMoving(penalty: penalty, margin: 1e-10 * mean)
    refinement = Refinement(penalty: penalty, randomness: options.randomness * mean)
  }

  /// The first label of each base node.
  func start(_ base: Level, _ start: Partition?, _ constraints: ResolvedConstraints) -> [Int32] {
    var labels = Array(0..<Int32(base.count))
    guard let start else { return labels }
    precondition(start.nodeCount == constraints.nodeCount, "a start for another graph")
    var first = [Int32](repeating: -1, count: start.count)
    for (node, cluster) in start.labels.enumerated().reversed() {
      first[cluster] = constraints.group[node]
    }
    for (node, cluster) in start.labels.enumerated().reversed() {
      labels[Int(constraints.group[node])] = first[cluster]
    }
    return mended(labels, base)
  }

  /// Gives a node of its own whatever shares a label with an earlier node it must be apart from.
  private func mended(_ labels: [Int32], _ base: Level) -> [Int32] {
    if base.conflicts.isEmpty { return Partition(labels, below: base.count).labels.map(Int32.init) }
    var result = labels.map { Int($0) }
    for node in labels.indices
    where base.conflicts.of(node).contains(where: { $0 < node && result[Int($0)] == result[node] })
    {
      result[node] = base.count + node
    }
    return Partition(result).labels.map(Int32.init)
  }

  /// One round: move, refine, aggregate, until every node of the level is a cluster.
  func iterate(
    _ base: Level, _ membership: inout [Int32], _ generator: inout SeededGenerator
  ) -> Bool {
    var level = base
    var labels = membership
    var place: [Int32]?
    var changed = false
    while true {
      if moving.run(level, &labels, &generator) { changed = true }
      let clusters = dense(&labels)
      if clusters == level.count { break }
      var (parts, count) = refinement.run(level, labels, &generator)
      if count == level.count { (parts, count) = (labels, clusters) }
      place = place.map { $0.map { parts[Int($0)] } } ?? parts
      var next = [Int32](repeating: 0, count: count)
      for node in parts.indices { next[Int(parts[node])] = labels[node] }
      level = level.aggregated(by: parts, count: count)
      labels = next
    }
    membership = place.map { $0.map { labels[Int($0)] } } ?? labels
    return changed
  }

  private func dense(_ labels: inout [Int32]) -> Int {
    var numbers = [Int32](repeating: -1, count: labels.count)
    var next: Int32 = 0
    for node in labels.indices {
      let label = Int(labels[node])
      if numbers[label] < 0 {
        numbers[label] = next
        next += 1
      }
      labels[node] = numbers[label]
    }
    return Int(next)
  }

  func splitIntoComponents(_ level: Level, _ membership: [Int32]) -> [Int32] {
    var component = [Int32](repeating: -1, count: level.count)
    var next: Int32 = 0
    var stack: [Int32] = []
    for root in 0..<level.count where component[root] < 0 {
      component[root] = next
      stack.append(Int32(root))
      while let node = stack.popLast().map(Int.init) {
        for entry in Int(level.rowStart[node])..<Int(level.rowStart[node + 1]) {
          let neighbor = level.neighbors[entry]
          if component[Int(neighbor)] >= 0 { continue }
          if membership[Int(neighbor)] != membership[node] { continue }
          component[Int(neighbor)] = next
          stack.append(neighbor)
        }
      }
      next += 1
    }
    return component
  }
}
