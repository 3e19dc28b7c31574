import ReportModel

extension Fixtures {
  /// A small shop with every part of the document filled.
  static var shop: Document {
    var document = Document(tool: "1.0", name: "shop")
    document.files = [
      file("src/cart/cart.cpp", module: 0, boundary: "cart", lines: 410),
      file("src/cart/cart.h", module: 0, boundary: "cart", lines: 60),
      file("src/orders/order.cpp", module: 1, boundary: "orders", lines: 1_230),
      file("src/orders/report.cpp", module: 1, boundary: "orders", lines: 220),
      file("src/util/log.cpp", module: 2, boundary: "@shared", lines: 90),
      file("tests/cart_test.cpp", module: 3, boundary: "@test", lines: 150, role: "test"),
    ]
    document.files[3].configurations = ["debug", "release"]
    document.modules = [
      ModuleEntry(id: "module:src/cart", label: "src/cart", kind: "folder", files: 2, lines: 470),
      ModuleEntry(
        id: "module:src/orders", label: "src/orders", kind: "folder", files: 2, lines: 1_450),
      ModuleEntry(id: "module:src/util", label: "src/util", kind: "unit", files: 1, lines: 90),
      ModuleEntry(id: "module:tests", label: "tests", kind: "declared", files: 1, lines: 150),
    ]
    document.edges = [
      edge(0, 1, [("call", [12, 12, 40]), ("include", [1])]),
      edge(0, 2, [("call", [88])]),
      edge(2, 1, [("call", [14, 15, 15, 200]), ("include", [3]), ("probable-call", [77])]),
      edge(2, 4, [("call", [19])]),
      edge(5, 0, [("call", [9, 10])]),
    ]
    document.edges[1].evidence[0].conditional = true
    document.edges[3].evidence[0].configurations = ["debug"]
    document.symbols = [
      SymbolEntry(id: "symbol:Cart::add", label: "add", kind: "method", file: 0, line: 10),
      SymbolEntry(id: "symbol:Order::place", label: "place", kind: "method", file: 2, line: 13),
    ]
    document.symbolEdges = [edge(1, 0, [("call", [14])])]
    fillReading(&document)
    fillBoundaries(&document)
    fillCosts(&document)
    fillServerless(&document)
    return document
  }

  private static func fillReading(_ document: inout Document) {
    var cpp = LanguageCompleteness(language: "cpp")
    (cpp.files, cpp.lines, cpp.codeLines) = (6, 2_160, 1_620)
    (cpp.resolved, cpp.external, cpp.unresolved) = (812, 1_400, 31)
    cpp.modes = ["compile-command": 5, "inferred": 1]
    cpp.causes = [.init(cause: "missing-header", count: 29), .init(cause: "macro", count: 2)]
    document.completeness = [cpp]
    document.unsupported = [UnsupportedEntry(language: "COBOL", files: 2, bytes: 48_000)]
    let place = Place(file: "src/cart/cart.cpp", line: 88)
    let cut = CycleEntry.Breaker(from: 0, to: 1, references: 1, places: [place])
    document.cycles.modules = [
      CycleEntry(members: [0, 1], edges: 2, references: 7, breakers: [cut])
    ]
    document.cycles.files = [
      CycleEntry(
        members: [0, 1, 2], edges: 3, references: 11,
        breakers: [.init(from: 0, to: 2, references: 1, places: [place])])
    ]
    document.diagnostics = [
      DiagnosticEntry(
        severity: "note", code: "mode", message: "include paths are inferred",
        place: "src/util/log.cpp", line: nil),
      DiagnosticEntry(
        severity: "error", code: "missing-header", message: "'gen/version.h' is missing: build it",
        place: "src/orders/order.cpp", line: 4),
    ]
    let applied = DecisionEntry(act: "move", text: "src/a.cpp to cart", line: 3, outcome: "moved")
    let stale = DecisionEntry(act: "pin", text: "src/old.cpp to cart", line: 9, outcome: "no file")
    document.decisions.applied = [applied]
    document.decisions.unmatched = [stale]
  }

