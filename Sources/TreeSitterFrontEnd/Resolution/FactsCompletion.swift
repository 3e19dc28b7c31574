internal import Facts

/// Turns the outline of one file into references, with the whole project at hand.
struct FactsCompletion {
  let project: ProjectIndex
  let rules: any NameRules
  let number: Int
  let frameworks: FrameworkIndex
  private var facts: FileFacts
  private var symbolOf: [Entity: UInt32] = [:]
  private var pathOf: [Int32: UInt32] = [:]
  /// Writes that come to be where their function has a session write what it follows.
  private var tracked: [DataAccess] = []
  private var commits: Set<UInt32> = []

  init(
    _ project: ProjectIndex, _ rules: any NameRules, file number: Int, frameworks: FrameworkIndex
  ) {
    self.frameworks = frameworks
    self.project = project
    self.rules = rules
    self.number = number
    facts = project.files[number].facts
    facts.outline = nil
  }

  /// The facts with references, inclusions and counts, and without an outline. Linear in the terms.
  consuming func run() -> FileFacts {
    var completion = self
    let (project, rules, number) = (completion.project, completion.rules, completion.number)
    let frameworks = completion.frameworks
    let outline = project.files[number].outline
    if !rules.importsAreNamespaces { completion.addImports(outline) }
    let evaluation = Evaluation(project, rules, file: number, frameworks: frameworks)
    evaluation.evaluateSignature { completion.see($0, $1, evaluation) }
    if let body = try? outline.decodedBody() {
      evaluation.evaluateBody(body) { completion.see($0, $1, evaluation) }
    }
    // Which file of a namespace is meant is known by what is used.
    if rules.importsAreNamespaces { completion.addImports(outline) }
    completion.addFrameworkFacts()
    return completion.facts
  }

  private mutating func addFrameworkFacts() {
    guard !frameworks.isEmpty else { return }
    facts.dataAccesses += tracked.filter { commits.contains($0.symbol) }
    // Queries over objects look like SQL.
    for index in facts.dataAccesses.indices
    where facts.dataAccesses[index].store == .table && facts.dataAccesses[index].access != .define {
      let name = frameworks.table(ofRows: facts.dataAccesses[index].name)
      if let name { facts.dataAccesses[index].name = name }
    }
    let own = FrameworkFacts(index: frameworks, project: project, number: number)
    own.addDefinitions(to: &facts)
    for (component, annotation) in own.addAnnotations(to: &facts) {
      wire(component, from: annotation.symbol, line: annotation.line)
    }
  }

  private mutating func wire(_ component: Entity, from symbol: UInt32, line: UInt32) {
    guard let target = self.symbol(component) else { return }
    facts.references.append(Reference(from: symbol, to: target, kind: .wiring, line: line))
  }

  /// What frameworks make of a use.
  private mutating func add(_ found: FrameworkMatch.Found, _ term: Term, from symbol: UInt32) {
    for (row, access) in found.rows {
      facts.dataAccesses.append(
        DataAccess(
          store: row.store, name: row.name, access: access, line: term.line, symbol: symbol))
    }
    for row in found.tracked {
      tracked.append(
        DataAccess(
          store: row.store, name: row.name, access: .write, line: term.line, symbol: symbol))
    }
    if found.isCommit, symbol != Reference.fileLevel { commits.insert(symbol) }
    if let component = found.component { wire(component, from: symbol, line: term.line) }
    if found.isTransaction {
      facts.lifetime.append(
        LifetimeFact(
          kind: .transactionStarted, line: term.line, symbol: symbol,
          detail: project.files[number].outline.names[Int(term.name)]))
    }
  }

  private mutating func see(_ term: Term, _ outcome: Evaluation.Outcome, _ evaluation: Evaluation) {
    let file = evaluation.file
    if let found = outcome.found {
      add(found, term, from: file.outline.scopes[Int(term.scope)].symbol)
    }
    switch outcome.status {
    case .silent: break
    case .external: facts.externalReferenceCount += 1
    case .unresolved:
      facts.unresolvedReferenceCount += 1
      facts.openReferences[evaluation.cause(of: term, outcome)] += 1
    case .resolved:
      guard let target = outcome.target else { return }
      let source = outcome.source.flatMap { symbol($0) }
      let from = source ?? file.outline.scopes[Int(term.scope)].symbol
      var seen = term
      if let use = outcome.use { seen.use = use }
      for target in [target] + outcome.variants {
        guard let symbol = symbol(target) else { continue }
        var kind = edge(seen, target, file)
        // The one instance of a type is that type.
        if kind == .field, facts.symbols[Int(symbol)].kind == .type { kind = .type }
        facts.references.append(
          Reference(
            from: from, to: symbol, kind: kind, line: term.line, isProbable: outcome.isProbable))
      }
      if let symbol = outcome.through.flatMap({ symbol($0) }) {
        facts.references.append(Reference(from: from, to: symbol, kind: .type, line: term.line))
      }
    }
  }

