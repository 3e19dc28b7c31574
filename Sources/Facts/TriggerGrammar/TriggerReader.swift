internal import Basics

/// Reads declarations byte by byte, remembering lines and columns for messages.
struct TriggerReader {
  private let bytes: [UInt8]
  private var position = 0
  private var result = TriggerGrammar.Result()

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  // MARK: Carriers

  mutating func readComment() -> TriggerGrammar.Result {
    while let start = nextMark() {
      position = start + Self.mark.count + 1
      let isBraced = peek() == UInt8(ascii: "{")
      if isBraced { position += 1 }
      skipSpaces()
      let isOwnLine = isDecoration(before: start)
      guard isOwnLine || isAfterSentence(start) else { continue }
      readDeclaration(from: start, strict: isOwnLine)
    }
    return result
  }

  mutating func readAnnotation() -> TriggerGrammar.Result {
    position = Self.mark.count + 1
    readDeclaration(from: 0, strict: true)
    return result
  }

  private static let mark = Array("trigger".utf8)

  /// The place of the next `@trigger` or `\trigger` that is a word of its own.
  private func nextMark() -> Int? {
    var index = position
    while index + Self.mark.count < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "@") || bytes[index] == UInt8(ascii: "\\"),
        bytes[(index + 1)...].starts(with: Self.mark)
      else { continue }
      let after = index + 1 + Self.mark.count
      let ends =
        after >= bytes.count || bytes[after].isASCIISpace || bytes[after] == UInt8(ascii: "{")
      if ends, index == 0 || !isQuoting(bytes[index - 1]) { return index }
    }
    return nil
  }

  private func isQuoting(_ byte: UInt8) -> Bool {
    byte.isSQLWord || "`'\"@\\".utf8.contains(byte)
  }

  /// Whether only the marks of a comment stand before the place on its line.
  private func isDecoration(before place: Int) -> Bool {
    var index = place - 1
    while index >= 0, bytes[index] != 0x0a {
      guard bytes[index].isASCIISpace || "/*!<#-".utf8.contains(bytes[index]) else { return false }
      index -= 1
    }
    return true
  }

  /// Whether a sentence or another declaration ends before the place.
  private func isAfterSentence(_ place: Int) -> Bool {
    var index = place - 1
    while index >= 0, bytes[index].isASCIISpace { index -= 1 }
    return index < 0 || ".;:)}!\"".utf8.contains(bytes[index]) || index < lastEnd
  }

  /// The end of the last declaration that was read.
  private var lastEnd = -1

  // MARK: Declarations

  private mutating func readDeclaration(from start: Int, strict: Bool) {
    let kindStart = position
    let name = readWord { !$0.isASCIISpace && !"}{*=".utf8.contains($0) }
    let kind = TriggerKind(rawValue: name).flatMap { TriggerGrammar.kinds.contains($0) ? $0 : nil }
    guard let kind else {
      if strict { report(unknownKind(name), at: kindStart) }
      return
    }
    var attributes: [TriggerDeclaration.Attribute] = []
    while let attribute = readPair() {
      guard let attribute = attribute.value else { continue }
      if attributes.contains(where: { $0.key == attribute.key }) {
        report("'\(attribute.key)' is given twice, keep one", at: position)
      } else {
        attributes.append(attribute)
      }
    }
    lastEnd = position
    result.entries.append(
      TriggerGrammar.Entry(
        kind: kind, attributes: attributes, lineOffset: line(of: start),
        evidence: evidence(start..<position)))
  }

  private func unknownKind(_ name: String) -> String {
    if name.isEmpty { return "'@trigger' has no kind, write '@trigger schedule' or another" }
    let known = TriggerGrammar.kinds.map(\.rawValue)
    return "'\(name)' is not a kind of trigger" + NearestName.hint(for: name, among: known)
  }

  /// What a pair held: nothing where it broke the grammar.
  private struct Pair { var value: TriggerDeclaration.Attribute? }

  /// The next pair, nil where the declaration ends.
  private mutating func readPair() -> Pair? {
    let end = position
    skipToPair()
    let start = position
    let key = readWord { $0.isSQLWord || $0 == UInt8(ascii: "-") }
    guard !key.isEmpty, peek() == UInt8(ascii: "=") else {
      position = end
      return nil
    }
    let isNextLine = line(of: start) > line(of: end)
    guard let known = TriggerKey(rawValue: key) else {
      guard !isNextLine else {
        position = end
        return nil
      }
      position += 1
      _ = readValue(of: key)
      let names = TriggerKey.allCases.map(\.rawValue)
      report("'\(key)' is not a key" + NearestName.hint(for: key, among: names), at: start)
      return Pair()
    }
    position += 1
    guard let value = readValue(of: key) else { return Pair() }
    if let problem = known.problem(with: value) {
      report(problem, at: start)
      return Pair()
    }
    return Pair(value: TriggerDeclaration.Attribute(key: key, value: value))
  }

  /// Over blanks, a line end and the marks that the next line of a comment begins with.
  private mutating func skipToPair() {
    skipSpaces()
    guard peek() == 0x0a || peek() == 0x0d else { return }
    while let byte = peek(), byte.isASCIISpace { position += 1 }
    if peek() == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") { position += 2 }
    while let byte = peek(), "/!#".utf8.contains(byte) {
      position += 1
    }
    if peek() == UInt8(ascii: "*"), peek(1) != UInt8(ascii: "/") { position += 1 }
    skipSpaces()
  }

  /// A quoted value, or a token up to a blank or the end of the comment.
  private mutating func readValue(of key: String) -> String? {
    let start = position
    let escaped = peek() == UInt8(ascii: "\\") && peek(1) == UInt8(ascii: "\"")
    if escaped { position += 1 }
    if peek() == UInt8(ascii: "\"") {
      position += 1
      let value = readWord { $0 != UInt8(ascii: "\"") && $0 != 0x0a }
      guard peek() == UInt8(ascii: "\"") else {
        let hint = value.hasSuffix("*/") ? ", and '*/' ends a block comment: use '//'" : ""
        report("the value of '\(key)' has no closing quote" + hint, at: start)
        return nil
      }
      position += 1
      return escaped && value.hasSuffix("\\") ? String(value.dropLast()) : value
    }
    var token = Substring(readToken())
    if let end = token.firstRange(of: "*/"), token[end.upperBound...].isEmpty {
      token = token[..<end.lowerBound]
      position -= 2
    }
    if token.hasSuffix(",") { token = token.dropLast() }
    if token.isEmpty { report("'\(key)' has no value", at: start) }
    return token.isEmpty ? nil : String(token)
  }

  // MARK: Text

  private func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private mutating func skipSpaces() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 { position += 1 }
  }

  private mutating func readWord(while belongs: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = peek(), belongs(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Up to a blank, or the brace that closes what was not opened within: `/orders/{id}`.
  private mutating func readToken() -> String {
    let start = position
    var depth = 0
    while let byte = peek(), !byte.isASCIISpace {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { break }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func line(of place: Int) -> Int { bytes[..<place].count { $0 == 0x0a } }

  private mutating func report(_ message: String, at place: Int) {
    let lineStart = bytes[..<place].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    result.problems.append(
      TriggerGrammar.Problem(
        message: message, lineOffset: line(of: place), column: place - lineStart + 1))
  }

  /// On one line, without the marks that lines of a comment begin with.
  private func evidence(_ range: Range<Int>) -> String {
    let lines = String(decoding: bytes[range], as: UTF8.self).split { $0.isNewline }
    let words = lines.enumerated().flatMap { number, line in
      let words = line.split(whereSeparator: \.isWhitespace)
      let isMark = { (word: Substring) in word.allSatisfy { "/*!#".contains($0) } }
      return number > 0 && words.first.map(isMark) == true ? words.dropFirst() : words[...]
    }
    let text = words.joined(separator: " ")
    return text.hasSuffix("*/") ? String(text.dropLast(2)).trimmedEnd : text
  }
}

extension String {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
