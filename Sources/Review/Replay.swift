internal import Basics

/// Turns decisions into a plan for the next partition.
///
/// Files are placed by the most specific pattern; where patterns of several kinds match, a placed
/// file (move, pin, shared, dead) goes before a part of a split, and that before the members of an
/// accepted or merged boundary. What cannot hold is left out and reported with the lines of both
/// sides: places go before keep-together, that before keep-apart, and that before rejections.
package struct Replay {
  let scope: ReviewScope
  /// One for each matter, by line.
  let decisions: [PlacedDecision]
  var register: BoundaryRegister
  var claims: FileClaims
  var planned: [String: ReplayPlan.PlannedBoundary] = [:]
  /// Index of the decision that named each planned boundary.
  var namedBy: [String: Int] = [:]
  /// What decisions remember of the boundary that they put files into, by how they call it.
  private(set) var surroundings: [String: [String]] = [:]
  /// Files of the groupings that were rejected, by decision.
  var rejections: [(source: Int, members: [Int])] = []
  /// Decisions without effect.
  var idle: Set<Int> = []
  var plan = ReplayPlan()

  /// Deterministic: the order of `decisions` matters only where two of them settle the same matter.
  ///
  /// Time: patterns times the files that start as they do, plus sorting.
  package static func plan(_ decisions: [PlacedDecision], for scope: ReviewScope) -> ReplayPlan {
    let ordered = decisions.sorted {
      $0.line != $1.line ? $0.line < $1.line : $0.decision.slot.precedesBytewise($1.decision.slot)
    }
    var replay = Replay(ordered, scope)
    replay.run()
    return replay.plan
  }

  private init(_ ordered: [PlacedDecision], _ scope: ReviewScope) {
    var findings: [ReplayFinding] = []
    decisions = Self.settle(ordered, &findings)
    self.scope = scope
    register = BoundaryRegister(scope: scope, decisions: decisions.map(\.decision))
    claims = FileClaims(fileCount: scope.files.count)
    plan.findings = findings
    for placed in decisions {
      guard let target = placed.decision.to, !placed.decision.around.isEmpty else { continue }
      if surroundings[target] == nil { surroundings[target] = placed.decision.around }
    }
  }

  /// Of the decisions on one matter keeps the latest by date, then by line.
  private static func settle(
    _ decisions: [PlacedDecision], _ findings: inout [ReplayFinding]
  ) -> [PlacedDecision] {
    var holder: [String: Int] = [:]
    var kept: [PlacedDecision?] = decisions
    for (index, placed) in decisions.enumerated() {
      let slot = placed.decision.slot
      guard let other = holder[slot] else {
        holder[slot] = index
        continue
      }
      let first = decisions[other]
      let isLater = (placed.decision.date ?? "") >= (first.decision.date ?? "")
      let (winner, loser) = isLater ? (index, other) : (other, index)
      holder[slot] = winner
      kept[loser] = nil
      if placed.decision.agrees(with: first.decision) { continue }
      findings.append(
        ReplayFinding(
          kind: .contradiction, lines: [first.line, placed.line],
          message: "\"\(first.decision.title)\" and \"\(placed.decision.title)\" of line "
            + "\(placed.line) settle the same matter; the one of line \(decisions[winner].line) "
            + "holds, remove the other"))
    }
    return kept.compactMap { $0 }
  }

  private mutating func run() {
    for source in decisions.indices where decisions[source].decision.act == .merge {
      absorb(source)
    }
    for source in decisions.indices { apply(source) }
    placeClaimedFiles()
    let groups = joinGroups()
    separate(groups)
    for (source, members) in rejections { reject(source, members) }
    settleNames()
    plan.boundaries = planned.values.sorted { $0.id.precedesBytewise($1.id) }
    plan.applied = decisions.count - idle.count
    plan.findings.sort {
      $0.lines != $1.lines
        ? $0.lines.lexicographicallyPrecedes($1.lines) : $0.message.precedesBytewise($1.message)
    }
  }

  private mutating func apply(_ source: Int) {
    let decision = decisions[source].decision
    guard checkPatterns(source) else { return }
    switch decision.act {
    case .accept: accept(source)
    case .reject: rememberRejection(source)
    case .rename: rename(source)
    case .merge: merge(source)
    case .split: split(source)
    case .move, .pin: place(source)
    case .shared: claim(source, [decision.subject], .label(.shared), .place)
    case .dead: claim(source, [decision.subject], .label(.dead), .place)
    case .owner: own(source)
    // These bind files once all of them have their places.
    case .keepTogether, .keepApart: break
    case .serverless:
      plan.verdicts.append(
        ReplayPlan.PlannedVerdict(
          files: scope.files(matching: [decision.subject]), symbol: decision.name,
          verdict: decision.to ?? "", decision: decision, line: decisions[source].line))
    }
  }

  // MARK: Reports

  mutating func report(_ kind: ReplayFinding.Kind, _ source: Int, _ message: String) {
    let placed = decisions[source]
    if kind == .stale { idle.insert(source) }
    plan.findings.append(
      ReplayFinding(
        kind: kind, lines: [placed.line], message: "\"\(placed.decision.title)\": \(message)"))
  }

  mutating func contradiction(_ source: Int, with other: Int?, _ message: String) {
    let placed = decisions[source]
    let line = other.map { decisions[$0].line }
    plan.findings.append(
      ReplayFinding(
        kind: .contradiction, lines: Set([placed.line, line ?? placed.line]).sorted(),
        message: "\"\(placed.decision.title)\" (line \(placed.line)) \(message)"
          + (line.map { " (line \($0))" } ?? "") + "; remove one or make it narrower"))
  }

  /// Says of a pattern that is followed to another name where it leads.
  private mutating func followRename(_ pattern: String, _ source: Int) {
    guard let names = scope.renamed(pattern),
      let first = names.first(where: { $0.likeness >= ReviewScope.surelySame })
    else { return }
    let count = names.count { $0.likeness >= ReviewScope.surelySame }
    report(
      .followedRename, source,
      "\"\(first.path)\" is \"\(scope.files[first.file])\" now, "
        + "\(Int((first.likeness * 100).rounded())) % alike"
        + (count > 1 ? ", and \(count - 1) more like it" : "")
        + "; \"cleave decide --resolve\" writes the new names")
  }

  /// Reports patterns that match no file; whether anything of the decision is left to do.
  private mutating func checkPatterns(_ source: Int) -> Bool {
    let decision = decisions[source].decision
    let patterns = decision.placingPatterns
    for pattern in patterns { followRename(pattern, source) }
    let empty = patterns.filter { scope.files(matching: [$0]).isEmpty }
    guard let first = empty.first else { return true }
    var message = "no file matches \"\(first)\""
    if empty.count > 1 { message += " and \(empty.count - 1) more" }
    message += scope.nearestPath(to: first).map { "; is it \"\($0)\" now" } ?? "; remove it"
    let isIdle = empty.count == patterns.count
    report(isIdle ? .stale : .partlyStale, source, message)
    return !isIdle
  }
}

extension Decision {
  /// The patterns that say where files go, without those that only remember what a boundary was.
  var placingPatterns: [String] {
    switch act {
    case .accept, .reject: members
    case .split: into.flatMap(\.patterns)
    case .move, .pin, .shared, .dead, .serverless: [subject]
    case .keepTogether, .keepApart: subjects
    case .rename, .merge, .owner: []
    }
  }
}
