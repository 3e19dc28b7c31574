internal import Facts
internal import TreeSitterBinding

/// Expressions other than calls.
extension KotlinWalk {
  @inline(never)
  mutating func visitExpression(_ index: Int, _ kind: KotlinNode, _ use: Term.Use) -> UInt32 {
    switch kind {
    case .identifier: return visitIdentifier(index, use)
    case .navigation: return visitNavigation(index, use)
    case .call: return visitCall(index)
    case .index: return visitIndex(index, use)
    case .infix: return visitInfix(index)
    case .binary: return visitBinary(index)
    case .unary: return visitUnary(index)
    case .isExpression: return visitIs(index)
    case .asExpression: return visitAs(index)
    case .parenthesized:
      if let known = given[index] { return known }
      return parts(index).first.map { visit($0) } ?? Outline.none
    case .annotated: return visitAnnotated(index)
    case .this: return visitThis(index)
    case .superNode: return visitSuper(index)
    case .callableReference: return visitReference(index)
    case .lambda:
      if let known = given[index] { return known }
      return visitLambda(index, Given())
    case .annotatedLambda:
      return first(index, .lambda).map { visit($0) } ?? Outline.none
    case .anonymousFunction: return visitAnonymousFunction(index)
    case .objectLiteral: return readAnonymous(index)
    case .string, .multilineString: return visitString(index)
    case .character: return literalType("Char")
    case .number: return literalType("Int")
    case .float: return literalType("Double")
    case .userType, .nullableType, .functionType, .parenthesizedType, .nonNullableType:
      return readType(index, .type)
    default: return visitChildren(index)
    }
  }

  /// A value of a type of the language, where it can matter: among the arguments of a call.
  mutating func literalType(_ name: String) -> UInt32 { draft.builtIn(draft.name(name)) }

  private mutating func visitIdentifier(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch draft.text(of: index) {
    case "true", "false": return literalType("Boolean")
    case "null", "break", "continue", "return": return Outline.none
    default: return addName(name(index), use, at: index)
    }
  }

  /// The use of a name with nothing before it.
  mutating func addName(_ name: UInt32, _ use: Term.Use, at index: Int) -> UInt32 {
    if let local = draft.local(name) { return draft.usable(local) }
    return draft.add(.name, use, name: name, base: receiver, at: index)
  }

  private mutating func visitNavigation(_ index: Int, _ use: Term.Use) -> UInt32 {
    let parts = parts(index)
    guard let object = parts.first, let member = parts.last, member != object,
      kind(member) == .identifier
    else { return visitChildren(index) }
    let isReference = has(index, "::")
    let base = visit(object)
    if isReference {
      if draft.isText(member, "class") { return classLiteral(base, at: index) }
      return draft.add(.member, .address, name: name(member), base: base, at: member)
    }
    if kind(object) == .navigation || kind(object) == .callableReference,
      has(object, "::"), has(object, "class") || isClassLiteral(object)
    {
      return base
    }
    return draft.add(.member, use, name: name(member), base: base, at: member)
  }

  private func isClassLiteral(_ index: Int) -> Bool {
    parts(index).last.map { draft.isText($0, "class") } ?? false
  }

  private mutating func classLiteral(_ type: UInt32, at index: Int) -> UInt32 {
    guard type != Outline.none else { return type }
    let base = draft.builtIn(draft.name("Class"))
    return draft.add(.apply, .silentType, base: base, at: index, operands: [type])
  }

  /// `Order::class`, `::load`; what stands before it may be a type or a value.
  private mutating func visitReference(_ index: Int) -> UInt32 {
    var base = Outline.none
    if let typeNode = children(index).first(where: { isType($0) }) {
      base = readPath(typeNode)
    }
    if has(index, "class") { return classLiteral(base, at: index) }
    guard let last = parts(index).last, kind(last) == .identifier else { return Outline.none }
    if base != Outline.none {
      return draft.add(.member, .address, name: name(last), base: base, at: last)
    }
    if draft.local(at: last) != nil { return Outline.none }
    return draft.add(.name, .address, name: name(last), base: receiver, at: last)
  }

  /// What looks like a type, but may be a value.
  private mutating func readPath(_ index: Int) -> UInt32 {
    guard kind(index) == .userType else { return readType(index, .type) }
    var base = Outline.none
    var isFirst = true
    for part in children(index) {
      switch kind(part) {
      case .identifier where isFirst:
        base = addName(name(part), .read, at: part)
        isFirst = false
      case .identifier: base = draft.add(.member, .read, name: name(part), base: base, at: part)
      case .typeArguments: _ = readTypeArguments(part)
      default: break
      }
    }
    return base
  }

  // MARK: The enclosing instance

  private mutating func visitThis(_ index: Int) -> UInt32 {
    guard let labelNode = first(index, .identifier) else {
      let isOwn = receivers.count > receiverFloor
      return draft.add(.selfValue, .silent, base: isOwn ? receiver : Outline.none, at: index)
    }
    let label = name(labelNode)
    if let known = receivers.last(where: { $0.label == label }) { return draft.usable(known.term) }
    let type = draft.add(.name, .silentType, name: label, at: index)
    return draft.add(.value, .silent, base: type, at: index)
  }

  private mutating func visitSuper(_ index: Int) -> UInt32 {
    for part in children(index) where isType(part) {
      let type = readType(part, .type)
      return draft.add(.value, .silent, base: type, at: index)
    }
    return draft.add(.superValue, .silent, at: index)
  }

  // MARK: Operators

