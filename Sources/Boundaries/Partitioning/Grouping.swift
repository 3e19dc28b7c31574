internal import Basics
internal import Clustering
internal import DependencyGraph
internal import Graphs

/// The files of a graph grouped into candidates, with what was learnt on the way.
struct Grouping {
  var scope: FileScope
  /// Positions that are shared, with reasons.
  var shared: [Int: String]
  /// For each position its group; -1 for shared ones.
  var groupOf: [Int]
  var groupCount: Int
  var stability: [Double]
  var agreement: Double
  var resolution: Double
  var business: BusinessFolders
  var folders: FolderView
  var terms: NameView
  /// Positions that a larger group took in because theirs was too small.
  var absorbed: Set<Int>
  /// Positions without any edge, placed by folder or name.
  var adopted: [Int: String]
}

/// Makes a grouping: shared code first, then Leiden on the views, then small and lonely files.
struct GroupingBuilder {
  let graph: CodeGraph
  let options: BoundaryOptions
  let constraints: BoundaryConstraints

  /// Folders that fit at least this well are final: refining them was never seen to add anything,
  /// and people recognise them.
  private static let finalTrust = 0.8

  /// A fixed resolution was as good as any rule for choosing one; components are finer.
  private var resolution: Double { options.granularity == .service ? 0.7 : 2.0 }

  func build() -> Grouping {
    let dead = Set(constraints.dead)
    let files = graph.files.indices.filter {
      graph.files[$0].role == "production" && !dead.contains($0)
    }
    let scope = FileScope(files, of: graph)
    let edges = DependencyView.edges(graph, scope: scope)
    let business = BusinessFolders(files.map { graph.files[$0].path })
    let (terms, parted) = concurrently {
      NameView(graph, scope: scope)
    } and: {
      separate(scope, edges, business)
    }
    let views = Views(scope: scope, edges: edges, business: business, terms: terms)
    return group(views, parted.shared, parted.folders)
  }

  /// What is known of the files before they are grouped.
  private struct Views {
    var scope: FileScope
    var edges: [WeightedEdge]
    var business: BusinessFolders
    var terms: NameView
  }

  /// Positions of shared code, with reasons, and the folders of the rest.
  private func separate(
    _ scope: FileScope, _ edges: [WeightedEdge], _ business: BusinessFolders
  ) -> (shared: [Int: String], folders: FolderView) {
    var shared = sharedByDecision(scope)
    var folders = folderView(business, edges, without: shared)
    // Twice: what is shared shows only once the worst of the glue is gone.
    for _ in 0..<2 {
      let found = SharedCode(
        edges: edges, groups: provisional(scope, edges, folders, without: shared),
        known: Set(shared.keys))
      shared.merge(found.reasons) { known, _ in known }
      for position in decided(scope) { shared[position] = nil }
      for (position, reason) in sharedByDecision(scope) { shared[position] = reason }
      folders = folderView(business, edges, without: shared)
    }
    addServants(of: &shared, edges, besides: Set(decided(scope)))
    if isFinal(folders) { folders.leaveOut(folders.withoutOwnData(graph, scope, shared)) }
    return (shared, folders)
  }

  /// What shared code alone uses, and what uses nothing of the parts either, is shared with it.
  private func addServants(
    of shared: inout [Int: String], _ edges: [WeightedEdge], besides decided: Set<Int>
  ) {
    while true {
      let used = Set(edges.filter { shared[$0.source] != nil }.map(\.target))
      let tied = Set(alive(edges, without: shared).flatMap { [$0.source, $0.target] })
      let servants = used.subtracting(tied).subtracting(decided).filter { shared[$0] == nil }
      if servants.isEmpty { return }
      for position in servants { shared[position] = "used by shared code alone" }
    }
  }

  private func sharedByDecision(_ scope: FileScope) -> [Int: String] {
    var reasons: [Int: String] = [:]
    for file in constraints.shared where scope.position[file] >= 0 {
      reasons[scope.position[file]] = "decided to be shared"
    }
    return reasons
  }

  /// Positions that people put into a boundary: never shared.
  private func decided(_ scope: FileScope) -> [Int] {
    constraints.named.flatMap(\.members).map { scope.position[$0] }.filter { $0 >= 0 }
  }

  private func alive(_ edges: [WeightedEdge], without shared: [Int: String]) -> [WeightedEdge] {
    edges.filter { shared[$0.source] == nil && shared[$0.target] == nil }
  }

