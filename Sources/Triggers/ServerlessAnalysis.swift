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
  /// Whether the size of the application is disregarded, because somebody asked for the verdicts.
  package var isRequested = false

  package init(_ graph: CodeGraph, proposal: BoundaryProposal?, configuration: Configuration) {
    self.graph = graph
    self.proposal = proposal
    let limits = ProviderLimits.table[configuration.provider] ?? ProviderLimits.table.providers[0]
    rules = DecisionRules(parameters: .standard, limits: limits)
    var isShared = Array(repeating: false, count: graph.files.count)
    for (file, placement) in (proposal?.placements ?? []).enumerated() {
      if case .label = placement { isShared[file] = true }
    }
    self.isShared = isShared
    scopes = CodeScopes(graph, isShared: isShared)
    evidence = ScopeEvidence(graph, isShared: isShared)
  }

  /// Time: a walk over what each handler reaches, twice.
  package func run(_ configuration: Configuration, _ texts: RepositoryTexts) -> ServerlessResult {
    let join = TriggerJoin(graph, configuration, texts, scopes)
    var candidates = join.triggers.map(candidate)
    let application = application(join.triggers)
    for index in candidates.indices { candidates[index].facts.application = application }
    merge(&candidates)
    var result = ServerlessResult()
    result.findings = candidates.map(finding).sorted(by: Self.precedes)
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
    facts.duration = declaration.durationSeconds
    facts.timeout = declaration.timeoutSeconds
    facts.memory = declaration.memoryMegabytes
    facts.rate = declaration.rate
    facts.peakRate = declaration.peakRate
    facts.confidence = declaration.confidence ?? (declaration.origin == .configuration ? 0.95 : 1)
    let entries = trigger.handler.map { [$0] } ?? trigger.code?.entries ?? []
    guard let first = entries.first else {
      return Candidate(trigger: trigger, declaration: declaration, facts: facts, scope: nil)
    }
    facts.isOwnService = isOwnService(first)
    let scope = scopes.scope(of: entries)
    evidence.measure(scope, into: &facts)
    addDeclaredState(declaration, trigger, &facts)
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
    return CandidateFacts.Application(
      lines: lines, entryPoints: programs + handled.count,
      asyncTriggers: handled.count { $0.kind.isAsynchronous })
  }

  // MARK: Merging

  /// Puts handlers together that are the only writers of a table, the rule m1.
  private func merge(_ candidates: inout [Candidate]) {
    let able = candidates.indices.filter { isAble(candidates[$0]) }
    var writers: [Int: [Int]] = [:]
    let stores = able.map { index in
      candidates[index].scope.map(evidence.writtenStores) ?? []
    }
    for (place, index) in able.enumerated() {
      for store in stores[place] {
        // What it writes by calling another handler is that one's.
        let isCaller = able.indices.contains { other in
          other != place && stores[other].contains(store)
            && reaches(candidates[index], candidates[able[other]])
        }
        if !isCaller { writers[store, default: []].append(index) }
      }
    }
    var groupOf = Array(candidates.indices)
    for store in writers.keys.sorted() {
      let members = group(writers[store] ?? [], groupOf)
      let handlers = Set(members.compactMap { candidates[$0].trigger.handler })
      guard handlers.count > 1, handlers.count <= rules.parameters.maxHandlers else { continue }
      let scope = scopes.scope(of: handlers.sorted())
      guard evidence.ownsWriters(of: store, scope) else { continue }
      for member in members { groupOf[member] = members[0] }
    }
    remeasure(&candidates, groupOf)
  }

  /// Whether the code of one handler calls another, and not the other way round.
  private func reaches(_ caller: Candidate, _ other: Candidate) -> Bool {
    guard let from = caller.trigger.handler, let to = other.trigger.handler, from != to,
      let scope = caller.scope, let back = other.scope
    else { return false }
    return scope.contains(to) && !back.contains(from)
  }

  /// All candidates of the groups that some candidates are in, ascending.
  private func group(_ members: [Int], _ groupOf: [Int]) -> [Int] {
    let groups = Set(members.map { groupOf[$0] })
    return groupOf.indices.filter { groups.contains(groupOf[$0]) }
  }

  /// Kinds and scopes that may become functions at all.
  private func isAble(_ candidate: Candidate) -> Bool {
    let passive: Set<TriggerKind> = [.cli, .startup, .daemon, .signal, .inproc, .direct, .duplex]
    return !passive.contains(candidate.trigger.kind) && !candidate.facts.isFrontEnd
      && !candidate.facts.blockers.contains { $0.severity == .hard }
  }

  private func remeasure(_ candidates: inout [Candidate], _ groupOf: [Int]) {
    for index in candidates.indices {
      let members = group([index], groupOf)
      let handlers = Set(members.compactMap { candidates[$0].trigger.handler }).sorted()
      guard handlers.count > 1 else { continue }
      let together = scopes.scope(of: handlers)
      var own = CandidateFacts(kind: candidates[index].facts.kind)
      evidence.measure(together, into: &own)
      candidates[index].facts.handlerCount = handlers.count
      candidates[index].facts.sharedWrites = own.sharedWrites
      candidates[index].facts.foreignReads = own.foreignReads
      candidates[index].facts.exclusiveShare = own.exclusiveShare
      candidates[index].facts.callsOut = own.callsOut
    }
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
    return ServerlessFinding(
      id: "\(place.path)#\(anchor)@\(trigger.kind.rawValue)", kind: trigger.kind,
      handler: trigger.handler, place: place, symbol: symbol, declaredAt: declaredAt,
      declaration: candidate.declaration.evidence, decision: decision)
  }
}
