internal import Facts

/// A word, number, text or mark of a source; 20 bytes.
struct SourceToken: Sendable {
  enum Kind: UInt8, Sendable { case word, number, text, mark }

  var kind: Kind
  /// Of marks the character; of texts the quote.
  var byte: UInt8
  /// Bytes of the source; of texts what stands between the quotes.
  var start: UInt32
  var end: UInt32
  var line: UInt32
  /// Index of the bracket that belongs to this one; 0 for none.
  var partner: UInt32 = 0
}

/// The tokens of a source, comments left out, brackets joined to pairs.
///
/// It is cut by the few things that all languages share, so that one reader of calls serves all of
/// them. Linear in the source; what breaks the rules of the language gives some tokens all the same.
struct SourceTokens: Sendable {
  let source: [UInt8]
  let lexis: Lexis
  private(set) var tokens: [SourceToken] = []

  init(_ source: [UInt8], _ lexis: Lexis) {
    self.source = source
    self.lexis = lexis
    tokens.reserveCapacity(source.count / 5)
    var cutter = TokenCutter(source, lexis)
    tokens = cutter.cut()
    BracketPairs(source: source, lexis: lexis).join(&tokens)
  }

  var count: Int { tokens.count }

  /// The token at an index; before the first and behind the last a mark that is no character.
  subscript(index: Int) -> SourceToken {
    tokens.indices.contains(index)
      ? tokens[index] : SourceToken(kind: .mark, byte: 0, start: 0, end: 0, line: 0)
  }

  func text(_ index: Int) -> String {
    guard tokens.indices.contains(index) else { return "" }
    return String(decoding: bytes(index), as: UTF8.self)
  }

  func bytes(_ index: Int) -> ArraySlice<UInt8> {
    let token = self[index]
    return source[Int(token.start)..<Int(token.end)]
  }

  func isMark(_ index: Int, _ mark: Character) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .mark
      && tokens[index].byte == mark.asciiValue
  }

  func isWord(_ index: Int, _ word: String) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .word
      && bytes(index).elementsEqual(word.utf8)
  }

  func isWord(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .word
  }

  /// Two marks without anything between: `=>`, `->`, `::`.
  func isPair(_ index: Int, _ first: Character, _ second: Character) -> Bool {
    isMark(index, first) && isMark(index + 1, second)
      && tokens[index].end == tokens[index + 1].start
  }

  /// The bracket that closes the one at `index`; the end of the source where none does.
  func close(_ index: Int) -> Int {
    let partner = Int(self[index].partner)
    return partner > index ? partner : tokens.count
  }

  /// The bracket that opens what the one at `index` closes; nil where there is none.
  func open(_ index: Int) -> Int? {
    let token = self[index]
    let partner = Int(token.partner)
    return partner > 0 && partner - 1 < index && token.kind == .mark
      && [0x29, 0x5d, 0x7d].contains(token.byte) ? partner - 1 : nil
  }

  func line(_ index: Int) -> UInt32 {
    tokens.isEmpty ? 1 : tokens[min(max(0, index), tokens.count - 1)].line
  }

  /// Whether the token is a literal that begins so.
  func text(_ index: Int, begins start: String) -> Bool {
    tokens[index].kind == .text && bytes(index).starts(with: start.utf8)
  }

  /// The token that closes the bracket at an index; nil where none opens there.
  func closed(from index: Int) -> Int? {
    guard tokens[index].kind == .mark, [0x28, 0x5b, 0x7b].contains(tokens[index].byte) else {
      return nil
    }
    return close(index)
  }

  /// Whether words stand there one behind the other, with marks between: `com.amazonaws`.
  func isPath(_ index: Int, _ words: [String]) -> Bool {
    var place = index
    for (number, word) in words.enumerated() {
      if number > 0 {
        guard isMark(place, ".") || isPair(place, ":", ":") else { return false }
        place += isMark(place, ".") ? 1 : 2
      }
      guard isWord(place, word) else { return false }
      place += 1
    }
    return !words.isEmpty
  }

  /// The first token in a line or behind it. Logarithmic.
  func first(at line: UInt32) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The source of some tokens on one line, shortened.
  func spelling(_ range: Range<Int>, limit: Int = 160) -> String {
    guard let first = range.first, range.upperBound <= tokens.count, !range.isEmpty else {
      return ""
    }
    var start = Int(tokens[first].start)
    var end = Int(tokens[range.upperBound - 1].end)
    if tokens[first].kind == .text { start = max(0, start - 1) }
    if tokens[range.upperBound - 1].kind == .text { end = min(source.count, end + 1) }
    guard start < end else { return "" }
    let whole = source[start..<end]
    let text = String(decoding: whole.prefix(limit), as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words + (whole.count > limit ? "…" : "")
  }
}

