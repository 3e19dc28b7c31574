import Basics
package import ReportModel

/// The candidate services for people: each with its members and their reasons.
package enum BoundaryText {
  package static func render(_ document: Document, _ options: TextOptions = .init()) -> String {
    let ids = document.boundaries.boundaries.map(\.id)
    let document = document.named
    let report = document.boundaries
    var page = TextPage(options)
    page.line("\(document.name, .strong): boundaries", indent: 0)
    page.gap()
    verdict(report.verdict, &page)
    if options.showsCosts {
      CutText.full(document, &page)
      return page.text
    }
    for level in report.levels ?? [] {
      let mark = level.isRecommended ? " (recommended)" : ""
      page.line("\(level.granularity)s: \(level.count)\(mark): \(level.reason)")
    }
    if !report.method.isEmpty {
      page.line("\("how they were found: " + FigureWords.list(report.method), .faint)")
    }
    if !report.boundaries.isEmpty {
      page.gap()
      table(document, &page, more: "they follow below")
    }
    for (id, boundary) in zip(ids, report.boundaries) { section(boundary, id, document, &page) }
    SharedText.render(document, showsFiles: true, &page)
    CutText.short(document, &page)
    return page.text
  }

  /// Whether to split at all, apart from the split that is always given.
  static func verdict(_ verdict: SplitVerdict, _ page: inout TextPage) {
    let isSplit = verdict.verdict == "split"
    let text = isSplit ? "split" : "keep the monolith"
    page.line("verdict: \(text, isSplit ? .good : .doubtful): \(verdict.reason)")
    if let parts = verdict.parts, !parts.isEmpty {
      let what = parts.count == 1 ? "this part only" : "these \(parts.count) parts only"
      page.line("\(what) could stand alone: \(parts.joined(separator: ", "))", indent: 4)
    }
    if !verdict.figures.isEmpty {
      page.line("\(FigureWords.list(verdict.figures), .faint)", indent: 4)
    }
  }

  /// All boundaries, a row each; those that people decided on are marked where there are any.
  static func table(_ document: Document, _ page: inout TextPage, more: String) {
    let all = document.boundaries.boundaries
    let stores = StoreNames(document)
    let shown = page.options.limit.map { max(30, $0) } ?? all.count
    let isAnyDecided = all.contains { $0.decisions?.isEmpty == false }
    var columns: [TextPage.Column] = [
      .init(title: "boundary", most: 24), .init(title: "files", isNumber: true),
      .init(title: "lines", isNumber: true), .init(title: "stability", isNumber: true),
      .init(title: "exposes", isNumber: true), .init(title: "tables"),
    ]
    if isAnyDecided { columns.insert(.init(title: ""), at: 1) }
    page.table(
      columns,
      all.prefix(shown).map { boundary in
        var row = row(boundary, stores)
        if isAnyDecided {
          let isDecided = boundary.decisions?.isEmpty == false
          row.insert(isDecided ? "\("✓", .good)" : "", at: 1)
        }
        return row
      })
    let rest = all.count - shown
    if rest > 0 { page.line("\("… and \(rest.grouped) more: \(more)", .faint)") }
    if isAnyDecided { page.line("\("✓ decided by people, the others are suggestions", .faint)") }
  }

  private static func row(_ boundary: BoundaryEntry, _ stores: StoreNames) -> [StyledText] {
    [
      StyledText(boundary.name.isEmpty ? boundary.id : boundary.name, .strong),
      "\(boundary.members.count)", "\(boundary.lines)",
      StyledText(boundary.stability.fixed(2), stabilityStyle(boundary.stability)),
      "\(boundary.exposedCount ?? boundary.exposes.count)",
      StyledText(tables(boundary.tables, stores)),
    ]
  }

  private static func tables(
    _ tables: BoundaryEntry.TableUse, _ stores: StoreNames
  ) -> String {
    var parts: [String] = []
    if !tables.owns.isEmpty { parts.append(stores.list(tables.owns)) }
    if !tables.shares.isEmpty { parts.append("shares " + stores.list(tables.shares)) }
    if !tables.reads.isEmpty { parts.append("reads " + stores.list(tables.reads)) }
    return parts.joined(separator: "; ")
  }

  static func stabilityStyle(_ stability: Double) -> TextStyle {
    stability >= 0.8 ? .good : stability >= 0.5 ? .doubtful : .bad
  }

  private static func section(
    _ boundary: BoundaryEntry, _ id: String, _ document: Document, _ page: inout TextPage
  ) {
    page.heading(boundary.name.isEmpty ? boundary.id : boundary.name)
    page.line(
      "\(id, .faint): \(boundary.members.count.counted("file")),"
        + " \(boundary.lines.counted("line")), stability"
        + " \(StyledText(boundary.stability.fixed(2), stabilityStyle(boundary.stability)))")
    if let known = boundary.knownShare {
      page.line(
        "\("\((known * 100).floored(0)) % of its references are known", .bad): nothing firm can be"
          + " said of it")
    }
    if !boundary.vocabulary.isEmpty {
      page.line("speaks of: \(boundary.vocabulary.prefix(8).joined(separator: ", "))")
    }
    if let components = boundary.components, !components.isEmpty {
      let shown = components.prefix(8).map { "\($0.name) (\($0.files.count))" }
      let more = components.count > 8 ? " and \(components.count - 8) more" : ""
      page.line("inside: \(shown.joined(separator: ", "))\(more)")
    }
    if let decisions = boundary.decisions, !decisions.isEmpty {
      page.line("formed by decisions: \(decisions.joined(separator: ", "))")
    }
    if !boundary.entryPoints.isEmpty {
      page.line("starts at: \(boundary.entryPoints.summary(5))")
    }
    let tables = tables(boundary.tables, StoreNames(document))
    if !tables.isEmpty { page.line("tables: \(tables)") }
    members(boundary, document, &page)
    exposes(boundary, &page)
    calls(boundary, document, &page)
  }

  private static func members(
    _ boundary: BoundaryEntry, _ document: Document, _ page: inout TextPage
  ) {
    page.line("members")
    let rank = ["open": 0, "likely": 1]
    let sorted = boundary.members.enumerated().sorted {
      (rank[$0.element.confidence] ?? 2, $0.offset) < (rank[$1.element.confidence] ?? 2, $1.offset)
    }.map(\.element)
    page.list(sorted, indent: 4, more: "cleave boundaries --format tsv lists all") { member in
      let style: TextStyle =
        member.confidence == "firm" ? .good : member.confidence == "open" ? .bad : .doubtful
      let evidence = member.evidence.isEmpty ? "" : "; " + member.evidence.summary()
      let other = member.alternative.map {
        "; or \($0) (\(member.alternativeReferences.counted("reference")))"
      }
      return "\(document.files[member.file].path) (\(member.confidence, style)):"
        + " \(member.reason)\(evidence)\(other ?? "")"
    }
  }

  private static func exposes(_ boundary: BoundaryEntry, _ page: inout TextPage) {
    guard !boundary.exposes.isEmpty else { return }
    page.line("exposes")
    page.list(boundary.exposes, indent: 4, more: "cleave boundaries --format json lists all") {
      "\($0.symbol) (\($0.kind, .faint)) at \($0.place.text): \($0.references.counted("reference"))"
        + " from \($0.from.joined(separator: ", "))"
    }
  }

  private static func calls(
    _ boundary: BoundaryEntry, _ document: Document, _ page: inout TextPage
  ) {
    let crossings = document.boundaries.crossings.filter { $0.from == boundary.id }
      .enumerated().sorted { (-$0.element.count, $0.offset) < (-$1.element.count, $1.offset) }
      .map(\.element)
    guard !crossings.isEmpty else { return }
    page.line("uses")
    page.list(crossings, indent: 4, more: "cleave boundaries --format json lists all") {
      let symbols = $0.symbols.isEmpty ? "" : ": " + $0.symbols.prefix(5).joined(separator: ", ")
      return
        "\($0.to, .strong): \($0.count.counted("reference")) (\($0.kinds.kindSummary))\(symbols),"
        + " \($0.places.summary(2), .faint)"
    }
  }
}

/// Names of stores for people, who take them for tables where nothing else is said.
struct StoreNames {
  private var kinds: [String: String] = [:]

  init(_ document: Document) {
    for table in document.tables where table.store != "table" { kinds[table.name] = table.store }
    for table in document.tables where table.store == "table" { kinds[table.name] = nil }
  }

  func list(_ names: [String]) -> String {
    names.map { name in kinds[name].map { "\(name) (\($0))" } ?? name }.joined(separator: ", ")
  }
}
