internal import Facts
internal import TreeSitterBinding

extension JavaWalk {
  @inline(never)
  mutating func visitExpression(_ index: Int, _ kind: JavaNode, _ use: Term.Use) -> UInt32 {
    switch kind {
    case .identifier: return visitIdentifier(index, use)
    case .this: return draft.add(.selfValue, .silent, at: index)
    case .superNode: return draft.add(.superValue, .silent, at: index)
    case .fieldAccess: return visitFieldAccess(index, use)
    case .methodInvocation: return visitCall(index)
    case .objectCreation: return visitCreation(index)
    case .explicitConstructor: return visitExplicitConstructor(index)
    case .methodReference: return visitMethodReference(index)
    case .lambda: return visitLambda(index, given: Outline.none)
    case .classLiteral: return visitClassLiteral(index)
    case .cast: return visitCast(index)
    case .instanceOf: return visitInstanceOf(index)
    case .assignment: return visitAssignment(index)
    case .update: return visitUpdate(index)
    case .ternary: return visitTernary(index)
    case .parenthesized: return visitParenthesized(index)
    case .arrayAccess: return visitArrayAccess(index)
    case .arrayCreation: return visitArrayCreation(index)
    case .binary: return visitBinary(index)
    case .typeIdentifier, .scopedType, .genericType, .arrayType, .annotatedType:
      return readType(index, .type)
    case .modifiers:
      for annotation in children(index) where self.kind(annotation) != nil { visit(annotation) }
      return Outline.none
    default: return visitChildren(index)
    }
  }

  private mutating func visitIdentifier(_ index: Int, _ use: Term.Use) -> UInt32 {
    let name = draft.name(of: index)
    if let local = draft.local(name) { return local }
    return draft.add(.name, use, name: name, at: index)
  }

  private mutating func visitFieldAccess(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let object = child(index, fields.object), let field = child(index, fields.field) else {
      return visitChildren(index)
    }
    let base = visit(object)
    // `Outer.this` is a value of the type that stands before it.
    if kind(field) == .this { return draft.add(.value, .silent, base: base, at: index) }
    return draft.add(.member, use, name: draft.name(of: field), base: base, at: field)
  }

  private mutating func visitCall(_ index: Int) -> UInt32 {
    guard let nameNode = child(index, fields.name) else { return visitChildren(index) }
    let name = draft.name(of: nameNode)
    let object = child(index, fields.object)
    let base = object.map { visit($0) } ?? Outline.none
    for part in children(index) where kind(part) == .typeArguments {
      for argument in children(part) { _ = readType(argument, .type) }
    }
    let wasInObjectQuery = isInObjectQuery
    if draft.isText(nameNode, "createQuery") { isInObjectQuery = true }
    let operands =
      child(index, fields.arguments).map { readArguments($0, base: base, name: name) } ?? []
    isInObjectQuery = wasInObjectQuery
    addLifetime(ofCall: nameNode, on: object)
    return draft.add(
      object == nil ? .name : .member, .call, name: name, base: base, at: nameNode,
      operands: operands)
  }

  /// The terms of arguments; a function among them is told whose call it is handed to.
  mutating func readArguments(_ index: Int, base: UInt32, name: UInt32) -> [UInt32] {
    var operands: [UInt32] = []
    for argument in children(index) {
      switch kind(argument) {
      case .lineComment, .blockComment: break
      case .lambda:
        let given =
          base == Outline.none || name == Outline.none
          ? Outline.none : draft.add(.handed, .silent, name: name, base: base, at: argument)
        operands.append(visitLambda(argument, given: given))
      default: operands.append(visit(argument))
      }
    }
    return operands
  }

