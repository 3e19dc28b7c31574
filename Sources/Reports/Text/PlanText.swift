import Basics
package import ReportModel

/// The order of extraction for people.
package enum PlanText {
  package static func render(_ report: PlanReport, _ options: TextOptions) -> String {
    let report = report.named
    var page = TextPage(options)
    page.line("\(report.name, .strong): order of extraction", indent: 0)
    for note in report.notes { page.line("\("note", .doubtful): \(note)") }
    if report.steps.count > 1 { table(report.steps, &page) }
    if !report.preparation.isEmpty {
      page.heading("Before the first cut")
      for line in report.preparation { page.line("\(line)") }
    }
    for step in report.steps { add(step, &page) }
    if let core = report.core {
      page.heading("At the end")
      page.line("\(core, .strong) is left as the core")
    }
    return page.text
  }

  private static func table(_ steps: [PlanStep], _ page: inout TextPage) {
    page.gap()
    page.table(
      [
        .init(title: "#", isNumber: true), .init(title: "boundary", most: 24), .init(title: ""),
        .init(title: "files", isNumber: true), .init(title: "lines", isNumber: true),
        .init(title: "points", isNumber: true), .init(title: "effort"),
      ],
      steps.map { step in
        [
          "\(step.number)", StyledText(step.boundary, .strong),
          step.isDecided ? "\("✓", .good)" : "", "\(step.files)",
          "\(step.lines)", StyledText((step.points + step.pointsToServices).fixed(0)),
          StyledText(step.effort),
        ]
      })
    if steps.contains(where: \.isDecided) {
      page.line("\("✓ decided by people, the others are suggestions", .faint)")
    }
  }

  private static func add(_ step: PlanStep, _ page: inout TextPage) {
    page.heading("\(step.number). \(step.boundary)")
    page.line("\(PlanWords.title(step))")
    page.line("why now: \(step.reason)")
    for circle in step.circles {
      page.line(
        "\("first end", .bad) \(circle.from) to \(circle.to), which closes a circle:"
          + " \(circle.references.counted("reference")), \(circle.places.summary(2))")
    }
    for seam in step.seams where seam.points > 0 { add(seam, &page) }
    if !step.data.isEmpty {
      page.line("\("data", .strong)")
      page.list(step.data, indent: 4, more: "--format json lists all") { table in
        "\(table.table, .strong): \(PlanWords.text(table))"
      }
    }
    for transaction in step.transactions.prefix(5) {
      page.line(
        "\("split transaction", .bad): \(transaction.symbol) (\(transaction.place.text)):"
          + " \(PlanWords.owners(transaction))")
    }
    if step.transactions.count > 5 {
      page.line("\("… and \((step.transactions.count - 5).grouped) more transactions", .faint)")
    }
    page.line("tests: \(PlanWords.text(step.tests))")
  }

  private static func add(_ seam: PlanSeam, _ page: inout TextPage) {
    page.line(
      "\(seam.direction, .strong) \(seam.other)\(seam.isService ? " (a service by then)" : ""):"
        + " \(PlanWords.contracts(seam)); \(seam.points.fixed(0)) points")
    for operation in page.shown(seam.operations).prefix(8) {
      page.line(
        "\(operation.signature ?? operation.symbol)"
          + "  \("\(operation.place.text), \(operation.references.grouped)×", .faint)", indent: 6)
    }
    let rest = seam.operationCount - min(8, page.shown(seam.operations).count)
    if rest > 0 { page.line("\("… and \(rest.grouped) more operations", .faint)", indent: 6) }
  }
}

