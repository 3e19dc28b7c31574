internal import Facts
internal import TreeSitterBinding

/// Fields, events, properties and indexers.
extension CSharpWalk {
  mutating func readFields(_ index: Int) {
    guard let declaration = first(index, .variableDeclaration),
      let typeNode = child(declaration, fields.type)
    else { return visitChildren(index).ignored() }
    let modifiers = modifiers(index)
    draft.openSignature()
    let type = readType(typeNode, .type)
    draft.closeSignature()
    for declarator in children(declaration) where kind(declarator) == .variableDeclarator {
      guard let name = child(declarator, fields.name) else { continue }
      let value = initialValue(declarator)
      let isMutable =
        modifiers.isStatic && (!modifiers.isReadOnly || value.map(isMutableObject) ?? false)
      let symbol = declareVariable(
        simpleName(name), type, modifiers, at: name, isMutable: isMutable)
      addEntitySet(typeNode, name, symbol)
      if let value { visit(value, expecting: type) }
    }
  }

  /// What stands behind `=` in a declarator or parameter.
  func initialValue(_ index: Int) -> Int? {
    var isBehind = false
    for part in children(index) {
      if isBehind, kind(part) != .comment { return part }
      if draft.isText(part, "=") { isBehind = true }
    }
    return nil
  }

  @discardableResult
  mutating func declareVariable(
    _ name: String, _ type: UInt32, _ modifiers: Modifiers, at index: Int, isMutable: Bool
  ) -> UInt32 {
    let isFixed = modifiers.isConstant || (modifiers.isStatic && modifiers.isReadOnly && !isMutable)
    let symbol = draft.declare(
      name, isFixed ? .constant : .field, at: index, traits: isMutable ? .mutableState : [])
    addVariable(name, type, symbol, modifiers, isMutable: isMutable)
    readAttributes(modifiers.attributes, of: symbol)
    return symbol
  }

  private mutating func addVariable(
    _ name: String, _ type: UInt32, _ symbol: UInt32, _ modifiers: Modifiers, isMutable: Bool
  ) {
    var binding = Outline.Binding(name: draft.name(name), kind: .variable, scope: draft.scope)
    if modifiers.isStatic { binding.marks.insert(.isStatic) }
    if modifiers.words.contains("private") { binding.marks.insert(.isPrivate) }
    if isMutable { binding.marks.insert(.isMutable) }
    binding.symbol = symbol
    binding.type = type
    draft.add(binding)
  }

  /// A read-only field whose object changes all the same: `new List<int>()`.
  private func isMutableObject(_ value: Int) -> Bool {
    guard let typeNode = child(value, fields.type) else { return kind(value) == .implicitCreation }
    return kind(value) == .creation && CSharpNames.mutableTypes.contains(simpleName(typeNode))
  }

  // MARK: Properties

  /// A property or an event with accessors; one with code is a method that looks like a field.
  mutating func readProperty(_ index: Int) {
    guard let typeNode = child(index, fields.type), let name = child(index, fields.name) else {
      return visitChildren(index).ignored()
    }
    let modifiers = modifiers(index)
    draft.openSignature()
    let type = readType(typeNode, .type)
    draft.closeSignature()
    let hasCode = hasCode(index)
    let isMutable = modifiers.isStatic && !hasCode && hasSetter(index)
    let text = simpleName(name)
    let symbol = draft.declare(
      text, hasCode ? .method : .field, at: index, traits: isMutable ? .mutableState : [])
    if let specifier = first(index, .explicitInterface) {
      readExplicitInterface(specifier)
    } else {
      addVariable(text, type, symbol, modifiers, isMutable: isMutable)
    }
    addEntitySet(typeNode, name, symbol)
    readAttributes(modifiers.attributes, of: symbol)
    readPropertyCode(index, symbol, type)
  }

  private mutating func readPropertyCode(_ index: Int, _ symbol: UInt32, _ type: UInt32) {
    draft.open(.function, symbol: symbol)
    let outer = result
    result = type
    let mark = draft.localMark
    if let list = child(index, fields.accessors) { readAccessors(list, type) }
    if let value = child(index, fields.value) { visit(value, expecting: type) }
    draft.forgetLocals(since: mark)
    result = outer
    draft.close()
  }

  mutating func readAccessors(_ list: Int, _ type: UInt32) {
    for accessor in children(list) where kind(accessor) == .accessor {
      let mark = draft.localMark
      addLocal(draft.name("value"), ofType: type, at: accessor)
      for attribute in modifiers(accessor).attributes {
        readAttributes([attribute], of: draft.symbol)
      }
      if let body = child(accessor, fields.body) { visit(body) }
      draft.forgetLocals(since: mark)
    }
  }

  private func hasCode(_ index: Int) -> Bool {
    if let value = child(index, fields.value), kind(value) == .arrow { return true }
    guard let list = child(index, fields.accessors) else { return false }
    return children(list).contains { child($0, fields.body) != nil }
  }

  private func hasSetter(_ index: Int) -> Bool {
    guard let list = child(index, fields.accessors) else { return false }
    return children(list).contains { accessor in
      child(accessor, fields.name).map { draft.isText($0, "set") } ?? false
    }
  }

  /// Looked up by a name that no identifier can have.
  mutating func readIndexer(_ index: Int) {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index).ignored() }
    draft.openSignature()
    let type = readType(typeNode, .type)
    draft.closeSignature()
    let modifiers = modifiers(index)
    let parameters = readParameters(index)
    let symbol = draft.declare(
      "this[]", .method, key: keyPrefix + ".this[" + parameters.text + "]", at: index)
    if let specifier = first(index, .explicitInterface) {
      readExplicitInterface(specifier)
    } else {
      addVariable("this[]", type, symbol, modifiers, isMutable: false)
    }
    readAttributes(modifiers.attributes, of: symbol)
    draft.open(.function, symbol: symbol)
    let mark = draft.localMark
    addLocals(parameters)
    if let list = child(index, fields.accessors) { readAccessors(list, type) }
    if let value = child(index, fields.value) { visit(value, expecting: type) }
    draft.forgetLocals(since: mark)
    draft.close()
  }

  /// The interface before the name: the member can be reached through it only.
  mutating func readExplicitInterface(_ specifier: Int) {
    for part in children(specifier) where isType(part) { _ = readType(part, .type) }
  }
}

extension UInt32 {
  /// For terms that nobody asks for.
  func ignored() {}
}
