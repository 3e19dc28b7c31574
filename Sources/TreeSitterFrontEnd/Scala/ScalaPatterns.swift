internal import Facts
internal import TreeSitterBinding

/// Patterns: what they name, and what their names are of the value that they take apart.
extension ScalaWalk {
  /// Adds the names of a pattern as locals; `value` is what is taken apart.
  mutating func bind(_ index: Int, _ value: UInt32) {
    switch kind(index) {
    case .identifier: bindName(index, value)
    case .typedPattern: bindTyped(index)
    case .casePattern: bindCase(index, value)
    case .capturePattern: bindCapture(index, value)
    case .tuplePattern: bindTuple(parts(index), value, at: index)
    case .alternativePattern: for part in parts(index) { bind(part, Outline.none) }
    case .infixPattern: bindInfix(index, value)
    case .stableIdentifier: _ = readPath(index, .read)
    case .parenthesized: for part in parts(index) { bind(part, value) }
    case .givenPattern: for part in parts(index) where isType(part) { readType(part, .type) }
    case .wildcard, .integer, .float, .boolean, .null, .unit, .character: break
    case .interpolatedExpression: for part in children(index) { bindInterpolated(part) }
    case .namedPattern: if let last = parts(index).last { bind(last, Outline.none) }
    case .string: break
    default: for part in parts(index) { bind(part, Outline.none) }
    }
  }

  /// A name that begins small is a variable; `Done` and `` `done` `` are values that there are.
  private mutating func bindName(_ index: Int, _ value: UInt32) {
    let first = draft.tree.text(of: index).first ?? 0
    let isValue = first == 0x60 || first >= 0x41 && first <= 0x5a
    if isValue {
      _ = addName(name(index), .read, at: index)
    } else {
      draft.addLocal(name(index), value)
    }
  }

  private mutating func bindTyped(_ index: Int) {
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    guard let pattern = child(index, fields.pattern) else { return }
    let value = self.value(ofType: type, at: index)
    if kind(pattern) == .identifier {
      draft.addLocal(name(pattern), value)
    } else {
      bind(pattern, value)
    }
  }

  private mutating func bindCapture(_ index: Int, _ value: UInt32) {
    guard let nameNode = child(index, fields.name) else { return }
    var known = value
    if let pattern = child(index, fields.pattern) {
      if let type = bind(pattern, value, isNamed: true) { known = type }
    }
    draft.addLocal(name(nameNode), known)
  }

  /// The same, and what the pattern says of the whole value.
  private mutating func bind(_ index: Int, _ value: UInt32, isNamed: Bool) -> UInt32? {
    switch kind(index) {
    case .typedPattern:
      let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
      return self.value(ofType: type, at: index)
    case .casePattern: return bindCase(index, value)
    default:
      bind(index, value)
      return nil
    }
  }

  /// `Order(id, _)`, `Some(order)`.
  @discardableResult
  private mutating func bindCase(_ index: Int, _ value: UInt32) -> UInt32? {
    guard let typeNode = child(index, fields.type) else { return nil }
    let patterns = children(index, fields.pattern)
    let name = simpleName(typeNode)
    if ScalaNames.holders.contains(name) {
      var held = Outline.none
      if patterns.count == 1, value != Outline.none {
        held = draft.add(.element, .silent, base: value, at: index)
      }
      for pattern in patterns { bind(pattern, held) }
      return nil
    }
    let type = readPath(typeNode, .read)
    for (number, pattern) in patterns.enumerated() {
      var part = Outline.none
      if type != Outline.none {
        part = draft.add(
          .member, .silent, name: draft.name("_\(number + 1)"), base: type, at: pattern)
      }
      bind(pattern, part)
    }
    return type == Outline.none ? nil : draft.add(.value, .silent, base: type, at: index)
  }

  mutating func bindTuple(_ patterns: [Int], _ value: UInt32, at index: Int) {
    for (number, pattern) in patterns.enumerated() {
      bind(pattern, part(number, of: value, at: pattern))
    }
  }

  func isNothing(_ term: UInt32) -> Bool { term == Outline.none }

  mutating func part(_ number: Int, of value: UInt32, at index: Int) -> UInt32 {
    isNothing(value)
      ? value : draft.add(.part, .silent, name: draft.name(String(number)), base: value, at: index)
  }

  /// `head :: tail`, `a -> b`.
  private mutating func bindInfix(_ index: Int, _ value: UInt32) {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return
    }
    let sign = child(index, fields.operator_)
    let isList = sign.map { draft.isText($0, "::") || draft.isText($0, "+:") } ?? false
    if isList, !isNothing(value) {
      bind(left, draft.add(.element, .silent, base: value, at: left))
      bind(right, value)
    } else {
      if let sign, kind(sign) == .identifier { _ = addName(name(sign), .read, at: sign) }
      let isPair = sign.map { draft.isText($0, "->") || draft.isText($0, "~") } ?? false
      bind(left, isPair ? part(0, of: value, at: left) : Outline.none)
      bind(right, isPair ? part(1, of: value, at: right) : Outline.none)
    }
  }

  private mutating func bindInterpolated(_ index: Int) {
    if kind(index) == .interpolation {
      for part in parts(index) {
        if kind(part) == .identifier {
          draft.addLocal(name(part), Outline.none)
        } else {
          for inner in parts(part) { bind(inner, Outline.none) }
        }
      }
    } else {
      for part in children(index) where kind(part) != .identifier { bindInterpolated(part) }
    }
  }

  // MARK: Cases

  /// The cases of a `match` on `value`, or of a function that is written as cases; the value of the
  /// first that gives one.
  mutating func visitCases(_ index: Int, _ value: UInt32) -> UInt32 {
    var result = Outline.none
    for part in children(index) where kind(part) == .caseClause {
      let mark = draft.localMark
      let depth = receivers.count
      if let pattern = child(part, fields.pattern) { bind(pattern, value) }
      if let guardNode = first(part, .guardNode) { visitChildren(guardNode) }
      var term = Outline.none
      for body in children(part, fields.body) { term = visit(body) }
      if result == Outline.none { result = term }
      receivers.removeSubrange(depth...)
      draft.forgetLocals(since: mark)
    }
    return result
  }
}
