import Basics
import Review
import Testing

/// A file with one decision of each act.
let everyAct = """
  # Why we split at all: see the wiki.
  version: 1

  decisions:

    # accept: these are right
    - accept: b-orders   # agreed on Monday
      name: orders
      members:
        - src/orders/**
        - "src/util/order_*"
      reason: "it has: its own tables"
      author: Ada <ada@example.org>
      date: 2025-01-31

    - reject: b-misc
      reason: grab bag
    - rename: b-3
      to: payments

    - merge: b-1
      with: b-2
      name: cart
    - split: b-9
      into:
        billing: [src/bill/**]
        tax:
          - "src/tax/**"
    - move: src/cart/Price.cpp
      to: b-orders

    - pin: src/a.c
      to: boundary:b-1
    - keep-together: src/x.c
      with: [src/y.c, ./src/z.c]
    - keep-apart: src/a/**
      with: src/b/**
    - shared: src/util/**
    - serverless: src/reports.c
      name: nightly
      to: function
    - owner: orders
      to: b-orders
    - dead: src/old/**
      reason: |
        Nobody calls it.
        # not a comment
  """

struct DecisionFileReadingTests {
  @Test
  func everyActIsRead() throws {
    let decisions = try DecisionFile(everyAct).decisions
    #expect(Set(decisions.map(\.decision.act)) == Set(DecisionAct.allCases))
    var accept = Decision(.accept, "b-orders")
    accept.name = "orders"
    accept.members = ["src/orders/**", "src/util/order_*"]
    accept.reason = "it has: its own tables"
    accept.author = "Ada <ada@example.org>"
    accept.date = "2025-01-31"
    #expect(decisions[0] == PlacedDecision(accept, line: 7))
    #expect(decisions[4].decision.into.map(\.name) == ["billing", "tax"])
    #expect(decisions[6].decision.to == "b-1")
    #expect(decisions[7].decision.with == ["src/y.c", "src/z.c"])
    #expect(decisions[12].decision.reason == "Nobody calls it.\n# not a comment")
  }

  @Test
  func absentAndEmptyFilesHoldNothing() throws {
    for text in [nil, "", "# only a comment\n", "version: 1\n", "version: 1\ndecisions:\n"] {
      #expect(try DecisionFile(text).decisions.isEmpty)
    }
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var entry: String
    var problems: [String]
    init(_ entry: String, _ problems: String...) { (self.entry, self.problems) = (entry, problems) }
    var testDescription: String { entry }
  }

  /// Entries that stand from line 3 on, and what is said about them.
  static let bad: [Bad] = [
    Bad("- mve: a.c\n  to: b", "3: unknown act \"mve\", did you mean \"move\""),
    Bad(
      "- move: a.c\n  too: b",
      "4: unknown key \"too\", did you mean \"to\" in \"move\""),
    Bad("- reject: b", "3: \"reject\" needs \"reason\""),
    Bad("- reject: b\n  reason:", "4: \"reason\" is empty; give it a value or remove it"),
    Bad("- accept: [a]", "3: \"accept\" must be a text, not a list"),
    Bad("- accept", "3: expected a decision such as \"accept: orders\", not a text"),
    Bad(
      "- accept: a\n  reject: b\n  reason: c",
      "4: \"reject\" beside \"accept\": write an entry each"),
    Bad(
      "- reason: because",
      "3: an entry without an act; add one of accept, reject, rename, merge, split, move, pin, "
        + "keep-together, keep-apart, shared, dead, serverless, owner"),
    Bad(
      "- serverless: a.c\n  to: functoin",
      "3: unknown verdict \"functoin\", did you mean \"function\""),
    Bad(
      "- shared: /etc/passwd",
      "3: pattern \"/etc/passwd\": paths are relative to the root; remove the first \"/\""),
    Bad("- shared: a/../../b", "3: pattern \"a/../../b\": a path may not leave the root"),
    Bad("- shared: \"a[\"", "3: pattern \"a[\": \"[\" is not closed"),
    Bad(
      "- shared: a\n  date: yesterday",
      "4: date \"yesterday\" is not of the form 2025-01-31"),
    Bad(
      "- shared: a\n  date: 2025-13-01",
      "4: date \"2025-13-01\" is not of the form 2025-01-31"),
    Bad(
      "- shared: **/x.c",
      "3: \"**/x.c\" is an anchor or an alias, which are not allowed; "
        + "put a pattern that starts with \"*\" in quotes"),
    Bad("- accept: a\n  accept: b", "3: key \"accept\" stands twice in one entry; remove one"),
    Bad("- split: a\n  into: b", "4: \"into\" must map names of parts to patterns, not be a text"),
    Bad(
      "- mve: a\n\n- rnme: b\n  to: c",
      "3: unknown act \"mve\", did you mean \"move\"",
      "5: unknown act \"rnme\", did you mean \"rename\""),
  ]

