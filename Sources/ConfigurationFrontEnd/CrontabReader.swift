internal import Basics
internal import Facts

/// Reads a crontab: the user's own or the system's, which has a column with the user.
struct CrontabReader {
  private struct Entry {
    var line: Int
    var text: Substring
    var schedule: String
    /// What follows the schedule.
    var rest: Substring
    var zone: String?
  }

  private let path: String
  private let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  func read(into findings: inout ConfigurationFindings) {
    var entries: [Entry] = []
    var zone: String?
    for (index, line) in lines.enumerated() {
      let text = line.drop(while: \.isWhitespace)
      guard let first = text.first, first != "#" else { continue }
      if let (name, value) = Self.assignment(text) {
        if name == "CRON_TZ" { zone = value }
      } else if var entry = entry(text, line: index + 1, &findings) {
        entry.zone = zone
        entries.append(entry)
      }
    }
    let hasUsers = hasUsers(entries)
    for entry in entries { declare(entry, hasUsers, &findings) }
  }

  /// `NAME = value`, with or without quotes.
  private static func assignment(_ line: Substring) -> (name: String, value: String)? {
    guard let equals = line.firstIndex(of: "=") else { return nil }
    let name = line[..<equals].filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" }
    guard let first = name.first, first.isLetter || first == "_",
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      line[..<equals].split(whereSeparator: \.isWhitespace).count == 1
    else { return nil }
    let value = line[line.index(after: equals)...].split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    return (name, value.filter { $0 != "\"" && $0 != "'" })
  }

  private func entry(
    _ text: Substring, line: Int, _ findings: inout ConfigurationFindings
  ) -> Entry? {
    let fieldCount = text.hasPrefix("@") ? 1 : 5
    var rest = text.first == "-" ? text.dropFirst() : text
    var fields: [Substring] = []
    while fields.count < fieldCount, !rest.isEmpty {
      let field = rest.prefix { !$0.isWhitespace }
      fields.append(field)
      rest = rest[field.endIndex...].drop(while: \.isWhitespace)
    }
    let schedule = fields.joined(separator: " ")
    var problem = rest.isEmpty ? "no command after the schedule" : nil
    do throws(ScheduleError) { _ = try Schedule(cron: schedule) } catch { problem = error.message }
    if let problem {
      let quoted = "'\(String(text.prefix(80)).escapedForTerminal)'"
      findings.note(.warning, "malformed-crontab", "\(quoted) is skipped: \(problem)", line: line)
      return nil
    }
    return Entry(line: line, text: text, schedule: schedule, rest: rest)
  }

  // MARK: Users

  /// Whether a column with the user precedes the command: in `/etc/cron.d` and `/etc/crontab`
  /// always; elsewhere where every entry has something there that is a user rather than a program.
  private func hasUsers(_ entries: [Entry]) -> Bool {
    if path.contains("cron.d/") || path == "etc/crontab" || path.hasSuffix("/etc/crontab") {
      return true
    }
    return !entries.isEmpty && entries.allSatisfy { Self.mayHaveUser($0.rest) }
  }

  private static func mayHaveUser(_ text: Substring) -> Bool {
    let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard words.count >= 2, let first = words[0].first, first.isLetter || first == "_" else {
      return false
    }
    let isName = words[0].utf8.allSatisfy {
      ($0 >= 0x61 && $0 <= 0x7a) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2d || $0 == 0x5f
    }
    guard isName else { return false }
    if ["root", "nobody", "www-data"].contains(words[0]) { return true }
    let second = words[1]
    let isProgram =
      second.hasPrefix("/") || second.hasPrefix("./") || second.hasPrefix("[")
      || starters.contains(String(second))
    return isProgram && !programs.contains(String(words[0])) && !starters.contains(String(words[0]))
  }

  /// Words that begin a command line.
  private static let starters: Set<String> = [
    "flock", "nice", "ionice", "timeout", "env", "sh", "bash", "sudo", "nohup", "exec", "cd",
    "test",
    "chronic", "php", "python", "python3", "perl", "ruby", "node", "java", "docker", "curl", "wget",
  ]

  /// Programs that take a path as their first argument.
  private static let programs: Set<String> = [
    "find", "rm", "cp", "mv", "cat", "ls", "tar", "rsync", "make", "logrotate", "echo", "chmod",
    "chown", "touch", "mkdir", "gzip", "run-parts", "git", "npm", "psql", "mysql", "sqlite3",
    "time",
    "source", "su", "systemctl", "service", "kill", "killall", "svn", "certbot", "setlock", "tail",
  ]

  // MARK: Declarations

  private func declare(
    _ entry: Entry, _ hasUsers: Bool, _ findings: inout ConfigurationFindings
  ) {
    var rest = entry.rest
    if hasUsers {
      let user = rest.prefix { !$0.isWhitespace }
      rest = rest[user.endIndex...].drop(while: \.isWhitespace)
    }
    let words = ShellWords.split(Self.command(rest))
    guard !words.isEmpty else {
      findings.note(
        .warning, "malformed-crontab", "no command after the user", line: entry.line)
      return
    }
    let isStartup = entry.schedule == "@reboot"
    var attributes: [TriggerDeclaration.Attribute] = []
    if !isStartup { attributes.append(.init(key: "cron", value: entry.schedule)) }
    if let zone = entry.zone { attributes.append(.init(key: "tz", value: zone)) }
    attributes += Self.limits(of: words)
    findings.facts.triggers.append(
      TriggerDeclaration(
        kind: isStartup ? .startup : .schedule, origin: .configuration, rule: "crontab",
        handler: .command(words), attributes: attributes, line: UInt32(clamping: entry.line),
        evidence: Evidence.line(String(entry.text))))
  }

  /// The command: an unescaped `%` ends it, what follows is its input.
  private static func command(_ text: Substring) -> String {
    var command = ""
    var isEscaped = false
    for character in text {
      if character == "%", !isEscaped { break }
      if isEscaped, character != "%" { command.append("\\") }
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { command.append(character) }
    }
    return command
  }

  /// What the wrappers of a command say about its runs.
  static func limits(of words: [String]) -> [TriggerDeclaration.Attribute] {
    let invocations = Invocation.all(in: words)
    var attributes: [TriggerDeclaration.Attribute] = []
    if invocations.contains(where: \.isExclusive) {
      attributes.append(.init(key: "exclusive", value: "true"))
    }
    if let timeout = invocations.compactMap(\.timeout).max() {
      attributes.append(.init(key: "timeout", value: Evidence.duration(timeout)))
    }
    return attributes
  }
}

/// Texts of declarations, in the forms that the trigger grammar has.
enum Evidence {
  /// On one line, at most 200 characters.
  static func line(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 200 ? line.prefix(199) + "…" : line
  }

  /// At most 1e12 seconds either way; what is no number is none.
  static func duration(_ seconds: Double) -> String {
    if seconds == seconds.rounded(), seconds.magnitude < 1e15, let whole = Int(finite: seconds) {
      return "\(whole)s"
    }
    return "\(Int(finite: min(max(seconds, -1e12), 1e12) * 1000) ?? 0)ms"
  }
}
