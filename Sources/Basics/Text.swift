extension String {
  /// Whether this string sorts before `other` by its UTF-8 bytes, the order of every output.
  ///
  /// Swift's `<` compares by Unicode canonical equivalence, which is slower and surprises `sort -c`.
  package func precedesBytewise(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// The text with control characters and invalid UTF-8 as `\xHH`, safe for a terminal or a table.
  package var escapedForTerminal: String {
    if !utf8.contains(where: { $0 < 0x20 || $0 == 0x7f || $0 == 0xc2 }) { return self }
    var out = ""
    for scalar in unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
      if isControl {
        for byte in String(scalar).utf8 { out += "\\x" + byte.hexadecimal }
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Text from bytes; each byte that is not part of valid UTF-8 becomes `\xHH`.
  package init(escapingInvalid bytes: some Collection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self = text
      return
    }
    var out = ""
    var rest = bytes[...]
    while let first = rest.first {
      let length = (1...4).first {
        rest.count >= $0 && String(validating: rest.prefix($0), as: UTF8.self) != nil
      }
      if let length {
        out += String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
      } else {
        out += "\\x" + first.hexadecimal
        rest = rest.dropFirst()
      }
    }
    self = out
  }
}

extension UInt8 {
  /// Two upper-case hexadecimal digits.
  package var hexadecimal: String {
    let text = String(self, radix: 16, uppercase: true)
    return text.utf8.count == 1 ? "0" + text : text
  }
}
