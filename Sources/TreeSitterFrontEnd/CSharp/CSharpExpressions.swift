internal import Facts
internal import TreeSitterBinding

extension CSharpWalk {
  @inline(never)
  mutating func visitExpression(_ index: Int, _ kind: CSharpNode, _ use: Term.Use) -> UInt32 {
    switch kind {
    case .identifier: return visitIdentifier(index, use)
    case .genericName:
      return readGenericName(index, .type, base: Outline.none, isMember: false)
    case .this: return draft.add(.selfValue, .silent, at: index)
    case .base: return draft.add(.superValue, .silent, at: index)
    case .memberAccess: return visitMemberAccess(index, use)
    case .conditionalAccess: return visitConditionalAccess(index, use)
    case .memberBinding:
      guard let name = child(index, fields.name) else { return Outline.none }
      return addMember(name, use, base: accessed.last ?? Outline.none)
    case .elementAccess: return visitElementAccess(index)
    case .invocation: return visitCall(index)
    case .argument: return visitArgument(index)
    case .anonymousCreation: return visitAnonymousCreation(index)
    case .arrayCreation, .stackArray: return visitArrayCreation(index)
    case .implicitArray: return visitImplicitArray(index)
    case .lambda, .anonymousMethod:
      visitLambda(index, given: Outline.none)
      return Outline.none
    case .assignment: return visitAssignment(index)
    case .prefixUnary, .postfixUnary: return visitUnary(index)
    case .await: return visitAwait(index)
    case .cast: return visitCast(index, fields.type, fields.value)
    case .asExpression: return visitCast(index, fields.right, fields.left)
    case .isPattern, .isExpression: return visitIsPattern(index)
    case .typeOf, .sizeOf, .defaultExpression: return visitTypeOf(index, kind)
    case .declarationExpression: return visitDeclaration(index)
    case .withExpression: return visitWith(index)
    case .refExpression, .checked: return visitLast(index)
    case .binary: return visitBinary(index)
    case .query: return visitQuery(index)
    case .predefinedType, .qualifiedName, .aliasName, .nullableType, .arrayType, .tupleType,
      .pointerType:
      return readType(index, .type)
    default: return visitLiteral(index, kind)
    }
  }

  private mutating func visitIdentifier(_ index: Int, _ use: Term.Use) -> UInt32 {
    let name = draft.name(simpleName(index))
    if let local = draft.local(name) { return local }
    return draft.add(.name, use, name: name, at: index)
  }

  private mutating func visitMemberAccess(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let object = child(index, fields.expression), let name = child(index, fields.name) else {
      return visitChildren(index)
    }
    return addMember(name, use, base: visit(object))
  }

  mutating func addMember(_ name: Int, _ use: Term.Use, base: UInt32) -> UInt32 {
    if kind(name) == .genericName {
      return readGenericName(name, use, base: base, isMember: true)
    }
    return draft.add(
      .member, use, name: draft.name(simpleName(name)), base: base, at: name)
  }

  /// `a?.b`: what stands behind the question mark is about what stands before it.
  private mutating func visitConditionalAccess(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let object = child(index, fields.condition) else { return visitChildren(index) }
    accessed.append(visit(object))
    var term = Outline.none
    for part in children(index) where part != object && kind(part) != nil {
      term = visit(part, use)
    }
    accessed.removeLast()
    return term
  }

  private mutating func visitElementAccess(_ index: Int) -> UInt32 {
    guard let object = child(index, fields.expression) else { return visitChildren(index) }
    let base = visit(object)
    if let list = child(index, fields.subscript_) { visitChildren(list) }
    guard base != Outline.none else { return base }
    return draft.add(.member, .silent, name: draft.name("this[]"), base: base, at: index)
  }

  private mutating func visitArgument(_ index: Int) -> UInt32 {
    var term = Outline.none
    for part in children(index) where draft.node(part).field != fields.name { term = visit(part) }
    return term
  }

  /// The term of the last expression in a node.
  private mutating func visitLast(_ index: Int) -> UInt32 {
    var term = Outline.none
    for part in children(index) where kind(part) != nil { term = visit(part) }
    return term
  }

  private mutating func visitAssignment(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    let isPlain = child(index, fields.operator_).map { draft.isText($0, "=") } ?? true
    if kind(left) == .tuple {
      visit(right)
      return visitChildren(left)
    }
    let target = visit(left, isPlain ? .write : .readWrite)
    visit(right, expecting: target)
    return target
  }

  private mutating func visitUnary(_ index: Int) -> UInt32 {
    var term = Outline.none
    var isChange = false
    for part in children(index) where draft.isText(part, "++") || draft.isText(part, "--") {
      isChange = true
    }
    for part in children(index) where kind(part) != nil {
      term = visit(part, isChange ? .readWrite : .read)
    }
    // `x!` is `x`, `!x` is not.
    return kind(index) == .postfixUnary ? term : Outline.none
  }

  private mutating func visitAwait(_ index: Int) -> UInt32 {
    let term = visitLast(index)
    return term == Outline.none ? term : draft.add(.element, .silent, base: term, at: index)
  }

