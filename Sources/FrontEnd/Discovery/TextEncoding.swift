/// How the bytes of a source are to be read.
package enum TextEncoding: Sendable, Hashable {
  /// UTF-8, or any single-byte superset of ASCII: parsers take the bytes as they are.
  case bytes
  case utf16LittleEndian, utf16BigEndian
  /// Text with a few zero bytes in it.
  case withZeros
  case binary

  /// Judges by the first bytes of a file.
  package init(head: ArraySlice<UInt8>) {
    if head.starts(with: [0xff, 0xfe]) {
      self = .utf16LittleEndian
    } else if head.starts(with: [0xfe, 0xff]) {
      self = .utf16BigEndian
    } else {
      self = head.withUnsafeBytes { $0.contains(0) ? Self(bytesWithZeros: $0) : .bytes }
    }
  }

  private init(bytesWithZeros head: UnsafeRawBufferPointer) {
    var zeros = (even: 0, odd: 0)
    var controls = 0
    for (position, byte) in head.enumerated() where byte < 0x20 {
      if byte == 0 {
        if position & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
      }
      if byte < 9 || byte > 13, byte != 0x1a, byte != 0x1b { controls += 1 }
    }
    let count = head.count
    if count >= 8, zeros.odd * 5 > count * 2, zeros.even * 20 < count {
      self = .utf16LittleEndian
    } else if count >= 8, zeros.even * 5 > count * 2, zeros.odd * 20 < count {
      self = .utf16BigEndian
    } else {
      self = controls * 20 > count + 20 ? .binary : .withZeros
    }
  }
}
