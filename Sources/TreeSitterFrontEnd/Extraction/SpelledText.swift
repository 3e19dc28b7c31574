/// Texts of a program that are worth keeping, because something may be found by them.
enum SpelledText {
  /// The longest name of a store, a route or a part of the program.
  private static let longestName = 120
  /// Queries beyond are too long to be kept beside the code.
  private static let longestQuery = 2000
  private static let queryWords: Set<String> = ["select", "from", "update", "delete", "insert"]

  /// Whether a text can be a name, having no spaces, or a query. Messages for people are neither.
  static func mayName(_ text: String) -> Bool {
    let length = text.utf8.count
    guard length > 0, length <= longestQuery else { return false }
    if !text.utf8.contains(where: { $0 <= 0x20 }) { return length <= longestName }
    let start = text.utf8.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    return start.count <= 6 && queryWords.contains(String(start)?.lowercased() ?? "")
  }
}
