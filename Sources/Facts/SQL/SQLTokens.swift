/// One lexical element of SQL text.
struct SQLToken {
  enum Kind {
    /// An unquoted name or keyword.
    case word
    /// A quoted name.
    case quoted
    case string, number
    /// A hole that the program fills (`%s`, `{}`, `?`, `$1`, `:id`), alone or inside a name.
    case placeholder
    case punctuation
    /// What ends a statement where a script says that it is not `;`.
    case delimiter
  }

  var kind: Kind
  var keyword: SQLKeyword?
  /// The bytes of a name without its quotes, else of the whole element.
  var range: Range<Int>
  var line: UInt32

  var isName: Bool { kind == .word || kind == .quoted || kind == .placeholder }
}

/// Cuts SQL text into tokens, one statement at a time.
///
/// Tolerates text that is cut off anywhere and backslash escapes of a host language that were left
/// in. Linear in the text.
struct SQLTokens {
  let bytes: [UInt8]
  /// A whole script rather than a literal: client commands and inline data are passed over.
  let isScript: Bool
  private(set) var position = 0
  private var line: UInt32 = 1
  /// Whether the last statement was the last of its batch.
  private(set) var endsBatch = false
  /// What ends a statement instead of `;`, by a line `DELIMITER`; empty where there is none.
  private var delimiter: ArraySlice<UInt8> = []

  init(_ bytes: [UInt8], isScript: Bool) {
    self.bytes = bytes
    self.isScript = isScript
  }

  /// The tokens up to the next `;`, without it; nil at the end of the text.
  mutating func nextStatement() -> [SQLToken]? {
    var tokens: [SQLToken] = []
    endsBatch = false
    while let token = next() {
      if token.kind == .delimiter { return tokens }
      let isEnd = token.kind == .punctuation && bytes[token.range.lowerBound] == UInt8(ascii: ";")
      endsBatch = isBatchEnd(token)
      if isEnd || endsBatch {
        skipInlineData(after: tokens)
        return tokens
      }
      tokens.append(token)
    }
    return tokens.isEmpty ? nil : tokens
  }

  private func byte(at offset: Int) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  private mutating func next() -> SQLToken? {
    skipBlanks()
    guard position < bytes.count else { return nil }
    let start = position
    let startLine = line
    var token = SQLToken(kind: .punctuation, keyword: nil, range: start..<start, line: startLine)
    scan(into: &token)
    if token.range.isEmpty && token.kind == .punctuation { token.range = start..<position }
    return token
  }

  private mutating func scan(into token: inout SQLToken) {
    let first = byte(at: 0)
    switch first {
    case _ where isDelimiter:
      position += delimiter.count
      token.kind = .delimiter
    case UInt8(ascii: "'"): scanString(into: &token)
    case UInt8(ascii: "\""), UInt8(ascii: "`"): scanQuoted(by: first, into: &token)
    case UInt8(ascii: "\\") where byte(at: 1) == UInt8(ascii: "\""):
      scanQuoted(by: UInt8(ascii: "\""), into: &token)
    case UInt8(ascii: "[") where isBracketedName: scanQuoted(by: UInt8(ascii: "]"), into: &token)
    case _ where dollarTagLength > 0:
      position += dollarTagLength
      token.range = (position - 1)..<position
    case _ where first.isSQLWord || placeholderLength > 0: scanWord(into: &token)
    default:
      position += 1
      token.range = (position - 1)..<position
    }
  }

  /// A word, a number or a placeholder; a name with a hole in it is a placeholder as a whole.
  private mutating func scanWord(into token: inout SQLToken) {
    let start = position
    var hasHole = false
    while position < bytes.count {
      let hole = placeholderLength
      if hole > 0 {
        hasHole = true
        position += hole
      } else if byte(at: 0).isSQLWord {
        position += 1
      } else {
        break
      }
    }
    token.range = start..<position
    if hasHole {
      token.kind = .placeholder
    } else if bytes[start].isASCIIDigit {
      token.kind = .number
    } else {
      token.kind = .word
      token.keyword = SQLKeyword(bytes[start..<position])
    }
  }

