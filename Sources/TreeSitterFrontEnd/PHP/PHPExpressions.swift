internal import Facts
internal import TreeSitterBinding

/// Expressions other than calls.
extension PHPWalk {
  @inline(never)
  mutating func visitExpression(_ index: Int, _ kind: PHPNode, _ use: Term.Use) -> UInt32 {
    switch kind {
    case .variable: return visitVariable(index, use)
    case .name, .qualifiedName: return visitConstant(index, use)
    case .memberAccess, .nullsafeAccess: return visitMember(index, use)
    case .scopedProperty: return visitStaticProperty(index, use)
    case .constantAccess: return visitClassConstant(index)
    case .functionCall, .memberCall, .nullsafeCall, .scopedCall, .creation:
      return visitCall(index, kind)
    case .subscript_: return visitSubscript(index, use)
    case .assignment, .referenceAssignment: return visitAssignment(index)
    case .augmented: return visitAugmented(index)
    case .update:
      for part in parts(index) { visit(part, .readWrite) }
      return Outline.none
    case .binary: return visitBinary(index)
    case .conditional: return visitConditional(index)
    case .parenthesized, .clone, .suppression, .argument: return visitLast(index)
    case .cast: return visitCast(index)
    case .closure, .arrowFunction:
      visitClosure(index)
      return draft.builtIn(draft.name("closure"))
    case .array: return visitArray(index)
    case .match: return visitMatch(index)
    case .includeExpression, .includeOnce, .requireExpression, .requireOnce:
      readInclude(index)
      return Outline.none
    case .attributeList:
      readAttributeList(index, draft.symbol)
      return Outline.none
    default: return visitLiteral(index, kind)
    }
  }

  private mutating func visitLiteral(_ index: Int, _ kind: PHPNode) -> UInt32 {
    switch kind {
    case .string, .nowdoc:
      readText(index)
      return draft.addText(
        literal(index), of: draft.builtIn(draft.name("string")), at: index)
    case .encapsed, .heredoc:
      readText(index)
      visitTextParts(index)
      return draft.builtIn(draft.name("string"))
    case .integer: return draft.builtIn(draft.name("int"))
    case .float: return draft.builtIn(draft.name("float"))
    case .boolean: return draft.builtIn(draft.name("bool"))
    case .shellCommand:
      add(.processForked, index, "`")
      return visitChildren(index)
    default: return visitChildren(index)
    }
  }

  private mutating func visitLast(_ index: Int) -> UInt32 {
    var term = Outline.none
    // The name of a named argument is no value.
    for part in children(index) where draft.node(part).field != fields.name {
      let value = visit(part)
      if kind(part) != nil { term = value }
    }
    return term
  }

  // MARK: Names

  mutating func visitVariable(_ index: Int, _ use: Term.Use) -> UInt32 {
    if draft.isText(index, "$this") {
      return types.isEmpty
        ? Outline.none : draft.add(.selfValue, .silent, name: draft.name("static"), at: index)
    }
    let name = draft.name(of: index)
    if frame.globals.contains(name) {
      return frame.pinned[name] ?? draft.add(.name, use, name: name, at: index)
    }
    if let local = frame.locals[name] { return local }
    guard !isInFunction, !PHPNames.superglobals.contains(draft.text(ofName: name)) else {
      return Outline.none
    }
    return draft.add(.name, use, name: name, at: index)
  }

  /// A bare name where a value is expected is a constant.
  private mutating func visitConstant(_ index: Int, _ use: Term.Use) -> UInt32 {
    let text = draft.text(of: index)
    if PHPNames.literalConstants.contains(PHPName.lower(text)) { return Outline.none }
    let name = draft.name(space.constantName(PHPName.trimmedInside(text)))
    return draft.add(.name, .read, name: name, at: index)
  }

  private mutating func visitMember(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let object = child(index, fields.object), let nameNode = child(index, fields.name) else {
      return visitChildren(index)
    }
    let base = visit(object)
    guard kind(nameNode) == .name else {
      visit(nameNode)
      return Outline.none
    }
    let name = draft.name("$" + draft.text(of: nameNode))
    return draft.add(.member, use, name: name, base: base, at: nameNode)
  }

  /// The term of what stands before `::`.
  mutating func visitScope(_ index: Int) -> UInt32 {
    isClassName(index) ? classTerm(index, .type) : visit(index)
  }

  private mutating func visitStaticProperty(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let scope = child(index, fields.scope), let nameNode = child(index, fields.name) else {
      return visitChildren(index)
    }
    let base = visitScope(scope)
    guard kind(nameNode) == .variable else { return visit(nameNode) }
    return draft.add(.member, use, name: draft.name(of: nameNode), base: base, at: nameNode)
  }

  /// `Order::DRAFT`, `Order::class`.
  private mutating func visitClassConstant(_ index: Int) -> UInt32 {
    let parts = parts(index)
    guard parts.count == 2 else { return visitChildren(index) }
    let base = visitScope(parts[0])
    guard kind(parts[1]) == .name else {
      visit(parts[1])
      return Outline.none
    }
    if PHPName.lower(draft.text(of: parts[1])) == "class" {
      let type = draft.builtIn(draft.name("class-string"))
      return draft.add(.apply, .silentType, base: type, at: index, operands: [base])
    }
    return draft.add(.member, .read, name: draft.name(of: parts[1]), base: base, at: parts[1])
  }

