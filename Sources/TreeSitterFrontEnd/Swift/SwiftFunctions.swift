internal import Facts
internal import TreeSitterBinding

/// Functions, initialisers, subscripts and their parameters.
extension SwiftWalk {
  /// What a list of parameters gives.
  struct Parameters {
    /// Terms of the types in the signature, the labels of arguments and the names inside.
    var types: [UInt32] = []
    var labels: [String?] = []
    var names: [UInt32] = []
    var nodes: [Int] = []
    /// Values that stand for arguments which a call leaves out, and the types they are of.
    var defaults: [(node: Int, type: UInt32)] = []
    var least = 0
    var isVariadic = false

    /// The labels as people write them: `id:in:`.
    var text: String { labels.map { ($0 ?? "_") + ":" }.joined() }

    func set(_ binding: inout Outline.Binding) {
      binding.parameters = types
      binding.least = UInt8(clamping: least)
      binding.most = isVariadic ? 255 : UInt8(clamping: min(types.count, 254))
    }
  }

  /// What is declared: a name, what kind of thing, and where.
  struct Callable {
    var name: String
    var kind = Outline.Binding.Kind.function
    var modifiers = Modifiers()
    var node: Int
  }

  mutating func readFunction(_ index: Int) {
    guard let nameNode = functionName(index) else { return readMembers(index) }
    let callable = Callable(
      name: nameText(nameNode), modifiers: modifiers(index), node: index)
    readCallable(callable)
  }

  private mutating func readMembers(_ index: Int) {
    for part in parts(index) where kind(part) != .modifiers { visit(part) }
  }

  /// The name behind `func`, which may be an operator.
  private func functionName(_ index: Int) -> Int? {
    var isNext = false
    for part in children(index) {
      if isNext { return part }
      isNext = draft.isText(part, "func")
    }
    return nil
  }

  mutating func readInitializer(_ index: Int) {
    readCallable(
      Callable(name: "init", kind: .constructor, modifiers: modifiers(index), node: index))
  }

  mutating func readSubscript(_ index: Int) {
    readCallable(Callable(name: "subscript", modifiers: modifiers(index), node: index))
  }

  mutating func readDeinitializer(_ index: Int) {
    let symbol = draft.declare("deinit", .method, key: key("deinit"), at: index)
    draft.functions.append((draft.node(index).start, symbol))
    draft.open(.function, symbol: symbol)
    if let body = first(index, .functionBody) { readBody(body, result: Outline.none) }
    draft.close()
  }

  private mutating func readCallable(_ callable: Callable) {
    let index = callable.node
    let isLocal = draft.isInFunction
    let binding = draft.add(
      Outline.Binding(name: draft.name(callable.name), kind: callable.kind, scope: draft.scope))
    draft.open(.function, owner: binding)
    readTypeParameters(index)
    draft.openSignature()
    let parameters = readParameters(index)
    let result = callable.kind == .constructor ? Outline.none : resultType(index)
    readErrors(index)
    draft.closeSignature()
    for position in parameters.types.indices {
      addLabel(parameters.labels[position], position, parameters.types[position])
    }
    readConstraints(index)
    draft.close()
    var symbol = draft.symbol
    if !isLocal { symbol = declare(callable, parameters) }
    let isStatic = draft.scope == 0 || callable.modifiers.isStatic
    draft.update(binding) {
      $0.symbol = isLocal ? Outline.none : symbol
      $0.type = result
      if isStatic { $0.marks.insert(.isStatic) }
      if callable.modifiers.isPrivate { $0.marks.insert(.isPrivate) }
      parameters.set(&$0)
    }
    if callable.kind == .constructor { addNamed(binding, parameters) }
    readAttributes(callable.modifiers.attributes, of: symbol)
    draft.reopen(binding, symbol: symbol)
    let mark = draft.localMark
    addLocals(parameters)
    for value in parameters.defaults { _ = visit(value.node, wanting: value.type) }
    if let body = first(index, .functionBody) { readBody(body, result: result) }
    if let body = first(index, .computedProperty) { readAccessors(body, type: result) }
    draft.forgetLocals(since: mark)
    draft.close()
  }

