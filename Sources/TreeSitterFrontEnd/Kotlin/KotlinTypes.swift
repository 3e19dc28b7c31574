internal import Facts
internal import TreeSitterBinding

/// Types as the source writes them.
extension KotlinWalk {
  func isType(_ index: Int) -> Bool {
    switch kind(index) {
    case .userType, .nullableType, .nonNullableType, .parenthesizedType, .functionType: true
    default: false
    }
  }

  /// The term of a type; ``Outline/none`` where the language says nothing by it.
  mutating func readType(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .userType: return readUserType(index, use)
    case .functionType: return readFunctionType(index)
    case .nullableType, .nonNullableType, .parenthesizedType, .typeProjection:
      var found = Outline.none
      for part in children(index) {
        let type = readType(part, use)
        if found == Outline.none { found = type }
      }
      return found
    case .typeModifiers:
      for part in children(index) where kind(part) == .annotation {
        readAnnotation(part, of: draft.symbol)
      }
      return Outline.none
    default: return Outline.none
    }
  }

  /// `List<Order>`, `Map.Entry<K, V>`, `java.util.Date`.
  private mutating func readUserType(_ index: Int, _ use: Term.Use) -> UInt32 {
    var base = Outline.none
    var operands: [UInt32] = []
    let names = children(index).filter { kind($0) == .identifier }
    for part in children(index) {
      switch kind(part) {
      case .identifier:
        let own: Term.Use = part == names.last ? use : .type
        let name = name(part)
        base =
          part == names.first
          ? draft.add(.name, own, name: name, at: part)
          : draft.add(.member, own, name: name, base: base, at: part)
      case .typeArguments: operands = readTypeArguments(part)
      case .typeModifiers: _ = readType(part, .type)
      default: break
      }
    }
    guard base != Outline.none, !operands.isEmpty else { return base }
    return draft.add(.apply, .silentType, base: base, at: index, operands: operands)
  }

  mutating func readTypeArguments(_ index: Int) -> [UInt32] {
    children(index).filter { kind($0) == .typeProjection }.map { readType($0, .type) }
  }

  /// As operands its result, its receiver and its parameters.
  private mutating func readFunctionType(_ index: Int) -> UInt32 {
    var result = Outline.none
    var receiver = Outline.none
    var parameters: [UInt32] = []
    var isBehind = false
    for part in children(index) {
      if kind(part) == .functionTypeParameters {
        isBehind = true
        for parameter in parts(part) {
          let type = kind(parameter) == .parameter ? parts(parameter).last : parameter
          parameters.append(type.map { readType($0, .type) } ?? Outline.none)
        }
      } else if isType(part) {
        let type = readType(part, .type)
        if isBehind { result = type } else { receiver = type }
      } else if kind(part) == .typeModifiers {
        _ = readType(part, .type)
      }
    }
    let base = draft.builtIn(draft.name("func"))
    return draft.add(
      .apply, .silentType, base: base, at: index, operands: [result, receiver] + parameters)
  }

  /// The last name of a type: `Entry` of `Map.Entry<K, V>`.
  func simpleName(_ index: Int) -> String {
    children(index).filter { kind($0) == .identifier }.last.map { nameText($0) } ?? ""
  }

  /// The type as written, without white space, annotations and type arguments.
  func typeText(_ index: Int) -> String {
    switch kind(index) {
    case .userType:
      return children(index).filter { kind($0) == .identifier }.map { nameText($0) }
        .joined(separator: ".")
    case .nullableType, .parenthesizedType, .nonNullableType:
      return parts(index).first { isType($0) }.map(typeText) ?? "?"
    case .functionType: return "->"
    default: return "?"
    }
  }
}
