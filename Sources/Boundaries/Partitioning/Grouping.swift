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
  var programs: ProgramView
  var terms: NameView
  /// Nil without a history.
  var past: PastViews?
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
  var past: PastEvidence?

  /// Components are finer.
  private var resolution: Double {
    options.granularity == .service ? options.parameters.resolution : 2.0
  }

  func build() -> Grouping {
    let dead = Set(constraints.dead)
    let files = graph.files.indices.filter {
      graph.files[$0].role == "production" && !dead.contains($0)
    }
    let scope = FileScope(files, of: graph)
    let edges = DependencyView.edges(graph, scope: scope)
    let business = BusinessFolders(files.map { graph.files[$0].path })
    var (terms, parted) = concurrently {
      NameView(graph, scope: scope)
    } and: {
      separate(scope, edges)
    }
    let programs = programs(scope, &parted)
    if programs.isSilent, !isFinal(parted.folders), let given = given(scope, edges, parted) {
      parted.folders = given
    }
    if isFinal(parted.folders) {
      parted.folders.leaveOut(parted.folders.withoutOwnData(graph, scope, parted.shared))
    }
    let views = Views(
      scope: scope, edges: edges, business: business, terms: terms, programs: programs)
    return group(views, parted.shared, parted.folders)
  }

  /// What the programs own, where folders do not say what the parts are. What one program alone
  /// reaches serves no other, however many of its files use it.
  private func programs(_ scope: FileScope, _ parted: inout Separation.Result) -> ProgramView {
    guard !isFinal(parted.folders), options.granularity == .service else {
      return ProgramView(none: scope.files.count)
    }
    var programs = ProgramView(
      graph, scope: scope, leastOwners: options.parameters.programOwners)
    let decided = Set(constraints.shared.map { scope.position[$0] })
    for position in programs.programOf.indices where programs.programOf[position] >= 0 {
      if !decided.contains(position) { parted.shared[position] = nil }
    }
    programs.leaveOut(parted.shared.keys)
    return programs
  }

  /// The parts by the lists of the build, else by the names of files, where these are believed.
  private func given(
    _ scope: FileScope, _ edges: [WeightedEdge], _ parted: Separation.Result
  ) -> FolderView? {
    let separation = Separation(graph: graph, scope: scope, edges: edges, seed: options.seed)
    func believed(_ view: FolderView?, _ weight: String) -> FolderView? {
      guard var view, isFinal(view),
        view.trust * (options.weights[weight] ?? 1) >= options.parameters.nameTrust
      else { return nil }
      view.trustInFolders = parted.folders.trust
      return view
    }
    return believed(separation.targets(without: parted.shared), "builds")
      ?? believed(separation.names(without: parted.shared), "names")
  }

  private func separate(_ scope: FileScope, _ edges: [WeightedEdge]) -> Separation.Result {
    let separation = Separation(graph: graph, scope: scope, edges: edges, seed: options.seed)
    var found = separation.run(constraints)
    var nested = NestedSystems(graph: graph, scope: scope, seed: options.seed)
    nested.finalTrust = options.parameters.finalTrust
    nested.divide(&found, edges)
    if isFinal(found.folders) { nested.divideMain(&found, edges) }
    // What is looked into by itself knows no decisions.
    separation.settle(&found.shared, constraints)
    return found
  }

  /// What is known of the files before they are grouped.
  private struct Views {
    var scope: FileScope
    var edges: [WeightedEdge]
    var business: BusinessFolders
    var terms: NameView
    var programs: ProgramView
    var past: PastViews?
  }

  private func group(
    _ views: Views, _ shared: [Int: String], _ folders: FolderView
  ) -> Grouping {
    let (scope, edges, terms) = (views.scope, views.edges, views.terms)
    let inside = { (edge: WeightedEdge) in
      shared[edge.source] == nil && (edge.target >= scope.files.count || shared[edge.target] == nil)
    }
    var views = views
    views.past = past.map {
      PastViews($0, scope, dependencies: edges.filter(inside), options)
    }
    let names = terms.neighbors.filter(inside)
    var weights = ViewWeights(options.weights, options.parameters)
    weights.names *=
      Fit(names, to: edges.filter(inside), count: scope.files.count, seed: options.seed).voice
    let past = (views.past?.edges ?? []).filter { inside($0) && $0.weight > 0 }
    func glue(_ folders: FolderView?) -> GlueGraph {
      GlueGraph(
        files: scope.files.count, dependencies: edges.filter(inside) + pairs(scope, shared),
        data: DataView.ties(graph, scope: scope).filter { shared[$0.source] == nil },
        names: names, past: past, folders: folders,
        storeCount: graph.stores.count,
        weights: weights)
    }
    let whole = glue(voice(of: folders))
    var nodes = NodeConstraints(
      constraints: constraints, scope: scope, shared: shared, programs: views.programs)
    let adoption = Adoption(scope: scope, graph: graph, terms: terms, decided: nodes.decided)
    var tied = Set(edges.filter(inside).flatMap { [$0.source, $0.target] })
    tied.formUnion(DataView.ties(graph, scope: scope).map(\.source))
    tied.formUnion(past.flatMap { [$0.source, $0.target] })
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
      var consensus = Consensus(
        glue.graph, resolution: resolution, seed: options.seed, constraints: resolved,
        start: earlier(nodes.scope, glue.graph.nodeCount))
      consensus.partition = ProgramParts(programs: nodes.programs, decided: nodes.decided)
        .divide(consensus.partition, glue.graph, resolution: resolution, seed: options.seed)
      consensus.partition = SettledParts(members: nodes.settled, decided: nodes.decided)
        .divide(consensus.partition, glue.graph, resolution: resolution, seed: options.seed)
      return complete(consensus, resolution, glue, nodes, Placing(terms: terms, folders: folders))
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

  /// The boundaries of an earlier result, where there is one; every other node alone.
  private func earlier(_ scope: FileScope, _ nodeCount: Int) -> Partition? {
    if constraints.earlier.isEmpty { return nil }
    var labels = Array(0..<nodeCount)
    for (number, boundary) in constraints.earlier.enumerated() {
      for file in boundary.members where scope.position[file] >= 0 {
        labels[scope.position[file]] = nodeCount + number
      }
    }
    return Partition(labels)
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
    folders.trust >= options.parameters.finalTrust && options.granularity == .service
      && suffice(folders)
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

  /// What small and lonely files are placed by.
  private struct Placing {
    var terms: NameView
    var folders: FolderView
  }

  private func complete(
    _ consensus: Consensus, _ resolution: Double, _ glue: GlueGraph, _ nodes: NodeConstraints,
    _ placing: Placing
  ) -> Attempt {
    let files = nodes.scope.files.count
    var settled = Set(nodes.named.map { consensus.partition.labels[$0] })
    if isFinal(placing.folders), options.count == nil {
      for position in 0..<files where nodes.shared[position] == nil {
        if placing.folders.standing.contains(placing.folders.groupOf[position]) {
          settled.insert(consensus.partition.labels[position])
        }
      }
    }
    if options.count == nil {
      for (position, program) in nodes.programs.programOf.enumerated() where program >= 0 {
        settled.insert(consensus.partition.labels[position])
      }
    }
    var absorption = Absorption(
      consensus.partition, graph: glue.graph,
      rules: Absorption.Rules(
        isFile: { $0 < files && nodes.shared[$0] == nil },
        settled: settled, apart: nodes.apart))
    // A part of a system of n files has at least n/100 of them, two to five.
    var least = min(5, max(2, files / 100))
    if let count = options.count { least = min(least, max(1, files / max(1, count))) }
    absorption.absorb(below: least)
    var adoption = Adoption(
      scope: nodes.scope, graph: graph, terms: placing.terms, decided: nodes.decided)
    // What is still too small hangs together with nothing else.
    let tiny = absorption.sizes.filter { $0.value < least && !settled.contains($0.key) }
    adoption.place(
      &absorption.labels, shared: nodes.shared, glue: glue,
      tiny: options.count == nil ? Set(tiny.keys) : [])
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
      programs: views.programs, terms: views.terms, past: views.past,
      absorbed: attempt.absorption.absorbed, adopted: attempt.adopted)
  }
}
