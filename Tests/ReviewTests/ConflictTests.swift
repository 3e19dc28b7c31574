import Basics
import Review
import Testing

/// Conflicts that a merge left, and names that have changed.
struct ConflictTests {
  private func text(_ decisions: [Decision]) throws -> String {
    var text: String?
    for decision in decisions { text = try DecisionFile(text).recording(decision).text }
    return text ?? ""
  }

  private func move(_ file: String, _ to: String, _ date: String? = nil) -> Decision {
    var decision = Decision(.move, file)
    decision.to = to
    decision.date = date
    return decision
  }

  private func conflict(_ ours: String, _ theirs: String, base: String? = nil) -> String {
    let middle = base.map { "||||||| base\n\($0)" } ?? ""
    return "version: 1\ndecisions:\n<<<<<<< HEAD\n\(ours)\(middle)=======\n\(theirs)>>>>>>> other\n"
  }

  private func entry(_ decision: Decision) throws -> String {
    let lines = try text([decision]).split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasPrefix("  - ") }!
    let end = lines[start...].firstIndex { $0.isEmpty } ?? lines.endIndex
    return lines[start..<end].joined(separator: "\n") + "\n"
  }

  @Test(arguments: [nil, "  - dead: z.c\n"])
  func `decisions on different matters are both kept`(_ base: String?) throws {
    let (a, b) = (move("a.c", "x"), move("b.c", "y"))
    let text = try conflict(entry(a), entry(b), base: base)
    let resolution = try #require(DecisionConflict(text)).resolved()
    #expect(Set(try DecisionFile(resolution.text).decisions.map(\.decision)) == [a, b])
    #expect(resolution.taken == 1 && resolution.settled.isEmpty)
  }

  @Test func `what the other side wrote beside its decision comes along`() throws {
    let theirs = "  # agreed with sales\n  - move: b.c   # theirs\n    to: y   # don't\n"
    let text = try conflict(entry(move("a.c", "x")), theirs)
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let resolved = try #require(DecisionConflict(text)).resolved().text
      #expect(try DecisionFile(resolved).decisions.count == 2)
      for kept in ["# agreed with sales", "- move: b.c   # theirs", "to: y   # don't"] {
        #expect(resolved.contains(kept), "\(kept)")
      }
      #expect(resolved.contains("\r\n") == text.contains("\r\n"))
    }
  }

  @Test func `of two on one matter the later one holds, or the preferred one`() throws {
    let (old, new) = (move("a.c", "x", "2025-01-01"), move("a.c", "y", "2025-02-01"))
    for (ours, theirs) in [(old, new), (new, old)] {
      let conflict = try #require(DecisionConflict(try conflict(entry(ours), entry(theirs))))
      let later = try conflict.resolved()
      #expect(try DecisionFile(later.text).decisions.map(\.decision) == [new])
      #expect(later.settled.count == 1)
      let preferred = try conflict.resolved(prefer: .ours)
      #expect(try DecisionFile(preferred.text).decisions.map(\.decision) == [ours])
    }
    let same = try #require(
      DecisionConflict(try conflict(entry(move("a.c", "x")), entry(move("a.c", "y")))))
    let error = #expect(throws: DecisionConflict.Undecided.self) { try same.resolved() }
    #expect(error?.description.contains("ours: \"move a.c\" to \"x\"") == true)
    #expect(error?.description.contains("--prefer") == true)
  }

  @Test(arguments: [
    "", "version: 1\n", "<<<<<<< a\n", "<<<<<<< a\n=======\n", "=======\n>>>>>>> b\n",
  ])
  func `a text without a whole conflict has none`(_ text: String) {
    #expect(DecisionConflict(text) == nil)
  }

  /// What git cannot merge, is merged by what it means.
  @Test(arguments: 0..<60)
  func `random conflicts keep what both sides decided`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var base: String?
    for number in 0..<3 {
      base = try DecisionFile(base).recording(RandomDecisions.make(number, &generator)).text
    }
    let mine = RandomDecisions.make(10, &generator)
    let theirs = RandomDecisions.make(11, &generator)
    let ours = try DecisionFile(base).recording(mine).text
    let others = try DecisionFile(base).recording(theirs).text
    // The worst that a merge can do: the whole file is the conflict.
    let text = "<<<<<<< HEAD\n\(ours)=======\n\(others)>>>>>>> x\n"
    let resolution = try #require(DecisionConflict(text)).resolved()
    let found = try DecisionFile(resolution.text).decisions.map(\.decision)
    #expect(found.count == 5 && found.contains(mine) && found.contains(theirs))
  }

  private func scope(_ former: [(String, String, Double)]) -> ReviewScope {
    let files = ["new/a.c", "new/b.c", "src/cart/x.c", "src/bills/y.c"]
    return ReviewScope(
      files: files, boundaries: [.init(id: "cart", name: "cart", members: [2])],
      former: former.map { .init(path: $0.0, file: files.firstIndex(of: $0.1)!, likeness: $0.2) })
  }

  @Test func `a decision follows its file to another name, and says so`() {
    let scope = scope([("old/a.c", "new/a.c", 0.9)])
    let plan = Replay.plan([PlacedDecision(move("old/a.c", "cart"), line: 3)], for: scope)
    #expect(plan.boundaries.first { $0.id == "cart" }?.members == [0])
    #expect(plan.applied == 1)
    #expect(plan.findings.map(\.kind) == [.followedRename])
    #expect(plan.findings[0].message.contains("\"new/a.c\" now, 90 % alike"))
  }

  @Test func `it does not follow to what is hardly alike, nor where the name is still in use`() {
    let unlike = Replay.plan(
      [PlacedDecision(move("old/a.c", "cart"), line: 3)], for: scope([("old/a.c", "new/a.c", 0.5)]))
    #expect(unlike.findings.map(\.kind) == [.stale] && unlike.applied == 0)
    let used = Replay.plan(
      [PlacedDecision(move("src/bills/*", "cart"), line: 3)],
      for: scope([("src/bills/old.c", "new/a.c", 1)]))
    #expect(used.boundaries.first { $0.id == "cart" }?.members == [3])
  }

  @Test func `folders that were renamed are followed as a whole`() {
    var accept = Decision(.accept, "shop")
    accept.members = ["old/**"]
    let scope = scope([("old/a.c", "new/a.c", 1), ("old/b.c", "new/b.c", 0.7)])
    let plan = Replay.plan([PlacedDecision(accept, line: 3)], for: scope)
    #expect(plan.boundaries.first { $0.id == "shop" }?.members == [0, 1])
  }

  @Test func `new names can be written into the file`() throws {
    var accept = Decision(.accept, "shop")
    accept.members = ["old/**"]
    accept.reason = "kept"
    let scope = scope([("old/a.c", "new/a.c", 1), ("old/b.c", "new/b.c", 0.7)])
    let file = try DecisionFile(
      try text([accept, move("old/a.c", "cart"), move("gone.c", "cart")]))
    let (renewed, changes) = try file.renewing(scope)
    let decisions = try DecisionFile(renewed).decisions.map(\.decision)
    #expect(decisions.first { $0.act == .accept }?.members == ["new/**"])
    #expect(decisions.first { $0.act == .accept }?.reason == "kept")
    #expect(Set(decisions.filter { $0.act == .move }.map(\.subject)) == ["new/a.c", "gone.c"])
    #expect(changes.count == 2)
    #expect(
      try DecisionFile(renewed).renewing(scope).text == renewed, "a second time changes nothing")
  }

  @Test func `a verdict on a function is read from words and holds for it alone`() throws {
    let scope = scope([])
    let decision = try DecisionWords(["serverless", "new/a.c:nightly", "function"]).decision(
      in: scope)
    #expect(
      decision.subject == "new/a.c" && decision.name == "nightly" && decision.to == "function")
    let file = try DecisionFile(try text([decision]))
    #expect(file.decisions.map(\.decision) == [decision])
    let plan = Replay.plan(file.decisions, for: scope)
    #expect(plan.verdicts.map(\.symbol) == ["nightly"] && plan.verdicts[0].files == [0])
    #expect(throws: DecisionWordsError.self) {
      try DecisionWords(["serverless", "new/a.c", "maybe"]).decision(in: scope)
    }
    #expect(throws: DecisionFileError.self) {
      try DecisionFile("version: 1\ndecisions:\n  - serverless: a.c\n    to: maybe\n")
    }
  }
}
