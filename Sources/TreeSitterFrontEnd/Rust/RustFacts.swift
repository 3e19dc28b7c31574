internal import Facts
internal import TreeSitterBinding

/// Literals, tables and what decides how a process lives.
extension RustWalk {
  /// The characters of a literal: without quotes, escapes undone.
  func literal(_ index: Int) -> String {
    let bytes = draft.tree.text(of: index)
    guard let open = bytes.firstIndex(of: UInt8(ascii: "\"")),
      let close = bytes.lastIndex(of: UInt8(ascii: "\"")), open < close
    else { return "" }
    let inner = bytes[(open + 1)..<close]
    guard kind(index) == .string, inner.contains(0x5c) else {
      return String(decoding: inner, as: UTF8.self)
    }
    return Self.unescaped(inner)
  }

  /// A line that ends with a mark of escape goes on behind the white space of the next.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let plain: [UInt8: UInt8] = [0x6e: 0x0a, 0x74: 0x09, 0x72: 0x0d]
    var text: [UInt8] = []
    var isEscape = false
    var isSkipping = false
    for byte in bytes {
      if isSkipping, byte <= 0x20 { continue }
      isSkipping = false
      if isEscape {
        isEscape = false
        if byte == 0x0a { isSkipping = true } else { text.append(plain[byte] ?? byte) }
      } else if byte == 0x5c {
        isEscape = true
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text that a constant has; nil if it is not spelled out.
  func constantText(_ index: Int) -> String? {
    guard kind(index) == .string || kind(index) == .rawString else { return nil }
    let text = literal(index)
    return SpelledText.mayName(text) ? text : nil
  }

  mutating func addSQL(_ text: String, at index: Int) { draft.addSQL(text, at: index) }

  /// Constants that a text to be formatted holds by their names: `"at most {LIMIT}"`.
  mutating func readFormat(_ index: Int) {
    let text = draft.tree.text(of: index)
    guard text.contains(UInt8(ascii: "{")) else { return }
    for part in text.split(separator: UInt8(ascii: "{")).dropFirst() {
      let name = part.prefix {
        $0 == UInt8(ascii: "_") || ($0 >= 0x41 && $0 <= 0x5a) || ($0 >= 0x30 && $0 <= 0x39)
      }
      guard let first = name.first, first >= 0x41, name.count > 1, name.count < part.count else {
        continue
      }
      let end = part[part.index(part.startIndex, offsetBy: name.count)]
      guard end == UInt8(ascii: "}") || end == UInt8(ascii: ":") else { continue }
      _ = draft.add(
        .name, .read, name: draft.name(String(decoding: name, as: UTF8.self)), at: index)
    }
  }

  // MARK: Tables

  /// `table! { users (id) { id -> Integer, … } }`: a module of the table's name.
  mutating func readTables(_ tree: Int) {
    let nodes = tokens(of: tree).nodes
    for (number, index) in nodes.enumerated() where kind(index) == .tokenTree {
      guard draft.tree.source[Int(draft.node(index).start)] == UInt8(ascii: "{") else { continue }
      var next = number - 1
      while next >= 0, kind(nodes[next]) == .tokenTree { next -= 1 }
      guard next >= 0, kind(nodes[next]) == .identifier else { continue }
      addTable(nodes[next], columns: index)
    }
  }

  private mutating func addTable(_ nameNode: Int, columns: Int) {
    let name = draft.text(of: nameNode)
    let module = declare(name, .namespace, at: nameNode)
    let owner = draft.add(binding(draft.name(of: nameNode), .namespace, module))
    draft.open(.namespace, owner: owner, symbol: module)
    draft.openPrefix(draft.qualified(name))
    let symbol = declare("table", .type, at: nameNode)
    draft.facts.dataAccesses.append(
      DataAccess(
        store: .table, name: name.lowercased(), access: .define, line: draft.line(nameNode),
        symbol: symbol))
    addTableType("table", symbol)
    addColumns(columns)
    let inner = draft.add(binding(draft.name("dsl"), .namespace, Outline.none))
    draft.open(.namespace, owner: inner, symbol: module)
    addTableType(name, symbol)
    addColumns(columns)
    draft.close()
    draft.closePrefix()
    draft.close()
  }

  private mutating func addTableType(_ name: String, _ symbol: UInt32) {
    var declared = binding(draft.name(name), .type, symbol)
    declared.marks = [.isStatic, .isExtended]
    let owner = draft.add(declared)
    draft.open(.type, owner: owner, symbol: symbol)
    draft.close()
  }

  private mutating func addColumns(_ tree: Int) {
    let nodes = tokens(of: tree).nodes
    for (number, index) in nodes.enumerated() where kind(index) == .identifier {
      guard number + 1 < nodes.count, draft.isText(nodes[number + 1], "->") else { continue }
      var column = binding(draft.name(of: index), .variable, Outline.none)
      column.marks.insert(.isStatic)
      draft.add(column)
    }
  }

  /// An entity of SeaORM is found by names that the macro makes.
  mutating func readSchema(
    _ attributes: [Int], _ nameNode: Int, _ owner: UInt32, _ symbol: UInt32
  ) {
    let derived = attributes.flatMap { attributeWords($0) }
    guard derived.contains("DeriveEntityModel") else { return }
    for name in ["Entity", "ActiveModel"] {
      var alias = binding(draft.name(name), .alias, symbol)
      alias.type = signature { walk in
        walk.draft.add(
          .name, .silentType, name: walk.draft.name(of: nameNode), at: nameNode)
      }
      draft.add(alias)
    }
  }

  // MARK: Lifetime

  mutating func addEndlessLoop(_ index: Int) {
    var detail = ""
    var next = index + 1
    while next < Int(draft.node(index).end) {
      switch kind(next) {
      case .closure, .function, .asyncBlock:
        // What a function inside gives back does not end the loop.
        next = Int(draft.node(next).end)
        continue
      case .breakExpression, .returnExpression, .tryExpression: detail = "exit"
      default: break
      }
      next += 1
    }
    add(.endlessLoop, index, detail)
  }

  /// Calls of libraries that say how long the process must live, by the last names of their path.
  mutating func addLifetime(ofCall index: Int) {
    guard let path = child(index, fields.path), let name = child(index, fields.name) else { return }
    let called = lastName(path) + "::" + draft.text(of: name)
    guard let fact = RustNames.lifetimeCalls[called] else { return }
    add(fact, name, called)
  }

  mutating func addLifetime(ofMethod name: String, at index: Int) {
    if name == "accept" { add(.connectionAccepted, index, name) }
  }
}
