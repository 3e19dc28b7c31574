internal import Facts
internal import TreeSitterBinding

extension GoWalk {
  @inline(never)
  mutating func visitExpression(_ index: Int, _ kind: GoNode, _ use: Term.Use) -> UInt32 {
    switch kind {
    case .identifier: return visitIdentifier(index, use)
    case .selector: return visitSelector(index, use)
    case .call: return visitCall(index)
    case .compositeLiteral: return visitComposite(index)
    case .functionLiteral: return visitFunctionLiteral(index)
    case .typeAssertion: return visitAssertion(index)
    case .typeConversion: return visitConversion(index)
    case .typeInstantiation: return visitInstantiation(index)
    case .genericType: return visitAmbiguous(index, use)
    case .unary: return visitUnary(index)
    case .binary: return visitBinary(index)
    case .parenthesized: return visitParenthesized(index, use)
    case .index: return visitIndex(index, use)
    case .slice: return visitSlice(index)
    case .string, .rawString:
      let text = literal(index)
      addSQL(text, at: index)
      return draft.addText(text, of: draft.builtIn(draft.name("string")), at: index)
    case .expressionList:
      for part in children(index) { visit(part, use) }
      return Outline.none
    default: return kind.isType ? readType(index, .type) : visitChildren(index)
    }
  }

  private mutating func visitIdentifier(_ index: Int, _ use: Term.Use) -> UInt32 {
    let name = draft.name(of: index)
    if let local = draft.local(name) { return local }
    if draft.isText(index, "_") { return Outline.none }
    return draft.add(.name, use, name: name, at: index)
  }

  private mutating func visitSelector(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let operand = child(index, fields.operand), let field = child(index, fields.field) else {
      return visitChildren(index)
    }
    // What is written in a variable's field or element changes the variable.
    let base = visit(operand, use == .write ? .readWrite : use)
    return draft.add(.member, use, name: draft.name(of: field), base: base, at: field)
  }

  // MARK: Calls

  private mutating func visitCall(_ index: Int) -> UInt32 {
    guard let function = child(index, fields.function) else { return visitChildren(index) }
    let list = child(index, fields.arguments)
    let types = child(index, fields.typeArguments)
    if let types { visitAmbiguousList(types) }
    switch kind(function) {
    case .identifier:
      if draft.local(at: function) == nil {
        return visitNamedCall(index, function, list)
      }
    case .selector:
      guard let operand = child(function, fields.operand),
        let field = child(function, fields.field)
      else { break }
      let base = visit(operand)
      let operands = list.map { visitArguments($0) } ?? []
      addLifetime(ofCall: field, on: operand)
      return draft.add(
        .member, .call, name: draft.name(of: field), base: base, at: field, operands: operands)
    default: break
    }
    var base = visit(function)
    if types != nil, base != Outline.none {
      // `handlers[kind](x)` of a local.
      base = draft.add(.element, .silent, base: base, at: index)
    }
    if let list { _ = visitArguments(list) }
    return base == Outline.none ? base : draft.add(.invoke, .silent, base: base, at: index)
  }

  private mutating func visitNamedCall(_ index: Int, _ function: Int, _ list: Int?) -> UInt32 {
    let isMaker = draft.isText(function, "new") || draft.isText(function, "make")
    if isMaker, let list, let typeNode = children(list).first(where: { kind($0) != .comment }) {
      let type = readType(typeNode, .type)
      for part in children(list) where part != typeNode { visit(part) }
      return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
    }
    let operands = list.map { visitArguments($0) } ?? []
    let call = draft.add(
      .name, .call, name: draft.name(of: function), at: function, operands: operands)
    return draft.isText(function, "append") ? operands.first ?? call : call
  }

  private mutating func visitArguments(_ index: Int) -> [UInt32] {
    var operands: [UInt32] = []
    for argument in children(index) where kind(argument) != .comment {
      operands.append(visit(argument))
    }
    return operands
  }

