internal import Basics
internal import ClangBinding
internal import Facts

/// Triggers that attributes declare: `annotate("trigger:…")`.
extension TreeWalk {
  func addAnnotation(_ frame: Frame) {
    let text = unit.spelling(of: frame.cursor)
    guard text.hasPrefix("trigger:") else { return }
    let position = unit.position(of: frame.cursor)
    let file = symbols.number(of: position.file)
    guard let draft = draft(file) else { return }
    // A definition shows the attributes of its earlier declarations again.
    let place = UInt64(UInt32(bitPattern: file)) << 32 | UInt64(position.offset)
    guard seenAnnotations.insert(place).inserted else { return }
    let more = Annotation.furtherArguments(
      drafts[draft].bytes, start: Int(position.offset), end: Int(unit.end(of: frame.cursor).offset))
    let written = ([String(text.dropFirst("trigger:".count))] + more).joined(separator: " ")
    guard let reading = readers.trigger(written) else {
      return addMalformed(written, draft, position.line)
    }
    let number = drafts[draft].number(of: frame.symbol)
    drafts[draft].facts.triggers.append(
      TriggerDeclaration(
        kind: reading.kind, origin: .attribute, rule: "attribute.annotate",
        handler: frame.symbol == nil ? .nothing : .symbol(number), attributes: reading.attributes,
        line: position.line, evidence: "trigger:" + written))
  }

  private func addMalformed(_ text: String, _ draft: Int, _ line: UInt32) {
    diagnostics.append(.malformedTrigger(text, drafts[draft].facts.path, line))
  }

  /// Triggers that comments declare, joined to the functions that follow them.
  func addTriggerComments() {
    for i in drafts.indices where !drafts[i].scan.comments.isEmpty {
      diagnostics += drafts[i].addTriggerComments(readers)
    }
  }
}

extension Diagnostic {
  fileprivate static func malformedTrigger(_ text: String, _ path: String, _ line: UInt32) -> Self {
    Diagnostic(
      .warning, "malformed-trigger",
      "cannot read the trigger declaration '\(text.escapedForTerminal)'; write '@trigger <kind> "
        + "key=value …' with a kind of 'cleave info triggers'", path: path, line: Int(line))
  }
}

private enum Annotation {
  /// String literals behind the first one in an attribute's text, which newer compilers accept.
  static func furtherArguments(_ bytes: [UInt8], start: Int, end: Int) -> [String] {
    guard start >= 0, end <= bytes.count, start < end else { return [] }
    var found: [String] = []
    var open: Int?
    var at = start
    while at < end {
      if bytes[at] == 0x5c {
        at += 1
      } else if bytes[at] == UInt8(ascii: "\"") {
        if let from = open {
          found.append(LiteralText.content(of: String(decoding: bytes[from...at], as: UTF8.self)))
          open = nil
        } else {
          open = at
        }
      }
      at += 1
    }
    return Array(found.dropFirst())
  }
}

// MARK: - Comments

extension FileDraft {
  /// Reads the `@trigger` lines of the comments; each belongs to the function that follows.
  fileprivate mutating func addTriggerComments(_ readers: FactReaders) -> [Diagnostic] {
    functions.sort { $0.offset < $1.offset }
    var diagnostics: [Diagnostic] = []
    for declaration in TriggerComments(bytes: bytes, comments: scan.comments).declarations() {
      guard let reading = readers.trigger(declaration.text) else {
        diagnostics.append(.malformedTrigger(declaration.text, facts.path, declaration.line))
        continue
      }
      let handler = function(after: declaration.end)
      if handler == nil {
        diagnostics.append(
          Diagnostic(
            .warning, "unattached-trigger",
            "the trigger declaration stands before no function; move it directly before one",
            path: facts.path, line: Int(declaration.line)))
      }
      facts.triggers.append(
        TriggerDeclaration(
          kind: reading.kind, origin: .comment, rule: "comment.trigger",
          handler: handler.map { .symbol($0) } ?? .nothing, attributes: reading.attributes,
          line: declaration.line, evidence: "@trigger " + declaration.text))
    }
    return diagnostics
  }

