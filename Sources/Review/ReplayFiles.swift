internal import Basics

// How files get their places, and what is bound together or apart.
extension Replay {
  /// What a file is bound up with.
  private enum Unit: Hashable {
    case boundary(String)
    case group(Int)
    case file(Int)
  }

  /// A group of files without a place that stay together, and the decision behind it.
  struct OpenGroup {
    var number: Int
    var source: Int
  }

  mutating func placeClaimedFiles() {
    reportClashes()
    for file in scope.files.indices {
      guard let source = claims[file]?.source, let target = target(of: file) else { continue }
      append(file, to: target, source)
    }
    for id in planned.keys.sorted() where planned[id]!.isSettled && planned[id]!.members.isEmpty {
      planned[id] = nil
    }
  }

  private func target(of file: Int) -> Claim.Target? {
    guard let claim = claims[file] else { return nil }
    return rooted(claim.target)
  }

  private func rooted(_ target: Claim.Target) -> Claim.Target {
    if case .boundary(let id) = target { return .boundary(register.root(id)) }
    return target
  }

  private mutating func append(_ file: Int, to target: Claim.Target, _ source: Int) {
    switch target {
    case .boundary(let id):
      planned[id, default: ReplayPlan.PlannedBoundary(id: id)].members.append(file)
    case .label(let label):
      let title = decisions[source].decision.title
      plan.labels.append(ReplayPlan.LabelledFile(file: file, label: label, decision: title))
    }
  }

  /// One finding for two decisions, however many files they fight over.
  private mutating func reportClashes() {
    var counts: [[Int]: Int] = [:]
    var order: [FileClaims.Clash] = []
    for clash in claims.clashes where rooted(clash.held.target) != rooted(clash.other.target) {
      let key = [clash.held.source, clash.other.source]
      if counts[key] == nil { order.append(clash) }
      counts[key, default: 0] += 1
    }
    for clash in order {
      let more = counts[[clash.held.source, clash.other.source]]! - 1
      contradiction(
        clash.held.source, with: clash.other.source,
        "puts \"\(scope.files[clash.file])\"" + (more > 0 ? " and \(more) more" : "")
          + " into \"\(clash.held.target.title)\" and holds, against "
          + "\"\(clash.other.target.title)\"")
    }
  }

  // MARK: Together

  /// Unites the groups that share files; those with a placed file go where it is. Returns the groups
  /// without a place, by file.
  mutating func joinGroups() -> [Int: OpenGroup] {
    var open: [Int: OpenGroup] = [:]
    for group in unitedGroups() where !place(group) {
      for file in group.files {
        open[file] = OpenGroup(number: plan.keepTogether.count, source: group.sources[0])
      }
      plan.keepTogether.append(group.files)
    }
    for id in planned.keys { planned[id]!.members.sort() }
    plan.labels.sort { $0.file < $1.file }
    return open
  }

  private struct UnitedGroup {
    var files: [Int]
    var sources: [Int]
  }

  /// By smallest file.
  private mutating func unitedGroups() -> [UnitedGroup] {
    var groups: [UnitedGroup] = []
    for source in decisions.indices where decisions[source].decision.act == .keepTogether {
      let files = scope.files(matching: decisions[source].decision.subjects)
      if files.count == 1 {
        report(.partlyStale, source, "only \"\(scope.files[files[0]])\" is left of it")
      }
      guard files.count > 1 else { continue }
      let set = Set(files)
      let touching = groups.filter { $0.files.contains(where: set.contains) }
      groups.removeAll { $0.files.contains(where: set.contains) }
      groups.append(
        UnitedGroup(
          files: touching.reduce(set) { $0.union($1.files) }.sorted(),
          sources: (touching.flatMap(\.sources) + [source]).sorted()))
    }
    return groups.sorted { $0.files[0] < $1.files[0] }
  }

  /// Whether the files of the group have a place now: where most of its placed files are.
  private mutating func place(_ group: UnitedGroup) -> Bool {
    var counts: [Claim.Target: Int] = [:]
    for file in group.files {
      if let target = target(of: file) { counts[target, default: 0] += 1 }
    }
    let ranked = counts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.title.precedesBytewise($1.key.title)
    }
    guard let target = ranked.first?.key else { return false }
    for (other, _) in ranked.dropFirst() {
      let file = group.files.first { self.target(of: $0) == other }!
      contradiction(
        group.sources[0], with: claims[file]!.source,
        "keeps \"\(scope.files[file])\" together with files of \"\(target.title)\", but it is put "
          + "into \"\(other.title)\", which holds")
    }
    for file in group.files where claims[file] == nil {
      claims.claim(file, Claim(source: group.sources[0], target: target, rank: .place))
      append(file, to: target, group.sources[0])
    }
    return true
  }

  // MARK: Apart

  mutating func separate(_ open: [Int: OpenGroup]) {
    for source in decisions.indices where decisions[source].decision.act == .keepApart {
      let decision = decisions[source].decision
      var seen: [Unit: (group: Int, file: Int)] = [:]
      var groups: [[Int]] = []
      var isReported = false
      for (index, pattern) in decision.subjects.enumerated() {
        var group: [Int] = []
        for file in scope.files(matching: [pattern]) {
          guard let unit = unit(of: file, open) else { continue }
          if let other = seen[unit], other.group != index {
            if !isReported { reportTogether(source, (other.file, file), open) }
            isReported = true
          } else {
            seen[unit] = seen[unit] ?? (index, file)
            group.append(file)
          }
        }
        if !group.isEmpty { groups.append(group) }
      }
      if groups.count > 1 {
        plan.keepApart.append(ReplayPlan.Separation(groups: groups, decision: decision.title))
      }
    }
  }

  /// Nil for files outside every boundary.
  private func unit(of file: Int, _ open: [Int: OpenGroup]) -> Unit? {
    switch target(of: file) {
    case .boundary(let id): .boundary(id)
    case .label: nil
    case nil: open[file].map { .group($0.number) } ?? .file(file)
    }
  }

  private mutating func reportTogether(
    _ source: Int, _ files: (Int, Int), _ open: [Int: OpenGroup]
  ) {
    let (a, b) = (scope.files[files.0], scope.files[files.1])
    if files.0 == files.1 {
      contradiction(source, with: nil, "keeps \"\(a)\" apart from itself")
    } else {
      contradiction(
        source, with: claims[files.1]?.source ?? open[files.1]?.source,
        "keeps \"\(a)\" and \"\(b)\" apart, which another decision holds together")
    }
  }
}
