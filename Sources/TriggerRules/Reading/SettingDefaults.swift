internal import Configuration

/// The values that variables of the environment have as far as the repository says it: what files of
/// settings give them, and what sources fall back to where nothing does.
struct SettingDefaults: Sendable {
  struct Value: Sendable, Hashable {
    var name: String
    var text: String
  }

  private var set: [String: Set<String>] = [:]
  private var fallbacks: [String: Set<String>] = [:]

  init() {}

  /// Linear in the texts and the number of variables.
  init(_ texts: [String], of variables: Set<String>) {
    for name in variables.sorted() {
      for text in texts { set[name, default: []].formUnion(Self.values(of: name, in: text)) }
    }
  }

  mutating func add(_ values: Set<Value>) {
    for value in values { fallbacks[value.name, default: []].insert(value.text) }
  }

  /// The first of some `NAME=value` that holds: sources fall back to it and to nothing else, and nothing
  /// sets another.
  func first(holding wanted: [String]) -> Value? {
    for text in wanted {
      let name = String(text.prefix { $0 != "=" })
      let value = String(text.dropFirst(name.count + 1))
      guard fallbacks[name] == [value], set[name, default: []].subtracting([value]).isEmpty else {
        continue
      }
      return Value(name: name, text: value)
    }
    return nil
  }

  // MARK: Sources

  /// `env('NAME', 'value')`, `getenv("NAME", "value")`: a text behind the name of a variable.
  static func fallbacks(in tokens: SourceTokens, of variables: Set<String>) -> Set<Value> {
    guard !variables.isEmpty else { return [] }
    var found: Set<Value> = []
    for index in 0..<tokens.count
    where tokens[index].kind == .text && tokens.isMark(index - 1, "(")
      && tokens.isMark(index + 1, ",") && tokens[index + 2].kind == .text
    {
      let name = tokens.text(index)
      if variables.contains(name) { found.insert(Value(name: name, text: tokens.text(index + 2))) }
    }
    return found
  }

  // MARK: Files of settings

  /// What a text gives a variable: `NAME=value`, `NAME: value`, `- name: NAME` with `value:` below it.
  private static func values(of name: String, in text: String) -> Set<String> {
    var found: Set<String> = []
    let bytes = Array(text.utf8)
    let word = Array(name.utf8)
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: true) {
      guard line.first(where: { $0 > 0x20 }) != UInt8(ascii: "#"),
        let end = end(of: word, in: line)
      else { continue }
      var rest = line[end...]
      if rest.allSatisfy({ isBlank($0) }) { rest = valueBelow(line.endIndex, bytes) }
      if let value = value(rest) { found.insert(value) }
    }
    return found
  }

  /// Behind the first place of a line where the word stands by itself.
  private static func end(of word: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    guard line.count >= word.count else { return nil }
    for start in line.startIndex...(line.endIndex - word.count)
    where line[start] == word[0] && line[start..<start + word.count].elementsEqual(word) {
      let end = start + word.count
      let isWhole =
        (start == line.startIndex || !isOfName(line[start - 1]))
        && (end == line.endIndex || !isOfName(line[end]))
      if isWhole { return end }
    }
    return nil
  }

  /// The line behind a place, from its `value` on.
  private static func valueBelow(_ end: Int, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let line = bytes[min(end + 1, bytes.count)...].prefix { $0 != 0x0a }
    let rest = line.drop { isBlank($0) }
    return rest.starts(with: "value".utf8) ? rest.dropFirst(5) : []
  }

  private static func value(_ rest: ArraySlice<UInt8>) -> String? {
    let mark = rest.drop { isBlank($0) }
    guard let first = mark.first, first == UInt8(ascii: "=") || first == UInt8(ascii: ":") else {
      return nil
    }
    var value = mark.dropFirst().drop { isBlank($0) }
    // `${NAME:-value}` has a value of its own.
    if value.first == UInt8(ascii: "$") {
      guard let dash = value.firstIndex(of: UInt8(ascii: "-")) else { return nil }
      value = value[(dash + 1)...]
    }
    let text = value.prefix { isOfName($0) || $0 == UInt8(ascii: "-") }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || byte == 0x5f
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
