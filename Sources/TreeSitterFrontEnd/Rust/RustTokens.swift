internal import Facts
internal import TreeSitterBinding

/// What stands in the brackets of a macro: the grammar gives words and marks alone, so that paths,
/// members and calls are put together here. What is none of these is passed over.
struct RustTokens {
  let nodes: [Int]
  var next = 0
  /// Whether the first bracket of `>>` was passed.
  var isHalfClosed = false

  var current: Int? { next < nodes.count ? nodes[next] : nil }
  func peek(_ count: Int = 1) -> Int? {
    next + count < nodes.count && next + count >= 0 ? nodes[next + count] : nil
  }
}

extension RustWalk {
  func tokens(of tree: Int) -> RustTokens {
    RustTokens(nodes: children(tree).filter { !(kind($0)?.isComment ?? false) })
  }

  /// The expressions of a token tree, as far as they can be told.
  @discardableResult
  mutating func readTokens(_ tree: Int) -> [UInt32] {
    var tokens = tokens(of: tree)
    return readTokens(&tokens)
  }

  @discardableResult
  mutating func readTokens(_ tokens: inout RustTokens) -> [UInt32] {
    let mark = draft.localMark
    var terms: [UInt32] = []
    while let index = tokens.current {
      let start = tokens.next
      if terms.isEmpty || isSeparated(index, tokens) { terms.append(Outline.none) }
      let term = readToken(index, &tokens) ?? Outline.none
      if terms[terms.count - 1] == Outline.none { terms[terms.count - 1] = term }
      if tokens.next == start { tokens.next += 1 }
    }
    draft.forgetLocals(since: mark)
    return terms
  }

  /// Whether a comma stands before a word.
  private func isSeparated(_ index: Int, _ tokens: RustTokens) -> Bool {
    guard let last = tokens.peek(-1) else { return false }
    let gap = draft.tree.source[Int(draft.node(last).stop)..<Int(draft.node(index).start)]
    return gap.contains(UInt8(ascii: ",")) || gap.contains(UInt8(ascii: ";"))
  }

  /// Nil where no expression begins.
  private mutating func readToken(_ index: Int, _ tokens: inout RustTokens) -> UInt32? {
    switch kind(index) {
    case .identifier, .selfWord, .superWord, .crateWord, .primitiveType:
      if isLabel(index, tokens) { return nil }
      return readChain(&tokens)
    case .string, .rawString:
      readFormat(index)
      return visit(index)
    case .tokenTree:
      tokens.next += 1
      let inner = readTokens(index)
      return readPostfix(inner.count == 1 ? inner[0] : Outline.none, after: index, &tokens)
    case nil where draft.isText(index, "let"):
      bindTokens(&tokens, until: "=")
      return nil
    case nil where draft.isText(index, "|") && beginsClosure(index, tokens):
      bindTokens(&tokens, until: "|")
      return nil
    default: return nil
    }
  }

  /// Whether a bar stands where an expression begins.
  private func beginsClosure(_ index: Int, _ tokens: RustTokens) -> Bool {
    guard let last = tokens.peek(-1) else { return true }
    return kind(last) == nil || isSeparated(index, tokens)
  }

  /// `name = value` of a message, `name: value` of a structure.
  private func isLabel(_ index: Int, _ tokens: RustTokens) -> Bool {
    guard let behind = tokens.peek(), kind(behind) == nil else { return false }
    return draft.isText(behind, "=") || draft.isText(behind, ":")
  }

  /// Names that are bound by what the grammar does not show.
  private mutating func bindTokens(_ tokens: inout RustTokens, until end: StaticString) {
    tokens.next += 1
    while let index = tokens.current, !draft.isText(index, end) {
      if kind(index) == .identifier, !isCapital(index) {
        draft.addLocal(draft.name(of: index), Outline.none)
      }
      tokens.next += 1
    }
    tokens.next += 1
  }

  // MARK: Chains

