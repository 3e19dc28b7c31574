/// Go as the grammar knows it: `new` of a value, which came with Go 1.26, is a call of `min`, which
/// takes values, is as long, and is declared by nobody either.
struct GoSource {
  private let source: [UInt8]
  private var position = 0

  private init(_ source: [UInt8]) { self.source = source }

  /// The source with as many bytes and lines. Linear but for nests of `new`.
  static func plain(_ source: [UInt8]) -> [UInt8] {
    var reader = GoSource(source)
    var result = source
    for start in reader.values() { result.replaceSubrange(start..<start + 3, with: "min".utf8) }
    return result
  }

  /// Where a `new` stands that is given a value.
  private mutating func values() -> [Int] {
    var found: [Int] = []
    var last: UInt8 = 0
    var isDeclared = false
    while position < source.count {
      let start = position
      let byte = source[start]
      skip()
      let word = source[start..<position]
      // Members and declarations may have the name as well.
      if word.elementsEqual("new".utf8), last != UInt8(ascii: "."), last != UInt8(ascii: ")"),
        !isDeclared, self.byte(at: position) == UInt8(ascii: "("), isValue(from: position + 1)
      {
        found.append(start)
      }
      if byte > 0x20 {
        last = byte
        isDeclared = word.elementsEqual("func".utf8)
      }
    }
    return found
  }

  /// Goes behind a name, a text, a comment or one byte of anything else.
  private mutating func skip() {
    let byte = source[position]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): skipText(byte)
    case UInt8(ascii: "/") where self.byte(at: position + 1) == UInt8(ascii: "/"):
      while position < source.count, source[position] != 0x0a { position += 1 }
    case UInt8(ascii: "/") where self.byte(at: position + 1) == UInt8(ascii: "*"):
      position += 2
      while position < source.count,
        !(source[position - 1] == UInt8(ascii: "/") && source[position - 2] == UInt8(ascii: "*"))
      {
        position += 1
      }
    case _ where Self.isName(byte):
      while position < source.count, Self.isName(source[position]) { position += 1 }
    default: position += 1
    }
  }

  private mutating func skipText(_ quote: UInt8) {
    position += 1
    while position < source.count, source[position] != quote {
      if quote != UInt8(ascii: "`") {
        if source[position] == 0x0a { return }
        if source[position] == UInt8(ascii: "\\") { position += 1 }
      }
      position += 1
    }
    position = min(position + 1, source.count)
  }

  /// Whether what stands in the parentheses cannot be a type: a literal, a call, an operation.
  private func isValue(from start: Int) -> Bool {
    var reader = self
    reader.position = start
    while let byte = byte(at: reader.position), byte <= 0x20 { reader.position += 1 }
    guard let first = byte(at: reader.position) else { return false }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "`") || first == UInt8(ascii: "'") {
      return true
    }
    if Self.isDigit(first) || "-+!^&".utf8.contains(first) { return true }
    guard Self.isName(first) else { return false }
    let word = reader.position
    reader.skip()
    let types = ["func", "chan", "map", "struct", "interface"]
    if types.contains(String(decoding: source[word..<reader.position], as: UTF8.self)) {
      return false
    }
    // A type goes on with a dot, with arguments in brackets, or not at all.
    while let byte = byte(at: reader.position), byte != UInt8(ascii: ")") {
      if byte == UInt8(ascii: "[") {
        reader.skipBrackets()
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte <= 0x20 {
        reader.position += 1
      } else if Self.isName(byte) {
        reader.skip()
      } else {
        return true
      }
    }
    return false
  }

  private mutating func skipBrackets() {
    var depth = 0
    while let byte = byte(at: position) {
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      skip()
      if depth == 0 { return }
    }
  }

  private func byte(at index: Int) -> UInt8? { index < source.count ? source[index] : nil }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isName(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7a).contains(byte | 0x20) || byte == 0x5f || byte >= 0x80
  }
}
