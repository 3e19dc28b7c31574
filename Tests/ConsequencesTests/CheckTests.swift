import Configuration
import Consequences
import ReportModel
import Review
import Testing

/// Decided boundaries are rules.
struct CheckTests {
  private static let rules = DocumentSketch.accepting(["cart": ["cart/**"], "bills": ["bills/**"]])

  private func sketch() -> DocumentSketch {
    DocumentSketch(
      [
        "cart/a.c": "cart", "cart/b.c": "cart", "bills/x.c": "bills", "bills/y.c": "bills",
        "other/o.c": "other", "cart/test.c": "@test",
      ], roles: ["cart/test.c": "test"])
  }

  private func findings(
    _ document: Document, _ decisions: [PlacedDecision] = rules, _ baseline: BaselineFile = .init()
  ) -> CheckReport {
    var check = BoundaryCheck(document, decisions: decisions)
    check.baseline = baseline
    return check.report()
  }

  @Test func `only certain references between decided production files are judged`() {
    var sketch = sketch()
    sketch.edge("cart/a.c", "bills/x.c", "call", lines: [7, 9])
    sketch.edge("cart/a.c", "bills/x.c", "include", lines: [1])
    sketch.edge("cart/a.c", "cart/b.c", "call")
    sketch.edge("cart/a.c", "other/o.c", "call")
    sketch.edge("other/o.c", "bills/x.c", "call")
    sketch.edge("cart/test.c", "bills/x.c", "call")
    sketch.edge("cart/b.c", "bills/x.c", "probable-call")
    let report = findings(sketch.document)
    #expect(report.findings.map(\.subject) == ["cart/a.c"])
    let finding = report.findings[0]
    #expect(finding.kinds == ["call", "include"] && finding.count == 3)
    #expect(finding.places == [7, 9, 1].map { Place(file: "cart/a.c", line: $0) })
    #expect(finding.boundaries == ["cart", "bills"] && finding.state == "new")
    #expect(report.boundaries == 2 && report.judged == 4 && report.files == 5)
  }

  @Test func `without decisions nothing is judged, and that is said`() {
    var sketch = sketch()
    sketch.edge("cart/a.c", "bills/x.c")
    let report = findings(sketch.document, [])
    #expect(report.findings.isEmpty && !report.fails)
    #expect(report.notes.contains { $0.contains("nothing is decided") })
  }

  @Test func `a circle is one finding at its weakest link`() {
    var sketch = sketch()
    sketch.edge("cart/a.c", "bills/x.c", "call", lines: [1, 2, 3])
    sketch.edge("bills/y.c", "cart/b.c", "type", lines: [8])
    let report = findings(sketch.document)
    let circle = report.findings.filter { $0.rule == "cycle" }
    #expect(circle.map(\.subject) == ["bills, cart"])
    #expect(circle[0].places == [Place(file: "bills/y.c", line: 8)])
    #expect(circle[0].message.contains("\"bills\" to \"cart\", 1 reference"))
  }

