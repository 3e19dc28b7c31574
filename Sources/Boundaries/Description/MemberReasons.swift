internal import DependencyGraph
internal import Facts

/// Why each file is where it is, and where else it could be.
struct MemberReasons {
  let graph: CodeGraph
  let grouping: Grouping
  private let flows: [[Int: Int]]
  private let strongest: [FilePairs]
  /// For each position the use of stored data that ties it to its group, writes before reads.
  private let tables: [Int: DataUse]

  private struct FilePairs {
    /// (references, other file, edge) within the own group, strongest first, at most three.
    var top: [(count: Int, other: Int, edge: Int)] = []
  }

  init(graph: CodeGraph, grouping: Grouping) {
    self.graph = graph
    self.grouping = grouping
    var flows: [[Int: Int]] = Array(repeating: [:], count: grouping.scope.files.count)
    var strongest = Array(repeating: FilePairs(), count: grouping.scope.files.count)
    for (index, edge) in graph.fileEdges.enumerated() where grouping.scope.holds(edge) {
      let from = grouping.scope.position[Int(edge.from)]
      let to = grouping.scope.position[Int(edge.to)]
      let (a, b) = (grouping.groupOf[from], grouping.groupOf[to])
      guard a >= 0, b >= 0 else { continue }
      let count = graph.count(of: edge)
      flows[from][b, default: 0] += count
      flows[to][a, default: 0] += count
      if a == b {
        strongest[from].top.append((count, to, index))
        strongest[to].top.append((count, from, index))
      }
    }
    for position in strongest.indices {
      strongest[position].top.sort {
        $0.count != $1.count ? $0.count > $1.count : $0.edge < $1.edge
      }
      strongest[position].top = Array(strongest[position].top.prefix(3))
    }
    self.flows = flows
    self.strongest = strongest
    tables = Self.commonTables(graph, grouping)
  }

  /// The first use of a store that another file of the group uses as well.
  private static func commonTables(_ graph: CodeGraph, _ grouping: Grouping) -> [Int: DataUse] {
    func place(_ use: DataUse) -> (position: Int, group: Int)? {
      guard use.file >= 0, use.access != .define else { return nil }
      let position = grouping.scope.position[Int(use.file)]
      return position >= 0 && grouping.groupOf[position] >= 0
        ? (position, grouping.groupOf[position]) : nil
    }
    var users: [[Int]: Set<Int>] = [:]
    for use in graph.storedUses {
      if let (position, group) = place(use) {
        users[[Int(use.store), group], default: []].insert(position)
      }
    }
    var tables: [Int: DataUse] = [:]
    for use in graph.storedUses {
      guard let (position, group) = place(use), users[[Int(use.store), group]]!.count > 1 else {
        continue
      }
      if let known = tables[position], known.access == .write || use.access == .read { continue }
      tables[position] = use
    }
    return tables
  }

  func member(_ position: Int, decided: Set<Int>) -> Member {
    let file = grouping.scope.files[position]
    let own = grouping.groupOf[position]
    let inside = flows[position][own] ?? 0
    let next = flows[position].filter { $0.key != own }
      .max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    return Member(
      file: file, reason: reason(position, inside, decided.contains(file)),
      confidence: confidence(position, inside, next?.value ?? 0, decided.contains(file)),
      stability: grouping.stability[position], inside: inside, alternative: next?.key,
      alternativeReferences: next?.value ?? 0,
      evidence: evidence(position))
  }

  private func evidence(_ position: Int) -> [SourcePlace] {
    if strongest[position].top.isEmpty, let use = tables[position] {
      return [SourcePlace(file: graph.place(of: use), line: Int(use.line))]
    }
    return strongest[position].top.map { place($0.edge) }
  }

  private func place(_ index: Int) -> SourcePlace {
    let edge = graph.fileEdges[index]
    // A use says more than the inclusion that makes it possible.
    let groups = graph.evidence[edge.groups.range]
    let group = groups.first { $0.kind != .include && $0.kind != .macro } ?? groups.first!
    return SourcePlace(
      file: graph.place(of: group, in: edge), line: Int(graph.evidenceLines[Int(group.lines.start)])
    )
  }

  private func reason(_ position: Int, _ inside: Int, _ isDecided: Bool) -> String {
    if isDecided { return "decided" }
    if let adopted = grouping.adopted[position] { return adopted }
    if let top = strongest[position].top.first {
      let other = graph.files[grouping.scope.files[top.other]].path
      let rest =
        strongest[position].top.count > 1 ? ", most with \"\(other)\"" : " with \"\(other)\""
      let absorbed = grouping.absorbed.contains(position) ? "; too small for a part of its own" : ""
      return
        "\(inside) reference\(inside == 1 ? "" : "s") inside\(rest)\(absorbed)\(program(position))"
    }
    if let use = tables[position] {
      let name = graph.stores[Int(use.store)].name
      let act = use.access == .write ? "writes" : "reads"
      return "no references inside; it \(act) \"\(name)\", as others here do"
    }
    if hasFolderVoice(position) {
      let tells =
        switch grouping.folders.source {
        case .folders: "its folder is here"
        case .names: "its name begins alike"
        case .targets: "the build links it with these"
        }
      return "no references inside; " + tells
    }
    if let past = pastReason(position) { return "no references inside; " + past }
    return "no references inside; its names are nearest to this part"
  }

  /// Empty where no program owns the file, or it starts there.
  private func program(_ position: Int) -> String {
    let program = grouping.programs.programOf[position]
    guard program >= 0, grouping.programs.starts[program] != position else { return "" }
    let start = graph.files[grouping.scope.files[grouping.programs.starts[program]]].path
    return "; of all programs only that of \"\(start)\" reaches it"
  }

  /// What the past says of the file and the one here that it changes with most.
  private func pastReason(_ position: Int) -> String? {
    guard let past = grouping.past else { return nil }
    return past.nearest[position].lazy
      .filter { grouping.groupOf[$0] == grouping.groupOf[position] }
      .compactMap { other -> String? in
        guard let reason = past.reason(position, other) else { return nil }
        return "with \"\(graph.files[grouping.scope.files[other]].path)\": \(reason)"
      }.first
  }

  private func hasFolderVoice(_ position: Int) -> Bool {
    grouping.folders.trust > 0
      && !grouping.folders.names[grouping.folders.groupOf[position]].isEmpty
  }

  /// Firm: it stays in nine of ten runs and uses no other part half as much as its own. Open: another
  /// part has more of its references, or a quarter as many and it stays in fewer than six of ten; or
  /// it has none and does not stand in a folder of this part either.
  private func confidence(
    _ position: Int, _ inside: Int, _ next: Int, _ isDecided: Bool
  ) -> Member.Confidence {
    if isDecided { return .firm }
    if inside == 0, next == 0, tables[position] == nil {
      let isInFolder =
        grouping.adopted[position].map { $0 == Adoption.byFolder } ?? hasFolderVoice(position)
      return isInFolder ? .likely : .open
    }
    let stability = grouping.stability[position]
    if next > inside || stability < 0.6 && next * 4 > inside { return .open }
    return stability >= 0.9 && next * 2 <= inside ? .firm : .likely
  }
}
