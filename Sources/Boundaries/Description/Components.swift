internal import Clustering
internal import DependencyGraph
internal import Graphs

/// The finer parts that a boundary has inside: what its own dependencies group, for those who would
/// cut closer, or who look for the modules of the service.
struct Components {
  /// A group of members with a name.
  struct Component {
    var name: String
    /// Positions in the scope of the grouping, ascending.
    var members: [Int]
  }

  /// A boundary of fewer files is small enough as it is.
  private static let leastFiles = 12
  /// Smaller groups are not told apart from what lies around them.
  private static let leastPart = 3
  /// Below this modularity the groups are those of chance (Newman, Girvan 2004 see structure from
  /// 0.3).
  private static let leastModularity = 0.3

  let grouping: Grouping
  let naming: BoundaryNaming
  /// Of files, by position.
  private let edges: [WeightedEdge]

  init(graph: CodeGraph, grouping: Grouping, naming: BoundaryNaming) {
    self.grouping = grouping
    self.naming = naming
    edges = DependencyView.edges(graph, scope: grouping.scope).filter {
      grouping.groupOf[$0.source] >= 0
        && grouping.groupOf[$0.source] == grouping.groupOf[$0.target]
    }
  }

  /// For each group its components, largest first; none where it has no such structure. The members
  /// that belong to none are left out. Near linear in edges.
  func find(seed: UInt64) -> [[Component]] {
    var members: [[Int]] = Array(repeating: [], count: grouping.groupCount)
    for (position, group) in grouping.groupOf.enumerated() where group >= 0 {
      members[group].append(position)
    }
    var inside: [[WeightedEdge]] = Array(repeating: [], count: grouping.groupCount)
    for edge in edges { inside[grouping.groupOf[edge.source]].append(edge) }
    return members.indices.map { components(members[$0], inside[$0], seed) }
  }

  private func components(
    _ members: [Int], _ edges: [WeightedEdge], _ seed: UInt64
  ) -> [Component] {
    guard members.count >= Self.leastFiles else { return [] }
    var local: [Int: Int] = [:]
    for (index, position) in members.enumerated() { local[position] = index }
    let graph = UndirectedGraph(
      nodeCount: members.count,
      edges: edges.map {
        WeightedEdge(local[$0.source]!, local[$0.target]!, weight: $0.weight)
      })
    let partition = Leiden(seed: seed).partition(graph)
    guard Quality.modularity.value(partition, graph) >= Self.leastModularity else { return [] }
    var parts: [[Int]] = Array(repeating: [], count: partition.count)
    for (index, label) in partition.labels.enumerated() { parts[label].append(members[index]) }
    parts = parts.filter { $0.count >= Self.leastPart }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0]
    }
    guard parts.count > 1 else { return [] }
    let vocabulary = Vocabulary.of(parts, grouping.terms)
    return zip(naming.names(of: parts, vocabulary: vocabulary), parts).map {
      Component(name: $0, members: $1)
    }
  }
}
