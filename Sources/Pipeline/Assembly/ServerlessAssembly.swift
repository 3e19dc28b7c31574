internal import Facts
internal import ReportModel
internal import Triggers

/// Triggers and verdicts as the document has them.
struct ServerlessAssembly {
  let result: ServerlessResult

  func report() -> ServerlessReport {
    var report = ServerlessReport()
    report.findings = result.findings.map(entry)
    report.implied = result.implied.map {
      ImpliedEntry(
        kind: $0.kind.rawValue, place: place($0.place), symbol: $0.symbol, text: $0.text)
    }
    return report
  }

  private func entry(_ finding: ServerlessFinding) -> ServerlessEntry {
    var entry = ServerlessEntry(
      id: finding.id, place: place(finding.place), symbol: finding.symbol,
      kind: finding.kind.rawValue, verdict: finding.decision.verdict.rawValue,
      declaredAt: finding.declaredAt.map(place), declaration: finding.declaration)
    entry.mode = finding.decision.mode?.rawValue
    entry.score = finding.decision.score
    entry.reasons = finding.decision.reasons.map(ground)
    entry.blockers = finding.decision.blockers.map(ground)
    entry.whatIf = finding.decision.whatIf?.rawValue
    entry.needs = finding.decision.needs
    return entry
  }

  private func ground(_ ground: Ground) -> ServerlessEntry.Ground {
    ServerlessEntry.Ground(
      id: ground.id, text: ground.text, places: ground.places.map(place), hint: ground.hint,
      points: ground.points)
  }

  private func place(_ place: TriggerPlace) -> Place { Place(file: place.path, line: place.line) }
}
