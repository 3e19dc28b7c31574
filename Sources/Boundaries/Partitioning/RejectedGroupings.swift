internal import Clustering
internal import Foundation
internal import Graphs

/// What keeps one rejected grouping from coming back, by node.
struct Division {
  /// Sides none of which may share a cluster with another.
  var apart: [[Int]] = []
  /// Nodes of one cluster, whichever it is.
  var together: [[Int]] = []

  var isEmpty: Bool { apart.isEmpty && together.isEmpty }
}

/// Groupings that people rejected, watched for in results and divided where they are back.
///
/// Who rejects a grouping of orders and cart expects them apart, not one file less: so a grouping is
/// divided where its own dependencies, data, folders and names tie it least, into sides that are each
/// clearly less than the whole. One that has nothing to divide (a header and its source) is no
/// boundary of its own and joins the part that it is tied to most.
struct RejectedGroupings {
  let glue: GlueGraph
  /// Headers with their sources, which no division parts.
  let pairs: [WeightedEdge]
  let seed: UInt64
  /// Indexes of groupings that have had their division.
  private var settled: Set<Int> = []

  init(glue: GlueGraph, pairs: [WeightedEdge], seed: UInt64) {
    self.glue = glue
    self.pairs = pairs
    self.seed = seed
  }

  /// Divisions of the groupings that are back in `labels`; nil if there is nothing left to do.
  mutating func divide(_ labels: [Int], _ nodes: NodeConstraints) -> [Division]? {
    var members: [Int: [Int]] = [:]
    for position in nodes.scope.files.indices where nodes.shared[position] == nil {
      members[labels[position], default: []].append(position)
    }
    var divisions: [Division] = []
    for (index, files) in nodes.constraints.rejected.enumerated() where !settled.contains(index) {
      let grouping = nodes.present(files)
      let isBack = grouping.contains { BoundaryConstraints.isSame(grouping, members[labels[$0]]!) }
      if !isBack { continue }
      settled.insert(index)
      let division = division(of: grouping, nodes, labels)
      if !division.isEmpty { divisions.append(division) }
    }
    return divisions.isEmpty ? nil : divisions
  }

  private func division(
    of grouping: [Int], _ nodes: NodeConstraints, _ labels: [Int]
  ) -> Division {
    let parts = sides(of: grouping, nodes)
    let sides = Self.joiningSingles(parts)
    if sides.count < 2 {
      let others = neighbors(of: grouping, labels)
      return Division(together: others.isEmpty ? [] : [grouping + others])
    }
    // Nothing else would place files that no tie holds.
    let bound = sides.compactMap { side -> [Int]? in
      let loose = side.filter { glue.graph.row($0).isEmpty }
      guard !loose.isEmpty, let first = side.first(where: { !glue.graph.row($0).isEmpty }) else {
        return nil
      }
      return [first] + loose
    }
    let singles = parts.filter { $0.count == 1 }.compactMap { single in
      sides.first { $0.contains(single[0]) && $0[0] != single[0] }.map { [$0[0], single[0]] }
    }
    return Division(apart: sides, together: bound + singles)
  }

  /// A file of its own is no part: those that come apart one by one go with the smallest side of
  /// several files. Where all of them would stand alone, there is nothing to divide.
  static func joiningSingles(_ sides: [[Int]]) -> [[Int]] {
    var kept = sides.filter { $0.count > 1 }
    guard !kept.isEmpty else { return [sides.flatMap(\.self)] }
    for single in sides where single.count == 1 {
      let smallest = kept.indices.min { kept[$0].count < kept[$1].count }!
      kept[smallest] += single
    }
    // With one side of several files the rest of it stands against the single ones together.
    guard kept.count == 1, sides.count > 2 else { return kept }
    let singles = sides.filter { $0.count == 1 }.flatMap(\.self)
    return [sides.first { $0.count > 1 }!, singles]
  }