  private mutating func visitUnary(_ index: Int) -> UInt32 {
    guard let argument = child(index, fields.argument) else { return visitChildren(index) }
    let sign = child(index, fields.operator_).map { draft.text(of: $0) } ?? ""
    switch sign {
    case "++", "--": return visit(argument, .readWrite)
    case "!":
      let outer = casts
      casts = Casts()
      visit(argument)
      casts = Casts(
        holding: outer.holding + casts.failing, failing: outer.failing + casts.holding)
      return literalType("Boolean")
    default: return visit(argument)
    }
  }

  private mutating func visitAs(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    visit(left)
    let type = readType(right, .type)
    return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
  }

  private mutating func visitAnnotated(_ index: Int) -> UInt32 {
    var term = Outline.none
    for part in parts(index) { term = visit(part) }
    return term
  }

  private mutating func visitIndex(_ index: Int, _ use: Term.Use) -> UInt32 {
    let parts = parts(index)
    guard let object = parts.first else { return Outline.none }
    let base = visit(object, use == .read ? .read : .readWrite)
    for part in parts.dropFirst() { visit(part) }
    guard base != Outline.none else { return base }
    return draft.add(.member, .silent, name: draft.name("get"), base: base, at: index)
  }

  private mutating func visitInfix(_ index: Int) -> UInt32 {
    let parts = parts(index)
    guard parts.count == 3, kind(parts[1]) == .identifier else { return visitChildren(index) }
    let base = visit(parts[0])
    let operand = visit(parts[2])
    return draft.add(
      .member, .call, name: name(parts[1]), base: base, at: parts[1], operands: [operand])
  }

  /// A chain of operators leans to the left, as deep as it is long: its operands one after another.
  private mutating func visitBinary(_ index: Int) -> UInt32 {
    var operands: [Int] = []
    var signs: [Int] = []
    var next = index
    while kind(next) == .binary, genericCall(next) == nil,
      let left = child(next, fields.left), let right = child(next, fields.right)
    {
      operands.append(right)
      signs.append(child(next, fields.operator_) ?? right)
      next = left
    }
    if operands.isEmpty { return visitGenericCall(next) }
    operands.append(next)
    operands.reverse()
    signs.reverse()
    let isText = operands.contains { isString($0) } && signs.allSatisfy { draft.isText($0, "+") }
    if isText { addSQL(ofConcatenation: operands, at: index) }
    return visitOperands(operands, signs, isText: isText)
  }

  /// Behind `&&` the casts hold that stand before it, behind `||` those that do not.
  private mutating func visitOperands(_ operands: [Int], _ signs: [Int], isText: Bool) -> UInt32 {
    let mark = draft.localMark
    let outer = casts
    casts = Casts()
    var result = Outline.none
    for (position, operand) in operands.enumerated() {
      if position > 0 {
        let isAnd = draft.isText(signs[position - 1], "&&")
        let isOr = draft.isText(signs[position - 1], "||")
        if isAnd {
          addCasts(casts.holding, at: operand)
          casts.failing = []
        } else if isOr {
          addCasts(casts.failing, at: operand)
          casts.holding = []
        }
      }
      let term = isText && isString(operand) ? visitParts(ofString: operand) : visit(operand)
      if result == Outline.none { result = term }
    }
    draft.forgetLocals(since: mark)
    casts.holding += outer.holding
    casts.failing += outer.failing
    guard let sign = signs.last else { return result }
    if isText { return literalType("String") }
    switch draft.text(of: sign) {
    case "&&", "||", "==", "!=", "===", "!==", "<", ">", "<=", ">=": return literalType("Boolean")
    default: return result
    }
  }

  // MARK: Calls that look like comparisons

  /// `store.load<Order>(id)`, which the grammar takes for `store.load < Order > (id)`: what is called,
  /// and where its arguments are.
  private func genericCall(_ index: Int) -> (callee: Int, type: Int, arguments: Int)? {
    guard let sign = child(index, fields.operator_), draft.isText(sign, ">"),
      let left = child(index, fields.left), kind(left) == .binary,
      let inner = child(left, fields.operator_), draft.isText(inner, "<"),
      let callee = child(left, fields.left), kind(callee) == .navigation,
      let type = child(left, fields.right), startsLikeType(type),
      let right = child(index, fields.right)
    else { return nil }
    var arguments = right
    while true {
      switch kind(arguments) {
      case .parenthesized, .lambda: return (callee, type, arguments)
      case .call, .navigation, .index, .unary, .annotated:
        guard let next = parts(arguments).first else { return nil }
        arguments = next
      default: return nil
      }
    }
  }

  private func startsLikeType(_ index: Int) -> Bool {
    guard kind(index) == .identifier || kind(index) == .navigation else { return false }
    let first = draft.tree.text(of: index).first ?? 0
    return first >= 0x41 && first <= 0x5a
  }

  private mutating func visitGenericCall(_ index: Int) -> UInt32 {
    guard let call = genericCall(index), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    let parts = parts(call.callee)
    guard let object = parts.first, let member = parts.last, member != object else {
      return visitChildren(index)
    }
    let base = visit(object)
    let type = visit(call.type)
    let arguments = self.parts(call.arguments)
    let operands =
      kind(call.arguments) == .lambda
      ? [visit(call.arguments)] : arguments.map { visit($0) }
    let term = draft.add(
      .member, .call, name: name(member), base: base, at: member, operands: operands)
    given[call.arguments] =
      typed(term, nameText(member), type, at: index)
    return visit(right)
  }
}
