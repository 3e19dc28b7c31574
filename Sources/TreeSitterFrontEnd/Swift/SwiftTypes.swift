internal import Facts
internal import TreeSitterBinding

/// Types as the source writes them. An optional is taken for what it holds.
extension SwiftWalk {
  func isType(_ index: Int) -> Bool {
    switch kind(index) {
    case .userType, .optionalType, .arrayType, .dictionaryType, .tupleType, .functionType,
      .existentialType, .opaqueType, .compositionType, .metatype, .suppressedConstraint,
      .packExpansion, .packParameter:
      true
    default: false
    }
  }

  /// The term of a type; ``Outline/none`` where the language says nothing by it.
  mutating func readType(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .userType: return readUserType(index, use)
    case .arrayType:
      let element = readParts(index, .type)
      guard element != Outline.none else { return literalType("Array") }
      return draft.add(.sequence, .silentType, base: element, at: index)
    case .dictionaryType:
      let operands = children(index).filter { isType($0) }.map { readType($0, .type) }
      return draft.add(
        .apply, .silentType, base: literalType("Dictionary"), at: index, operands: operands)
    case .functionType: return readFunctionType(index)
    case .tupleType: return readTupleType(index, use)
    case .optionalType, .existentialType, .opaqueType, .compositionType, .metatype,
      .suppressedConstraint, .packExpansion, .packParameter:
      return readParts(index, use)
    default: return Outline.none
    }
  }

  /// The first of the types inside; all of them are used.
  private mutating func readParts(_ index: Int, _ use: Term.Use) -> UInt32 {
    var found = Outline.none
    for part in children(index) where isType(part) {
      let type = readType(part, use)
      if found == Outline.none { found = type }
    }
    return found
  }

  /// `Order`, `Set<Order>`, `Order.Line`; `Self` is whatever type has the member.
  private mutating func readUserType(_ index: Int, _ use: Term.Use) -> UInt32 {
    var base = Outline.none
    var operands: [UInt32] = []
    let names = children(index).filter {
      kind($0) == .typeIdentifier
        && !($0 > index + 1 && (draft.isText($0, "Type") || draft.isText($0, "Protocol")))
    }
    for part in children(index) {
      switch kind(part) {
      case .typeIdentifier where names.contains(part):
        base = readTypeName(part, base, part == names.last ? use : .type, isFirst: part == names[0])
        operands = []
      case .typeArguments:
        operands = children(part).filter { isType($0) }.map { readType($0, .type) }
      case .attribute: readAttribute(part, of: draft.symbol)
      default: break
      }
    }
    guard base != Outline.none, !operands.isEmpty else { return base }
    if operands.count == 1, names.count == 1, draft.isText(names[0], "Optional") {
      return operands[0]
    }
    return draft.add(.apply, .silentType, base: base, at: index, operands: operands)
  }

  private mutating func readTypeName(
    _ index: Int, _ base: UInt32, _ use: Term.Use, isFirst: Bool
  ) -> UInt32 {
    let name = name(index)
    if isFirst {
      if draft.isText(index, "Self") {
        return draft.add(.selfValue, .silent, name: name, at: index)
      }
      return draft.add(.name, use, name: name, at: index)
    }
    return draft.add(.member, use, name: name, base: base, at: index)
  }

  /// As operands its result, nothing, and its parameters.
  private mutating func readFunctionType(_ index: Int) -> UInt32 {
    var result = Outline.none
    var parameters: [UInt32] = []
    var isBehind = false
    for part in children(index) {
      if draft.isText(part, "->") {
        isBehind = true
      } else if isType(part), isBehind {
        result = readType(part, .type)
      } else if kind(part) == .tupleType {
        parameters = children(part).filter { kind($0) == .tupleTypeItem }.map { item in
          readParts(item, .type)
        }
      } else if isType(part) {
        parameters = [readType(part, .type)]
      }
    }
    return draft.add(
      .apply, .silentType, base: literalType("func"), at: index,
      operands: [result, Outline.none] + parameters)
  }

  /// One in brackets is itself.
  private mutating func readTupleType(_ index: Int, _ use: Term.Use) -> UInt32 {
    let items = children(index).filter { kind($0) == .tupleTypeItem || isType($0) }
    var operands: [UInt32] = []
    for item in items {
      operands.append(isType(item) ? readType(item, use) : readParts(item, use))
    }
    if operands.count == 1 { return operands[0] }
    if operands.isEmpty { return literalType("Void") }
    return draft.add(
      .apply, .silentType, base: literalType("()"), at: index, operands: operands)
  }

  /// A type of the language, where it can matter: among the arguments of a call.
  mutating func literalType(_ name: String) -> UInt32 { draft.builtIn(draft.name(name)) }
}
