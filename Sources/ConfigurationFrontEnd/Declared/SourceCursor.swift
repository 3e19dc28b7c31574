/// A place in a source, and the steps that readers of object literals share.
struct SourceCursor {
  let bytes: [UInt8]
  var position = 0
  var line = 1

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position >= bytes.count }

  func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  func isAt(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] == 0x0a { line += 1 }
      position += 1
    }
  }

  mutating func skipSpaces() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0d { position += 1 }
  }

  mutating func skipLine() {
    while let byte = peek(), byte != 0x0a { position += 1 }
    advance()
  }

  /// Over blanks, line ends and comments.
  mutating func skipBlank() {
    while let byte = peek() {
      if byte <= 0x20 {
        advance()
      } else if isAt("//") {
        skipLine()
      } else if isAt("/*") {
        advance(2)
        while !isAtEnd, !isAt("*/") { advance() }
        advance(2)
      } else {
        return
      }
    }
  }

  /// Letters, digits, `_` and `$`; nil where none stand here.
  mutating func word() -> String? {
    let start = position
    while let byte = peek(), Self.isWord(byte) { position += 1 }
    return position > start ? text(from: start) : nil
  }

  func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80..., 0x5f, 0x24: true
    default: false
    }
  }

  var isAtQuote: Bool { peek() == 0x22 || peek() == 0x27 || peek() == 0x60 }

  /// A text with the quote that stands here, `${…}` in it as written. It ends with its line at the
  /// latest, unless its quote is a backtick.
  mutating func quoted() -> String {
    guard let quote = peek() else { return "" }
    position += 1
    var text: [UInt8] = []
    var depth = 0
    while let byte = peek(), byte != 0x0a || quote == 0x60 {
      advance()
      if byte == UInt8(ascii: "\\"), depth == 0, let next = peek(), next != 0x0a {
        text.append(next == UInt8(ascii: "n") ? 0x0a : next)
        advance()
        continue
      }
      if byte == quote, depth == 0 { break }
      if byte == UInt8(ascii: "{"), depth > 0 || text.last == UInt8(ascii: "$") { depth += 1 }
      if byte == UInt8(ascii: "}"), depth > 0 { depth -= 1 }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Over the rest of an expression: to a comma, a semicolon or a closing bracket outside of others,
  /// or to the end of its line. Gives it on one line.
  mutating func expression(endsWithLine: Bool) -> String {
    let start = position
    var depth = 0
    while let byte = peek() {
      if isAtQuote {
        _ = quoted()
        continue
      }
      if isAt("//") || isAt("/*") {
        if endsWithLine, depth == 0 { break }
        skipBlank()
        continue
      }
      if "([{".utf8.contains(byte) { depth += 1 }
      if ")]}".utf8.contains(byte) {
        if depth == 0 { break }
        depth -= 1
      }
      if depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { break }
      if depth == 0, byte == 0x0a, endsWithLine {
        if !goesOn { break }
        // All blank lines at once: each would look for the next word again.
        while let blank = peek(), blank <= 0x20 { advance() }
        continue
      }
      advance()
    }
    return text(from: start).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the next line begins with what can only go on.
  private var goesOn: Bool {
    var next = self
    next.skipBlank()
    return next.peek().map { ".?:+&|".utf8.contains($0) } ?? false
  }
}
