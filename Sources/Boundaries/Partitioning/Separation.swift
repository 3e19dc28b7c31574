internal import Clustering
internal import DependencyGraph
internal import Facts
internal import Graphs

/// Tells shared code from the parts, and finds the folders that are parts, each with the help of the
/// other.
struct Separation {
  struct Result {
    /// Positions that are shared, with reasons.
    var shared: [Int: String]
    var folders: FolderView
  }

  let graph: CodeGraph
  let scope: FileScope
  /// Between positions of the scope.
  let edges: [WeightedEdge]
  let seed: UInt64
  private let tree: FolderTree
  private let deployment: DeployedFolders
  /// The packages of all source roots as one tree; nil where there are no several.
  private let packages: (tree: FolderTree, deployment: DeployedFolders)?

  /// Share of the leaf folders that must use code before it is shared, where the folders show no
  /// parts until it is gone.
  private static let leafShare = 0.2

  init(graph: CodeGraph, scope: FileScope, edges: [WeightedEdge], seed: UInt64) {
    self.graph = graph
    self.scope = scope
    self.edges = edges
    self.seed = seed
    tree = FolderTree(scope.files.map { graph.files[$0].path })
    deployment = DeployedFolders(tree, graph, scope)
    packages = PackageTree.tree(scope.files.map { graph.files[$0].path }).map {
      ($0, DeployedFolders($0, graph, scope))
    }
  }

  func run(_ constraints: BoundaryConstraints = BoundaryConstraints()) -> Result {
    var found = begin(sharedByDecision(constraints))
    // Twice: what is shared shows only once the worst of the glue is gone.
    for _ in 0..<2 {
      var groups = provisional(found)
      groups.storeCounts = storeCounts(groups.groupOf)
      let code = SharedCode(edges: edges, groups: groups, known: Set(found.shared.keys))
      found.shared.merge(code.reasons) { known, _ in known }
      settle(&found.shared, constraints)
      found.folders = folders(without: found.shared)
    }
    addServants(of: &found.shared, besides: decided(constraints))
    return found
  }

  /// What people decided holds, whatever was found. What they put into a boundary, or bind to other files
  /// there, is in one.
  func settle(_ shared: inout [Int: String], _ constraints: BoundaryConstraints) {
    for position in decided(constraints) { shared[position] = nil }
    for (position, reason) in sharedByDecision(constraints) { shared[position] = reason }
  }

  private func decided(_ constraints: BoundaryConstraints) -> Set<Int> {
    let files = constraints.named.flatMap(\.members) + constraints.together.flatMap(\.self)
    return Set(files.map { scope.position[$0] }.filter { $0 >= 0 })
  }

  private func begin(_ shared: [Int: String]) -> Result {
    let whole = Result(shared: shared, folders: folders(without: shared))
    guard whole.folders.names.count < 3 else { return whole }
    // Parts that meet only in shared code show once the code that many folders use is gone.
    let leaves = ProvisionalGroups(
      groupOf: tree.folderOf,
      names: tree.nodes.indices.map { "\"\(tree.path($0).joined(separator: "/"))\"" })
    let hubs = SharedCode(
      edges: edges, groups: leaves, known: Set(shared.keys), userShare: Self.leafShare)
    var divided = Result(shared: hubs.reasons.merging(shared) { $1 }, folders: whole.folders)
    divided.folders = folders(without: divided.shared)
    let parts = Set(
      divided.folders.groupOf.indices.filter { divided.shared[$0] == nil }
        .map { divided.folders.groupOf[$0] })
    return parts.count >= 3 ? divided : whole
  }

  /// What shared code alone uses, and what uses nothing of the parts either, is shared with it.
  private func addServants(of shared: inout [Int: String], besides decided: Set<Int>) {
    while true {
      let used = Set(edges.filter { shared[$0.source] != nil }.map(\.target))
      let tied = Set(alive(without: shared).flatMap { [$0.source, $0.target] })
      let servants = used.subtracting(tied).subtracting(decided).filter { shared[$0] == nil }
      if servants.isEmpty { return }
      for position in servants { shared[position] = "used by shared code alone" }
    }
  }