/// Joins brackets to pairs, and Ruby's words that open and close a block.
///
/// An opening one knows the place of the other; a closing one knows it plus one, so that 0 is none.
struct BracketPairs {
  let source: [UInt8]
  let lexis: Lexis

  private enum Ruby {
    static let openers: Set<String> = ["do", "def", "class", "module", "begin", "case", "for"]
    static let conditions: Set<String> = ["if", "unless", "while", "until"]
  }

  func join(_ tokens: inout [SourceToken]) {
    var open: [Int] = []
    for index in tokens.indices {
      switch tokens[index].kind {
      case .mark: joinMark(index, &tokens, &open)
      case .word where lexis.isRuby: joinWord(index, &tokens, &open)
      default: break
      }
    }
  }

  private func joinMark(_ index: Int, _ tokens: inout [SourceToken], _ open: inout [Int]) {
    switch tokens[index].byte {
    case 0x28, 0x5b, 0x7b: open.append(index)
    case 0x29, 0x5d, 0x7d:
      let wanted: UInt8 = tokens[index].byte == 0x29 ? 0x28 : tokens[index].byte - 2
      guard let place = open.suffix(64).lastIndex(where: { tokens[$0].byte == wanted }) else {
        return
      }
      pair(open[place], index, &tokens)
      open.removeSubrange(place...)
    default: break
    }
  }

  private func pair(_ first: Int, _ last: Int, _ tokens: inout [SourceToken]) {
    tokens[first].partner = UInt32(last)
    tokens[last].partner = UInt32(first + 1)
  }

  private func joinWord(_ index: Int, _ tokens: inout [SourceToken], _ open: inout [Int]) {
    let length = tokens[index].end - tokens[index].start
    guard length <= 6, length >= 2 else { return }
    let isMember = index > 0 && tokens[index - 1].kind == .mark && tokens[index - 1].byte == 0x2e
    if isMember { return }
    let isKey =
      Int(tokens[index].end) < source.count && source[Int(tokens[index].end)] == 0x3a
    if isKey { return }
    let word = String(
      decoding: source[Int(tokens[index].start)..<Int(tokens[index].end)], as: UTF8.self)
    if word == "end" {
      guard let place = open.suffix(64).lastIndex(where: { tokens[$0].kind == .word }) else {
        return
      }
      pair(open[place], index, &tokens)
      open.removeSubrange(place...)
    } else if Ruby.openers.contains(word) {
      if word == "do", closesLoop(index, tokens, open) { return }
      if word == "def", isEndless(index, tokens) { return }
      open.append(index)
    } else if Ruby.conditions.contains(word), startsStatement(index, tokens) {
      open.append(index)
    }
  }

  /// `while x do`: the `do` is part of the loop.
  private func closesLoop(_ index: Int, _ tokens: [SourceToken], _ open: [Int]) -> Bool {
    guard let last = open.last, tokens[last].kind == .word, tokens[last].line == tokens[index].line
    else { return false }
    let word = source[Int(tokens[last].start)..<Int(tokens[last].end)]
    return ["while", "until", "for"].contains { word.elementsEqual($0.utf8) }
  }

  /// `def name(x) = value`.
  private func isEndless(_ index: Int, _ tokens: [SourceToken]) -> Bool {
    var next = index + 2
    guard next < tokens.count, tokens[next].line == tokens[index].line else { return false }
    if tokens[next].byte == 0x28, tokens[next].kind == .mark {
      var depth = 0
      while next < tokens.count {
        if tokens[next].kind == .mark {
          if tokens[next].byte == 0x28 { depth += 1 }
          if tokens[next].byte == 0x29 { depth -= 1 }
        }
        next += 1
        if depth == 0 { break }
      }
    }
    guard next < tokens.count, tokens[next].kind == .mark else { return false }
    return tokens[next].byte == 0x3d && tokens[next].line == tokens[index].line
      && tokens[next].start > tokens[next - 1].end
  }

  private func startsStatement(_ index: Int, _ tokens: [SourceToken]) -> Bool {
    guard index > 0, tokens[index - 1].line == tokens[index].line else { return true }
    let last = tokens[index - 1]
    if last.kind == .mark { return ![0x29, 0x5d, 0x7d, 0x3f, 0x21].contains(last.byte) }
    guard last.kind == .word else { return false }
    let word = source[Int(last.start)..<Int(last.end)]
    return ["do", "then", "else", "begin"].contains { word.elementsEqual($0.utf8) }
  }
}
