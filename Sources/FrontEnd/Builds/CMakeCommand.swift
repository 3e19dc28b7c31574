/// A command of a list of CMake with its words as they are written.
struct CMakeCommand {
  struct Word {
    var text: String
    var isQuoted: Bool
  }

  /// Lower case.
  var name: String
  var words: [Word]
  var line: Int

  /// All commands of a text. What is not a command is skipped.
  static func all(in text: String) -> [CMakeCommand] {
    var reader = CMakeScanner(text)
    var commands: [CMakeCommand] = []
    while let command = reader.next() { commands.append(command) }
    return commands
  }
}

private struct CMakeScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() -> CMakeCommand? {
    while index < bytes.count {
      let start = index
      while index < bytes.count, isName(bytes[index]) { index += 1 }
      if index > start {
        let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        let declared = line
        while index < bytes.count, [0x20, 0x09].contains(bytes[index]) { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "(") {
          index += 1
          return CMakeCommand(name: name, words: words(), line: declared)
        }
        continue
      }
      skip()
    }
    return nil
  }

  private func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// One byte, or one comment.
  private mutating func skip() {
    if bytes[index] == UInt8(ascii: "#") {
      index += 1
      if !skipBracket() {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      }
      return
    }
    if bytes[index] == UInt8(ascii: "\n") { line += 1 }
    index += 1
  }

  /// `[[…]]` and `[=[…]=]`.
  private mutating func skipBracket() -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "[") else { return false }
    var end = index + 1
    while end < bytes.count, bytes[end] == UInt8(ascii: "=") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "[") else { return false }
    let equals = end - index - 1
    index = end + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "]") {
        var last = index + 1
        while last < bytes.count, bytes[last] == UInt8(ascii: "=") { last += 1 }
        if last - index - 1 == equals, last < bytes.count, bytes[last] == UInt8(ascii: "]") {
          index = last + 1
          return true
        }
      }
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    return true
  }

  /// Up to the parenthesis that closes the command.
  private mutating func words() -> [CMakeCommand.Word] {
    var words: [CMakeCommand.Word] = []
    var depth = 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("):
        depth += 1
        index += 1
      case UInt8(ascii: ")"):
        depth -= 1
        index += 1
        if depth == 0 { return words }
      case UInt8(ascii: "\""): words.append(quoted())
      case UInt8(ascii: "#"), 0x20, 0x09, 0x0A, 0x0D: skip()
      default:
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        words.append(
          .init(text: String(decoding: bytes[start..<index], as: UTF8.self), isQuoted: false))
      }
    }
    return words
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\"")]
      .contains(byte)
  }

  private mutating func quoted() -> CMakeCommand.Word {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      text.append(bytes[index])
      index += 1
    }
    index += 1
    return .init(text: String(decoding: text, as: UTF8.self), isQuoted: true)
  }
}
