internal import Facts
internal import TreeSitterBinding

/// Properties of types and files, and variables of functions.
extension SwiftWalk {
  /// One variable of a declaration, which may name several.
  struct Variable {
    var pattern: Int
    var annotation: Int?
    var value: Int?
    var accessors: Int?
    var observers: Int?
  }

  /// The variables of a declaration, in order.
  func variables(_ index: Int) -> [Variable] {
    var found: [Variable] = []
    var isValue = false
    for part in children(index) {
      switch kind(part) {
      case .pattern where !isValue: found.append(Variable(pattern: part))
      case .typeAnnotation: if !found.isEmpty { found[found.count - 1].annotation = part }
      case .computedProperty: if !found.isEmpty { found[found.count - 1].accessors = part }
      case .observers: if !found.isEmpty { found[found.count - 1].observers = part }
      case nil: if draft.isText(part, "=") { isValue = true }
      case .modifiers, .valueBinding, .comment, .multilineComment, .directive, .typeConstraints:
        break
      default:
        if isValue, !found.isEmpty { found[found.count - 1].value = part }
        isValue = false
      }
    }
    return found
  }

  mutating func readProperty(_ index: Int) {
    let modifiers = modifiers(index)
    let isVariable = first(index, .valueBinding).map { has($0, "var") } ?? has(index, "var")
    for variable in variables(index) {
      if let nameNode = boundName(variable.pattern) {
        readProperty(variable, nameNode, modifiers, isVariable: isVariable)
      } else {
        readTuple(variable, modifiers, isVariable: isVariable)
      }
    }
  }

  /// The name of a pattern that is no more than a name.
  func boundName(_ pattern: Int) -> Int? {
    let names = parts(pattern).filter { kind($0) != .valueBinding }
    guard names.count == 1, kind(names[0]) == .simpleIdentifier else { return nil }
    return names[0]
  }

  private mutating func readProperty(
    _ variable: Variable, _ nameNode: Int, _ modifiers: Modifiers, isVariable: Bool
  ) {
    let isStored = variable.accessors == nil
    let property = declareProperty(nameNode, modifiers, isMutable: isVariable && isStored)
    let symbol = draft.outline.bindings[Int(property)].symbol
    let own = symbol == Outline.none ? draft.symbol : symbol
    draft.open(.function, owner: property, symbol: own)
    draft.openSignature()
    let type = variable.annotation.map { annotatedType($0) } ?? Outline.none
    draft.closeSignature()
    let text = isVariable ? nil : variable.value.flatMap(spelledText)
    let name = text.flatMap { SpelledText.mayName($0) ? draft.name($0) : nil }
    draft.update(property) {
      $0.type = type
      $0.text = name ?? Outline.none
    }
    readAttributes(modifiers.attributes, of: own)
    if let value = variable.value {
      readValue(value, property, type, isVariable: isVariable)
    } else if type == Outline.none {
      inferWrapped(property, modifiers, at: nameNode)
    }
    if let accessors = variable.accessors { readAccessors(accessors, type: type) }
    if let observers = variable.observers { readAccessors(observers, type: type) }
    draft.close()
    draft.update(property) { $0.inner = Outline.none }
    addMemberLabel(property, modifiers)
  }

  /// The argument of the initialiser that a structure has without declaring it.
  private mutating func addMemberLabel(_ property: UInt32, _ modifiers: Modifiers) {
    let declared = draft.outline.bindings[Int(property)]
    guard declared.type != Outline.none, !modifiers.isStatic,
      draft.outline.scopes[Int(draft.scope)].kind == .type
    else { return }
    addLabel(draft.text(ofName: declared.name), 0, declared.type)
  }

  /// The first value, which says the type where none is written.
  private mutating func readValue(
    _ value: Int, _ property: UInt32, _ type: UInt32, isVariable: Bool
  ) {
    let first = draft.hideLocals()
    defer { draft.showLocals(from: first) }
    guard type == Outline.none else {
      _ = visit(value, wanting: draft.usable(type))
      return
    }
    draft.openSignature()
    let term = visit(value)
    let known =
      term == Outline.none || isVariable
      ? draft.add(.value, .silent, base: term, at: value) : term
    draft.update(property) {
      $0.type = known
      $0.marks.insert(.isInferred)
    }
    draft.closeSignature()
  }

