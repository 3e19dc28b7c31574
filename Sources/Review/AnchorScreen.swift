internal import Basics

/// Finds YAML anchors and aliases before the parser expands them.
///
/// A few lines of aliases stand for billions of nodes, which the parser hashes when they are keys.
/// The file needs neither. The screen follows quotes, comments, flow collections and block scalars
/// closely enough to see every anchor; where plain text only looks like one, it asks for quotes.
/// One pass over the bytes.
struct AnchorScreen {
  private var problems: [DecisionFileError.Problem] = []
  /// The quote that is open, over lines too.
  private var quote: UInt8?
  private var flowDepth = 0
  /// Lines that are indented more than this belong to a block scalar.
  private var blockIndent: Int?
  /// Column of the first key of the line, after its dashes.
  private var keyColumn = 0
  private var bytes: [UInt8] = []
  private var at = 0
  private var line = 0

  static func problems(in lines: [Substring]) -> [DecisionFileError.Problem] {
    var screen = AnchorScreen()
    for line in lines { screen.read(line) }
    return screen.problems
  }

  private mutating func read(_ text: Substring) {
    bytes = Array(text.utf8)
    line += 1
    let indent = bytes.prefix { $0 == UInt8(ascii: " ") }.count
    if let block = blockIndent {
      if indent > block || indent == bytes.count { return }
      blockIndent = nil
    }
    at = bytes.starts(with: "---".utf8) ? 3 : 0
    keyColumn = indent
    var startsToken = quote == nil
    while at < bytes.count {
      if quote != nil {
        skipQuoted()
        startsToken = at < bytes.count && bytes[at] == UInt8(ascii: ":")
        if startsToken { at += 1 }
      } else if isSpace(at) {
        at += 1
      } else if bytes[at] == UInt8(ascii: "#"), at == 0 || isSpace(at - 1) {
        return
      } else if startsToken {
        startsToken = readTokenStart()
      } else {
        startsToken = readInside()
      }
    }
  }

  /// Moves behind the closing quote, or to the end of the line.
  private mutating func skipQuoted() {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at += 1
      } else if byte == quote {
        if byte == UInt8(ascii: "'"), at < bytes.count, bytes[at] == byte {
          at += 1
        } else {
          quote = nil
          return
        }
      }
    }
  }

  /// Reads what can open a token; whether another token may start behind it.
  private mutating func readTokenStart() -> Bool {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      quote = byte
      at += 1
      return false
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      report(byte)
      at = bytes.count
      return false
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      if flowDepth == 0 { blockIndent = keyColumn }
      at = bytes.count
      return false
    case UInt8(ascii: "!"):
      while at < bytes.count, !isSpace(at) { at += 1 }
      return true
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      flowDepth += 1
      at += 1
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "?"):
      at += 1
      guard at == bytes.count || isSpace(at) else { return false }
      keyColumn = bytes[at...].firstIndex { $0 != UInt8(ascii: " ") } ?? keyColumn
      return true
    default:
      return readInside()
    }
  }

  /// Reads one byte that opens nothing; whether a token may start behind it.
  private mutating func readInside() -> Bool {
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: ":"):
      return at == bytes.count || isSpace(at) || flowDepth > 0
    case UInt8(ascii: ","):
      return flowDepth > 0
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if flowDepth > 0 { flowDepth -= 1 }
      return false
    default:
      return false
    }
  }

  private func isSpace(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
  }

  private mutating func report(_ byte: UInt8) {
    let word = String(
      decoding: bytes[at...].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ",") },
      as: UTF8.self)
    let what = byte == UInt8(ascii: "*") ? "a pattern that starts with \"*\"" : "text like this"
    problems.append(
      DecisionFileError.Problem(
        line: line,
        message: "\"\(word.escapedForTerminal)\" is an anchor or an alias, which are not allowed; "
          + "put \(what) in quotes"))
  }
}
