import Consequences
import ReportModel
import Review
import Testing

/// What a document says once decisions are laid over it.
struct FollowedTests {
  private func follow(
    _ document: Document, _ decisions: [Decision]
  ) -> (ground: CutGround, followed: FollowedDecisions) {
    let ground = CutGround(document)
    let placed = decisions.enumerated().map { PlacedDecision($1, line: $0 + 3) }
    return (ground, FollowedDecisions(placed, on: ground, in: ReviewScope(document)))
  }

  private func decide(_ act: DecisionAct, _ subject: String, to: String? = nil) -> Decision {
    var decision = Decision(act, subject)
    decision.to = to
    return decision
  }

  private func sketch() -> DocumentSketch {
    var sketch = DocumentSketch(
      [
        "cart/a.c": "cart", "cart/b.c": "cart", "bills/x.c": "bills", "bills/y.c": "bills",
        "test/t.c": "@test", "util.c": "@shared",
      ], roles: ["test/t.c": "test"])
    sketch.edge("cart/a.c", "bills/x.c", lines: [1, 2])
    sketch.edge("cart/b.c", "bills/y.c", lines: [3])
    sketch.table("prices", writers: ["cart/a.c": [10]], readers: ["bills/y.c": [11]])
    return sketch
  }

  @Test func `without decisions it is the document`() {
    let document = sketch().document
    let (ground, followed) = follow(document, [])
    #expect(followed.document.files == document.files)
    #expect(followed.document.boundaries.boundaries.map(\.id) == ["bills", "cart"])
    #expect(ground.points(ground.base) == ground.points(followed.counted))
    #expect(followed.document.boundaries.crossings.map(\.count) == [1, 3])
  }

  @Test func `files, members, crossings and owners follow a move, tests do not`() {
    let (_, followed) = follow(sketch().document, [decide(.move, "cart/a.c", to: "bills")])
    let document = followed.document
    let bills = document.boundaries.boundaries.first { $0.id == "bills" }
    #expect(bills?.members.count == 3 && bills?.lines == 30)
    #expect(bills?.members.allSatisfy { $0.confidence == "firm" } == true)
    #expect(
      document.boundaries.crossings.map { "\($0.from) \($0.to) \($0.count)" } == ["cart bills 1"])
    #expect(document.tables[0].writingBoundaries == ["bills"])
    let (_, all) = follow(sketch().document, [decide(.move, "**", to: "bills")])
    #expect(all.document.files.first { $0.path == "test/t.c" }?.boundary == "@test")
  }

  @Test func `what is weighed is what comes, also after other decisions`() {
    let document = sketch().document
    let (ground, first) = follow(document, [decide(.move, "cart/a.c", to: "bills")])
    let next = decide(.move, "cart/b.c", to: "bills")
    let scope = ReviewScope(document)
    let placement = FollowedDecisions.placement(
      FollowedDecisions.with([next], first.decisions), on: ground, in: scope)
    let report = WhatIf(ground, first.counted, placement).report(act: "")
    #expect(report.files == ["cart/b.c"])
    #expect(report.parts.first { $0.part == "calls" }.map { [$0.before, $0.after] } == [1, 0])
    let (_, second) = follow(
      document, [decide(.move, "cart/a.c", to: "bills"), next])
    #expect(second.document.boundaries.crossings.isEmpty)
    #expect(second.document.boundaries.boundaries.map(\.id) == ["bills"])
  }

  @Test func `a merge leaves one, a split makes parts, dead code is in none`() {
    var merge = Decision(.merge, "bills")
    merge.with = ["cart"]
    #expect(follow(sketch().document, [merge]).followed.document.boundaries.boundaries.count == 1)
    var split = Decision(.split, "cart")
    split.into = [
      .init(name: "one", patterns: ["cart/a.c"]), .init(name: "two", patterns: ["cart/b.c"]),
    ]
    let (_, parts) = follow(sketch().document, [split])
    #expect(parts.document.boundaries.boundaries.map(\.id) == ["bills", "one", "two"])
    let (_, dead) = follow(sketch().document, [decide(.dead, "cart/a.c")])
    #expect(dead.document.files.first { $0.path == "cart/a.c" }?.boundary == "@tool")
  }

  @Test func `files that stay together go where most of them are`() {
    var keep = Decision(.keepTogether, "cart/a.c")
    keep.with = ["bills/*"]
    let (_, followed) = follow(sketch().document, [keep])
    #expect(followed.document.files.first { $0.path == "cart/a.c" }?.boundary == "bills")
  }
}
