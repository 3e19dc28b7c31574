/// A place that breaks a rule.
struct Violation: CustomStringConvertible, Equatable {
  var file: String
  var line: Int
  var rule: String

  var description: String { "\(file):\(line): \(rule)" }
}

/// A source file and the target that it belongs to.
struct SourceFile {
  /// Relative to the root of the repository.
  var path: String
  var target: String
  var text: String
}

/// The rules that hold inside one source file.
struct SourceRules {
  static let longestFile = 400

  let file: SourceFile
  private let tokens: [Token]

  init(_ file: SourceFile) {
    self.file = file
    tokens = file.path.hasSuffix(".swift") ? SwiftTokens.read(file.text) : []
  }

  private func violation(_ line: Int, _ rule: String) -> Violation {
    Violation(file: file.path, line: line, rule: rule)
  }

  // MARK: Length

  var excessLength: Violation? {
    let lines = file.text.utf8.count { $0 == UInt8(ascii: "\n") }
    guard lines > Self.longestFile else { return nil }
    return violation(
      Self.longestFile + 1, "\(lines) lines, at most \(Self.longestFile): split the file")
  }

  // MARK: Imports

  struct Import: Equatable {
    var module: String
    var line: Int
  }

  private static let importKinds: Set<String> = [
    "typealias", "struct", "class", "enum", "protocol", "actor", "let", "var", "func",
  ]

  /// Every imported module, at the line of its import.
  var imports: [Import] {
    tokens.indices.compactMap { index in
      guard tokens[index].kind == .word, tokens[index].text == "import" else { return nil }
      if index > 0, tokens[index - 1].isMark(".") || tokens[index - 1].isMark("`") { return nil }
      let rest = tokens[(index + 1)...].prefix(2).filter { $0.kind == .word }
      let hasKind = rest.count == 2 && Self.importKinds.contains(rest[rest.startIndex].text)
      guard let module = hasKind ? rest.last : rest.first else { return nil }
      return Import(module: module.text, line: tokens[index].line)
    }
  }

  func forbiddenImports(_ layering: Layering) -> [Violation] {
    imports.compactMap { found in
      layering.objection(to: file.target, seeing: found.module).map { violation(found.line, $0) }
    }
  }

  // MARK: Copies

  /// Questions to a draft whose answer is worked out from what another call of it changes. The draft
  /// is kept for the outer call first, so the inner one copies all of it, and a file takes a time that
  /// grows with its square.
  var copyingCalls: [Violation] {
    let readers: Set<String> = ["local", "text", "usable", "isText", "qualified"]
    return tokens.indices.compactMap { index in
      guard tokens[index].text == "draft", index + 3 < tokens.count, tokens[index + 1].isMark("."),
        readers.contains(tokens[index + 2].text), tokens[index + 3].isMark("(")
      else { return nil }
      let rest = tokens[(index + 4)...].prefix(8).prefix { !$0.isMark(")") && !$0.isMark("{") }
      let words = rest.map(\.text)
      let inner = words.firstIndex(of: "draft").map { $0 + 2 } ?? 0
      guard inner + 1 < words.count, words[inner + 1] == "(",
        ["name", "add", "declare"].contains(words[inner])
      else { return nil }
      let rule = "\"draft.\(tokens[index + 2].text)\" of what changes the draft copies it"
      return violation(tokens[index].line, rule)
    }
  }

  // MARK: The world outside

  /// The one target that reads the environment, prints and exits.
  static let doorkeeper = "cleave"

  private static let words: Set<String> = [
    "ProcessInfo", "getenv", "secure_getenv", "setenv", "unsetenv", "putenv", "clearenv",
  ]
  private static let calls: Set<String> = [
    "print", "debugPrint", "dump", "readLine", "exit", "_exit", "_Exit", "quick_exit", "abort",
    "puts", "fputs", "putchar", "printf", "vprintf", "perror",
  ]
  private static let members: [String: Set<String>] = [
    "FileHandle": ["standardInput", "standardOutput", "standardError"],
    "CommandLine": ["arguments", "argc", "unsafeArgv"],
  ]
  /// What may stand before the dot of a call that is a function of the system all the same.
  private static let systemModules: Set<String> = ["Swift", "Foundation", "Glibc", "Darwin"]

  /// Uses of the environment, the standard streams and `exit` outside the tool.
  var worldliness: [Violation] {
    guard file.target != Self.doorkeeper else { return [] }
    return tokens.indices.compactMap { index in
      guard let name = worldlyName(at: index) else { return nil }
      let rule = "\"\(name)\" outside \"\(Self.doorkeeper)\", which alone reads the environment, "
      return violation(tokens[index].line, rule + "prints and exits")
    }
  }

  private func worldlyName(at index: Int) -> String? {
    let token = tokens[index]
    guard token.kind == .word else { return nil }
    if Self.words.contains(token.text) { return token.text }
    if Self.calls.contains(token.text), isSystemCall(at: index) { return token.text }
    if let members = Self.members[token.text], index + 2 < tokens.count,
      tokens[index + 1].isMark("."), members.contains(tokens[index + 2].text)
    {
      return token.text + "." + tokens[index + 2].text
    }
    return nil
  }

  /// Whether the word at `index` is called, and is neither a declaration nor somebody's method.
  private func isSystemCall(at index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].isMark("(") else { return false }
    guard index > 0 else { return true }
    let previous = tokens[index - 1]
    if previous.isMark(".") {
      return index > 1 && Self.systemModules.contains(tokens[index - 2].text)
    }
    return previous.kind != .word || !["func", "case"].contains(previous.text)
  }
}
