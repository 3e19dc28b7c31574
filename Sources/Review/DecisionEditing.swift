internal import Basics

/// What an edit did.
package enum DecisionChange: Sendable, Hashable {
  /// The file says so already.
  case unchanged(line: Int)
  case added
  /// An earlier decision on the same matter gave way; its line before the edit.
  case replaced(Decision, line: Int)
}

package struct DecisionEdit: Sendable {
  package var text: String
  package var change: DecisionChange
}

extension DecisionFile {
  /// The text with `decision` in it, and what that changed.
  ///
  /// Other entries, comments and hand edits keep their bytes. An earlier decision on the same matter
  /// gives way, field by field where the act is the same. Throws where the text is written in a way
  /// that lines cannot be put into. The edited text is read again before it is returned.
  package func recording(_ decision: Decision) throws(DecisionFileError) -> DecisionEdit {
    try recording(decision, as: DecisionRendering.lines(of: decision))
  }

  /// A new entry stands as `entry` says, lines that begin at its dash.
  func recording(
    _ decision: Decision, as entry: [String]
  ) throws(DecisionFileError) -> DecisionEdit {
    guard let index = entries.lastIndex(where: { $0.decision.slot == decision.slot }) else {
      return DecisionEdit(text: try inserting(decision, as: entry), change: .added)
    }
    let earlier = entries[index]
    let line = earlier.lines.lowerBound + 1
    if decision.agrees(with: earlier.decision) {
      return DecisionEdit(text: text, change: .unchanged(line: line))
    }
    let text =
      earlier.decision.act == decision.act && earlier.decision.subject == decision.subject
      ? try rewriting(index, as: decision)
      : try DecisionFile(removing(index)).inserting(decision, as: entry)
    return DecisionEdit(text: text, change: .replaced(earlier.decision, line: line))
  }

  /// The text without the entry that settles `slot`; nil if there is none.
  package func withdrawing(slot: String) throws(DecisionFileError) -> String? {
    guard let index = entries.lastIndex(where: { $0.decision.slot == slot }) else { return nil }
    return try removing(index)
  }

  /// The entry of a decision as it is written, from its dash on, with the comments above it.
  func written(_ decision: Decision) -> [String] {
    guard let entry = entries.last(where: { $0.decision == decision }), !entry.spans.isEmpty,
      !layout.isFlow
    else { return DecisionRendering.lines(of: decision) }
    let headings = DecisionAct.allCases.map(DecisionRendering.heading)
    var start = entry.lines.lowerBound
    while start > commentStart(above: entry.lines.lowerBound) {
      let above = lines.lines[start - 1].drop { $0 == " " }
      if headings.contains(where: { above == $0 || above.hasPrefix($0 + ":") }) { break }
      start -= 1
    }
    return (start..<entry.lines.upperBound).map { number in
      let line = lines.lines[number]
      let space = line.prefix { $0 == " " }.count
      return String(line.dropFirst(min(space, entry.dashColumn)))
    }
  }

  // MARK: Insertion

  private func inserting(
    _ decision: Decision, as entry: [String]
  ) throws(DecisionFileError) -> String {
    let entry = indented(entry, by: layout.dashColumn)
    var edit = LineEdit(lines)
    switch layout.list {
    case .missing:
      let needsVersion = lines.lines.indices.allSatisfy {
        lines.indent($0) == nil || lines.isComment($0) || lines.lines[$0].hasPrefix("---")
      }
      let head = (needsVersion ? ["version: \(Self.version)"] : []) + ["", "decisions:", ""]
      edit.insert(head + entry, at: layout.end)
    case .empty where layout.isFlow:
      edit.replace(layout.keyLine..<(layout.keyLine + 1), with: ["decisions:", ""] + entry)
    case .empty, .entries:
      if layout.isFlow { throw unreachable("the list is written in brackets", layout.keyLine) }
      place(entry, of: decision, in: &edit)
    }
    var expected = entries.map(\.decision)
    expected.append(decision)
    return try checked(edit.text, expected, at: layout.keyLine)
  }

