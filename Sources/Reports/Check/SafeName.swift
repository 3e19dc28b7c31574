import Basics

/// Names from a repository on their way into formats that others interpret.
///
/// A path may hold anything but a zero byte and a slash. What could end a field, start another line,
/// or turn the direction of text round leaves as `\xHH` or `\u{H}`.
enum SafeName {
  /// Without control characters, line separators and characters that cannot be seen.
  static func plain(_ text: String) -> String {
    let text = text.escapedForTerminal
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        out += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  /// For the start of a line: a runner of GitHub obeys lines that begin with two colons.
  static func lineStart(_ text: String) -> String {
    let text = plain(text)
    return text.hasPrefix("::") ? "\\x3A" + text.dropFirst() : text
  }

  /// For the text of an annotation of GitHub: `%` starts an escape there.
  static func annotation(_ text: String) -> String {
    plain(text).replacing("%", with: "%25")
  }

  /// For a property of an annotation, which `:` and `,` would end.
  static func annotationProperty(_ text: String) -> String {
    annotation(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  /// For text and attributes of XML.
  static func xml(_ text: String) -> String {
    plain(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&apos;")
  }

  /// A span of code in Markdown, in which nothing is a mark, a mention or a link; fit for a cell of a
  /// table.
  static func code(_ text: String) -> String {
    // A bar would end the cell, however it is escaped.
    let text = plain(text).replacing("|", with: "\\x7C")
    guard !text.isEmpty else { return "" }
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = longest > 0 || text.hasPrefix(" ") || text.hasSuffix(" ") ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// A relative reference by RFC 3986: every byte that is not unreserved, or a slash, as `%HH`.
  static func uri(_ path: String) -> String {
    let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    return path.utf8.map { kept.contains($0) ? String(UnicodeScalar($0)) : "%" + $0.hexadecimal }
      .joined()
  }

  /// For messages of SARIF, which may hold links, `[text](target)`.
  static func sarif(_ text: String) -> String { plain(text).replacing("](", with: "]\\x28") }
}