  /// The initialiser of an extension under its full name, by which it is found where the type is one
  /// from outside.
  private mutating func addNamed(_ binding: UInt32, _ parameters: Parameters) {
    let scope = draft.outline.scopes[Int(draft.scope)]
    guard scope.owner != Outline.none,
      draft.outline.bindings[Int(scope.owner)].marks.contains(.isPartial)
    else { return }
    var named = draft.outline.bindings[Int(binding)]
    named.name = draft.name(SwiftNames.initializer(parameters.labels))
    named.kind = .function
    named.inner = Outline.none
    named.marks.insert(.isStatic)
    draft.add(named)
  }

  private mutating func declare(_ callable: Callable, _ parameters: Parameters) -> UInt32 {
    let index = callable.node
    let isMember = draft.scope != 0
    let modifiers = callable.modifiers
    var traits: Declaration.Traits = []
    let isRequirement = kind(index) == .protocolFunction
    if modifiers.isPrivate, !isMember { traits.insert(.fileLocal) }
    if isRequirement { traits.insert(.abstract) }
    if isRequirement || modifiers.words.contains("open") || modifiers.words.contains("override") {
      traits.insert(.virtual)
    }
    let symbol = draft.declare(
      callable.name, isMember ? .method : .function,
      key: key(callable.name + "(" + parameters.text + ")"), at: index, traits: traits)
    draft.functions.append((draft.node(index).start, symbol))
    return symbol
  }

  /// `throws(Failure)`.
  private mutating func readErrors(_ index: Int) {
    for part in children(index) where kind(part) == .throwsClause {
      for type in children(part) where isType(type) { _ = readType(type, .type) }
    }
  }

  /// The type behind `->`.
  private mutating func resultType(_ index: Int) -> UInt32 {
    var isNext = false
    for part in children(index) {
      if isNext, isType(part) { return readType(part, .type) }
      if draft.isText(part, "->") { isNext = true }
    }
    return Outline.none
  }

  /// A body, in which `return` gives what is declared.
  mutating func readBody(_ index: Int, result type: UInt32) {
    let outer = (result, given)
    result = draft.usable(type)
    given = []
    let statements = first(index, .statements).map { parts($0) } ?? []
    if statements.count == 1, !isStatement(statements[0]) {
      _ = visit(statements[0], wanting: result)
    } else {
      visitStatements(statements)
    }
    (result, given) = outer
  }

  mutating func addLocals(_ parameters: Parameters) {
    for (position, name) in parameters.names.enumerated() {
      addLocal(name, type: parameters.types[position], at: parameters.nodes[position])
    }
  }

  // MARK: Parameters

  /// Reads the parameters of a declaration in the signature.
  mutating func readParameters(_ index: Int) -> Parameters {
    var found = Parameters()
    var isValue = false
    for part in children(index) {
      switch kind(part) {
      case .parameter: readParameter(part, into: &found)
      case nil: if draft.isText(part, "=") { isValue = true }
      case .comment, .multilineComment: break
      case .functionBody, .computedProperty: return found
      default:
        if isValue, let type = found.types.last {
          found.defaults.append((part, type))
          found.least = max(0, found.least - 1)
          isValue = false
        }
      }
    }
    return found
  }

  private mutating func readParameter(_ index: Int, into found: inout Parameters) {
    var names: [Int] = []
    var type = Outline.none
    var isVariadic = false
    for part in children(index) {
      switch kind(part) {
      case .simpleIdentifier, .wildcard: names.append(part)
      case .attribute: readAttribute(part, of: draft.symbol)
      case .modifiers, .parameterModifiers:
        for inner in children(part) where kind(inner) == .attribute {
          readAttribute(inner, of: draft.symbol)
        }
      case nil: if draft.isText(part, "...") { isVariadic = true }
      default: if isType(part) { type = readType(part, .type) }
      }
    }
    guard let last = names.last else { return }
    if isVariadic, type != Outline.none {
      type = draft.add(.sequence, .silentType, base: type, at: index)
    }
    let label = nameText(names[0])
    found.types.append(type)
    found.labels.append(label == "_" ? nil : label)
    found.names.append(name(last))
    found.nodes.append(index)
    found.least += isVariadic ? 0 : 1
    found.isVariadic = found.isVariadic || isVariadic
  }
}
