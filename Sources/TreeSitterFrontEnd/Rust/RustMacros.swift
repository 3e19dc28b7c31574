internal import Facts
internal import TreeSitterBinding

/// Uses of macros.
extension RustWalk {
  @discardableResult
  mutating func visitMacro(_ index: Int) -> UInt32 {
    guard let named = child(index, fields.macro), let tree = first(index, .tokenTree) else {
      return Outline.none
    }
    var path: [Int] = []
    var next: Int? = named
    while let part = next {
      if let name = child(part, fields.name) {
        path.insert(name, at: 0)
        next = child(part, fields.path)
      } else {
        path.insert(part, at: 0)
        next = nil
      }
    }
    return readMacro(path, tree)
  }

  mutating func readMacro(_ path: [Int], _ tree: Int) -> UInt32 {
    guard let last = path.last else { return Outline.none }
    let name = draft.text(of: last)
    nameMacro(path, name)
    if RustNames.opaqueMacros.contains(name) { return Outline.none }
    let terms = readTokens(tree)
    switch name {
    case "vec":
      guard let first = terms.first, first != Outline.none else { return Outline.none }
      return draft.add(.sequence, .silentType, base: first, at: last)
    case "format": return value(of: draft.builtIn(draft.name("String")), at: last)
    case "dbg", "try", "ready", "pin": return terms.first ?? Outline.none
    default: return Outline.none
    }
  }

  /// The use of the macro itself; those of the library are known.
  private mutating func nameMacro(_ path: [Int], _ name: String) {
    guard let last = path.last, path.count > 1 || !RustNames.libraryMacros.contains(name) else {
      return
    }
    let marked = draft.name(name + "!")
    guard path.count > 1 else {
      _ = draft.add(.name, .call, name: marked, at: last)
      return
    }
    var base = Outline.none
    for (number, part) in path.dropLast().enumerated() {
      base =
        number == 0
        ? readPrefix(part, isSilent: true)
        : draft.add(.member, .silentType, name: draft.name(of: part), base: base, at: part)
    }
    if kind(path[0]) == .identifier {
      nameCrate(path.map { draft.text(of: $0) }.joined(separator: "::"), at: path[0])
    }
    _ = draft.add(.member, .call, name: marked, base: base, at: last)
  }

  // MARK: Items by macros

  mutating func readItemMacro(_ index: Int) {
    guard let named = child(index, fields.macro), let tree = first(index, .tokenTree) else {
      return
    }
    switch lastName(named) {
    case "table": readTables(tree)
    case "lazy_static", "thread_local": readStatics(tree, isLocal: lastName(named).hasPrefix("t"))
    default:
      declareTokens(tree)
      draft.open(.function)
      visitMacro(index)
      draft.close()
    }
  }

  /// Items that a macro is given to make: their names at least.
  private mutating func declareTokens(_ tree: Int) {
    var tokens = tokens(of: tree)
    while let index = tokens.current {
      defer { tokens.next += 1 }
      guard kind(index) == nil, let name = tokens.peek(), kind(name) == .identifier else {
        continue
      }
      switch draft.text(of: index) {
      case "struct", "enum", "union", "trait": declareToken(name, .type, .type)
      case "type": declareToken(name, .alias, .alias)
      case "fn": declareToken(name, .function, .function)
      case "const", "static": declareToken(name, .constant, .variable)
      default: break
      }
    }
  }

  private mutating func declareToken(
    _ name: Int, _ kind: SymbolKind, _ form: Outline.Binding.Kind
  ) {
    let symbol = declare(draft.text(of: name), kind, at: name)
    var declared = binding(draft.name(of: name), form, symbol)
    declared.marks = [.isStatic, .isExtended]
    let owner = draft.add(declared)
    guard form == .type else { return }
    // What the macro adds to it is not known.
    draft.open(.type, owner: owner, symbol: symbol)
    draft.close()
  }

  /// `static ref CACHE: Mutex<Rows> = …;`.
  private mutating func readStatics(_ tree: Int, isLocal: Bool) {
    var tokens = tokens(of: tree)
    while let index = tokens.current {
      tokens.next += 1
      guard draft.isText(index, "static") else { continue }
      var isMutable = false
      while let word = tokens.current, draft.isText(word, "ref") || draft.isText(word, "mut") {
        isMutable = isMutable || draft.isText(word, "mut")
        tokens.next += 1
      }
      guard let name = tokens.current, kind(name) == .identifier else { continue }
      readStatic(name, isMutable, isLocal, &tokens)
    }
  }

  private mutating func readStatic(
    _ name: Int, _ isMutable: Bool, _ isLocal: Bool, _ tokens: inout RustTokens
  ) {
    let end = tokens.nodes[tokens.next...].first { draft.isText($0, "=") } ?? name
    let text = String(
      decoding: draft.tree.source[
        Int(draft.node(name).stop)..<max(Int(draft.node(name).stop), Int(draft.node(end).start))],
      as: UTF8.self)
    let isState = isMutable || RustNames.isMutable(typeText: text)
    var traits: Declaration.Traits = isState ? .mutableState : []
    if isLocal { traits.insert(.threadLocal) }
    let symbol = declare(draft.text(of: name), .variable, at: name, traits: traits)
    var declared = binding(draft.name(of: name), .variable, symbol)
    declared.marks.insert(.isStatic)
    if isState { declared.marks.insert(.isMutable) }
    tokens.next += 1
    declared.type = signature { $0.readTokenType(&tokens) }
    draft.add(declared)
    readStaticValue(of: symbol, &tokens)
  }

  private mutating func readStaticValue(of symbol: UInt32, _ tokens: inout RustTokens) {
    var rest: [Int] = []
    while let index = tokens.current, !draft.isText(index, "static") {
      rest.append(index)
      tokens.next += 1
    }
    draft.open(.function, symbol: symbol)
    var inner = RustTokens(nodes: rest)
    readTokens(&inner)
    draft.close()
  }

  /// What macros that are defined here make of names in other places.
  mutating func readExpansion(_ index: Int) {
    guard let tree = child(index, fields.right) else { return }
    // `$crate::store::open` begins with `crate` behind a mark.
    var next = tree
    let end = Int(draft.node(tree).end)
    while next < end {
      if kind(next) == .crateWord || isCrateVariable(next) { readCratePath(next, end) }
      next += 1
    }
  }

  private func isCrateVariable(_ index: Int) -> Bool {
    kind(index) == .metavariable && draft.isText(index, "$crate")
  }

  private mutating func readCratePath(_ index: Int, _ end: Int) {
    var base = draft.add(.name, .silentType, name: draft.name("crate"), at: index)
    var next = index + 1
    while next + 1 < end, draft.isText(next, "::"), kind(next + 1) == .identifier {
      let name = next + 1
      let isLast = !(name + 2 < end && draft.isText(name + 1, "::"))
      let isMacro = name + 1 < end && draft.isText(name + 1, "!")
      let use: Term.Use = isMacro ? .call : isCapital(name) ? .type : isLast ? .read : .silentType
      let text = draft.name(isMacro ? draft.text(of: name) + "!" : draft.text(of: name))
      base = draft.add(.member, use, name: text, base: base, at: name)
      next = name + 1
    }
  }
}
