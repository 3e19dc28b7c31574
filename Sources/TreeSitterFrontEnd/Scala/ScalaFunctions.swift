internal import Facts
internal import TreeSitterBinding

/// Functions, constructors and their parameters.
extension ScalaWalk {
  /// What lists of parameters give.
  struct Parameters {
    /// Terms of the types in the signature, and the names.
    var types: [UInt32] = []
    var names: [UInt32] = []
    var nodes: [Int] = []
    /// Values that stand for arguments which a call leaves out.
    var defaults: [Int] = []
    /// How many of them the first list has, and how many of these a call must give.
    var first = 0
    var least = 0
    var isVariadic = false
    var hasLists = false
    /// The types as written, for keys.
    var text = ""

    func set(_ binding: inout Outline.Binding, receiver: UInt32? = nil) {
      binding.parameters = (receiver.map { [$0] } ?? []) + types
      binding.least = UInt8(clamping: least)
      binding.most = isVariadic ? 255 : UInt8(clamping: min(first, 254))
      // Without a list of its own, what looks like arguments is given to the result.
      if !hasLists { binding.most = 255 }
      if receiver != nil { binding.marks.insert(.isExtension) }
    }
  }

  /// The binding, unless it is a constructor.
  @discardableResult
  mutating func readFunction(_ index: Int, extending outer: Int? = nil) -> UInt32? {
    guard let nameNode = child(index, fields.name) else { return nil }
    if draft.isText(nameNode, "this") {
      readSecondaryConstructor(index)
      return nil
    }
    let modifiers = modifiers(index)
    let isLocal = isLocalType()
    let binding = draft.add(
      Outline.Binding(name: name(nameNode), kind: .function, scope: draft.scope))
    draft.open(.function, owner: binding)
    if let outer { readTypeParameters(outer) }
    readTypeParameters(index)
    let extended = outer.map { readParameterLists($0) }
    let parameters = readParameterLists(index)
    draft.openSignature()
    let result = resultType(index)
    draft.closeSignature()
    draft.close()
    var symbol = draft.symbol
    if !isLocal { symbol = declareFunction(index, nameNode, parameters, extended, modifiers) }
    let isStatic = isStaticScope
    draft.update(binding) {
      $0.symbol = isLocal ? Outline.none : symbol
      $0.type = result
      if isStatic { $0.marks.insert(.isStatic) }
      if modifiers.isPrivate { $0.marks.insert(.isPrivate) }
      parameters.set(&$0, receiver: extended?.types.first)
    }
    readAnnotations(modifiers.annotations, of: symbol)
    draft.reopen(binding, symbol: symbol)
    readFunctionBody(index, binding, (extended.map { [$0] } ?? []) + [parameters])
    draft.close()
    return binding
  }

  /// Whether what is declared here belongs to no instance.
  var isStaticScope: Bool {
    let scope = draft.outline.scopes[Int(draft.scope)]
    guard scope.kind == .type else { return scope.kind != .function }
    return anonymousDepth == 0 && objectScopes.contains(draft.scope)
  }

  private mutating func declareFunction(
    _ index: Int, _ nameNode: Int, _ parameters: Parameters, _ extended: Parameters?,
    _ modifiers: Modifiers
  ) -> UInt32 {
    let name = nameText(nameNode)
    let isMember = draft.outline.scopes[Int(draft.scope)].kind == .type
    var traits: Declaration.Traits = []
    if kind(index) == .functionDeclaration { traits.insert(.abstract) }
    if isMember, !modifiers.isPrivate, !isStaticScope { traits.insert(.virtual) }
    let isMain = name == "main" && isStaticScope && parameters.text.hasPrefix("Array")
    let isMarked = modifiers.annotations.contains { annotationName($0) == "main" }
    if isMain || isMarked { traits.insert(.entryPoint) }
    let prefix = extended.map { $0.text + "." } ?? ""
    let symbol = draft.declare(
      name, isMember ? .method : .function,
      key: draft.qualified(prefix + name) + "(" + parameters.text + ")" + keyMark, at: index,
      traits: traits)
    draft.functions.append((draft.node(index).start, symbol))
    return symbol
  }

