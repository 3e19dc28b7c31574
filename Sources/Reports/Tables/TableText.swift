import Basics

/// Tables for scripts: tab-separated, sorted bytewise, no header.
enum TableText {
  /// Control characters in a cell become `\xHH`.
  static func render(_ rows: [[String]]) -> String {
    rows.map { $0.map(\.escapedForTerminal).joined(separator: "\t") + "\n" }
      .sorted { $0.precedesBytewise($1) }.joined()
  }
}
