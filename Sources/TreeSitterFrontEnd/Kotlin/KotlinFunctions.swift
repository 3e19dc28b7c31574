internal import Facts
internal import TreeSitterBinding

/// Functions, constructors and their parameters.
extension KotlinWalk {
  /// What a list of parameters gives.
  struct Parameters {
    /// Terms of the types in the signature, and the names.
    var types: [UInt32] = []
    var names: [UInt32] = []
    var nodes: [Int] = []
    /// Values that stand for arguments which a call leaves out.
    var defaults: [Int] = []
    var least = 0
    var isVariadic = false
    /// The types as written, for keys.
    var text = ""

    func set(_ binding: inout Outline.Binding, receiver: UInt32? = nil) {
      binding.parameters = (receiver.map { [$0] } ?? []) + types
      binding.least = UInt8(clamping: least)
      binding.most = isVariadic ? 255 : UInt8(clamping: min(types.count, 254))
      if receiver != nil { binding.marks.insert(.isExtension) }
    }
  }

  mutating func readFunction(_ index: Int) {
    guard let nameNode = child(index, fields.name) else {
      for part in parts(index) { visit(part) }
      return
    }
    let modifiers = modifiers(index)
    let isLocal = draft.isInFunction || anonymousDepth > 0
    let isTopLevel = draft.scope == 0
    let binding = draft.add(
      Outline.Binding(name: name(nameNode), kind: .function, scope: draft.scope))
    draft.open(.function, owner: binding)
    readTypeParameters(index)
    draft.openSignature()
    let receiver = readReceiver(index, before: nameNode)
    let parameters = first(index, .parameters).map { readParameters($0) } ?? Parameters()
    let result = resultType(index)
    draft.closeSignature()
    readConstraints(index)
    draft.close()
    var symbol = draft.symbol
    if !isLocal {
      symbol = declareFunction(index, nameNode, parameters, receiver, modifiers)
    }
    draft.update(binding) {
      $0.symbol = isLocal ? Outline.none : symbol
      $0.type = result
      if isTopLevel || modifiers.words.contains("static") { $0.marks.insert(.isStatic) }
      if modifiers.isPrivate { $0.marks.insert(.isPrivate) }
      parameters.set(&$0, receiver: receiver?.type)
    }
    if isTopLevel { facade.append(binding) }
    readAnnotations(modifiers.annotations, of: symbol)
    draft.reopen(binding, symbol: symbol)
    readFunctionBody(
      index, binding, parameters, receiver, isTest: modifiers.annotations.contains(where: isTest))
    draft.close()
  }

  private mutating func declareFunction(
    _ index: Int, _ nameNode: Int, _ parameters: Parameters,
    _ receiver: (type: UInt32, node: Int)?, _ modifiers: Modifiers
  ) -> UInt32 {
    let name = nameText(nameNode)
    let isMember = draft.scope != 0
    let body = first(index, .functionBody)
    var traits: Declaration.Traits = []
    if modifiers.isPrivate, !isMember { traits.insert(.fileLocal) }
    if isMember, body == nil || modifiers.words.contains("abstract") { traits.insert(.abstract) }
    if isMember, !modifiers.isPrivate { traits.insert(.virtual) }
    let isMain = name == "main" && receiver == nil && ["", "Array"].contains(parameters.text)
    let isStatic = modifiers.annotations.contains { simpleAnnotation($0) == "JvmStatic" }
    if isMain, !isMember || isStatic { traits.insert(.entryPoint) }
    let extended = receiver.map { typeText($0.node) + "." } ?? ""
    let symbol = draft.declare(
      name, isMember ? .method : .function,
      key: draft.qualified(extended + name) + "(" + parameters.text + ")", at: index,
      traits: traits)
    draft.functions.append((draft.node(index).start, symbol))
    return symbol
  }

  /// The type that a function or property extends.
  mutating func readReceiver(_ index: Int, before name: Int) -> (type: UInt32, node: Int)? {
    guard let node = children(index).first(where: { $0 < name && isType($0) }) else { return nil }
    return (readType(node, .type), node)
  }