/// The order of extraction as a page of Markdown.
package enum PlanMarkdown {
  package static func render(_ report: PlanReport) -> String {
    let report = report.named
    var out = "# Order of extraction: \(SafeName.code(report.name))\n"
    for note in report.notes { out += "\n> \(SafeName.code(note))\n" }
    if !report.preparation.isEmpty {
      out += "\n## Before the first cut\n\n"
      for line in report.preparation { out += "- [ ] \(SafeName.code(line))\n" }
    }
    if !report.steps.isEmpty {
      out += "\n## Steps\n\n| # | boundary | effort | lines | points | tables | tests |\n"
      out += "| --- | --- | --- | --- | --- | --- | --- |\n"
      for step in report.steps {
        out +=
          "| \(step.number) | \(SafeName.code(step.boundary)) | \(step.effort) |"
          + " \(step.lines.grouped) | \((step.points + step.pointsToServices).fixed(0)) |"
          + " \(step.data.count { $0.action != "foreign" }) | \(step.tests.count.grouped) |\n"
      }
    }
    for step in report.steps { out += section(step) }
    if let core = report.core {
      out += "\n## At the end\n\n\(SafeName.code(core)) is left as the core.\n"
    }
    return out
  }

  private static func section(_ step: PlanStep) -> String {
    var out = "\n## \(step.number). \(SafeName.code(step.boundary))\n\n"
    out += "\(PlanWords.title(step)). Why now: \(step.reason).\n"
    for circle in step.circles {
      out +=
        "\n- [ ] first end \(SafeName.code(circle.from)) to \(SafeName.code(circle.to)), which closes"
        + " a circle: \(circle.references.counted("reference")),"
        + " \(SafeName.code(circle.places.summary(2)))\n"
    }
    for seam in step.seams where seam.points > 0 {
      out +=
        "\n### \(seam.direction) \(SafeName.code(seam.other))\n\n\(PlanWords.contracts(seam));"
        + " \(seam.points.fixed(0)) points.\n"
      if !seam.operations.isEmpty { out += "\n| operation | where | uses |\n| --- | --- | --- |\n" }
      for operation in seam.operations {
        out +=
          "| \(SafeName.code(operation.signature ?? operation.symbol)) |"
          + " \(SafeName.code(operation.place.text)) | \(operation.references.grouped) |\n"
      }
    }
    if !step.data.isEmpty {
      out += "\n### Data\n\n"
      for table in step.data {
        out += "- [ ] \(SafeName.code(table.table)): \(SafeName.code(PlanWords.text(table)))\n"
      }
    }
    for transaction in step.transactions {
      out +=
        "- [ ] split transaction \(SafeName.code(transaction.symbol)):"
        + " \(SafeName.code(PlanWords.owners(transaction)))\n"
    }
    return out + "\nTests: \(SafeName.code(PlanWords.text(step.tests))).\n"
  }
}

/// What both forms of a plan say alike.
enum PlanWords {
  static func title(_ step: PlanStep) -> String {
    "\(step.effort) effort: \(step.files.counted("file")), \(step.lines.counted("line")),"
      + " \((step.points + step.pointsToServices).fixed(0)) points"
  }

  static func contracts(_ seam: PlanSeam) -> String {
    let parts = seam.contracts.filter { $0.items > 0 }.map { contract in
      "\(contract.contract) \(contract.items.grouped)"
    }
    return parts.isEmpty ? "imports only" : parts.joined(separator: ", ")
  }

  static func text(_ table: PlanTable) -> String {
    let head =
      switch table.action {
      case "move": "moves along, nobody else uses it"
      case "shared":
        "moves along; \(table.users.joined(separator: ", "))"
          + " \(table.users.count == 1 ? "uses" : "use") it as well"
      default: "of \(table.owner ?? "nobody")"
      }
    let places = table.places.isEmpty ? "" : " (\(table.places.summary(2)))"
    return ([head] + table.text).joined(separator: "; ") + places
  }

  static func owners(_ transaction: SplitTransactionEntry) -> String {
    transaction.writes.map { "\($0.table) of \($0.owner)" }.joined(separator: ", ")
  }

  static func text(_ tests: PlanTests) -> String {
    let files = tests.files.prefix(3).joined(separator: ", ")
    let first =
      tests.count == 0
      ? "none refers to it" : "\(tests.count.counted("file")) of tests, such as \(files)"
    return first + "; \(tests.uncovered.counted("file")) that no test refers to"
  }
}