  private func edge(
    _ term: Term, _ entity: Entity, _ file: FileIndex
  ) -> EdgeKind {
    let (kind, marks) = (project.kind(entity), project.marks(entity))
    switch term.use {
    case .inherit:
      return marks.contains(.isInterface) && !isInInterface(term.scope, file)
        ? .implement : .inherit
    case .implement: return .implement
    case .call:
      if rules.callsOfTypesConvert, term.kind != .construct, kind.isType { return .type }
      return kind == .variable ? .field : .call
    case .address: return .address
    case .wiring: return .wiring
    case .type, .annotation, .silentType, .silent: return .type
    case .read, .write, .readWrite:
      switch kind {
      case .variable:
        guard marks.contains(.isMutable) else { return .field }
        return term.use == .read ? .globalRead : .globalWrite
      case .function, .constructor: return .address
      case .enumCase: return .field
      case .type, .typeParameter, .alias, .namespace: return .type
      }
    }
  }

  private func isInInterface(_ scope: UInt32, _ file: FileIndex) -> Bool {
    let owner = file.outline.scopes[Int(scope)].owner
    return owner != Outline.none && file.outline.bindings[Int(owner)].marks.contains(.isInterface)
  }

  // MARK: Symbols of other files

  /// The number of a declaration's symbol among these facts; nil for what has none.
  private mutating func symbol(_ entity: Entity) -> UInt32? {
    let file = project.files[Int(entity.file)]
    let own = file.outline.bindings[Int(entity.binding)].symbol
    guard own != Outline.none else { return nil }
    if Int(entity.file) == number { return own }
    if let known = symbolOf[entity] { return known }
    var symbol = file.facts.symbols[Int(own)]
    symbol.home = .defined(path(entity.file))
    facts.symbols.append(symbol)
    symbolOf[entity] = UInt32(facts.symbols.count - 1)
    return UInt32(facts.symbols.count - 1)
  }

  private mutating func path(_ file: Int32) -> UInt32 {
    if Int(file) == number { return 0 }
    if let known = pathOf[file] { return known }
    facts.paths.append(project.files[Int(file)].facts.path)
    pathOf[file] = UInt32(facts.paths.count - 1)
    return UInt32(facts.paths.count - 1)
  }

  // MARK: Imports

  private mutating func addImports(_ outline: Outline) {
    for (index, item) in outline.imports.enumerated() {
      guard let outcome = importOutcome(index) else { continue }
      var spelling = outline.names[Int(item.path)]
      if item.name != Outline.none { spelling += "." + outline.names[Int(item.name)] }
      facts.inclusions.append(
        Inclusion(
          line: item.line, spelling: spelling, isAngled: false, isImport: true,
          purpose: Self.purpose(item.marks), outcome: outcome))
    }
  }

  private static func purpose(_ marks: Outline.Import.Marks) -> Inclusion.Purpose {
    marks.contains(.typeOnly) ? .types : marks.contains(.dynamic) ? .late : .use
  }

  /// Nil for imports that name no file, such as those of a whole package.
  private mutating func importOutcome(_ index: Int) -> Inclusion.Outcome? {
    switch rules.target(ofImport: index, in: number, project) {
    case .nothing: return .missing
    case .external: return .external
    case .namespace(let key):
      let files = rules.files(of: key, in: number, project)
      return (files.first { pathOf[$0] != nil } ?? files.first).map { .project(path($0)) }
    case .module(let file): return .project(path(file))
    case .entities(let entities):
      guard let entity = project.nearest(entities, to: number) ?? entities.first else {
        return .missing
      }
      return .project(path(entity.file))
    }
  }
}

extension Outline.Binding.Kind {
  fileprivate var isType: Bool { self == .type || self == .alias || self == .typeParameter }
}

extension Evaluation {
  /// What is missing for a reference that leads nowhere.
  func cause(of term: Term, _ outcome: Outcome) -> OpenReferences.Cause {
    if outcome.isAmbiguous { return .choice }
    guard term.kind == .member || term.kind == .invoke else { return .name }
    switch meaning(term.base).kind {
    case .unknown: return .receiver
    case .namespace, .module: return .name
    default: return .member
    }
  }
}
