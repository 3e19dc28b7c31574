/// Decides whether text of a program's literal calls a routine of the database.
///
/// `CALL a(…)`, `EXEC a @b` and `SELECT a(…)`. Prose begins with the same words, so the names must
/// stand where only SQL has them.
struct SQLCallShape {
  let statement: SQLStatement

  /// The call in the escape of JDBC and ODBC, `{call a}` or `{? = call a(?)}`; nil for any other text.
  static func unbraced(_ text: String) -> String? {
    let inner = text.utf8.drop { $0.isASCIISpace }
    guard inner.first == UInt8(ascii: "{"), let close = inner.lastIndex(of: UInt8(ascii: "}"))
    else { return nil }
    let words = inner[inner.index(after: inner.startIndex)..<close]
    let verb = words.drop { $0.isASCIISpace || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "=") }
    guard mayBeCall(verb) else { return nil }
    return "CALL" + Substring(verb.dropFirst(4))
  }

  static func mayBeCall(_ text: Substring.UTF8View) -> Bool {
    ["call", "exec"].contains { word in
      zip(text, word.utf8).allSatisfy { $0 | 0x20 == $1 } && text.count > word.utf8.count
    }
  }

  var isCall: Bool {
    let tokens = statement.tokens
    guard tokens.count >= 2 else { return false }
    if statement.isWord("call", 0) {
      guard let end = nameEnd(at: 1) else { return false }
      return statement.isPunctuation("(", end) || end >= tokens.count && isCapital(0)
    }
    if statement.isWord("exec", 0) || statement.isWord("execute", 0) { return isExecution }
    return isSelection
  }

  /// `EXEC a`, `EXEC dbo.a @b = ?, 1`.
  private var isExecution: Bool {
    guard isCapital(0) || statement.tokens.count > 2, let end = nameEnd(at: 1) else { return false }
    guard end < statement.tokens.count else { return isCapital(0) }
    let next = statement.tokens[end]
    return next.kind == .placeholder || next.kind == .string
  }

  /// `SELECT a(…)` and no table.
  private var isSelection: Bool {
    guard statement.keyword(0) == .select, let end = nameEnd(at: 1),
      statement.isPunctuation("(", end), let last = statement.tokens.indices.last
    else { return false }
    let name = statement.name(at: 1)?.name.table ?? ""
    return statement.isPunctuation(")", last) && (isCapital(0) || name.contains("_"))
  }

  private func nameEnd(at index: Int) -> Int? {
    guard let (name, end) = statement.name(at: index), name.table != nil else { return nil }
    return end
  }

  private func isCapital(_ index: Int) -> Bool {
    statement.bytes[statement.tokens[index].range].allSatisfy { $0.isASCIIUpper }
  }
}
