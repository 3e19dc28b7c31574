internal import Facts
internal import TreeSitterBinding

/// Types as the source writes them.
extension RustWalk {
  /// The term of a type; references are what they refer to.
  @discardableResult
  mutating func readType(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .typeIdentifier, .identifier: return readTypeName(index, use)
    case .primitiveType: return draft.builtIn(draft.name(of: index))
    case .scopedType, .scopedIdentifier: return readScoped(index, use)
    case .genericType, .genericTurbofish: return readGenericType(index, use)
    case .referenceType, .pointerType:
      return child(index, fields.type).map { readType($0, use) } ?? Outline.none
    case .tupleType:
      let types = parts(index).map { readType($0, use) }
      return apply("()", types, at: index)
    case .arrayType:
      if let length = child(index, fields.length) { readLength(length) }
      let element = child(index, fields.element).map { readType($0, use) } ?? Outline.none
      return draft.add(.sequence, .silentType, base: element, at: index)
    case .functionType: return readFunctionType(index, use)
    case .abstractType, .dynamicType:
      guard let trait = child(index, fields.trait) else { return Outline.none }
      return combined(readBound(trait, use), at: index)
    case .boundedType, .higherRanked: return combined(readBound(index, use), at: index)
    case .bracketedType: return readBracketed(index, use)
    case .macroInvocation: return visitMacro(index)
    case .block:
      // `A<{ LIMIT }>`
      visit(index)
      return Outline.none
    default: return Outline.none
    }
  }

  /// What stands in the brackets of an array's type may be no part of the signature.
  private mutating func readLength(_ index: Int) { visit(index) }

  private mutating func readTypeName(_ index: Int, _ use: Term.Use) -> UInt32 {
    if draft.isText(index, "Self") { return selfType }
    if draft.isText(index, "_") { return Outline.none }
    let name = draft.name(of: index)
    let text = draft.text(ofName: name)
    if RustNames.primitives.contains(text) { return draft.builtIn(name) }
    return draft.add(.name, use, name: name, at: index)
  }

  private mutating func readScoped(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let name = child(index, fields.name) else { return Outline.none }
    namePath(index)
    guard let path = child(index, fields.path) else {
      return draft.add(.name, use, name: draft.name("::" + draft.text(of: name)), at: name)
    }
    let base = readPrefix(path, isSilent: use.isSilent)
    return draft.add(.member, use, name: draft.name(of: name), base: base, at: name)
  }

  private mutating func readGenericType(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return Outline.none }
    var base = readType(typeNode, use)
    guard let list = child(index, fields.typeArguments) else { return base }
    var operands = readTypeArguments(list)
    // The error of a result is no value that it gives; it is an argument of its own, before that.
    if base != Outline.none, lastName(typeNode).hasSuffix("Result"), operands.count == 2 {
      let failure = operands.removeLast()
      base = draft.add(.apply, .silentType, base: base, at: index, operands: [failure])
    }
    guard base != Outline.none, !operands.isEmpty else { return base }
    return draft.add(.apply, .silentType, base: base, at: index, operands: operands)
  }

  /// The last name of a path, as it is written.
  func lastName(_ index: Int) -> String {
    child(index, fields.name).map { draft.text(of: $0) } ?? draft.text(of: index)
  }

  /// Types; lifetimes and numbers say nothing, what is bound to a name counts like the others.
  mutating func readTypeArguments(_ list: Int) -> [UInt32] {
    var operands: [UInt32] = []
    for part in parts(list) {
      switch kind(part) {
      case .lifetime: break
      case .typeBinding:
        let type = child(part, fields.type).map { readType($0, .type) } ?? Outline.none
        operands.append(type)
      case .traitBounds: _ = readBounds(part, .type)
      default:
        if isType(part) {
          operands.append(readType(part, .type))
        } else {
          visit(part)
          operands.append(Outline.none)
        }
      }
    }
    return operands
  }

  func isType(_ index: Int) -> Bool { kind(index)?.isType ?? false }

  /// Whether the source leaves a part of a type open.
  func isOpen(_ typeNode: Int) -> Bool {
    draft.tree.text(of: typeNode).split(whereSeparator: { byte in
      !(byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a)
        || (byte >= 0x30 && byte <= 0x39))
    }).contains { $0.elementsEqual([UInt8(ascii: "_")]) }
  }

  private mutating func readFunctionType(_ index: Int, _ use: Term.Use) -> UInt32 {
    if let trait = child(index, fields.trait), !RustNames.callables.contains(lastName(trait)) {
      _ = readType(trait, use)
    }
    if let list = child(index, fields.parameters) {
      for part in parts(list) {
        let type = kind(part) == .parameter ? child(part, fields.type) : part
        if let type { readType(type, .type) }
      }
    }
    let result = child(index, fields.returnType).map { readType($0, .type) } ?? Outline.none
    return apply("func", [result], at: index)
  }

  /// `<T as Trait>`: a member of the type, which the trait has where the type is not known.
  private mutating func readBracketed(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let inner = parts(index).first else { return Outline.none }
    guard kind(inner) == .qualifiedType else { return readType(inner, use) }
    let type = child(inner, fields.type)
    let term = type.map { readType($0, .type) } ?? Outline.none
    let trait = child(inner, fields.alias).map { readType($0, .type) } ?? Outline.none
    let isNamed = type.map { kind($0) == .typeIdentifier && !draft.isText($0, "Self") } ?? false
    return isNamed && term != Outline.none ? term : trait
  }
}
