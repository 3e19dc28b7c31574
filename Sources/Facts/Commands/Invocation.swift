/// One program that a command line starts, with what the words around it say about its runs.
package struct Invocation: Sendable, Hashable {
  /// As written, such as `/opt/shop/bin/shop`.
  package var path: String
  package var arguments: [String] = []
  /// It runs under a lock (`flock`).
  package var isExclusive = false
  /// Seconds after which it is stopped (`timeout`).
  package var timeout: Double?

  /// The last part of the path.
  package var program: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The words before the first option that name a command within the program.
  package var subcommands: [String] { Array(arguments.prefix { !$0.hasPrefix("-") }) }

  /// The programs that the words of a command line start, in order.
  ///
  /// Looks through what only wraps another command (`env`, `nice`, `flock`, `timeout`, `sudo`,
  /// `sh -c`, interpreters) and passes over what only prepares it (`cd`, `test`, `export`).
  package static func all(in words: [String]) -> [Invocation] { all(in: words, depth: 0) }

  private static func all(in words: [String], depth: Int) -> [Invocation] {
    guard depth < 8 else { return [] }
    return words.split { ShellWords.separators.contains($0) }.flatMap { command in
      single(withoutRedirections(command), Invocation(path: ""), depth)
    }
  }

  private static func withoutRedirections(_ words: ArraySlice<String>) -> ArraySlice<String> {
    var kept: [String] = []
    var skips = false
    for word in words {
      if let first = word.first, first == ">" || first == "<" {
        skips = true
      } else if skips {
        skips = false
      } else {
        kept.append(word)
      }
    }
    return kept[...]
  }

  private static func single(
    _ command: ArraySlice<String>, _ context: Invocation, _ depth: Int
  ) -> [Invocation] {
    let words = command.drop { isAssignment($0) || keywords.contains($0) }
    guard let first = words.first else { return [] }
    var found = context
    found.path = first
    let rest = words.dropFirst()
    if preparations.contains(found.program) { return [] }
    if shells.contains(found.program) { return shell(rest, found, depth) }
    if let wrapper = wrappers[found.program] { return wrapped(rest, wrapper, found, depth) }
    if isInterpreter(found.program), let script = rest.firstIndex(where: { !$0.hasPrefix("-") }) {
      if rest[..<script].contains("-m") || !rest[..<script].contains("-c") {
        found.path = rest[script]
        found.arguments = Array(rest[(script + 1)...])
        return [found]
      }
    }
    found.arguments = Array(rest)
    return [found]
  }

  private static func shell(
    _ words: ArraySlice<String>, _ context: Invocation, _ depth: Int
  ) -> [Invocation] {
    guard let place = words.firstIndex(where: { !$0.hasPrefix("-") && !$0.hasPrefix("+") }) else {
      return []
    }
    let takesText = words[..<place].contains { $0.hasPrefix("-") && $0.hasSuffix("c") }
    if takesText {
      return all(in: ShellWords.split(words[place]), depth: depth + 1).map { $0.within(context) }
    }
    return single(words[place...], context, depth + 1)
  }

  /// Limits of the words around hold for what is inside.
  private func within(_ context: Invocation) -> Invocation {
    var result = self
    result.isExclusive = isExclusive || context.isExclusive
    result.timeout = timeout ?? context.timeout
    return result
  }

  private static func wrapped(
    _ words: ArraySlice<String>, _ wrapper: Wrapper, _ context: Invocation, _ depth: Int
  ) -> [Invocation] {
    var found = context
    found.isExclusive = found.isExclusive || wrapper.isLock
    var rest = words
    var skipped = 0
    while let word = rest.first {
      if word == "--" || word == "-" {
        rest.removeFirst()
      } else if word == "-c", wrapper.takesText, let text = rest.dropFirst().first {
        return all(in: ShellWords.split(text), depth: depth + 1).map { $0.within(found) }
      } else if word.hasPrefix("-"), word.count > 1 {
        rest.removeFirst(wrapper.valued.contains(word) && rest.count > 1 ? 2 : 1)
      } else if isAssignment(word) {
        rest.removeFirst()
      } else if skipped < wrapper.operands {
        if wrapper.isTimer { found.timeout = try? TimeSpan.seconds(word) }
        skipped += 1
        rest.removeFirst()
      } else {
        break
      }
    }
    return depth < 8 ? single(rest, found, depth + 1) : []
  }

  private static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
    return word[..<equals].utf8.allSatisfy(\.isSQLWord) && !word.first!.isNumber
  }

  private static func isInterpreter(_ program: String) -> Bool {
    let names = ["python", "perl", "ruby", "node", "php", "java", "mono", "dotnet"]
    return names.contains { name in
      program.hasPrefix(name)
        && program.dropFirst(name.count).allSatisfy { $0.isNumber || $0 == "." }
    }
  }

  /// A program that runs the command in its arguments.
  private struct Wrapper {
    /// Options with a value in the next word.
    var valued: Set<String> = []
    /// Words of its own before the command.
    var operands = 0
    var isLock = false
    var isTimer = false
    /// `-c` carries a command line as text.
    var takesText = false
  }

  private static let wrappers: [String: Wrapper] = [
    "env": Wrapper(valued: ["-u", "-C", "-S"]), "nohup": Wrapper(), "exec": Wrapper(valued: ["-a"]),
    "nice": Wrapper(valued: ["-n"]), "ionice": Wrapper(valued: ["-c", "-n"]),
    "time": Wrapper(), "command": Wrapper(), "chronic": Wrapper(), "cronic": Wrapper(),
    "setsid": Wrapper(), "stdbuf": Wrapper(valued: ["-o", "-i", "-e"]), "xargs": Wrapper(),
    "tini": Wrapper(), "dumb-init": Wrapper(), "gosu": Wrapper(operands: 1),
    "su-exec": Wrapper(operands: 1), "setpriv": Wrapper(), "chpst": Wrapper(valued: ["-u", "-U"]),
    "sudo": Wrapper(valued: ["-u", "-g", "-D", "-p"]), "doas": Wrapper(valued: ["-u"]),
    "su": Wrapper(valued: ["-s"], operands: 1, takesText: true),
    "runuser": Wrapper(valued: ["-u", "-g"], takesText: true),
    "systemd-cat": Wrapper(valued: ["-t"]),
    "timeout": Wrapper(valued: ["-s", "-k"], operands: 1, isTimer: true),
    "flock": Wrapper(
      valued: ["-w", "--timeout", "-E"], operands: 1, isLock: true, takesText: true),
  ]

  private static let shells: Set<String> = ["sh", "bash", "dash", "ash", "zsh", "ksh"]

  private static let keywords: Set<String> = [
    "if", "then", "do", "else", "while", "until", "!", "{",
  ]

  private static let preparations: Set<String> = [
    "cd", "test", "[", "[[", "echo", "printf", "export", "set", "true", "false", ":", "umask",
    "source",
    ".", "sleep", "rm", "mkdir", "touch", "kill", "date", "fi", "done", "ulimit", "trap", "exit",
    "}",
  ]
}
