internal import Configuration
internal import Facts

/// The code that a declaration starts.
extension SurveyReader {
  mutating func handlers(
    _ rule: TriggerRule, _ view: CallView, _ site: CallSite, _ owner: KnownSymbol?,
    _ found: FoundTrigger
  ) -> [HandlerReference] {
    if rule.isPlatform { return platformFunction(rule, view, site) }
    if rule.isConstruct { return constructed(rule, view, site) }
    let places = rule.handlers.isEmpty ? [site.isAnnotation ? .owner : .block] : rule.handlers
    for place in places {
      switch place {
      case .owner:
        guard let owner else { continue }
        if owner.kind == .type { return [.type(owner, methods: rule.methods)] }
        return [.symbol(owner)]
      case .type:
        guard let type = index.type(at: site.chain.line) else { continue }
        return [.type(type, methods: rule.methods)]
      default:
        guard let argument = argument(at: place, view) else { continue }
        if case .function(let function) = argument.value,
          let type = view.chain.links[view.link].types.first, let call = soleCall(function),
          call.links.count == 2, function.parameters.contains(call.links[0].name)
        {
          return [.name("\(type).\(call.links[1].name)", methods: [])]
        }
        if let body = macroBody(argument, view, found) { return [.symbol(body)] }
        if let handler = handler(argument, rule, found) { return [handler] }
      }
    }
    return [.none]
  }

  /// The function that a macro of C++ declares by a name among its arguments and the body behind it.
  private mutating func macroBody(
    _ argument: SourceArgument, _ view: CallView, _ found: FoundTrigger
  ) -> KnownSymbol? {
    let link = view.chain.links[view.link]
    guard tokens.lexis.isCFamily, let block = link.block, case .word(let name) = argument.value
    else { return nil }
    let lines = argument.line...max(argument.line, argument.endLine)
    return symbol(named: Self.bare(name), lines) ?? closure(block, found, named: name)
  }

  private func argument(at place: TriggerRule.Place, _ view: CallView) -> SourceArgument? {
    if let argument = view.argument(at: place) { return argument }
    guard let value = view.value(at: place) else { return nil }
    let link = view.chain.links[view.link]
    return SourceArgument(
      key: "", value: value, line: link.line, endLine: max(link.line, view.chain.endLine))
  }

  /// The handler that a value names; nil for values that name none.
  mutating func handler(
    _ argument: SourceArgument, _ rule: TriggerRule, _ found: FoundTrigger
  ) -> HandlerReference? {
    let lines = argument.line...max(argument.line, argument.endLine)
    switch argument.value {
    case .function(let function):
      return .symbol(onlyCall(function) ?? closure(function, found))
    case .word(let name):
      if symbol(named: Self.bare(name), lines) == nil, !rule.methods.isEmpty,
        let type = type(of: name, before: argument.line, rule)
      {
        return type
      }
      if symbol(named: Self.bare(name), lines) == nil,
        let function = assignedFunction(name, before: argument.line)
      {
        return .symbol(closure(function, found, named: name))
      }
      return named(name, lines, rule)
    case .text(let text):
      let isFull = namespace.isEmpty || text.hasPrefix("\\")
      return .name(isFull ? text : namespace + "\\" + text, methods: rule.methods)
    case .list(let values): return handler(values, lines, rule, found)
    case .table(let entries):
      for key in ["handler", "controller", "handle", "run", "uses", "onTick", "process"] {
        guard let entry = entries.first(where: { $0.key == key }) else { continue }
        return handler(entry, rule, found)
      }
      return nil
    case .chain(let chain):
      if rules.language == .go, rule.methods == ["*"], let last = chain.links.last,
        last.arguments != nil
      {
        return .name(Self.made(by: last.name) ?? last.name, methods: rule.methods)
      }
      return handler(chain, lines, rule, found)
    case .other(let text):
      // `&server{}`, whose type is written in small letters.
      guard rules.language == .go, !rule.methods.isEmpty, let brace = text.firstIndex(of: "{")
      else {
        return nil
      }
      let name = text[..<brace].drop { $0 == "&" }
      return named(String(name), lines, rule)
    }
  }

  /// `[Controller::class, 'index']`, or several of which the last does the work.
  private mutating func handler(
    _ values: [SourceValue], _ lines: ClosedRange<UInt32>, _ rule: TriggerRule,
    _ found: FoundTrigger
  ) -> HandlerReference? {
    if values.count == 2, let method = values[1].literal, case .word(let name) = values[0] {
      let type = Self.bare(name)
      if let symbol = index.target(of: type, in: lines), symbol.kind == .type {
        return .type(symbol, methods: [method])
      }
      return .name(type, methods: [method])
    }
    for value in values.reversed() {
      let argument = SourceArgument(
        key: "", value: value, line: lines.lowerBound, endLine: lines.upperBound)
      if let handler = handler(argument, rule, found) { return handler }
    }
    return nil
  }