  /// Behind the last smaller entry of its act, behind the heading of its act, before the first
  /// greater entry, or at the end.
  private func place(_ entry: [String], of decision: Decision, in edit: inout LineEdit) {
    let sameAct = entries.filter { $0.decision.act == decision.act }
    let before = sameAct.last { Decision.precedes($0.decision, decision) }
    if let before {
      edit.insert([""] + entry, at: before.lines.upperBound)
    } else if let heading = headingLine(of: decision.act) {
      edit.insert([""] + entry, at: heading + 1)
    } else if let next = sameAct.first
      ?? entries.first(where: {
        Decision.precedes(decision, $0.decision)
      })
    {
      edit.insert(entry + [""], at: commentStart(above: next.lines.lowerBound))
    } else {
      let end = entries.last?.lines.upperBound ?? layout.keyLine + 1
      edit.insert([""] + entry, at: end)
    }
  }

  private func headingLine(of act: DecisionAct) -> Int? {
    let heading = DecisionRendering.heading(act)
    let covered = entries.map(\.lines)
    return (layout.keyLine..<layout.end).first { line in
      let text = lines.lines[line].drop { $0 == " " }
      return (text == heading || text.hasPrefix(heading + ":"))
        && !covered.contains { $0.contains(line) }
    }
  }

  /// The first of the comment lines directly above `line`.
  private func commentStart(above line: Int) -> Int {
    var start = line
    while start > layout.keyLine + 1, lines.isComment(start - 1) { start -= 1 }
    return start
  }

  // MARK: Replacement and removal

  private func rewriting(
    _ index: Int, as decision: Decision
  ) throws(DecisionFileError) -> String {
    let old = entries[index]
    var edit = LineEdit(lines)
    if layout.isFlow { throw unreachable("the list is written in brackets", old.lines.lowerBound) }
    if old.spans.isEmpty {
      let entry = indented(DecisionRendering.lines(of: decision), by: old.dashColumn)
      edit.replace(old.lines, with: entry)
    } else {
      edit.replace(old.lines, with: fieldLines(of: old, as: decision))
    }
    var expected = entries.map(\.decision)
    expected[index] = decision
    return try checked(edit.text, expected, at: old.lines.lowerBound)
  }

  /// The lines of an entry with only those fields written anew that changed.
  private func fieldLines(of old: DecisionEntry, as decision: Decision) -> [String] {
    var out: [String] = []
    var open = DecisionField.allCases[...]
    for span in old.spans {
      guard let field = span.field else {
        out += span.lines.map { String(lines.lines[$0]) }
        continue
      }
      if !old.spans.contains(where: { $0.field == open.first }) || open.contains(field) {
        while let next = open.first, next != field, !old.spans.contains(where: { $0.field == next })
        {
          out += rendered(next, decision, old.keyColumn)
          open.removeFirst()
        }
      }
      open.removeAll { $0 == field }
      out += replaced(span, field, old, decision)
    }
    for field in open where !old.spans.contains(where: { $0.field == field }) {
      out += rendered(field, decision, old.keyColumn)
    }
    return out
  }

  private func replaced(
    _ span: DecisionEntry.Span, _ field: DecisionField, _ old: DecisionEntry, _ decision: Decision
  ) -> [String] {
    let new = DecisionRendering.lines(of: field, in: decision)
    if new == DecisionRendering.lines(of: field, in: old.decision) {
      return span.lines.map { String(lines.lines[$0]) }
    }
    var out = rendered(field, decision, old.keyColumn)
    let first = span.lines.lowerBound
    // Within a block of text only what stands further left than the text is a comment.
    let comments = span.lines.filter { line in
      lines.isComment(line)
        && (!span.isBlockScalar || line > first && (lines.indent(line) ?? 0) <= old.keyColumn)
    }
    if !span.isBlockScalar, !out.isEmpty {
      out[0] += trailingComment(lines.lines[first])
      keepItems(span, &out)
    }
    return out + comments.map { String(lines.lines[$0]) }
  }

  /// Items of a list that stay keep the line that they are written in.
  private func keepItems(_ span: DecisionEntry.Span, _ out: inout [String]) {
    var kept: [Substring: Substring] = [:]
    for number in span.lines.dropFirst() {
      let line = lines.lines[number]
      let comment = trailingComment(line)
      if !comment.isEmpty { kept[Self.trimmed(line.dropLast(comment.count))] = line }
    }
    guard !kept.isEmpty else { return }
    for index in out.indices.dropFirst() {
      if let line = kept[Self.trimmed(out[index][...])] { out[index] = String(line) }
    }
  }

