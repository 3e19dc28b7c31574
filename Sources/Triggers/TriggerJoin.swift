internal import Basics
internal import Configuration
internal import DependencyGraph
internal import Facts

/// Declarations of one kind for one handler, the one that counts first.
struct JoinedTrigger {
  var kind: TriggerKind
  /// Nil where no code is reached, or none that is a function of the graph.
  var handler: Int?
  /// Where the code of a declared function begins.
  var code: HandlerCode?
  var declarations: [PlacedDeclaration]

  /// The first with an attribute says what it is; the others fill in what it leaves open.
  var merged: TriggerDeclaration {
    var result = declarations[0].declaration
    for other in declarations.dropFirst() {
      let clock: Set<String> = ["cron", "rate", "at"]
      let hasClock = result.attributes.contains { clock.contains($0.key) }
      for attribute in other.declaration.attributes {
        if result[attribute.key] != nil || (hasClock && clock.contains(attribute.key)) { continue }
        result.attributes.append(attribute)
        if clock.contains(attribute.key) { result.rule = other.declaration.rule }
      }
    }
    return result
  }
}

/// A declaration and where it stands.
struct PlacedDeclaration {
  var declaration: TriggerDeclaration
  var place: TriggerPlace
}

/// Joins declarations, from wherever they come, to the functions that they start.
struct TriggerJoin {
  private(set) var triggers: [JoinedTrigger] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Functions for which `@trigger none` is declared.
  private(set) var silenced: Set<Int> = []

  private struct Key: Hashable {
    /// The index of the function, or the place and the name of what stands for one.
    var handler: Int?
    var place: TriggerPlace?
    var name = ""
    var kind: TriggerKind
  }

  /// A declaration and what it starts.
  private struct Placed {
    var item: PlacedDeclaration
    var handler: Int?
    var code: HandlerCode?
  }

  init(
    _ graph: CodeGraph, _ configuration: Configuration, _ texts: RepositoryTexts,
    _ scopes: CodeScopes
  ) {
    let names = FunctionNames(graph)
    var placed: [(PlacedDeclaration, Int?)] = []
    for trigger in configuration.triggers {
      let declaration = TriggerDeclaration(byHand: trigger)
      let place = TriggerPlace(Configuration.fileName, trigger.line)
      let handler = find(trigger.handler, names, graph, place)
      placed.append((PlacedDeclaration(declaration: declaration, place: place), handler))
    }
    let nodes = Self.inOrder(graph)
    for node in nodes where !Self.isCommand(node) && !Self.isDeclared(node) {
      let place = TriggerPlace(node.path, Int(node.declaration.line))
      var handler = node.symbol >= 0 ? Int(node.symbol) : nil
      if case .name(let name) = node.declaration.handler {
        handler = find(name, names, graph, place)
      }
      placed.append((PlacedDeclaration(declaration: node.declaration, place: place), handler))
    }
    silenced = Self.silenced(placed, graph)
    placed.removeAll { $0.0.declaration.kind == .none }
    let said = Set(placed.filter { $0.0.declaration.origin.isByHand }.compactMap(\.1))
    placed.removeAll { item, handler in
      item.declaration.origin == .code && handler.map(said.contains) ?? false
    }
    let declared = placed.compactMap { item, handler in
      handler.map { (handler: $0, kind: item.declaration.kind, name: item.declaration["name"]) }
    }
    let commands = CommandJoin(graph, texts, scopes, declared: declared)
    for node in nodes where Self.isCommand(node) {
      guard case .command(let words) = node.declaration.handler else { continue }
      let place = TriggerPlace(node.path, Int(node.declaration.line))
      placed.append(
        (
          PlacedDeclaration(declaration: node.declaration, place: place),
          commands.handler(of: words, kind: node.declaration.kind)
        ))
    }
    group(
      placed.map { Placed(item: $0, handler: $1) } + platformFunctions(graph, nodes, texts, names))
    let folders = DeployedFolders(graph)
    triggers.removeAll { folders.hide($0) }
    triggers.dropRepeated(graph)
    let defaults = nodes.filter { $0.declaration[TriggerDeclaration.defaultsKey] != nil }
    for index in triggers.indices where !defaults.isEmpty { apply(defaults, graph, to: index) }
  }