  /// `tryRoute(controllers.x)`, `View.as_view()`, `web::get().to(f)`, `new Job()`.
  private mutating func handler(
    _ chain: SourceChain, _ lines: ClosedRange<UInt32>, _ rule: TriggerRule, _ found: FoundTrigger
  ) -> HandlerReference? {
    if let last = chain.links.last, let block = last.block { return .symbol(closure(block, found)) }
    for link in chain.links.reversed() {
      for argument in (link.arguments ?? []).reversed() {
        switch argument.value {
        case .function(let function): return .symbol(closure(function, found))
        case .word(let name):
          if let symbol = symbol(named: Self.bare(name), lines, isFar: Self.isFar(name)),
            symbol.isFunction
          {
            return .symbol(symbol)
          }
          if name.contains("."), ModulePath.languages.contains(rules.language),
            let wrapper = symbol(named: link.name, lines), wrapper.isFunction
          {
            return .wrapped(name, by: wrapper, methods: rule.methods)
          }
        case .chain(let inner):
          if let handler = handler(inner, lines, rule, found) { return handler }
        default: continue
        }
      }
    }
    for link in chain.links.reversed() {
      guard let symbol = symbol(named: link.name, lines) else { continue }
      if symbol.kind == .type { return .type(symbol, methods: rule.methods) }
      if symbol.isFunction { return .symbol(symbol) }
    }
    for link in chain.links where link.arguments == nil {
      if let type = assignedType(link.name) { return .name(type, methods: rule.methods) }
    }
    for argument in chain.links.flatMap({ $0.arguments ?? [] }) {
      guard case .chain(let inner) = argument.value else { continue }
      for link in inner.links {
        if let type = assignedType(link.name) { return .name(type, methods: rule.methods) }
      }
    }
    // A type that is made or named, whose file no reference leads to.
    guard rules.language != .go else { return nil }
    let type = chain.links.last { $0.name.first?.isUppercase ?? false }
    return type.map { .name($0.name, methods: rule.methods) }
  }

  /// The type that a member stands for which is asked for by its name:
  /// `self.index_view = get_class("shop.views", "IndexView")`.
  private func assignedType(_ name: String) -> String? {
    guard tokens.lexis.isPython else { return nil }
    for place in 0..<tokens.count
    where tokens.isWord(place, name) && tokens.isMark(place + 1, "=") && tokens.isWord(place + 2) {
      var reader = ChainReader(tokens)
      guard let chain = reader.chain(at: place + 2), let last = chain.links.last,
        let text = last.plain.last?.value.literal, text.first?.isUppercase ?? false
      else { continue }
      // `get_class("shop.views", "IndexView")`: the module tells it from others of its name.
      let texts = last.plain.compactMap(\.value.literal)
      return texts.joined(separator: ".")
    }
    return nil
  }

  private func named(
    _ name: String, _ lines: ClosedRange<UInt32>, _ rule: TriggerRule
  ) -> HandlerReference? {
    let bare = Self.bare(name)
    if let symbol = symbol(named: bare, lines, isFar: Self.isFar(name)) {
      if symbol.kind == .type { return .type(symbol, methods: rule.methods) }
      // A constant or a field of these languages is no code.
      if symbol.isFunction || ![.java, .csharp].contains(rules.language) {
        return .symbol(symbol)
      }
      // The method of its type is, where that has one.
      guard !rule.methods.isEmpty, let type = declaredType(of: bare) else { return nil }
      return .name(type, methods: rule.methods)
    }
    guard bare.first?.isLetter ?? false else { return nil }
    return .name(Self.trimmed(name), methods: rule.methods)
  }

  /// Whether a name leads over several members to what another file declares: `controllers.user.get`.
  private static func isFar(_ name: String) -> Bool {
    name.split(separator: ".").count > 2
  }

  /// By the references of the lines, else among what the file itself declares.
  func symbol(
    named name: String, _ lines: ClosedRange<UInt32>, isFar: Bool = false
  ) -> KnownSymbol? {
    let isModule = ModulePath.languages.contains(rules.language)
    if let symbol = index.target(of: name, in: lines),
      !isModule || ModulePath.isBrowserSide(survey.path)
        || !ModulePath.isBrowserSide(symbol.path)
    {
      return symbol
    }
    if isModule, isFar { return nil }
    let own = index.symbols.filter { $0.name == name }
    let functions = own.filter(\.isFunction)
    if functions.count == 1 { return functions[0] }
    return functions.isEmpty && own.count == 1 ? own[0] : nil
  }

