internal import Facts
internal import TreeSitterBinding

/// Expressions other than calls.
extension ScalaWalk {
  @inline(never)
  mutating func visitExpression(_ index: Int, _ kind: ScalaNode, _ use: Term.Use) -> UInt32 {
    switch kind {
    case .identifier, .operatorIdentifier: return visitIdentifier(index, use)
    case .stableIdentifier: return readPath(index, use)
    case .field: return visitField(index, use)
    case .call: return visitCall(index)
    case .genericFunction: return visitGeneric(index)
    case .infix: return visitInfix(index)
    case .prefix: return visitPrefix(index)
    case .postfix: return visitPostfix(index)
    case .ascription: return visitAscription(index)
    case .methodValue:
      return parts(index).first.map { visit($0, .address) } ?? Outline.none
    case .parenthesized: return visitParenthesized(index, use)
    case .tuple: return tupleType(parts(index).map { visit($0) }, at: index)
    case .lambda: return visitLambda(index, Given())
    case .instance: return readInstance(index)
    case .wildcard: return draft.usable(placeholder)
    case .string: return visitString(index)
    case .interpolatedExpression: return visitInterpolated(index)
    case .character: return literalType("Char")
    case .integer: return literalType("Int")
    case .float: return literalType("Double")
    case .boolean: return literalType("Boolean")
    case .unit: return literalType("Unit")
    case .null: return Outline.none
    default: return isType(index) ? readType(index, .type) : visitChildren(index)
    }
  }

  /// A value of a type of the language, where it can matter: among the arguments of a call.
  mutating func literalType(_ name: String) -> UInt32 { draft.builtIn(draft.name(name)) }

  private mutating func visitIdentifier(_ index: Int, _ use: Term.Use) -> UInt32 {
    if draft.isText(index, "this") { return draft.add(.selfValue, .silent, at: index) }
    if draft.isText(index, "super") { return draft.add(.superValue, .silent, at: index) }
    if draft.isText(index, "???") { return Outline.none }
    return addName(name(index), use, at: index)
  }

  /// The use of a name with nothing before it.
  mutating func addName(_ name: UInt32, _ use: Term.Use, at index: Int) -> UInt32 {
    if let local = draft.local(name) { return draft.usable(local) }
    return draft.add(.name, use, name: name, base: receiver, at: index)
  }

  /// A path of names in a pattern, or where a type and a value look the same.
  mutating func readPath(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .stableIdentifier, .stableType:
      var base = Outline.none
      let parts = parts(index)
      for part in parts {
        if part == parts.first {
          base = readPrefix(part)
        } else {
          base = draft.add(
            .member, part == parts.last ? use : .silent, name: name(part), base: base, at: part)
        }
      }
      return base
    case .genericType:
      let base = child(index, fields.type).map { readPath($0, use) } ?? Outline.none
      if let list = first(index, .typeArguments) { _ = readTypeArguments(list) }
      return base
    case .identifier, .typeIdentifier: return visitIdentifier(index, use)
    default: return isType(index) ? readType(index, .type) : visit(index, use)
    }
  }

  private mutating func visitField(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let object = child(index, fields.value), let member = child(index, fields.field) else {
      return visitChildren(index)
    }
    if draft.isText(member, "this") || draft.isText(member, "super") {
      return outerInstance(object, at: index)
    }
    let base = visitObject(object)
    if draft.isText(member, "type") { return base }
    return draft.add(.member, use, name: name(member), base: base, at: member)
  }

  /// `Outer.this`.
  private mutating func outerInstance(_ object: Int, at index: Int) -> UInt32 {
    let type = draft.add(.name, .silentType, name: name(object), at: index)
    return draft.add(.value, .silent, base: type, at: index)
  }

  /// What stands before a member: a value, an object, a package; `super[Base]` as well.
  mutating func visitObject(_ index: Int) -> UInt32 {
    guard kind(index) == .genericFunction, let function = child(index, fields.function),
      draft.isText(function, "super")
    else { return visit(index) }
    guard let list = first(index, .typeArguments), let type = parts(list).first else {
      return draft.add(.superValue, .silent, at: index)
    }
    return draft.add(.value, .silent, base: readType(type, .type), at: index)
  }

  private mutating func visitParenthesized(_ index: Int, _ use: Term.Use) -> UInt32 {
    var term = Outline.none
    for part in parts(index) { term = visit(part, use) }
    return term
  }

  private mutating func visitPrefix(_ index: Int) -> UInt32 {
    var term = Outline.none
    for part in parts(index) { term = visit(part) }
    return term
  }

  /// `orders size`.
  private mutating func visitPostfix(_ index: Int) -> UInt32 {
    let parts = parts(index)
    guard parts.count == 2 else { return visitChildren(index) }
    let base = visit(parts[0])
    return draft.add(.member, .read, name: name(parts[1]), base: base, at: parts[1])
  }

  /// `value: Type`.
  private mutating func visitAscription(_ index: Int) -> UInt32 {
    var term = Outline.none
    for part in parts(index) {
      if kind(part) == .annotation {
        readAnnotation(part, of: draft.symbol)
      } else if draft.node(part).field == fields.type {
        guard kind(part) != .repeatedType else { continue }
        let type = readType(part, .type)
        term = value(ofType: type, at: part)
      } else {
        term = visit(part)
      }
    }
    return term
  }

  // MARK: Operators

  private mutating func visitInfix(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right),
      let sign = child(index, fields.operator_)
    else { return visitChildren(index) }
    if kind(sign) == .operatorIdentifier { return visitOperator(index, left, sign, right) }
    let base = visit(left)
    return visitCall(nameNode: sign, base: base, object: left, arguments: right, at: index)
  }

  private mutating func visitOperator(
    _ index: Int, _ left: Int, _ sign: Int, _ right: Int
  ) -> UInt32 {
    let text = draft.text(of: sign)
    if text == "+" { return visitSum(index) }
    if text.last == "=", !ScalaNames.comparisons.contains(text) {
      let base = visit(left, .readWrite)
      guard text == "+=" || text == "++=" else {
        visit(right)
        return Outline.none
      }
      return visitCall(nameNode: sign, base: base, object: left, arguments: right, at: index)
    }
    let first = visit(left)
    if !ScalaNames.operators.contains(text), text.last != ":" {
      return visitCall(nameNode: sign, base: first, object: left, arguments: right, at: index)
    }
    let second = visit(right)
    switch text {
    case "->": return tupleType([first, second], at: index)
    case "&&", "||", "==", "!=", "<", ">", "<=", ">=", "eq", "ne": return literalType("Boolean")
    case "::", "+:":
      return first == Outline.none
        ? second : draft.add(.sequence, .silentType, base: first, at: index)
    default: return text.last == ":" ? second : first
    }
  }

  /// A chain of `+`, as deep as it is long: its operands one after another.
  private mutating func visitSum(_ index: Int) -> UInt32 {
    var operands: [Int] = []
    var next = index
    while kind(next) == .infix, let sign = child(next, fields.operator_), draft.isText(sign, "+"),
      let left = child(next, fields.left), let right = child(next, fields.right)
    {
      operands.append(right)
      next = left
    }
    operands.append(next)
    operands.reverse()
    let isText = operands.contains { isString($0) }
    if isText { addSQL(ofConcatenation: operands, at: index) }
    var result = Outline.none
    for operand in operands {
      let term = isText && isString(operand) ? visitParts(ofString: operand) : visit(operand)
      if result == Outline.none { result = term }
    }
    return isText ? literalType("String") : result
  }
}
