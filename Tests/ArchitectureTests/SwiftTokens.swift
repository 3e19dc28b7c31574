/// One word, mark or string of a Swift source.
struct Token: Equatable {
  enum Kind { case word, mark, string }

  var kind: Kind
  var text: String
  /// From 1.
  var line: Int

  func isMark(_ mark: Character) -> Bool { kind == .mark && text == String(mark) }
}

/// Splits Swift into tokens; comments are left out, code inside `\(…)` is kept.
///
/// Regex literals are not known: one that holds a quote hides the rest of its line.
struct SwiftTokens {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var tokens: [Token] = []

  static func read(_ text: String) -> [Token] {
    var reader = SwiftTokens(bytes: Array(text.utf8))
    reader.readCode(untilClosing: false)
    return reader.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func peek(_ offset: Int = 0) -> UInt8 {
    index + offset < bytes.count ? bytes[index + offset] : 0
  }

  private func isNext(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
  }

  private mutating func add(_ kind: Token.Kind, from start: Int, line: Int) {
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    tokens.append(Token(kind: kind, text: text, line: line))
  }

  /// Reads to the end, or to the parenthesis that closes an interpolation.
  private mutating func readCode(untilClosing: Bool) {
    var depth = 0
    while index < bytes.count {
      let byte = peek()
      if isNext("//") {
        while index < bytes.count, peek() != UInt8(ascii: "\n") { advance() }
      } else if isNext("/*") {
        skipComment()
      } else if Self.isWord(byte) {
        readWord()
      } else if startsString {
        readString()
      } else if byte <= UInt8(ascii: " ") {
        advance()
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if untilClosing, depth < 0 { return advance() }
        advance()
        add(.mark, from: index - 1, line: line)
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func readWord() {
    let start = index
    while Self.isWord(peek()) { advance() }
    add(.word, from: start, line: line)
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if isNext("/*") {
        depth += 1
        advance(2)
      } else if isNext("*/") {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && index < bytes.count
  }

  private var startsString: Bool {
    var offset = 0
    while peek(offset) == UInt8(ascii: "#") { offset += 1 }
    return peek(offset) == UInt8(ascii: "\"")
  }

  private mutating func readString() {
    var hashes = 0
    while peek() == UInt8(ascii: "#") {
      hashes += 1
      advance()
    }
    let isLong = isNext("\"\"\"")
    advance(isLong ? 3 : 1)
    let (start, slot, startLine) = (index, tokens.count, line)
    while index < bytes.count, !endsString(isLong, hashes) {
      if !isLong, peek() == UInt8(ascii: "\n") { break }
      if peek() == UInt8(ascii: "\\"), hasHashes(hashes, at: 1) {
        readEscape(hashes)
      } else {
        advance()
      }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    tokens.insert(Token(kind: .string, text: text, line: startLine), at: slot)
    if endsString(isLong, hashes) { advance((isLong ? 3 : 1) + hashes) }
  }

  private mutating func readEscape(_ hashes: Int) {
    advance(1 + hashes)
    let opens = peek() == UInt8(ascii: "(")
    advance()
    if opens { readCode(untilClosing: true) }
  }

  private func endsString(_ isLong: Bool, _ hashes: Int) -> Bool {
    guard isLong ? isNext("\"\"\"") : isNext("\"") else { return false }
    return hasHashes(hashes, at: isLong ? 3 : 1)
  }

  private func hasHashes(_ count: Int, at offset: Int) -> Bool {
    (0..<count).allSatisfy { peek(offset + $0) == UInt8(ascii: "#") }
  }
}