  /// The last name, without what says that a type is meant.
  static func bare(_ name: String) -> String {
    FileFactsIndex.simple(trimmed(name))
  }

  private static func trimmed(_ name: String) -> String {
    for end in [".class", ".self", ".as_view"] where name.hasSuffix(end) {
      return String(name.dropLast(end.count))
    }
    return name
  }

  // MARK: Functions without names

  /// The function of the project that a function without a name calls, where it does nothing else:
  /// `x => x.Send()`.
  private func onlyCall(_ function: SourceFunction) -> KnownSymbol? {
    guard let last = soleCall(function)?.links.last else { return nil }
    let lines = function.line...max(function.line, function.endLine)
    guard let symbol = index.target(of: last.name, in: lines), symbol.isFunction else { return nil }
    return symbol
  }

  /// The call that is all that a function without a name consists of.
  private func soleCall(_ function: SourceFunction) -> SourceChain? {
    var place = function.start
    while place < function.end - 2, !tokens.isPair(place, "=", ">"),
      !tokens.isPair(place, "-", ">")
    {
      place += 1
    }
    var reader = ChainReader(tokens)
    guard place + 2 < function.end, !tokens.isMark(place + 2, "{"), tokens.isWord(place + 2),
      let chain = reader.chain(at: place + 2, limit: function.end), chain.end >= function.end,
      chain.links.last?.arguments != nil
    else { return nil }
    return chain
  }

  /// What the call that a function without a name is handed to is assigned to:
  /// `exports.resize = onObjectFinalized(() => …)`.
  private func assignedName(_ function: SourceFunction) -> String? {
    var depth = 0
    var place = function.start - 1
    while place > 0, function.start - place < 200 {
      if tokens.isMark(place, ")") || tokens.isMark(place, "]") || tokens.isMark(place, "}") {
        depth += 1
      } else if tokens.isMark(place, "(") || tokens.isMark(place, "[") {
        depth -= 1
      } else if tokens.isMark(place, "{") {
        depth -= 1
        if depth < 0 { return nil }
      } else if tokens.isMark(place, ";") {
        return nil
      } else if depth < 0, tokens.isMark(place, "="), !tokens.isPair(place, "=", ">"),
        !tokens.isPair(place, "=", "="), !tokens.isMark(place - 1, "=")
      {
        let isNamed = tokens.isWord(place - 1) && place > 1
        let isExported =
          isNamed && (tokens.isMark(place - 2, ".") && tokens.isWord(place - 3, "exports"))
        let isDeclared =
          isNamed && ["const", "let", "var"].contains { tokens.isWord(place - 2, $0) }
        return isExported || isDeclared ? tokens.text(place - 1) : nil
      }
      place -= 1
    }
    return nil
  }

  /// The symbol of a function without a name, called after what it is assigned to or what starts it.
  mutating func closure(
    _ function: SourceFunction, _ found: FoundTrigger, named own: String? = nil
  ) -> KnownSymbol {
    if let known = closures.first(where: { $0.function.start == function.start }) {
      return known.symbol
    }
    let what =
      found.path
      ?? found.attributes.first { ["cron", "rate", "source", "name"].contains($0.key) }?.value
    let kind = rules.rules[found.rule].kind
    let start = found.verb ?? (kind == TriggerKind.direct.rawValue ? "handler" : kind)
    var name = (start + " " + (what ?? "")).trimmingEnd
    if let own {
      name = own
    } else if found.path == nil, let assigned = assignedName(function) {
      name = assigned
    }
    name = String(name.prefix(80))
    let same = closures.count { $0.symbol.name == name || $0.symbol.name.hasPrefix(name + " #") }
    if same > 0 { name += " #\(same + 1)" }
    var outer = index.function(at: function.line)
    // What a macro declares is taken for a function of the name of the macro.
    if own != nil, outer?.name.contains(where: \.isLowercase) == false { outer = nil }
    let around = outer ?? index.type(at: function.line)
    let qualified = (around.map { $0.qualifiedName + "." } ?? "") + name
    let symbol = KnownSymbol(
      key: "\(survey.path)#closure:\(qualified)", name: name, qualifiedName: qualified,
      kind: .function, path: survey.path, line: function.line, endLine: function.endLine)
    closures.append(Closure(function: function, symbol: symbol))
    return symbol
  }
}

extension String {
  var trimmingEnd: String {
    var text = self
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }
}
