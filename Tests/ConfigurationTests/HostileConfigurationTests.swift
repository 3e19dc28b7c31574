import Basics
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@testable import Configuration

/// Text that somebody wrote to make the tool hang, or to make it show what is not theirs.
@Suite struct HostileConfigurationTests {
  private func problems(_ text: String) -> [String] {
    do {
      _ = try Configuration(text: text)
      return []
    } catch {
      return error.problems.map { "\($0.line): \($0.message)" }
    }
  }

  /// Forty levels of three aliases each stand for 3^40 nodes: whoever walks them never comes back.
  private static let bomb: String = {
    var text = "version: 1\na0: &a0 [x]\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
    }
    return text
  }()

  /// In flow collections `?` and `:` need no blank after them, and line ends are not only `\n`.
  @Test(arguments: [
    "x: {?*a40 }\n", "x: {?*a40}\n", "x: [?*a40]\n", "x: {?[*a40]}\n", "x: {?[*a40 ]: 1}\n",
    "x: {[*a40]:1}\n", "x: {{a: *a40}:1}\n", "x: [[*a40]:1]\n", "x: {*a40:1}\n",
    "x: {&k [*a40]:1}\n", "x: {? &k [*a40]}\n", "?\u{2028}*a40\n: b\n", "?\u{2028} *a40\n: b\n",
    "?\u{85}*a40\n: b\n", "?\t*a40\n", "? !!seq [*a40]\n", "? - *a40\n", "? a: *a40\n",
    "&k *a40 : 1\n", "x: {\"a\":1, ?*a40}\n", "x: {*a40}\n", "x: {a, *a40}\n", "x: {[*a40]}\n",
    "x: { # c\n  *a40}\n", "x: [{*a40}]\n", "x: {!!seq [*a40]}\n", "{*a40}: 1\n",
    "x: {\"[\": 1, *a40 }\n", "x: {${*a40}:1}\n", "x:\u{a0}{*a40}\n", "- {*a40}\n",
  ])
  func refusesKeysThatAreBombs(_ key: String) {
    #expect(!problems(Self.bomb + key).isEmpty)
  }

  /// Aliases that do no harm are read.
  @Test(arguments: [
    "version: 1\nexclude: &e [a, \"{b}\"]\nroles: {test: *e, vendored: *e}\n",
    "version: 1\nexclude: &e [a]\nroles:\n  test: *e\n  vendored: *e\n  generated: *e\nmodules:\n"
      + (1...9).map { "  m\($0): *e\n" }.joined(),
    "version: 1\nexclude: [\"*_test.c\", \"**/a*b\", \"{*x,?y}\"]\n",
  ])
  func readsCommonAliases(_ text: String) {
    #expect(problems(text) == [])
  }

  /// What has the form of an alias and the name of no anchor is part of a text.
  @Test func readsTextsThatLookLikeAliases() throws {
    let actions = (0..<9).map { "\"s3:*Object\($0)\"" }.joined(separator: ", ")
    let text = "a: &anchor {Action: [\(actions)]}\nb: *anchor\n"
    #expect(try YAMLText.documents(text).count == 1)
    #expect(try YAMLText.documents("{\"Action\": [\(actions)], \"x\": {\"y\": 1}}").count == 1)
    // One that has its name counts, quoted or not.
    let named = text.replacing("&anchor", with: "&Object1").replacing("*anchor", with: "*Object1")
    #expect(try YAMLText.documents(named).count == 1)
    let many = named.replacing("[\"s3", with: "[*Object1, *Object1, *Object1, *Object1, \"s3")
    #expect(throws: YAMLFailure.self) {
      try YAMLText.documents(many + String(repeating: "- *Object1\n", count: 4))
    }
  }

  /// A list that aliases repeat: its length times the number of its uses.
  @Test func limitsRepeatedLists() {
    let list = "[" + String(repeating: "a,", count: 2000) + "]"
    let text =
      "version: 1\nexclude: &e \(list)\nmodules:\n"
      + (1...5000).map { "  m\($0): *e\n" }.joined()
    let found = problems(text)
    #expect(found.count == YAMLReader.mostProblems)
    #expect(
      found.first == "2: 'm50' makes more than \(YAMLReader.mostElements) elements, write fewer")
  }

  @Test func namesFewOfManyDoubledKeys() {
    let keys = (100...999).map { "k\($0): 1\nk\($0): 2\n" }.joined()
    #expect(problems(keys) == ["1: 'k100', 'k101', 'k102' and 897 more stands twice, keep one"])
  }

  @Test(arguments: [
    ("../a.c:f", true), ("/etc/a.c:f", true), ("a/../../b.c:ns::f", true), ("src/a.c:ns::f", false),
    ("ns::f", false), ("a::b::c", false), ("f", false), (":f", true), ("f:", false),
  ])
  func handlersStayInside(_ handler: String, _ isRefused: Bool) {
    let found = problems("version: 1\ntriggers:\n  - kind: cli\n    handler: '\(handler)'\n")
    #expect(found.map { $0.prefix(2) } == (isRefused ? ["4:"] : []))
  }

  @Test func refusesLinksThatLeaveTheRepository() throws {
    let base = "/tmp/cleave-links-\(UInt64.random(in: 0 ... .max))"
    let root = Array("\(base)/root".utf8)
    let link = root + Array("/cleave.yml".utf8)
    let names = ["root/own.yml", "secret", "root/cleave.yml"]
    try FileSystem.createFolder(Array(base.utf8))
    try FileSystem.createFolder(root)
    defer {
      for name in names { unlink("\(base)/\(name)") }
      rmdir("\(base)/root")
      rmdir(base)
    }
    try FileSystem.write(Array("password: hunter2\n".utf8), to: Array("\(base)/secret".utf8))
    try FileSystem.write(
      Array("version: 1\nprovider: knative\n".utf8), to: Array("\(base)/root/own.yml".utf8))
    #expect(symlink("../secret", "\(base)/root/cleave.yml") == 0)
    do {
      _ = try Configuration.load(root: root)
      Issue.record("a link out of the repository was read")
    } catch let error as ConfigurationError {
      #expect(error.problems.map(\.line) == [1] && !"\(error)".contains("password"))
    }
    try FileSystem.remove(link)
    #expect(symlink("own.yml", "\(base)/root/cleave.yml") == 0)
    #expect(try Configuration.load(root: root).provider == "knative")
    try FileSystem.remove(link)
    #expect(symlink("gone", "\(base)/root/cleave.yml") == 0)
    #expect(throws: FileError.self) { try Configuration.load(root: root) }
  }
}