  private mutating func visitLambda(_ index: Int, given: UInt32) -> UInt32 {
    let mark = draft.localMark
    if let parameters = child(index, fields.parameters) {
      switch kind(parameters) {
      case .identifier: draft.addLocal(draft.name(of: parameters), given)
      case .inferredParameters:
        let names = children(parameters).filter { kind($0) == .identifier }
        for name in names {
          draft.addLocal(draft.name(of: name), names.count == 1 ? given : Outline.none)
        }
      default: addTypedParameters(parameters)
      }
    }
    if let body = child(index, fields.body) { visit(body) }
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  private mutating func addTypedParameters(_ list: Int) {
    for part in children(list) where kind(part) == .formalParameter {
      let type = child(part, fields.type).map { readType($0, .type) } ?? Outline.none
      guard let name = child(part, fields.name) else { continue }
      let term = type == Outline.none ? type : draft.add(.value, .silent, base: type, at: part)
      draft.addLocal(draft.name(of: name), term)
    }
  }

  private mutating func visitCreation(_ index: Int) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index) }
    // `outer.new Inner()`: what stands before the type.
    for part in children(index) where draft.node(part).field == 0 && part < typeNode {
      if kind(part) != nil { visit(part) }
    }
    let body = first(index, .classBody)
    var type = body == nil ? readType(typeNode, .silentType) : Outline.none
    let operands =
      child(index, fields.arguments).map {
        readArguments($0, base: Outline.none, name: Outline.none)
      } ?? []
    addLifetime(ofCreating: typeNode)
    if let body { type = readAnonymousBody(body, derivedFrom: typeNode) }
    return draft.add(.construct, .call, base: type, at: typeNode, operands: operands)
  }

  /// The body of an anonymous class, or of an enumeration's constant; gives back the type that it is
  /// derived from. That is read in the scope of the class, as the headings of other types are.
  @discardableResult
  mutating func readAnonymousBody(_ body: Int, derivedFrom above: Int?) -> UInt32 {
    let owner = draft.add(
      Outline.Binding(name: draft.name(""), kind: .type, scope: draft.scope))
    draft.open(.type, owner: owner)
    var type = Outline.none
    if let above {
      draft.openSignature()
      type = readType(above, .inherit)
      draft.closeSignature()
      draft.addSupertype(type)
    }
    innerTypes += 1
    draft.openPrefix(draft.qualified("$\(innerTypes)"))
    anonymousDepth += 1
    readTypeBody(body)
    anonymousDepth -= 1
    draft.closePrefix()
    draft.close()
    return type
  }

  private mutating func visitExplicitConstructor(_ index: Int) -> UInt32 {
    guard let target = child(index, fields.constructor) else { return visitChildren(index) }
    let base = visit(target)
    let operands =
      child(index, fields.arguments).map {
        readArguments($0, base: Outline.none, name: Outline.none)
      } ?? []
    return draft.add(.construct, .call, base: base, at: index, operands: operands)
  }

  private mutating func visitMethodReference(_ index: Int) -> UInt32 {
    let parts = children(index).filter {
      kind($0) != .lineComment && kind($0) != .blockComment && kind($0) != .typeArguments
    }
    guard let target = parts.first, let last = parts.last, last != target else {
      return visitChildren(index)
    }
    if draft.isText(last, "new") {
      let base = kind(target) == .identifier ? readType(target, .silentType) : visit(target)
      return draft.add(.construct, .address, base: base, at: target)
    }
    let base = visit(target)
    guard kind(last) == .identifier else { return Outline.none }
    return draft.add(.member, .address, name: draft.name(of: last), base: base, at: last)
  }

  private mutating func visitClassLiteral(_ index: Int) -> UInt32 {
    guard let part = children(index).first(where: { isType($0) }) else { return Outline.none }
    let type = readType(part, .type)
    let base = draft.builtIn(draft.name("Class"))
    return draft.add(.apply, .silentType, base: base, at: index, operands: [type])
  }

  private mutating func visitCast(_ index: Int) -> UInt32 {
    var type = Outline.none
    for part in children(index) where draft.node(part).field == fields.type {
      let term = readType(part, .type)
      if type == Outline.none { type = term }
    }
    if let value = child(index, fields.value) { visit(value) }
    return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
  }

  private mutating func visitInstanceOf(_ index: Int) -> UInt32 {
    var type = Outline.none
    for part in children(index) {
      if draft.node(part).field == fields.right {
        type = readType(part, .type)
      } else if draft.node(part).field == fields.name {
        let term = type == Outline.none ? type : draft.add(.value, .silent, base: type, at: part)
        draft.addLocal(draft.name(of: part), term)
      } else {
        visit(part)
      }
    }
    return Outline.none
  }

  private mutating func visitAssignment(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    let isPlain = child(index, fields.operator_).map { draft.isText($0, "=") } ?? true
    let target = visit(left, isPlain ? .write : .readWrite)
    visit(right)
    return target
  }

  private mutating func visitUpdate(_ index: Int) -> UInt32 {
    for part in children(index) where kind(part) != nil { visit(part, .readWrite) }
    return Outline.none
  }

  private mutating func visitTernary(_ index: Int) -> UInt32 {
    let terms = children(index).map { visit($0) }
    return terms.dropFirst().first { $0 != Outline.none } ?? Outline.none
  }

  private mutating func visitParenthesized(_ index: Int) -> UInt32 {
    var term = Outline.none
    for part in children(index) {
      let inner = visit(part)
      if inner != Outline.none { term = inner }
    }
    return term
  }

  private mutating func visitArrayAccess(_ index: Int) -> UInt32 {
    guard let array = child(index, fields.array) else { return visitChildren(index) }
    let base = visit(array)
    if let position = child(index, fields.index) { visit(position) }
    return base == Outline.none ? base : draft.add(.element, .silent, base: base, at: index)
  }

  private mutating func visitArrayCreation(_ index: Int) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index) }
    let type = readType(typeNode, .type)
    for part in children(index) where part != typeNode { visit(part) }
    guard type != Outline.none else { return type }
    return draft.add(.value, .silent, base: sequence(of: type, index), at: index)
  }

  /// The operands of a chain of operators, one after another.
  private mutating func visitBinary(_ index: Int) -> UInt32 {
    let operands = operands(of: index, .binary, left: fields.left, right: fields.right)
    addSQL(ofConcatenation: operands, at: index)
    let hasText = operands.contains { kind($0) == .string }
    for operand in operands where kind(operand) != .string { visit(operand) }
    return hasText ? draft.builtIn(draft.name("String")) : Outline.none
  }
}
