/// JSON as people write it, and as YAML's parser does not: with comments, tabs and commas too many, and
/// with characters beyond the first plane written as two escapes.
enum LooseJSON {
  /// The text as YAML; lines stay.
  static func asYAML(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    var isQuoted = false
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted, byte == UInt8(ascii: "\\") {
        index = escape(bytes, index, &result)
        continue
      }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: "/"), let end = endOfComment(bytes, index) {
        for blank in bytes[index..<end] { result.append(blank == 0x0a ? blank : 0x20) }
        index = end
        continue
      }
      result.append(!isQuoted && byte == 0x09 ? 0x20 : byte)
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Writes the escape at `start`; gives the place after it. Two halves of a character become the
  /// character, and a half alone the mark for what cannot be shown.
  private static func escape(_ bytes: [UInt8], _ start: Int, _ result: inout [UInt8]) -> Int {
    guard let first = unit(bytes, start), first & 0xf800 == 0xd800 else {
      let end = min(start + 2, bytes.count)
      result += bytes[start..<end]
      return end
    }
    if first < 0xdc00, let second = unit(bytes, start + 6), second & 0xfc00 == 0xdc00 {
      result += String(decoding: [first, second], as: UTF16.self).utf8
      return start + 12
    }
    result += "\u{fffd}".utf8
    return start + 6
  }

  /// The value of a `\uXXXX` at `start`.
  private static func unit(_ bytes: [UInt8], _ start: Int) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"),
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = bytes[start + 2..<start + 6]
    guard digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// The place after the comment at `start`; nil where none begins.
  private static func endOfComment(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let isLine = bytes[start + 1] == UInt8(ascii: "/")
    guard isLine || bytes[start + 1] == UInt8(ascii: "*") else { return nil }
    var end = start + 2
    while end < bytes.count {
      if isLine, bytes[end] == 0x0a { break }
      let closes = bytes[end] == UInt8(ascii: "/") && bytes[end - 1] == UInt8(ascii: "*")
      end += 1
      if !isLine, closes, end > start + 3 { break }
    }
    return end
  }
}
