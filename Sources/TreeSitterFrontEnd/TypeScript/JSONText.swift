/// A value of JSON, as configuration files of JavaScript write it: comments and commas at the end are
/// allowed. Objects keep the order of their members.
indirect enum JSONText: Sendable, Hashable {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([JSONText])
  case members([Member])

  struct Member: Sendable, Hashable {
    var key: String
    var value: JSONText
  }

  /// The first member of this name; nil for anything but an object.
  subscript(key: String) -> JSONText? {
    guard case .members(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var string: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  var elements: [JSONText] {
    if case .list(let elements) = self { return elements }
    return []
  }

  var members: [Member] {
    if case .members(let members) = self { return members }
    return []
  }

  /// Nil for what is no JSON, and for nesting deeper than 64.
  init?(_ bytes: [UInt8]) {
    var reader = JSONTextReader(bytes: bytes)
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { reader.position = 3 }
    guard let value = reader.readValue(depth: 0) else { return nil }
    self = value
  }
}

private struct JSONTextReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip() {
    while let byte = next {
      if byte <= 0x20 {
        position += 1
      } else if byte == UInt8(ascii: "/"), position + 1 < bytes.count {
        guard skipComment(bytes[position + 1]) else { return }
      } else {
        return
      }
    }
  }

  private mutating func skipComment(_ second: UInt8) -> Bool {
    if second == UInt8(ascii: "/") {
      while let byte = next, byte != 0x0a { position += 1 }
      return true
    }
    guard second == UInt8(ascii: "*") else { return false }
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "/")
      {
        position += 2
        return true
      }
      position += 1
    }
    return true
  }

  mutating func readValue(depth: Int) -> JSONText? {
    skip()
    guard depth < 64, let byte = next else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return readObject(depth)
    case UInt8(ascii: "["): return readList(depth)
    case UInt8(ascii: "\""): return readText().map { .text($0) }
    default: return readWord()
    }
  }

  private mutating func readWord() -> JSONText? {
    let start = position
    while let byte = next, byte > 0x20, !",]}:/".utf8.contains(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    default:
      guard let first = word.utf8.first, first == 0x2d || (0x30...0x39).contains(first) else {
        return nil
      }
      return .number(word)
    }
  }

  private mutating func readList(_ depth: Int) -> JSONText? {
    position += 1
    var elements: [JSONText] = []
    while true {
      skip()
      if take("]") { return .list(elements) }
      guard let value = readValue(depth: depth + 1) else { return nil }
      elements.append(value)
      skip()
      if !take(","), next != UInt8(ascii: "]") { return nil }
    }
  }

  private mutating func readObject(_ depth: Int) -> JSONText? {
    position += 1
    var members: [JSONText.Member] = []
    while true {
      skip()
      if take("}") { return .members(members) }
      guard next == UInt8(ascii: "\""), let key = readText() else { return nil }
      skip()
      guard take(":"), let value = readValue(depth: depth + 1) else { return nil }
      members.append(JSONText.Member(key: key, value: value))
      skip()
      if !take(","), next != UInt8(ascii: "}") { return nil }
    }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func readText() -> String? {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        guard readEscape(into: &text) else { return nil }
      } else {
        text.append(byte)
      }
    }
    return nil
  }

  private mutating func readEscape(into text: inout [UInt8]) -> Bool {
    guard let byte = next else { return false }
    position += 1
    let plain: [UInt8: UInt8] = [0x6e: 0x0a, 0x74: 0x09, 0x72: 0x0d, 0x62: 0x08, 0x66: 0x0c]
    guard byte == UInt8(ascii: "u") else {
      text.append(plain[byte] ?? byte)
      return true
    }
    guard position + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { return false }
    position += 4
    // Halves of a pair are of no use in a path.
    text += String(Character(Unicode.Scalar(code) ?? "\u{fffd}")).utf8
    return true
  }
}