  private func folderView(
    _ business: BusinessFolders, _ edges: [WeightedEdge], without shared: [Int: String]
  ) -> FolderView {
    let glue = UndirectedGraph(
      nodeCount: business.folders.count, edges: alive(edges, without: shared))
    let free = Leiden(.modularity, seed: options.seed).partition(glue)
    return FolderView(
      business, glue: glue,
      reachable: glue.modularity(of: free.labels, count: max(1, free.count)))
  }

  private func provisional(
    _ scope: FileScope, _ edges: [WeightedEdge], _ folders: FolderView,
    without shared: [Int: String]
  ) -> ProvisionalGroups {
    // Folders that explain half of what can be explained are better parts to count users by.
    if folders.trust > 0.5, folders.names.count > 3 {
      let names = folders.names.map { $0.isEmpty ? "the outermost folders" : "\"\($0)\"" }
      return ProvisionalGroups(groupOf: folders.groupOf, names: names)
    }
    let glue = UndirectedGraph(
      nodeCount: scope.files.count, edges: alive(edges, without: shared))
    let parts = Leiden(.modularity, seed: options.seed).partition(glue)
    return ProvisionalGroups(groupOf: parts.labels, names: centres(of: parts, scope, edges))
  }

  /// Names each part after its file that the others use most, by weight of the edges to it.
  private func centres(
    of parts: Partition, _ scope: FileScope, _ edges: [WeightedEdge]
  ) -> [String] {
    var inflow = [Double](repeating: 0, count: scope.files.count)
    for edge in edges { inflow[edge.target] += edge.weight }
    return parts.members.map { members in
      // The first of equals.
      let centre = members.max { inflow[$0] != inflow[$1] ? inflow[$0] < inflow[$1] : $0 > $1 }!
      return "the part around \"\(graph.files[scope.files[centre]].path)\""
    }
  }

  private func group(
    _ views: Views, _ shared: [Int: String], _ folders: FolderView
  ) -> Grouping {
    let (scope, edges, terms) = (views.scope, views.edges, views.terms)
    let inside = { (edge: WeightedEdge) in
      shared[edge.source] == nil && (edge.target >= scope.files.count || shared[edge.target] == nil)
    }
    func glue(_ folders: FolderView?) -> GlueGraph {
      GlueGraph(
        files: scope.files.count, dependencies: edges.filter(inside) + pairs(scope, shared),
        data: DataView.ties(graph, scope: scope).filter { shared[$0.source] == nil },
        names: terms.neighbors.filter(inside), folders: folders,
        storeCount: graph.stores.count, weights: ViewWeights(options.weights))
    }
    let whole = glue(voice(of: folders))
    var nodes = NodeConstraints(constraints: constraints, scope: scope, shared: shared)
    let adoption = Adoption(scope: scope, graph: graph, terms: terms, decided: nodes.decided)
    var tied = Set(edges.filter(inside).flatMap { [$0.source, $0.target] })
    tied.formUnion(DataView.ties(graph, scope: scope).map(\.source))
    if folders.trust > 0 {
      tied.formUnion(folders.groupOf.indices.filter { !folders.names[folders.groupOf[$0]].isEmpty })
    }
    nodes.shared.merge(adoption.besideShared(shared, tied: tied)) { known, _ in known }
    var chosen = choose(whole, nodes, folders, terms)
    var rejected = RejectedGroupings(glue: whole, pairs: pairs(scope, shared), seed: options.seed)
    while let divisions = rejected.divide(chosen.absorption.labels, nodes) {
      nodes.divisions += divisions
      chosen = choose(whole, nodes, folders, terms)
    }
    if isFinal(folders) {
      chosen.consensus.test(
        on: glue(nil).graph, files: scope.files.count, resolution: chosen.resolution,
        seed: options.seed)
    }
    return finish(chosen, nodes, folders, views)
  }

