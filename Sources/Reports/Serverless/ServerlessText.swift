import Basics
package import ReportModel

/// The declared triggers for people: verdict, reasons, blockers, and what would change it.
package enum ServerlessText {
  package static func render(_ document: Document, _ options: TextOptions = .init()) -> String {
    let report = document.serverless
    var page = TextPage(options)
    page.line("\(document.name, .strong): serverless", indent: 0)
    let flagged = report.findings.lazy.filter { isFlagged($0.verdict) }.handlerCount
    page.gap()
    if report.findings.isEmpty {
      page.line("no trigger is declared, so nothing is flagged")
      page.line("\(howToDeclare, .faint)")
    } else {
      page.line(
        "\(report.findings.count.counted("declared trigger"))\(handlers(report.findings)), \(flagged)"
          + " flagged as function or serverless service")
    }
    unread(document, &page)
    split(report, &page)
    for group in sections(report.findings) { section(group, &page) }
    elsewhere(report.findings.filter(\.symbol.isEmpty), &page)
    implied(report.implied, &page)
    return page.text
  }

  /// Files that declare triggers and cannot be read: what they say is missing here.
  private static func unread(_ document: Document, _ page: inout TextPage) {
    let files = document.diagnostics.filter { $0.code.hasPrefix("malformed-") && $0.place != nil }
    guard !files.isEmpty else { return }
    page.gap()
    page.list(files, more: "cleave analyze lists all") { entry in
      "\("not read", .bad): \(entry.place ?? "")\(entry.line.map { ":\($0)" } ?? ""): \(entry.message)"
    }
  }

  /// What must run on and on, and what is needed only at times: the split that a monolith hides.
  private static func split(_ report: ServerlessReport, _ page: inout TextPage) {
    let rows = SplitRow.rows(report)
    guard !rows.isEmpty else { return }
    page.heading("What runs on and on, and what only at times")
    var last: Need?
    page.table(
      [
        .init(title: "needed"), .init(title: "handlers", isNumber: true), .init(title: "verdict"),
        .init(title: "started by", most: 34), .init(title: "rule"),
      ],
      rows.map { row in
        let need = row.need == last ? "" : row.need.words
        last = row.need
        return [
          StyledText(need), "\(row.findings.handlerCount)",
          StyledText(row.name, style(row.verdict)),
          StyledText(row.kinds.kindSummary), StyledText(row.rules.joined(separator: ", "), .faint),
        ]
      })
    let held = rows.filter { $0.need == .atTimes && $0.verdict == "keep" }.flatMap(\.findings)
    let tables = held.count { $0.blockers.contains { $0.id == "B16" } }
    if tables > 0 {
      page.line(
        "\("shared tables hold back \(tables) of what is needed only at times", .faint)")
    }
  }

  /// Declarations that start code of others: a line each.
  private static func elsewhere(_ findings: [ServerlessEntry], _ page: inout TextPage) {
    guard !findings.isEmpty else { return }
    page.heading("Declared, and no code here")
    page.line("\("builds, images of others, functions that lie elsewhere", .faint)")
    page.list(findings, more: "cleave serverless --format json lists all") {
      "\($0.kind, .strong) at \($0.place.text): \($0.declaration)"
    }
  }

  private static let howToDeclare =
    "declare one in a comment before a function, '@trigger schedule cron=\"0 3 * * *\"',"
    + " or in cleave.yml"

  static func isFlagged(_ verdict: String) -> Bool {
    verdict == "function" || verdict == "serverless-service"
  }

  /// What is flagged first, then what reaches code, then the rest; each in the order of the document.
  static func inOrder(_ findings: [ServerlessEntry]) -> [ServerlessEntry] {
    func rank(_ finding: ServerlessEntry) -> Int {
      isFlagged(finding.verdict) ? 0 : finding.symbol.isEmpty ? 2 : 1
    }
    return findings.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
  }

  static func style(_ verdict: String) -> TextStyle {
    isFlagged(verdict) ? .good : verdict == "undeclared" ? .faint : .doubtful
  }

  /// How many handlers have them, where some have several.
  private static func handlers(_ findings: [ServerlessEntry]) -> String {
    let reached = findings.count { !$0.symbol.isEmpty }
    let handlers = findings.handlerCount
    return reached == handlers ? "" : " of \(handlers.counted("handler"))"
  }

  /// Findings that reach code: those of one handler with one verdict for one reason stand together.
  private static func sections(_ findings: [ServerlessEntry]) -> [[ServerlessEntry]] {
    var sections: [[ServerlessEntry]] = []
    var known: [String: Int] = [:]
    for finding in inOrder(findings) where !finding.symbol.isEmpty {
      let rule = finding.reasons.first { $0.points == nil }?.id ?? ""
      let verdict = "\(finding.verdict)#\(finding.mode ?? "")#\(finding.whatIf ?? "")"
      let key = "\(finding.handler)#\(verdict)#\(rule)"
      if let section = known[key] {
        sections[section].append(finding)
      } else {
        known[key] = sections.count
        sections.append([finding])
      }
    }
    return sections
  }

  private static func section(_ all: [ServerlessEntry], _ page: inout TextPage) {
    let finding = all[0]
    page.heading(finding.title)
    let mode = finding.mode.map { ", " + $0 } ?? ""
    let score = finding.score.map { ", score \($0) of 100" } ?? ""
    page.line(
      "\(finding.verdict, style(finding.verdict))\(mode)\(score): \(finding.kind, .strong)"
        + " at \(finding.place.text)")
    if !finding.declaration.isEmpty {
      page.line("declared at \(finding.declaredAt.summary()): \(finding.declaration)")
    }
    for line in finding.circumstances { page.line("\(line)") }
    for other in all.dropFirst() {
      page.line(
        "started by \(other.kind, .strong) as well, declared at \(other.declaredAt.summary()):"
          + " \(other.declaration)")
    }
    for ground in finding.reasons { page.line(reason(ground), indent: 4) }
    // What decided is not told twice.
    let told = Set(finding.reasons.map(\.text))
    for ground in finding.blockers where !told.contains(ground.text) {
      page.line(text(ground, "against", .bad), indent: 4)
    }
    if let whatIf = finding.whatIf {
      let same = whatIf == finding.verdict ? " all the same" : ""
      page.line("with that solved: \(whatIf)\(same)", indent: 4)
    }
    if !finding.unit.isEmpty {
      page.line(
        "one unit with \((finding.unit.count - 1).counted("other handler")), on data of its own",
        indent: 4)
    }
    if finding.score != nil, let cost = finding.outlook?.cost {
      page.line("\(breakEven(cost))", indent: 4)
    }
    if !finding.needs.isEmpty {
      page.line("to decide better, declare: \(finding.needs.joined(separator: ", "))", indent: 4)
    }
  }

  /// From how many events on a container is cheaper.
  static func breakEven(_ cost: ServerlessEntry.Cost) -> StyledText {
    let assumed =
      cost.assumptions.isEmpty
      ? "" : ", taking " + cost.assumptions.joined(separator: " and ")
    return
      "cheaper than \(cost.container) below \(Amount.rate(cost.breakEvenRate)) events a second"
      + "\(assumed)"
  }

  /// Rules decide the verdict, points speak for or against a function.
  static func reason(_ ground: ServerlessEntry.Ground) -> StyledText {
    guard let points = ground.points else { return text(ground, "because", .strong) }
    return points < 0 ? text(ground, "against", .bad) : text(ground, "for", .good)
  }

  static func text(
    _ ground: ServerlessEntry.Ground, _ side: String, _ style: TextStyle
  ) -> StyledText {
    let places = ground.places.isEmpty ? "" : " (\(ground.places.summary()))"
    let hint = ground.hint.map { "; " + $0 } ?? ""
    return "\(side, style) (\(ground.id, .faint)): \(ground.text)\(places)\(hint)"
  }

  private static func implied(_ entries: [ImpliedEntry], _ page: inout TextPage) {
    guard !entries.isEmpty else { return }
    page.heading("Started by code, not declared")
    page.line("\("reported as what they are, and never flagged", .faint)")
    // What can be done something about comes first.
    let sorted = entries.filter { $0.hint != nil } + entries.filter { $0.hint == nil }
    page.list(sorted, more: "cleave serverless --format json lists all") {
      "\($0.kind, .strong) in \($0.symbol.isEmpty ? "the file" : $0.symbol), \($0.place.text): \($0.text)\($0.hint.map { "; " + $0 } ?? "")"
    }
  }
}

extension ServerlessEntry {
  /// The handler with its type, and the route that leads to it.
  var title: String {
    guard let path = settings.attributes["path"] else { return name }
    let method = settings.attributes["method"].map { $0 + " " } ?? ""
    return "\(name), \(method)\(path)"
  }

  /// The handler with its type, or what stands for it where the declaration reaches no code.
  var name: String {
    guard !symbol.isEmpty else { return "(no handler)" }
    let parts = settings.function.split { ".:\\#".contains($0) }
    return parts.count > 1 && parts.last.map(String.init) == symbol
      ? parts.suffix(2).joined(separator: ".") : symbol
  }

  /// How often a schedule fires, and whether the trigger is on at all, as far as either has to be told.
  var circumstances: [String] {
    var lines: [String] = []
    if kind == "schedule", let period = settings.period, period > 0 {
      let zone = settings.attributes["tz"].map { ", by the clock of \($0)" } ?? ""
      lines.append("fires \(Amount.every(period))\(zone)")
    }
    if settings.attributes["enabled"] == "unknown" {
      lines.append(
        "whether it is on is not known: a condition decides, or nothing makes a part of its type")
    }
    return lines
  }
}
