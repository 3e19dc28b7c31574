import Consequences
import ReportModel
import Review
import Testing

/// What a decision would change, against what is so once it is made.
struct WhatIfTests {
  private func sketch() -> DocumentSketch {
    var sketch = DocumentSketch([
      "cart/a.c": "cart", "cart/b.c": "cart", "cart/price.c": "cart", "bills/x.c": "bills",
      "bills/y.c": "bills", "util.c": "@shared",
    ])
    sketch.edge("cart/price.c", "bills/x.c", "call", lines: [4, 5])
    sketch.edge("bills/x.c", "cart/price.c", "call", lines: [6])
    sketch.edge("cart/a.c", "cart/b.c", "call", lines: [1, 2, 3])
    sketch.edge("cart/a.c", "cart/price.c", "type", lines: [9])
    sketch.edge("cart/a.c", "util.c", "call", lines: [7])
    sketch.edge("cart/a.c", "cart/price.c", "include", lines: [1])
    sketch.table("prices", writers: ["cart/price.c": [10]], readers: ["bills/y.c": [11]])
    return sketch
  }

  private func report(_ document: Document, _ decision: Decision) -> WhatIfReport {
    WhatIf(document, decision, in: scope(document)).report(act: decision.title)
  }

  private func scope(_ document: Document) -> ReviewScope {
    ReviewScope(
      files: document.files.map(\.path),
      boundaries: document.boundaries.boundaries.map {
        .init(id: $0.id, name: $0.name, members: $0.members.map(\.file))
      })
  }

  @Test func `what was decided more narrowly stays where it is`() {
    let document = DocumentSketch(["a/x.c": "a", "a/y.c": "c", "b/z.c": "b"]).document
    var narrow = Decision(.move, "a/y.c")
    narrow.to = "c"
    let report = WhatIf(
      document, move("a/**", "b"), after: [PlacedDecision(narrow, line: 1)], in: scope(document)
    ).report(act: "")
    #expect(report.files == ["a/x.c"])
  }

  private func move(_ pattern: String, _ to: String) -> Decision {
    var decision = Decision(.move, pattern)
    decision.to = to
    return decision
  }

  private func part(_ report: WhatIfReport, _ name: String) -> [Int] {
    report.parts.first { $0.part == name }.map { [$0.before, $0.after] } ?? []
  }

  @Test func `a move changes what crosses, and nothing else`() {
    let report = report(sketch().document, move("cart/price.c", "bills"))
    #expect(report.files == ["cart/price.c"] && report.fileCount == 1)
    #expect(part(report, "calls") == [3, 0] && part(report, "types") == [0, 1])
    #expect(part(report, "imports") == [0, 1] && part(report, "state") == [0, 0])
    #expect(part(report, "reads") == [1, 0] && part(report, "circles") == [1, 0])
    #expect(report.endedCycles == [["bills", "cart"]] && report.newCycles.isEmpty)
    let table = report.tables.first
    #expect(table?.ownerBefore == "cart" && table?.ownerAfter == "bills")
    #expect(table?.foreignBefore == 1 && table?.foreignAfter == 0)
    #expect(
      report.crossings.map { "\($0.from) \($0.to) \($0.before) \($0.after)" } == [
        "bills cart 2 0", "cart bills 2 1",
      ])
    #expect(report.crossings[1].places == [Place(file: "cart/a.c", line: 9)])
  }

  @Test func `what holds to the moved file more than to its own should go along`() {
    var sketch = sketch()
    sketch.edge("cart/b.c", "cart/price.c", "call", lines: [1, 2, 3, 4, 5])
    let report = report(sketch.document, move("cart/price.c", "bills"))
    #expect(report.along.map(\.file) == ["cart/b.c"])
    #expect(report.along.first?.there == 5 && report.along.first?.here == 3)
  }

  @Test func `transactions that would be split are named`() {
    var sketch = sketch()
    sketch.table("invoices", writers: ["bills/x.c": [3]])
    sketch.table("lines", writers: ["bills/y.c": [3]])
    sketch.document.transactions = [
      TransactionEntry(
        place: Place(file: "bills/x.c", line: 1), symbol: "pay", reads: [],
        writes: ["invoices", "lines"], boundaries: ["bills"])
    ]
    let report = report(sketch.document, move("bills/y.c", "cart"))
    #expect(report.transactions.map(\.symbol) == ["pay"])
    #expect(report.transactions.first?.ownersAfter == ["bills", "cart"])
    #expect(report.transactions.first?.becomesSplit == true)
    #expect(part(report, "transactions") == [0, 1])
  }

  @Test func `a new circle is named with its weakest link`() {
    var sketch = DocumentSketch(["a/1.c": "a", "a/2.c": "a", "b/1.c": "b"])
    sketch.edge("a/1.c", "b/1.c", "call", lines: [1, 2])
    sketch.edge("a/2.c", "a/1.c", "call", lines: [8])
    let report = report(sketch.document, move("a/2.c", "b"))
    #expect(report.newCycles.map(\.members) == [["a", "b"]])
    #expect(report.newCycles.first?.places == [Place(file: "a/2.c", line: 8)])
  }

  @Test func `merging ends what crosses, splitting makes it`() {
    let document = sketch().document
    var merge = Decision(.merge, "cart")
    merge.with = ["bills"]
    let merged = report(document, merge)
    #expect(merged.fileCount == 2)
    #expect(merged.parts.allSatisfy { $0.after == 0 })
    var split = Decision(.split, "cart")
    split.into = [
      .init(name: "pricing", patterns: ["cart/price.c"]),
      .init(name: "rest", patterns: ["cart/**"]),
    ]
    let parts = report(document, split)
    #expect(parts.fileCount == 3)
    #expect(parts.crossings.contains { $0.from == "rest" && $0.to == "pricing" && $0.after == 1 })
  }

  /// Counting the change is the same as counting the document with the change made.
  @Test(arguments: 1...20)
  func `after a move the figures are those of the moved document`(_ seed: Int) {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var files: [String: String] = [:]
    for index in 0..<40 { files["f\(index).c"] = ["a", "b", "c", "d", "@shared"][random(5)] }
    let kinds = ["call", "type", "global-write", "include", "probable-call", "inherit"]
    let edges = (0..<160).map { _ in (random(40), random(40), kinds[random(6)], random(50) + 1) }
    let tables = (0..<8).map { _ in (0..<4).map { _ in (random(40), random(2)) } }
    func make(_ files: [String: String]) -> Document {
      var sketch = DocumentSketch(files)
      for (from, to, kind, line) in edges where from != to {
        sketch.edge("f\(from).c", "f\(to).c", kind, lines: [line])
      }
      for (index, uses) in tables.enumerated() {
        var (writers, readers): ([String: [Int]], [String: [Int]]) = ([:], [:])
        for (file, kind) in uses {
          if kind == 0 { writers["f\(file).c"] = [1] } else { readers["f\(file).c"] = [2] }
        }
        sketch.table("t\(index)", writers: writers, readers: readers)
      }
      return sketch.document
    }
    let file = "f\(random(40)).c"
    let told = report(make(files), move(file, "a"))
    files[file] = "a"
    let real = report(make(files), move(file, "a"))
    for (one, other) in zip(told.parts, real.parts) {
      #expect(one.after == other.before, "\(one.part)")
    }
    for table in told.tables {
      #expect(real.tables.isEmpty, "\(table)")
    }
  }
}