  @Test func `the second writer and the foreign reader of a table are found, once each`() {
    var sketch = sketch()
    sketch.table(
      "invoices", writers: ["bills/x.c": [3, 4], "cart/a.c": [9], "other/o.c": [1]],
      readers: ["cart/a.c": [10], "cart/b.c": [5]], maps: ["bills/y.c"])
    let report = findings(sketch.document)
    #expect(
      report.findings.map { "\($0.rule) \($0.subject) \($0.object) \($0.places[0].line)" } == [
        "data-crossing cart/b.c table invoices 5", "second-writer cart/a.c table invoices 9",
      ])
  }

  @Test func `what the configuration switches off is not looked for, warnings do not fail`() {
    var sketch = sketch()
    sketch.edge("cart/a.c", "bills/x.c")
    sketch.edge("bills/x.c", "cart/a.c")
    var check = BoundaryCheck(sketch.document, decisions: Self.rules)
    check.severities.cycles = .off
    check.severities.crossings = .warning
    let report = check.report()
    #expect(report.findings.map(\.rule) == ["crossing", "crossing"])
    #expect(!report.fails && report.new.count == 2)
    #expect(findings(sketch.document).fails)
  }

  @Test func `a baseline makes present findings known, and lines do not matter`() throws {
    var sketch = sketch()
    sketch.edge("cart/a.c", "bills/x.c", "call", lines: [7])
    sketch.edge("bills/y.c", "cart/b.c", "type", lines: [8])
    sketch.table("t", writers: ["bills/x.c": [3, 4], "cart/a.c": [9]])
    let check = BoundaryCheck(sketch.document, decisions: Self.rules)
    let first = check.report()
    let text = check.baseline(of: first, reason: "old: #1", owner: "@team/a").text
    let file = try BaselineFile(text: text)
    #expect(file.entries.count == first.findings.count && !text.contains("7"))
    #expect(file.text == text, "a second writing changes nothing")
    sketch.document.edges[0].evidence[0].lines = [70]
    let second = findings(sketch.document, Self.rules, file)
    #expect(second.new.isEmpty && second.known == first.findings.count && second.stale.isEmpty)
    #expect(second.findings.allSatisfy { $0.reason == "old: #1" && $0.owner == "@team/a" })
    #expect(
      second.findings.map(\.fingerprint).sorted() == first.findings.map(\.fingerprint).sorted())
  }

  @Test func `a known dependency that gets another kind is new in that`() throws {
    var sketch = sketch()
    sketch.edge("cart/a.c", "bills/x.c", "call", lines: [7])
    let check = BoundaryCheck(sketch.document, decisions: Self.rules)
    let file = check.baseline(of: check.report(), reason: nil, owner: nil)
    sketch.edge("cart/a.c", "bills/x.c", "global-write", lines: [20])
    let report = findings(sketch.document, Self.rules, file)
    #expect(report.new.map(\.kinds) == [["global-write"]])
  }

  @Test func `entries that fit nothing are stale, unless only a part was read`() throws {
    var sketch = sketch()
    sketch.edge("cart/a.c", "bills/x.c")
    let check = BoundaryCheck(sketch.document, decisions: Self.rules)
    var file = check.baseline(of: check.report(), reason: nil, owner: nil)
    file.entries.append(.init(.init(rule: "crossing", subject: "cart/gone.c", object: "bills/x.c")))
    file.entries.append(.init(.init(rule: "crossing", subject: "cart/b.c", object: "bills/y.c")))
    let read = try BaselineFile(text: file.text)
    let report = findings(sketch.document, Self.rules, read)
    #expect(
      report.stale.map(\.text) == [
        "crossing: cart/b.c to bills/y.c", "crossing: cart/gone.c to bills/x.c",
      ])
    var partial = check
    partial.baseline = read
    partial.isPartial = true
    #expect(partial.report().stale.map(\.text) == ["crossing: cart/b.c to bills/y.c"])
    var lost = check
    lost.baseline = read
    lost.document.diagnostics = ["cart/b.c", "cart/gone.c"].map {
      DiagnosticEntry(severity: "error", code: "lost", message: "", place: $0, line: nil)
    }
    #expect(lost.report().stale.isEmpty)
  }

  @Test func `an entry follows its file to another folder, and only there`() throws {
    var sketch = DocumentSketch([
      "cart/sub/a.c": "cart", "cart/z.c": "cart", "bills/x.c": "bills",
    ])
    sketch.edge("cart/sub/a.c", "bills/x.c")
    var entry = BaselineFile.Entry(
      .init(rule: "crossing", subject: "cart/a.c", object: "bills/x.c"))
    entry.reason = "kept"
    let moved = findings(sketch.document, Self.rules, BaselineFile([entry]))
    #expect(moved.new.isEmpty && moved.stale.isEmpty && moved.findings[0].reason == "kept")
    sketch.edge("cart/z.c", "bills/x.c")
    entry.key.subject = "cart/b.c"
    let other = findings(sketch.document, Self.rules, BaselineFile([entry]))
    #expect(other.new.count == 2 && other.stale.count == 1)
  }

  @Test func `a circle that has become smaller is known, one that has grown is new`() {
    var sketch = sketch()
    sketch.edge("cart/a.c", "bills/x.c")
    sketch.edge("bills/x.c", "cart/a.c")
    func report(_ members: String) -> CheckReport {
      let entry = BaselineFile.Entry(.init(rule: "cycle", subject: members, object: ""))
      return findings(sketch.document, Self.rules, BaselineFile([entry]))
    }
    #expect(!report("bills, cart, other").new.contains { $0.rule == "cycle" })
    #expect(report("bills, other").new.contains { $0.rule == "cycle" })
  }

  @Test func `what the base revision has is known, also under its old names`() {
    var old = DocumentSketch(["cart/old.c": "cart", "bills/x.c": "bills"])
    old.edge("cart/old.c", "bills/x.c")
    var new = DocumentSketch(["cart/new.c": "cart", "cart/b.c": "cart", "bills/x.c": "bills"])
    new.edge("cart/new.c", "bills/x.c")
    new.edge("cart/b.c", "bills/x.c")
    var check = BoundaryCheck(new.document, decisions: Self.rules)
    check.base = old.document
    #expect(check.report().new.map(\.subject) == ["cart/b.c", "cart/new.c"])
    check.renamed = ["cart/old.c": "cart/new.c"]
    #expect(check.report().new.map(\.subject) == ["cart/b.c"])
  }

  @Test func `a file that a decision of its own places is known under its old name`() {
    var old = DocumentSketch(["old.c": "cart", "bills/x.c": "bills"])
    old.edge("old.c", "bills/x.c")
    var new = DocumentSketch(["new.c": "cart", "bills/x.c": "bills"])
    new.edge("new.c", "bills/x.c")
    for act in [DecisionAct.move, .pin] {
      var placed = Decision(act, "new.c")
      placed.to = "cart"
      let rules = DocumentSketch.accepting(["bills": ["bills/**"], "cart": ["cart/**"]])
      var check = BoundaryCheck(
        new.document, decisions: rules + [PlacedDecision(placed, line: 9)])
      check.base = old.document
      check.renamed = ["old.c": "new.c"]
      #expect(check.report().new.isEmpty && check.report().known == 1, "\(act)")
    }
  }

  @Test func `a boundary whose folder was renamed is judged under its new name`() {
    var sketch = DocumentSketch(["basket/a.c": "cart", "bills/x.c": "bills"])
    sketch.edge("basket/a.c", "bills/x.c")
    var check = BoundaryCheck(sketch.document, decisions: Self.rules)
    #expect(check.report().findings.isEmpty)
    #expect(check.report().notes.contains { $0.contains("no file matches") })
    check.former = [.init(path: "cart/a.c", file: sketch.file("basket/a.c"), likeness: 0.9)]
    #expect(check.report().new.map(\.subject) == ["basket/a.c"])
    #expect(check.report().notes.contains { $0.contains("90 % alike") })
  }

  @Test func `a new decision does not make what was there before new`() {
    var sketch = sketch()
    sketch.edge("other/o.c", "bills/x.c")
    var check = BoundaryCheck(
      sketch.document,
      decisions: DocumentSketch.accepting(["other": ["other/**"], "bills": ["bills/**"]]))
    check.base = sketch.document
    #expect(check.report().new.isEmpty && check.report().known == 1)
  }

  @Test(arguments: [
    ("", 1, "expected"), ("version: 2\nfindings: []\n", 1, "not known"),
    ("findings: []\n", 1, "no \"version\""), ("version: 1\nfindings: [{]\n", 2, "not readable"),
    ("version: 1\nfindings:\n  - rule: crossing\n", 3, "needs"),
    ("version: 1\nfindings:\n  - rule: a\n    from: b\n    line: 3\n", 5, "unknown key"),
    ("version: 1\nfindings:\n  - {rule: a, from: b}\n  - {rule: a, from: b}\n", 4, "line 3"),
    ("version: 1\n<<<<<<< mine\n", 2, "conflict"),
  ])
  func `a damaged baseline is told with its line`(_ text: String, _ line: Int, _ words: String) {
    let error = #expect(throws: BaselineFileError.self) { try BaselineFile(text: text) }
    #expect(error?.problems.first?.line == line, "\(error?.description ?? "")")
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    "a\nb", "a: b", "- x", "\u{1b}[31m", "'\"", "#c", "a b ", "ü", "<<<<<<< x", "*x",
  ])
  func `any name comes back from a baseline`(_ name: String) throws {
    var entry = BaselineFile.Entry(.init(rule: "crossing", subject: name, object: name + "2"))
    entry.reason = name
    entry.owner = name
    let read = try BaselineFile(text: BaselineFile([entry]).text)
    #expect(read.entries.map(\.key) == [entry.key])
    #expect(read.entries.first?.reason == name && read.entries.first?.owner == name)
  }
}
