internal import Facts
internal import TreeSitterBinding

/// Variables and constants of modules, and the objects that they hold.
extension EcmaWalk {
  mutating func readVariables(_ index: Int, isExported: Bool) {
    let isConstant = child(index, fields.kind).map { draft.isText($0, "const") } ?? false
    for declarator in children(index) where kind(declarator) == .declarator {
      readVariable(declarator, isExported: isExported, isConstant: isConstant)
    }
  }

  private mutating func readVariable(_ declarator: Int, isExported: Bool, isConstant: Bool) {
    guard let name = child(declarator, fields.name) else { return }
    let value = child(declarator, fields.value)
    if let value, !isExported, readRequired(name, value) { return }
    guard kind(name) == .identifier else {
      return readPattern(name, value, isExported: isExported, isConstant: isConstant)
    }
    let text = draft.text(of: name)
    let heading = Heading(name: text, node: declarator, isExported: isExported)
    if let value, isWholeExports(value) {
      // `const User = module.exports`, `const api = module.exports = {}`.
      exportsAliases.insert(text)
      addImport("", nil, as: text, at: declarator)
      if kind(value) == .assignment { readModuleAssignment(value) }
      return
    }
    if let value, readReturnedObject(text, value, at: declarator) { return }
    readNamedValue(
      value, heading, isConstant: isConstant || !assignedNames.contains(draft.name(of: name)),
      type: child(declarator, fields.type))
  }

  /// A value under a name that is looked up: a function, a class, an object, or anything else.
  mutating func readNamedValue(
    _ value: Int?, _ heading: Heading, isConstant: Bool, type: Int? = nil
  ) {
    let inner = value.map(unwrapped)
    switch inner.flatMap(kind) {
    case .arrow, .functionExpression, .generatorExpression:
      readFunction(inner!, heading, .function, isMethod: kind(inner!) == .arrow && hasThis)
    case .classExpression:
      if child(inner!, fields.body) != nil { return readClass(inner!, heading, decorators: []) }
      readPlainValue(value, heading, isConstant: isConstant, type: type)
    default: readPlainValue(value, heading, isConstant: isConstant, type: type)
    }
  }

  /// What stands in `x as const`, `(x)`, `x satisfies T`, `x!`.
  func unwrapped(_ index: Int) -> Int {
    var next = index
    while true {
      switch kind(next) {
      case .parenthesized, .satisfies, .nonNull: break
      case .asExpression:
        guard has(next, "const") else { return next }
      default: return next
      }
      guard let inner = children(next).first(where: { kind($0) != .comment }) else { return next }
      next = inner
    }
  }

  private mutating func readPlainValue(
    _ value: Int?, _ heading: Heading, isConstant: Bool, type: Int?
  ) {
    let isState = !isConstant || value.map(isEmptyContainer) ?? false
    let symbol = declare(
      heading.shown, isConstant ? .constant : .variable, at: heading.node,
      traits: isState ? .mutableState : [])
    let isComponent = value.map { isWrappedFunction($0, heading.shown) } ?? false
    var binding = Outline.Binding(
      name: draft.name(heading.name), kind: isComponent ? .function : .variable,
      marks: marks(heading), scope: heading.scope ?? draft.scope)
    binding.symbol = symbol
    if isState { binding.marks.insert(.isMutable) }
    let index = add(binding)
    draft.open(.function, symbol: symbol)
    let term = readInitialiser(value, heading.shown, type: type)
    draft.close()
    draft.update(index) {
      $0.type = term
      if type == nil { $0.marks.insert(.isInferred) }
    }
  }

  /// The term of the signature that says what a variable is: its type, or else its first value.
  mutating func readInitialiser(
    _ value: Int?, _ name: String, type: Int?
  ) -> UInt32 {
    var found = Outline.none
    if let type {
      openSignature()
      found = readType(type, .type)
      closeSignature()
      if let value { visit(value) }
      return Self.signatureTerm(found)
    }
    guard let value else { return Outline.none }
    let inner = unwrapped(value)
    if kind(inner) == .object, typeDepth < Self.deepestType { return readObject(inner, name) }
    openSignature()
    found = visit(value)
    closeSignature()
    return Self.signatureTerm(found)
  }

  /// `memo(() => …)`, `observer(class …)`: under a name with a capital it is used as a component.
  private func isWrappedFunction(_ value: Int, _ name: String) -> Bool {
    guard name.first?.isUppercase ?? false, kind(value) == .call,
      let arguments = child(value, fields.arguments)
    else { return false }
    if kind(arguments) == .template { return true }
    return children(arguments).contains {
      switch kind($0) {
      case .arrow, .functionExpression: true
      default: false
      }
    }
  }

  /// `[]`, `{}`, `new Map()`: something that is filled later.
  func isEmptyContainer(_ value: Int) -> Bool {
    let inner = unwrapped(value)
    switch kind(inner) {
    case .array, .object:
      return children(inner).allSatisfy { kind($0) == .comment || kind($0) == nil }
    case .new:
      guard let constructor = child(inner, fields.constructor),
        EcmaNames.containers.contains(draft.text(of: constructor))
      else { return false }
      return child(inner, fields.arguments).map { arguments in
        children(arguments).allSatisfy { kind($0) == nil }
      } ?? true
    default: return false
    }
  }

  // MARK: Patterns

