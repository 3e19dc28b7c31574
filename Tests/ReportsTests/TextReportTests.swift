import Foundation
import ReportModel
import Testing

@testable import Reports

@Suite struct TextReportTests {
  static let reports: [(name: String, render: @Sendable (Document, TextOptions) throws -> String)] =
    [("analyze", SummaryReport.render), ("boundaries", BoundaryText.render)]
    + [("costs", costs), ("serverless", ServerlessText.render), ("review", review)]

  private static func costs(_ document: Document, _ options: TextOptions) -> String {
    var options = options
    options.showsCosts = true
    return BoundaryText.render(document, options)
  }

  /// A question of each boundary and each file, as the names of the document have them.
  private static func review(_ document: Document, _ options: TextOptions) -> String {
    let boundaries = document.boundaries.boundaries.map { boundary in
      ReviewQuestion(
        id: "boundary " + boundary.id, kind: .boundary, question: "is \(boundary.name) one?",
        reason: "speaks of \(boundary.vocabulary.joined(separator: ", "))",
        evidence: boundary.entryPoints, isOpen: false, cost: 1, stability: boundary.stability,
        answers: [
          .init("y", ["accept", boundary.id], "accept it"),
          .init("r", ["accept", boundary.id], "under another name", asks: "name"),
        ])
    }
    let files = document.files.prefix(5).map { file in
      var question = ReviewQuestion(
        id: "place " + file.path, kind: .placement, question: "does \(file.path) belong here?",
        reason: "it does", evidence: [Place(file: file.path, line: 3)], isOpen: true, cost: 1,
        stability: nil, answers: [.init("c", ["shared", file.path], "it is common code")])
      question.answers[0].also = [["shared", "x/" + file.path]]
      return question
    }
    let list = ReviewList(
      name: document.name, questions: boundaries + files,
      troubles: document.decisions.unmatched + document.decisions.contradictions)
    return ReviewText.render(list, options)
  }

  @Test(arguments: reports.map(\.name), Fixtures.documents.map(\.name))
  func textIsAsKept(report: String, document: String) throws {
    let render = try #require(Self.reports.first { $0.name == report }).render
    let value = try #require(Fixtures.documents.first { $0.name == document }).document
    try Golden.expect(try render(value, .init()), is: "\(report)-\(document).txt")
  }

  /// Only line ends are control characters, whatever the names; colour adds its own and no other.
  @Test(arguments: reports.map(\.name))
  func namesCannotForgeOutput(report: String) throws {
    let render = try #require(Self.reports.first { $0.name == report }).render
    var options = TextOptions()
    let plain = try render(Fixtures.nasty, options)
    #expect(
      !plain.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    options.palette = .ansi
    let colored = try render(Fixtures.nasty, options)
    #expect(colored != plain)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test(arguments: reports.map(\.name), [60, 80, 96, 140])
  func linesKeepTheWidth(report: String, width: Int) throws {
    let render = try #require(Self.reports.first { $0.name == report }).render
    var options = TextOptions()
    options.width = width
    for line in try render(Fixtures.shop, options).split(separator: "\n")
    where !line.contains("  # ") {
      let longest = line.split(separator: " ").map(\.count).max() ?? 0
      #expect(line.count <= max(width, longest + 9), "\(line)")
    }
  }

  @Test func longListsSayWhatIsLeftOut() throws {
    var document = Fixtures.shop
    document.diagnostics = (1...100).map {
      DiagnosticEntry(severity: "note", code: "x", message: "m\($0)", place: nil, line: nil)
    }
    var options = TextOptions()
    #expect(SummaryReport.render(document, options).contains("… and 88 more"))
    options.limit = nil
    let whole = SummaryReport.render(document, options)
    #expect(whole.contains("m100") && !whole.contains("… and"))
  }

  @Test func errorsComeBeforeNotes() throws {
    let text = SummaryReport.render(Fixtures.shop)
    let error = try #require(text.range(of: "error: "))
    let note = try #require(text.range(of: "note: "))
    #expect(error.lowerBound < note.lowerBound)
  }

  @Test(arguments: [
    ("plain/path.c", "plain/path.c"), ("it's", "'it'\\''s'"), ("a b", "'a b'"), ("", "''"),
    ("$(id)", "'$(id)'"), ("-n", "'-n'"), ("a\nb'c\\", "$'a\\x0Ab\\'c\\\\'"),
  ])
  func shellReadsWordsAsMeant(text: String, word: String) throws {
    #expect(ShellWord.quoted(text) == word)
    let echoed = try run(["bash", "-c", "printf %s " + ShellWord.quoted(text)])
    #expect(echoed.output == text)
  }

  @Test func explanationIsAsKept() throws {
    let evidence = ViewEvidence(file: "src/a.c", line: 3, kind: "call", conditional: true)
    let hop = Explanation.Hop(
      from: "file:src/a.c", to: "file:src/b.c", kinds: ["call": 1], count: 1, evidence: [evidence])
    let ends = ["module:src/a", "module:src/b"].map {
      Explanation.End(id: $0, label: $0, members: 2)
    }
    let found = Explanation(from: ends[0], to: ends[1], chain: [hop], edges: [hop], reverse: [])
    try Golden.expect(ExplanationText.render(found), is: "explain.txt")
    try Golden.expect(try DocumentParts.explanation(found), is: "explain.json")
    let none = Explanation(from: ends[0], to: ends[1], chain: [], edges: [], reverse: [])
    #expect(ExplanationText.render(none).contains("does not depend on"))
  }

  @Test func everyFormatIsInTheCatalogueOnce() {
    let keys = OutputFormats.catalogue.map { $0.command + " " + $0.name }
    #expect(Set(keys).count == keys.count)
    #expect(OutputFormats.catalogue.allSatisfy { !$0.help.isEmpty && !$0.help.hasSuffix(".") })
    #expect(keys.contains("graph dot") && keys.contains("boundaries tsv"))
  }
}

@Suite struct TableTests {
  @Test func boundariesListEveryFileOnce() {
    let rows = BoundaryTable.render(Fixtures.shop).split(separator: "\n")
    #expect(rows.count == 6)
    #expect(rows.first == "src/cart/cart.cpp\tcart")
    #expect(rows.last == "tests/cart_test.cpp\t@test")
  }

  @Test func serverlessRowsAreExact() {
    #expect(
      ServerlessTable.render(Fixtures.shop)
        == "deploy/crontab\t2\t\tdirect\tundeclared\n"
        + "src/orders/report.cpp\t20\tnightly\tschedule\tfunction\n")
  }

  @Test func controlCharactersAreEscaped() {
    var document = Fixtures.empty
    document.files = [
      Fixtures.file("a\tb\nc\u{1B}\u{7F}\u{85}d", module: 0, boundary: "x\ty", lines: 1)
    ]
    #expect(BoundaryTable.render(document) == "a\\x09b\\x0Ac\\x1B\\x7F\\xC2\\x85d\tx\\x09y\n")
  }

  @Test func rowsAreSortedBytewise() {
    var document = Fixtures.empty
    document.files = ["b", "B", "é", "a-", "a/b", "Z"].map {
      Fixtures.file($0, module: 0, boundary: "x", lines: 1)
    }
    let paths = BoundaryTable.render(document).split(separator: "\n").map {
      $0.split(separator: "\t")[0]
    }
    #expect(paths == ["B", "Z", "a-", "a/b", "b", "é"])
  }
}
