/// Splits command lines into words as shells do, without any of a shell's expansions.
enum CommandLine {
  enum Quoting: Sendable {
    case posix, windows
  }

  /// By the rules of the system whose compiler stands first.
  static func split(_ text: String) -> [String] {
    split(text, isWindows(text) ? .windows : .posix)
  }

  static func split(_ text: String, _ quoting: Quoting) -> [String] {
    var splitter = Splitter(bytes: Array(text.utf8))
    switch quoting {
    case .posix: splitter.splitPosix()
    case .windows: splitter.splitWindows()
    }
    return splitter.words.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the first word is the path or name of a Windows program.
  private static func isWindows(_ text: String) -> Bool {
    let start = text.utf8.drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: " ") }
    let second = start.dropFirst().prefix(2)
    if second.first == UInt8(ascii: ":"), let slash = second.last {
      return slash == UInt8(ascii: "\\") || slash == UInt8(ascii: "/")
    }
    let isQuoted = text.utf8.first == UInt8(ascii: "\"")
    let program = start.prefix { $0 != UInt8(ascii: isQuoted ? "\"" : " ") }
    let name = String(decoding: program, as: UTF8.self).lowercased()
    return name.hasSuffix(".exe") || name == "cl" || name == "clang-cl"
  }
}

private struct Splitter {
  let bytes: [UInt8]
  var words: [[UInt8]] = []
  private var word: [UInt8] = []
  private var isInWord = false
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func append(_ byte: UInt8) {
    word.append(byte)
    isInWord = true
  }

  private mutating func endWord() {
    if isInWord { words.append(word) }
    word = []
    isInWord = false
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
  }

  mutating func splitPosix() {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "'"): takeSingleQuoted()
      case UInt8(ascii: "\""): takeDoubleQuoted()
      case UInt8(ascii: "\\"):
        if position < bytes.count { append(bytes[position]) }
        position += 1
      case _ where Self.isBlank(byte): endWord()
      default: append(byte)
      }
    }
    endWord()
  }

  private mutating func takeSingleQuoted() {
    isInWord = true
    while position < bytes.count, bytes[position] != UInt8(ascii: "'") {
      append(bytes[position])
      position += 1
    }
    position += 1
  }

  private mutating func takeDoubleQuoted() {
    isInWord = true
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count,
        [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "`")].contains(
          bytes[position + 1])
      {
        position += 1
      }
      append(bytes[position])
      position += 1
    }
    position += 1
  }

  /// The rules of `CommandLineToArgvW`: backslashes are plain unless a quote follows them.
  mutating func splitWindows() {
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\\"): takeBackslashes(&isQuoted)
      case UInt8(ascii: "\""):
        isInWord = true
        isQuoted.toggle()
      case _ where Self.isBlank(byte) && !isQuoted: endWord()
      default: append(byte)
      }
    }
    endWord()
  }

  private mutating func takeBackslashes(_ isQuoted: inout Bool) {
    var count = 1
    while position < bytes.count, bytes[position] == UInt8(ascii: "\\") {
      position += 1
      count += 1
    }
    let isBeforeQuote = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
    for _ in 0..<(isBeforeQuote ? count / 2 : count) { append(UInt8(ascii: "\\")) }
    if isBeforeQuote, count % 2 == 1 {
      append(UInt8(ascii: "\""))
      position += 1
    }
  }
}