  /// A path and what follows it: calls, members, indexes.
  private mutating func readChain(_ tokens: inout RustTokens) -> UInt32 {
    let path = readSegments(&tokens)
    guard let last = path.last else { return Outline.none }
    var term = Outline.none
    if let mark = tokens.current, draft.isText(mark, "!"), let tree = tokens.peek(),
      kind(tree) == .tokenTree
    {
      tokens.next += 2
      term = readMacro(path, tree)
    } else if let tree = tokens.current, isOpened(tree, by: "(", behind: last) {
      tokens.next += 1
      term = segmentTerm(path, .call, readTokens(tree))
      return readPostfix(term, after: tree, &tokens)
    } else {
      term = segmentTerm(path, .read, [])
    }
    return readPostfix(term, after: tokens.peek(-1) ?? last, &tokens)
  }

  /// The names of a path; what stands in angle brackets is read as types.
  private mutating func readSegments(_ tokens: inout RustTokens) -> [Int] {
    var path: [Int] = []
    while let index = tokens.current {
      path.append(index)
      tokens.next += 1
      guard let mark = tokens.current, draft.isText(mark, "::") else { break }
      tokens.next += 1
      if let open = tokens.current, draft.isText(open, "<") {
        readTokenTypes(&tokens)
        guard let mark = tokens.current, draft.isText(mark, "::") else { break }
        tokens.next += 1
      }
      guard let name = tokens.current, isName(name) else { break }
    }
    return path
  }

  private func isName(_ index: Int) -> Bool {
    switch kind(index) {
    case .identifier, .selfWord, .superWord, .crateWord, .primitiveType: true
    default: false
    }
  }

  /// Whether a token tree follows directly, in this bracket.
  private func isOpened(_ tree: Int, by bracket: Character, behind index: Int) -> Bool {
    guard kind(tree) == .tokenTree, draft.node(tree).start == draft.node(index).stop else {
      return false
    }
    return draft.tree.source[Int(draft.node(tree).start)] == bracket.asciiValue
  }

  /// The term of a path; a small name alone that is no local says nothing.
  func isSilentName(_ path: [Int], _ use: Term.Use) -> Bool {
    path.count == 1 && use != .call && kind(path[0]) == .identifier && !isCapital(path[0])
  }

  mutating func segmentTerm(
    _ path: [Int], _ use: Term.Use, _ operands: [UInt32]
  ) -> UInt32 {
    guard let last = path.last else { return Outline.none }
    if path.count == 1 {
      let name = draft.name(of: last)
      if let local = draft.local(name) {
        return use == .call && local != Outline.none
          ? draft.add(.invoke, .silent, base: local, at: last) : local
      }
      let text = draft.text(ofName: name)
      if RustNames.carriers.contains(text), use == .call {
        return operands.first.map { apply("Option", [$0], at: last) } ?? Outline.none
      }
      if isSilentName(path, use) || text == "Err" || kind(last) == .selfWord {
        return Outline.none
      }
      return visitPath(last, use, operands: operands)
    }
    var base = Outline.none
    for (number, part) in path.dropLast().enumerated() {
      base =
        number == 0
        ? readPrefix(part)
        : draft.add(
          .member, isCapital(part) ? .type : .silentType, name: draft.name(of: part), base: base,
          at: part)
    }
    if kind(path[0]) == .identifier, !isCapital(path[0]) {
      nameCrate(path.map { draft.text(of: $0) }.joined(separator: "::"), at: path[0])
    }
    return draft.add(
      .member, use, name: draft.name(of: last), base: base, at: last, operands: operands)
  }

  // MARK: Behind a value

