import Consequences
import ReportModel
import Testing

/// The order of extraction.
struct PlanTests {
  /// Crossings with so many points each.
  private func document(
    _ points: [(String, String, Double)], decided: Set<String> = []
  ) -> Document {
    let ids = Set(points.flatMap { [$0.0, $0.1] })
    var files: [String: String] = ["t/test.c": "@test", "util.c": "@shared"]
    for id in ids { files["\(id)/1.c"] = id }
    var sketch = DocumentSketch(files, roles: ["t/test.c": "test"])
    sketch.edge("t/test.c", "a/1.c")
    sketch.document.boundaries.costs.crossings = points.map {
      CrossingCostEntry(
        from: $0.0, to: $0.1, points: $0.2, imports: 0,
        contracts: [
          .init(
            contract: "call", items: 1, references: 2, accesses: 0, points: $0.2, examples: [],
            places: [])
        ])
    }
    for index in sketch.document.boundaries.boundaries.indices
    where decided.contains(sketch.document.boundaries.boundaries[index].id) {
      sketch.document.boundaries.boundaries[index].decisions = ["accept"]
    }
    return sketch.document
  }

  private func order(_ document: Document) -> [String] {
    let report = ExtractionPlan(document).report()
    return report.steps.map(\.boundary) + [report.core ?? ""]
  }

  @Test func `the least tied boundary is cut first, counted anew after each cut`() {
    let document = document([("a", "b", 10), ("b", "c", 30), ("c", "d", 5), ("d", "b", 8)])
    #expect(order(document) == ["a", "d", "b", "c"])
  }

  @Test func `decided boundaries come before suggestions`() {
    let document = document([("a", "b", 1), ("b", "c", 30), ("c", "d", 50)], decided: ["c", "d"])
    #expect(order(document) == ["d", "c", "a", "b"])
    let report = ExtractionPlan(document).report()
    #expect(report.steps.map(\.isDecided) == [true, true, false])
  }

  @Test func `a seam to what has been cut out is one between services`() {
    let report = ExtractionPlan(document([("a", "b", 1), ("b", "c", 30), ("c", "a", 2)])).report()
    #expect(report.steps.map(\.boundary) == ["a", "b"])
    #expect(report.steps[0].seams.map { "\($0.direction) \($0.other)" } == ["offers c", "needs b"])
    let seams = report.steps[1].seams
    #expect(
      seams.map { "\($0.direction) \($0.other) \($0.isService)" } == [
        "offers a true", "needs c false",
      ])
    #expect(report.steps[1].points == 30 && report.steps[1].pointsToServices == 1)
  }

  @Test func `operations are those that the other side calls, with their signatures`() {
    var document = document([("a", "b", 1), ("b", "c", 30)])
    let index = document.boundaries.boundaries.firstIndex { $0.id == "b" }!
    document.boundaries.boundaries[index].exposes = [
      .init(
        symbol: "total", kind: "function", place: Place(file: "b/1.c", line: 2), references: 4,
        from: ["a"]),
      .init(
        symbol: "T", kind: "type", place: Place(file: "b/1.c", line: 1), references: 9, from: ["a"]),
      .init(
        symbol: "other", kind: "function", place: Place(file: "b/1.c", line: 3), references: 1,
        from: ["c"]),
    ]
    let plan = ExtractionPlan(document) { _ in ["typedef int T;", "T total(const char *s) {", "x"] }
    let seam = plan.report().steps[0].seams[0]
    #expect(seam.operations.map(\.signature) == ["T total(const char *s)"])
    #expect(seam.operationCount == 1)
  }

  @Test func `tables say what becomes of them`() {
    var document = document([("a", "b", 1), ("b", "c", 30)])
    func table(_ name: String, _ owner: String, _ parties: [String], _ references: [String] = []) {
      var entry = TableEntry(
        name: name, store: "table", definedAt: [], readers: [], writers: [], references: references)
      entry.ownership = OwnershipEntry(
        owner: owner, reason: "",
        parties: parties.map {
          .init(boundary: $0, reads: 1, writes: 1, maps: false, readPlaces: [], writePlaces: [])
        }, purity: nil, finding: nil,
        ways: [.init(way: "call-owner", points: 1, text: "call the owner", figures: [])],
        transactions: [])
      document.tables.append(entry)
    }
    table("mine", "a", ["a"])
    table("ours", "a", ["a", "b"], ["theirs"])
    table("theirs", "b", ["b", "a"])
    let data = ExtractionPlan(document).report().steps[0].data
    #expect(
      data.map { "\($0.table) \($0.action)" } == ["mine move", "ours shared", "theirs foreign"])
    #expect(
      data[1].text.first == "call the owner" && data[1].text.contains { $0.contains("theirs of b") }
    )
    #expect(data[2].text.contains { $0.contains("commands of b") })
  }

  @Test func `tests and files without any are counted`() {
    let steps = ExtractionPlan(document([("a", "b", 1), ("b", "c", 30)])).report().steps
    #expect(steps[0].tests.files == ["t/test.c"] && steps[0].tests.uncovered == 0)
    #expect(steps[1].tests.count == 0 && steps[1].tests.uncovered == 1)
  }

  @Test func `the verdict to keep the whole is told, and shared code comes before the cuts`() {
    var document = document([("a", "b", 1)])
    document.boundaries.verdict.reason = "too small"
    let report = ExtractionPlan(document).report()
    #expect(report.notes.contains { $0.contains("too small") })
    #expect(report.preparation.contains { $0.contains("1 file of 10 lines") })
    #expect(ExtractionPlan(Document(tool: "", name: "")).report().steps.isEmpty)
  }

  @Test(arguments: [
    (["int f(void) {"], "int f(void)"), (["def f(a, b):", "  x"], "def f(a, b)"),
    (["def pay(amount)", "  x"], "def pay(amount)"),
    (["@Override", "public int f(", "  int a,", "  int b) {"], "public int f( int a, int b)"),
    (["func f(_ a: Int) -> Int {"], "func f(_ a: Int) -> Int"),
    (["pub fn f<T>(a: [u8; 4]) -> T"], "pub fn f<T>(a: [u8; 4]) -> T"),
    (["@Transactional(readOnly = true)", "void f();"], "void f()"), ([""], nil),
  ])
  func `a signature is the head of a declaration`(_ lines: [String], _ signature: String?) {
    #expect(Signature.read(lines, line: 1) == signature)
  }

  @Test func `a place outside of the file has no signature`() {
    #expect(Signature.read(["a"], line: 0) == nil && Signature.read(["a"], line: 2) == nil)
  }
}
