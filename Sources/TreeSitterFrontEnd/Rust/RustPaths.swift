internal import Facts
internal import TreeSitterBinding

/// Paths: `crate::store::Row::new`.
extension RustWalk {
  /// What stands before `::`: a module, a crate, or a type, which is used as one.
  mutating func readPrefix(_ index: Int, isSilent: Bool = false) -> UInt32 {
    switch kind(index) {
    case .identifier, .typeIdentifier, .selfWord, .superWord, .crateWord, .metavariable:
      return readPrefixName(index, isSilent)
    case .scopedIdentifier, .scopedType:
      guard let name = child(index, fields.name) else { return Outline.none }
      guard let path = child(index, fields.path) else {
        return draft.add(
          .name, .silentType, name: draft.name("::" + draft.text(of: name)), at: name)
      }
      let base = readPrefix(path, isSilent: isSilent)
      return draft.add(
        .member, prefixUse(name, isSilent), name: draft.name(of: name), base: base, at: name)
    case .primitiveType: return draft.builtIn(draft.name(of: index))
    default: return readType(index, isSilent ? .silentType : .type)
    }
  }

  private mutating func readPrefixName(_ index: Int, _ isSilent: Bool) -> UInt32 {
    if draft.isText(index, "Self") { return selfType }
    let name = draft.name(of: index)
    if RustNames.primitives.contains(draft.text(ofName: name)) { return draft.builtIn(name) }
    return draft.add(.name, prefixUse(index, isSilent), name: name, at: index)
  }

  /// Modules and crates are no uses by themselves; they are told by their case.
  private func prefixUse(_ index: Int, _ isSilent: Bool) -> Term.Use {
    isSilent || !isCapital(index) ? .silentType : .type
  }

  func isCapital(_ index: Int) -> Bool {
    guard let first = draft.tree.text(of: index).first else { return false }
    return first >= 0x41 && first <= 0x5a
  }

  /// A path as a value, or as what is called.
  mutating func visitPath(
    _ index: Int, _ use: Term.Use, operands: [UInt32] = []
  ) -> UInt32 {
    switch kind(index) {
    case .selfWord:
      return draft.local(called: "self") ?? Outline.none
    case .identifier, .typeIdentifier: return visitName(index, use, operands)
    case .scopedIdentifier, .scopedType:
      guard let name = child(index, fields.name) else { return Outline.none }
      namePath(index)
      let path = child(index, fields.path)
      let base = path.map { readPrefix($0) } ?? Outline.none
      if path != nil {
        return draft.add(
          .member, use, name: draft.name(of: name), base: base, at: name, operands: operands)
      }
      return draft.add(
        .name, use, name: draft.name("::" + draft.text(of: name)), at: name, operands: operands)
    case .genericFunction:
      guard let function = child(index, fields.function) else { return Outline.none }
      let term = visitPath(function, use, operands: operands)
      let types = child(index, fields.typeArguments).map { readTypeArguments($0) } ?? []
      return typed(term, lastName(function), types, at: index)
    case .genericType, .genericTurbofish, .bracketedType: return readType(index, .type)
    default: return visit(index, use)
    }
  }

  private mutating func visitName(
    _ index: Int, _ use: Term.Use, _ operands: [UInt32]
  ) -> UInt32 {
    let name = draft.name(of: index)
    if let local = draft.local(name) { return local }
    if draft.isText(index, "Self") {
      guard selfType != Outline.none else { return selfType }
      return draft.add(
        .construct, use == .call ? .call : .read, base: selfType, at: index, operands: operands)
    }
    if draft.isText(index, "None") { return Outline.none }
    let term = draft.add(.name, use, name: name, at: index, operands: operands)
    // A structure without fields is its only value.
    return use == .read && isCapital(index) ? value(of: term, at: index) : term
  }

  /// The result of a call whose type arguments are known.
  mutating func typed(_ term: UInt32, _ name: String, _ types: [UInt32], at index: Int) -> UInt32 {
    guard term != Outline.none, !types.isEmpty else { return term }
    return draft.add(
      .typed, .silent, name: draft.name(name), base: term, at: index, operands: types)
  }

  /// Another crate may stand before the path, and be left by a name that it only passes on.
  mutating func namePath(_ index: Int) {
    var head = index
    while let path = child(head, fields.path) { head = path }
    guard kind(head) == .identifier, !isCapital(head) else { return }
    nameCrate(String(pathText(index).prefix { $0 != "<" }), at: index)
  }
}
