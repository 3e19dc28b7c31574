/// Names that a language and its libraries give a meaning, as they are written: one text, with spaces.
protocol NameLists {}

extension NameLists {
  static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}

extension ExternalResult {
  /// What each of some members gives; of a name that is listed twice the first counts.
  static func table(of lists: [(names: String, result: ExternalResult)]) -> [NameKey:
    ExternalResult]
  {
    var table: [NameKey: ExternalResult] = [:]
    for (names, result) in lists {
      for name in names.split(whereSeparator: \.isWhitespace) {
        let key = NameKey(String(name))
        if table[key] == nil { table[key] = result }
      }
    }
    return table
  }
}
