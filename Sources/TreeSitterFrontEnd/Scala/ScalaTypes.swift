internal import Facts
internal import TreeSitterBinding

/// Types as the source writes them.
extension ScalaWalk {
  func isType(_ index: Int) -> Bool {
    switch kind(index) {
    case .typeIdentifier, .genericType, .stableType, .compoundType, .appliedConstructor,
      .structuralType, .functionType, .tupleType, .infixType, .singletonType, .projectedType,
      .annotatedType, .lazyType, .repeatedType, .existentialType, .typeLambda, .matchType,
      .literalType:
      true
    default: false
    }
  }

  /// The term of a type; ``Outline/none`` where the language says nothing by it.
  @discardableResult
  mutating func readType(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .typeIdentifier, .identifier:
      // Some type or other.
      if draft.isText(index, "?") { return Outline.none }
      return draft.add(.name, use, name: name(index), at: index)
    case .stableType: return readStable(index, use)
    case .genericType: return readGeneric(index, use)
    case .functionType: return readFunctionType(index)
    case .tupleType: return tupleType(parts(index).map { readType($0, .type) }, at: index)
    case .repeatedType:
      let type = readFirst(index, use)
      return type == Outline.none
        ? type : draft.add(.sequence, .silentType, base: type, at: index)
    case .singletonType: return readSingleton(index)
    case .projectedType:
      guard let base = child(index, fields.type), let last = parts(index).last, last != base else {
        return readFirst(index, use)
      }
      let outer = readType(base, .type)
      return draft.add(.member, use, name: name(last), base: outer, at: last)
    case .infixType: return readInfixType(index, use)
    case .structuralType, .refinement:
      readRefinement(index)
      return Outline.none
    case .annotation:
      readAnnotation(index, of: draft.symbol)
      return Outline.none
    case .wildcard, .literalType, .arguments: return Outline.none
    default: return readFirst(index, use)
    }
  }

  /// The first of the types in a node; the others are used as well.
  private mutating func readFirst(_ index: Int, _ use: Term.Use) -> UInt32 {
    var found = Outline.none
    for part in parts(index) {
      let type = readType(part, found == Outline.none ? use : .type)
      if found == Outline.none { found = type }
    }
    return found
  }

  /// `Outer.Inner`, `models.User`: only the last is the type that is used.
  private mutating func readStable(_ index: Int, _ use: Term.Use) -> UInt32 {
    var base = Outline.none
    let parts = parts(index)
    for part in parts {
      if part == parts.last {
        return draft.add(
          base == Outline.none ? .name : .member, use, name: name(part), base: base, at: part)
      }
      base = readPrefix(part)
    }
    return base
  }

  /// What stands before the last name of a path: packages and objects.
  mutating func readPrefix(_ index: Int) -> UInt32 {
    if kind(index) == .stableIdentifier {
      var base = Outline.none
      for part in parts(index) {
        base =
          base == Outline.none
          ? readPrefix(part)
          : draft.add(.member, .silent, name: name(part), base: base, at: part)
      }
      return base
    }
    if draft.isText(index, "this") { return draft.add(.selfValue, .silent, at: index) }
    let name = name(index)
    if let local = draft.local(name) { return draft.usable(local) }
    return draft.add(.name, .silent, name: name, base: receiver, at: index)
  }

  private mutating func readGeneric(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return readFirst(index, use) }
    let base = readType(typeNode, use)
    let operands = first(index, .typeArguments).map { readTypeArguments($0) } ?? []
    guard base != Outline.none, !operands.isEmpty else { return base }
    if ScalaNames.outcomes.contains(simpleName(typeNode)) {
      return draft.add(
        .apply, .silentType, base: base, at: index, operands: Array(operands.suffix(1)))
    }
    return draft.add(.apply, .silentType, base: base, at: index, operands: operands)
  }

  mutating func readTypeArguments(_ index: Int) -> [UInt32] {
    parts(index).map { readType($0, .type) }
  }

  /// As operands its result, its receiver and its parameters.
  private mutating func readFunctionType(_ index: Int) -> UInt32 {
    let parameters = first(index, .parameterTypes).map { parts($0) } ?? []
    let types = parameters.map { readType($0, .type) }
    let result = child(index, fields.returnType).map { readType($0, .type) } ?? Outline.none
    let base = draft.builtIn(draft.name("func"))
    return draft.add(
      .apply, .silentType, base: base, at: index, operands: [result, Outline.none] + types)
  }

  /// Several values in one.
  mutating func tupleType(_ types: [UInt32], at index: Int) -> UInt32 {
    if types.count == 1 { return types[0] }
    let base = draft.builtIn(draft.name("()"))
    return draft.add(.apply, .silentType, base: base, at: index, operands: types)
  }

  /// `Order.type`: what the object is.
  private mutating func readSingleton(_ index: Int) -> UInt32 {
    guard let path = parts(index).first else { return Outline.none }
    let value = readPath(path, .read)
    return value == Outline.none ? value : draft.add(.value, .silent, base: value, at: index)
  }

  /// `A with B`, `A & B`: the first; of `A | B` nothing is known; `A Or B` is `Or[A, B]`.
  private mutating func readInfixType(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return readFirst(index, use)
    }
    let first = readType(left, use)
    let second = readType(right, .type)
    guard let sign = child(index, fields.operator_) else { return first }
    switch draft.text(of: sign) {
    case "&", "with": return first
    case "|": return Outline.none
    default:
      let base = draft.add(.name, .silentType, name: name(sign), at: sign)
      let isOutcome = ScalaNames.outcomes.contains(draft.text(of: sign))
      let operands = isOutcome ? [second] : [first, second]
      return draft.add(.apply, .silentType, base: base, at: index, operands: operands)
    }
  }

  /// The types that members of an anonymous type name.
  private mutating func readRefinement(_ index: Int) {
    for part in parts(index) {
      if isType(part) {
        readType(part, .type)
      } else if kind(part) == .parameters || kind(part) == .parameter
        || kind(part) == .functionDeclaration || kind(part) == .valDeclaration
        || kind(part) == .typeDefinition
      {
        readRefinement(part)
      }
    }
  }

  /// The last name of a type: `Entry` of `Map.Entry[K, V]`.
  func simpleName(_ index: Int) -> String {
    switch kind(index) {
    case .typeIdentifier, .identifier: return nameText(index)
    case .stableType: return parts(index).last.map { nameText($0) } ?? ""
    default: return parts(index).first.map { simpleName($0) } ?? ""
    }
  }

  /// The type as written, without white space, annotations and type arguments.
  func typeText(_ index: Int) -> String {
    switch kind(index) {
    case .typeIdentifier, .identifier: return nameText(index)
    case .stableType, .stableIdentifier:
      return parts(index).map { typeText($0) }.joined(separator: ".")
    case .functionType, .lazyType: return "=>"
    case .repeatedType: return (parts(index).first.map { typeText($0) } ?? "?") + "*"
    case .tupleType: return "(" + parts(index).map { typeText($0) }.joined(separator: ";") + ")"
    case .infixType, .compoundType, .annotatedType, .genericType, .appliedConstructor,
      .projectedType, .singletonType:
      return parts(index).first.map { typeText($0) } ?? "?"
    default: return "?"
    }
  }
}