  private mutating func resultType(_ index: Int) -> UInt32 {
    let types = children(index, fields.returnType).filter { isType($0) }
    guard let node = types.first else {
      return kind(index) == .functionDeclaration || isProcedure(index)
        ? literalType("Unit") : Outline.none
    }
    return draft.isText(node, "Unit") ? literalType("Unit") : readType(node, .type)
  }

  /// `def f() { … }`, which gives nothing.
  private func isProcedure(_ index: Int) -> Bool {
    guard let body = child(index, fields.body) else { return false }
    return kind(body) == .block && !has(index, "=")
  }

  /// The body; where no result is declared, the type of the expression is it.
  private mutating func readFunctionBody(
    _ index: Int, _ binding: UInt32, _ lists: [Parameters]
  ) {
    let isInferred = draft.outline.bindings[Int(binding)].type == Outline.none
    if isInferred { draft.openSignature() }
    let mark = draft.localMark
    let depth = receivers.count
    let outer = placeholder
    placeholder = Outline.none
    for parameters in lists {
      addParameters(parameters)
      for value in parameters.defaults { visit(value) }
    }
    let term = child(index, fields.body).map { visit($0) } ?? Outline.none
    placeholder = outer
    receivers.removeSubrange(depth...)
    draft.forgetLocals(since: mark)
    guard isInferred else { return }
    setInferred(binding, term, at: index)
    draft.closeSignature()
  }

  /// Takes the type of a declaration from a value, which may be unknown.
  mutating func setInferred(_ binding: UInt32, _ term: UInt32, at index: Int) {
    let known = term == Outline.none ? draft.add(.value, .silent, at: index) : term
    draft.update(binding) {
      $0.type = known
      $0.marks.insert(.isInferred)
    }
  }

  mutating func addParameters(_ parameters: Parameters) {
    for (position, name) in parameters.names.enumerated() {
      addLocal(name, type: parameters.types[position], at: parameters.nodes[position])
    }
  }

  mutating func value(ofType type: UInt32, at index: Int) -> UInt32 {
    let type = draft.usable(type)
    return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
  }

  // MARK: Parameters

  /// Reads all lists of parameters in the signature. A call gives those of the first, or of the only
  /// one that is there although it is implicit.
  mutating func readParameterLists(_ index: Int) -> Parameters {
    var found = Parameters()
    draft.openSignature()
    for list in children(index) where kind(list) == .parameters || kind(list) == .classParameters {
      let isImplicit = has(list, "implicit") || has(list, "using")
      let isFirst = !found.hasLists && !isImplicit
      if isFirst { found.hasLists = true }
      for part in children(list) {
        switch kind(part) {
        case .parameter, .classParameter: readParameter(part, isFirst: isFirst, into: &found)
        default: if isType(part) { addUnnamed(part, isFirst: isFirst, into: &found) }
        }
      }
    }
    draft.closeSignature()
    return found
  }

  private mutating func readParameter(
    _ index: Int, isFirst: Bool, into found: inout Parameters
  ) {
    guard let nameNode = child(index, fields.name) else { return }
    for part in children(index) where kind(part) == .annotation && kind(index) == .parameter {
      readAnnotation(part, of: draft.symbol)
    }
    let typeNode = child(index, fields.type)
    found.types.append(typeNode.map { readType($0, .type) } ?? Outline.none)
    found.names.append(name(nameNode))
    found.nodes.append(index)
    let value = child(index, fields.defaultValue)
    if let value { found.defaults.append(value) }
    guard isFirst else { return }
    found.first = found.types.count
    let isVariadic = typeNode.map { kind($0) == .repeatedType } ?? false
    found.least += isVariadic || value != nil ? 0 : 1
    found.isVariadic = found.isVariadic || isVariadic
    found.text += (found.text.isEmpty ? "" : ",") + (typeNode.map { typeText($0) } ?? "?")
  }

