import Evaluation
import ReportModel
import Testing

/// Seven files, two of them orders, three payments, one shared, one a test; tables, operations.
private enum Ledger {
  static let paths = [
    "log.c", "o/cart.c", "o/order.c", "p/card.c", "p/pay.c", "p/refund.c", "test.c",
  ]

  static func edge(_ from: Int, _ to: Int, _ kinds: [(String, [Int])]) -> EdgeEntry {
    EdgeEntry(from: from, to: to, evidence: kinds.map { .init(kind: $0.0, lines: $0.1) })
  }

  static func table(_ name: String, _ readers: [String], _ writers: [String]) -> TableEntry {
    func places(_ files: [String]) -> [Place] { files.map { Place(file: $0, line: 1) } }
    return TableEntry(
      name: name, store: "table", definedAt: [], readers: places(readers),
      writers: places(writers), references: [])
  }

  /// Pairs inside: 1→2 | 3→4 4→5 5→4; between: 2→4 4→1; to the log: 1→0, from the test: 6→4.
  /// Calls inside: 3 | 1 2 0; between: 4 1.
  static var document: Document {
    var document = Document(tool: "1", name: "ledger")
    document.modules = [
      ModuleEntry(id: "module:.", label: ".", kind: "folder", files: 7, lines: 70)
    ]
    let labels = ["@shared", "orders", "orders", "pay", "pay", "pay", "@test"]
    document.files = zip(paths, labels).map { path, label in
      var file = FileEntry(
        path: path, language: "c", role: label == "@test" ? "test" : "production")
      file.boundary = label
      file.lines = 10
      return file
    }
    document.edges = [
      edge(1, 0, [("call", [1, 2])]), edge(1, 2, [("call", [3, 4, 5]), ("type", [6])]),
      edge(2, 4, [("call", [1, 2, 3]), ("probable-call", [9])]), edge(3, 4, [("call", [1])]),
      edge(4, 1, [("call", [7])]), edge(4, 5, [("call", [1, 2])]),
      edge(5, 4, [("include", [1])]), edge(6, 4, [("call", [1])]),
    ]
    document.tables = [
      table("cards", ["p/card.c", "p/pay.c"], ["p/card.c"]),
      table("ledger", ["o/cart.c"], ["p/pay.c", "test.c"]), table("logs", ["log.c"], []),
      table("totals", ["p/pay.c", "o/cart.c"], []),
    ]
    document.tables[1].readers.append(Place(file: "o/order.c", line: 4, through: "totals"))
    return document
  }

  static func symbol(_ name: String, _ kind: String, _ file: Int, _ line: Int) -> SymbolEntry {
    SymbolEntry(id: "symbol:" + name, label: name, kind: kind, file: file, line: line)
  }

  /// `pay.c` publishes three operations, `cart.c` one; `log_line` is not in a service.
  static var withSymbols: Document {
    var document = document
    document.symbols = [
      symbol("log_line", "function", 0, 1), symbol("cart_total", "function", 1, 7),
      symbol("Order", "type", 2, 2), symbol("order_send", "function", 2, 5),
      symbol("Receipt", "type", 4, 1), symbol("pay_order", "function", 4, 10),
      symbol("pay_part_order", "function", 4, 20), symbol("ping", "function", 4, 30),
      symbol("Local", "type", 4, 2), symbol("refund_order", "function", 5, 3),
      symbol("KIND", "constant", 4, 3),
    ]
    document.symbolEdges = [
      edge(1, 0, [("call", [8])]),
      edge(3, 5, [("call", [6])]), edge(3, 6, [("call", [7])]), edge(3, 7, [("call", [8])]),
      // A signature of two lines: both types; Local comes after the first call.
      edge(5, 1, [("call", [13])]), edge(5, 2, [("type", [10])]), edge(5, 4, [("type", [11])]),
      edge(5, 8, [("type", [14])]),
      edge(1, 2, [("type", [7])]),
      // All on one line, and a constant on it.
      edge(6, 2, [("type", [20])]), edge(6, 10, [("type", [20])]),
      edge(9, 5, [("call", [4])]), edge(5, 9, [("call", [15])]),
    ]
    return document
  }

  static func table(_ rows: String) throws -> ReferenceDecomposition {
    try ReferenceDecomposition(rows)
  }
}

@Suite struct MetricsTests {
  private static func values(_ report: MetricsReport) -> [String: Double] {
    var values: [String: Double] = [:]
    for measure in report.measures { values[measure.id] = measure.value }
    return values
  }

