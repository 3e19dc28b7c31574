import Basics
import Foundation
import Review
import Testing

/// What a move remembers of its target: little, and enough.
struct AnchorTests {
  /// A boundary of forty files in one folder with others, which no few patterns describe.
  private static let members = (0..<40).map { "src/part\($0 % 20)/File\($0).c" }
  private static let files = members + (0..<20).map { "src/part\($0)/Other.c" } + ["lone.c"]

  private func scope(_ id: String, anchors: [Int] = [7, 3, 30, 12, 5, 8]) -> ReviewScope {
    ReviewScope(
      files: Self.files,
      boundaries: [
        .init(id: id, name: id, members: Array(0..<40), anchors: anchors),
        .init(id: "rest", name: "rest", members: Array(40..<60)),
      ])
  }

  @Test func `an entry has at most twelve lines`() throws {
    var words = DecisionWords(["move", "lone.c", "orders"])
    (words.reason, words.author, words.date) = ("why", "Ada", "2025-01-31")
    let decision = try words.decision(in: scope("orders"))
    #expect(decision.around.count == 5 && decision.around.contains("src/part7/File7.c"))
    let empty = try DecisionFile(nil).recording(Decision(.shared, "lone.c")).text
    let text = try DecisionFile(empty).recording(decision).text
    let count = text.split(separator: "\n").count - empty.split(separator: "\n").count
    #expect(count <= 12, "\(count)")
  }

  @Test func `a target with another name is found by the files that hold it together`() throws {
    let decision = try DecisionWords(["move", "lone.c", "orders"]).decision(in: scope("orders"))
    let later = Replay.plan([PlacedDecision(decision, line: 3)], for: scope("sales"))
    let target = try #require(later.boundaries.first { $0.members == [60] })
    #expect(target.id == "sales")
    #expect(later.findings.map(\.kind) == [.matchedByMembers])
  }

  @Test func `of several decisions with one target it is enough that one remembers`() throws {
    let first = try DecisionWords(["move", "lone.c", "orders"]).decision(in: scope("orders"))
    var second = first
    (second.subject, second.around) = ("src/part0/Other.c", [])
    let plan = Replay.plan(
      [PlacedDecision(second, line: 3), PlacedDecision(first, line: 9)], for: scope("sales"))
    #expect(plan.boundaries.map(\.id) == ["sales"] && plan.boundaries[0].members == [40, 60])
  }

  @Test func `files that do not count may be matched as well`() {
    let scope = ReviewScope(files: ["a/x.c", "a/y.c", "a/xTest.c", "b.c"], boundaries: [])
    #expect(MemberPatterns.describe([0, 1], in: scope) == ["a/x.c", "a/y.c"])
    #expect(MemberPatterns.describe([0, 1], in: scope) { $0 != 2 } == ["a/**"])
  }

  @Test func `a merge takes the name of the larger one, of equal ones that of the first`() throws {
    #expect(
      try DecisionWords(["merge", "rest", "orders"]).decision(in: scope("orders")).subject
        == "orders")
  }

  @Test func `an owner of a table is kept, and wrong words are explained`() throws {
    var scope = scope("orders")
    scope.tables = ["prices"]
    let decision = try DecisionWords(["owner", "prices", "orders"]).decision(in: scope)
    let text = try DecisionFile(nil).recording(decision).text
    #expect(try DecisionFile(text).decisions.map(\.decision) == [decision])
    let plan = Replay.plan([PlacedDecision(decision, line: 1)], for: scope)
    #expect(plan.owners == ["prices": "orders"] && plan.findings.isEmpty && plan.applied == 1)
    scope.tables = ["price"]
    #expect(
      Replay.plan([PlacedDecision(decision, line: 1)], for: scope).findings.map(\.kind) == [.stale])
    let error = #expect(throws: DecisionWordsError.self) {
      try DecisionWords(["owner", "prices", "orders"]).decision(in: scope)
    }
    #expect(error?.description == "no table \"prices\", did you mean \"price\"")
  }

  @Test func `undo of the first decision leaves no file behind`() throws {
    final class Paper { var text: String? }
    let paper = Paper()
    var log = DecisionLog(
      DecisionStore(
        read: { paper.text }, write: { paper.text = $0 }, remove: { paper.text = nil }))
    _ = try log.record([Decision(.shared, "a.c")], title: "one")
    #expect(paper.text != nil)
    _ = try log.undo()
    #expect(paper.text == nil)
    _ = try log.redo()
    #expect(paper.text != nil)
  }
}
