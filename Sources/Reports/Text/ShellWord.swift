import Basics

/// Words of a command line that a shell reads as they are meant.
enum ShellWord {
  /// As it is if harmless, in single quotes, or as `$'…'` where it holds control characters.
  static func quoted(_ text: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./@%+=:,-".utf8)
    if !text.isEmpty, text.utf8.allSatisfy(plain.contains), !text.hasPrefix("-") { return text }
    if text.escapedForTerminal == text, !text.unicodeScalars.contains(where: SafeName.isHidden) {
      return "'" + text.replacing("'", with: "'\\''") + "'"
    }
    let inner = text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    return "$'" + Self.bytes(inner.escapedForTerminal) + "'"
  }

  /// Characters that cannot be seen as their bytes.
  private static func bytes(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if SafeName.isHidden(scalar) {
        out += UTF8.encode(scalar)!.map { "\\x" + $0.hexadecimal }.joined()
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A pattern that matches this path alone, and is not taken for an option.
  static func pattern(_ path: String) -> String {
    (path.hasPrefix("-") ? "-- " : "") + quoted(Glob.escaping(path))
  }
}
