internal import Basics
internal import DependencyGraph
internal import Facts

extension DeclaredFunction {
  /// Whether its source is the build of an image, which says what runs.
  var isImage: Bool {
    let name = file.split(separator: "/").last?.lowercased() ?? ""
    return name.hasPrefix("dockerfile") || name.hasSuffix(".dockerfile") || name == "containerfile"
  }
}

/// Functions whose handler the build of their image says: `CMD ["orders.create"]`.
extension HandlerSearch {
  func image(_ languages: Set<Language>) -> HandlerCode? {
    guard let parts = HandlerFolders.parts(folder, function.file),
      let text = join.buildText(parts.joined(separator: "/"))
    else { return nil }
    let home = parts.dropLast().map { $0 + "/" }.joined()
    var inner = withoutFile.function
    let words = function.handler.isEmpty ? Self.started(by: text) : [function.handler]
    for word in words {
      inner.handler = word
      let search = HandlerSearch(join: join, function: inner, folder: home)
      if let code = search.code(languages) { return code }
    }
    return nil
  }

  /// The same for what says its handler itself.
  var withoutFile: HandlerSearch {
    var plain = function
    plain.file = ""
    return HandlerSearch(join: join, function: plain, folder: folder)
  }

  /// The words of the last command, else those of the last entry point.
  private static func started(by text: String) -> [String] {
    var command: [String] = []
    var entry: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard words.count == 2 else { continue }
      switch words[0].uppercased() {
      case "CMD": command = Self.words(words[1])
      case "ENTRYPOINT": entry = Self.words(words[1])
      default: continue
      }
    }
    return command.isEmpty ? entry : command
  }

  /// `["orders.create"]`, or words alone.
  private static func words(_ text: Substring) -> [String] {
    let separators: Set<Character> = ["[", "]", ",", "\"", "'", " ", "\t", "\r"]
    return text.split { separators.contains($0) }.map(String.init).prefix(8).map { $0 }
  }
}
