/// The tokens between SELECT and FROM, judged as a list of expressions.
struct SQLSelectList {
  let bytes: [UInt8]
  let tokens: ArraySlice<SQLToken>

  /// Whether the list can be one: no item is a run of more than two bare words, none is a word that
  /// only prose has.
  var isPlausible: Bool {
    guard !tokens.isEmpty else { return false }
    var run = 0
    for token in tokens {
      let isBareWord = token.kind == .word && token.keyword == nil
      run = isBareWord ? run + 1 : 0
      if run > 2 || isBareWord && Self.prose.contains(word(token)) { return false }
    }
    return true
  }

  /// Whether the list has something that prose does not have.
  var isTelling: Bool {
    let marks = Set("*(.=|".utf8)
    let hasMark = tokens.contains {
      switch $0.kind {
      case .punctuation: marks.contains(bytes[$0.range.lowerBound])
      case .word: $0.keyword == nil && isTellingWord($0)
      case .quoted, .placeholder, .number: true
      case .string, .delimiter: false
      }
    }
    return hasMark || isColumnList
  }

  /// At least two single names separated by commas.
  private var isColumnList: Bool {
    guard tokens.count >= 3, tokens.count % 2 == 1 else { return false }
    return tokens.enumerated().allSatisfy { position, token in
      position % 2 == 0
        ? token.kind == .word && token.keyword == nil
        : token.kind == .punctuation && bytes[token.range.lowerBound] == UInt8(ascii: ",")
    }
  }

  private func isTellingWord(_ token: SQLToken) -> Bool {
    word(token) == "id"
      || bytes[token.range].contains { $0 == UInt8(ascii: "_") || $0.isASCIIDigit }
  }

  private func word(_ token: SQLToken) -> String {
    String(decoding: bytes[token.range], as: UTF8.self).lowercased()
  }

  private static let prose: Set<String> = [
    "the", "an", "this", "these", "those", "your", "my", "our", "of", "from", "which", "one",
    "something", "anything", "at", "either", "file",
  ]
}