  /// The attempt whose resolution suits what is asked for.
  private func choose(
    _ glue: GlueGraph, _ nodes: NodeConstraints, _ folders: FolderView, _ terms: NameView
  ) -> Attempt {
    let resolved = ResolvedConstraints(
      nodeCount: glue.graph.nodeCount,
      nodes.clustering(glue: glue.graph, folders: isFinal(folders) ? folders : nil))
    func attempt(_ resolution: Double) -> Attempt {
      let consensus = Consensus(
        glue.graph, resolution: resolution, seed: options.seed, constraints: resolved)
      return complete(consensus, resolution, glue, nodes, terms)
    }
    var chosen = attempt(resolution)
    if let count = options.count {
      while chosen.absorption.sizes.count < count, chosen.resolution < resolution * 40 {
        chosen = attempt(chosen.resolution * 1.3)
      }
      chosen.absorption.merge(downTo: count)
    } else {
      // One part that holds most of everything is no split: look closer, at most three times.
      while chosen.resolution < resolution * 4,
        isGiant(chosen.consensus.partition, glue, nodes.shared)
      {
        chosen = attempt(chosen.resolution * 1.6)
      }
    }
    return chosen
  }

  /// One clustering, with small clusters absorbed and lonely files placed.
  private struct Attempt {
    var resolution: Double
    var consensus: Consensus
    var absorption: Absorption
    var adopted: [Int: String]
  }

  /// Folders that fit well are the parts, unless finer or more ones are asked for.
  private func isFinal(_ folders: FolderView) -> Bool {
    folders.trust >= Self.finalTrust && options.granularity == .service && suffice(folders)
  }

  private func suffice(_ folders: FolderView) -> Bool {
    (options.count ?? 0) <= folders.names.count { !$0.isEmpty }
  }

  /// Folders with a voice that lets them be divided where there are fewer than were asked for.
  private func voice(of folders: FolderView) -> FolderView {
    var voice = folders
    if !suffice(folders) { voice.trust = min(voice.trust, 0.5) }
    return voice
  }

  private func isGiant(
    _ partition: Partition, _ glue: GlueGraph, _ shared: [Int: String]
  ) -> Bool {
    var sizes = [Int](repeating: 0, count: partition.count)
    for node in 0..<glue.fileCount where shared[node] == nil { sizes[partition.labels[node]] += 1 }
    let total = sizes.reduce(0, +)
    return total > 20 && Double(sizes.max() ?? 0) > 0.6 * Double(total)
  }

  /// Header and source of one stem are one thing: bound before anything else.
  private func pairs(_ scope: FileScope, _ shared: [Int: String]) -> [WeightedEdge] {
    IncludedPairs(graph).pairs.compactMap { pair in
      let a = scope.position[Int(pair.source)]
      let b = scope.position[Int(pair.header)]
      guard a >= 0, b >= 0, shared[a] == nil, shared[b] == nil else { return nil }
      return WeightedEdge(a, b, weight: 8)
    }
  }

  private func complete(
    _ consensus: Consensus, _ resolution: Double, _ glue: GlueGraph, _ nodes: NodeConstraints,
    _ terms: NameView
  ) -> Attempt {
    let files = nodes.scope.files.count
    var absorption = Absorption(
      consensus.partition, graph: glue.graph,
      rules: Absorption.Rules(
        isFile: { $0 < files && nodes.shared[$0] == nil },
        settled: Set(nodes.named.map { consensus.partition.labels[$0] }), apart: nodes.apart))
    // A part of a system of n files has at least n/100 of them, two to five.
    var least = min(5, max(2, files / 100))
    if let count = options.count { least = min(least, max(1, files / max(1, count))) }
    absorption.absorb(below: least)
    var adoption = Adoption(scope: nodes.scope, graph: graph, terms: terms, decided: nodes.decided)
    adoption.place(&absorption.labels, shared: nodes.shared, glue: glue)
    return Attempt(
      resolution: resolution, consensus: consensus, absorption: absorption,
      adopted: adoption.reasons)
  }

  private func finish(
    _ attempt: Attempt, _ nodes: NodeConstraints, _ folders: FolderView, _ views: Views
  ) -> Grouping {
    let labels = nodes.scope.files.indices.map {
      nodes.shared[$0] == nil ? attempt.absorption.labels[$0] : -1
    }
    let order = Partition(labels.filter { $0 >= 0 })
    var next = order.labels.makeIterator()
    return Grouping(
      scope: nodes.scope, shared: nodes.shared,
      groupOf: labels.map { $0 < 0 ? -1 : next.next()! }, groupCount: order.count,
      stability: attempt.consensus.stability, agreement: attempt.consensus.agreement,
      resolution: attempt.resolution, business: views.business, folders: folders,
      terms: views.terms,
      absorbed: attempt.absorption.absorbed, adopted: attempt.adopted)
  }
}
