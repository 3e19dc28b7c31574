internal import Facts
internal import TreeSitterBinding

/// Patterns: types that are tested, properties that are read, names that are bound.
extension CSharpWalk {
  func isPattern(_ index: Int) -> Bool {
    switch kind(index) {
    case .declarationPattern, .recursivePattern, .constantPattern, .typePattern, .varPattern,
      .negatedPattern, .andPattern, .orPattern, .parenthesizedPattern:
      true
    default: false
    }
  }

  mutating func visitIsPattern(_ index: Int) -> UInt32 {
    guard let expression = child(index, fields.expression) ?? child(index, fields.left) else {
      return visitChildren(index)
    }
    let subject = visit(expression)
    subjects.append(subject)
    if let pattern = child(index, fields.pattern) { visitPattern(pattern) }
    if let type = child(index, fields.right) { _ = readType(type, .type) }
    subjects.removeLast()
    return Outline.none
  }

  /// Reads a pattern about the innermost subject.
  @discardableResult
  mutating func visitPattern(_ index: Int) -> UInt32 {
    switch kind(index) {
    case .declarationPattern, .varPattern: visitDeclarationPattern(index)
    case .recursivePattern: visitRecursivePattern(index)
    case .typePattern:
      if let type = child(index, fields.type) { _ = readType(type, .type) }
    case .constantPattern: visitConstantPattern(index)
    case .negatedPattern, .andPattern, .orPattern, .parenthesizedPattern:
      for part in children(index) where kind(part) != nil { visitPattern(part) }
    default: visit(index)
    }
    return Outline.none
  }

  private mutating func visitDeclarationPattern(_ index: Int) {
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    if let name = child(index, fields.name) ?? first(index, .identifier), kind(name) == .identifier
    {
      bind(name, type)
    } else if let list = first(index, .tuplePattern) {
      addDeconstructed(list, of: Outline.none)
    }
  }

  private mutating func bind(_ name: Int, _ type: UInt32) {
    let local = draft.name(simpleName(name))
    if type == Outline.none {
      draft.addLocal(local, subjects.last ?? Outline.none)
    } else {
      addLocal(local, ofType: type, at: name)
    }
  }

  private mutating func visitRecursivePattern(_ index: Int) {
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    let subject =
      type == Outline.none
      ? subjects.last ?? Outline.none : draft.add(.value, .silent, base: type, at: index)
    for part in children(index) {
      guard kind(part) == .propertyPatterns || kind(part) == .positionalPatterns else { continue }
      for item in children(part) where kind(item) == .subpattern { visitSubpattern(item, subject) }
    }
    if let name = child(index, fields.name) { bind(name, type) }
  }

  /// `Name: pattern`, `Customer.Name: pattern`, or a pattern by position.
  private mutating func visitSubpattern(_ index: Int, _ subject: UInt32) {
    let parts = Array(children(index).filter { kind($0) != nil && kind($0) != .comment })
    guard let pattern = parts.last else { return }
    var inner = Outline.none
    if parts.count > 1 { inner = readPath(parts[0], of: subject) }
    subjects.append(inner)
    visitPattern(pattern)
    subjects.removeLast()
  }

  private mutating func readPath(_ index: Int, of subject: UInt32) -> UInt32 {
    guard subject != Outline.none else { return subject }
    var base = subject
    var name = index
    if kind(index) == .memberAccess, let object = child(index, fields.expression),
      let member = child(index, fields.name)
    {
      base = readPath(object, of: subject)
      name = member
    }
    guard kind(name) == .identifier else { return Outline.none }
    return draft.add(.member, .read, name: draft.name(of: name), base: base, at: name)
  }

  /// A value, or a type alone; the grammar takes `Point(var x, var y)` for a call.
  private mutating func visitConstantPattern(_ index: Int) {
    for part in children(index) {
      guard kind(part) == .invocation, let type = child(part, fields.function) else {
        visit(part)
        continue
      }
      if isType(type) { _ = readType(type, .type) } else { visit(type) }
      subjects.append(Outline.none)
      if let list = child(part, fields.arguments) {
        for argument in children(list) { visitChildren(argument) }
      }
      subjects.removeLast()
    }
  }
}
