import ReportModel

/// Documents made by hand, from empty to tangled.
enum Fixtures {
  static let empty = Document(tool: "1.0", name: "nothing")

  static let documents: [(name: String, document: Document)] = [
    ("empty", empty), ("single", single), ("shop", shop), ("nasty", nasty),
  ]

  static var single: Document {
    var document = Document(tool: "1.0", name: "single")
    document.files = [file("main.c", module: 0, boundary: "main", lines: 12)]
    document.modules = [
      ModuleEntry(id: "module:.", label: ".", kind: "folder", files: 1, lines: 12)
    ]
    return document
  }

  static func file(
    _ path: String, module: Int, boundary: String, lines: Int, role: String = "production"
  ) -> FileEntry {
    var file = FileEntry(path: path, language: "cpp", role: role)
    file.lines = lines
    file.codeLines = lines * 3 / 4
    file.module = module
    file.boundary = boundary
    file.mode = "compile-command"
    return file
  }

  static func edge(_ from: Int, _ to: Int, _ kinds: [(String, [Int])]) -> EdgeEntry {
    EdgeEntry(
      from: from, to: to,
      evidence: kinds.map { EdgeEntry.Evidence(kind: $0.0, lines: $0.1) })
  }

  /// Names that tear badly written output apart.
  static let nastyNames = [
    "a\"b.c", "back\\slash.c", "trailing\\", "new\nline.c", "tab\there.c", "esc\u{1B}[31m.c",
    "<b>bold</b>&amp;.c", "{a|b}.c", "\\N\\G.c", "%s%d.c", "$(id).c", "it's.c", "#;--.c",
    "é\u{301}ñ漢字🙂.c", "nul\u{0}.c", "c1\u{85}.c", "-n", "->", "graph", "]];}", "*[x]?.c",
    "end subgraph", "``` .c",
  ]

  static var nasty: Document {
    var document = Document(tool: "1.0", name: "na\"st\\y\n\u{1B}]0;x\u{7}")
    let names = nastyNames.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    document.files = names.map { file($0, module: 0, boundary: "b\t\($0)", lines: 3) }
    document.modules = [
      ModuleEntry(id: "module:\"\n", label: "m\"\n", kind: "folder", files: names.count, lines: 9)
    ]
    document.edges = names.indices.dropFirst().map { edge($0 - 1, $0, [("call", [1, 2])]) }
    let place = Place(file: names[0], line: 1)
    document.boundaries.boundaries = names.enumerated().map { index, name in
      BoundaryEntry(
        id: "b\t\(name)", name: name, vocabulary: [name], lines: 3,
        members: [member(index, "because \(name)", "open", other: "x'y\n")],
        exposes: [], tables: .init(owns: [name], shares: [], reads: []), entryPoints: [place],
        stability: 0.4)
    }
    document.boundaries.costs.crossings = names.map {
      CrossingCostEntry(
        from: $0, to: $0, points: 1, imports: 0,
        contracts: [
          .init(
            contract: "call", items: 1, references: 1, accesses: 0, points: 1, examples: [$0],
            places: [place])
        ])
    }
    document.tables = names.map {
      TableEntry(
        name: $0, store: "table", definedAt: [], readers: [], writers: [place], references: [])
    }
    document.tables[0].ownership = OwnershipEntry(
      owner: names[0], reason: names[0],
      parties: [
        .init(
          boundary: names[0], reads: 1, writes: 0, maps: false, readPlaces: [place],
          writePlaces: [])
      ], purity: nil, finding: "written-by-shared",
      ways: [.init(way: "call-owner", points: 1, text: names[0], figures: [])], transactions: [])
    document.serverless.findings = names.map {
      ServerlessEntry(
        id: $0, place: Place(file: $0, line: 2), symbol: $0, kind: "http", verdict: "inherit",
        declaredAt: [place], declaration: "@trigger \($0)")
    }
    document.diagnostics = names.map {
      DiagnosticEntry(severity: "warning", code: "x", message: $0, place: $0, line: 1)
    }
    return document
  }

  static func member(
    _ file: Int, _ reason: String, _ confidence: String, other: String? = nil
  ) -> BoundaryEntry.MemberEntry {
    .init(
      file: file, reason: reason, confidence: confidence, stability: 0.75, inside: 12,
      alternative: other, alternativeReferences: other == nil ? 0 : 7,
      evidence: [Place(file: "src/cart/cart.cpp", line: 40)])
  }
}