  private func sharedByDecision(_ constraints: BoundaryConstraints) -> [Int: String] {
    var reasons: [Int: String] = [:]
    for file in constraints.shared where scope.position[file] >= 0 {
      reasons[scope.position[file]] = "decided to be shared"
    }
    return reasons
  }

  private func alive(without shared: [Int: String]) -> [WeightedEdge] {
    edges.filter { shared[$0.source] == nil && shared[$0.target] == nil }
  }

  private func folders(without shared: [Int: String]) -> FolderView {
    let (glue, reachable) = reachable(without: shared)
    let folders = FolderView(tree, deployment, glue: glue, reachable: reachable)
    guard let packages else { return folders }
    let folded = FolderView(packages.tree, packages.deployment, glue: glue, reachable: reachable)
    return folded.trust > folders.trust + Self.packageGain ? folded : folders
  }

  /// How much more trust packages need that lie in several modules than the modules themselves.
  private static let packageGain = 0.1

  /// What the names of files say of the parts.
  func names(without shared: [Int: String]) -> FolderView {
    let (glue, reachable) = reachable(without: shared)
    return NameTree.view(
      scope.files.map { Words.stem(graph.files[$0].path) }, glue: glue, reachable: reachable)
  }

  /// What the lists of builds say of the parts; nil where they say little.
  func targets(without shared: [Int: String]) -> FolderView? {
    guard !graph.targets.isEmpty else { return nil }
    let (glue, reachable) = reachable(without: shared)
    return TargetView.view(graph, scope, glue: glue, reachable: reachable)
  }

  /// The dependencies, and the modularity that Leiden reaches on them.
  private func reachable(without shared: [Int: String]) -> (UndirectedGraph, Double) {
    let glue = UndirectedGraph(nodeCount: scope.files.count, edges: alive(without: shared))
    let free = Leiden(.modularity, seed: seed).partition(glue)
    return (glue, glue.modularity(of: free.labels, count: max(1, free.count)))
  }

  private func provisional(_ found: Result) -> ProvisionalGroups {
    // Folders that explain half of what can be explained are better parts to count users by.
    if found.folders.trust > 0.5, found.folders.names.count > 3 { return groups(found.folders) }
    let glue = UndirectedGraph(nodeCount: scope.files.count, edges: alive(without: found.shared))
    let parts = Leiden(.modularity, seed: seed).partition(glue)
    return ProvisionalGroups(groupOf: parts.labels, names: centres(of: parts))
  }

  private func storeCounts(_ groupOf: [Int]) -> [Int: Int] {
    var stores: [Int: Set<Int32>] = [:]
    for use in graph.dataUses where use.access == .define && use.file >= 0 && use.symbol >= 0 {
      let position = scope.position[Int(use.file)]
      guard position >= 0, graph.symbols[Int(use.symbol)].kind == .type else { continue }
      stores[groupOf[position], default: []].insert(use.store)
    }
    return stores.mapValues(\.count)
  }

  private func groups(_ folders: FolderView) -> ProvisionalGroups {
    let paths = folders.names.map { $0.split(separator: "/").map(String.init) }
    let business = BusinessNames(paths).names
    let generic = paths.indices.filter {
      BusinessFolders.generic.contains(business[$0])
        || BusinessFolders.generic.contains(paths[$0].last?.lowercased() ?? "")
    }
    return ProvisionalGroups(
      groupOf: folders.groupOf,
      names: folders.names.map { $0.isEmpty ? "the outermost folders" : "\"\($0)\"" },
      generic: Set(generic))
  }

  /// Names each part after its file that the others use most, by weight of the edges to it.
  private func centres(of parts: Partition) -> [String] {
    var inflow = [Double](repeating: 0, count: scope.files.count)
    for edge in edges { inflow[edge.target] += edge.weight }
    return parts.members.map { members in
      // The first of equals.
      let centre = members.max { inflow[$0] != inflow[$1] ? inflow[$0] < inflow[$1] : $0 > $1 }!
      return "the part around \"\(graph.files[scope.files[centre]].path)\""
    }
  }
}
