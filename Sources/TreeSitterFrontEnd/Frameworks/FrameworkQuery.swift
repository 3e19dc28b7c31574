internal import Facts

/// Queries in the language of objects (JPQL, HQL, DQL), which name entities where SQL names tables.
///
/// An entity may have a name that SQL reserves: `Order` is the most common of all.
enum FrameworkQuery {
  private static let openers: Set<String> = ["from", "join", "update", "into"]
  private static let closers: Set<String> = ["where", "set", "group", "on", "with", "values"]

  /// What a query reads, and what it changes. Linear in the text.
  static func rows(
    _ text: String, _ index: FrameworkIndex
  ) -> [(row: FrameworkIndex.Row, access: DataAccess.Access)] {
    let words = words(of: text)
    let writes = ["update", "delete", "insert"].contains(words.first?.lowercased() ?? "")
    var found: [(row: FrameworkIndex.Row, access: DataAccess.Access)] = []
    var isOpen = false
    var isNext = false
    for word in words {
      let lower = word.lowercased()
      if isNext, lower != "fetch", lower != "from" {
        isNext = false
        if let row = index.entity(named: NameSourceReader.simple(word)).flatMap(index.row) {
          found.append((row, writes && found.isEmpty ? .write : .read))
        }
      } else if openers.contains(lower) || lower == "delete" {
        (isOpen, isNext) = (true, true)
      } else if closers.contains(lower) || lower == "order" {
        isOpen = false
      } else if word == ",", isOpen {
        isNext = true
      }
    }
    return found
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in Array(text.utf8) + [0x20] {
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte >= 0x80
      if isLetter || byte >= 0x30 && byte <= 0x39 || [0x2e, 0x5c, 0x5f, 0x24].contains(byte) {
        word.append(byte)
        continue
      }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll()
      if byte == 0x2c { words.append(",") }
    }
    return words
  }
}