  private static func near(_ a: Double?, _ b: Double) -> Bool {
    a.map { abs($0 - b) < 1e-6 } ?? false
  }

  @Test func `structure by hand`() {
    let report = PartitionMetrics(Ledger.document).report()
    let values = Self.values(report)
    // Cohesion 1/4 and 3/9, coupling 2 / (2·2·3); factors 2/4 and 6/8.
    let cohesion = (1.0 / 4 + 3.0 / 9) / 2
    #expect(Self.near(values["sm"], cohesion - 2.0 / 12))
    #expect(Self.near(values["turbomq"], 0.625))
    #expect(Self.near(values["icp"], 5.0 / 11))
    #expect(values["irn"] == 5)
    #expect(values["ned"] == 1 && values["ned-services"] == 1)
    let partition = report.partition
    #expect(partition.sizes == [3, 2] && partition.placed == 5)
    #expect(partition.production == 6 && partition.placedProduction == 5)
    #expect(partition.calls.inside == 6 && partition.calls.between == 5)
    #expect(partition.calls.outside == 2)
    #expect(partition.dependencies.inside == 4 && partition.dependencies.between == 2)
    #expect(partition.dependencies.outside == 1)
    #expect(report.services.map(\.id) == ["pay", "orders"])
    #expect(report.services[0].calls == .init(inside: 3, entering: 4, leaving: 1))
    #expect(report.services[0].factor == 0.75 && report.services[0].lines == 30)
  }

  @Test func `calls are damped pair by pair`() throws {
    let values = Self.values(PartitionMetrics(Ledger.document).report())
    // ln 5 + ln 2 of ln 4 + ln 2 + ln 3 and these: ln 10 of ln 240.
    #expect(Self.near(values["icp-log"], 2.302585093 / 5.480638923))
  }

  /// Tables that no service uses, views, and uses by tests do not count.
  @Test func `purity by hand`() {
    let report = PartitionMetrics(Ledger.document).report()
    #expect(report.tables.map(\.name) == ["cards", "ledger"])
    #expect(report.tables.map(\.services.count) == [1, 2])
    #expect(report.tables[1].services.map(\.accesses) == [2, 1])
    // Shares 2/3 and 1/3: entropy 0.918296.
    #expect(Self.near(report.tables[1].purity, 1 - 0.918296))
    #expect(Self.near(Self.values(report)["dtp"], (1 + 1 - 0.918296) / 2))
    #expect(Self.values(report)["dtp-scaled"] == Self.values(report)["dtp"])
  }

  @Test func `operations by hand`() {
    let report = PartitionMetrics(Ledger.withSymbols).report()
    let values = Self.values(report)
    // pay_order, pay_part_order, ping and cart_total; refund_order is called from inside alone.
    #expect(values["opn"] == 4 && values["ifn"] == 2 && values["ifn-files"] == 1)
    // {Order, Receipt}, {Order}, {}: 1/2, 0, 0; cart.c has one operation: 1.
    #expect(Self.near(values["chm"], 7.0 / 12))
    // {pay, order, receipt}, {pay, part, order}, {ping}: 2/4, 0, 0.
    #expect(Self.near(values["chd"], 7.0 / 12))
    #expect(report.services[0].operations == 3 && report.services[0].interfaces == 1)
    #expect(Self.near(report.services[0].messageCohesion, 1.0 / 6))
    #expect(report.services[1].messageCohesion == 1)
    #expect(report.services.map(\.singleInterfaces) == [0, 1])
    #expect(!report.cautions.contains { $0.contains("CHM") })
    #expect(report.measures.allSatisfy { $0.missing == nil })
  }

  /// In a language without types a file with one operation would raise CHM to 1.
  @Test func `operations that nothing is known of have no cohesion`() {
    var document = Ledger.withSymbols
    document.symbolEdges = document.symbolEdges?.filter { $0.evidence[0].kind == "call" }
    let report = PartitionMetrics(document).report()
    let message = report.measures.first { $0.id == "chm" }
    #expect(message?.value == nil && message?.missing?.contains("types of the project") == true)
    #expect(Self.values(report)["chd"] != nil)
  }

  @Test func `without symbols operations have no value, and it is said why`() {
    let report = PartitionMetrics(Ledger.document).report()
    let missing = report.measures.filter { $0.value == nil }
    #expect(missing.map(\.id) == ["opn", "ifn", "ifn-files", "chm", "chd"])
    #expect(missing.allSatisfy { $0.missing?.contains("--with-symbols") == true })
    #expect(report.services.allSatisfy { $0.operations == nil })
  }