  /// An item without the space around it and without quotes that say nothing.
  private static func trimmed(_ line: Substring) -> Substring {
    var text = line.drop { $0 == " " || $0 == "-" }
    while text.last == " " { text.removeLast() }
    guard text.count > 1, let quote = text.first, quote == "\"" || quote == "'",
      text.last == quote
    else { return text }
    let inner = text.dropFirst().dropLast()
    return inner.contains { $0 == quote || $0 == "\\" } ? text : inner
  }

  /// The comment at the end of a line, with the space before it.
  private func trailingComment(_ line: Substring) -> String {
    var quote: Character?
    // What a value can begin behind; within a plain one a quote is a letter like others.
    var begins = true
    var end = line.startIndex
    var at = line.startIndex
    while at < line.endIndex {
      let character = line[at]
      let next = line.index(after: at)
      if let open = quote {
        if character == "\\", open == "\"", next < line.endIndex {
          at = line.index(after: next)
          continue
        }
        if character == open { quote = nil }
      } else if character == "#", at > line.startIndex, line[line.index(before: at)] == " " {
        return String(line[end...])
      } else if begins, character == "\"" || character == "'" {
        quote = character
      }
      if character != " " {
        begins = [":", "-", "[", ",", "{"].contains(character)
        end = next
      }
      at = next
    }
    return ""
  }

  private func rendered(_ field: DecisionField, _ decision: Decision, _ column: Int) -> [String] {
    indented(DecisionRendering.lines(of: field, in: decision), by: column)
  }

  private func removing(_ index: Int) throws(DecisionFileError) -> String {
    let old = entries[index]
    if layout.isFlow { throw unreachable("the list is written in brackets", old.lines.lowerBound) }
    var range = old.lines
    let blankAbove = range.lowerBound > 0 && lines.indent(range.lowerBound - 1) == nil
    let blankBelow =
      range.upperBound == lines.lines.count || lines.indent(range.upperBound) == nil
    if blankAbove, blankBelow { range = (range.lowerBound - 1)..<range.upperBound }
    var edit = LineEdit(lines)
    edit.replace(range, with: [])
    var expected = entries.map(\.decision)
    expected.remove(at: index)
    return try checked(edit.text, expected, at: old.lines.lowerBound)
  }

  // MARK: Safety

  /// Returns `text` if it reads as `expected`, in any order.
  private func checked(
    _ text: String, _ expected: [Decision], at line: Int
  ) throws(DecisionFileError) -> String {
    guard let file = try? DecisionFile(text) else {
      throw unreachable("the text around it is written in an unusual way", line)
    }
    var counts: [Decision: Int] = [:]
    for decision in expected { counts[decision, default: 0] += 1 }
    for entry in file.entries { counts[entry.decision, default: 0] -= 1 }
    guard counts.values.allSatisfy({ $0 == 0 }) else {
      throw unreachable("the text around it is written in an unusual way", line)
    }
    return text
  }

  private func unreachable(_ why: String, _ line: Int) -> DecisionFileError {
    DecisionFileError(problems: [
      DecisionFileError.Problem(
        line: line + 1,
        message:
          "cannot edit the decisions: \(why); write each decision as an entry of its own lines")
    ])
  }

  private func indented(_ lines: [String], by column: Int) -> [String] {
    let space = String(repeating: " ", count: column)
    return lines.map { space + $0 }
  }
}

/// Lines with some of them replaced.
private struct LineEdit {
  private let source: TextLines
  private(set) var text = ""

  init(_ source: TextLines) { self.source = source }

  mutating func insert(_ new: [String], at line: Int) { replace(line..<line, with: new) }

  mutating func replace(_ range: Range<Int>, with new: [String]) {
    text = ""
    for line in 0..<range.lowerBound { append(line) }
    if !text.isEmpty, !text.utf8.last!.isLineEnd, !new.isEmpty { text += source.lineEnd }
    for line in new { text += line + source.lineEnd }
    for line in range.upperBound..<source.lines.count { append(line) }
  }

  private mutating func append(_ line: Int) { text += source.lines[line] + source.ends[line] }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