  private mutating func visitSubscript(_ index: Int, _ use: Term.Use) -> UInt32 {
    let parts = parts(index)
    guard let array = parts.first else { return Outline.none }
    if let name = superglobal(array, parts.dropFirst().first) {
      return draft.add(.name, use, name: name, at: index)
    }
    // What changes is what holds the element.
    let base = visit(array, use == .read ? .read : .readWrite)
    for part in parts.dropFirst() { visit(part) }
    return base == Outline.none ? base : draft.add(.element, .silent, base: base, at: index)
  }

  /// The variable that `$GLOBALS['name']` is.
  private mutating func superglobal(_ array: Int, _ key: Int?) -> UInt32? {
    guard kind(array) == .variable, draft.isText(array, "$GLOBALS"), let key, kind(key) == .string
    else { return nil }
    return draft.name("$" + literal(key))
  }

  // MARK: Operators

  /// A chain of one operator leans to the left, as deep as it is long: its operands one
  /// after another.
  private mutating func visitBinary(_ index: Int) -> UInt32 {
    guard let mark = child(index, fields.operator_) else { return visitChildren(index) }
    let text = draft.tree.text(of: mark)
    var operands: [Int] = []
    var next = index
    while kind(next) == .binary, let own = child(next, fields.operator_),
      draft.tree.text(of: own).elementsEqual(text), let left = child(next, fields.left),
      let right = child(next, fields.right)
    {
      operands.append(right)
      next = left
    }
    operands.append(next)
    operands.reverse()
    if draft.isText(mark, ".") { return visitConcatenation(operands, at: index) }
    if draft.isText(mark, "instanceof") { return visitInstanceOf(operands) }
    return visitChain(operands, mark)
  }

  private mutating func visitChain(_ operands: [Int], _ mark: Int) -> UInt32 {
    let isAnd = draft.isText(mark, "&&") || draft.isText(mark, "and")
    let isOr = draft.isText(mark, "||") || draft.isText(mark, "or")
    let before = frame.locals
    var known: [Narrowing] = []
    var values: [UInt32] = []
    for (position, operand) in operands.enumerated() {
      values.append(visit(operand))
      guard isAnd || isOr, position < operands.count - 1 else { continue }
      let found = narrowings(operand, holds: isAnd)
      narrow(found)
      known += found
    }
    restore(known, from: before)
    // What stands in for nothing is of the same type.
    guard draft.isText(mark, "??") || draft.isText(mark, "?:") else { return Outline.none }
    return values.first { $0 != Outline.none } ?? Outline.none
  }

  private mutating func visitInstanceOf(_ operands: [Int]) -> UInt32 {
    visit(operands[0])
    for operand in operands.dropFirst() { visitClassOrValue(operand) }
    return Outline.none
  }

  private mutating func visitClassOrValue(_ index: Int) {
    if isClassName(index) { _ = classTerm(index, .type) } else { visit(index) }
  }

  private mutating func visitConditional(_ index: Int) -> UInt32 {
    let condition = child(index, fields.condition)
    let body = child(index, fields.body)
    let alternative = child(index, fields.alternative)
    let value = condition.map { visit($0) } ?? Outline.none
    let known = condition.map { narrowings($0, holds: true) } ?? []
    let before = frame.locals
    narrow(known)
    let first = body.map { visit($0) } ?? value
    restore(known, from: before)
    let second = alternative.map { visit($0) } ?? Outline.none
    return first != Outline.none ? first : second
  }

  private mutating func visitCast(_ index: Int) -> UInt32 {
    if let value = child(index, fields.value) { visit(value) }
    let type = child(index, fields.type).map { PHPName.lower(draft.text(of: $0)) } ?? ""
    return ["object", "array", "unset"].contains(type)
      ? Outline.none : draft.builtIn(draft.name(type))
  }

  private mutating func visitMatch(_ index: Int) -> UInt32 {
    if let condition = child(index, fields.condition) { visit(condition) }
    guard let body = child(index, fields.body) else { return Outline.none }
    var result = Outline.none
    for arm in children(body) {
      let value = child(arm, fields.returnExpression)
      for part in children(arm) where part != value { visit(part) }
      guard let value else { continue }
      let term = visit(value)
      if result == Outline.none { result = term }
    }
    return result
  }

  // MARK: Arrays

  /// `[Order::class, 'run']` and `[$this, 'run']` may be called.
  private mutating func visitArray(_ index: Int) -> UInt32 {
    let elements = parts(index).filter { kind($0) == .element }
    if elements.count == 2, let callable = visitCallable(elements) { return callable }
    for element in parts(index) { visit(element) }
    return draft.builtIn(draft.name("array"))
  }

  private mutating func visitCallable(_ elements: [Int]) -> UInt32? {
    let values = elements.map { parts($0) }
    guard values.allSatisfy({ $0.count == 1 }), kind(values[1][0]) == .string else { return nil }
    let object = values[0][0]
    let isType = kind(object) == .constantAccess
    guard isType || draft.isText(object, "$this") else { return nil }
    let name = PHPName.lower(literal(values[1][0]))
    guard PHPName.isIdentifier(name.utf8) else { return nil }
    var base = visit(object)
    if isType, let scope = parts(object).first, isClassName(scope) {
      base = classTerm(scope, .silentType)
    }
    _ = draft.add(.member, .address, name: draft.name(name), base: base, at: values[1][0])
    return draft.builtIn(draft.name("callable-array"))
  }
}