  /// What the measures praise without any reason.
  @Test func `one giant and single files are beside every value`() throws {
    let report = PartitionMetrics(Ledger.withSymbols).report()
    let one = Dictionary(uniqueKeysWithValues: report.measures.map { ($0.id, $0.oneService) })
    #expect(one["icp"] == 0 && one["irn"] == 0 && one["opn"] == 0 && one["turbomq"] == 1)
    #expect(one["chm"]! == nil && one["dtp"] == 1)
    let single = Dictionary(uniqueKeysWithValues: report.measures.map { ($0.id, $0.singleFiles) })
    #expect(single["icp"] == 1 && single["turbomq"] == 0 && single["irn"] == 11)
    let giant = PartitionMetrics(
      Ledger.withSymbols, try Ledger.table(Ledger.paths.map { $0 + "\tall\n" }.joined()),
      source: "giant"
    ).report()
    #expect(Self.values(giant)["icp"] == 0)
    #expect(giant.cautions.contains { $0.contains("one service") })
    #expect(giant.measures.first { $0.id == "chm" }?.missing?.contains("no operation") == true)
  }

  @Test func `any partition can be measured, and what it misses is told`() throws {
    let rows = "gone.c\tpay\no/cart.c\ta\no/order.c\tb\np/card.c\t@shared\np/pay.c\tb\n"
    let report = PartitionMetrics(
      Ledger.document, try Ledger.table(rows), source: "hand.tsv"
    ).report()
    #expect(report.partition.source == "hand.tsv")
    #expect(report.partition.sizes == [2, 1] && report.partition.missing == 1)
    #expect(report.partition.missingFiles == ["gone.c"])
    #expect(report.services.map(\.id) == ["b", "a"])
    // Between: 1→2 of three calls and 4→1 of one; inside: 2→4 of four.
    #expect(Self.near(Self.values(report)["icp"], 4.0 / 8))
    #expect(report.cautions.contains { $0.contains("only 50 %") })
    #expect(report.cautions.contains { $0.contains("the largest service holds 67 %") })
  }

  @Test func `nothing placed gives no value, not a number`() throws {
    let report = PartitionMetrics(
      Ledger.withSymbols, try Ledger.table("p/pay.c\t@shared\n"), source: "none"
    ).report()
    #expect(report.measures.allSatisfy { $0.value == nil && $0.missing != nil })
    #expect(report.services.isEmpty && report.tables.isEmpty)
  }

  @Test func `the order of rows changes nothing`() throws {
    let rows = Ledger.paths.enumerated().map { "\($0.element)\ts\($0.offset % 3)" }
    let reports = try [rows, rows.reversed()].map {
      PartitionMetrics(
        Ledger.withSymbols, try Ledger.table($0.joined(separator: "\n")), source: "x"
      ).report()
    }
    #expect(reports[0] == reports[1])
  }
}

@Suite struct PartitionMatchTests {
  private static func side(_ name: String, _ rows: String) throws -> PartitionMatch.Side {
    .init(name: name, isDocument: false, rows: try ReferenceDecomposition(rows))
  }

  private static func rows(_ labels: String) -> String {
    labels.enumerated().filter { $0.element != "-" }.map { index, label in
      "f\(index < 10 ? "0" : "")\(index).c\t\(label == "." ? "@shared" : String(label))\n"
    }.joined()
  }

  private static func report(_ a: String, _ b: String) throws -> ComparisonReport {
    PartitionMatch(try side("a", rows(a)), try side("b", rows(b))).report()
  }

  @Test func `the same under other names agrees in everything`() throws {
    let report = try Self.report("xxyyz..", "mmnno..")
    #expect(report.rows.map(\.adjustedRandIndex) == [1, 1])
    #expect(report.rows.map(\.moJoFM) == [100, 100] && report.architectureSimilarity == 100)
    #expect(report.moves.isEmpty && report.agreeing == 7 && report.common == 7)
    #expect(report.counterparts.map(\.overlap) == [1, 1, 1])
  }

