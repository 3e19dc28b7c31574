/// Cuts a source into tokens, one byte after another.
struct TokenCutter {
  let source: [UInt8]
  let lexis: Lexis
  var position = 0
  var line: UInt32 = 1
  var tokens: [SourceToken] = []
  /// Ends of texts that begin on the next line.
  var heredocs: [[UInt8]] = []

  init(_ source: [UInt8], _ lexis: Lexis) {
    self.source = source
    self.lexis = lexis
    tokens.reserveCapacity(source.count / 5)
  }

  mutating func cut() -> [SourceToken] {
    if lexis.isPHP { skipPage() }
    while position < source.count { step() }
    return tokens
  }

  func byte(_ offset: Int = 0) -> UInt8 {
    let place = position + offset
    return place < source.count && place >= 0 ? source[place] : 0
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte == 0x5f || byte >= 0x80
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  func isWordByte(_ byte: UInt8) -> Bool {
    Self.isLetter(byte) || Self.isDigit(byte) || byte == 0x24 && lexis.dollarIsLetter
      || byte == 0x5c && lexis.isPHP
  }

  mutating func step() {
    let next = byte()
    switch next {
    case 0x0a:
      line += 1
      position += 1
      if !heredocs.isEmpty { skipHeredocs() }
    case 0x00...0x20: position += 1
    case _ where Self.isDigit(next): cutNumber()
    case _ where Self.isLetter(next) || next == 0x24 && lexis.dollarIsLetter: cutWord()
    case 0x5c where lexis.isPHP: cutWord()
    case 0x22: cutText(next)
    case 0x27: cutSingle()
    case 0x60 where lexis.back != .none: cutText(next)
    case 0x2f: cutSlash()
    case 0x23 where lexis.hasHashComments: cutHash()
    case 0x3a where lexis.isRuby: cutSymbol()
    case 0x25 where lexis.isRuby: cutPercent()
    case 0x3c: cutLess()
    case 0x3f where lexis.isPHP && byte(1) == 0x3e: skipPage()
    case 0x24, 0x40:
      if lexis.isRuby, Self.isLetter(byte(1)) || byte(1) == 0x40 { return cutVariable() }
      if byte(1) == 0x22 || byte(2) == 0x22, !lexis.isRuby { return cutPrefixed() }
      mark()
    default: mark()
    }
  }

  mutating func mark() {
    add(.mark, byte(), position, position + 1, line)
    position += 1
  }

  mutating func add(
    _ kind: SourceToken.Kind, _ byte: UInt8, _ start: Int, _ end: Int, _ line: UInt32
  ) {
    let last = min(max(0, end), source.count)
    let first = min(max(0, start), last)
    tokens.append(
      SourceToken(kind: kind, byte: byte, start: UInt32(first), end: UInt32(last), line: line))
  }

  // MARK: Words and numbers

  mutating func cutWord() {
    let start = position
    while position < source.count, isWordByte(source[position]) { position += 1 }
    if lexis.isRuby, byte() == 0x3f || byte() == 0x21, byte(1) != 0x3d { position += 1 }
    let length = position - start
    if byte() == 0x22 || byte() == 0x27, length <= 2, isTextPrefix(start, length) {
      return cutMarked(start, length)
    }
    if byte() == 0x23, length <= 2, source[start] == 0x72, !lexis.hasHashComments {
      return cutMarked(start, length)
    }
    add(.word, 0, start, position, line)
  }

  /// `r"…"`, `f'…'`, `b"…"`, `u8"…"`, `R"…"`.
  func isTextPrefix(_ start: Int, _ length: Int) -> Bool {
    if lexis.isRuby || lexis.isPHP { return false }
    return source[start..<start + length].allSatisfy {
      [0x72, 0x66, 0x62, 0x75, 0x63, 0x4c, 0x55, 0x38, 0x73].contains($0 | 0x20) || $0 == 0x4c
        || $0 == 0x55
    }
  }

  mutating func cutMarked(_ start: Int, _ length: Int) {
    let isRaw = source[start..<start + length].contains { $0 == 0x72 || $0 == 0x52 }
    if lexis.isCFamily, isRaw { return cutRawC() }
    if isRaw, !lexis.isPython {
      var marks = 0
      while byte(marks) == 0x23 { marks += 1 }
      guard byte(marks) == 0x22 else { return add(.word, 0, start, position, line) }
      position += marks
      return cutUntil([0x22] + Array(repeating: 0x23, count: marks), skip: 1)
    }
    cutText(byte(), isRaw: isRaw)
  }

  /// `R"x(…)x"`.
  mutating func cutRawC() {
    var end = position + 1
    while end < source.count, source[end] != 0x28, end - position < 20 { end += 1 }
    guard end < source.count, source[end] == 0x28 else { return cutText(0x22) }
    let name = Array(source[(position + 1)..<end])
    cutUntil([0x29] + name + [0x22], skip: name.count + 2)
  }

  /// A text up to `end`, behind `skip` bytes that open it.
  mutating func cutUntil(_ end: [UInt8], skip: Int) {
    let (start, first) = (position + skip, line)
    position = start
    while position < source.count {
      if source[position] == end[0], source[position...].starts(with: end) { break }
      if source[position] == 0x0a { line += 1 }
      position += 1
    }
    add(.text, 0x22, min(start, position), position, first)
    position = min(source.count, position + end.count)
  }

  mutating func cutNumber() {
    let start = position
    while position < source.count {
      let next = source[position]
      let isSeparator = next == 0x27 && lexis.isCFamily && Self.isDigit(byte(1))
      let isPoint = next == 0x2e && Self.isDigit(byte(1))
      guard Self.isDigit(next) || Self.isLetter(next) || isSeparator || isPoint else { break }
      position += 1
    }
    add(.number, 0, start, position, line)
  }

  // MARK: Texts

  mutating func cutSingle() {
    switch lexis.single {
    case .text: cutText(0x27)
    case .none, .name: mark()
    case .character:
      // A character, or the name of a lifetime.
      if byte(1) == 0x5c || byte(2) == 0x27 || byte(1) >= 0x80 {
        let limit = min(source.count, position + 12)
        var end = position + (byte(1) == 0x5c ? 3 : 2)
        while end < limit, source[end] != 0x27, source[end] != 0x0a { end += 1 }
        if end < limit, source[end] == 0x27 {
          add(.text, 0x27, position + 1, end, line)
          position = end + 1
          return
        }
      }
      mark()
    }
  }

  mutating func cutText(_ quote: UInt8, isRaw: Bool = false) {
    if quote == 0x60, lexis.back == .name {
      let start = position + 1
      position = start
      while position < source.count, byte() != 0x60, byte() != 0x0a { position += 1 }
      add(.word, 0, start, position, line)
      position += 1
      return
    }
    if lexis.hasTripleQuotes, byte(1) == quote, byte(2) == quote {
      return cutUntil([quote, quote, quote], skip: 3)
    }
    let first = line
    let start = position + 1
    let isLong = lexis.isMultiline || quote == 0x60
    let isLiteral = quote == 0x60 && lexis.interpolation == 0 || isRaw && !lexis.isPython
    skipText(quote, isLong: isLong, isLiteral: isLiteral)
    add(.text, quote, start, max(start, position), first)
    if byte() == quote { position += 1 }
  }

  /// Moves from the quote that opens a text to the one that closes it, or to the end of its line.
  mutating func skipText(
    _ quote: UInt8, isLong: Bool, isLiteral: Bool = false, depth: Int = 0
  ) {
    position += 1
    while position < source.count {
      let next = source[position]
      if next == quote { return }
      if next == 0x0a {
        if !isLong { return }
        line += 1
      }
      if next == 0x5c, !isLiteral {
        if lexis.interpolation == 0x5c, byte(1) == 0x28, depth < 8 {
          position += 1
          skipExpression(depth)
          continue
        }
        if byte(1) == 0x0a { line += 1 }
        position += 2
        continue
      }
      if next == lexis.interpolation, next != 0, byte(1) == 0x7b, depth < 8,
        quote != 0x27, !isLiteral
      {
        position += 1
        skipExpression(depth)
        continue
      }
      position += 1
    }
  }

  /// Moves behind the bracket that closes the expression inside a text.
  mutating func skipExpression(_ depth: Int) {
    let open = byte()
    let close: UInt8 = open == 0x28 ? 0x29 : 0x7d
    var level = 0
    while position < source.count {
      let next = source[position]
      if next == open { level += 1 }
      if next == close {
        level -= 1
        if level == 0 {
          position += 1
          return
        }
      }
      if next == 0x0a { line += 1 }
      if next == 0x22 || next == 0x60 || next == 0x27 && lexis.single == .text {
        skipText(next, isLong: next == 0x60, depth: depth + 1)
      }
      position += 1
    }
  }

  /// `$"…"`, `@"…"`, `$@"…"`.
  mutating func cutPrefixed() {
    var isVerbatim = false
    let start = position
    while byte() == 0x24 || byte() == 0x40 {
      if byte() == 0x40 { isVerbatim = true }
      position += 1
    }
    guard byte() == 0x22 else {
      position = start
      return mark()
    }
    guard isVerbatim else { return cutText(0x22) }
    let (begin, first) = (position + 1, line)
    position = begin
    while position < source.count {
      if byte() == 0x22 {
        if byte(1) != 0x22 { break }
        position += 1
      }
      if byte() == 0x0a { line += 1 }
      position += 1
    }
    add(.text, 0x22, begin, min(position, source.count), first)
    position += 1
  }

  // MARK: Comments and what looks like them

  mutating func cutHash() {
    if lexis.isPHP, byte(1) == 0x5b { return mark() }
    skipLine()
  }

  mutating func skipLine() {
    while position < source.count, source[position] != 0x0a {
      if lexis.isPHP, byte() == 0x3f, byte(1) == 0x3e { return }
      position += 1
    }
  }

  mutating func cutSlash() {
    if lexis.hasSlashComments, byte(1) == 0x2f { return skipLine() }
    if lexis.hasSlashComments, byte(1) == 0x2a { return skipComment() }
    if lexis.hasRegexes, canBeRegex { return cutRegex() }
    mark()
  }

  mutating func skipComment() {
    var depth = 0
    while position < source.count {
      if byte() == 0x2f, byte(1) == 0x2a, depth == 0 || lexis.nestsComments {
        depth += 1
        position += 2
      } else if byte() == 0x2a, byte(1) == 0x2f {
        depth -= 1
        position += 2
        if depth <= 0 { return }
      } else {
        if byte() == 0x0a { line += 1 }
        position += 1
      }
    }
  }

  var canBeRegex: Bool {
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .number, .text: return false
    case .mark: return ![0x29, 0x5d, 0x7d].contains(last.byte)
    case .word:
      let word = source[Int(last.start)..<Int(last.end)]
      if ["return", "when", "if", "unless", "and", "or", "not", "typeof", "case"]
        .contains(where: { word.elementsEqual($0.utf8) })
      {
        return true
      }
      // `get /x/ => …` against `a / b`.
      return lexis.isRuby && Int(last.end) < position && byte(1) > 0x20 && byte(1) != 0x3d
    }
  }

  mutating func cutRegex() {
    let start = position + 1
    var isSet = false
    var end = start
    while end < source.count, source[end] != 0x0a {
      if source[end] == 0x5c {
        end += 2
        continue
      }
      if source[end] == 0x5b { isSet = true }
      if source[end] == 0x5d { isSet = false }
      if source[end] == 0x2f, !isSet { break }
      end += 1
    }
    guard end < source.count, source[end] == 0x2f else { return mark() }
    add(.text, 0x2f, start, end, line)
    position = end + 1
    while Self.isLetter(byte()) { position += 1 }
  }
}
