internal import Basics
package import Configuration
package import ReportModel
package import Review

/// What is new, known and stale: the findings of a document against a baseline and a base revision.
package struct BoundaryCheck {
  package var document: Document
  package var decisions: [PlacedDecision]
  package var severities = Check()
  package var baseline = BaselineFile()
  /// The document of the base revision.
  package var base: Document?
  /// Paths of the base revision that have another name now.
  package var renamed: [String: String] = [:]
  /// Names that files had before, for decisions that speak of them.
  package var former: [ReviewScope.FormerName] = []
  /// Only a part of the code was read: what is missing need not be gone.
  package var isPartial = false

  package init(_ document: Document, decisions: [PlacedDecision]) {
    self.document = document
    self.decisions = decisions
  }

  package func report() -> CheckReport {
    let placement = DecidedPlacement(document, decisions, former: former)
    var report = CheckReport(tool: document.tool, name: document.name)
    report.boundaries = placement.settled
    let entered = placement.boundaries.count - placement.settled
    report.entered = entered > 0 ? entered : nil
    report.judged = placement.judged
    report.names = placement.names.ifAny
    report.files = document.files.count { $0.role == "production" }
    report.notes = notes(placement)
    var known = KnownFindings(baseline.entries, files: Set(document.files.map(\.path)))
    known.addBase(baseFindings())
    report.findings = BoundaryRules(document, placement, severities).findings().map {
      known.settle($0)
    }
    known.followMoves(&report.findings)
    for index in report.findings.indices { complete(&report.findings[index], placement.names) }
    report.findings.sort(by: Self.precedes)
    report.stale = stale(known)
    return report
  }

  /// The entries that would make all present findings known, with the reasons and owners of those
  /// that were known before; new ones get `reason` and `owner`.
  package func baseline(of report: CheckReport, reason: String?, owner: String?) -> BaselineFile {
    let placement = DecidedPlacement(document, decisions, former: former)
    var known = KnownFindings(baseline.entries, files: Set(document.files.map(\.path)))
    var found = BoundaryRules(document, placement, severities).findings().map { known.settle($0) }
    known.followMoves(&found)
    return BaselineFile(
      found.map { finding in
        var entry = BaselineFile.Entry(finding.key)
        let all = Set(finding.kinds).union(known.kinds(of: finding.key))
        entry.kinds = finding.rule == "crossing" ? all.sorted { $0.precedesBytewise($1) } : []
        entry.reason = finding.reason ?? reason
        entry.owner = finding.owner ?? owner
        return entry
      })
  }

  private func baseFindings() -> [CheckFinding] {
    guard let base else { return [] }
    let placement = DecidedPlacement(base, moved(decisions))
    return BoundaryRules(base, placement, severities).findings().map { finding in
      var finding = finding
      finding.subject = renamed[finding.subject] ?? finding.subject
      finding.object = renamed[finding.object] ?? finding.object
      return finding
    }
  }

  /// The base had other names: a decision that names a file by its new path meant the old one there.
  private func moved(_ decisions: [PlacedDecision]) -> [PlacedDecision] {
    guard !renamed.isEmpty else { return decisions }
    let pairs = renamed.sorted { $0.key.precedesBytewise($1.key) }
    func former(_ patterns: [String]) -> [String] {
      patterns.flatMap { pattern -> [String] in
        guard let glob = try? Glob(pattern) else { return [] }
        return pairs.filter { glob.matches($0.value) && !glob.matches($0.key) }
          .map { Glob.escaping($0.key) }
      }.sorted { $0.precedesBytewise($1) }
    }
    return decisions.flatMap { placed -> [PlacedDecision] in
      var whole = placed
      let decision = placed.decision
      whole.decision.members += former(decision.members)
      for part in decision.into.indices {
        whole.decision.into[part].patterns += former(decision.into[part].patterns)
      }
      guard decision.act.concernsFiles else { return [whole] }
      if decision.act == .keepTogether || decision.act == .keepApart {
        whole.decision.with += former([decision.subject] + decision.with)
        return [whole]
      }
      // One that is about files has one pattern, so each old name is a decision of its own.
      return [whole]
        + former([decision.subject]).map { pattern in
          var old = whole
          old.decision.subject = pattern
          return old
        }
    }
  }

  private func complete(_ finding: inout CheckFinding, _ names: BoundaryNames) {
    finding.message = CheckWords.message(of: finding.named(names))
    finding.fingerprint = CheckWords.fingerprint(of: finding)
  }

  /// What asks for an answer first: new before known, errors before warnings.
  private static func precedes(_ a: CheckFinding, _ b: CheckFinding) -> Bool {
    if a.state != b.state { return a.state == "new" }
    if a.severity != b.severity { return a.severity == "error" }
    return BoundaryRules.precedes(a, b)
  }

  private func stale(_ known: KnownFindings) -> [CheckReport.StaleEntry] {
    let lost = Set(document.diagnostics.filter { $0.severity == "error" }.compactMap(\.place))
    let files = Set(document.files.map(\.path))
    return known.unused.filter { entry in
      // Facts that were lost, and files that were not asked for, may be there all the same.
      if lost.contains(entry.key.subject) || lost.contains(entry.key.object) { return false }
      return !isPartial || files.contains(entry.key.subject)
    }.map { CheckReport.StaleEntry(line: $0.line, text: CheckWords.text(of: $0.key)) }
  }

  private func notes(_ placement: DecidedPlacement) -> [String] {
    var notes: [String] = []
    if decisions.isEmpty {
      notes.append(
        "nothing is decided, so nothing is judged; \"cleave decide accept BOUNDARY\" makes a "
          + "boundary a rule")
    }
    for placed in decisions where placed.decision.act == .accept {
      guard placed.decision.members.isEmpty else { continue }
      notes.append(
        "\(DecisionFile.name):\(placed.line): \"\(placed.decision.title)\" names no members, so it "
          + "is not judged; \"cleave decide accept\" writes them down")
    }
    let real: Set<ReplayFinding.Kind> = [.stale, .partlyStale, .contradiction, .followedRename]
    for finding in placement.findings where real.contains(finding.kind) {
      // Without a partition, boundaries that no decision makes are not known: that is no fault.
      if finding.message.contains("no boundary") { continue }
      notes.append(
        "\(DecisionFile.name):\(finding.lines.first ?? 1): \(finding.message)")
    }
    return notes
  }
}

extension CheckFinding {
  var key: BaselineFile.Entry.Key { .init(rule: rule, subject: subject, object: object) }
}
