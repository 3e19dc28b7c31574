internal import Basics

/// What the bytes of one file say without being parsed: its lines, comments and include directives.
///
/// Works on any bytes; conditions are not evaluated, so it sees what a compiler skips.
struct SourceScan: Sendable, Hashable {
  /// An `#include`, `#include_next` or `#import` line.
  struct Directive: Sendable, Hashable {
    /// Offset of the `#`.
    var offset: Int
    var line: UInt32
    var spelling: String
    var isAngled: Bool
    /// The operand is neither quoted nor angled.
    var isMacro: Bool
    /// `#include_next`: the search goes on behind the folder of this file.
    var isNext: Bool
  }

  /// Counting a last line without a line end.
  var lineCount: UInt32 = 0
  /// Lines with something other than white space and comments.
  var codeLineCount: UInt32 = 0
  var directives: [Directive] = []
  /// The macro of a first directive `#ifndef X` or `#if !defined(X)`.
  var guardMacro: String?
  /// All comments of a file in which the word of a trigger declaration occurs; else none.
  var comments: [Range<Int>] = []

  /// Linear in the number of bytes.
  init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { buffer in
      var scanner = SourceScanner(bytes: buffer)
      scanner.keepsComments = SourceScanner.mentionsTrigger(buffer)
      scanner.scan()
      return scanner.result
    }
  }

  private init() {}

  fileprivate static var empty: SourceScan { SourceScan() }
}

private struct SourceScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var result = SourceScan.empty
  var keepsComments = false
  private var at = 0
  private var line: UInt32 = 1
  private var lineHasCode = false
  private var isLineStart = true
  private var hasSeenDirective = false

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static func mentionsTrigger(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = Array("trigger".utf8)
    var at = 1
    while at + word.count <= bytes.count {
      if bytes[at] == word[0], bytes[at - 1] == UInt8(ascii: "@") || bytes[at - 1] == 0x5c,
        (1..<word.count).allSatisfy({ bytes[at + $0] == word[$0] })
      {
        return true
      }
      at += 1
    }
    return false
  }

  mutating func scan() {
    while at < bytes.count { step() }
    if lineHasCode { result.codeLineCount += 1 }
    let endsWithLine = bytes.last == UInt8(ascii: "\n")
    result.lineCount = bytes.isEmpty ? 0 : (endsWithLine ? line - 1 : line)
  }

  private mutating func step() {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "\n"): endLine()
    case 0x20, 0x09, 0x0d, 0x0b, 0x0c: at += 1
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): lineComment()
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): blockComment()
    case UInt8(ascii: "#") where isLineStart: directive()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      markCode()
      quoted(by: byte)
    default:
      markCode()
      if byte.isWordByte { word() } else { at += 1 }
    }
  }

  private func peek(_ distance: Int) -> UInt8 {
    at + distance < bytes.count ? bytes[at + distance] : 0
  }

  private mutating func markCode() {
    lineHasCode = true
    isLineStart = false
  }

  private mutating func endLine() {
    if lineHasCode { result.codeLineCount += 1 }
    lineHasCode = false
    isLineStart = true
    line += 1
    at += 1
  }

  private mutating func lineComment() {
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") || isContinued(start) {
      if bytes[at] == UInt8(ascii: "\n") { endLine() } else { at += 1 }
    }
    if keepsComments { result.comments.append(start..<at) }
  }

  /// Whether the line end at `at` is escaped by a backslash that is not before `start`.
  private func isContinued(_ start: Int) -> Bool {
    var before = at - 1
    if before > start, bytes[before] == 0x0d { before -= 1 }
    return before > start && bytes[before] == 0x5c
  }

  private mutating func blockComment() {
    let start = at
    let wasLineStart = isLineStart
    at += 2
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        at += 2
        break
      }
      if bytes[at] == UInt8(ascii: "\n") { endLine() } else { at += 1 }
    }
    // A directive may follow a comment on its line.
    isLineStart = isLineStart || wasLineStart
    if keepsComments { result.comments.append(start..<at) }
  }

  /// A string or character literal, which ends with its line at the latest.
  private mutating func quoted(by quote: UInt8) {
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
      if bytes[at] == 0x5c {
        at += 1
        if peek(0) == 0x0d { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: "\n") {
          endLine()
          markCode()
          continue
        }
      } else if bytes[at] == quote {
        at += 1
        return
      }
      at += 1
    }
    at = min(at, bytes.count)
  }

  /// An identifier, or a number with its digit separators, or the start of a raw string.
  private mutating func word() {
    let start = at
    let isNumber = (0x30...0x39).contains(bytes[at])
    while at < bytes.count {
      let isSeparator = isNumber && bytes[at] == UInt8(ascii: "'") && peek(1).isWordByte
      guard bytes[at].isWordByte || isSeparator else { break }
      at += 1
    }
    guard peek(0) == UInt8(ascii: "\""), bytes[at - 1] == UInt8(ascii: "R"), at - start <= 3 else {
      return
    }
    rawString()
  }

  private mutating func rawString() {
    let delimiter = at + 1
    var open = delimiter
    while open < bytes.count, open - delimiter <= 16, bytes[open] != UInt8(ascii: "(") { open += 1 }
    guard open < bytes.count, bytes[open] == UInt8(ascii: "(") else {
      return quoted(by: UInt8(ascii: "\""))
    }
    let length = open - delimiter
    at = open + 1
    while at < bytes.count {
      let closes =
        bytes[at] == UInt8(ascii: ")") && peek(length + 1) == UInt8(ascii: "\"")
        && (0..<length).allSatisfy { bytes[at + 1 + $0] == bytes[delimiter + $0] }
      if closes {
        at += length + 2
        return
      }
      if bytes[at] == UInt8(ascii: "\n") {
        endLine()
      } else {
        if bytes[at] > 0x20 { markCode() }
        at += 1
      }
    }
  }
}

