import Review
import Testing

/// What one sitting did, taken back and given again.
struct DecisionLogTests {
  /// A file in memory.
  private final class Paper {
    var text: String?
    var writes = 0

    init(_ text: String? = nil) { self.text = text }

    var log: DecisionLog {
      DecisionLog(
        DecisionStore(
          read: { self.text },
          write: {
            self.text = $0
            self.writes += 1
          }))
    }

    var titles: [String] {
      (try? DecisionFile(text).decisions.map(\.decision.title)) ?? ["unreadable"]
    }
  }

  private func shared(_ pattern: String, _ reason: String? = nil) -> Decision {
    var decision = Decision(.shared, pattern)
    decision.reason = reason
    return decision
  }

  private static let hand = """
    # by hand
    version: 1
    decisions:
      - shared: "a.c"   # sure
        reason: old

    """

  @Test func `undo brings back every byte, redo those of the act`() throws {
    let paper = Paper(Self.hand)
    var log = paper.log
    _ = try log.record([shared("a.c", "new"), shared("b.c")], title: "two")
    let after = paper.text
    #expect(paper.writes == 1 && paper.titles == ["shared a.c", "shared b.c"])
    #expect(try log.undo()?.title == "two")
    #expect(paper.text == Self.hand)
    #expect(try log.redo()?.title == "two")
    #expect(paper.text == after)
    #expect(try log.redo() == nil)
  }

  @Test func `what the file says already is no act, and nothing to undo`() throws {
    let paper = Paper(Self.hand)
    var log = paper.log
    #expect(try log.record([shared("a.c", "old")], title: "again") == nil)
    #expect(paper.writes == 0 && log.done.isEmpty)
    #expect(try log.undo() == nil)
    #expect(paper.text == Self.hand)
  }

  @Test func `what others wrote in between stays`() throws {
    let paper = Paper()
    var log = paper.log
    _ = try log.record([shared("a.c")], title: "a")
    var other = paper.log
    _ = try other.record([shared("z.c")], title: "z")
    _ = try log.undo()
    #expect(paper.titles == ["shared z.c"])
    _ = try log.redo()
    #expect(paper.titles == ["shared a.c", "shared z.c"])
  }

  @Test func `what others decided on the same is not undone`() throws {
    let paper = Paper()
    var log = paper.log
    _ = try log.record([shared("a.c")], title: "a")
    var other = paper.log
    _ = try other.record([Decision(.dead, "a.c")], title: "dead")
    #expect(throws: DecisionLog.Changed.self) { try log.undo() }
    #expect(paper.titles == ["dead a.c"] && log.done.count == 1)
  }

  @Test func `a new act forgets what was undone`() throws {
    let paper = Paper()
    var log = paper.log
    _ = try log.record([shared("a.c")], title: "a")
    _ = try log.undo()
    _ = try log.record([shared("b.c")], title: "b")
    #expect(log.undone.isEmpty)
    #expect(try log.redo() == nil)
    #expect(try log.withdraw(slot: "place b.c", title: "out")?.title == "out")
    #expect(try log.withdraw(slot: "place b.c", title: "out") == nil)
    _ = try log.undo()
    #expect(paper.titles == ["shared b.c"])
  }

  @Test func `a file that cannot be written leaves the log as it was`() throws {
    struct Full: Error {}
    let store = DecisionStore(read: { nil }, write: { _ in throw Full() })
    var log = DecisionLog(store)
    #expect(throws: Full.self) { try log.record([shared("a.c")], title: "a") }
    #expect(log.done.isEmpty)
  }
}