  private mutating func visitFunctionLiteral(_ index: Int) -> UInt32 {
    // Locals hide names of the package, so the terms belong to the place.
    let heading = readSignature(index)
    readBody(index, heading)
    return apply("func", [heading.result], at: index)
  }

  // MARK: Values of types

  private mutating func visitComposite(_ index: Int) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index) }
    let isNamed = [.typeIdentifier, .qualifiedType, .genericType].contains(kind(typeNode))
    let type = readType(typeNode, isNamed ? .silentType : .type)
    let value =
      isNamed && type != Outline.none
      ? draft.add(.construct, .call, base: type, at: typeNode)
      : type == Outline.none ? type : draft.add(.value, .silent, base: type, at: typeNode)
    if let body = child(index, fields.body) {
      visitLiteral(body, of: value, hasFields: isNamed || kind(typeNode) == .structType)
    }
    return value
  }

  /// The elements of a literal. Where the type has fields, keys are their names.
  private mutating func visitLiteral(_ index: Int, of value: UInt32, hasFields: Bool) {
    for part in children(index) where kind(part) != .comment {
      guard kind(part) == .keyedElement else {
        visitElement(part, of: value)
        continue
      }
      let sides = children(part).filter {
        kind($0) == .literalElement || kind($0) == .literalValue || draft.node($0).field != 0
      }
      guard sides.count == 2 else {
        visitChildren(part)
        continue
      }
      visitKey(sides[0], of: value, hasFields: hasFields)
      visitElement(sides[1], of: value)
    }
  }

  private mutating func visitKey(_ index: Int, of value: UInt32, hasFields: Bool) {
    let inner =
      kind(index) == .literalElement ? children(index).first { kind($0) != .comment } : index
    guard let inner else { return }
    if kind(inner) == .literalValue {
      let key = value == Outline.none ? value : draft.add(.key, .silent, base: value, at: inner)
      visitLiteral(inner, of: key, hasFields: true)
    } else if kind(inner) == .identifier, hasFields {
      guard value != Outline.none else { return }
      _ = draft.add(.member, .write, name: draft.name(of: inner), base: value, at: inner)
    } else {
      visit(inner)
    }
  }

  /// An element may leave out its type, which the whole literal says.
  private mutating func visitElement(_ index: Int, of value: UInt32) {
    let inner =
      kind(index) == .literalElement ? children(index).first { kind($0) != .comment } : index
    guard let inner else { return }
    guard kind(inner) == .literalValue else {
      visit(inner)
      return
    }
    let element =
      value == Outline.none ? value : draft.add(.element, .silent, base: value, at: inner)
    visitLiteral(inner, of: element, hasFields: true)
  }

  private mutating func visitAssertion(_ index: Int) -> UInt32 {
    if let operand = child(index, fields.operand) { visit(operand) }
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
  }

  private mutating func visitConversion(_ index: Int) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index) }
    if kind(typeNode) == .genericType { return visitAmbiguousCall(index, typeNode) }
    let type = readType(typeNode, .type)
    if let operand = child(index, fields.operand) { visit(operand) }
    return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
  }

  /// `Convert[int](x)`, `Pair[int](x)`, `handlers[kind](x)`: whatever has the name decides.
  private mutating func visitAmbiguousCall(_ index: Int, _ typeNode: Int) -> UInt32 {
    let named = child(typeNode, fields.type)
    let isLocal = named.map { localTerm($0) != nil } ?? false
    let base = named.map { visitAmbiguous($0, isLocal ? .read : .call) } ?? Outline.none
    if let list = child(typeNode, fields.typeArguments) { visitAmbiguousList(list) }
    if let operand = child(index, fields.operand) { visit(operand) }
    guard isLocal, base != Outline.none else { return base }
    let element = draft.add(.element, .silent, base: base, at: index)
    return draft.add(.invoke, .silent, base: element, at: index)
  }

  /// `Map[string, int]` as a value, or `rows[row]` where the grammar takes it for the same.
  private mutating func visitInstantiation(_ index: Int) -> UInt32 {
    let types = all(index, fields.type)
    guard let first = types.first else { return visitChildren(index) }
    let base = visitAmbiguous(first, .read)
    for type in types.dropFirst() { _ = visitAmbiguous(type, .read) }
    return base == Outline.none ? base : draft.add(.element, .silent, base: base, at: index)
  }

  private mutating func visitAmbiguousList(_ index: Int) {
    for part in children(index) where kind(part) != .comment {
      let types = kind(part) == .typeElement ? children(part).filter { kind($0) != nil } : [part]
      for type in types { _ = visitAmbiguous(type, .read) }
    }
  }

  /// What the grammar takes for a type and may be a value.
  private mutating func visitAmbiguous(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .typeIdentifier:
      if GoNames.types.contains(draft.text(of: index)) { return readType(index, .type) }
      return visitIdentifier(index, use)
    case .qualifiedType:
      guard let package = child(index, fields.package_), let name = child(index, fields.name) else {
        return Outline.none
      }
      let base = visitIdentifier(package, .silent)
      return draft.add(.member, use, name: draft.name(of: name), base: base, at: name)
    case .genericType:
      let base = child(index, fields.type).map { visitAmbiguous($0, use) } ?? Outline.none
      if let list = child(index, fields.typeArguments) { visitAmbiguousList(list) }
      return base == Outline.none ? base : draft.add(.element, .silent, base: base, at: index)
    default: return isType(index) ? readType(index, .type) : visit(index)
    }
  }

  /// The local that a name, or what stands before its dot, means.
  private mutating func localTerm(_ index: Int) -> UInt32? {
    let first = kind(index) == .qualifiedType ? child(index, fields.package_) ?? index : index
    return draft.local(at: first)
  }

  // MARK: Operators

  private mutating func visitUnary(_ index: Int) -> UInt32 {
    guard let operand = child(index, fields.operand) else { return visitChildren(index) }
    let base = visit(operand)
    guard base != Outline.none else { return base }
    switch unaryOperator(index) {
    case UInt8(ascii: "<"): return draft.add(.element, .silent, base: base, at: index)
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"): return base
    default: return Outline.none
    }
  }

  private mutating func visitParenthesized(_ index: Int, _ use: Term.Use) -> UInt32 {
    var term = Outline.none
    for part in children(index) {
      let inner = visit(part, use)
      if inner != Outline.none { term = inner }
    }
    return term
  }

  private mutating func visitIndex(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let operand = child(index, fields.operand) else { return visitChildren(index) }
    let base = visit(operand, use)
    if let position = child(index, fields.index) { visit(position) }
    return base == Outline.none ? base : draft.add(.element, .silent, base: base, at: index)
  }

  private mutating func visitSlice(_ index: Int) -> UInt32 {
    guard let operand = child(index, fields.operand) else { return visitChildren(index) }
    let base = visit(operand)
    for part in children(index) where part != operand { visit(part) }
    return base
  }

  /// The operands of a chain of operators, one after another.
  private mutating func visitBinary(_ index: Int) -> UInt32 {
    let operands = operands(of: index, .binary, left: fields.left, right: fields.right)
    addSQL(ofConcatenation: operands, at: index)
    var last = Outline.none
    for operand in operands where kind(operand)?.isText != true {
      let term = visit(operand)
      if term != Outline.none { last = term }
    }
    return isArithmetic(index) ? last : Outline.none
  }

  /// Operators whose result has the type of what they are applied to.
  private func isArithmetic(_ index: Int) -> Bool {
    guard let mark = child(index, fields.operator_) else { return false }
    return ["+", "-", "*", "/", "%", "|", "&", "^"].contains { draft.text(of: mark) == $0 }
  }
}
