internal import Facts
internal import TreeSitterBinding

/// Properties of types and files, and variables of functions.
extension KotlinWalk {
  mutating func readProperty(_ index: Int) {
    guard let variable = first(index, .variable) else {
      // Several at once are taken out of a value; only scripts have them at this level.
      visitVariable(index)
      return
    }
    guard let nameNode = first(variable, .identifier) else { return }
    let modifiers = modifiers(index)
    let isVariable = has(index, "var")
    let value = propertyValue(index)
    let isConstant = modifiers.words.contains("const")
    let isState = isStatic && (isVariable || value.map(isMutableObject) ?? false)
    let property = declareProperty(
      nameNode, modifiers, isConstant: isConstant,
      isMutable: isState && first(index, .getter) == nil)
    let symbol = draft.outline.bindings[Int(property)].symbol
    let own = symbol == Outline.none ? draft.symbol : symbol
    if draft.scope == 0 { facade.append(property) }
    draft.open(.function, owner: property, symbol: own)
    readTypeParameters(index)
    draft.openSignature()
    let receiver = readReceiver(index, before: variable)
    let type = children(variable).first { isType($0) }.map { readType($0, .type) } ?? Outline.none
    draft.closeSignature()
    let text = mayChange(index) ? nil : value.flatMap(spelledText)
    let name = text.flatMap { SpelledText.mayName($0) ? draft.name($0) : nil }
    draft.update(property) {
      $0.type = type
      $0.text = name ?? Outline.none
      guard let receiver else { return }
      $0.parameters = [receiver.type]
      $0.marks.insert(.isExtension)
    }
    readAnnotations(modifiers.annotations, of: own)
    readValue(index, property, receiver, hasType: type != Outline.none)
    draft.close()
  }

  /// Whether what is declared here belongs to no instance.
  private var isStatic: Bool {
    let scope = draft.outline.scopes[Int(draft.scope)]
    guard scope.kind == .type else { return scope.kind == .file }
    return anonymousDepth == 0 && objectScopes.contains(draft.scope)
  }

  /// Whether a property may be something else than its first value, here or in a type below.
  private func mayChange(_ index: Int) -> Bool {
    has(index, "var") || !modifiers(index).words.isDisjoint(with: ["open", "override"])
  }

  private func propertyValue(_ index: Int) -> Int? {
    guard let sign = children(index).first(where: { draft.isText($0, "=") }) else { return nil }
    return parts(index).first { $0 > sign }
  }

  mutating func declareProperty(
    _ nameNode: Int, _ modifiers: Modifiers, isConstant: Bool, isMutable: Bool
  ) -> UInt32 {
    var binding = Outline.Binding(name: name(nameNode), kind: .variable, scope: draft.scope)
    let isTopLevel = draft.scope == 0
    if isTopLevel || isStatic { binding.marks.insert(.isStatic) }
    if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    if isMutable { binding.marks.insert(.isMutable) }
    if anonymousDepth == 0, !draft.isInFunction {
      var traits: Declaration.Traits = isMutable ? .mutableState : []
      if isTopLevel, modifiers.isPrivate { traits.insert(.fileLocal) }
      binding.symbol = draft.declare(
        nameText(nameNode), isConstant ? .constant : isTopLevel ? .variable : .field, at: nameNode,
        traits: traits)
    }
    return draft.add(binding)
  }

  /// The value, delegate and accessors of a property; without a declared type they say it.
  private mutating func readValue(
    _ index: Int, _ property: UInt32, _ receiver: (type: UInt32, node: Int)?, hasType: Bool
  ) {
    if !hasType { draft.openSignature() }
    let depth = receivers.count
    var term = Outline.none
    if let value = propertyValue(index) { term = visit(value) }
    if let delegate = first(index, .delegate) { term = visitDelegate(delegate) }
    if let receiver {
      pushReceiver(
        ofType: receiver.type, label: draft.outline.bindings[Int(property)].name, at: receiver.node)
    }
    for part in children(index) where kind(part) == .getter {
      let result = visitAccessor(part)
      if term == Outline.none { term = result }
    }
    receivers.removeSubrange(depth...)
    if !hasType {
      // Its type is that of the first value, not the text.
      let isOpen = term != Outline.none && mayChange(index)
      setInferred(
        property, isOpen ? draft.add(.value, .silent, base: term, at: index) : term, at: index)
      draft.closeSignature()
    }
    if let receiver {
      pushReceiver(
        ofType: receiver.type, label: draft.outline.bindings[Int(property)].name, at: receiver.node)
    }
    for part in children(index) where kind(part) == .setter { _ = visitAccessor(part) }
    receivers.removeSubrange(depth...)
  }