  private mutating func visitCast(_ index: Int, _ typeField: UInt16, _ valueField: UInt16)
    -> UInt32
  {
    if let value = child(index, valueField) { visit(value) }
    guard let typeNode = child(index, typeField) else { return visitChildren(index) }
    let type = isType(typeNode) ? readType(typeNode, .type) : visit(typeNode)
    return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
  }

  private mutating func visitTypeOf(_ index: Int, _ kind: CSharpNode) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index) }
    let type = readType(typeNode, isWiring ? .wiring : .type)
    if kind == .typeOf { return draft.builtIn(draft.name("Type")) }
    return type == Outline.none || kind == .sizeOf
      ? Outline.none : draft.add(.value, .silent, base: type, at: index)
  }

  /// `out var x`, `out Order x`.
  private mutating func visitDeclaration(_ index: Int) -> UInt32 {
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    guard let name = child(index, fields.name), kind(name) == .identifier else {
      return Outline.none
    }
    let local = draft.name(simpleName(name))
    addLocal(local, ofType: type, at: name)
    return draft.local(local) ?? Outline.none
  }

  private mutating func visitWith(_ index: Int) -> UInt32 {
    var base = Outline.none
    var isFirst = true
    for part in children(index) where kind(part) != nil {
      if kind(part) == .withInitializer {
        let parts = Array(children(part).filter { kind($0) != nil })
        if let name = parts.first, kind(name) == .identifier, base != Outline.none {
          _ = addMember(name, .write, base: base)
        }
        for value in parts.dropFirst() { visit(value) }
      } else if isFirst {
        base = visit(part)
        isFirst = false
      } else {
        readInitializer(part, of: base)
      }
    }
    return base
  }

  /// A chain of operators leans to the left, as deep as it is long: its operands one after another.
  private mutating func visitBinary(_ index: Int) -> UInt32 {
    var operands: [Int] = []
    var next = index
    var isCoalescing = false
    while kind(next) == .binary, let left = child(next, fields.left) {
      if let right = child(next, fields.right) { operands.append(right) }
      if let mark = child(next, fields.operator_), draft.isText(mark, "??") { isCoalescing = true }
      next = left
    }
    operands.append(next)
    operands.reverse()
    addSQL(ofConcatenation: operands, at: index)
    let hasText = operands.contains { kind($0)?.isText ?? false }
    var first = Outline.none
    for operand in operands {
      let isDone = kind(operand).map { $0.isText && $0 != .interpolated } ?? false
      let term = isDone ? Outline.none : visit(operand)
      if first == Outline.none { first = term }
    }
    if isCoalescing { return first }
    return hasText ? draft.builtIn(draft.name("string")) : Outline.none
  }

  private mutating func visitLiteral(_ index: Int, _ kind: CSharpNode) -> UInt32 {
    switch kind {
    case .string, .verbatim, .raw:
      let text = literal(index)
      addSQL(text, at: index)
      return draft.addText(text, of: draft.builtIn(draft.name("string")), at: index)
    case .interpolated:
      addSQL(literal(index), at: index)
      for part in children(index) where self.kind(part) == .interpolation {
        for inner in children(part) where self.kind(inner) != .interpolationFormat { visit(inner) }
      }
      return draft.builtIn(draft.name("string"))
    case .character: return draft.builtIn(draft.name("char"))
    case .integer: return draft.builtIn(draft.name("int"))
    case .real: return draft.builtIn(draft.name("double"))
    case .boolean: return draft.builtIn(draft.name("bool"))
    case .null: return Outline.none
    default: return visitChildren(index)
    }
  }

  // MARK: Queries

  /// `from order in orders where order.IsOpen select order.Total`.
  private mutating func visitQuery(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    var selected = Outline.none
    for part in children(index) {
      switch kind(part) {
      case .fromClause, .joinClause: visitFrom(part)
      case .letClause: visitLet(part)
      case .selectClause: selected = visitLast(part)
      default: visit(part)
      }
    }
    draft.forgetLocals(since: mark)
    return selected == Outline.none
      ? selected : draft.add(.sequence, .silentType, base: selected, at: index)
  }

  private mutating func visitFrom(_ index: Int) {
    let parts = Array(children(index))
    guard let inWord = parts.firstIndex(where: { draft.isText($0, "in") }), inWord > 0,
      inWord + 1 < parts.count
    else { return visitChildren(index).ignored() }
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    let value = visit(parts[inWord + 1])
    let name = draft.name(simpleName(parts[inWord - 1]))
    if type != Outline.none {
      addLocal(name, ofType: type, at: index)
    } else {
      draft.addLocal(
        name, value == Outline.none ? value : draft.add(.element, .silent, base: value, at: index))
    }
    for part in parts[(inWord + 2)...] { visit(part) }
  }

  private mutating func visitLet(_ index: Int) {
    let parts = Array(children(index).filter { kind($0) != nil })
    guard parts.count > 1, kind(parts[0]) == .identifier else {
      return visitChildren(index).ignored()
    }
    draft.addLocal(draft.name(simpleName(parts[0])), visit(parts[1]))
  }
}
