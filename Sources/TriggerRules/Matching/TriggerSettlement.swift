internal import Basics
internal import Configuration
internal import Facts

/// Settles what goes over several files, and writes the declarations.
struct TriggerSettlement {
  private let surveys: [FileSurvey]
  private let paths: RouterPaths
  private let handlers: HandlerSearch
  /// Names of guards that stand anywhere.
  private let guards: Set<String>
  private let composed: [String: FoundTrigger]
  private let annotations: Set<String>
  private let beans: Set<String>
  private let settings: SettingDefaults
  /// Functions that make of a request a connection that stays open.
  private let sockets: Set<SymbolIdentity>

  init(_ surveys: [FileSurvey], _ settings: SettingDefaults = SettingDefaults()) {
    var seen: Set<String> = []
    let sorted = surveys.sorted { $0.path.precedesBytewise($1.path) }
      .filter { seen.insert($0.path).inserted }
    self.surveys = sorted
    paths = RouterPaths(sorted)
    var search = HandlerSearch(sorted)
    for survey in sorted {
      for found in survey.found { search.note(found) }
    }
    handlers = search
    self.settings = sorted.reduce(into: settings) { $0.add($1.fallbacks) }
    guards = sorted.reduce(into: []) { $0.formUnion($1.guards) }
    annotations = sorted.reduce(into: []) { $0.formUnion($1.annotations) }
    beans = sorted.reduce(into: []) { $0.formUnion($1.beans) }
    composed = sorted.reduce(into: [:]) { all, survey in
      all.merge(survey.composed) { first, _ in first }
    }
    sockets = sorted.reduce(into: []) { all, survey in
      for found in survey.found {
        guard found.kind == "duplex", survey.rules[found.rule].isImplied,
          case .symbol(let symbol) = found.handler
        else { continue }
        all.insert(symbol.identity)
      }
    }
  }

  func facts() -> [FileFacts] {
    let calls = wrappedCalls()
    return surveys.indices.compactMap { file in
      var writer = DeclarationWriter(surveys[file])
      for found in surveys[file].found where !isDeclaredByCallers(found, calls) {
        write(found, file, &writer)
      }
      for (call, rule) in calls[file] ?? [] { write(call.found, file, &writer, by: rule) }
      for other in surveys[file].others {
        guard var found = composed[other.name] else { continue }
        found.handler = .symbol(other.symbol)
        found.owner = nil
        (found.line, found.evidence) = (other.line, "@" + other.name)
        write(found, file, &writer)
      }
      return writer.facts.triggers.isEmpty ? nil : writer.facts
    }
  }

  /// Calls with a time, of functions that hand it on to a library, by file; with the rule for the call
  /// that those make. One level: who calls the callers is not asked.
  private func wrappedCalls() -> [Int: [(ClockCall, TriggerRule)]] {
    var wrappers: [String: [(FoundTrigger.Wrapper, TriggerRule)]] = [:]
    for survey in surveys {
      for found in survey.found {
        guard let wrapper = found.wrapper, survey.rules.indices.contains(found.rule) else {
          continue
        }
        let name = FileFactsIndex.simple(wrapper.function.name)
        wrappers[name, default: []].append((wrapper, survey.rules[found.rule]))
      }
    }
    guard !wrappers.isEmpty else { return [:] }
    var calls: [Int: [(ClockCall, TriggerRule)]] = [:]
    for (file, survey) in surveys.enumerated() {
      for call in survey.clockCalls {
        guard let known = wrappers[call.name]?.first(where: { call.isCall(of: $0.0) }) else {
          continue
        }
        calls[file, default: []].append((call, known.1))
      }
    }
    return calls
  }

  private func isDeclaredByCallers(
    _ found: FoundTrigger, _ calls: [Int: [(ClockCall, TriggerRule)]]
  ) -> Bool {
    guard let wrapper = found.wrapper else { return false }
    return calls.values.contains { $0.contains { $0.0.isCall(of: wrapper) } }
  }

  private func write(
    _ found: FoundTrigger, _ file: Int, _ writer: inout DeclarationWriter,
    by other: TriggerRule? = nil
  ) {
    guard other != nil || surveys[file].rules.indices.contains(found.rule) else { return }
    let rule = other ?? surveys[file].rules[found.rule]
    if !rule.needs.isEmpty, !rule.needs.contains(where: guards.contains) { return }
    guard let kind = TriggerKind(rawValue: found.kind), kind != .none else { return }
    let platform: DeclaredFunction? =
      if case .platform(let function) = found.handler { function } else { nil }
    guard let symbols = platform == nil ? symbols(of: found, rule, file) : [] else { return }
    var declaration = TriggerDeclaration(
      kind: kind, origin: isImplied(rule, kind) ? .implied : .code, rule: rule.id,
      handler: .nothing, attributes: attributes(found, rule, file), line: found.line,
      evidence: found.evidence)
    if let value = settings.first(holding: rule.inline) {
      declaration.origin = .implied
      declaration.kind = .inproc
      declaration.evidence += ", run by who asks for it, as \(value.name) is '\(value.text)'"
      declaration.attributes.append(
        .init(key: TriggerDeclaration.hintKey, value: "set \(value.name) to have it queued"))
    }
    if let platform {
      declaration.handler = .function(platform)
      return writer.add(declaration, to: nil)
    }
    if symbols.isEmpty {
      // Nothing starts it, and nothing is there to start.
      if kind == .direct { return }
      if declaration.origin == .code { writer.add(declaration, to: nil) }
      return
    }
    for symbol in symbols {
      var declaration = declaration
      // The route to a function that makes of a request a socket is one of a socket.
      if kind == .http, sockets.contains(symbol.identity) { declaration.kind = .duplex }
      if symbol.kind == .method || symbol.kind == .function, rule.verb.isEmpty == false,
        found.verb == "ANY", let verb = Self.verb(of: symbol.name)
      {
        declaration.attributes.removeAll { $0.key == "method" }
        declaration.attributes.insert(.init(key: "method", value: verb), at: 0)
      }
      writer.add(declaration, to: symbol)
    }
  }

