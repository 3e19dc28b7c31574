internal import Facts
internal import TreeSitterBinding

/// Texts, what is put into them, and the tables that they name.
extension SwiftWalk {
  func isString(_ index: Int) -> Bool {
    switch kind(index) {
    case .lineString, .multiLineString, .rawString: true
    default: false
    }
  }

  mutating func visitString(_ index: Int) -> UInt32 {
    addSQL(literal(index), line: draft.line(index), symbol: draft.symbol)
    visitInterpolations(index)
    let type = literalType("String")
    return spelledText(index).map { draft.addText($0, of: type, at: index) } ?? type
  }

  private mutating func visitInterpolations(_ index: Int) {
    for part in children(index) {
      switch kind(part) {
      case .interpolated:
        for inner in parts(part) where kind(inner) != .argumentLabel { visit(inner) }
      case .rawInterpolation: visitInterpolations(part)
      default: break
      }
    }
  }

  /// The characters of a text that nothing is put into; nil for any other.
  func spelledText(_ index: Int) -> String? {
    guard isString(index) else { return nil }
    let isPut = children(index).contains {
      kind($0) == .interpolated || kind($0) == .rawInterpolation
    }
    return isPut ? nil : literal(index)
  }

  /// The characters of a text: escapes undone, with a parameter's mark for what is put into it.
  func literal(_ index: Int) -> String {
    var text = ""
    for part in children(index) {
      switch kind(part) {
      case .lineText, .multiLineText: text += draft.text(of: part)
      case .rawPart, .rawEnd: text += Self.plain(raw: draft.text(of: part))
      case .interpolated, .rawInterpolation: text += " ? "
      case .escape:
        let escapes: [String: String] = ["\\n": "\n", "\\t": "\t", "\\r": "\r"]
        let escape = draft.text(of: part)
        text += escapes[escape] ?? String(escape.dropFirst())
      default: break
      }
    }
    return text
  }

  /// A part of a raw text without its quotes.
  private static func plain(raw text: String) -> String {
    var text = text[...]
    let start = text.prefix { $0 == "#" }
    if !start.isEmpty, text.dropFirst(start.count).first == "\"" {
      text = text.dropFirst(start.count + 1)
    }
    let end = text.reversed().prefix { $0 == "#" }.count
    if end > 0, text.dropLast(end).last == "\"" { text = text.dropLast(end + 1) }
    return String(text)
  }

  mutating func addSQL(_ text: String, line: UInt32, symbol: UInt32) {
    draft.addSQL(text, line: line, symbol: symbol)
  }

  /// Texts joined by `+`, with a parameter's mark for what is not known.
  mutating func addSQL(ofConcatenation operands: [Int], at index: Int) {
    guard kind(index) == .additive, operands.contains(where: isString) else { return }
    addSQL(
      operands.map { isString($0) ? literal($0) : " ? " }.joined(), line: draft.line(index),
      symbol: draft.symbol)
  }
}