  /// `(using Order)`.
  private mutating func addUnnamed(_ type: Int, isFirst: Bool, into found: inout Parameters) {
    found.types.append(readType(type, .type))
    found.names.append(draft.name(""))
    found.nodes.append(type)
    if isFirst { found.first = found.types.count }
  }

  // MARK: Constructors

  /// The parameters of a class: names in all of it, and members where they are `val`, `var` or those of
  /// a case class.
  mutating func readConstructor(_ index: Int, _ name: String, isCase: Bool) {
    let parameters = readParameterLists(index)
    var binding = Outline.Binding(name: draft.name(name), kind: .constructor, scope: draft.scope)
    binding.symbol = anonymousDepth == 0 ? draft.symbol : Outline.none
    parameters.set(&binding)
    let constructor = draft.add(binding)
    let type = draft.outline.scopes[Int(draft.scope)]
    if isCase {
      caseClasses[type.parent, default: [:]][name] = (type.owner, constructor)
      if !objectNames.contains(name) || kind(index) == .fullCase {
        addStaticApply(binding, at: index)
      }
    }
    for (position, node) in parameters.nodes.enumerated() {
      addClassParameter(
        node, parameters.types[position], isCase && position < parameters.first, position)
    }
    for value in parameters.defaults { visit(value) }
  }

  /// `Order.apply(…)` where there is no companion to have it.
  private mutating func addStaticApply(_ constructor: Outline.Binding, at index: Int) {
    var binding = constructor
    binding.name = draft.name("apply")
    binding.kind = .function
    binding.marks = .isStatic
    draft.openSignature()
    binding.type = draft.add(.selfValue, .silent, at: index)
    draft.closeSignature()
    draft.add(binding)
  }

  private mutating func addClassParameter(
    _ index: Int, _ type: UInt32, _ isCase: Bool, _ position: Int
  ) {
    guard let nameNode = child(index, fields.name) else { return }
    let modifiers = modifiers(index)
    let isMember = isCase || has(index, "val") || has(index, "var")
    var binding = Outline.Binding(name: name(nameNode), kind: .variable, scope: draft.scope)
    binding.type = type
    if !isMember || modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    if isMember, !isLocalType() {
      binding.symbol = draft.declare(
        nameText(nameNode), .field, key: draft.qualified(nameText(nameNode)) + keyMark, at: index)
    }
    draft.add(binding)
    readAnnotations(
      modifiers.annotations, of: binding.symbol == Outline.none ? draft.symbol : binding.symbol)
    guard isCase else { return }
    // What takes an instance apart.
    binding.name = draft.name("_\(position + 1)")
    draft.add(binding)
  }

  private mutating func readSecondaryConstructor(_ index: Int) {
    let type = draft.outline.scopes[Int(draft.scope)]
    guard type.kind == .type, type.owner != Outline.none else { return }
    let binding = draft.add(
      Outline.Binding(
        name: draft.outline.bindings[Int(type.owner)].name, kind: .constructor,
        scope: draft.scope))
    draft.open(.function, owner: binding)
    let parameters = readParameterLists(index)
    draft.close()
    var symbol = draft.symbol
    if anonymousDepth == 0 {
      symbol = draft.declare(
        "this", .method, key: draft.qualified("this") + "(" + parameters.text + ")", at: index)
      draft.functions.append((draft.node(index).start, symbol))
    }
    let own = anonymousDepth == 0 ? symbol : Outline.none
    draft.update(binding) {
      $0.symbol = own
      parameters.set(&$0)
    }
    let modifiers = modifiers(index)
    readAnnotations(modifiers.annotations, of: symbol)
    draft.reopen(binding, symbol: symbol)
    let mark = draft.localMark
    addParameters(parameters)
    for value in parameters.defaults { visit(value) }
    if let body = child(index, fields.body) { visit(body) }
    draft.forgetLocals(since: mark)
    draft.close()
  }
}