  @Test func `moved files are those outside of the counterpart`() throws {
    // x ↔ m keeps four, y ↔ n keeps two; two of x go to n, one y to nowhere, one comes from there.
    let report = try Self.report("xxxxxxyyy.", "mmmmnnnn.m")
    #expect(
      report.moves.map { "\($0.a) \($0.b) \($0.files.count)" } == [
        "x n 2", "@shared m 1", "y @shared 1",
      ])
    #expect(report.moves[0].files == ["f04.c", "f05.c"])
    #expect(report.agreeing == 6)
    #expect(
      report.counterparts == [
        Counterpart(a: "x", b: "m", common: 4, onlyA: 2, onlyB: 1),
        Counterpart(a: "y", b: "n", common: 2, onlyA: 1, onlyB: 2),
      ])
  }

  @Test func `shared code is told apart where B names it`() throws {
    let score = try #require(try Self.report("xx..yy.", "mm.nno.").shared)
    #expect(score.truePositives == 2 && score.falsePositives == 1 && score.falseNegatives == 0)
    #expect(try Self.report("xx..", "mmnn").shared == nil)
  }

  /// A document may come from anywhere.
  @Test func `a path that a document has twice counts once`() throws {
    var document = Ledger.withSymbols
    document.files[2].path = document.files[1].path
    document.files[2].boundary = "other"
    let side = PartitionMatch.Side(
      name: "x", isDocument: true, rows: ReferenceDecomposition(document))
    #expect(PartitionMatch(side, side).report().common == 6)
    let report = PartitionMetrics(document).report()
    #expect(report.partition.sizes == [3, 1] && report.partition.placed == 4)
  }

  @Test func `a service without a counterpart is shown`() throws {
    let report = try Self.report("xxxxyy", "mmmmmm")
    #expect(report.counterparts.map(\.a) == ["x", "y"])
    #expect(report.counterparts.map(\.b) == ["m", nil])
    #expect(report.moves.map(\.files) == [["f04.c", "f05.c"]])
    // Two clusters within one: a join; back: two moves, no partition needs more than 6 − 2.
    #expect(report.rows[0].moJoFM == 80 && report.rows[1].moJoFM == 50)
    #expect(report.rows[0].coverage[0].clusters == 0.5)
  }

  @Test func `each row scores as evaluate does, with the other side as the reference`() throws {
    let (a, b) = (Self.rows("xxyyzz..xz"), Self.rows("mmmnno.mn."))
    let report = PartitionMatch(try Self.side("a", a), try Self.side("b", b)).report()
    let labels = Dictionary(
      uniqueKeysWithValues: try ReferenceDecomposition(a).rows.map { ($0.path, $0.service) })
    let row = Scoring(try ReferenceDecomposition(b)).row("A against B") { labels[$0] }
    #expect(report.rows[0] == row)
    // Its file in no service is a cluster with nothing else, the reference's are not asked for.
    #expect(row.sizes == [3, 2, 2, 1])
    #expect(report.rows[1].sizes.reduce(0, +) == 8)
  }

  /// A table of a part of the files is no worse for that.
  @Test func `files that one side does not know do not count in the rows`() throws {
    let report = try Self.report("xxxyyyzzz", "mmmnnn---")
    #expect(report.rows.map(\.adjustedRandIndex) == [1, 1])
    #expect(report.rows.map { $0.sizes.reduce(0, +) } == [6, 6])
    // One cluster and three files go, of 3 + 18 and 2 + 12.
    #expect(report.a.alone == 3 && abs(report.architectureSimilarity - 80) < 1e-9)
  }

  @Test func `files of one side alone lower a2a and are named`() throws {
    let report = try Self.report("xxyy--", "xxyyxx")
    #expect(report.b.alone == 2 && report.b.aloneFiles == ["f04.c", "f05.c"])
    #expect(report.common == 4 && report.moves.isEmpty)
    // Two files come, 2 each, of 2 + 8 and 2 + 12.
    #expect(abs(report.architectureSimilarity - 100 * 20.0 / 24) < 1e-9)
  }

  @Test func `sides that change places give the same, turned`() throws {
    let (a, b) = ("xxxyyyzz..xyzw", "mmnnooomm.nopp")
    let (forth, back) = (try Self.report(a, b), try Self.report(b, a))
    #expect(forth.agreeing == back.agreeing)
    #expect(abs(forth.architectureSimilarity - back.architectureSimilarity) < 1e-9)
    #expect(forth.rows[0].adjustedRandIndex == back.rows[1].adjustedRandIndex)
    #expect(
      forth.moves.reduce(0) { $0 + $1.files.count } == back.moves.reduce(0) { $0 + $1.files.count })
  }
}
