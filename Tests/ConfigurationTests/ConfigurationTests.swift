import Basics
import Foundation
import Testing

@testable import Configuration

@Suite struct ConfigurationTests {
  private func problems(_ text: String) -> [String] {
    do {
      _ = try Configuration(text: text)
      return []
    } catch {
      return error.problems.map { "\($0.line): \($0.message)" }
    }
  }

  @Test func starterIsTheDefaults() throws {
    #expect(try Configuration(text: Configuration.starter) == Configuration())
  }

  /// The table of the README has the keys that are read, and says which of them do nothing.
  @Test func readmeListsTheKeys() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../README.md").standardizedFileURL
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = text.split(separator: "\n").drop { !$0.hasPrefix("| key |") }
      .prefix { $0.hasPrefix("|") }.dropFirst(2)
    let listed = rows.flatMap { row in
      row.split(separator: "|")[0].split(separator: "`").filter { $0.contains(/[a-z]/) }
        .map { (key: String($0), isReserved: row.contains("| reserved: ")) }
    }
    #expect(listed.map(\.key) == Configuration.keys)
    #expect(listed.filter(\.isReserved).map(\.key) == Configuration.reservedKeys)
  }

  /// What changes nothing is said, with its line.
  @Test func reservedKeysAreNoted() throws {
    let read = try Configuration(
      text:
        "version: 1\nrules: [a]\nweights:\n  names: 2\n  teams: 2\ncheck:\n  cycles: warning\n  state: off\n"
    )
    #expect(
      read.ineffective.sorted { $0.line < $1.line }.map { "\($0.line): \($0.message)" } == [
        "8: 'check: state' has no effect in this version"
      ])
    #expect(try Configuration(text: "version: 1\nhistory: false\n").usesHistory == false)
    #expect(try Configuration(text: "version: 1\nexclude: [a]\n").ineffective.isEmpty)
    let blocks = Configuration.starter.split(separator: "\n\n")
    for block in blocks where block.hasPrefix("# ") {
      let keys = Configuration.reservedKeys
      let isReserved = keys.contains { block.contains("\n# \($0):") }
      #expect(block.lowercased().contains("no effect yet") == isReserved, "\(block)")
    }
  }

  /// With the comment signs of its examples removed the starter is valid, and has every key.
  @Test func starterUncommentedIsValid() throws {
    let lines = Configuration.starter.split(separator: "\n", omittingEmptySubsequences: false)
    let isExample = { (line: Substring) in
      let rest = line.dropFirst(2)
      return line.hasPrefix("# ")
        && (rest.hasPrefix(" ") || Configuration.keys.contains { rest.hasPrefix($0 + ":") })
    }
    let text = lines.map { isExample($0) ? String($0.dropFirst(2)) : String($0) }
      .joined(separator: "\n")
    let read = try Configuration(text: text)
    #expect(read.include.map(\.pattern) == ["src/**"])
    #expect(read.exclude.map(\.pattern) == ["experiments/**"])
    #expect(read.modules.map(\.name) == ["billing"])
    #expect(read.modules[0].globs.map(\.pattern) == ["src/billing/**", "src/invoice_*.c"])
    #expect(read.roles.test.count == 1 && read.roles.generated.count == 1)
    #expect(read.roles.vendored.map(\.pattern) == ["lib/**"])
    #expect(read.roles.tool.map(\.pattern) == ["build-tools/**"])
    #expect(read.compileCommands == "build/compile_commands.json")
    #expect(read.weights.count == Configuration.View.allCases.count)
    #expect(read.triggers.map(\.kind) == ["schedule", "storage"])
    #expect(read.triggers[0].attributes.map(\.key) == ["cron", "timeout"])
    #expect(read.triggers[0].attributes[0].value == "0 3 * * *")
    #expect(read.rules.map(\.path) == ["tools/cleave-rules"])
    #expect(read.check.baseline == "cleave.baseline.yml")
    for key in Configuration.keys {
      #expect(text.split(separator: "\n").contains { $0.hasPrefix(key + ":") }, "\(key)")
    }
  }

  @Test(
    arguments: [
      ("", []),
      ("# nothing\n", []),
      ("version: 1\n", []),
      ("version: 1\nexclude: a/**\n", []),
      ("include: []\n", ["1: 'version' is missing, write 'version: 1'"]),
      ("version: 2\n", ["1: version '2' is not known, this cleave reads version 1"]),
      (
        "version: 1\nexlude: [a]\n",
        ["2: 'exlude' is not a key of 'cleave.yml', did you mean 'exclude'"]
      ),
      ("version: 1\n\nexclude:\n  a: b\n", ["4: 'exclude' must be a list, not a mapping"]),
      ("version: 1\nexclude:\n  - a\n  - [b]\n", ["4: 'exclude' must be text, not a list"]),
      ("version: 1\nhistory: maybe\n", ["2: 'history' must be true or false, not 'maybe'"]),
      ("version: 1\nhistory: \"true\"\n", ["2: 'history' must be true or false, not 'true'"]),
      (
        "version: 1\nroles: {tests: [a]}\n",
        ["2: 'tests' is not a key of 'roles', did you mean 'test'"]
      ),
      ("version: 1\nweights:\n  data: heavy\n", ["3: 'data' must be a number from 0, not 'heavy'"]),
      ("version: 1\nweights: {data: -1}\n", ["2: 'data' must be a number from 0, not '-1'"]),
      ("version: 1\nweights: {data: nan}\n", ["2: 'data' must be a number from 0, not 'nan'"]),
      (
        "version: 1\nexclude: [../x]\n",
        ["2: '../x' in 'exclude' leaves the repository, write a path below it"]
      ),
      (
        "version: 1\ncompile-commands: /etc/passwd\n",
        ["2: '/etc/passwd' in 'compile-commands' leaves the repository, write a path below it"]
      ),
      (
        "version: 1\nrules: [a/../../b]\n",
        ["2: 'a/../../b' in 'rules' leaves the repository, write a path below it"]
      ),
      (
        "version: 1\nrules: [~/b]\n",
        ["2: '~/b' in 'rules' leaves the repository, write a path below it"]
      ),
      ("version: 1\nrules: [a/../b]\n", []),
      ("version: 1\nmodules: {a: }\n", ["2: module 'a' has no patterns"]),
      ("version: 1\nmodules: [a]\n", ["2: 'modules' must be a mapping of names, not a list"]),
      (
        "version: 1\nprovider: aws-lamda\n",
        ["2: 'aws-lamda' is not a provider, did you mean 'aws-lambda'"]
      ),
      (
        "version: 1\ncheck: {cycles: loud}\n",
        ["2: 'cycles' must be error, warning or off, not 'loud'"]
      ),
      (
        "version: 1\ntriggers:\n  - kind: http\n    handlr: f\n",
        [
          "3: the trigger has no 'handler'",
          "4: 'handlr' is not a key of 'triggers', did you mean 'handler'",
        ]
      ),
      ("version: 1\ntriggers: {kind: http}\n", ["2: 'triggers' must be a list, not a mapping"]),
      (
        "version: 1\ntriggers: [http]\n",
        ["2: a trigger must be a mapping with 'kind' and 'handler'"]
      ),
      ("- a\n", ["1: 'cleave.yml' must be a mapping, not a list"]),
      ("version: 1\n---\nversion: 1\n", ["3: a second document, keep one"]),
      ("version: 1\nversion: 1\n", ["1: 'version' stands twice, keep one"]),
      (
        "version: 1\nhistory: \u{1b}[31m\n",
        ["2: not valid YAML: control characters are not allowed"]
      ),
    ] as [(String, [String])])
  func tellsProblems(_ text: String, _ want: [String]) {
    #expect(problems(text) == want)
  }

  @Test func tellsSeveralProblemsSorted() {
    let text = "version: 1\ncheck: {cycles: x}\nexlude: []\nweights: {names: y}\n"
    #expect(problems(text).map { $0.prefix(2) } == ["2:", "3:", "4:"])
  }

  @Test func namesTheFileOnEveryLine() {
    let error = ConfigurationError(
      path: "c.yml", problems: [.init(line: 9, message: "b"), .init(line: 2, message: "a")])
    #expect(error.description == "c.yml:2: a\nc.yml:9: b")
  }

  /// Text that is no YAML gives a line and no crash.
  @Test(arguments: [
    "version: [", "a: b: c", "\t- x", "version: 1\n  bad", "&a [", "*a", "? a", "%x",
  ])
  func survivesBadYAML(_ text: String) {
    for problem in problems(text) { #expect(problem.first!.isNumber) }
    #expect(!problems(text).isEmpty)
  }

  @Test func refusesDeepNestingAndAliasBombs() {
    #expect(!problems("version: 1\nexclude: " + String(repeating: "[", count: 100_000)).isEmpty)
    #expect(!problems("version: 1\nexclude: " + String(repeating: "- ", count: 100_000)).isEmpty)
    var bomb = "version: 1\na0: &a0 [x]\n"
    for level in 1...40 {
      bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
    }
    #expect((1...YAMLReader.mostProblems).contains(problems(bomb + "exclude: *a40\n").count))
    for key in ["? *a40\n: b\n", "*a40 : b\n", "x: {*a40 : 1}\n", "[*a40]: 1\n", "{a: *a40}: 1\n"] {
      #expect(problems(bomb + key).count == 1, "\(key)")
    }
  }

  @Test func loadsFilesOrDefaults() throws {
    let folder = Array("/tmp/cleave-configuration-\(UInt64.random(in: 0 ... .max))".utf8)
    try FileSystem.createFolder(folder)
    defer { try? FileSystem.remove(folder) }
    #expect(try Configuration.load(root: folder) == Configuration())
    let file = folder + Array("/cleave.yml".utf8)
    #expect(throws: FileError.self) { try Configuration.load(root: folder, named: file) }
    try FileSystem.write(Array("version: 1\nprovider: knative\n".utf8), to: file)
    defer { try? FileSystem.remove(file) }
    #expect(try Configuration.load(root: folder).provider == "knative")
    try FileSystem.write([0x76, 0xff, 0xfe], to: file)
    #expect(throws: ConfigurationError.self) { try Configuration.load(root: folder) }
  }
}

