internal import Basics

/// The text of `cleave.decisions.yml` with the decisions in it and where each stands.
///
/// The text is the truth: edits change lines of it and leave every other byte alone.
package struct DecisionFile: Sendable {
  package static let name = "cleave.decisions.yml"
  package static let version = 1
  /// Bytes; a larger file is refused before anything is parsed.
  package static let largestSize = 16 << 20

  package let text: String
  /// In the order of the file.
  package var decisions: [PlacedDecision] {
    entries.map { PlacedDecision($0.decision, line: $0.lines.lowerBound + 1) }
  }

  let lines: TextLines
  let entries: [DecisionEntry]
  let layout: DecisionLayout

  /// Reads the text of a file; nil stands for a file that does not exist.
  ///
  /// Throws every problem of the file at once. Linear.
  package init(_ text: String?) throws(DecisionFileError) {
    let text = text ?? DecisionRendering.emptyFile
    let lines = TextLines(text)
    var reader = DecisionReader(lines: lines)
    reader.read(text)
    guard reader.problems.isEmpty else { throw DecisionFileError(problems: reader.problems) }
    self.text = text
    self.lines = lines
    entries = reader.entries
    layout = reader.layout
  }
}

/// An entry as it stands in the text; lines are zero-based.
struct DecisionEntry: Sendable {
  /// A key of the entry with its value and the comments that follow it.
  struct Span: Sendable {
    /// Nil for the key that is the act.
    var field: DecisionField?
    var lines: Range<Int>
    /// Whether lines that look like comments may be part of the value.
    var isBlockScalar: Bool
  }

  var decision: Decision
  /// From the line of its dash to its last line of content, comments inside included.
  var lines: Range<Int>
  /// In the order of the text; empty where fields share lines, so that the entry is replaced whole.
  var spans: [Span]
  /// Column of the dash, and of the keys.
  var dashColumn: Int
  var keyColumn: Int
}

/// Where entries stand in the file; lines are zero-based.
struct DecisionLayout: Sendable {
  enum List: Sendable { case missing, empty, entries }
  var list = List.missing
  /// The line of the key `decisions`.
  var keyLine = 0
  /// Column of the dashes, two where there are none yet.
  var dashColumn = 2
  /// The first line that no entry may stand on or behind: the next key or the end of the document.
  var end = 0
  /// Whether the list is written in brackets, so that no line can be added.
  var isFlow = false
}

/// A text as lines, split where the YAML parser counts lines.
struct TextLines: Sendable {
  /// Without their ends.
  var lines: [Substring] = []
  /// What ends each line; empty only for the last.
  var ends: [Substring] = []
  /// What ends a line of this file: that of its first line.
  var lineEnd: String

  init(_ text: String) {
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var at = start
    while at < scalars.endIndex {
      var next = scalars.index(after: at)
      switch scalars[at] {
      case "\r":
        if next < scalars.endIndex, scalars[next] == "\n" { next = scalars.index(after: next) }
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": break
      default:
        at = next
        continue
      }
      lines.append(Substring(scalars[start..<at]))
      ends.append(Substring(scalars[at..<next]))
      start = next
      at = next
    }
    if start < scalars.endIndex {
      lines.append(Substring(scalars[start...]))
      ends.append("")
    }
    // Only line ends that every editor takes for such.
    lineEnd =
      ends.first.map(String.init).flatMap { ["\r\n", "\r"].contains($0) ? $0 : nil } ?? "\n"
  }

  /// Columns of spaces before the first other character; nil for a blank line.
  func indent(_ line: Int) -> Int? {
    let bytes = lines[line].utf8
    let count = bytes.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = bytes.dropFirst(count).drop { $0 == UInt8(ascii: "\t") }
    return rest.isEmpty ? nil : count
  }

  func isComment(_ line: Int) -> Bool {
    lines[line].utf8.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      == UInt8(ascii: "#")
  }
}
