/// Writes texts as YAML scalars of one line.
enum YAMLScalar {
  /// `text` as it is where no reader can take it for anything else, or else in double quotes.
  static func render(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  private static let plainStart = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_/.".utf8)
  private static let plainInside = plainStart.union("0123456789-+*?()'@=!;$^~ ".utf8)
  /// Words that YAML readers of one kind or another take for values of other types.
  private static let reserved: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", ".inf", ".nan",
  ]

  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, plainStart.contains(first), bytes.last != UInt8(ascii: " ")
    else { return isDate(bytes) }
    return bytes.allSatisfy(plainInside.contains) && !reserved.contains(text.lowercased())
      && !bytes.starts(with: "...".utf8) && !isNumberLike(bytes)
  }

  private static func isNumberLike(_ bytes: [UInt8]) -> Bool {
    bytes.first == UInt8(ascii: ".") && bytes.count > 1 && (0x30...0x39).contains(bytes[1])
  }

  private static func isDate(_ bytes: [UInt8]) -> Bool {
    Decision.isDate(String(decoding: bytes, as: UTF8.self))
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default: out += mustEscape(scalar) ? escape(scalar) : String(scalar)
      }
    }
    return out + "\""
  }

  /// Controls, separators of lines and what turns the direction of text would deceive a reviewer.
  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
      .surrogate:
      true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) =
      scalar.value <= 0xff ? ("x", 2) : scalar.value <= 0xffff ? ("u", 4) : ("U", 8)
    return "\\" + letter + String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}

extension Decision {
  /// Whether `text` is `YYYY-MM-DD` with a month and a day that exist.
  static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard bytes.count == 10, parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      bytes.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
