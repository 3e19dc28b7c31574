package import DependencyGraph
internal import Facts

/// Proposes candidate services for a code graph.
///
/// Shared code is found first and kept out of the glue; then Leiden partitions a graph in which
/// dependencies, stored data, folders (as far as they fit the dependencies) and names each have a
/// voice; small and lonely files are placed last. Near linear in edges, for each of about ten runs.
package struct BoundaryProposer: Sendable {
  package var options: BoundaryOptions

  package init(options: BoundaryOptions = BoundaryOptions()) { self.options = options }

  package func propose(
    _ graph: CodeGraph, constraints: BoundaryConstraints = BoundaryConstraints(),
    past: PastEvidence? = nil
  ) -> BoundaryProposal {
    var graph = graph
    if options.weights["builds"] == 0 { graph.targets = [] }
    let grouping = GroupingBuilder(
      graph: graph, options: options, constraints: constraints, past: past
    ).build()
    var proposal = BoundaryProposal()
    let order = sizeOrder(grouping)
    var rank = [Int](repeating: 0, count: order.count)
    for (index, group) in order.enumerated() { rank[group] = index }
    var groupOfFile = [Int](repeating: -1, count: graph.files.count)
    for (position, group) in grouping.groupOf.enumerated() where group >= 0 {
      groupOfFile[grouping.scope.files[position]] = rank[group]
    }
    proposal.boundaries = describe(graph, grouping, order, rank, groupOfFile, constraints)
    proposal.shared = sharedFiles(graph, grouping, groupOfFile, constraints)
    proposal.placements = placements(graph, groupOfFile, dead: Set(constraints.dead))
    let surface = Surface(graph: graph, groupOfFile: groupOfFile, count: order.count)
    for index in order.indices { proposal.boundaries[index].exposes = surface.exposed[index] }
    proposal.crossings = surface.crossings
    proposal.verdict =
      SplitJudge(
        graph: graph, grouping: grouping, groupOfFile: groupOfFile,
        boundaries: proposal.boundaries
      ).judge()
    proposal.levels = SplitLevels(grouping: grouping, options: options)
      .levels(components: proposal.boundaries.reduce(0) { $0 + max(1, $1.components.count) })
    proposal.method = [
      ("resolution", grouping.resolution), ("agreement", grouping.agreement),
      ("folder-trust", grouping.folders.trustInFolders ?? grouping.folders.trust),
      ("folder-depth", Double(grouping.folders.depth)),
      ("programs", Double(grouping.programs.starts.count)),
      ("shared-files", Double(grouping.shared.count)),
    ]
    if grouping.folders.source == .names {
      proposal.method.append(("name-trust", grouping.folders.trust))
    }
    if grouping.folders.source == .targets {
      proposal.method.append(("build-trust", grouping.folders.trust))
    }
    if let past = grouping.past, past.historyTrust + past.teamTrust > 0 {
      proposal.method += [("history-trust", past.historyTrust), ("team-trust", past.teamTrust)]
    }
    return proposal
  }

  /// Groups by number of files, largest first; the first file breaks ties.
  private func sizeOrder(_ grouping: Grouping) -> [Int] {
    var sizes = [Int](repeating: 0, count: grouping.groupCount)
    for group in grouping.groupOf where group >= 0 { sizes[group] += 1 }
    return sizes.indices.sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
  }

  private func placements(
    _ graph: CodeGraph, _ groupOfFile: [Int], dead: Set<Int>
  ) -> [Placement] {
    graph.files.indices.map { file in
      if groupOfFile[file] >= 0 { return .boundary(groupOfFile[file]) }
      let role = graph.files[file].role
      if role != "production" { return .label("@" + role) }
      return .label(dead.contains(file) ? "@tool" : "@shared")
    }
  }

  private func sharedFiles(
    _ graph: CodeGraph, _ grouping: Grouping, _ groupOfFile: [Int],
    _ constraints: BoundaryConstraints
  ) -> [SharedFile] {
    var users: [Int: Set<Int>] = [:]
    for edge in graph.fileEdges where groupOfFile[Int(edge.from)] >= 0 {
      users[Int(edge.to), default: []].insert(groupOfFile[Int(edge.from)])
    }
    var reasons: [Int: String] = [:]
    for (position, reason) in grouping.shared { reasons[grouping.scope.files[position]] = reason }
    for file in constraints.dead where graph.files[file].role == "production" {
      reasons[file] = "decided to be dead"
    }
    return reasons.sorted { $0.key < $1.key }.map { file, reason in
      SharedFile(file: file, reason: reason, users: (users[file] ?? []).sorted())
    }
  }

  private func describe(
    _ graph: CodeGraph, _ grouping: Grouping, _ order: [Int], _ rank: [Int],
    _ groupOfFile: [Int], _ constraints: BoundaryConstraints
  ) -> [CandidateBoundary] {
    let vocabulary = Vocabulary.of(grouping)
    let naming = BoundaryNaming(graph: graph, grouping: grouping)
    let names = naming.names(vocabulary: vocabulary)
    let components = Components(graph: graph, grouping: grouping, naming: naming)
      .find(seed: options.seed)
    let reasons = MemberReasons(graph: graph, grouping: grouping)
    let stores = StoreOwnership(graph: graph, groupOfFile: groupOfFile, count: order.count)
    let decided = Set(constraints.named.flatMap(\.members))
    var boundaries = order.map { group in
      var members = grouping.groupOf.indices.filter { grouping.groupOf[$0] == group }.map {
        reasons.member($0, decided: decided)
      }
      for index in members.indices {
        members[index].alternative = members[index].alternative.map { rank[$0] }
      }
      return CandidateBoundary(
        id: names[group], name: names[group], vocabulary: vocabulary[group], members: members,
        lines: members.reduce(0) { $0 + graph.files[$1.file].lines },
        stability: members.reduce(0) { $0 + $1.stability } / Double(max(1, members.count)))
    }
    for (index, group) in order.enumerated() {
      boundaries[index].components = components[group].map { component in
        CandidateBoundary.Component(
          name: component.name, files: component.members.map { grouping.scope.files[$0] })
      }
    }
    for index in boundaries.indices {
      boundaries[index].owns = stores.owns[index]
      boundaries[index].shares = stores.shares[index]
      boundaries[index].reads = stores.reads[index]
    }
    addEntryPoints(graph, groupOfFile, to: &boundaries)
    let kept = KeptNames(constraints: constraints)
    kept.applyEarlier(to: &boundaries)
    kept.applyDecided(to: &boundaries)
    return boundaries
  }

  private func addEntryPoints(
    _ graph: CodeGraph, _ groupOfFile: [Int], to boundaries: inout [CandidateBoundary]
  ) {
    for symbol in graph.symbols where symbol.traits.contains(.entryPoint) {
      let group = groupOfFile[Int(symbol.file)]
      if group >= 0 {
        boundaries[group].entryPoints.append(
          SourcePlace(file: Int(symbol.file), line: Int(symbol.line)))
      }
    }
  }
}
