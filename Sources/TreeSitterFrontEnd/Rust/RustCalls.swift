internal import Facts
internal import TreeSitterBinding

/// Calls of functions and methods.
extension RustWalk {
  mutating func visitCall(_ index: Int) -> UInt32 {
    guard let function = child(index, fields.function) else { return visitChildren(index) }
    let list = child(index, fields.arguments)
    var types: Int?
    var called = function
    if kind(function) == .genericFunction {
      types = child(function, fields.typeArguments)
      called = child(function, fields.function) ?? function
    }
    switch kind(called) {
    case .fieldExpression: return visitMethod(called, list, types)
    case .identifier, .scopedIdentifier, .typeIdentifier, .scopedType, .superWord, .crateWord:
      return visitNamed(called, list, types)
    default:
      let base = visit(function)
      _ = visitArguments(list)
      return base == Outline.none ? base : draft.add(.invoke, .silent, base: base, at: index)
    }
  }

  private mutating func visitArguments(_ list: Int?) -> [UInt32] {
    guard let list else { return [] }
    return parts(list).filter { kind($0) != .attributeItem }.map { visit($0) }
  }

  // MARK: Functions by path

  private mutating func visitNamed(_ called: Int, _ list: Int?, _ types: Int?) -> UInt32 {
    let operands = visitArguments(list)
    let name = draft.name(of: called)
    if kind(called) == .identifier {
      if let local = draft.local(name) {
        return local == Outline.none
          ? local : draft.add(.invoke, .silent, base: local, at: called)
      }
      let text = draft.text(ofName: name)
      if RustNames.carriers.contains(text) { return wrapped(operands, at: called) }
      if text == "Err" { return Outline.none }
    }
    addLifetime(ofCall: called)
    let term = visitPath(called, .call, operands: operands)
    let written = types.map { readTypeArguments($0) } ?? []
    if !written.isEmpty { return typed(term, lastName(called), written, at: called) }
    if operands.count == 1, operands[0] != Outline.none, isMaker(called) {
      return typed(term, lastName(called), operands, at: called)
    }
    return term
  }

  private mutating func wrapped(_ operands: [UInt32], at index: Int) -> UInt32 {
    guard let first = operands.first, first != Outline.none else { return Outline.none }
    return apply("Option", [first], at: index)
  }

  /// `Arc::new(store)`, `Box::new(…)`: what it holds is what counts.
  private func isMaker(_ index: Int) -> Bool {
    guard let path = child(index, fields.path), let name = child(index, fields.name) else {
      return false
    }
    return RustNames.makers.contains(draft.text(of: name))
      && RustNames.wrappers.contains(lastName(path))
  }

  // MARK: Methods

  private mutating func visitMethod(_ called: Int, _ list: Int?, _ types: Int?) -> UInt32 {
    guard let value = child(called, fields.value), let field = child(called, fields.field) else {
      return visitArguments(list).first ?? Outline.none
    }
    let name = draft.text(of: field)
    let base = visit(value, RustNames.changing.contains(name) ? .readWrite : .read)
    let (operands, result) = visitArguments(list, of: base, name, at: field)
    let written = types.map { readTypeArguments($0) } ?? []
    let term = draft.add(
      .member, .call, name: draft.name(of: field), base: base, at: field, operands: operands)
    addLifetime(ofMethod: name, at: field)
    if !written.isEmpty, types.map({ !isOpen($0) }) ?? true {
      return typed(term, name, written, at: field)
    }
    return given(by: name, term, base, operands, result, at: field)
  }

  /// Arguments, and what the closure among them gives.
  private mutating func visitArguments(
    _ list: Int?, of base: UInt32, _ name: String, at field: Int
  ) -> (operands: [UInt32], result: UInt32) {
    guard let list else { return ([], Outline.none) }
    var operands: [UInt32] = []
    var result = Outline.none
    for part in parts(list) where kind(part) != .attributeItem {
      if kind(part) == .closure {
        let handed = base == Outline.none ? base : handed(base, name, at: field)
        result = closureResult(part, handedValues(name, handed, operands))
        operands.append(apply("func", [result], at: part))
      } else {
        operands.append(visit(part))
      }
    }
    return (operands, result)
  }

  private mutating func handed(_ base: UInt32, _ name: String, at field: Int) -> UInt32 {
    draft.add(.handed, .silent, name: draft.name(name), base: base, at: field)
  }

  private func handedValues(_ name: String, _ handed: UInt32, _ operands: [UInt32]) -> [UInt32] {
    switch name {
    case "fold", "try_fold": [operands.first ?? Outline.none, handed]
    case "map_or", "map_or_else": [handed]
    default: [handed, handed]
    }
  }

  /// What a method of the library gives that cannot be said by its name alone.
  private mutating func given(
    by name: String, _ term: UInt32, _ base: UInt32, _ operands: [UInt32], _ result: UInt32,
    at index: Int
  ) -> UInt32 {
    switch name {
    case "map", "filter_map", "flat_map", "map_while", "then":
      guard result != Outline.none else { return term }
      return typed(term, name, [apply("Option", [result], at: index)], at: index)
    case "and_then", "map_or", "map_or_else", "unwrap_or_default", "or_insert_with":
      return result == Outline.none ? term : typed(term, name, [result], at: index)
    case "enumerate":
      guard base != Outline.none else { return term }
      let element = draft.add(.element, .silent, base: base, at: index)
      return sequence(of: [Outline.none, element], term, name, at: index)
    case "zip":
      guard base != Outline.none, let other = operands.first else { return term }
      let element = draft.add(.element, .silent, base: base, at: index)
      let second =
        other == Outline.none ? other : draft.add(.element, .silent, base: other, at: index)
      return sequence(of: [element, second], term, name, at: index)
    default: return term
    }
  }

  private mutating func sequence(
    of parts: [UInt32], _ term: UInt32, _ name: String, at index: Int
  ) -> UInt32 {
    let pair = apply("()", parts, at: index)
    let all = draft.add(.sequence, .silentType, base: pair, at: index)
    return typed(term, name, [all], at: index)
  }
}
