internal import Facts
internal import TreeSitterBinding

/// Types as the source writes them.
extension JavaWalk {
  func isType(_ index: Int) -> Bool {
    switch kind(index) {
    case .typeIdentifier, .scopedType, .genericType, .arrayType, .annotatedType, .integralType,
      .floatingType, .booleanType, .voidType:
      true
    default: false
    }
  }

  /// The term of a type; ``Outline/none`` for `var` and `void`.
  mutating func readType(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .typeIdentifier, .identifier:
      if draft.isText(index, "var") { return Outline.none }
      return draft.add(.name, use, name: draft.name(of: index), at: index)
    case .scopedType, .scopedIdentifier: return readScopedType(index, use)
    case .genericType: return readGenericType(index, use)
    case .arrayType:
      let element = child(index, fields.element).map { readType($0, use) } ?? Outline.none
      return sequence(of: element, index)
    case .integralType, .floatingType, .booleanType: return draft.builtIn(draft.name(of: index))
    case .annotatedType, .wildcard, .superclass, .catchType:
      return readWrappedType(index, use)
    default: return Outline.none
    }
  }

  /// The first type in a node that only holds others; annotations are read on the way.
  private mutating func readWrappedType(_ index: Int, _ use: Term.Use) -> UInt32 {
    var found = Outline.none
    for part in children(index) {
      switch kind(part) {
      case .annotation, .markerAnnotation: readAnnotation(part, of: draft.symbol)
      default:
        let type = readType(part, use)
        if found == Outline.none { found = type }
      }
    }
    return found
  }

  /// `Map.Entry`, `java.util.Map.Entry`, `Outer<String>.Inner`.
  private mutating func readScopedType(_ index: Int, _ use: Term.Use) -> UInt32 {
    var base = Outline.none
    var isFirst = true
    for part in children(index) {
      switch kind(part) {
      case .annotation, .markerAnnotation: readAnnotation(part, of: draft.symbol)
      case .typeIdentifier, .identifier:
        let name = draft.name(of: part)
        let isLast = Int(draft.node(part).end) == Int(draft.node(index).end)
        base =
          isFirst
          ? draft.add(.name, .type, name: name, at: part)
          : draft.add(.member, isLast ? use : .type, name: name, base: base, at: part)
        isFirst = false
      default:
        base = readType(part, .type)
        isFirst = false
      }
    }
    return base
  }

  private mutating func readGenericType(_ index: Int, _ use: Term.Use) -> UInt32 {
    var base = Outline.none
    var operands: [UInt32] = []
    for part in children(index) {
      if kind(part) == .typeArguments {
        for argument in children(part) where isType(argument) || kind(argument) == .wildcard {
          operands.append(readType(argument, .type))
        }
      } else if isType(part) {
        base = readType(part, use)
      }
    }
    guard base != Outline.none, !operands.isEmpty else { return base }
    return draft.add(.apply, .silentType, base: base, at: index, operands: operands)
  }

  /// An array of a type, with the dimensions that stand below the node at `index`.
  mutating func sequence(of type: UInt32, _ index: Int) -> UInt32 {
    var result = type
    guard type != Outline.none else { return type }
    for _ in 0..<dimensions(index) {
      result = draft.add(.sequence, .silentType, base: result, at: index)
    }
    return result
  }

  /// The number of `[]` directly below a node.
  func dimensions(_ index: Int) -> Int {
    children(index).reduce(0) { count, part in
      guard draft.node(part).field == fields.dimensions else { return count }
      let isEmpty = kind(part) == .dimensions
      return count + (isEmpty ? draft.tree.text(of: part).count { $0 == UInt8(ascii: "[") } : 1)
    }
  }

  /// The last name of a type: `Entry` of `Map.Entry<K, V>`.
  func simpleName(_ index: Int) -> String {
    switch kind(index) {
    case .genericType, .annotatedType:
      return children(index).first { isType($0) }.map(simpleName) ?? ""
    case .scopedType, .scopedIdentifier:
      return Array(children(index)).last.map { draft.text(of: $0) } ?? ""
    default: return draft.text(of: index)
    }
  }
}