  /// The function whose declaration begins behind `offset`, with nothing between that ends a
  /// declaration: macros and attributes may stand there.
  private func function(after offset: Int) -> UInt32? {
    let text = TriggerComments(bytes: bytes, comments: scan.comments)
    let start = text.nextCode(after: offset)
    guard let next = functions.first(where: { $0.offset >= UInt32(clamping: start) }) else {
      return nil
    }
    let between = bytes[start..<max(start, min(Int(next.offset), bytes.count))]
    return between.contains { ";{}".utf8.contains($0) } ? nil : next.symbol
  }
}

/// Trigger declarations in the comments of one file.
private struct TriggerComments {
  let bytes: [UInt8]
  let comments: [Range<Int>]

  struct Found {
    /// Behind `@trigger`, continuation lines joined.
    var text: String
    var line: UInt32
    /// End of the comment.
    var end: Int
  }

  func declarations() -> [Found] {
    var found: [Found] = []
    var line: UInt32 = 1
    var at = 0
    for comment in comments {
      while at < comment.lowerBound {
        if bytes[at] == UInt8(ascii: "\n") { line += 1 }
        at += 1
      }
      add(comment, line, to: &found)
    }
    return found
  }

  /// Takes the lines of one comment. A line that begins with `key=` goes on with the declaration
  /// before it, also from one line comment to the next.
  private func add(_ comment: Range<Int>, _ firstLine: UInt32, to found: inout [Found]) {
    var line = firstLine
    var continues = found.last.map { isBlank($0.end..<comment.lowerBound) } ?? false
    for part in bytes[comment].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      let text = Self.stripped(part)
      if let declared = Self.declared(in: text) {
        found.append(Found(text: declared, line: line, end: comment.upperBound))
        continues = true
      } else if continues, Self.isPair(text) {
        found[found.count - 1].text += " " + text
        found[found.count - 1].end = comment.upperBound
      } else {
        continues = false
      }
      line += 1
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(\.isBlank) }

  /// Without the marks of the comment.
  private static func stripped(_ line: ArraySlice<UInt8>) -> String {
    var rest = line
    if rest.count >= 2, rest.suffix(2).elementsEqual("*/".utf8) { rest = rest.dropLast(2) }
    rest = rest.drop { $0.isBlank || "/*!<".utf8.contains($0) }
    while let last = rest.last, last.isBlank { rest = rest.dropLast() }
    return String(decoding: rest, as: UTF8.self)
  }

  private static func declared(in text: String) -> String? {
    let word = "trigger"
    guard let mark = text.utf8.first, mark == UInt8(ascii: "@") || mark == 0x5c,
      text.dropFirst().hasPrefix(word)
    else { return nil }
    let rest = text.dropFirst(1 + word.count)
    guard let next = rest.first else { return "" }
    if next == "{" { return String(rest.dropFirst().prefix { $0 != "}" }) }
    guard next == " " || next == "\t" else { return nil }
    return String(rest.drop { $0 == " " || $0 == "\t" })
  }

  private static func isPair(_ text: String) -> Bool {
    let key = text.utf8.prefix { $0 == 0x5f || (0x61...0x7a).contains($0) }
    return !key.isEmpty && text.utf8.dropFirst(key.count).first == UInt8(ascii: "=")
  }

  /// The first byte behind `offset` that is neither blank nor in a comment nor in a directive.
  func nextCode(after offset: Int) -> Int {
    var at = offset
    while at < bytes.count {
      if bytes[at].isBlank {
        at += 1
      } else if let comment = comment(startingAt: at) {
        at = comment.upperBound
      } else if bytes[at] == UInt8(ascii: "#") {
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      } else {
        break
      }
    }
    return at
  }

  private func comment(startingAt offset: Int) -> Range<Int>? {
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < comments.count && comments[low].lowerBound == offset ? comments[low] : nil
  }
}