  /// What a file says of functions of a platform in its folder and below, where they do not say it
  /// themselves; the nearest file comes first.
  private mutating func apply(_ defaults: [TriggerNode], _ graph: CodeGraph, to index: Int) {
    let trigger = triggers[index]
    let families = trigger.declarations[0].declaration.rule.split(separator: ".").prefix(2)
    let path =
      trigger.handler.map { graph.files[Int(graph.symbols[$0].file)].path }
      ?? trigger.code?.place.path ?? trigger.declarations[0].place.path
    let own = defaults.filter { node in
      let words = node.declaration[TriggerDeclaration.defaultsKey]?.split(separator: " ") ?? []
      let folder = node.path.prefix(through: node.path.lastIndex(of: "/") ?? node.path.startIndex)
      return words.first.map(families.contains) ?? false
        && (words.count == 1 || words.dropFirst().contains { $0 == trigger.kind.rawValue })
        && (!node.path.contains("/") || path.hasPrefix(folder))
    }
    for node in own.sorted(by: { $0.path.utf8.count > $1.path.utf8.count }) {
      for attribute in node.declaration.attributes.dropFirst()
      where trigger.merged[attribute.key] == nil {
        // A time for all that is longer than platforms let one run says nothing of how long one does:
        // whoever sets it has a plan without limits.
        if attribute.key == "timeout", node.declaration.timeoutSeconds ?? 0 > 900 { continue }
        triggers[index].declarations[0].declaration.attributes.append(attribute)
      }
    }
  }

  /// What people say comes before configurations, and those before what code says by itself.
  private static func inOrder(_ graph: CodeGraph) -> [TriggerNode] {
    let nodes = graph.triggers.filter { $0.declaration.origin != .implied }
    return nodes.filter { $0.declaration.origin != .code }
      + nodes.filter { $0.declaration.origin == .code }
  }

  /// Functions that a person silences; inside one without a name that code declares, it is that one.
  private static func silenced(
    _ placed: [(PlacedDeclaration, Int?)], _ graph: CodeGraph
  ) -> Set<Int> {
    let declared = Set(
      placed.filter { $0.0.declaration.origin == .code }.compactMap(\.1)
    ).sorted()
    var silenced: Set<Int> = []
    for (item, handler) in placed where item.declaration.kind == .none {
      let inner = declared.last { symbol in
        let node = graph.symbols[symbol]
        return graph.files[Int(node.file)].path == item.place.path
          && Int(node.line) <= item.place.line && item.place.line <= Int(node.endLine)
      }
      if let symbol = inner ?? handler { silenced.insert(symbol) }
    }
    return silenced
  }

  private static func isCommand(_ node: TriggerNode) -> Bool {
    if case .command = node.declaration.handler { true } else { false }
  }

  /// Whether the declaration names a function as a platform or an interface does.
  private static func isDeclared(_ node: TriggerNode) -> Bool {
    switch node.declaration.handler {
    case .function, .operation, .method, .messages: true
    default: false
    }
  }

  /// Declared functions of platforms with their code, and operations of interfaces that one function
  /// serves; those that none serves are only counted.
  private mutating func platformFunctions(
    _ graph: CodeGraph, _ nodes: [TriggerNode], _ texts: RepositoryTexts, _ names: FunctionNames
  ) -> [Placed] {
    let join = FunctionJoin(graph, texts)
    lazy var messages = MessageJoin(graph)
    var known: [DeclaredFunction: HandlerCode?] = [:]
    var placed: [Placed] = []
    var unserved: [String: Int] = [:]
    for node in nodes {
      let place = TriggerPlace(node.path, Int(node.declaration.line))
      let item = PlacedDeclaration(declaration: node.declaration, place: place)
      switch node.declaration.handler {
      case .function(let function):
        let isCode = node.declaration.origin == .code
        let code = known[function] ?? join.code(of: function, isUpwards: isCode)
        if known.updateValue(code, forKey: function) == nil, code == nil {
          diagnostics.append(Self.missing(function, at: place))
        }
        placed.append(Placed(item: item, handler: code?.symbol, code: code))
      case .method(let name):
        if let code = join.code(ofMethod: name) {
          placed.append(Placed(item: item, handler: code.symbol, code: code))
        } else if node.declaration.origin == .contract {
          unserved[node.path, default: 0] += 1
        } else {
          var function = DeclaredFunction(name: name)
          function.handler = name
          diagnostics.append(Self.missing(function, at: place))
          placed.append(Placed(item: item))
        }
      case .messages(let name):
        for symbol in messages.handlers(of: name) {
          placed.append(Placed(item: item, handler: symbol))
        }
      case .operation(let name):
        if case .one(let symbol) = names.find(name) {
          placed.append(Placed(item: item, handler: symbol))
        } else {
          unserved[node.path, default: 0] += 1
        }
      default: continue
      }
    }
    for (path, count) in unserved.sorted(by: { $0.key.precedesBytewise($1.key) }) {
      diagnostics.append(
        Diagnostic(
          .note, "unserved-operation",
          "\(count) operations are not the name of one function, and are left out", path: path))
    }
    return placed
  }

