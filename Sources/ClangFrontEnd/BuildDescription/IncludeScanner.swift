/// An include directive as text, whatever conditions it stands under.
struct IncludeDirective: Sendable, Hashable {
  /// One-based.
  var line: Int
  /// As written between the quotes or brackets.
  var name: String
  var isAngled: Bool
  /// Where the name stands in the text.
  var range: Range<Int>
}

/// Finds include directives without preprocessing: comments and strings are skipped, conditions are
/// not judged. A name that is a macro stands for every literal that it was defined as above in the
/// same file; other names made by macros are not seen. Linear.
struct IncludeScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var line = 1
  private var directives: [IncludeDirective] = []
  /// What macros were defined as, where it has the form of a name of a header.
  private var headerNames: [String: [IncludeDirective]] = [:]

  static func scan(_ text: [UInt8]) -> [IncludeDirective] {
    text.withUnsafeBufferPointer { buffer in
      var scanner = IncludeScanner(text: buffer)
      while scanner.position < buffer.count { scanner.scanLine() }
      return scanner.directives
    }
  }

  private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// `position` stands at the start of a line.
  private mutating func scanLine() {
    skipBlanks()
    if position < text.count, text[position] == UInt8(ascii: "#") {
      position += 1
      skipBlanks()
      takeDirective()
    }
    skipToLineEnd()
  }

  private mutating func skipBlanks() {
    while position < text.count, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
  }

  private static let keywords: [StaticString] = ["include_next", "include", "import"]

  private mutating func takeDirective() {
    if isNext("define") { return takeDefinition() }
    guard let keyword = Self.keywords.first(where: isNext) else { return }
    position += keyword.utf8CodeUnitCount
    skipBlanks()
    if let directive = takeName() { return directives.append(directive) }
    for var directive in takeWord().flatMap({ headerNames[$0] }) ?? [] {
      directive.line = line
      directives.append(directive)
    }
  }

  private mutating func takeDefinition() {
    position += 6
    skipBlanks()
    guard let word = takeWord() else { return }
    skipBlanks()
    if let directive = takeName() { headerNames[word, default: []].append(directive) }
  }

  private mutating func takeWord() -> String? {
    let start = position
    while position < text.count, Self.isWord(text[position]) { position += 1 }
    return start == position ? nil : String(validating: text[start..<position], as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f: true
    default: false
    }
  }

  /// A name between quotes or brackets; leaves the position where there is none.
  private mutating func takeName() -> IncludeDirective? {
    guard position < text.count else { return nil }
    let isAngled = text[position] == UInt8(ascii: "<")
    guard isAngled || text[position] == UInt8(ascii: "\"") else { return nil }
    let close = UInt8(ascii: isAngled ? ">" : "\"")
    let start = position + 1
    var end = start
    while end < text.count, text[end] != close, text[end] != 0x0a { end += 1 }
    guard end < text.count, text[end] == close, end > start, end - start < 4096 else {
      return nil
    }
    position = end + 1
    guard let name = String(validating: text[start..<end], as: UTF8.self) else { return nil }
    return IncludeDirective(line: line, name: name, isAngled: isAngled, range: start..<end)
  }

  private func isNext(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= text.count else { return false }
    for index in 0..<count where text[position + index] != word.utf8Start[index] { return false }
    return true
  }

  /// Past the end of the line, or of the comment that begins on it.
  private mutating func skipToLineEnd() {
    while position < text.count {
      let byte = text[position]
      position += 1
      switch byte {
      case 0x0a:
        line += 1
        return
      case UInt8(ascii: "/") where position < text.count:
        if text[position] == UInt8(ascii: "*") { skipComment() }
        if position < text.count, text[position] == UInt8(ascii: "/") { skipRestOfLine() }
      case UInt8(ascii: "\""): skipLiteral(UInt8(ascii: "\""))
      case UInt8(ascii: "'"): skipLiteral(UInt8(ascii: "'"))
      default: break
      }
    }
  }

  private mutating func skipComment() {
    position += 1
    while position < text.count {
      let byte = text[position]
      position += 1
      if byte == 0x0a { line += 1 }
      if byte == UInt8(ascii: "*"), position < text.count, text[position] == UInt8(ascii: "/") {
        position += 1
        return
      }
    }
  }

  /// To the line's end, which is not taken.
  private mutating func skipRestOfLine() {
    while position < text.count, text[position] != 0x0a { position += 1 }
  }

  /// To the closing quote, or to the line's end where there is none (apostrophes in `#error` text).
  private mutating func skipLiteral(_ quote: UInt8) {
    var end = position
    while end < text.count, text[end] != quote {
      if text[end] == 0x0a { return }
      end += text[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(end + 1, text.count)
  }
}
