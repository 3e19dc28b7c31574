internal import FrontEnd

/// The bytes of a source as a grammar wants them: UTF-8 without a mark at the start.
enum SourceText {
  /// Text in UTF-16 is converted, text that is not UTF-8 is taken for Latin-1. Lines stay the same.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    switch TextEncoding(head: bytes.prefix(4096)) {
    case .utf16LittleEndian: return utf16(bytes, isLittle: true)
    case .utf16BigEndian: return utf16(bytes, isLittle: false)
    case .bytes, .withZeros, .binary: break
    }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return utf8(Array(bytes.dropFirst(3))) }
    return bytes.allSatisfy { $0 < 0x80 } || isValid(bytes) ? bytes : latin1(bytes)
  }

  private static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
  }

  private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text.append(0xc0 | byte >> 6)
        text.append(0x80 | byte & 0x3f)
      }
    }
    return text
  }

  private static func utf16(_ bytes: [UInt8], isLittle: Bool) -> [UInt8] {
    var units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
    }[...]
    if units.first == 0xfeff { units = units.dropFirst() }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
