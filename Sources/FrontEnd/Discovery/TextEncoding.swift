/// How the bytes of a source are to be read.
package enum TextEncoding: Sendable, Hashable {
  /// UTF-8, or any single-byte superset of ASCII: parsers take the bytes as they are.
  case bytes
  case utf16LittleEndian, utf16BigEndian
  /// Text with a few zero bytes in it.
  case withZeros
  case binary

  /// Judges by the first bytes of a file.
  package init(head: some Collection<UInt8>) {
    var zeros = (even: 0, odd: 0)
    var controls = 0
    var position = 0
    for byte in head {
      if byte == 0 {
        if position & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
      }
      if byte < 0x20, byte < 9 || byte > 13, byte != 0x1a, byte != 0x1b { controls += 1 }
      position += 1
    }
    let mark = Array(head.prefix(2))
    if mark == [0xff, 0xfe] {
      self = .utf16LittleEndian
    } else if mark == [0xfe, 0xff] {
      self = .utf16BigEndian
    } else if zeros.even + zeros.odd == 0 {
      self = .bytes
    } else if position >= 8, zeros.odd * 5 > position * 2, zeros.even * 20 < position {
      self = .utf16LittleEndian
    } else if position >= 8, zeros.even * 5 > position * 2, zeros.odd * 20 < position {
      self = .utf16BigEndian
    } else {
      self = controls * 20 > position + 20 ? .binary : .withZeros
    }
  }
}
