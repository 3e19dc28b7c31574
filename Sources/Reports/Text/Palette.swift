/// The control sequences that a style begins with; empty ones for plain text.
///
/// Whether the reader is a terminal that shows colour is the caller's business.
package struct Palette: Sendable, Equatable {
  var heading = ""
  var strong = ""
  var faint = ""
  var good = ""
  var doubtful = ""
  var bad = ""
  var end = ""

  /// Text only.
  package static let plain = Palette()

  /// Colours of any terminal with ANSI sequences.
  package static let ansi = Palette(
    heading: "\u{1B}[1;36m", strong: "\u{1B}[1m", faint: "\u{1B}[2m", good: "\u{1B}[32m",
    doubtful: "\u{1B}[33m", bad: "\u{1B}[31m", end: "\u{1B}[0m")

  func begin(_ style: TextStyle) -> String {
    switch style {
    case .plain: ""
    case .heading: heading
    case .strong: strong
    case .faint: faint
    case .good: good
    case .doubtful: doubtful
    case .bad: bad
    }
  }
}

/// What a piece of text means to its reader.
enum TextStyle: Sendable {
  case plain, heading, strong, faint, good, doubtful, bad
}

/// How text for people is laid out.
package struct TextOptions: Sendable, Equatable {
  package var palette = Palette.plain
  /// Columns, at least 60.
  package var width = 96
  /// Whether words that are longer than a line are broken, as on a terminal of that width.
  package var breaksWords = false
  /// Rows of a list before it says how many are left; nil for all.
  package var limit: Int? = 12
  /// Of boundaries: what their cuts take in full, instead of their members.
  package var showsCosts = false

  package init() {}
}
