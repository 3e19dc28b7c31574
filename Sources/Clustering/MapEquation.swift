internal import Basics
internal import Foundation
public import Graphs

/// Clusters by the map equation (Rosvall, Bergstrom 2008): those in which a random walk stays long, so
/// that its path takes few bits to tell.
///
/// It knows no resolution and follows flow instead of density, which makes it a second opinion beside
/// ``Leiden``: its clusters are more and smaller. Two levels of code; multilevel local moving as in
/// Louvain, without refinement. Equal graph and seed give an equal partition. Near linear in edges.
public struct MapEquation: Sendable {
  public var seed: UInt64

  public init(seed: UInt64 = 1) { self.seed = seed }

  /// A node without edges is a cluster of its own.
  public func partition(_ graph: UndirectedGraph) -> Partition {
    guard graph.totalWeight > 0 else { return Partition(Array(0..<graph.nodeCount)) }
    var level = Level(graph, sizes: graph.strengths, conflicts: .none)
    var place = Array(0..<Int32(graph.nodeCount))
    var generator = SeededGenerator(seed: seed)
    while true {
      var walk = FlowLevel(level, unit: 2 * graph.totalWeight)
      guard walk.settle(&generator) else { break }
      let parts = Partition(walk.membership.map(Int.init))
      let labels = parts.labels.map(Int32.init)
      place = place.map { labels[Int($0)] }
      level = level.aggregated(by: labels, count: parts.count)
    }
    return Partition(place.map(Int.init))
  }
}

/// The nodes of one level, and the flow through the clusters that they are in.
private struct FlowLevel {
  let level: Level
  /// What weights are divided by to be shares of the flow.
  let unit: Double
  private(set) var membership: [Int32]
  private var flow: [Double]
  private var exit: [Double]
  private var exits: Double
  /// Of each node what leaves it.
  private let leaving: [Double]
  /// Of the node that is looked at: the flow to each cluster, and the clusters that it flows to.
  private var weightTo: [Double]
  private var touched: [Int] = []

  init(_ level: Level, unit: Double) {
    self.level = level
    self.unit = unit
    membership = Array(0..<Int32(level.count))
    flow = level.sizes.map { $0 / unit }
    leaving = (0..<level.count).map { node in
      let row = Int(level.rowStart[node])..<Int(level.rowStart[node + 1])
      return level.weights[row].reduce(0, +) / unit
    }
    weightTo = [Double](repeating: 0, count: level.count)
    exit = leaving
    exits = leaving.reduce(0, +)
  }

  /// x · log₂ x.
  static func entropyTerm(_ x: Double) -> Double { x > 0 ? x * log2(x) : 0 }

  /// Moves nodes until nothing gets shorter, at most twenty rounds; whether any moved.
  mutating func settle(_ generator: inout SeededGenerator) -> Bool {
    var order = Array(0..<Int32(level.count))
    var moved = false
    for _ in 0..<20 {
      order.permute(using: &generator)
      var isQuiet = true
      for node in order where visit(Int(node)) { isQuiet = false }
      if isQuiet { break }
      moved = true
    }
    return moved
  }

  private mutating func visit(_ node: Int) -> Bool {
    let home = Int(membership[node])
    touched.removeAll(keepingCapacity: true)
    for entry in Int(level.rowStart[node])..<Int(level.rowStart[node + 1]) {
      let cluster = Int(membership[Int(level.neighbors[entry])])
      if weightTo[cluster] == 0 { touched.append(cluster) }
      weightTo[cluster] += level.weights[entry] / unit
    }
    defer { for cluster in touched { weightTo[cluster] = 0 } }
    let inside = weightTo[home]
    var best = (cluster: home, gain: 1e-12)
    for cluster in touched where cluster != home {
      let gain = -change(node, home, inside, cluster, weightTo[cluster])
      if gain > best.gain { best = (cluster, gain) }
    }
    guard best.cluster != home else { return false }
    let (left, joined) = exitsAfter(node, home, inside, best.cluster, weightTo[best.cluster])
    exits += left + joined - exit[home] - exit[best.cluster]
    (exit[home], exit[best.cluster]) = (left, joined)
    flow[home] -= level.sizes[node] / unit
    flow[best.cluster] += level.sizes[node] / unit
    membership[node] = Int32(best.cluster)
    return true
  }

  private func exitsAfter(
    _ node: Int, _ home: Int, _ inside: Double, _ target: Int, _ weight: Double
  ) -> (home: Double, target: Double) {
    (
      max(0, exit[home] - leaving[node] + 2 * inside),
      max(0, exit[target] + leaving[node] - 2 * weight)
    )
  }

  /// How much longer the code gets if `node` moves.
  private func change(
    _ node: Int, _ home: Int, _ inside: Double, _ target: Int, _ weight: Double
  ) -> Double {
    let term = Self.entropyTerm
    let own = level.sizes[node] / unit
    let (left, joined) = exitsAfter(node, home, inside, target, weight)
    let all = max(0, exits + left + joined - exit[home] - exit[target])
    let before =
      term(exits) - 2 * (term(exit[home]) + term(exit[target]))
      + term(exit[home] + flow[home]) + term(exit[target] + flow[target])
    let after =
      term(all) - 2 * (term(left) + term(joined))
      + term(left + flow[home] - own) + term(joined + flow[target] + own)
    return after - before
  }
}