  private static func fillBoundaries(_ document: inout Document) {
    let order = Place(file: "src/orders/order.cpp", line: 13)
    let cart = Place(file: "src/cart/cart.cpp", line: 10)
    document.tables = [
      TableEntry(
        name: "orders", store: "table", definedAt: [Place(file: "db/schema.sql", line: 4)],
        readers: [order], writers: [order, cart], references: ["accounts"])
    ]
    document.tables[0].writingBoundaries = ["cart", "orders"]
    document.transactions = [
      TransactionEntry(
        place: Place(file: order.file, line: order.line, through: "close_order"),
        symbol: "Order::place", reads: ["accounts"], writes: ["orders"],
        boundaries: ["cart", "orders"])
    ]
    var report = BoundaryReport()
    report.verdict = SplitVerdict(
      verdict: "keep", reason: "2,160 lines are less than a service is worth",
      figures: [Figure("lines", 2_160), Figure("modularity", 0.4137)])
    report.boundaries = [
      BoundaryEntry(
        id: "orders", name: "orders", vocabulary: ["order", "place", "report"], lines: 1_450,
        members: [
          member(2, "calls 'place'", "firm"), member(3, "same folder", "open", other: "cart"),
        ],
        exposes: [
          .init(symbol: "Order::place", kind: "method", place: order, references: 1, from: ["cart"])
        ],
        tables: .init(owns: [], shares: ["orders"], reads: ["accounts"]), entryPoints: [order],
        stability: 0.91),
      BoundaryEntry(
        id: "cart", name: "cart", vocabulary: ["cart", "item"], lines: 470,
        members: [
          member(0, "uses 'cart_items'", "firm"), member(1, "header of cart.cpp", "likely"),
        ],
        exposes: [
          .init(symbol: "Cart::add", kind: "method", place: cart, references: 6, from: ["orders"])
        ],
        tables: .init(owns: ["cart_items"], shares: ["orders"], reads: []), entryPoints: [],
        stability: 0.46),
    ]
    report.boundaries[0].decisions = ["accept orders"]
    report.crossings = [
      CrossingEntry(
        from: "cart", to: "orders", kinds: ["call": 1], count: 1, symbols: ["Order::place"],
        places: [cart]),
      CrossingEntry(
        from: "orders", to: "cart", kinds: ["call": 4, "include": 1, "probable-call": 1], count: 6,
        symbols: ["Cart::add"], places: [order]),
    ]
    report.shared = [
      SharedEntry(
        file: 4, label: "@shared", reason: "used by 2 of 2 boundaries", users: ["cart", "orders"])
    ]
    report.method = [
      Figure("resolution", 1), Figure("seeds", 20), Figure("spread", 0.02, unit: "Q"),
    ]
    document.boundaries = report
  }

  private static func fillServerless(_ document: inout Document) {
    let place = Place(file: "src/orders/report.cpp", line: 20)
    var nightly = ServerlessEntry(
      id: "nightly", place: place, symbol: "nightly", kind: "schedule", verdict: "function",
      declaredAt: [Place(file: "src/orders/report.cpp", line: 19)],
      declaration: "@trigger schedule cron=\"0 3 * * *\"")
    nightly.score = 82
    nightly.reasons = [.init(id: "F2", text: "runs 30 times a month", places: [place])]
    nightly.blockers = [
      .init(id: "B7", text: "writes a local file", places: [place], hint: "write to a bucket")
    ]
    nightly.whatIf = "function without B7"
    nightly.needs = ["duration measurement"]
    var lost = ServerlessEntry(
      id: "lost", place: Place(file: "deploy/crontab", line: 2), symbol: "", kind: "direct",
      verdict: "undeclared", declaredAt: [], declaration: "")
    lost.mode = "always-on"
    document.serverless.findings = [lost, nightly]
    document.serverless.implied = [
      ImpliedEntry(kind: "timer", place: place, symbol: "tick", text: "setitimer")
    ]
  }
}
