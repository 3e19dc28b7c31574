internal import Clustering
internal import DependencyGraph
internal import Graphs

/// What people decided and what folders settle, as constraints on the nodes that are clustered.
struct NodeConstraints {
  let constraints: BoundaryConstraints
  let scope: FileScope
  var shared: [Int: String]
  /// Programs whose files stay together.
  let programs: ProgramView
  /// What keeps rejected groupings from coming back, by node.
  var divisions: [Division] = []

  /// Positions that a decision places, binds or separates.
  var decided: Set<Int> {
    let files = constraints.named.flatMap(\.members) + constraints.together.flatMap(\.self)
    return Set(present(files) + divisions.flatMap { $0.together.flatMap(\.self) }).union(separated)
  }

  /// Positions that people put into a named boundary.
  var named: [Int] { present(constraints.named.flatMap(\.members)) }

  /// Positions of each boundary that people settled.
  var settled: [[Int]] {
    constraints.named.filter(\.isSettled).map { present($0.members) }.filter { !$0.isEmpty }
  }

  private var separated: [Int] { separations.flatMap { $0.flatMap(\.self) } }

  /// Groups of positions none of which may share a boundary with one of another group.
  private var separations: [[[Int]]] {
    constraints.apart.map { $0.map(present) } + divisions.map(\.apart)
  }

  /// Pairs of positions that must not share a boundary.
  var apart: [NodePair] {
    var pairs: [NodePair] = []
    for groups in separations {
      for (index, group) in groups.enumerated() {
        for other in groups.dropFirst(index + 1) {
          for a in group { for b in other { pairs.append(NodePair(a, b)) } }
        }
      }
    }
    return pairs
  }

  /// The constraints; `folders` are final where given: each group of them is one cluster, but for the
  /// files that decisions speak of.
  func clustering(glue: UndirectedGraph, folders: FolderView?) -> ClusteringConstraints {
    var result = ClusteringConstraints()
    let index = SeparationIndex(
      apart: separations, together: constraints.together.map(present))
    // What people put somewhere anchors nothing else, nor does what is bound to it.
    var bound = Set(named.flatMap(index.company(of:)))
    for (label, boundary) in constraints.named.enumerated() {
      let core = boundary.isSettled ? [] : present(boundary.core).filter { !bound.contains($0) }
      let anchors = index.compatible(heart(of: core, glue), with: present(boundary.members))
      bound.formUnion(anchors.flatMap(index.company(of:)))
      for node in present(boundary.members) + anchors {
        result.fixed.append(FixedNode(node, label: label))
      }
    }
    if let folders {
      let labels = folderLabels(folders)
      let decided = decided.union(result.fixed.map(\.node))
      for (position, group) in folders.groupOf.enumerated()
      where shared[position] == nil && !folders.names[group].isEmpty && !decided.contains(position)
      {
        result.fixed.append(FixedNode(position, label: labels[group]))
      }
    }
    result.keepTogether = constraints.together.map(present).filter { $0.count > 1 }
    result.keepTogether += programs.members(without: decided.union(result.fixed.map(\.node)))
      .filter { $0.count > 1 }
    result.keepTogether += divisions.flatMap(\.together)
    result.keepApart = apart
    return result
  }

  /// More than half of the files of a boundary, those with most weight to its other files: a file
  /// that is put into it must not be the stronger and take a few of them away.
  private func heart(of core: [Int], _ glue: UndirectedGraph) -> [Int] {
    if core.isEmpty { return [] }
    let isCore = Set(core)
    var weight: [Int: Double] = [:]
    for node in core {
      for entry in glue.row(node) where isCore.contains(Int(glue.neighbors[entry])) {
        weight[node, default: 0] += glue.weights[entry]
      }
    }
    let order = core.sorted { (a: Int, b: Int) -> Bool in
      let (first, second) = (weight[a] ?? 0, weight[b] ?? 0)
      return first != second ? first > second : a < b
    }
    return Array(order.prefix(core.count / 2 + 1))
  }

  /// The pin of each folder group: that of the decided boundary that has more than half of its
  /// files, or one of its own.
  private func folderLabels(_ folders: FolderView) -> [Int] {
    var labels = folders.names.indices.map { constraints.named.count + $0 }
    var sizes = [Int](repeating: 0, count: labels.count)
    for (position, group) in folders.groupOf.enumerated() where shared[position] == nil {
      sizes[group] += 1
    }
    for (label, boundary) in constraints.named.enumerated().reversed() {
      var inside = [Int](repeating: 0, count: labels.count)
      for position in Set(present(boundary.members + boundary.core)) {
        inside[folders.groupOf[position]] += 1
      }
      for group in labels.indices where inside[group] * 2 > sizes[group] { labels[group] = label }
    }
    return labels
  }

  /// Positions of files that take part, in the order given.
  func present(_ files: [Int]) -> [Int] {
    files.map { scope.position[$0] }.filter { $0 >= 0 && shared[$0] == nil }
  }
}
