/// Cuts a command line into words as a POSIX shell does, without expanding anything.
package enum ShellWords {
  /// Words without their quotes; operators (`&&`, `|`, `;`, `>`, …) are words of their own.
  ///
  /// Linear. Quotes that are not closed end with the text.
  package static func split(_ text: String) -> [String] {
    var reader = Reader(Array(text.utf8))
    return reader.read()
  }

  /// The words of the operators after which another command begins.
  package static let separators: Set<String> = ["&&", "||", ";", ";;", "|", "|&", "&", "(", ")"]

  private struct Reader {
    let bytes: [UInt8]
    var position = 0
    var word: [UInt8]?
    var words: [String] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() -> [String] {
      while position < bytes.count {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "'"): quoted(by: byte, hasEscapes: false)
        case UInt8(ascii: "\""): quoted(by: byte, hasEscapes: true)
        case UInt8(ascii: "\\"): escaped()
        case UInt8(ascii: "#") where word == nil: skipComment()
        case 0x0a: operate(1, as: ";")
        case _ where byte.isASCIISpace:
          finish()
          position += 1
        case _ where Self.operators.contains(byte): operate(operatorLength, as: nil)
        default:
          word = (word ?? []) + [byte]
          position += 1
        }
      }
      finish()
      return words
    }

    private static let operators = Set("&|;<>()".utf8)

    private mutating func finish() {
      if let word { words.append(String(decoding: word, as: UTF8.self)) }
      word = nil
    }

    /// One more where the operator is doubled or joined, as in `&&`, `>>`, `>&`.
    private var operatorLength: Int {
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0
      let first = bytes[position]
      let isParenthesis = "()".utf8.contains(first)
      return !isParenthesis && (next == first || next == UInt8(ascii: "&")) ? 2 : 1
    }

    private mutating func operate(_ length: Int, as name: String?) {
      let isDescriptor = word?.allSatisfy(\.isASCIIDigit) ?? false
      if "<>".utf8.contains(bytes[position]), isDescriptor { word = nil }
      finish()
      words.append(name ?? String(decoding: bytes[position..<(position + length)], as: UTF8.self))
      position += length
    }

    private mutating func quoted(by quote: UInt8, hasEscapes: Bool) {
      word = word ?? []
      position += 1
      while position < bytes.count, bytes[position] != quote {
        let isEscape = hasEscapes && bytes[position] == UInt8(ascii: "\\")
        if isEscape, position + 1 < bytes.count, "\"\\$`".utf8.contains(bytes[position + 1]) {
          position += 1
        }
        word?.append(bytes[position])
        position += 1
      }
      position += 1
    }

    private mutating func escaped() {
      position += 1
      guard position < bytes.count else { return }
      if bytes[position] != 0x0a { word = (word ?? []) + [bytes[position]] }
      position += 1
    }

    private mutating func skipComment() {
      while position < bytes.count, bytes[position] != 0x0a { position += 1 }
    }
  }
}
