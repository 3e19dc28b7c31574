internal import Facts

extension FactReaders {
  /// SQL by the scanner, triggers by the grammar of declarations.
  static let standard = FactReaders(
    sql: { SQLScanner.accesses(inLiteral: $0) },
    trigger: { text in
      let result = TriggerGrammar.parse(comment: "@trigger " + text)
      guard result.problems.isEmpty else { return nil }
      return result.entries.first.map { TriggerText(kind: $0.kind, attributes: $0.attributes) }
    })
}