  /// The files of the cluster that the grouping shares most weight with, beside its own.
  private func neighbors(of grouping: [Int], _ labels: [Int]) -> [Int] {
    let own = Set(grouping.map { labels[$0] })
    var weight: [Int: Double] = [:]
    for node in grouping {
      for entry in glue.graph.row(node) {
        let label = labels[Int(glue.graph.neighbors[entry])]
        if !own.contains(label) { weight[label, default: 0] += glue.graph.weights[entry] }
      }
    }
    let best = weight.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
    return best.map { best in (0..<glue.fileCount).filter { labels[$0] == best } } ?? []
  }

  // MARK: Sides

  /// Two sides, or a few more, each too small to be the same grouping; one where other decisions or
  /// pairs hold too much of it together.
  ///
  /// Leiden on what lies inside, closer and closer until no cluster is nearly the whole; then small
  /// clusters join those that they are tied to most.
  private func sides(of grouping: [Int], _ nodes: NodeConstraints) -> [[Int]] {
    let inside = Inside(grouping, glue)
    let given = inside.constraints(nodes.clustering(glue: glue.graph, folders: nil), pairs)
    let constraints = ResolvedConstraints(nodeCount: inside.graph.nodeCount, given)
    let largest = Int((BoundaryConstraints.likeness * Double(grouping.count)).rounded(.up)) - 1
    for resolution in (0..<12).map({ pow(1.5, Double($0)) }) + [1e9] {
      let parts = Leiden(.modularity(resolution: resolution), seed: seed)
        .partition(inside.graph, from: nil, constraints: constraints)
      var joining = Absorption(
        parts, graph: inside.graph,
        rules: Absorption.Rules(
          isFile: { $0 < grouping.count }, settled: [], apart: given.keepApart, largest: largest))
      guard joining.sizes.values.allSatisfy({ $0 <= largest }) else { continue }
      joining.merge(downTo: 2)
      let sides = Partition(joining.labels[..<grouping.count]).members
      return sides.map { $0.map { grouping[$0] } }
    }
    return [grouping]
  }

  /// The glue inside a grouping: its files first, then folders and stores that tie some of them.
  private struct Inside {
    let graph: UndirectedGraph
    private let local: [Int: Int]

    init(_ grouping: [Int], _ glue: GlueGraph) {
      var local: [Int: Int] = [:]
      for (index, node) in grouping.enumerated() { local[node] = index }
      var ties: [Int: Int] = [:]
      for node in grouping {
        for entry in glue.graph.row(node) where Int(glue.graph.neighbors[entry]) >= glue.fileCount {
          ties[Int(glue.graph.neighbors[entry]), default: 0] += 1
        }
      }
      // What ties nearly all of it says nothing about where it comes apart.
      let most = BoundaryConstraints.likeness * Double(grouping.count)
      for node in ties.keys.sorted() where Double(ties[node]!) < most { local[node] = local.count }
      var edges: [WeightedEdge] = []
      for (node, index) in local.sorted(by: { $0.value < $1.value }) {
        for entry in glue.graph.row(node) {
          guard let other = local[Int(glue.graph.neighbors[entry])], index < other else { continue }
          edges.append(WeightedEdge(index, other, weight: glue.graph.weights[entry]))
        }
      }
      self.local = local
      graph = UndirectedGraph(nodeCount: local.count, edges: edges)
    }

    /// What decisions and pairs say about these files.
    func constraints(
      _ whole: ClusteringConstraints, _ pairs: [WeightedEdge]
    ) -> ClusteringConstraints {
      var result = ClusteringConstraints()
      result.fixed = whole.fixed.compactMap { pin in
        local[pin.node].map { FixedNode($0, label: pin.label) }
      }
      result.keepTogether = whole.keepTogether.map { $0.compactMap { local[$0] } }
      for pair in pairs {
        if let a = local[pair.source], let b = local[pair.target] {
          result.keepTogether.append([a, b])
        }
      }
      result.keepTogether.removeAll { $0.count < 2 }
      result.keepApart = whole.keepApart.compactMap { pair in
        guard let a = local[pair.first], let b = local[pair.second] else { return nil }
        return NodePair(a, b)
      }
      return result
    }
  }
}
