internal import Facts
internal import TreeSitterBinding

/// Methods, constructors and their parameters.
extension JavaWalk {
  /// What a list of parameters gives.
  struct Parameters {
    /// Terms of the types in the signature, and the names.
    var types: [UInt32] = []
    var names: [UInt32] = []
    var lines: [Int] = []
    var isVariadic = false
    /// The types as written, for keys.
    var text = ""
  }

  mutating func readMethod(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let modifiers = modifiers(index)
    let binding = draft.add(
      Outline.Binding(name: draft.name(of: nameNode), kind: .function, scope: draft.scope))
    draft.open(.function, owner: binding)
    readTypeParameters(index)
    let parameters = readParameters(index)
    draft.openSignature()
    let result = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    readThrown(index)
    draft.closeSignature()
    draft.close()
    let name = draft.text(of: nameNode)
    let traits = methodTraits(
      name, parameters, modifiers, hasBody: child(index, fields.body) != nil)
    let symbol = declareFunction(name, parameters.text, at: index, traits: traits)
    draft.update(binding) {
      $0.symbol = symbol ?? Outline.none
      $0.type = result
      if modifiers.isStatic { $0.marks.insert(.isStatic) }
      if modifiers.isPrivate { $0.marks.insert(.isPrivate) }
      $0.setParameters(parameters)
    }
    finishFunction(index, binding, symbol ?? draft.symbol, parameters, modifiers)
  }

  /// Nil in an anonymous class.
  private mutating func declareFunction(
    _ name: String, _ parameters: String, at index: Int, traits: Declaration.Traits
  ) -> UInt32? {
    guard anonymousDepth == 0 else { return nil }
    let symbol = draft.declareFunction(name, parameters, at: index, traits: traits)
    draft.functions.append((draft.node(index).start, symbol))
    return symbol
  }

  mutating func readConstructor(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let modifiers = modifiers(index)
    // The compact form adds to the constructor that the record has anyway: it cannot be looked up.
    let isCompact = kind(index) == .compactConstructor
    let binding = draft.add(
      Outline.Binding(
        name: draft.name(of: nameNode), kind: isCompact ? .namespace : .constructor,
        scope: draft.scope))
    draft.open(.function, owner: binding)
    readTypeParameters(index)
    let parameters = readParameters(index)
    draft.openSignature()
    readThrown(index)
    draft.closeSignature()
    draft.close()
    let symbol = declareFunction(
      draft.text(of: nameNode), isCompact ? "…" : parameters.text, at: index, traits: [])
    draft.update(binding) {
      $0.symbol = symbol ?? Outline.none
      $0.setParameters(parameters)
    }
    finishFunction(index, binding, symbol ?? draft.symbol, parameters, modifiers)
  }

  private mutating func finishFunction(
    _ index: Int, _ binding: UInt32, _ symbol: UInt32, _ parameters: Parameters,
    _ modifiers: Modifiers
  ) {
    readAnnotations(modifiers.annotations, of: symbol)
    draft.reopen(binding, symbol: symbol)
    let mark = draft.localMark
    for (position, name) in parameters.names.enumerated() {
      let type = parameters.types[position]
      draft.addLocal(
        name,
        type == Outline.none
          ? type : draft.add(.value, .silent, base: type, at: parameters.lines[position]))
    }
    if let body = child(index, fields.body) { visit(body) }
    if let value = child(index, fields.value) { visit(value) }
    draft.forgetLocals(since: mark)
    draft.close()
  }

  private func methodTraits(
    _ name: String, _ parameters: Parameters, _ modifiers: Modifiers, hasBody: Bool
  ) -> Declaration.Traits {
    var traits: Declaration.Traits = []
    if name == "main", modifiers.isStatic, modifiers.isPublic,
      ["String[]", "String...", ""].contains(parameters.text)
    {
      traits.insert(.entryPoint)
    }
    if !modifiers.isStatic, !modifiers.isFinal, !modifiers.isPrivate { traits.insert(.virtual) }
    if !hasBody { traits.insert(.abstract) }
    return traits
  }

  private mutating func readThrown(_ index: Int) {
    guard let list = first(index, .throwsClause) else { return }
    for type in children(list) { _ = readType(type, .type) }
  }

  mutating func readParameters(_ index: Int) -> Parameters {
    var found = Parameters()
    guard let list = child(index, fields.parameters) else { return found }
    draft.openSignature()
    defer { draft.closeSignature() }
    for part in children(list) {
      switch kind(part) {
      case .formalParameter: readParameter(part, into: &found)
      case .spreadParameter:
        readParameter(part, into: &found)
        found.isVariadic = true
        found.text += "..."
      default: break
      }
    }
    return found
  }

  private mutating func readParameter(_ index: Int, into found: inout Parameters) {
    var typeNode = child(index, fields.type)
    var name = child(index, fields.name)
    let isSpread = kind(index) == .spreadParameter
    if isSpread {
      typeNode = children(index).first { isType($0) }
      name = first(index, .variableDeclarator).flatMap { child($0, fields.name) }
    }
    for annotation in modifiers(index).annotations { readAnnotation(annotation, of: draft.symbol) }
    guard let typeNode else { return }
    var type = readType(typeNode, .type)
    type = sequence(of: type, index)
    if isSpread, type != Outline.none {
      type = draft.add(.sequence, .silentType, base: type, at: index)
    }
    found.types.append(type)
    found.names.append(name.map { draft.name(of: $0) } ?? draft.name("_"))
    found.lines.append(index)
    found.text += (found.text.isEmpty ? "" : ",") + typeText(typeNode)
    found.text += String(repeating: "[]", count: dimensions(index))
  }

  /// The type as written, without white space, annotations and type arguments.
  private func typeText(_ index: Int) -> String {
    switch kind(index) {
    case .genericType, .annotatedType:
      return children(index).first { isType($0) && kind($0) != .typeArguments }.map(typeText) ?? "?"
    case .arrayType:
      let element = child(index, fields.element).map(typeText) ?? "?"
      let dimensions = child(index, fields.dimensions).map { draft.text(of: $0) } ?? "[]"
      return element + dimensions.filter { $0 == "[" || $0 == "]" }
    default: return draft.textWithoutSpaces(of: index)
    }
  }
}

extension Outline.Binding {
  fileprivate mutating func setParameters(_ parameters: JavaWalk.Parameters) {
    let count = UInt8(clamping: parameters.types.count)
    self.parameters = parameters.types
    least = parameters.isVariadic ? count - 1 : count
    most = parameters.isVariadic ? 255 : count
  }
}

extension OutlineDraft {
  /// A method or constructor; overloads are told apart by their parameters as written.
  mutating func declareFunction(
    _ name: String, _ parameters: String, at index: Int, traits: Declaration.Traits
  ) -> UInt32 {
    declare(
      name, .method, key: qualified(name) + "(" + parameters + ")", at: index, traits: traits)
  }

  /// Opens the scope of a function again, whose symbol is known by now.
  mutating func reopen(_ binding: UInt32, symbol: UInt32) {
    enter(outline.bindings[Int(binding)].inner, symbol: symbol)
  }
}
