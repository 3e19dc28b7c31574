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
        kind: $0.kind.rawValue, place: place($0.place), symbol: $0.symbol, text: $0.text,
        hint: $0.hint)
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
    entry.warnings = finding.decision.warnings.map(ground)
    entry.unit = finding.unit
    entry.owns = finding.ownedStores
    entry.settings = settings(finding.settings)
    entry.outlook = finding.decision.outlook.map(outlook)
    return entry
  }

  private func settings(
    _ settings: ServerlessFinding.Settings
  ) -> ServerlessEntry.Settings {
    var attributes: [String: String] = [:]
    for attribute in settings.attributes.reversed()
    where attribute.key != TriggerDeclaration.confidenceKey
      && attribute.key != TriggerDeclaration.signatureKey
    {
      attributes[attribute.key] = attribute.value
    }
    var entry = ServerlessEntry.Settings(
      function: settings.qualifiedName, attributes: attributes)
    entry.language = settings.language
    entry.runtime = settings.runtime
    entry.period = settings.period
    entry.timeout = settings.timeout
    entry.memory = settings.memory
    return entry
  }

  private func outlook(_ outlook: Outlook) -> ServerlessEntry.Outlook {
    func services(_ all: [Outlook.Equivalent]) -> [ServerlessEntry.Service] {
      all.map { ServerlessEntry.Service(provider: $0.provider, service: $0.service) }
    }
    var entry = ServerlessEntry.Outlook(
      platform: outlook.platform, version: outlook.version,
      equivalents: services(outlook.equivalents), providers: outlook.providers,
      test: outlook.test, services: services(outlook.services))
    entry.cost = outlook.cost.map {
      ServerlessEntry.Cost(
        perMillion: Self.rounded($0.perMillion), month: $0.month.map(Self.rounded),
        always: Self.rounded($0.always), containers: $0.containers, container: $0.container,
        breakEvenMonth: Self.rounded($0.breakEvenMonth),
        breakEvenRate: Self.rounded($0.breakEvenRate), assumptions: $0.assumptions,
        checked: $0.checked)
    }
    entry.coldStart = outlook.coldStart.map {
      ServerlessEntry.ColdStart(
        milliseconds: Self.rounded($0.milliseconds), share: $0.share.map(Self.rounded),
        packageSize: $0.packageSize, checked: $0.checked)
    }
    return entry
  }

  /// Four digits after the point: more is not known, and sums differ in the last bits.
  private static func rounded(_ number: Double) -> Double {
    abs(number) < 1e11 ? (number * 10_000).rounded() / 10_000 : number.rounded()
  }

  private func ground(_ ground: Ground) -> ServerlessEntry.Ground {
    ServerlessEntry.Ground(
      id: ground.id, text: ground.text, places: ground.places.map(place), hint: ground.hint,
      points: ground.points)
  }

  private func place(_ place: TriggerPlace) -> Place { Place(file: place.path, line: place.line) }
}