  private mutating func readPostfix(
    _ term: UInt32, after index: Int, _ tokens: inout RustTokens
  ) -> UInt32 {
    var term = term
    var last = index
    while let next = tokens.current {
      if draft.isText(next, "?") {
        term = part("?", of: term, at: next)
      } else if isDotted(next, behind: last) {
        term = readMember(next, of: term, &tokens)
        last = tokens.peek(-1) ?? next
        continue
      } else if isOpened(next, by: "[", behind: last) {
        readTokens(next)
        if term != Outline.none { term = draft.add(.element, .silent, base: term, at: next) }
      } else {
        break
      }
      last = next
      tokens.next += 1
    }
    return term
  }

  /// Whether nothing but a dot stands between two words.
  private func isDotted(_ index: Int, behind last: Int) -> Bool {
    let gap = draft.tree.source[Int(draft.node(last).stop)..<Int(draft.node(index).start)]
    return gap.filter { $0 > 0x20 }.elementsEqual([UInt8(ascii: ".")])
  }

  private mutating func readMember(
    _ name: Int, of base: UInt32, _ tokens: inout RustTokens
  ) -> UInt32 {
    tokens.next += 1
    if draft.isText(name, "await") { return part("await", of: base, at: name) }
    guard kind(name) == .identifier || kind(name) == .integer else { return Outline.none }
    if let mark = tokens.current, draft.isText(mark, "::"), let open = tokens.peek(),
      draft.isText(open, "<")
    {
      tokens.next += 1
      readTokenTypes(&tokens)
    }
    guard let tree = tokens.current, kind(tree) == .tokenTree,
      draft.tree.source[Int(draft.node(tree).start)] == UInt8(ascii: "("),
      draft.node(tree).line == draft.node(name).endLine
    else {
      guard base != Outline.none else { return base }
      return draft.add(.member, .read, name: draft.name(of: name), base: base, at: name)
    }
    tokens.next += 1
    let operands = readTokens(tree)
    return draft.add(
      .member, .call, name: draft.name(of: name), base: base, at: name, operands: operands)
  }

  // MARK: Types

  /// Types in angle brackets, from the bracket that opens to behind the one that closes.
  @discardableResult
  mutating func readTokenTypes(_ tokens: inout RustTokens) -> [UInt32] {
    tokens.next += 1
    var types: [UInt32] = []
    while let index = tokens.current {
      if closes(index, &tokens) { return types }
      if isName(index) {
        types.append(readTokenType(&tokens))
      } else {
        tokens.next += 1
      }
    }
    return types
  }

  /// Passes one bracket that closes; `>>` is two of them.
  private func closes(_ index: Int, _ tokens: inout RustTokens) -> Bool {
    guard kind(index) == nil else { return false }
    if draft.isText(index, ">>"), !tokens.isHalfClosed {
      tokens.isHalfClosed = true
      return true
    }
    guard draft.isText(index, ">") || draft.isText(index, ">>") else { return false }
    tokens.isHalfClosed = false
    tokens.next += 1
    return true
  }

  mutating func typeTerm(_ path: [Int]) -> UInt32 {
    guard let last = path.last, path.count > 1 || isCapital(last) else { return Outline.none }
    var base = Outline.none
    for (number, part) in path.enumerated() {
      if number == 0 {
        base = readPrefix(part)
      } else {
        base = draft.add(
          .member, isCapital(part) ? .type : .silentType, name: draft.name(of: part), base: base,
          at: part)
      }
    }
    return base
  }

  /// A type with its arguments: `Mutex<Vec<Row>>`.
  mutating func readTokenType(_ tokens: inout RustTokens) -> UInt32 {
    while let index = tokens.current, !isName(index) {
      if draft.isText(index, "=") { return Outline.none }
      tokens.next += 1
    }
    guard tokens.current != nil else { return Outline.none }
    let base = typeTerm(readSegments(&tokens))
    guard let open = tokens.current, draft.isText(open, "<") else { return base }
    let operands = readTokenTypes(&tokens)
    guard base != Outline.none, !operands.isEmpty else { return base }
    return draft.add(.apply, .silentType, base: base, at: open, operands: operands)
  }
}
