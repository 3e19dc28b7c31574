internal import Facts
internal import TreeSitterBinding

/// Values and variables of types, files and functions.
extension ScalaWalk {
  /// `val x: T = …`, `var (a, b) = …`, as a member.
  mutating func readValue(_ index: Int) {
    guard let pattern = child(index, fields.pattern) else { return visitMembers(index) }
    let value = child(index, fields.value)
    let modifiers = modifiers(index)
    let names =
      kind(pattern) == .identifiers
      ? parts(pattern) : kind(pattern) == .identifier ? [pattern] : []
    if names.isEmpty { return readPatternValue(index, pattern, modifiers) }
    let isVariable = kind(index) == .variable
    let isState = isStaticScope && (isVariable || value.map(isMutableObject) ?? false)
    let bindings = names.map {
      declareValue($0, modifiers, isMutable: isState)
    }
    guard let binding = bindings.first else { return }
    let symbol = draft.outline.bindings[Int(binding)].symbol
    let own = symbol == Outline.none ? draft.symbol : symbol
    draft.open(.function, owner: binding, symbol: own)
    draft.openSignature()
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    draft.closeSignature()
    let mayChange = isVariable || modifiers.words.contains("override")
    let text = mayChange ? nil : value.flatMap(spelledText)
    let spelled = text.flatMap { SpelledText.mayName($0) ? draft.name($0) : nil }
    for binding in bindings {
      draft.update(binding) {
        $0.type = type
        $0.text = spelled ?? Outline.none
      }
    }
    readAnnotations(modifiers.annotations, of: own)
    readValue(value, bindings, hasType: type != Outline.none, mayChange: mayChange, at: index)
    draft.close()
  }

  /// The value; without a declared type it says it.
  private mutating func readValue(
    _ value: Int?, _ bindings: [UInt32], hasType: Bool, mayChange: Bool, at index: Int
  ) {
    if !hasType { draft.openSignature() }
    let outer = placeholder
    placeholder = Outline.none
    let mark = draft.localMark
    let term = value.map { visit($0) } ?? Outline.none
    draft.forgetLocals(since: mark)
    placeholder = outer
    guard !hasType else { return }
    // Its type is that of the first value, not the text.
    let isOpen = term != Outline.none && mayChange
    let known = isOpen ? draft.add(.value, .silent, base: term, at: index) : term
    for binding in bindings { setInferred(binding, known, at: index) }
    draft.closeSignature()
  }

  /// `val Order(id, name) = …`: each name is a member.
  private mutating func readPatternValue(_ index: Int, _ pattern: Int, _ modifiers: Modifiers) {
    draft.openSignature()
    let term = child(index, fields.value).map { visit($0) } ?? Outline.none
    let mark = draft.localMark
    bind(pattern, term)
    let names = draft.locals(since: mark)
    draft.forgetLocals(since: mark)
    for (name, value) in names {
      var binding = Outline.Binding(name: name, kind: .variable, scope: draft.scope)
      if isStaticScope { binding.marks.insert(.isStatic) }
      if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
      let text = draft.text(ofName: name)
      if !isLocalType() {
        binding.symbol = draft.declare(
          text, .field, key: draft.qualified(text) + keyMark, at: pattern)
      }
      setInferred(draft.add(binding), draft.usable(value), at: pattern)
    }
    draft.closeSignature()
  }

  mutating func readValueDeclaration(_ index: Int) {
    let modifiers = modifiers(index)
    let bindings = children(index, fields.name).map {
      declareValue($0, modifiers, isMutable: kind(index) == .varDeclaration && isStaticScope)
    }
    draft.openSignature()
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    draft.closeSignature()
    for binding in bindings { draft.update(binding) { $0.type = type } }
  }

  private mutating func declareValue(
    _ nameNode: Int, _ modifiers: Modifiers, isMutable: Bool
  ) -> UInt32 {
    var binding = Outline.Binding(name: name(nameNode), kind: .variable, scope: draft.scope)
    let text = nameText(nameNode)
    if isStaticScope { binding.marks.insert(.isStatic) }
    if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    if isMutable { binding.marks.insert(.isMutable) }
    if !isLocalType() {
      let isMember = draft.outline.scopes[Int(draft.scope)].kind == .type
      let isConstant = isStaticScope && text.first?.isUppercase ?? false && !isMutable
      binding.symbol = draft.declare(
        text, isConstant ? .constant : isMember ? .field : .variable,
        key: draft.qualified(text) + keyMark, at: nameNode, traits: isMutable ? .mutableState : [])
    }
    return draft.add(binding)
  }

  /// A value whose object changes all the same: `mutable.Map()`, `new ConcurrentHashMap`.
  private func isMutableObject(_ value: Int) -> Bool {
    switch kind(value) {
    case .call, .genericFunction:
      guard let callee = child(value, fields.function) else { return false }
      return isMutableObject(callee)
    case .field:
      guard let object = child(value, fields.value), let name = child(value, fields.field) else {
        return false
      }
      if draft.isText(name, "empty") { return isMutableObject(object) }
      return draft.isText(object, "mutable") || draft.isText(object, "TrieMap")
    case .identifier: return ScalaNames.mutableMakers.contains(draft.text(of: value))
    case .instance:
      guard let type = parts(value).first(where: { isType($0) }) else { return false }
      let name = simpleName(type)
      return JavaNames.mutableTypes.contains(name) || ScalaNames.mutableMakers.contains(name)
        || draft.text(of: type).hasPrefix("mutable.")
    default: return false
    }
  }

  private mutating func visitMembers(_ index: Int) {
    for part in parts(index) { visit(part) }
  }

  // MARK: Variables of functions

  mutating func visitValue(_ index: Int) {
    for annotation in modifiers(index).annotations { readAnnotation(annotation, of: draft.symbol) }
    var term = Outline.none
    let typeNode = child(index, fields.type)
    let type = typeNode.map { readType($0, .type) } ?? Outline.none
    if let value = child(index, fields.value) { term = visit(value) }
    if let typeNode { term = value(ofType: type, at: typeNode) }
    guard let pattern = child(index, fields.pattern) else { return }
    if kind(pattern) == .identifiers {
      for part in parts(pattern) { draft.addLocal(name(part), term) }
    } else if kind(pattern) == .identifier {
      draft.addLocal(name(pattern), term)
    } else {
      bind(pattern, term)
    }
  }
}
