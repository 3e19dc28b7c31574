internal import Facts
internal import TreeSitterBinding

/// Texts, what is put into them, and the tables that they name.
extension ScalaWalk {
  func isString(_ index: Int) -> Bool {
    kind(index) == .string || kind(index) == .interpolatedExpression
  }

  mutating func visitString(_ index: Int) -> UInt32 {
    let text = literal(index)
    addSQL(text, at: index)
    return draft.addText(text, of: literalType("String"), at: index)
  }

  /// `s"… $name …"`, `sql"…"`: the function in front is called as well, if the project has it.
  mutating func visitInterpolated(_ index: Int) -> UInt32 {
    addSQL(literal(index), at: index)
    let type = visitParts(ofString: index)
    guard let nameNode = child(index, fields.interpolator) else { return type }
    if ScalaNames.interpolators.contains(nameText(nameNode)) { return type }
    return draft.add(
      .member, .read, name: name(nameNode), base: literalType("StringContext"), at: nameNode)
  }

  /// The characters of a text that nothing is put into; nil for any other.
  func spelledText(_ index: Int) -> String? { kind(index) == .string ? literal(index) : nil }

  /// Reads what is put into a text.
  mutating func visitParts(ofString index: Int) -> UInt32 {
    if let inner = first(index, .interpolatedString) {
      for part in children(inner) where kind(part) == .interpolation {
        for value in parts(part) { visit(value) }
      }
    }
    return literalType("String")
  }

  /// The characters of a text: escapes undone, with a parameter's mark for what is put into it.
  func literal(_ index: Int) -> String {
    let inner = first(index, .interpolatedString) ?? index
    let node = draft.node(inner)
    let source = draft.tree.source
    var bytes: [UInt8] = []
    var position = Int(node.start)
    for part in children(inner) where kind(part) == .interpolation {
      bytes += source[position..<max(position, Int(draft.node(part).start))]
      bytes += Array(" ? ".utf8)
      position = max(position, Int(draft.node(part).stop))
    }
    bytes += source[position..<max(position, Int(node.stop))]
    return Self.unquoted(bytes)
  }

  private static func unquoted(_ bytes: [UInt8]) -> String {
    let quote = UInt8(ascii: "\"")
    let isLong = bytes.count >= 6 && bytes.starts(with: [quote, quote, quote])
    let count = isLong ? 3 : 1
    guard bytes.count >= 2 * count else { return "" }
    let inner = String(decoding: bytes.dropFirst(count).dropLast(count), as: UTF8.self)
    return isLong ? withoutMargin(inner) : unescaped(inner)
  }

  /// The lines without the mark that `stripMargin` takes away.
  private static func withoutMargin(_ text: String) -> String {
    guard text.contains("|") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let rest = line.drop { $0 == " " || $0 == "\t" }
      return rest.first == "|" ? String(rest.dropFirst()) : String(line)
    }.joined(separator: "\n")
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        let known: [Character: Character] = ["n": "\n", "t": "\t", "r": "\r"]
        result.append(known[character] ?? character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }

  mutating func addSQL(_ text: String, at index: Int) {
    addSQL(text, line: draft.line(index), symbol: draft.symbol)
  }

  mutating func addSQL(_ text: String, line: UInt32, symbol: UInt32) {
    draft.addSQL(text, line: line, symbol: symbol)
  }

  /// Texts joined by `+`, with a parameter's mark for what is not known.
  mutating func addSQL(ofConcatenation operands: [Int], at index: Int) {
    addSQL(operands.map { isString($0) ? literal($0) : " ? " }.joined(), at: index)
  }
}