  @Test(arguments: bad)
  func problemsAreNamedByLine(_ bad: Bad) {
    let error = #expect(throws: DecisionFileError.self) {
      try DecisionFile("version: 1\ndecisions:\n" + bad.entry + "\n")
    }
    let expected = bad.problems.map { "cleave.decisions.yml:" + $0 }
    #expect(error?.description == expected.joined(separator: "\n"))
  }

  @Test(arguments: [
    ("version: 2\n", "1: version \"2\" is not known; this cleave reads version 1"),
    ("decisions: []\n", "1: no \"version\"; write \"version: 1\" first"),
    ("version: 1\ndecision: []\n", "2: unknown key \"decision\", did you mean \"decisions\""),
    ("version: 1\ndecisions: 3\n", "2: expected a list of decisions, not a text"),
    ("- a\n", "1: expected \"version\" and \"decisions\", not a list"),
    (
      "version: 1\n<<<<<<< ours\n",
      "2: unresolved merge conflict; keep both entries and remove the markers"
    ),
  ])
  func wholeFile(_ text: String, _ expected: String) {
    let error = #expect(throws: DecisionFileError.self) { try DecisionFile(text) }
    #expect(error?.description == "cleave.decisions.yml:" + expected)
  }

  /// Texts that would cost a naive reader time, memory or its stack.
  static let hostile: [String] = {
    var bomb = "version: 1\na0: &a0 [x, x]\n"
    for level in 1...60 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    return [
      bomb + "? *a60\n: x\n",
      "version: 1\nx: \"q\" # '\nk: !!map &a {b: c}\n",
      "version: 1\ndecisions:\n  - reason: |\n      text\n    ? &k [a]\n    : *k\n",
      String(repeating: "[", count: 100_000),
      String(repeating: "- ", count: 100_000),
      String(repeating: "{a: ", count: 5000),
      "version: 1\ndecisions: \u{0}\n",
      "\"unterminated\n",
      "version: 1\n\tdecisions:\n",
      "a: b\n---\nc: d\n",
      "version: 1\n&a : *a\n",
      "{version: 1, decisions: [{shared: *x}]}",
    ]
  }()

  @Test(arguments: hostile.indices)
  func hostileTextIsRefused(_ index: Int) {
    let error = #expect(throws: DecisionFileError.self) { try DecisionFile(Self.hostile[index]) }
    #expect(error?.problems.isEmpty == false)
  }

  @Test(arguments: [
    "- shared: a\n  reason: \"R & D, *really*\"", "- shared: a\n  reason: R &D",
    "- shared: src/{*.c,*.h}", "- shared: a # &x *y", "- shared: 'it''s &x'",
    "- {shared: \"*.c\", reason: 'a, &b'}",
    "- shared: a\n  reason: |\n    &x\n    *y\n  author: me",
    "- shared: a\n  reason: \"two\n    lines &x\"", "-\n  shared: a", "- ? shared\n  : a",
  ])
  func innocentTextIsRead(_ entry: String) throws {
    #expect(try DecisionFile("version: 1\ndecisions:\n\(entry)\n").decisions.count == 1)
  }

  /// Every prefix of a good file is read or refused, and never traps.
  @Test
  func truncatedAnywhere() {
    let bytes = Array(everyAct.utf8)
    var read = 0
    for length in bytes.indices {
      let text = String(decoding: bytes[..<length], as: UTF8.self)
      if (try? DecisionFile(text)) != nil { read += 1 }
    }
    #expect(read > 0 && read < bytes.count)
  }
}
