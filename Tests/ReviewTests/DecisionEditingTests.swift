import Basics
import Review
import Testing

struct DecisionEditingTests {
  private func shared(_ path: String, _ reason: String? = nil) -> Decision {
    var decision = Decision(.shared, path)
    decision.reason = reason
    return decision
  }

  @Test
  func firstDecisionMakesAFile() throws {
    let edit = try DecisionFile(nil).recording(shared("src/util/**", "used by all"))
    #expect(edit.change == .added)
    #expect(edit.text.hasPrefix("# Decisions about the boundaries"))
    #expect(
      edit.text.contains(
        """
          # shared: files are shared code and belong to no boundary

          - shared: src/util/**
            reason: used by all

          # dead:
        """))
  }

  @Test
  func roundTripOfHardTexts() throws {
    let texts = [
      "plain", "a: b", "# no", "x #y", "*", "&a", "- a", "\"", "\\", "'", "true", "null", "1.5",
      "~", "line\nbreak", "tab\there", "é ü 漢", "\u{202e}evil", "\u{85}", "\u{2028}", "{a,b}",
      "[x]", "trailing ", " leading", "!tag", "%x", "@x", "`x`", "yes", "2025-01-31", "...", "---",
      "\u{1b}[31m", "x\u{feff}", "=", "<<", "😀", "?", ": ", "a:",
    ]
    var text: String?
    for (index, hard) in texts.enumerated() {
      var decision = shared("src/\(index).c", hard)
      decision.author = hard
      text = try DecisionFile(text).recording(decision).text
      let read = try DecisionFile(text).decisions.map(\.decision)
      #expect(read.contains(decision), "\(hard)")
      #expect(read.count == index + 1)
    }
    let hostile = try #require(text)
    #expect(
      !hostile.unicodeScalars.contains {
        "\u{202e}\u{1b}\u{2028}\u{85}".unicodeScalars.contains($0)
      })
  }

  /// What people write beside an entry stays when the entry is decided anew.
  @Test
  func commentsWithinAnEntryStay() throws {
    let text = """
      version: 1
      decisions:
        - accept: orders   # since "spring"
          name: "Or#ders"   # don't touch, see ADR-7
          reason: |
            long
            # text
          # behind the reason
          members:   # the folders
            - src/a/**   # don't split
            - src/b/**
            - "src/c d/**"   # third

      """
    let file = try DecisionFile(text)
    var decision = try #require(file.decisions.first).decision
    decision.name = "Sales"
    decision.reason = "short"
    decision.members = ["src/a/**", "src/new/**", "src/c d/**"]
    let edited = try file.recording(decision).text
    #expect(try DecisionFile(edited).decisions.map(\.decision) == [decision])
    for kept in [
      "# since \"spring\"", "name: Sales   # don't touch, see ADR-7", "# behind the reason",
      "members:   # the folders", "src/a/**   # don't split", "# third",
    ] {
      #expect(edited.contains(kept), "\(kept) in \(edited)")
    }
  }

  @Test
  func sameDecisionTwiceChangesNothing() throws {
    let file = try DecisionFile(everyAct)
    for placed in file.decisions {
      var again = placed.decision
      again.date = "2030-01-01"
      again.author = "someone else"
      let edit = try file.recording(again)
      #expect(edit.text == everyAct)
      #expect(edit.change == .unchanged(line: placed.line))
    }
  }

  @Test
  func commentsAndOtherEntriesSurvive() throws {
    var decision = try DecisionFile(everyAct).decisions[0].decision
    decision.members = ["src/orders/**"]
    decision.reason = "better words"
    let edit = try DecisionFile(everyAct).recording(decision)
    let expected =
      everyAct
      .replacing("      - \"src/util/order_*\"\n", with: "")
      .replacing("reason: \"it has: its own tables\"", with: "reason: better words")
    #expect(edit.text == expected)
    #expect(edit.text.contains("# agreed on Monday"))
  }

  @Test
  func laterDecisionReplacesAndSaysSo() throws {
    let file = try DecisionFile(everyAct)
    var reject = Decision(.reject, "b-orders")
    reject.reason = "no"
    let edit = try file.recording(reject)
    #expect(edit.change == .replaced(file.decisions[0].decision, line: 7))
    let after = try DecisionFile(edit.text).decisions.map(\.decision)
    #expect(after.count == file.decisions.count)
    #expect(after.contains(reject) && !after.contains { $0.act == .accept })

    var pin = Decision(.pin, "src/cart/Price.cpp")
    pin.to = "b-2"
    let pinned = try file.recording(pin)
    #expect(pinned.change == .replaced(file.decisions[5].decision, line: 29))
  }

  @Test
  func fieldsComeAndGo() throws {
    let text = """
      version: 1
      decisions:
        - move: a.c
          # the target
          to: b1  # first try
          reason: "x # y"   # of the old target
      """
    var decision = Decision(.move, "a.c")
    decision.to = "b2"
    decision.around = ["src/**"]
    decision.author = "me"
    // The reason was given for the earlier target.
    let edit = try DecisionFile(text).recording(decision)
    #expect(
      edit.text == """
        version: 1
        decisions:
          - move: a.c
            # the target
            to: b2  # first try
            around:
              - src/**
            author: me

        """)
  }

  /// Entries as people write them, each found again and left alone by the edit of another.
  @Test(arguments: [
    "version: 1\ndecisions:\n- shared: b.c\n- shared: d.c\n",
    "version: 1\r\ndecisions:\r\n  - shared: b.c\r\n\r\n  - shared: d.c\r\n",
    "---\nversion: 1\ndecisions:\n      -   shared: b.c\n          reason: x\n      - shared: d.c\n...\n",
    "decisions:\n  -\n    shared: b.c\n\n\n\n  - shared: d.c\n# end\nversion: 1\n",
    "version: 1\ndecisions:\n  - {shared: b.c}\n  - {shared: d.c, reason: x}",
    "version: 1\ndecisions:\n  # one\n  - shared: b.c # two\n    # three\n\n  # four\n  - shared: d.c\n  # five\n",
    "version: 1\ndecisions:\n  - shared: d.c\n  - shared: b.c\n    reason: |\n      # no\n\n      comment\n\n",
    "version: 1 # \u{2028}# odd\ndecisions:\n  - shared: b.c\n  - shared: d.c\n",
    "\u{feff}version: 1\ndecisions:\n  - shared: b.c\n  - shared: d.c\n",
  ])
  func handWrittenFiles(_ text: String) throws {
    let before = try DecisionFile(text)
    for path in ["a.c", "c.c", "e.c"] {
      let edit = try before.recording(shared(path, "new"))
      let kept = edit.text.split(whereSeparator: \.isNewline)
      let added = kept.filter { $0.contains(path) || $0.contains("new") }
      #expect(added.count == 2)
      for line in text.split(whereSeparator: \.isNewline) { #expect(edit.text.contains(line)) }
      #expect(text.contains("\r\n") == edit.text.contains("\r\n"))
      #expect(!edit.text.replacing("\r\n", with: "").contains("\r"))
      let slot = shared(path).slot
      let removed = try #require(try DecisionFile(edit.text).withdrawing(slot: slot))
      #expect(
        try DecisionFile(removed).decisions.map(\.decision) == before.decisions.map(\.decision))
    }
    let edit = try before.recording(shared("b.c", "other"))
    #expect(try DecisionFile(edit.text).decisions.count == 2)
    #expect(try DecisionFile(edit.text).decisions.contains { $0.decision.reason == "other" })
  }

  @Test
  func listInBracketsIsNotTouched() throws {
    let text = "version: 1\ndecisions: [{shared: a.c}]\n"
    let error = #expect(throws: DecisionFileError.self) {
      try DecisionFile(text).recording(shared("b.c"))
    }
    #expect(error?.problems.first?.line == 2)
    let empty = try DecisionFile("version: 1\ndecisions: []\n").recording(shared("b.c"))
    #expect(empty.text == "version: 1\ndecisions:\n\n  - shared: b.c\n")
  }

  @Test
  func orderDoesNotDependOnTime() throws {
    var generator = SeededGenerator(seed: 3)
    let decisions = (0..<40).map { RandomDecisions.make($0, &generator) }
    var texts: Set<String> = []
    for _ in 0..<5 {
      var text: String?
      for decision in decisions.shuffled(using: &generator) {
        text = try DecisionFile(text).recording(decision).text
      }
      texts.insert(try #require(text))
    }
    #expect(texts.count == 1)
  }

  @Test
  func storeWritesOnlyWhatIsNew() throws {
    var content: String?
    var writes = 0
    let store = DecisionStore(
      read: { content },
      write: {
        content = $0
        writes += 1
      })
    #expect(try store.record(shared("a.c")) == .added)
    let line = try store.load().decisions[0].line
    #expect(try store.record(shared("a.c")) == .unchanged(line: line))
    #expect(writes == 1)
    #expect(try store.withdraw(slot: shared("a.c").slot))
    #expect(try !store.withdraw(slot: shared("a.c").slot))
    #expect(try DecisionFile(content).decisions.isEmpty)
  }

  struct DiskFull: Error {}

  @Test
  func failedWriteIsPassedOn() {
    let store = DecisionStore(read: { nil }, write: { _ in throw DiskFull() })
    #expect(throws: DiskFull.self) { try store.record(shared("a.c")) }
  }
}
