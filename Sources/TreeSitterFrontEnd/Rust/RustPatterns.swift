internal import Facts
internal import TreeSitterBinding

/// Patterns: names for parts of a value.
extension RustWalk {
  /// Declares the names of a pattern for the parts of `value`.
  mutating func bind(_ index: Int, _ value: UInt32) {
    switch kind(index) {
    case .identifier: bindName(index, value)
    case .shorthandField: draft.addLocal(draft.name(of: index), value)
    case .scopedIdentifier, .scopedType: _ = visitPath(index, .read)
    case .tuplePattern: bindTuple(index, value)
    case .slicePattern:
      let element =
        value == Outline.none ? value : draft.add(.element, .silent, base: value, at: index)
      for part in parts(index) { bind(part, element) }
    case .tupleStructPattern: bindTupleStruct(index, value)
    case .structPattern: bindStruct(index, value)
    case .mutPattern, .refPattern, .referencePattern, .capturedPattern, .orPattern, .matchPattern:
      for part in parts(index) where kind(part) != .mutable { bind(part, value) }
    case .macroInvocation: _ = visitMacro(index)
    case nil:
      for part in children(index) { bind(part, value) }
    default:
      for part in parts(index) { bind(part, Outline.none) }
    }
  }

  /// A name in capitals is that of a constant or variant.
  private mutating func bindName(_ index: Int, _ value: UInt32) {
    if isCapital(index) {
      _ = visitPath(index, .read)
    } else {
      draft.addLocal(draft.name(of: index), value)
    }
  }

  private mutating func bindTuple(_ index: Int, _ value: UInt32) {
    var number = 0
    for part in children(index) {
      if let kind = kind(part), kind.isComment { continue }
      if kind(part) == .remainingField { return bindRest(behind: part, of: index) }
      bind(part, self.part(String(number), of: value, at: part))
      number += 1
    }
  }

  private mutating func bindRest(behind part: Int, of index: Int) {
    for other in parts(index) where other > part { bind(other, Outline.none) }
  }

  private mutating func bindTupleStruct(_ index: Int, _ value: UInt32) {
    guard let typeNode = child(index, fields.type) else { return }
    let inner = children(index).filter { $0 != typeNode && !(kind($0)?.isComment ?? false) }
    let name = draft.text(of: typeNode)
    if RustNames.carriers.contains(name) {
      let held = part("?", of: value, at: index)
      for part in inner { bind(part, held) }
      return
    }
    if name == "Err" {
      let failure = part("Err", of: value, at: index)
      for part in inner { bind(part, failure) }
      return
    }
    _ = visitPath(typeNode, .read)
    let type = readPrefix(typeNode, isSilent: true)
    let whole = self.value(of: type, at: typeNode)
    for (number, part) in inner.enumerated() {
      if kind(part) == .remainingField { return bindRest(behind: part, of: index) }
      bind(part, held(self.part(String(number), of: whole, at: part), by: value, at: part))
    }
  }

  /// What a variant holds, where the value that is matched says what its type parameters are.
  private mutating func held(_ part: UInt32, by value: UInt32, at index: Int) -> UInt32 {
    guard part != Outline.none, value != Outline.none else { return part }
    return draft.add(.value, .silent, base: part, at: index, operands: [value])
  }

  private mutating func bindStruct(_ index: Int, _ value: UInt32) {
    guard let typeNode = child(index, fields.type) else { return }
    if isVariant(typeNode) {
      _ = visitPath(typeNode, .read)
    } else {
      _ = readType(typeNode, .type)
    }
    let type = readPrefix(typeNode, isSilent: true)
    let whole = self.value(of: type, at: typeNode)
    for part in parts(index) where kind(part) == .fieldPattern {
      guard let name = child(part, fields.name) else { continue }
      let field =
        whole == Outline.none
        ? whole
        : held(
          draft.add(.member, .read, name: draft.name(of: name), base: whole, at: name), by: value,
          at: name)
      if let pattern = child(part, fields.pattern) {
        bind(pattern, field)
      } else {
        draft.addLocal(draft.name(of: name), field)
      }
    }
  }

  /// `Shape::Circle { … }`: what stands before the last name is a type.
  func isVariant(_ index: Int) -> Bool {
    guard let path = child(index, fields.path) else { return false }
    let last = child(path, fields.name) ?? path
    return isCapital(last)
  }
}
