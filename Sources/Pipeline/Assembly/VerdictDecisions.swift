internal import ReportModel
internal import Review

/// Puts the verdicts that people gave into the place of those that the rules gave.
struct VerdictDecisions {
  private let verdicts: [ReplayPlan.PlannedVerdict]

  init(_ verdicts: [ReplayPlan.PlannedVerdict]) { self.verdicts = verdicts }

  /// The narrower decision of two holds: one function before all of a file. What matches no trigger is
  /// reported as unmatched.
  func apply(to document: inout Document) {
    for planned in verdicts.sorted(by: { ($0.symbol == nil ? 0 : 1) < ($1.symbol == nil ? 0 : 1) })
    {
      let paths = Set(planned.files.map { document.files[$0].path })
      var isUsed = false
      for index in document.serverless.findings.indices {
        let finding = document.serverless.findings[index]
        guard paths.contains(finding.place.file),
          planned.symbol == nil || planned.symbol == finding.symbol
        else { continue }
        isUsed = true
        document.serverless.findings[index].overrule(planned)
      }
      if !isUsed { report(planned, &document.decisions) }
    }
  }

  private func report(_ planned: ReplayPlan.PlannedVerdict, _ report: inout DecisionReport) {
    report.applied.removeAll { $0.line == planned.line }
    let kind = ReplayFinding.Kind.stale.rawValue
    report.unmatched.append(
      DecisionEntry(
        act: kind, text: "\"\(planned.decision.title)\": no declared trigger starts it; remove it",
        line: planned.line, outcome: kind))
  }
}

extension ServerlessEntry {
  /// The decided verdict, with the decision as the first reason and what the rules said beside it.
  fileprivate mutating func overrule(_ planned: ReplayPlan.PlannedVerdict) {
    var text = "decided"
    if let author = planned.decision.author { text += " by \(author)" }
    if let reason = planned.decision.reason { text += ": \(reason)" }
    if planned.verdict != verdict { text += " (by the rules: \(verdict))" }
    reasons.removeAll { $0.id == Self.decided }
    reasons.insert(
      Ground(
        id: Self.decided, text: text,
        places: [Place(file: DecisionFile.name, line: planned.line)]), at: 0)
    if planned.verdict != verdict { mode = nil }
    verdict = planned.verdict
  }

  private static let decided = "decision"
}
