import Consequences
import ReportModel
import Review
import Testing

/// What is asked, in which order, and what an answer settles.
struct QuestionTests {
  private func sketch() -> DocumentSketch {
    var sketch = DocumentSketch([
      "cart/a.c": "cart", "cart/b.c": "cart", "cart/edit/x.c": "cart", "cart/edit/y.c": "cart",
      "cart/edit/z.c": "cart", "bills/x.c": "bills", "bills/y.c": "bills", "bills/old.c": "bills",
    ])
    sketch.table(
      "prices", writers: ["cart/a.c": [10, 11], "bills/y.c": [3]], maps: ["cart/a.c"])
    sketch.document.tables[0].writingBoundaries = ["bills", "cart"]
    sketch.document.tables[0].ownership = OwnershipEntry(
      owner: "cart", reason: "maps it", parties: [], purity: nil, finding: nil, ways: [],
      transactions: [])
    for boundary in sketch.document.boundaries.boundaries.indices {
      for index in sketch.document.boundaries.boundaries[boundary].members.indices {
        let file = sketch.document.boundaries.boundaries[boundary].members[index].file
        let path = sketch.document.files[file].path
        guard path.contains("edit/") || path == "bills/old.c" else { continue }
        sketch.document.boundaries.boundaries[boundary].members[index].confidence = "open"
        sketch.document.boundaries.boundaries[boundary].members[index].alternative =
          path.hasPrefix("cart") ? "bills" : "cart"
      }
    }
    return sketch
  }

  private func questions(
    _ document: Document, _ decisions: [Decision] = [], opened: Set<String> = []
  ) -> [ReviewQuestion] {
    let placed = decisions.enumerated().map { PlacedDecision($0.element, line: $0.offset + 1) }
    let followed = FollowedDecisions(
      placed, on: CutGround(document), in: ReviewScope(document))
    return ReviewQuestions.list(followed, opened: opened).questions
  }

  private func decide(_ document: Document, _ words: [String]) throws -> Decision {
    try DecisionWords(words).decision(in: ReviewScope(document))
  }

  @Test func `boundaries come first, large ones before small ones, then tables, then files`() {
    let all = questions(sketch().document)
    #expect(all.prefix(3).map(\.id) == ["boundary cart", "boundary bills", "table prices"])
    #expect(all.dropFirst(3).allSatisfy { $0.kind == .placement })
  }

  @Test func `files of one folder with the same alternatives are one question, or each its own`()
    throws
  {
    let document = sketch().document
    let files = questions(document).filter { $0.kind == .placement }
    #expect(files.count == 2)
    let group = try #require(files.first { $0.files != nil })
    #expect(group.question == "do 3 files of cart/edit belong to cart?")
    #expect(group.files == ["cart/edit/x.c", "cart/edit/y.c", "cart/edit/z.c"])
    #expect(group.answers.map(\.words).contains(["move", "cart/edit/**", "bills"]))
    let each = questions(document, opened: [group.id]).filter { $0.kind == .placement }
    #expect(each.count == 4 && each.allSatisfy { $0.files == nil })
    // One answer settles all of them.
    let moved = try decide(document, ["move", "cart/edit/**", "bills"])
    #expect(questions(document, [moved]).filter { $0.kind == .placement }.count == 1)
  }

  @Test func `what an accepted boundary holds is not asked again`() throws {
    let document = sketch().document
    let left = questions(document, [try decide(document, ["accept", "cart"])])
    #expect(left.map(\.id) == ["boundary bills", "table prices", "place bills/old.c"])
  }

  @Test func `a table may stay where it is, owned`() throws {
    let document = sketch().document
    let table = try #require(questions(document).first { $0.kind == .table })
    let answer = try #require(table.answers.first)
    #expect(answer.words == ["owner", "prices", "cart"] && answer.effect.contains("ask cart"))
    let decision = try decide(document, answer.words)
    #expect(!questions(document, [decision]).contains { $0.kind == .table })
  }

  @Test func `who decided on a table decides who breaks its rules`() throws {
    let document = sketch().document
    var decisions = DocumentSketch.accepting(["bills": ["bills/**"], "cart": ["cart/**"]])
    let rules = BoundaryCheck(document, decisions: decisions).report().findings
    #expect(rules.map(\.subject) == ["bills/y.c"])
    decisions.append(PlacedDecision(try decide(document, ["owner", "prices", "bills"]), line: 9))
    let turned = BoundaryCheck(document, decisions: decisions).report().findings
    #expect(turned.map(\.subject) == ["cart/a.c"])
  }