  private mutating func resultType(_ index: Int) -> UInt32 {
    guard let list = first(index, .parameters) else { return Outline.none }
    guard let node = children(index).first(where: { $0 > list && isType($0) }) else {
      return Outline.none
    }
    return draft.isText(node, "Unit") ? literalType("Unit") : readType(node, .type)
  }

  /// The body; where no result is declared, the type of the expression is it.
  private mutating func readFunctionBody(
    _ index: Int, _ binding: UInt32, _ parameters: Parameters,
    _ receiver: (type: UInt32, node: Int)?, isTest: Bool
  ) {
    let body = first(index, .functionBody)
    let isInferred =
      !isTest && draft.outline.bindings[Int(binding)].type == Outline.none
      && body.map { has($0, "=") } ?? false
    if isInferred { draft.openSignature() }
    let mark = draft.localMark
    let depth = receivers.count
    if let receiver, let nameNode = child(index, fields.name) {
      pushReceiver(ofType: receiver.type, label: name(nameNode), at: receiver.node)
    }
    addParameters(parameters)
    for value in parameters.defaults { visit(value) }
    let term = body.map { visitFunctionBody($0) } ?? Outline.none
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

  mutating func visitFunctionBody(_ index: Int) -> UInt32 {
    var term = Outline.none
    for part in parts(index) { term = visit(part) }
    return term
  }

  mutating func addParameters(_ parameters: Parameters) {
    for (position, name) in parameters.names.enumerated() {
      addLocal(name, type: parameters.types[position], at: parameters.nodes[position])
    }
  }

  // MARK: Receivers

  /// From here on names may be members of a value of this type.
  mutating func pushReceiver(ofType type: UInt32, label: UInt32, at index: Int) {
    let type = draft.usable(type)
    let value =
      type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
    pushReceiver(value, label: label, at: index, isCertain: true)
  }

  mutating func pushReceiver(
    _ base: UInt32, name: UInt32 = Outline.none, label: UInt32, at index: Int, isCertain: Bool
  ) {
    let outer = receiver
    let term = draft.add(
      .receiver, .silent, name: name, base: draft.usable(base), at: index,
      operands: outer == Outline.none ? [] : [outer])
    receivers.append(Receiver(term: term, label: label, isCertain: isCertain))
  }

  /// The innermost receiver, as the base of a name.
  var receiver: UInt32 { receivers.last.map { draft.usable($0.term) } ?? Outline.none }

  // MARK: Parameters

  /// Reads a list of parameters in the signature.
  mutating func readParameters(_ list: Int) -> Parameters {
    var found = Parameters()
    var isVariadic = false
    var isValue = false
    for part in children(list) {
      switch kind(part) {
      case .parameterModifiers:
        isVariadic = has(part, "vararg")
        for annotation in children(part) where kind(annotation) == .annotation {
          readAnnotation(annotation, of: draft.symbol)
        }
      case .parameter:
        readParameter(part, isVariadic: isVariadic, into: &found)
        isVariadic = false
      case .lineComment, .blockComment: break
      default:
        if draft.isText(part, "=") {
          isValue = true
        } else if isValue {
          found.addDefault(part)
          isValue = false
        }
      }
    }
    return found
  }

  mutating func readParameter(
    _ index: Int, isVariadic: Bool, into found: inout Parameters
  ) {
    guard let nameNode = first(index, .identifier),
      let typeNode = children(index).first(where: { isType($0) })
    else { return }
    var type = readType(typeNode, .type)
    if isVariadic, type != Outline.none {
      type = draft.add(.sequence, .silentType, base: type, at: index)
    }
    found.types.append(type)
    found.names.append(name(nameNode))
    found.nodes.append(index)
    found.least += isVariadic ? 0 : 1
    found.isVariadic = found.isVariadic || isVariadic
    found.text += (found.text.isEmpty ? "" : ",") + typeText(typeNode)
  }

  // MARK: Constructors

  /// Parameters with `val` or `var` are properties as well.
  mutating func readPrimaryConstructor(_ index: Int, _ name: String, isData: Bool) {
    let modifiers = modifiers(index)
    readAnnotations(modifiers.annotations, of: draft.symbol)
    var parameters = Parameters()
    var properties: [(binding: UInt32, position: Int)] = []
    let list = first(index, .classParameters) ?? index
    for part in children(list) where kind(part) == .classParameter {
      let property = readClassParameter(part, into: &parameters)
      if let property { properties.append((property, parameters.types.count)) }
    }
    var binding = Outline.Binding(name: draft.name(name), kind: .constructor, scope: draft.scope)
    binding.symbol = anonymousDepth == 0 ? draft.symbol : Outline.none
    parameters.set(&binding)
    draft.add(binding)
    if isData {
      for (property, position) in properties { addComponent(property, position) }
    }
    addParameters(parameters)
    for value in parameters.defaults { visit(value) }
  }

  /// The binding of the property, if it is one.
  private mutating func readClassParameter(
    _ index: Int, into parameters: inout Parameters
  ) -> UInt32? {
    let modifiers = modifiers(index)
    let count = parameters.types.count
    draft.openSignature()
    readParameter(
      index, isVariadic: modifiers.words.contains("vararg"), into: &parameters)
    draft.closeSignature()
    if let sign = children(index).first(where: { draft.isText($0, "=") }),
      let value = parts(index).last, value > sign
    {
      parameters.addDefault(value)
    }
    guard parameters.types.count > count, let nameNode = first(index, .identifier) else {
      return nil
    }
    guard has(index, "val") || has(index, "var") else {
      readAnnotations(modifiers.annotations, of: draft.symbol)
      return nil
    }
    let property = declareProperty(nameNode, modifiers, isConstant: false, isMutable: false)
    draft.update(property) { $0.type = parameters.types[count] }
    let symbol = draft.outline.bindings[Int(property)].symbol
    readAnnotations(modifiers.annotations, of: symbol == Outline.none ? draft.symbol : symbol)
    return property
  }

  /// What takes a data class apart.
  private mutating func addComponent(_ property: UInt32, _ position: Int) {
    let source = draft.outline.bindings[Int(property)]
    var component = Outline.Binding(
      name: draft.name("component\(position)"), kind: .function, scope: draft.scope)
    component.symbol = source.symbol
    component.type = source.type
    component.most = 0
    draft.add(component)
  }

  mutating func readConstructor(_ index: Int) {
    guard let list = first(index, .parameters) else { return }
    let type = draft.outline.scopes[Int(draft.scope)]
    guard type.kind == .type, type.owner != Outline.none else { return }
    let nameTerm = draft.outline.bindings[Int(type.owner)].name
    let binding = draft.add(
      Outline.Binding(name: nameTerm, kind: .constructor, scope: draft.scope))
    draft.open(.function, owner: binding)
    draft.openSignature()
    let parameters = readParameters(list)
    draft.closeSignature()
    draft.close()
    let modifiers = modifiers(index)
    var symbol = draft.symbol
    if anonymousDepth == 0 {
      symbol = draft.declareFunction("constructor", parameters.text, at: index, traits: [])
      draft.functions.append((draft.node(index).start, symbol))
    }
    let own = anonymousDepth == 0 ? symbol : Outline.none
    draft.update(binding) {
      $0.symbol = own
      parameters.set(&$0)
    }
    readAnnotations(modifiers.annotations, of: symbol)
    draft.reopen(binding, symbol: symbol)
    let mark = draft.localMark
    addParameters(parameters)
    for value in parameters.defaults { visit(value) }
    if let call = first(index, .constructorDelegation) { readDelegation(call) }
    if let block = first(index, .block) { visit(block) }
    draft.forgetLocals(since: mark)
    draft.close()
  }

  /// `this(…)`, `super(…)`.
  private mutating func readDelegation(_ index: Int) {
    let isOwn = has(index, "this")
    let base = draft.add(isOwn ? .selfValue : .superValue, .silent, at: index)
    let operands = first(index, .valueArguments).map { readArguments($0) } ?? []
    _ = draft.add(.construct, .call, base: base, at: index, operands: operands)
  }
}

extension KotlinWalk.Parameters {
  fileprivate mutating func addDefault(_ node: Int) {
    defaults.append(node)
    least = max(0, least - 1)
  }
}
