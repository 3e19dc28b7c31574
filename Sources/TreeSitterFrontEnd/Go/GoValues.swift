internal import Facts
internal import TreeSitterBinding

/// What the values of package variables say of their types, without showing as uses.
extension GoWalk {
  /// The expressions of a list, or the one that stands alone.
  func expressions(_ index: Int) -> [Int] {
    guard kind(index) == .expressionList else { return [index] }
    return children(index).filter { kind($0) != .comment }
  }

  /// The type of the variable at `position` of several with these values, as a term of the signature.
  mutating func valueType(of position: Int, among count: Int, _ values: [Int]) -> UInt32 {
    draft.openSignature()
    defer { draft.closeSignature() }
    if values.count == count { return readValueType(values[position]) }
    guard let value = values.first else { return Outline.none }
    let type = readValueType(value)
    guard kind(value) == .call else { return position == 0 ? type : Outline.none }
    return part(position, of: type, at: value)
  }

  /// One of several results.
  mutating func part(_ position: Int, of term: UInt32, at index: Int) -> UInt32 {
    guard term != Outline.none else { return term }
    return draft.add(
      .part, .silent, name: draft.name(String(position)), base: term, at: index)
  }

  /// The type of a value, by terms that are no uses.
  mutating func readValueType(_ index: Int) -> UInt32 {
    switch kind(index) {
    case .identifier:
      return draft.add(.name, .silent, name: draft.name(of: index), at: index)
    case .selector:
      guard let operand = child(index, fields.operand), let field = child(index, fields.field)
      else { return Outline.none }
      let base = readValueType(operand)
      return draft.add(.member, .silent, name: draft.name(of: field), base: base, at: field)
    case .compositeLiteral, .typeAssertion, .typeConversion:
      guard let typeNode = child(index, fields.type) else { return Outline.none }
      let type = readSilentType(typeNode)
      return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
    case .unary:
      guard let operand = child(index, fields.operand) else { return Outline.none }
      let base = readValueType(operand)
      guard base != Outline.none, unaryOperator(index) == UInt8(ascii: "<") else { return base }
      return draft.add(.element, .silent, base: base, at: index)
    case .parenthesized:
      return children(index).first { kind($0) != nil && kind($0) != .comment }
        .map { readValueType($0) } ?? Outline.none
    case .index:
      let base = child(index, fields.operand).map { readValueType($0) } ?? Outline.none
      return base == Outline.none ? base : draft.add(.element, .silent, base: base, at: index)
    case .call: return readCallType(index)
    case .functionLiteral: return Outline.none
    default: return Outline.none
    }
  }

  private mutating func readCallType(_ index: Int) -> UInt32 {
    guard let function = child(index, fields.function) else { return Outline.none }
    if kind(function) == .identifier, let arguments = child(index, fields.arguments),
      draft.isText(function, "new") || draft.isText(function, "make"),
      let typeNode = children(arguments).first(where: { isType($0) || kind($0) == .identifier })
    {
      let type = readSilentType(typeNode)
      return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
    }
    let base = readValueType(function)
    return base == Outline.none ? base : draft.add(.invoke, .silent, base: base, at: index)
  }

  /// A type without members of its own, as terms that are no uses.
  private mutating func readSilentType(_ index: Int) -> UInt32 {
    switch kind(index) {
    case .structType, .interfaceType, .functionType: return Outline.none
    case .pointerType, .parenthesizedType:
      return children(index).first { isType($0) }.map { readSilentType($0) } ?? Outline.none
    case .sliceType, .arrayType, .implicitArrayType:
      let element = child(index, fields.element).map { readSilentType($0) } ?? Outline.none
      return draft.add(.sequence, .silentType, base: element, at: index)
    case .mapType:
      let key = child(index, fields.key).map { readSilentType($0) } ?? Outline.none
      let value = child(index, fields.value).map { readSilentType($0) } ?? Outline.none
      return apply("map", [key, value], at: index)
    case .channelType:
      let value = child(index, fields.value).map { readSilentType($0) } ?? Outline.none
      return apply("chan", [value], at: index)
    case .genericType:
      let base = child(index, fields.type).map { readSilentType($0) } ?? Outline.none
      guard base != Outline.none, let list = child(index, fields.typeArguments) else { return base }
      let arguments = children(list).filter { kind($0) != nil && kind($0) != .comment }
      let operands = arguments.map { readSilentType($0) }
      return draft.add(.apply, .silentType, base: base, at: index, operands: operands)
    case .typeElement, .typeConstraint:
      return children(index).first { isType($0) }.map { readSilentType($0) } ?? Outline.none
    default: return readType(index, .silentType)
    }
  }

  /// The first character of the operator: `<-`, `&`, `*`, `!`.
  func unaryOperator(_ index: Int) -> UInt8 {
    draft.tree.text(of: index).first ?? 0
  }
}