  @Test func `dead code is no gain: it says what must be true`() throws {
    var sketch = sketch()
    sketch.edge("cart/a.c", "bills/old.c", "call", lines: [1, 2])
    let question = try #require(
      questions(sketch.document).first { $0.id == "place bills/old.c" })
    let dead = try #require(question.answers.first { $0.words[0] == "dead" })
    #expect(dead.effect.contains("2 references from outside it say otherwise"))
  }

  @Test func `a boundary that is no service has answers of its own`() throws {
    let question = try #require(questions(sketch().document).first)
    #expect(Set(question.answers.map { $0.words[0] }).isSuperset(of: ["shared", "dead", "reject"]))
  }
}

/// A boundary with another name is called by it wherever people read.
struct NameTests {
  private func sketch() -> DocumentSketch {
    var sketch = DocumentSketch([
      "p/a.c": "person", "p/b.c": "person", "h/x.c": "hl7", "h/y.c": "hl7", "h/z.c": "hl7",
    ])
    sketch.edge("h/x.c", "p/a.c", "call", lines: [4])
    sketch.edge("p/a.c", "h/x.c", "call", lines: [7])
    let index = sketch.document.boundaries.boundaries.firstIndex { $0.id == "person" }!
    sketch.document.boundaries.boundaries[index].name = "patients"
    return sketch
  }

  @Test func `questions say the name, answers have the identifier`() throws {
    let document = sketch().document
    let list = ReviewQuestions.list(
      FollowedDecisions([], on: CutGround(document), in: ReviewScope(document)))
    let question = try #require(list.questions.first { $0.id == "boundary person" })
    #expect(question.question == "is patients a boundary of 2 files, 20 lines?")
    #expect(question.answers[0].words == ["accept", "person"])
  }

  @Test func `check, what-if and plan carry the names beside identifiers`() throws {
    let document = sketch().document
    var decisions = DocumentSketch.accepting(["hl7": ["h/**"], "person": ["p/**"]])
    decisions[1].decision.name = "patients"
    let check = BoundaryCheck(document, decisions: decisions).report()
    let crossing = try #require(check.findings.first { $0.subject == "h/x.c" })
    #expect(crossing.message.hasPrefix("\"hl7\" depends on \"patients\""))
    #expect(crossing.boundaries == ["hl7", "person"])
    let circle = try #require(check.findings.first { $0.rule == "cycle" })
    #expect(circle.message.contains("patients") && circle.subject == "hl7, person")

    let scope = ReviewScope(document)
    let move = try DecisionWords(["move", "h/x.c", "patients"]).decision(in: scope)
    #expect(move.to == "person")
    let report = WhatIf(document, move, in: scope).report(act: "")
    #expect(report.crossings.contains { $0.to == "person" || $0.from == "person" })
    #expect(!report.named.crossings.contains { $0.to == "person" || $0.from == "person" })

    let plan = ExtractionPlan(document).report()
    func all(_ plan: PlanReport) -> [String?] { [plan.core] + plan.steps.map(\.boundary) }
    #expect(all(plan).contains("person") && all(plan.named).contains("patients"))
    #expect(!all(plan.named).contains("person"))
  }

  @Test func `a name that could be another boundary is not used`() {
    var document = sketch().document
    document.boundaries.boundaries[0].name = "person"
    #expect(BoundaryNames(document)["hl7"] == "hl7")
  }

  @Test func `the larger one gives its name to a merged boundary, and renames are no changes`()
    throws
  {
    var sketch = sketch()
    sketch.edge("h/y.c", "h/z.c", "call", lines: [1])
    let scope = ReviewScope(sketch.document)
    let merge = try DecisionWords(["merge", "person", "hl7"]).decision(in: scope)
    #expect(merge.subject == "hl7" && merge.with == ["person"])
    var third = DocumentSketch([
      "p/a.c": "person", "h/x.c": "hl7", "h/y.c": "hl7", "c/z.c": "concept",
    ])
    third.edge("c/z.c", "p/a.c", "call", lines: [1, 2])
    third.edge("p/a.c", "h/x.c", "call", lines: [3])
    let other = ReviewScope(third.document)
    let decision = try DecisionWords(["merge", "hl7", "person"]).decision(in: other)
    let report = WhatIf(third.document, decision, in: other).report(act: "")
    #expect(report.crossings.map { [$0.from, $0.to] } == [["person", "hl7"]])
  }
}
