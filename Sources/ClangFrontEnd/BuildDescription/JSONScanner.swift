/// Reads JSON from bytes, value by value, without a tree: databases of builds can be very large.
///
/// Takes what real generators write: a byte order mark, invalid UTF-8 in strings (replaced), unpaired
/// surrogates (replaced). Everything else outside the grammar is an error.
struct JSONScanner {
  /// Where the text stopped to be JSON.
  struct Malformed: Error, Equatable {
    var line: Int
    var expected: String
  }

  /// Deeper nesting than any database has.
  private static let depthLimit = 64

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
  }

  /// The next byte that is no white space, not taken; nil at the end.
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0a, 0x0d, 0x09: position += 1
      case let byte: return byte
      }
    }
    return nil
  }

  mutating func take(_ byte: UInt8) throws(Malformed) {
    guard peek() == byte else { throw malformed("'\(Character(UnicodeScalar(byte)))'") }
    position += 1
  }

  /// Takes the byte if it is next.
  mutating func takes(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  func malformed(_ expected: String) -> Malformed {
    let line = bytes[..<min(position, bytes.count)].count { $0 == 0x0a } + 1
    return Malformed(line: line, expected: expected)
  }

  mutating func string() throws(Malformed) -> String {
    try take(UInt8(ascii: "\""))
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      position += 1
    }
    throw malformed("the end of a string")
  }

  /// A string with escapes; `position` stands at the first.
  private mutating func escapedString(from start: Int) throws(Malformed) -> String {
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        try appendEscape(to: &text)
      } else {
        text.append(byte)
      }
    }
    throw malformed("the end of a string")
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(Malformed) {
    guard position < bytes.count else { throw malformed("an escape") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): try appendCodePoint(to: &text)
    default: throw malformed("an escape")
    }
  }

  private mutating func appendCodePoint(to text: inout [UInt8]) throws(Malformed) {
    var value = try hexadecimal()
    let isPair =
      (0xd800...0xdbff).contains(value) && position + 1 < bytes.count
      && bytes[position] == UInt8(ascii: "\\") && bytes[position + 1] == UInt8(ascii: "u")
    if isPair {
      position += 2
      let low = try hexadecimal()
      if (0xdc00...0xdfff).contains(low) {
        value = 0x10000 + (value - 0xd800) << 10 + (low - 0xdc00)
      }
    }
    text += Array(String(Character(UnicodeScalar(value) ?? "\u{fffd}")).utf8)
  }

  private mutating func hexadecimal() throws(Malformed) -> UInt32 {
    guard position + 4 <= bytes.count,
      let text = String(validating: bytes[position..<(position + 4)], as: UTF8.self),
      text.utf8.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let value = UInt32(text, radix: 16)
    else { throw malformed("four hexadecimal digits") }
    position += 4
    return value
  }

  /// Calls `element` at each element of an array; it must take the element.
  mutating func array(
    _ element: (inout JSONScanner) throws(Malformed) -> Void
  ) throws(Malformed) {
    try take(UInt8(ascii: "["))
    if takes(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"))
  }

  /// Calls `member` with each key of an object; it must take the value.
  mutating func object(
    _ member: (inout JSONScanner, String) throws(Malformed) -> Void
  ) throws(Malformed) {
    try take(UInt8(ascii: "{"))
    if takes(UInt8(ascii: "}")) { return }
    repeat {
      let key = try string()
      try take(UInt8(ascii: ":"))
      try member(&self, key)
    } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "}"))
  }

  /// Takes a value of any kind.
  mutating func skip(depth: Int = 0) throws(Malformed) {
    guard depth < Self.depthLimit else { throw malformed("less nesting") }
    switch peek() {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "["):
      try array { (scanner) throws(Malformed) in try scanner.skip(depth: depth + 1) }
    case UInt8(ascii: "{"):
      try object { (scanner, _) throws(Malformed) in try scanner.skip(depth: depth + 1) }
    default: try skipWord()
    }
  }

  private mutating func skipWord() throws(Malformed) {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      let isWord =
        (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte) || byte == UInt8(ascii: "E")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      if !isWord { break }
      position += 1
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
      position = start
      throw malformed("a value")
    }
  }
}