  /// The length of the placeholder at the current position, zero where there is none.
  private var placeholderLength: Int {
    switch byte(at: 0) {
    case UInt8(ascii: "?"): 1
    case UInt8(ascii: "%"): formatLength
    case UInt8(ascii: "{"): bracedLength(from: 0)
    case UInt8(ascii: "$"):
      byte(at: 1) == UInt8(ascii: "{") ? bracedLength(from: 1) : wordLength(from: 1)
    case UInt8(ascii: ":"):
      byte(at: 1) != UInt8(ascii: ":") && (position == 0 || bytes[position - 1] != byte(at: 0))
        ? wordLength(from: 1) : 0
    case UInt8(ascii: "@"), UInt8(ascii: "#"): wordLength(from: 1)
    default: 0
    }
  }

  private func wordLength(from offset: Int) -> Int {
    var length = offset
    while byte(at: length).isSQLWord { length += 1 }
    return length > offset ? length : 0
  }

  /// `%s`, `%-5.2lld`, `%1$s`, `%(name)s`.
  private var formatLength: Int {
    var length = 1
    if byte(at: 1) == UInt8(ascii: "(") {
      while byte(at: length) != UInt8(ascii: ")") {
        if byte(at: length) == 0 { return 0 }
        length += 1
      }
      length += 1
    }
    while byte(at: length).isASCIIDigit || "$-+.*#lhqzjtL".utf8.contains(byte(at: length)) {
      length += 1
    }
    return "sdiuxXcfgeEGpqQwv".utf8.contains(byte(at: length)) ? length + 1 : 0
  }

  private func bracedLength(from offset: Int) -> Int {
    for length in offset..<(offset + 64) {
      let byte = byte(at: length)
      if byte == UInt8(ascii: "}") { return length + 1 }
      if byte == 0 || byte == 0x0a { return 0 }
    }
    return 0
  }

  /// `$$` or `$tag$`: the quotes of a body, whose text is scanned like the text around it.
  private var dollarTagLength: Int {
    guard byte(at: 0) == UInt8(ascii: "$") else { return 0 }
    var length = 1
    while byte(at: length).isSQLWord, byte(at: length) != UInt8(ascii: "$"), length < 64 {
      length += 1
    }
    let isTag = byte(at: length) == UInt8(ascii: "$") && !byte(at: 1).isASCIIDigit
    return isTag ? length + 1 : 0
  }

  /// `[name]` of T-SQL, as opposed to an array subscript.
  private var isBracketedName: Bool {
    if position > 0, bytes[position - 1].isSQLWord || bytes[position - 1] == UInt8(ascii: "]") {
      return false
    }
    var length = 1
    while byte(at: length).isSQLWord || byte(at: length) == 0x20 { length += 1 }
    return length > 1 && byte(at: length) == UInt8(ascii: "]") && !byte(at: 1).isASCIIDigit
  }

  private mutating func scanString(into token: inout SQLToken) {
    token.kind = .string
    position += 1
    while position < bytes.count {
      let current = byte(at: 0)
      countLine(current)
      position += 1
      if current == UInt8(ascii: "\\"), escapesQuote {
        position += 1
      } else if current == UInt8(ascii: "'") {
        if byte(at: 0) != UInt8(ascii: "'") { break }
        position += 1
      }
    }
    token.range = token.range.lowerBound..<position
  }

  /// After a backslash in a string: whether it escapes the quote that follows. Standard SQL does not
  /// know the escape, so a quote before the end of a value closes the string.
  private var escapesQuote: Bool {
    if byte(at: 0) == UInt8(ascii: "\\") { return true }
    guard byte(at: 0) == UInt8(ascii: "'") else { return false }
    return !(byte(at: 1).isASCIISpace || ",);\0".utf8.contains(byte(at: 1)))
  }

