import Foundation
import Testing

/// What the program says about its own command line, as data.
struct CommandLineModel: Decodable {
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [Command]?
    var arguments: [Argument]?

    var visible: [Command] {
      (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    /// Names as typed, `--format` or `-o`.
    var options: Set<String> {
      Set((arguments ?? []).flatMap { $0.names ?? [] }.map(\.typed))
    }

    func values(of option: String) -> [String]? {
      (arguments ?? []).first { ($0.names ?? []).map(\.typed).contains(option) }?.allValues
    }
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var isOptional: Bool
    var shouldDisplay: Bool?
    var allValues: [String]?
  }

  var command: Command

  /// By `--experimental-dump-help`, which the argument parser makes from the types of the commands.
  static func read() throws -> Command {
    let result = try Program.run("--experimental-dump-help")
    try #require(result.status == 0)
    return try JSONDecoder().decode(Self.self, from: Data(result.output.utf8)).command
  }
}

/// The tables and code blocks of a text in Markdown.
struct Markdown {
  let lines: [Substring]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The cells of the first table of a section, without head and rule; `\|` is a bar in a cell.
  func table(in section: String, headed: String) -> [[String]] {
    let start = lines.firstIndex { $0 == "## " + section }.map { $0 + 1 } ?? lines.endIndex
    let end = lines[start...].firstIndex { $0.hasPrefix("## ") } ?? lines.endIndex
    let rows = lines[start..<end].drop { !$0.hasPrefix("| " + headed + " |") }
      .prefix { $0.hasPrefix("|") }
    return rows.dropFirst(2).map { row in
      row.replacing("\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces).replacing("\u{0}", with: "|") }
    }
  }

  /// Words of the command lines in code blocks that call `cleave`, pipes and comments cut off.
  var calls: [[String]] {
    var isCode = false
    var calls: [[String]] = []
    for line in lines {
      if line.hasPrefix("```") { isCode.toggle() }
      guard isCode, line.hasPrefix("cleave ") else { continue }
      calls.append(line.prefix { $0 != "|" && $0 != "#" }.split(separator: " ").map(String.init))
    }
    return calls
  }
}

@Suite struct DocumentationTests {
  private static func options(in text: some StringProtocol) -> [String] {
    String(text).matches(of: #/--[a-z][a-z-]*/#).map { String($0.output) }
  }

  private func readme() throws -> Markdown { Markdown(try Repository.text("README.md")) }

  @Test func `the README lists the commands that there are, with their arguments`() throws {
    let commands = try CommandLineModel.read().visible
    let rows = try readme().table(in: "Commands", headed: "command")
    let listed = rows.map { $0[0].trimmingCharacters(in: ["`"]) }
    let real = commands.map { command in
      let words = (command.arguments ?? []).filter { $0.kind == "positional" }.map { argument in
        // The words of a decision are many, and it says which itself.
        let name = argument.valueName == "words" ? "ACT …" : (argument.valueName ?? "").uppercased()
        return argument.isOptional ? "[\(name)]" : name
      }
      return ([command.commandName] + words).joined(separator: " ")
    }
    #expect(listed == real)
  }

  @Test func `the README lists the formats that there are, the default first`() throws {
    let info = try Program.run("info", "formats")
    var formats: [String: [String]] = [:]
    for line in info.output.split(separator: "\n").dropFirst() {
      let match = try #require(line.wholeMatch(of: #/  ([\w-]+) (\w+): .+?( \(default\))?/#))
      #expect((match.3 != nil) == (formats[String(match.1)] == nil), "\(line)")
      formats[String(match.1), default: []].append(String(match.2))
    }
    for row in try readme().table(in: "Commands", headed: "command") {
      let command = String(row[0].dropFirst().prefix { $0.isLetter || $0 == "-" })
      let listed = row[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(listed == formats[command] ?? [], "\(command)")
    }
  }

  @Test func `options in the README exist, for the command that they stand with`() throws {
    let root = try CommandLineModel.read()
    let commands = root.visible
    let builtIn: Set<String> = ["--help", "--version", "--generate-completion-script"]
    let all = commands.reduce(builtIn) { $0.union($1.options) }
    for option in Self.options(in: try Repository.text("README.md")) {
      #expect(all.contains(option), "\(option)")
    }
    for row in try readme().table(in: "Commands", headed: "command") {
      let name = String(row[0].dropFirst().prefix { $0.isLetter || $0 == "-" })
      let command = try #require(commands.first { $0.commandName == name })
      // `--from` of the document's row is about the other commands.
      for option in Self.options(in: row[1]) {
        #expect(command.options.contains(option), "\(name) \(option)")
      }
      for match in row[1].matches(of: #/(--[a-z-]+) ([a-z]+(?:\|[a-z]+)+)/#) {
        let values = match.2.split(separator: "|").map(String.init)
        #expect(command.values(of: String(match.1)) == values, "\(name) \(match.1)")
      }
    }
    let calls = try readme().calls
    #expect(calls.count > 8)
    for call in calls {
      let command = try #require(commands.first { $0.commandName == call[1] }, "\(call)")
      for word in call where word.hasPrefix("-") {
        #expect(command.options.contains(word), "\(call)")
      }
    }
  }

  @Test func `every option and command has a line of help`() throws {
    let root = try CommandLineModel.read()
    #expect(root.discussion?.contains("Exit codes") == true)
    for command in root.visible {
      #expect(command.abstract?.isEmpty == false, "\(command.commandName)")
      for argument in command.arguments ?? [] where argument.shouldDisplay != false {
        #expect(
          argument.abstract?.hasSuffix(".") == true,
          "\(command.commandName): \(argument.names?.first?.typed ?? argument.valueName ?? "")")
      }
      let help = try Program.run(command.commandName, "--help")
      #expect(help.status == 0 && help.talk.isEmpty)
      for option in command.options { #expect(help.output.contains(option), "\(option)") }
    }
  }

  @Test func `the exit codes of README and help are the same`() throws {
    let listed = try readme().table(in: "Commands", headed: "exit code").map { $0[0] }
    let help = try Program.run("--help").output.replacing("\n", with: " ")
    let text = try #require(help.firstMatch(of: #/Exit codes: (.*?)\./#)).1
    let said = text.split(separator: ";").compactMap { part in
      part.split(separator: " ").first.map(String.init)
    }
    #expect(listed == said)
    #expect(listed == ["0", "1", "2", "3", "130"])
  }

  @Test func `languages and topics of the README are those of the program`() throws {
    let text = try Repository.text("README.md")
    let info = try Program.run("info", "languages")
    let languages = info.output.split(separator: "\n").dropFirst().map {
      String($0.prefix { $0 != ":" }).trimmingCharacters(in: .whitespaces)
    }
    #expect(languages.count > 4)
    for language in languages {
      // YAML is read for what it declares.
      let word = language == "YAML" ? "Kubernetes" : language
      #expect(text.contains(word), "\(language)")
    }
    let root = try CommandLineModel.read()
    let command = try #require(root.visible.first { $0.commandName == "info" })
    let topics = try #require(command.arguments?.first { $0.kind == "positional" })
    for topic in try #require(topics.allValues) {
      #expect(topics.abstract?.contains(topic) == true)
      #expect(try Program.run("info", topic).output.hasPrefix(topic + "\n"))
    }
  }

  /// Every kind of trigger that the README and the help show can be declared.
  @Test func `declarations in the README are read`() throws {
    let text = try Repository.text("README.md")
    let comment = try #require(text.split(separator: "\n").first { $0.hasPrefix("// @trigger ") })
    let folder = try Folder(["a.c": comment + "\nint nightly_report(void) { return 0; }\n"])
    let result = try Program.run("serverless", folder.path, "--format", "tsv")
    #expect(result.output.hasPrefix("a.c\t2\tnightly_report\tschedule\t"), "\(result.output)")
    let word = try #require(comment.split(separator: " ").dropFirst(2).first)
    #expect(try Program.run("info", "triggers").output.contains(word))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are written and parse`(shell: String) throws {
    let result = try Program.run("--generate-completion-script", shell)
    #expect(result.status == 0 && result.talk.isEmpty)
    let root = try CommandLineModel.read()
    for command in root.visible {
      #expect(result.output.contains(command.commandName))
      for option in command.options where option.hasPrefix("--") {
        #expect(result.output.contains(option.dropFirst(2)), "\(option)")
      }
    }
    #expect(!result.output.replacing("worker processes", with: "").contains("worker"))
    // Which shells there are is up to the machine; there is always a bash.
    let isThere = try Program.tool(["sh", "-c", "command -v " + shell]).status == 0
    #expect(isThere || shell != "bash")
    guard isThere else { return }
    let folder = try Folder(["completion": result.output])
    let check = try Program.tool([shell, "-n", folder.path + "/completion"])
    #expect(check.status == 0 && check.talk.isEmpty, "\(check.talk)")
  }
}