  private mutating func readPattern(
    _ pattern: Int, _ value: Int?, isExported: Bool, isConstant: Bool
  ) {
    openSignature()
    let term = value.map { visit($0) } ?? Outline.none
    bind(pattern, Self.signatureTerm(term), isExported: isExported, isConstant: isConstant)
    closeSignature()
  }

  /// Declares the names of a pattern of a module; its parts are members and elements of `term`.
  private mutating func bind(
    _ pattern: Int, _ value: UInt32, isExported: Bool, isConstant: Bool
  ) {
    for (node, term) in parts(of: pattern, value) {
      let name = draft.name(of: node)
      let isState = !isConstant && assignedNames.contains(name)
      var binding = Outline.Binding(
        name: name, kind: .variable, marks: isExported ? .isStatic : [.isStatic, .isPrivate],
        scope: draft.scope)
      binding.symbol = declare(
        draft.text(of: node), isState ? .variable : .constant, at: node,
        traits: isState ? .mutableState : [])
      if isState { binding.marks.insert(.isMutable) }
      binding.type = Self.signatureTerm(term)
      binding.marks.insert(.isInferred)
      _ = add(binding)
    }
  }

  /// The names that a pattern binds, each with the term of its value.
  mutating func parts(of pattern: Int, _ value: UInt32) -> [(name: Int, term: UInt32)] {
    switch kind(pattern) {
    case .identifier, .shorthandPattern: return [(pattern, value)]
    case .objectPattern:
      return children(pattern).flatMap { property(of: $0, value) }
    case .arrayPattern:
      let element =
        value == Outline.none ? value : term(.element, .silent, base: value, at: pattern)
      return children(pattern).flatMap { parts(of: $0, element) }
    case .assignmentPattern, .objectAssignmentPattern:
      if let preset = child(pattern, fields.right) { visit(preset) }
      return child(pattern, fields.left).map { parts(of: $0, value) } ?? []
    case .restPattern:
      return children(pattern).flatMap { parts(of: $0, Outline.none) }
    default: return []
    }
  }

  private mutating func property(of part: Int, _ value: UInt32) -> [(name: Int, term: UInt32)] {
    switch kind(part) {
    case .shorthandPattern: return [(part, member(part, of: value))]
    case .objectAssignmentPattern:
      if let preset = child(part, fields.right) { visit(preset) }
      return child(part, fields.left).map { [($0, member($0, of: value))] } ?? []
    case .pairPattern:
      guard let key = child(part, fields.key), let inner = child(part, fields.value) else {
        return []
      }
      return parts(of: inner, member(key, of: value))
    case .restPattern: return parts(of: part, value)
    default: return []
    }
  }

  private mutating func member(_ key: Int, of value: UInt32) -> UInt32 {
    guard value != Outline.none, kind(key) != .computedName, let name = propertyName(key) else {
      return Outline.none
    }
    return term(.member, .read, name: draft.name(name), base: value, at: key)
  }
}

// MARK: - Objects

extension EcmaWalk {
  /// An object that is written in place and known by a name: its members can be looked up.
  ///
  /// The term is a value of a type that stands for the object, and belongs to the signature.
  mutating func readObject(_ index: Int, _ name: String) -> UInt32 {
    let type = openPlaceType(index)
    let outerThis = hasThis
    hasThis = true
    openNames(name)
    for part in children(index) { readProperty(part) }
    closeNames()
    hasThis = outerThis
    draft.close()
    openSignature()
    defer { closeSignature() }
    return term(.value, .silent, base: type, at: index)
  }

  /// Opens the scope of a type without a name; the term of the type belongs to the signature.
  mutating func openPlaceType(_ index: Int) -> UInt32 {
    innerTypes += 1
    let name = draft.name("{\(innerTypes)}")
    let owner = draft.add(
      Outline.Binding(name: name, kind: .type, marks: .isPrivate, scope: visibleScope))
    openSignature()
    let type = term(.name, .silentType, name: name, at: index)
    closeSignature()
    draft.open(.type, owner: owner)
    return type
  }

  /// The innermost scope whose names are seen without a qualifier.
  var visibleScope: UInt32 {
    var next = draft.scope
    while draft.isType(next) { next = draft.parent(of: next) }
    return next
  }

  private mutating func readProperty(_ index: Int) {
    switch kind(index) {
    case .method:
      if let name = child(index, fields.name).flatMap(propertyName) {
        readMethod(index, name, [])
      } else {
        visitChildren(index)
      }
    case .pair:
      guard let key = child(index, fields.key), let value = child(index, fields.value) else {
        return
      }
      if kind(key) == .computedName { visit(key) }
      guard let name = propertyName(key) else { return _ = visit(value) }
      readPropertyValue(value, name, at: index)
    case .shorthand: readPropertyValue(index, draft.text(of: index), at: index)
    case .spread:
      openSignature()
      for part in children(index) { draft.addSupertype(Self.signatureTerm(visit(part))) }
      closeSignature()
    default: visit(index)
    }
  }

  private mutating func readPropertyValue(_ value: Int, _ name: String, at index: Int) {
    let inner = unwrapped(value)
    switch kind(inner) {
    case .arrow, .functionExpression, .generatorExpression:
      readFunction(
        inner, Heading(name: name, node: index, isExported: true), .method,
        isMethod: kind(inner) != .arrow || hasThis)
    default:
      var binding = Outline.Binding(name: draft.name(name), kind: .variable, scope: draft.scope)
      binding.type = readInitialiser(value, name, type: nil)
      binding.marks.insert(.isInferred)
      _ = add(binding)
    }
  }
}
