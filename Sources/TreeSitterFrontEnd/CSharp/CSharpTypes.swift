internal import Facts
internal import TreeSitterBinding

/// Types as the source writes them.
extension CSharpWalk {
  func isType(_ index: Int) -> Bool {
    switch kind(index) {
    case .identifier, .genericName, .qualifiedName, .aliasName, .predefinedType, .nullableType,
      .arrayType, .pointerType, .tupleType, .refType, .scopedType, .implicitType, .functionPointer:
      true
    default: false
    }
  }

  /// The term of a type; ``Outline/none`` for `var`, `dynamic` and `void`.
  mutating func readType(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .identifier:
      if draft.isText(index, "dynamic") || draft.isText(index, "var") { return Outline.none }
      return draft.add(.name, use, name: typeName(index), at: index)
    case .genericName: return readGenericName(index, use, base: Outline.none, isMember: false)
    case .qualifiedName: return readQualifiedName(index, use)
    case .aliasName: return child(index, fields.name).map { readType($0, use) } ?? Outline.none
    case .predefinedType:
      return draft.isText(index, "void") ? Outline.none : draft.builtIn(draft.name(of: index))
    case .nullableType, .pointerType, .refType, .scopedType:
      return child(index, fields.type).map { readType($0, use) } ?? Outline.none
    case .arrayType: return readArrayType(index, use)
    case .tupleType:
      for element in children(index) {
        if let type = child(element, fields.type) { _ = readType(type, .type) }
      }
      return draft.builtIn(draft.name("ValueTuple"))
    case .functionPointer:
      for part in children(index) {
        if let type = child(part, fields.type) ?? (isType(part) ? part : nil) {
          _ = readType(type, .type)
        }
      }
      return Outline.none
    default: return Outline.none
    }
  }

  private mutating func readArrayType(_ index: Int, _ use: Term.Use) -> UInt32 {
    var type = child(index, fields.type).map { readType($0, use) } ?? Outline.none
    for part in children(index) where kind(part) == .rank {
      visitChildren(part)
      if type != Outline.none { type = draft.add(.sequence, .silentType, base: type, at: index) }
    }
    return type
  }

  private mutating func readQualifiedName(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let qualifier = child(index, fields.qualifier), let name = child(index, fields.name)
    else { return Outline.none }
    let base = readType(qualifier, .type)
    if kind(name) == .genericName { return readGenericName(name, use, base: base, isMember: true) }
    return draft.add(.member, use, name: typeName(name), base: base, at: name)
  }

  /// A generic type with its arguments, by itself or inside `base`.
  mutating func readGenericName(
    _ index: Int, _ use: Term.Use, base: UInt32, isMember: Bool
  ) -> UInt32 {
    let name = typeName(index)
    let operands = readTypeArguments(index)
    let type = draft.add(isMember ? .member : .name, use, name: name, base: base, at: index)
    guard !operands.isEmpty else { return type }
    return draft.add(.apply, .silentType, base: type, at: index, operands: operands)
  }

  mutating func readTypeArguments(_ index: Int) -> [UInt32] {
    guard let list = first(index, .typeArguments) else { return [] }
    let use: Term.Use = isWiring ? .wiring : .type
    return children(list).filter { isType($0) }.map { readType($0, use) }
  }

  /// The name by which a type is looked up: generic types are told apart by their arity, as in
  /// ``List`1``; attributes are not.
  mutating func typeName(_ index: Int) -> UInt32 {
    guard kind(index) == .genericName, let list = first(index, .typeArguments) else {
      return draft.name(simpleName(index))
    }
    let count = children(list).count { isType($0) }
    let commas = draft.tree.text(of: list).count { $0 == UInt8(ascii: ",") }
    return draft.name(simpleName(index) + "`\(count == 0 ? commas + 1 : count)")
  }

  /// The identifier of a name, without type arguments and `@`.
  func simpleName(_ index: Int) -> String {
    switch kind(index) {
    case .genericName: return first(index, .identifier).map { simpleName($0) } ?? ""
    case .qualifiedName, .aliasName:
      return child(index, fields.name).map { simpleName($0) } ?? ""
    case .nullableType: return child(index, fields.type).map { simpleName($0) } ?? ""
    default:
      let text = draft.tree.text(of: index)
      return String(
        decoding: text.first == UInt8(ascii: "@") ? text.dropFirst() : text, as: UTF8.self)
    }
  }

  /// The type as written, without white space and type arguments, for keys.
  func typeText(_ index: Int) -> String {
    switch kind(index) {
    case .genericName: return simpleName(index)
    case .nullableType: return child(index, fields.type).map { typeText($0) + "?" } ?? "?"
    case .arrayType: return (child(index, fields.type).map { typeText($0) } ?? "?") + "[]"
    case .refType, .scopedType: return child(index, fields.type).map { typeText($0) } ?? "?"
    default: return draft.textWithoutSpaces(of: index)
    }
  }
}
