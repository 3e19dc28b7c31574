/// Routines of the database: where they are called, and the headings of their definitions.
extension SQLStatement {
  private static let callers: Set<String> = ["call", "exec", "execute", "perform"]

  /// `CALL a(…)`, `EXEC @result = a …`, `PERFORM a(…)`, or a function within an expression.
  mutating func takeCall() {
    let start = index
    guard Self.callers.contains(where: { isWord($0, start) }) else { return takeFunction() }
    index += 1
    if tokens.indices.contains(index), tokens[index].kind == .placeholder,
      isPunctuation("=", index + 1)
    {
      index += 2
    }
    if isWord("function", index) || isWord("procedure", index) { index += 1 }
    let isStatement = start == 0 || !isName(start - 1)
    guard isStatement, !isWord("immediate", index), let called = takeName() else { return }
    if isWord("execute", start), !called.isQualified, let name = called.table {
      executed.insert(name)
    }
    record(.read, called, in: .procedure)
  }

  private func isName(_ index: Int) -> Bool {
    tokens[index].isName && tokens[index].keyword == nil
  }

  /// A name before a parenthesis. Whether a routine has it, the project knows.
  private mutating func takeFunction() {
    let start = index
    index += 1
    guard tokens[start].isName, let (called, end) = name(at: start), isPunctuation("(", end),
      isOfProject(called)
    else { return }
    index = end
    record(.read, called, in: .function)
  }

  /// Whether a function may be one of the project's own, as far as its name says.
  func isOfProject(_ called: Name) -> Bool {
    guard let word = called.table else { return false }
    return called.isQualified || !SQLKeyword.functions.contains(word)
  }

  /// The heading of a routine: `PROCEDURE a`, with what MySQL puts before it.
  mutating func takeRoutine() -> Bool {
    let head = tokens.indices.dropFirst(index).prefix(10)
    let noun = head.first { index in
      ["procedure", "proc", "function"].contains { isWord($0, index) }
    }
    guard let noun,
      tokens[index..<noun].allSatisfy({
        $0.keyword != .table && $0.keyword != .view && $0.keyword != .on
      })
    else { return false }
    index = noun + 1
    while let word = keyword(index), [.if, .not, .exists].contains(word) { index += 1 }
    if let name = takeName() { record(.define, name, in: .procedure) }
    return true
  }
}