  private static func missing(_ function: DeclaredFunction, at place: TriggerPlace) -> Diagnostic {
    let name = function.name.escapedForTerminal
    let handler = function.handler.isEmpty ? function.code : function.handler
    return Diagnostic(
      .note, "unknown-handler",
      "the code of the function '\(name)' ('\(handler.escapedForTerminal)') is not here",
      path: place.path, line: place.line)
  }

  private mutating func find(
    _ name: String, _ names: FunctionNames, _ graph: CodeGraph, _ place: TriggerPlace
  ) -> Int? {
    let quoted = "'\(name.escapedForTerminal)'"
    switch names.find(name) {
    case .one(let symbol): return symbol
    case .none:
      diagnostics.append(
        Diagnostic(
          .warning, "unknown-handler",
          "no function is called \(quoted), the trigger starts nothing",
          path: place.path, line: place.line))
    case .several(let symbols):
      let first = symbols.prefix(3).map { symbol in
        "\(graph.files[Int(graph.symbols[symbol].file)].path):\(graph.symbols[symbol].line)"
      }
      diagnostics.append(
        Diagnostic(
          .warning, "ambiguous-handler",
          "\(quoted) is the name of \(symbols.count) functions (\(first.joined(separator: ", "))), "
            + "write path:function",
          path: place.path, line: place.line))
    }
    return nil
  }

  // MARK: Grouping

  private mutating func group(_ placed: [Placed]) {
    var index: [Key: Int] = [:]
    for one in placed {
      let kind = one.item.declaration.kind
      var trigger = JoinedTrigger(kind: kind, handler: one.handler, declarations: [one.item])
      trigger.code = one.code
      guard one.handler != nil || one.code != nil else {
        triggers.append(trigger)
        continue
      }
      if let handler = one.handler, silenced.contains(handler) { continue }
      var key = Key(handler: one.handler, kind: kind)
      if one.handler == nil { (key.place, key.name) = (one.code?.place, one.code?.name ?? "") }
      if let known = index[key] {
        add(one.item, to: known)
      } else {
        index[key] = triggers.count
        triggers.append(trigger)
      }
    }
  }

  private mutating func add(_ item: PlacedDeclaration, to index: Int) {
    let known = triggers[index].declarations
    if known.contains(where: { $0.place == item.place }) { return }
    triggers[index].declarations.append(item)
    let first = known[0]
    guard first.place.path != item.place.path else { return }
    let same = Self.clock(first.declaration) == Self.clock(item.declaration)
    // Several routes or queues of one function stand in several files with reason.
    // So do the ways in which a process may be kept running, and a handler and what deploys it.
    let kind = triggers[index].kind
    guard kind != .daemon, kind != .direct, same || kind == .schedule else { return }
    let other = "\(first.place.path):\(first.place.line)"
    diagnostics.append(
      Diagnostic(
        same ? .note : .warning, same ? "duplicate-trigger" : "conflicting-trigger",
        same
          ? "the trigger is declared at \(other) too, keep one"
          : "the trigger is declared at \(other) with another schedule, which counts; make them agree",
        path: item.place.path, line: item.place.line))
  }

  /// What says when or by what the trigger fires; schedules by their period where they are readable.
  private static func clock(_ declaration: TriggerDeclaration) -> String? {
    guard let schedule = declaration.schedule else {
      let route = [declaration["method"], declaration["path"]].compactMap { $0 }
      return declaration["cron"] ?? declaration["source"]
        ?? (route.isEmpty ? nil : route.joined(separator: " "))
    }
    return "\(schedule.form)"
  }
}

extension TriggerDeclaration.Origin {
  /// Said by a person about one function.
  fileprivate var isByHand: Bool { self == .comment || self == .attribute }
}

extension TriggerDeclaration {
  /// A trigger from `cleave.yml`; unknown kinds were refused before.
  init(byHand trigger: Configuration.Trigger) {
    let attributes = trigger.attributes.map { Attribute(key: $0.key, value: $0.value) }
    let pairs = attributes.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: " ")
    self.init(
      kind: TriggerKind(rawValue: trigger.kind) ?? .direct, origin: .configuration,
      rule: "cleave.yml", handler: .name(trigger.handler), attributes: attributes,
      line: UInt32(clamping: trigger.line),
      evidence: "\(trigger.kind) \(trigger.handler) \(pairs)")
  }
}

extension TriggerDeclaration {
  /// Whether a rule for handlers of platforms has found it, by the second part of its name.
  var isOfPlatform: Bool {
    let family = rule.split(separator: ".").dropFirst().first ?? ""
    return Self.platformFamilies.contains(String(family))
  }

  private static let platformFamilies: Set<String> = [
    "azure", "chalice", "cloudflare", "firebase", "gcp", "lambda", "worker",
  ]
}
