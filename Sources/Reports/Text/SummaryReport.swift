import Basics
package import ReportModel

/// What `cleave analyze` tells people: what was read, how it hangs together, where it may be cut.
package enum SummaryReport {
  package static func render(_ document: Document, _ options: TextOptions = .init()) -> String {
    let document = document.named
    var page = TextPage(options)
    page.line("\(document.name, .strong) \("(cleave \(document.tool))", .faint)", indent: 0)
    read(document, &page)
    boundaries(document, &page)
    structure(document, &page)
    SharedText.render(document, showsFiles: false, &page)
    serverless(document, &page)
    decisions(document, &page)
    diagnostics(document, &page)
    next(document, &page)
    return page.text
  }

  private static func read(_ document: Document, _ page: inout TextPage) {
    page.heading("What was read")
    if document.completeness.isEmpty { page.line("no source file of a supported language") }
    for language in document.completeness { completeness(language, &page) }
    let roles =
      [("test", "test"), ("generated", "generated"), ("vendored", "vendored")]
      + [("tool", "run by a tool")]
    let shares = roles.compactMap { role, words in
      let count = document.files.count { $0.role == role }
      return count > 0 ? "\(count.grouped) \(words)" : nil
    }
    if !shares.isEmpty { page.line("of these files: \(shares.joined(separator: ", "))") }
    lost(document, &page)
    for entry in document.beside ?? [] {
      page.line(
        "\(entry.language, .strong): \(entry.files.counted("file")) beside the code,"
          + " \(entry.speaking.grouped) of them with something to say of it")
    }
    for entry in document.unsupported {
      page.line(
        "\("not read", .doubtful): \(entry.language), \(entry.files.counted("file")),"
          + "\(" " + entry.bytes.asBytes)")
    }
  }

  /// What should have been read and was not: the facts are not all that there are.
  private static func lost(_ document: Document, _ page: inout TextPage) {
    var counts: [String: Set<String>] = [:]
    // An error in a file that was read all the same is told with its language.
    let known = Set(document.files.lazy.filter { $0.mode != "none" }.map(\.path))
    for entry in document.diagnostics where entry.severity == "error" {
      guard let place = entry.place, !known.contains(place) else { continue }
      counts[entry.code, default: []].insert(place)
    }
    guard !counts.isEmpty else { return }
    let causes = counts.sorted {
      $0.value.count != $1.value.count
        ? $0.value.count > $1.value.count : $0.key.precedesBytewise($1.key)
    }.map { "\($0.key) \($0.value.count.grouped)" }
    let places = counts.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    page.line(
      "\("without facts", .bad): \(places.count.counted("file or folder", "files or folders"))"
        + " (\(causes.joined(separator: ", "))), see the diagnostics")
  }

  private static func completeness(_ language: LanguageCompleteness, _ page: inout TextPage) {
    page.line(
      "\(language.language, .strong): \(language.files.counted("file")),"
        + " \(language.lines.counted("line")), \(language.codeLines) of them code")
    let total = language.resolved + language.external + language.unresolved
    if total > 0 {
      let share = Double(language.resolved + language.external) * 100 / Double(total)
      let style: TextStyle = share >= 98 ? .good : share >= 90 ? .doubtful : .bad
      page.line(
        "references: \("\(share.floored(1)) % known", style) (\(language.resolved) inside,"
          + " \(language.external) external, \(language.unresolved) unresolved)",
        indent: 4)
    }
    if let apart = language.apart {
      page.line("\(apart.counted("generated or vendored file")) not counted in these", indent: 4)
    }
    if !language.modes.isEmpty { page.line("read by: \(language.modes.kindSummary)", indent: 4) }
    if !language.causes.isEmpty {
      let causes = language.causes.prefix(5).map { "\($0.cause) \($0.count.grouped)" }
      page.line("missing because of: \(causes.joined(separator: ", "))", indent: 4)
    }
  }

  private static func structure(_ document: Document, _ page: inout TextPage) {
    page.heading("Modules and cycles")
    page.line(
      "\(document.modules.count.counted("module")), \(document.files.count.counted("file")),"
        + " \(document.edges.count.counted("dependency", "dependencies")) between files")
    if document.cycles.modules.isEmpty { page.line("\("no cycle", .good) among modules") }
    for cycle in document.cycles.modules.prefix(5) { self.cycle(cycle, document, &page) }
    let rest = document.cycles.modules.count - 5
    if rest > 0 { page.line("\("… and \(rest.counted("more cycle"))", .faint)") }
    let files = document.cycles.files
    if !files.isEmpty {
      let largest = files.map(\.members.count).max() ?? 0
      page.line(
        "\(files.count.counted("cycle")) among files, the largest of"
          + " \(largest.counted("file"))")
    }
  }

  /// Edges of a cycle that a summary names: whoever wants to cut them needs all, and looks there.
  private static let edgeLimit = 3

  private static func cycle(
    _ cycle: CycleEntry, _ document: Document, _ page: inout TextPage
  ) {
    let cut = cycle.breakers.reduce(0) { $0 + $1.references }
    page.line(
      "\("a cycle of \(cycle.members.count.counted("module"))", .doubtful) with"
        + " \(cycle.edges.counted("edge")); cut \(cycle.breakers.count.counted("edge"))"
        + " (\(cut) of \(cycle.references.counted("reference"))) to break it:")
    let more = "cleave graph --level module shows them in red"
    let most = page.options.limit == nil ? cycle.breakers.count : edgeLimit
    page.list(Array(cycle.breakers.prefix(most)), indent: 4, more: more) {
      let (from, to) = (document.modules[$0.from].label, document.modules[$0.to].label)
      return
        "\(from) -> \(to): \($0.references.counted("reference")),"
        + " \($0.places.summary(2), .faint)"
    }
    let rest = cycle.breakers.count - most
    if rest > 0 { page.line("\("… and \(rest.grouped) more: \(more)", .faint)", indent: 4) }
  }

  private static func boundaries(_ document: Document, _ page: inout TextPage) {
    let report = document.boundaries
    page.heading("Boundaries")
    BoundaryText.verdict(report.verdict, &page)
    guard !report.boundaries.isEmpty else {
      page.line("no candidate boundary")
      return
    }
    page.gap()
    BoundaryText.table(document, &page, more: "cleave boundaries lists them")
  }

  private static func serverless(_ document: Document, _ page: inout TextPage) {
    let report = document.serverless
    page.heading("Serverless")
    if report.findings.isEmpty { page.line("no trigger is declared, so nothing is flagged") }
    let flagged = report.findings.filter { ServerlessText.isFlagged($0.verdict) }
    page.list(flagged, more: "cleave serverless lists all") { finding in
      StyledText(finding.verdict, ServerlessText.style(finding.verdict))
        + ": \(finding.name) (\(finding.kind, .faint)) at \(finding.place.text)"
    }
    let rest = report.findings.filter { !ServerlessText.isFlagged($0.verdict) }
    if !rest.isEmpty {
      let counts = Dictionary(grouping: rest, by: \.verdict).mapValues(\.count)
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.value.grouped) \($0.key)" }
      page.line(
        "\(rest.count.counted("declared trigger")) not flagged (\(counts.joined(separator: ", "))):"
          + " cleave serverless tells why")
    }
    if !report.implied.isEmpty {
      page.line(
        "\(report.implied.count.counted("timer, watch or loop", "timers, watches and loops"))"
          + " in code, not declared and not flagged")
    }
  }

  private static func decisions(_ document: Document, _ page: inout TextPage) {
    let report = document.decisions
    if report.applied.isEmpty && report.unmatched.isEmpty && report.contradictions.isEmpty {
      return
    }
    page.heading("Decisions")
    page.line("\(report.applied.count) applied")
    for entry in report.unmatched { page.line(entry.line("matches nothing any more")) }
    for entry in report.contradictions { page.line(entry.line("contradicts another")) }
  }

  /// The worst first, among equals those of production code; one line for all of a kind in a file.
  private static func diagnostics(_ document: Document, _ page: inout TextPage) {
    guard !document.diagnostics.isEmpty else { return }
    page.heading("Diagnostics")
    page.list(DiagnosticGroup.groups(of: document), more: "cleave analyze --format json lists all")
    { group in
      let entry = group.first
      let style: TextStyle =
        entry.severity == "error" ? .bad : entry.severity == "warning" ? .doubtful : .faint
      let place = entry.place.map { Place(file: $0, line: entry.line ?? 0).text + ": " } ?? ""
      let more = group.count > 1 ? ", and \(group.count - 1) more of the kind in this file" : ""
      return "\(entry.severity, style): \(place)\(entry.message)\(more)"
    }
  }

  private static func next(_ document: Document, _ page: inout TextPage) {
    guard !document.files.isEmpty else { return }
    page.heading("Next")
    let steps = [
      ("cleave graph | dot -Tsvg -o graph.svg", "the picture of the modules"),
      ("cleave boundaries", "members of each boundary, with reasons"),
      ("cleave review", "open questions first, and how to decide them"),
    ]
    for (command, purpose) in steps { page.command(command, purpose) }
  }
}