// MARK: - Directives

extension SourceScanner {
  private mutating func directive() {
    let offset = at
    let directiveLine = line
    markCode()
    at += 1
    skipBlanks()
    let name = takeWord()
    let isFirst = !hasSeenDirective
    hasSeenDirective = true
    switch name {
    case "include", "include_next", "import":
      inclusion(at: offset, line: directiveLine, isNext: name == "include_next")
    case "ifndef" where isFirst:
      skipBlanks()
      result.guardMacro = takeWord()
    case "if" where isFirst: negatedGuard()
    default: break
    }
  }

  /// Blanks and block comments that end on the same line.
  private mutating func skipBlanks() {
    while at < bytes.count {
      if bytes[at] == 0x20 || bytes[at] == 0x09 {
        at += 1
      } else if bytes[at] == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        let before = line
        blockComment()
        if line != before { return }
      } else {
        return
      }
    }
  }

  private mutating func takeWord() -> String {
    let start = at
    while at < bytes.count, bytes[at].isWordByte { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func negatedGuard() {
    skipBlanks()
    guard peek(0) == UInt8(ascii: "!") else { return }
    at += 1
    skipBlanks()
    guard takeWord() == "defined" else { return }
    skipBlanks()
    if peek(0) == UInt8(ascii: "(") { at += 1 }
    skipBlanks()
    result.guardMacro = takeWord()
  }

  private mutating func inclusion(at offset: Int, line: UInt32, isNext: Bool) {
    skipBlanks()
    let opening = peek(0)
    let isQuoted = opening == UInt8(ascii: "\"")
    let isAngled = opening == UInt8(ascii: "<")
    var end = at + 1
    if isQuoted || isAngled {
      let closing = isQuoted ? opening : UInt8(ascii: ">")
      while end < bytes.count, bytes[end] != closing, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    } else {
      end = at
      while end < bytes.count, bytes[end].isWordByte { end += 1 }
    }
    let text = bytes[min(at + (isQuoted || isAngled ? 1 : 0), end)..<min(end, bytes.count)]
    guard !text.isEmpty else { return }
    result.directives.append(
      SourceScan.Directive(
        offset: offset, line: line, spelling: String(escapingInvalid: text), isAngled: isAngled,
        isMacro: !isQuoted && !isAngled, isNext: isNext))
    at = isQuoted || isAngled ? min(end + 1, bytes.count) : end
    if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { at = end }
  }
}

extension UInt8 {
  /// A byte of an identifier; bytes above ASCII count, because UTF-8 names are allowed.
  var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f, 0x80...: true
    default: false
    }
  }

  /// White space of any sort, line ends included.
  var isBlank: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
}