  /// A property of a type that its wrapper says: `@EnvironmentObject` has one, `@Query` may.
  private mutating func inferWrapped(_ property: UInt32, _ modifiers: Modifiers, at index: Int) {
    for attribute in modifiers.attributes {
      guard let key = environmentKey(attribute) else { continue }
      draft.openSignature()
      let base = draft.add(
        .name, .silentType, name: draft.name("EnvironmentValues"), at: index)
      let term = draft.add(.member, .silent, name: key, base: base, at: index)
      draft.closeSignature()
      draft.update(property) {
        $0.type = term
        $0.marks.insert(.isInferred)
      }
      return
    }
  }

  mutating func declareProperty(
    _ nameNode: Int, _ modifiers: Modifiers, isMutable: Bool
  ) -> UInt32 {
    let text = nameText(nameNode)
    let isTopLevel = draft.scope == 0
    let isStatic = isTopLevel || modifiers.isStatic
    let isState = isMutable && isStatic
    var binding = Outline.Binding(name: name(nameNode), kind: .variable, scope: draft.scope)
    if isStatic { binding.marks.insert(.isStatic) }
    if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    if isState { binding.marks.insert(.isMutable) }
    if !draft.isInFunction {
      var traits: Declaration.Traits = isState ? .mutableState : []
      if isTopLevel, modifiers.isPrivate { traits.insert(.fileLocal) }
      let kind: SymbolKind = isTopLevel ? .variable : .field
      binding.symbol = draft.declare(
        text, kind, key: key(text), at: nameNode, traits: traits)
    }
    return draft.add(binding)
  }

  /// `let (a, b) = f()` at the level of a file or type.
  private mutating func readTuple(
    _ variable: Variable, _ modifiers: Modifiers, isVariable: Bool
  ) {
    draft.openSignature()
    let type = variable.annotation.map { annotatedType($0) } ?? Outline.none
    let value = variable.value.map { visit($0) } ?? Outline.none
    draft.closeSignature()
    let base = type == Outline.none ? value : type
    for (position, part) in children(variable.pattern).filter({ kind($0) == .pattern }).enumerated()
    {
      guard let nameNode = boundName(part) else { continue }
      let property = declareProperty(nameNode, modifiers, isMutable: isVariable)
      draft.openSignature()
      let term = tuplePart(position, of: base, at: part)
      draft.closeSignature()
      draft.update(property) {
        $0.type = term
        $0.marks.insert(.isInferred)
      }
    }
  }

  mutating func tuplePart(_ position: Int, of base: UInt32, at index: Int) -> UInt32 {
    let base = draft.usable(base)
    guard base != Outline.none else { return base }
    if position < 2 {
      return draft.add(
        .member, .silent, name: draft.name("\(position)"), base: base, at: index)
    }
    return draft.add(.part, .silent, name: draft.name("\(position)"), base: base, at: index)
  }

  mutating func annotatedType(_ annotation: Int) -> UInt32 {
    for part in children(annotation) where isType(part) { return readType(part, .type) }
    return Outline.none
  }

  // MARK: Accessors

  /// The body of a computed property or subscript, or what observes a stored one.
  mutating func readAccessors(_ index: Int, type: UInt32) {
    for part in children(index) {
      switch kind(part) {
      case .statements: readBody(index, result: type)
      case .getter, .modify: readBody(part, result: type)
      case .setter, .willSet, .didSet: readSetter(part, type: type)
      default: break
      }
    }
  }

  private mutating func readSetter(_ index: Int, type: UInt32) {
    let mark = draft.localMark
    for name in ["newValue", "oldValue"] { addLocal(draft.name(name), type: type, at: index) }
    for part in children(index) where kind(part) == .simpleIdentifier {
      addLocal(name(part), type: type, at: index)
    }
    readBody(index, result: Outline.none)
    draft.forgetLocals(since: mark)
  }

  // MARK: Variables of functions

  mutating func visitVariable(_ index: Int) {
    readAttributes(modifiers(index).attributes, of: draft.symbol)
    for variable in variables(index) {
      let type = variable.annotation.map { annotatedType($0) } ?? Outline.none
      var value = Outline.none
      if let node = variable.value { value = visit(node, wanting: type) }
      if let accessors = variable.accessors { readAccessors(accessors, type: type) }
      if type != Outline.none {
        value = draft.add(.value, .silent, base: type, at: index)
      }
      bind(variable.pattern, to: value, isBinding: true)
      if let observers = variable.observers { readAccessors(observers, type: type) }
    }
  }
}
