internal import Facts
internal import TreeSitterBinding

/// Texts, what is put into them, and the tables that they name.
extension KotlinWalk {
  func isString(_ index: Int) -> Bool {
    kind(index) == .string || kind(index) == .multilineString
  }

  mutating func visitString(_ index: Int) -> UInt32 {
    addSQL(literal(index), at: index)
    let type = visitParts(ofString: index)
    return spelledText(index).map { draft.addText($0, of: type, at: index) } ?? type
  }

  /// The characters of a text that nothing is put into; nil for any other.
  func spelledText(_ index: Int) -> String? {
    guard isString(index) else { return nil }
    var isName = false
    for part in children(index) {
      if kind(part) == .interpolation || isName && leadingName(part) != nil { return nil }
      isName = draft.isText(part, "$")
    }
    return literal(index)
  }

  /// Reads what is put into a text.
  mutating func visitParts(ofString index: Int) -> UInt32 {
    var isName = false
    for part in children(index) {
      switch kind(part) {
      case .interpolation:
        for inner in parts(part) { visit(inner) }
        isName = false
      case .stringContent:
        // In plain texts the grammar leaves `$name` to us.
        if isName, let name = leadingName(part) { _ = addName(draft.name(name), .read, at: part) }
        isName = draft.isText(part, "$")
      default: isName = false
      }
    }
    return literalType("String")
  }

  private func leadingName(_ index: Int) -> String? {
    let bytes = draft.tree.text(of: index)
    let name = bytes.prefix { byte in
      byte == 0x5f || byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
        || (0x61...0x7a).contains(byte)
    }
    guard let first = name.first, !(0x30...0x39).contains(first) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// The characters of a text: escapes undone, with a parameter's mark for what is put into it.
  func literal(_ index: Int) -> String {
    var text = ""
    var isName = false
    for part in children(index) {
      switch kind(part) {
      case .stringContent where draft.isText(part, "$"):
        isName = true
        continue
      case .stringContent:
        let content = draft.text(of: part)
        if isName, let name = leadingName(part) {
          text += " ? " + content.dropFirst(name.count)
        } else {
          text += (isName ? "$" : "") + content
        }
      case .interpolation: text += " ? "
      case .escape:
        let escapes: [String: String] = ["\\n": "\n", "\\t": "\t", "\\r": "\r"]
        let escape = draft.text(of: part)
        text += escapes[escape] ?? String(escape.dropFirst())
      default: break
      }
      isName = false
    }
    return text
  }

  mutating func addSQL(_ text: String, at index: Int) {
    guard !isInObjectQuery else { return }
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