  private mutating func visitAccessor(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    draft.addLocal(draft.name("field"), Outline.none)
    var term = Outline.none
    for part in children(index) {
      switch kind(part) {
      case .modifiers:
        for annotation in children(part) where kind(annotation) == .annotation {
          readAnnotation(annotation, of: draft.symbol)
        }
      case .identifier: draft.addLocal(name(part), Outline.none)
      case .functionBody:
        let result = visitFunctionBody(part)
        if has(part, "=") { term = result }
      default: if isType(part) { _ = readType(part, .type) }
      }
    }
    draft.forgetLocals(since: mark)
    return term
  }

  /// What `by` gives: the value of a function that is called when it is needed, or an element of
  /// what holds one.
  mutating func visitDelegate(_ index: Int) -> UInt32 {
    guard let value = parts(index).last else { return Outline.none }
    let term = visit(value)
    guard kind(value) == .call, let callee = calleeName(value) else { return term }
    if KotlinNames.holders.contains(callee), term != Outline.none {
      return draft.add(.element, .silent, base: term, at: value)
    }
    return term
  }

  /// The name of what a call calls, without what stands before it.
  func calleeName(_ index: Int) -> String? {
    guard let callee = parts(index).first else { return nil }
    switch kind(callee) {
    case .identifier: return nameText(callee)
    case .navigation:
      return children(callee).filter { kind($0) == .identifier }.last.map { nameText($0) }
    case .call: return calleeName(callee)
    default: return nil
    }
  }

  /// A property whose object changes all the same: `mutableListOf()`, `HashMap()`.
  private func isMutableObject(_ value: Int) -> Bool {
    guard kind(value) == .call, let name = calleeName(value) else { return false }
    return KotlinNames.mutableMakers.contains(name) || JavaNames.mutableTypes.contains(name)
  }

  // MARK: Variables of functions

  mutating func visitVariable(_ index: Int) {
    for annotation in modifiers(index).annotations { readAnnotation(annotation, of: draft.symbol) }
    var term = propertyValue(index).map { visit($0) } ?? Outline.none
    if let delegate = first(index, .delegate) { term = visitDelegate(delegate) }
    if let list = first(index, .multiVariable) {
      addLocals(list, of: term)
    } else if let variable = first(index, .variable) {
      addLocal(variable, term)
    }
    for part in children(index) where kind(part) == .getter || kind(part) == .setter {
      _ = visitAccessor(part)
    }
  }

  /// A variable with or without a type of its own, which otherwise has that of a value.
  mutating func addLocal(_ variable: Int, _ value: UInt32) {
    for part in children(variable) where kind(part) == .annotation {
      readAnnotation(part, of: draft.symbol)
    }
    guard let nameNode = first(variable, .identifier) else { return }
    if let typeNode = children(variable).first(where: { isType($0) }) {
      addLocal(name(nameNode), type: readType(typeNode, .type), at: variable)
    } else {
      draft.addLocal(name(nameNode), value)
    }
  }

  /// `(id, name)`: the components of a value.
  mutating func addLocals(_ list: Int, of value: UInt32) {
    var number = 0
    for variable in children(list) where kind(variable) == .variable {
      number += 1
      let part =
        value == Outline.none
        ? value
        : draft.add(
          .member, .silent, name: draft.name("component\(number)"), base: value, at: variable)
      addLocal(variable, part)
    }
  }
}