  /// A name whose quote is missing is cut off, so it is as unknown as one with a hole.
  private mutating func scanQuoted(by quote: UInt8, into token: inout SQLToken) {
    if byte(at: 0) == UInt8(ascii: "\\") { position += 1 }
    position += 1
    let start = position
    var end = position
    var hasHole = false
    while position < bytes.count, byte(at: 0) != quote {
      hasHole = hasHole || placeholderLength > 0
      countLine(byte(at: 0))
      position += 1
      end = position
    }
    hasHole = hasHole || position >= bytes.count
    if end > start, position < bytes.count, bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    position = min(position + 1, bytes.count)
    token.kind = hasHole ? .placeholder : .quoted
    token.range = start..<end
  }

  private mutating func countLine(_ byte: UInt8) { if byte == 0x0a { line += 1 } }

  // MARK: What is passed over

  private mutating func skipBlanks() {
    while position < bytes.count {
      let current = byte(at: 0)
      let following = byte(at: 1)
      if current.isASCIISpace {
        countLine(current)
        position += 1
      } else if current == UInt8(ascii: "-"), following == current {
        skipLine()
      } else if current == UInt8(ascii: "/"), following == UInt8(ascii: "*") {
        skipBlockComment()
      } else if current == UInt8(ascii: "\\"), "ntr\n".utf8.contains(following), !isScript {
        countLine(following)
        position += 2
      } else if isScript, isClientLine {
        skipClientLine()
      } else {
        return
      }
    }
  }

  /// A line for the client program (`\connect x`, `delimiter //`) or a comment of MySQL's.
  private var isClientLine: Bool {
    guard position == 0 || bytes[position - 1] == 0x0a else { return false }
    if byte(at: 0) == UInt8(ascii: "\\") || byte(at: 0) == UInt8(ascii: "#") { return true }
    return position + 9 < bytes.count && SQLKeyword(bytes[position..<position + 9]) == .delimiter
      && byte(at: 9).isASCIISpace
  }

  private var isDelimiter: Bool {
    !delimiter.isEmpty && bytes[position...].starts(with: delimiter)
  }

  private mutating func skipClientLine() {
    let start = position
    skipLine()
    let words = bytes[start..<position].split { $0.isASCIISpace }
    guard words.count == 2, SQLKeyword(words[0]) == .delimiter else { return }
    delimiter = words[1] == [UInt8(ascii: ";")] ? [] : words[1]
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0a { position += 1 }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    while position < bytes.count {
      let pair = (byte(at: 0), byte(at: 1))
      countLine(pair.0)
      if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
        depth += 1
        position += 2
      } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
        depth -= 1
        position += 2
        if depth == 0 { return }
      } else {
        position += 1
      }
    }
  }

  /// `GO` alone on its line ends a batch of T-SQL, `/` one of PL/SQL.
  private func isBatchEnd(_ token: SQLToken) -> Bool {
    let isSlash = token.kind == .punctuation && bytes[token.range.lowerBound] == UInt8(ascii: "/")
    guard isScript, token.keyword == .go || isSlash else { return false }
    let before = token.range.lowerBound == 0 || bytes[token.range.lowerBound - 1] == 0x0a
    return before && (position >= bytes.count || bytes[position].isASCIISpace)
  }

  /// After `COPY … FROM stdin;` come rows of data, up to a line `\.`.
  private mutating func skipInlineData(after tokens: [SQLToken]) {
    guard isScript, tokens.first?.keyword == .copy, tokens.contains(where: { $0.keyword == .stdin })
    else { return }
    while position < bytes.count {
      let start = position
      skipLine()
      if bytes[start..<position].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: ".")]) { return }
      if position < bytes.count {
        countLine(bytes[position])
        position += 1
      }
    }
  }
}

extension UInt8 {
  /// Letters, digits, `_` and everything beyond ASCII.
  var isSQLWord: Bool {
    isASCIILower || isASCIIUpper || isASCIIDigit || self == UInt8(ascii: "_") || self >= 0x80
  }
}
