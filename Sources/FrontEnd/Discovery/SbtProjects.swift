/// The projects that one build file of sbt declares in folders below its own.
enum SbtProjects {
  /// The folders, relative to that of the build file, in order: `(project in file("core"))`,
  /// `project.in(file("core"))`, and `lazy val core = project`, whose folder has the project's name.
  static func folders(_ text: String) -> [String] {
    var found: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let code = line.drop { $0.isWhitespace }
      guard !code.hasPrefix("//"), let word = code.firstRange(of: "project") else { continue }
      if let folder = named(code) {
        found.append(folder)
      } else if let name = declared(code[..<word.lowerBound]), ends(code[word.upperBound...]) {
        found.append(name)
      }
    }
    return found.filter(isBelow)
  }

  /// What stands in `in file("…")`.
  private static func named(_ line: Substring) -> String? {
    guard let start = line.firstRange(of: "file(\"") else { return nil }
    let before = line[..<start.lowerBound].filter { !$0.isWhitespace }
    guard before.hasSuffix("in") || before.hasSuffix("in(") else { return nil }
    let rest = line[start.upperBound...]
    return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
  }

  /// The name in `lazy val name = (`.
  private static func declared(_ text: Substring) -> String? {
    let words = text.split { $0.isWhitespace || $0 == "(" }
    guard words.count == 4, words[0] == "lazy", words[1] == "val", words[3] == "=" else {
      return nil
    }
    let name = words[2].filter { $0 != "`" }
    return name.contains(":") ? nil : name
  }

  /// Whether nothing but settings follow the word.
  private static func ends(_ rest: Substring) -> Bool {
    let next = rest.first { !$0.isWhitespace }
    return next == nil || next == ")" || next == "."
  }

  private static func isBelow(_ folder: String) -> Bool {
    !folder.isEmpty && folder != "." && !folder.hasPrefix("/")
      && !folder.split(separator: "/").contains("..")
  }
}
