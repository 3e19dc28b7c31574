package import Basics
package import Boundaries
package import Configuration
package import DependencyGraph
internal import Facts

/// What the declared triggers of a repository come to.
package struct ServerlessResult: Sendable {
  /// Sorted by path, line, symbol, kind.
  package var findings: [ServerlessFinding] = []
  /// Sorted by place.
  package var implied: [ImpliedTrigger] = []
  package var diagnostics: [Diagnostic] = []
}

/// Joins declared triggers to code and decides what each part is suited to.
package struct ServerlessAnalysis {
  let graph: CodeGraph
  let proposal: BoundaryProposal?
  let rules: DecisionRules
  let isShared: [Bool]
  let scopes: CodeScopes
  let evidence: ScopeEvidence
  private let measured: MeasuredLoads?
  /// Whether the size of the application is disregarded, because somebody asked for the verdicts.
  package var isRequested = false

  /// `traces` say how often and how long things run, where no declaration does.
  package init(
    _ graph: CodeGraph, proposal: BoundaryProposal?, configuration: Configuration,
    traces: MeasuredTraces? = nil
  ) {
    self.graph = graph
    measured = traces.map { MeasuredLoads($0.summary, source: $0.source) }
    self.proposal = proposal
    rules = DecisionRules(platform: configuration.provider)
    var isShared = Array(repeating: false, count: graph.files.count)
    for (file, placement) in (proposal?.placements ?? []).enumerated() {
      if case .label = placement { isShared[file] = true }
    }
    self.isShared = isShared
    scopes = CodeScopes(
      graph, isShared: isShared, maxOverrides: rules.parameters.maxOverrides)
    evidence = ScopeEvidence(graph, isShared: isShared)
  }

  /// Time: a walk over what each handler reaches, twice.
  package func run(_ configuration: Configuration, _ texts: RepositoryTexts) -> ServerlessResult {
    let join = TriggerJoin(graph, configuration, texts, scopes)
    var candidates = join.triggers.map(candidate)
    let application = application(join.triggers)
    let routes = RouteFiles(graph)
    for index in candidates.indices {
      candidates[index].facts.application = application
      if candidates[index].facts.isCatchAll {
        let lines = candidates[index].facts.lines
        candidates[index].facts.isCatchAll =
          lines >= rules.parameters.points.singlePurposeLines
          || routes.isProgram(candidates[index].trigger)
      }
    }
    let units = mergeUnits(&candidates)
    var result = ServerlessResult()
    result.findings = findings(candidates, units).sorted(by: Self.precedes)
    result.implied = ImpliedTriggers(graph, silenced: join.silenced).all
    result.diagnostics = join.diagnostics.sorted()
    return result
  }

  private static func precedes(_ a: ServerlessFinding, _ b: ServerlessFinding) -> Bool {
    if a.place != b.place { return a.place < b.place }
    if a.symbol != b.symbol { return a.symbol.precedesBytewise(b.symbol) }
    if a.kind != b.kind { return a.kind.rawValue.precedesBytewise(b.kind.rawValue) }
    return a.declaration.precedesBytewise(b.declaration)
  }

  // MARK: Candidates

  struct Candidate {
    var trigger: JoinedTrigger
    var declaration: TriggerDeclaration
    var facts: CandidateFacts
    var scope: CodeScope?
  }

  private func candidate(_ trigger: JoinedTrigger) -> Candidate {
    let declaration = trigger.merged
    var facts = CandidateFacts(kind: trigger.kind)
    facts.isRequested = isRequested
    facts.isEnabled = declaration.isEnabled
    facts.period = declaration.schedule?.period
    facts.isClockUnknown =
      trigger.kind == .schedule && declaration.schedule == nil && declaration[.at] == nil
    facts.duration = declaration.durationSeconds
    facts.timeout = declaration.timeoutSeconds
    facts.memory = declaration.memoryMegabytes
    facts.rate = declaration.rate
    facts.peakRate = declaration.peakRate
    facts.latency = declaration.latencySeconds
    facts.isPlatformFunction = Self.isPlatformFunction(trigger)
    facts.isCatchAll = Self.isCatchAll(trigger)
    facts.confidence = declaration.confidence ?? (declaration.origin == .configuration ? 0.95 : 1)
    measure(trigger, declaration, &facts)
    let entries = trigger.handler.map { [$0] } ?? trigger.code?.entries ?? []
    facts.purpose = purpose(trigger, entries.first)
    guard let first = entries.first else {
      return Candidate(trigger: trigger, declaration: declaration, facts: facts, scope: nil)
    }
    facts.isOwnService = isOwnService(first)
    facts.language = graph.files[Int(graph.symbols[first].file)].language.rawValue
    facts.callingParts = callingParts(of: first)
    let scope = scopes.scope(of: entries)
    evidence.measure(scope, into: &facts)
    if facts.isDataUnseen { facts.confidence *= rules.parameters.unseenData }
    addDeclaredState(declaration, trigger, &facts)
    addRuntime(&facts)
    facts.isFrontEnd = Self.isFrontEnd(declaration, facts)
    return Candidate(trigger: trigger, declaration: declaration, facts: facts, scope: scope)
  }

  /// `state=session` says what code may hide; `exclusive` costs points, as one run at a time must be
  /// arranged for.
  private func addDeclaredState(
    _ declaration: TriggerDeclaration, _ trigger: JoinedTrigger, _ facts: inout CandidateFacts
  ) {
    let places = [trigger.declarations[0].place]
    if declaration[.state] == "session", !facts.blockers.contains(where: { $0.ground.id == "B2" }) {
      facts.blockers.append(
        .init(.container, Ground("B2", "sessions are declared", places: places)))
    }
    if declaration.isExclusive {
      facts.blockers.append(
        .init(
          .warning,
          Ground(
            "B8", "one run at a time is declared", places: places,
            hint: "set the function's concurrency to 1")))
    }
  }

  /// B19: a language that the provider runs in images alone.
  private func addRuntime(_ facts: inout CandidateFacts) {
    let provider = rules.model.provider
    guard let language = facts.language, !provider.runtimes.isEmpty,
      provider.runtimes[language] == nil
    else { return }
    let ground = Ground(
      "B19", "\(provider.title) has no runtime for its language",
      hint: "bring it as a container image")
    facts.add(.init(.soft, ground))
  }

  private static func isFrontEnd(_ declaration: TriggerDeclaration, _ facts: CandidateFacts) -> Bool
  {
    guard declaration.kind == .http else { return false }
    let names: Set<String> = [
      "front-end", "frontend", "front_end", "ui", "web", "website", "pages",
    ]
    if let name = declaration[.name], names.contains(name.lowercased()) { return true }
    let isCatchAll = ["/", "/*", "/**"].contains(declaration[.path] ?? "")
    return isCatchAll && facts.blockers.contains { $0.ground.id == "B2" }
  }

  /// What traces say, where the declaration says nothing.
  private func measure(
    _ trigger: JoinedTrigger, _ declaration: TriggerDeclaration, _ facts: inout CandidateFacts
  ) {
    let function = trigger.handler.map { graph.symbols[$0].qualifiedName } ?? ""
    guard let found = measured?.load(declaration, kind: trigger.kind, function: function) else {
      return
    }
    if facts.rate == nil {
      facts.rate = found.rate
      facts.peakRate = facts.peakRate ?? found.load.peak
      facts.measuredBy = measured?.source
    }
    if facts.duration == nil, let length = found.load.length {
      facts.duration = length
      facts.measuredBy = measured?.source
    }
  }

  /// Configured for a platform, or in the form of its handlers.
  private static func isPlatformFunction(_ trigger: JoinedTrigger) -> Bool {
    trigger.declarations.contains { item in
      if case .function = item.declaration.handler { return true }
      return item.declaration.isOfPlatform
    }
  }

  /// A route of a platform that takes every path by every method.
  private static func isCatchAll(_ trigger: JoinedTrigger) -> Bool {
    trigger.kind == .http && isPlatformFunction(trigger)
      && trigger.declarations.allSatisfy { item in
        let path = item.declaration[.path] ?? ""
        return ["*", "/*", "/**", "$default"].contains(path)
          || path.hasSuffix("+}") && path.hasPrefix("/{")
          || path.hasPrefix("{") && path.hasSuffix("+}")
      }
  }

  /// What it is for, by the words of its name, its route and its file.
  private func purpose(_ trigger: JoinedTrigger, _ handler: Int?) -> String? {
    var texts = trigger.declarations.prefix(1).compactMap { $0.declaration[.path] }
    if let handler {
      let node = graph.symbols[handler]
      texts.append(node.name)
      let path = graph.files[Int(node.file)].path
      texts.append(path.split(separator: "/").last.map(String.init) ?? path)
    }
    return texts.lazy.compactMap { PartPurposes.standard.purpose(of: $0) }.first
  }

  /// Boundaries with code that calls a handler, its own left out.
  private func callingParts(of handler: Int) -> Int {
    guard let proposal else { return 0 }
    func boundary(_ file: Int32) -> Int? {
      guard proposal.placements.indices.contains(Int(file)),
        case .boundary(let number) = proposal.placements[Int(file)]
      else { return nil }
      return number
    }
    let own = boundary(graph.symbols[handler].file)
    let parts = scopes.predecessors(of: handler).compactMap {
      boundary(graph.symbols[Int($0)].file)
    }
    return Set(parts.filter { $0 != own }).count
  }

  private func isOwnService(_ handler: Int) -> Bool {
    guard let proposal, proposal.verdict.isSplit else { return false }
    let file = Int(graph.symbols[handler].file)
    if case .boundary? = proposal.placements.indices.contains(file)
      ? proposal.placements[file] : nil
    {
      return true
    }
    return false
  }

  private func application(_ triggers: [JoinedTrigger]) -> CandidateFacts.Application {
    let production = graph.files.filter { $0.role == "production" }
    let lines = production.reduce(0) { $0 + ($1.codeLines > 0 ? $1.codeLines : $1.lines) }
    let programs = graph.symbols.count {
      $0.traits.contains(.entryPoint) && graph.files[Int($0.file)].role == "production"
    }
    let handled = triggers.filter { $0.handler != nil || $0.code != nil }
    // A handler that several triggers start is one.
    let handlers =
      Set(handled.compactMap(\.handler)).count
      + Set(
        handled.filter { $0.handler == nil }.compactMap(\.code).map { "\($0.place) \($0.name)" }
      ).count
    return CandidateFacts.Application(
      lines: lines, entryPoints: programs + handlers,
      asyncTriggers: handled.count { $0.kind.isAsynchronous })
  }

  // MARK: Findings

  private func finding(_ candidate: Candidate) -> ServerlessFinding {
    let trigger = candidate.trigger
    let declaredAt = trigger.declarations.map(\.place)
    var place = declaredAt[0]
    var symbol = ""
    var qualified = ""
    var decision: Decision
    if let handler = trigger.handler {
      let node = graph.symbols[handler]
      place = TriggerPlace(graph.files[Int(node.file)].path, Int(node.line))
      (symbol, qualified) = (node.name, node.qualifiedName)
      decision = rules.decide(candidate.facts)
    } else if let code = trigger.code {
      place = code.place
      (symbol, qualified) = (code.name, code.name)
      decision = rules.decide(candidate.facts)
    } else {
      let ground = Ground(
        "D0", "the declaration reaches no code of this repository", places: declaredAt)
      decision = Decision(verdict: .keep, rule: "D0", reasons: [ground])
      decision.needs = ["the function that it starts, as a trigger in cleave.yml"]
    }
    let anchor = qualified.isEmpty ? String(place.line) : qualified
    var finding = ServerlessFinding(
      id: "\(place.path)#\(anchor)@\(trigger.kind.rawValue)", kind: trigger.kind,
      handler: trigger.handler, place: place, symbol: symbol, declaredAt: declaredAt,
      declaration: candidate.declaration.evidence, decision: decision)
    finding.ownedStores = candidate.facts.ownedStores
    finding.settings = ServerlessFinding.Settings(
      language: candidate.facts.language,
      runtime: candidate.facts.language.flatMap { Provider.all[0].runtimes[$0] },
      qualifiedName: qualified,
      attributes: candidate.declaration.attributes, period: candidate.facts.period,
      timeout: candidate.facts.timeout, memory: candidate.facts.memory)
    return finding
  }

  /// What reads stays with what writes beside it: no service has half of a class, so where handlers of a
  /// file are held back by shared tables or by entanglement, those stay that would only go with their part
  /// or need a container (D9).
  private func keepTogether(_ findings: inout [ServerlessFinding]) {
    var held: [String: Int] = [:]
    for finding in findings where ["D2", "D3"].contains(finding.decision.rule) {
      held[finding.place.path, default: 0] += 1
    }
    for index in findings.indices
    where findings[index].decision.verdict == .containerService
      && ["D9", "D11b", "D15", "D16"].contains(findings[index].decision.rule)
    {
      guard let count = held[findings[index].place.path] else { continue }
      let rule = findings[index].decision.rule
      findings[index].decision.verdict = .keep
      findings[index].decision.mode = nil
      if findings[index].decision.whatIf == .keep { findings[index].decision.whatIf = nil }
      findings[index].decision.reasons[0] = Ground(
        rule,
        "\(count == 1 ? "a handler" : "\(count) handlers") of its file cannot leave: it stays with"
          + " \(count == 1 ? "it" : "them")")
    }
  }

  /// A unit is deployed as one: where others that share its data are no functions, it goes with them.
  private func dissolve(
    _ findings: inout [ServerlessFinding], _ candidates: [Candidate], _ units: [Int]
  ) {
    var others: [Int: Set<Int>] = [:]
    for index in findings.indices where !findings[index].decision.verdict.isFlagged {
      if let handler = findings[index].handler { others[units[index], default: []].insert(handler) }
    }
    for index in findings.indices
    where findings[index].decision.verdict == .serverlessService {
      guard let count = others[units[index]]?.count else { continue }
      let ground = Ground(
        "D13",
        count == 1
          ? "another handler that shares its data is no function: it stays with it"
          : "\(count) others that share its data are no functions: it stays with them")
      let isService = candidates[index].facts.isOwnService
      findings[index].decision.verdict = isService ? .containerService : .keep
      findings[index].decision.mode = isService ? .scaleToZero : nil
      findings[index].decision.whatIf = .serverlessService
      findings[index].decision.reasons[0] = ground
    }
  }

  /// Each with the others of its unit, where the unit is deployed as one.
  private func findings(_ candidates: [Candidate], _ units: [Int]) -> [ServerlessFinding] {
    var findings = candidates.map(finding)
    dissolve(&findings, candidates, units)
    var members: [Int: Set<String>] = [:]
    for (index, unit) in units.enumerated()
    where findings[index].decision.verdict == .serverlessService {
      members[unit, default: []].insert(findings[index].id)
    }
    keepTogether(&findings)
    for index in findings.indices
    where findings[index].decision.verdict == .serverlessService {
      let unit = members[units[index]] ?? []
      if unit.count > 1 {
        findings[index].unit = unit.sorted { $0.precedesBytewise($1) }
      }
    }
    return findings
  }
}