/// Diagnostics of one kind in one file.
private struct DiagnosticGroup {
  var first: DiagnosticEntry
  var count: Int

  private struct Kind: Hashable {
    var severity: String
    var code: String
    var place: String?
  }

  private static let severities = ["error": 0, "warning": 1]
  private static let roles = ["test": 1, "generated": 1, "vendored": 2]

  static func groups(of document: Document) -> [DiagnosticGroup] {
    var groups: [DiagnosticGroup] = []
    var known: [Kind: Int] = [:]
    for entry in document.diagnostics {
      let kind = Kind(severity: entry.severity, code: entry.code, place: entry.place)
      if let index = known[kind], entry.place != nil {
        groups[index].count += 1
      } else {
        known[kind] = groups.count
        groups.append(DiagnosticGroup(first: entry, count: 1))
      }
    }
    let roles = Dictionary(
      document.files.map { ($0.path, Self.roles[$0.role] ?? 0) }, uniquingKeysWith: min)
    let ranks = groups.map { group in
      (severities[group.first.severity] ?? 2, group.first.place.flatMap { roles[$0] } ?? 0)
    }
    return groups.indices.sorted {
      ranks[$0] != ranks[$1] ? ranks[$0] < ranks[$1] : $0 < $1
    }.map { groups[$0] }
  }
}

extension DecisionEntry {
  func line(_ problem: String) -> StyledText {
    let place = line.map { " (line \($0))" } ?? ""
    return "\(problem, .doubtful): \(text)\(place)\(outcome.isEmpty ? "" : ": " + outcome)"
  }
}

extension Int {
  /// With the unit of bytes that leaves at most four digits.
  var asBytes: String {
    if self < 10_000 { return "\(self) B" }
    return self < 10_000_000 ? "\(self / 1000) kB" : "\((self / 1_000_000).grouped) MB"
  }
}

extension Double {
  /// With `digits` decimals, rounded down, so that 100 means all.
  func floored(_ digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    return ((self * scale).rounded(.down) / scale).fixed(digits)
  }
}
