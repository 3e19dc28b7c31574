import Basics

/// Text that Graphviz reads as it is meant.
///
/// Inside quotes DOT knows only `\"`; labels, tooltips and identifiers of elements then read `\n`,
/// `\N`, `\G`, … and HTML entities. Control characters become `\xHH` before anything else.
enum DotSyntax {
  /// Longer texts are cut: Graphviz refuses strings of more than 16 kB.
  static let longestID = 2_000
  static let longestTooltip = 2_000

  /// A quoted name of a node, cluster or graph; different texts give different names.
  static func id(_ text: String) -> String {
    var name = text.escapedForTerminal
    if name.utf8.count > longestID {
      name = String(name.prefix(200)) + "…" + Digest(of: name).description
    }
    return quoted(name)
  }

  /// A quoted label of one or more lines.
  static func label(_ lines: [String], most: Int = 60) -> String {
    "\"" + lines.map { content(cut($0.escapedForTerminal, most)) }.joined(separator: "\\n") + "\""
  }

  /// A quoted label whose lines are set flush left.
  static func flushLeft(_ lines: [String]) -> String {
    "\"" + lines.map { content(cut($0.escapedForTerminal, 200)) + "\\l" }.joined() + "\""
  }

  static func tooltip(_ lines: [String]) -> String {
    var left = longestTooltip
    var shown: [String] = []
    for line in lines where left > 0 {
      shown.append(cut(line.escapedForTerminal, max(20, left)))
      left -= shown[shown.count - 1].count
    }
    return "\"" + shown.map(content).joined(separator: "\\n") + "\""
  }

  private static func quoted(_ text: String) -> String {
    "\"" + escaped(text) + "\""
  }

  private static func content(_ text: String) -> String {
    escaped(text).replacing("&", with: "&amp;")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// Cut from the middle, so that both the folder and the name can be told.
  private static func cut(_ text: String, _ most: Int) -> String {
    guard text.count > most else { return text }
    return text.prefix(most / 2) + "…" + text.suffix(most - most / 2 - 1)
  }
}
