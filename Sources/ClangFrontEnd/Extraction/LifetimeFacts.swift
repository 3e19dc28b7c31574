internal import ClangBinding
internal import Facts

/// What the code does that decides how its process must live: calls of a table, endless loops.
extension TreeWalk {
  func addLifetime(_ call: LifetimeCall, _ frame: Frame) {
    switch call.effect {
    case .leaves: markLeft(frames[...])
    case .fact(let kind): append(kind, call.name, frame)
    case .writesByMode:
      if let mode = literal(argument: 1, of: frame.cursor),
        mode.contains(where: { "wa+".contains($0) })
      {
        append(.fileWritten, call.name, frame)
      }
    case .writesByFlags:
      if let flags = unit.argument(1, of: frame.cursor).flatMap({ unit.integerValue(of: $0) }),
        flags & Self.writingFlags != 0
      {
        append(.fileWritten, call.name, frame)
      }
    }
  }

  /// `O_WRONLY`, `O_RDWR` and `O_CREAT` of Linux and of Darwin.
  private static let writingFlags = 0x1 | 0x2 | 0x40 | 0x200

  private func append(_ kind: LifetimeFact.Kind, _ detail: String, _ frame: Frame) {
    let position = unit.position(of: frame.cursor)
    guard let draft = draft(symbols.number(of: position.file)) else { return }
    let number = drafts[draft].number(of: frame.symbol)
    drafts[draft].facts.lifetime.append(
      LifetimeFact(kind: kind, line: position.line, symbol: number, detail: detail))
  }

  /// The text of a string literal that is given as an argument, quotes included.
  private func literal(argument: Int, of call: Cursor) -> String? {
    guard let argument = unit.argument(argument, of: call) else { return nil }
    if argument.kind == .stringLiteral { return unit.spelling(of: argument) }
    var text: String?
    unit.walk(argument) { cursor, _ in
      guard cursor.kind == .stringLiteral else { return .descend }
      text = unit.spelling(of: cursor)
      return .stop
    }
    return text
  }
}

// MARK: - Endless loops

extension TreeWalk {
  func enterLoop(_ frame: inout Frame) {
    let position = unit.start(of: frame.cursor)
    guard let draft = draft(symbols.number(of: position.file)),
      isEndless(frame.cursor, LoopText(bytes: drafts[draft].bytes), position)
    else { return }
    let number = drafts[draft].number(of: frame.symbol)
    frame.loop = (draft, drafts[draft].facts.lifetime.count)
    drafts[draft].facts.lifetime.append(
      LifetimeFact(kind: .endlessLoop, line: position.line, symbol: number, detail: ""))
  }

  private func isEndless(_ loop: Cursor, _ text: LoopText, _ start: SourcePosition) -> Bool {
    let offset = Int(start.offset)
    switch loop.kind {
    case .whileLoop:
      if let condition = text.condition(ofWhileAt: offset) { return text.isTrue(condition) }
      return firstChild(of: loop).flatMap { unit.integerValue(of: $0) } ?? 0 != 0
    case .forLoop:
      if let condition = text.condition(ofForAt: offset) {
        return condition.isEmpty || text.isTrue(condition)
      }
      return childCount(of: loop) == 1
    case .doLoop:
      let end = Int(unit.end(of: loop).offset)
      return text.condition(ofDoEndingAt: end).map(text.isTrue) ?? false
    default: return false
    }
  }

  private func firstChild(of cursor: Cursor) -> Cursor? {
    var first: Cursor?
    unit.walk(cursor) { child, _ in
      first = child
      return .stop
    }
    return first
  }

  private func childCount(of cursor: Cursor) -> Int {
    var count = 0
    unit.walk(cursor) { _, _ in
      count += 1
      return .continue
    }
    return count
  }

  /// `break` leaves the loop or switch around it, the others leave all loops of their function.
  func leaveLoops(_ frame: Frame) {
    guard frame.kind == .breakStatement else { return markLeft(frames[...]) }
    for i in frames.indices.reversed() {
      switch frames[i].kind {
      case .whileLoop, .doLoop, .forLoop: return markLeft(frames[i...i])
      case .switchStatement, .rangeFor, .lambda: return
      default: continue
      }
    }
  }

  private func markLeft(_ frames: ArraySlice<Frame>) {
    for frame in frames.reversed() {
      if frame.kind == .lambda || frame.kind.isFunction { return }
      if let loop = frame.loop { drafts[loop.draft].facts.lifetime[loop.fact].detail = "exit" }
    }
  }
}

/// The conditions of loops as they are written. Nil where the text is not that of the loop, because
/// a macro wrote it.
struct LoopText {
  let bytes: [UInt8]

  func condition(ofWhileAt offset: Int) -> [UInt8]? {
    guard let open = opening(after: "while", at: offset), let close = closing(of: open) else {
      return nil
    }
    return squeezed((open + 1)..<close)
  }

  func condition(ofForAt offset: Int) -> [UInt8]? {
    guard let open = opening(after: "for", at: offset), let close = closing(of: open) else {
      return nil
    }
    var depth = 0
    var semicolons: [Int] = []
    for i in (open + 1)..<close {
      switch bytes[i] {
      case UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ";") where depth == 0: semicolons.append(i)
      default: break
      }
    }
    return semicolons.count == 2 ? squeezed((semicolons[0] + 1)..<semicolons[1]) : nil
  }

  func condition(ofDoEndingAt end: Int) -> [UInt8]? {
    guard end <= bytes.count, end > 0, bytes[end - 1] == UInt8(ascii: ")") else { return nil }
    guard let open = bytes[..<end].lastIndex(of: UInt8(ascii: "(")) else { return nil }
    var start = open
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    guard start >= 5, bytes[(start - 5)..<start].elementsEqual("while".utf8) else { return nil }
    return squeezed((open + 1)..<(end - 1))
  }

  func isTrue(_ condition: [UInt8]) -> Bool {
    Self.truths.contains(String(decoding: condition, as: UTF8.self))
  }

  private static let truths: Set<String> = [
    "1", "true", "TRUE", "!0", "!false", "1L", "1U", "True",
  ]

  private func opening(after keyword: String, at offset: Int) -> Int? {
    guard offset >= 0, offset + keyword.utf8.count < bytes.count,
      bytes[offset...].starts(with: keyword.utf8)
    else { return nil }
    var at = offset + keyword.utf8.count
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: "(") ? at : nil
  }

  /// The parenthesis that closes the one at `open`, sought in the next few thousand bytes.
  private func closing(of open: Int) -> Int? {
    var depth = 0
    for i in open..<min(bytes.count, open + 4096) {
      if bytes[i] == UInt8(ascii: "(") { depth += 1 }
      if bytes[i] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return i }
      }
    }
    return nil
  }

  /// Without white space and block comments.
  private func squeezed(_ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == UInt8(ascii: "/"), at + 1 < range.upperBound,
        bytes[at + 1] == UInt8(ascii: "*")
      {
        at += 2
        while at + 1 < range.upperBound,
          bytes[at] != UInt8(ascii: "*") || bytes[at + 1] != UInt8(ascii: "/")
        {
          at += 1
        }
        at += 2
      } else {
        if !bytes[at].isBlank { out.append(bytes[at]) }
        at += 1
      }
    }
    return out
  }
}