  private static func verb(of name: String) -> String? {
    let upper = name.uppercased()
    return ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"].first { $0 == upper }
  }

  /// Kinds that start nothing from outside are told beside the others.
  private func isImplied(_ rule: TriggerRule, _ kind: TriggerKind) -> Bool {
    rule.isImplied || [.inproc, .startup, .cli, .daemon, .signal].contains(kind)
  }

  /// Nil where the declaration is of no program: a route of an interface that nobody implements.
  private func symbols(
    of found: FoundTrigger, _ rule: TriggerRule, _ file: Int
  ) -> [KnownSymbol]? {
    if let owner = found.owner, handlers.isInterface(owner),
      case .symbol(let method) = found.handler
    {
      let own = handlers.implementations(of: method, owner: owner)
      return own.isEmpty ? nil : own
    }
    let symbols = handlers.symbols(found.handler, in: file)
    // A marked type without the method that would run.
    if case .type(let type, let names) = found.handler, symbols == [type],
      rule.form == .annotation && !names.isEmpty || rule.form == .wired
    {
      return nil
    }
    // What jobs of the project are derived from: neither it nor what is above it has a method to run.
    if case .type(let type, let names) = found.handler, symbols == [type], rule.form == .extends,
      !names.isEmpty
    {
      return nil
    }
    return symbols
  }

  /// Whether the framework makes a value of the type around, as far as sources say.
  private func isLookedAt(_ owner: KnownSymbol?, _ rule: TriggerRule) -> Bool {
    guard !rule.stereotypes.isEmpty, let owner, let marks = handlers.marks(ofBase: owner) else {
      return true
    }
    return beans.contains(owner.name)
      || marks.contains { rule.stereotypes.contains($0) || annotations.contains($0) }
  }

  private func attributes(
    _ found: FoundTrigger, _ rule: TriggerRule, _ file: Int
  ) -> [TriggerDeclaration.Attribute] {
    var attributes: [TriggerDeclaration.Attribute] = []
    if let verb = found.verb { attributes.append(.init(key: "method", value: verb)) }
    let isRoute = rule.form == .wired || rule.captures.contains { $0.key == "path" }
    if isRoute, ["http", "duplex", "rpc"].contains(found.kind) {
      let outer = paths.segments(of: found.router, in: file) + found.segments
      if found.path != nil || !outer.isEmpty {
        let path = RouterPaths.joined(outer + [found.path ?? ""])
        attributes.append(.init(key: "path", value: path))
      }
    }
    attributes += found.attributes.map { attribute in
      guard attribute.key == "source", let text = handlers.constants[attribute.value] else {
        return attribute
      }
      return .init(key: "source", value: text)
    }
    let isGuarded = !rule.requires.isEmpty && !rule.requires.contains(where: guards.contains)
    let isUnknown = isGuarded || found.isUnknown || !isLookedAt(found.owner, rule)
    if isUnknown, !attributes.contains(where: { $0.key == "enabled" }) {
      attributes.append(.init(key: "enabled", value: "unknown"))
    }
    attributes.append(
      .init(key: TriggerDeclaration.confidenceKey, value: String(rule.confidence)))
    if rule.form == .parameter {
      attributes.append(.init(key: TriggerDeclaration.signatureKey, value: "true"))
    }
    return attributes
  }
}

/// Writes declarations as facts of a file, with the symbols that they name.
struct DeclarationWriter {
  private(set) var facts: FileFacts
  private var numbers: [String: UInt32] = [:]

  init(_ survey: FileSurvey) {
    facts = FileFacts(path: survey.path, language: survey.language)
    facts.paths = [survey.path]
  }

  mutating func add(_ declaration: TriggerDeclaration, to symbol: KnownSymbol?) {
    var declaration = declaration
    declaration.evidence = String(declaration.evidence.prefix(200))
    if let symbol { declaration.handler = .symbol(number(of: symbol)) }
    facts.triggers.append(declaration)
  }

  private mutating func number(of symbol: KnownSymbol) -> UInt32 {
    let identity = symbol.path + "\u{0}" + symbol.key
    if let known = numbers[identity] { return known }
    var path = facts.paths.firstIndex(of: symbol.path)
    if path == nil {
      facts.paths.append(symbol.path)
      path = facts.paths.count - 1
    }
    facts.symbols.append(
      Symbol(
        key: symbol.key, name: symbol.name, qualifiedName: symbol.qualifiedName,
        kind: symbol.kind, home: .defined(UInt32(path!))))
    numbers[identity] = UInt32(facts.symbols.count - 1)
    return UInt32(facts.symbols.count - 1)
  }
}