@Suite struct DecisionTableTests {
  @Test func readsTheTables() {
    let parameters = DecisionParameters.standard
    #expect(parameters.scoreFlag > parameters.scoreMaybe && parameters.softDuration == 300)
    #expect(parameters.points.kind["storage"] == 30 && parameters.points.short.count == 4)
    #expect(parameters.points.busy < 0 && parameters.smallApplication.maxLines == 5000)
    let lambda = Provider.platform("aws-lambda")?.platform.limits
    #expect(lambda?.maxRun == 900 && lambda?.maxRunSync == 900 && lambda?.frontTimeout == 29)
    #expect(Provider.platform("azure-flex")?.platform.limits.maxRun == nil)
    #expect(Provider.platform("gcp-run-functions")?.platform.limits.maxRunSync == 3600)
  }

  @Test func everyProviderHasADatedTable() {
    #expect(Provider.all.map(\.name) == ["aws", "azure", "google", "cloudflare", "knative"])
    for provider in Provider.all {
      #expect(provider.version.count == 10 && !provider.platforms.isEmpty)
      #expect(provider.triggers["http"] != nil && provider.triggers["schedule"] != nil)
      for platform in provider.platforms where provider.name != "knative" {
        #expect((platform.prices?.checked.count ?? 0) >= 7, "\(platform.name)")
      }
    }
    #expect(Provider.platform("aws") == nil)
  }

  @Test func everyCriterionSaysWhatToDo() {
    #expect(Criterion.identifiers.first == "B1" && Criterion.identifiers.last == "F8")
    for criterion in Criterion.all.values where criterion.severity != .favour {
      #expect(criterion.hint != nil, "\(criterion.id)")
    }
  }
}
