import Basics
package import ReportModel

/// What a decision would change, for people.
package enum WhatIfText {
  package static func render(_ report: WhatIfReport, _ options: TextOptions) -> String {
    let report = report.named
    var page = TextPage(options)
    let change = report.pointsAfter - report.pointsBefore
    let style: TextStyle = change < 0 ? .good : change > 0 ? .bad : .plain
    page.line(
      "\(report.act, .strong): \(report.fileCount.counted("file")) would change place", indent: 0)
    guard report.fileCount > 0 else {
      page.line("nothing else would change", indent: 2)
      return page.text
    }
    page.line(
      "the cuts would take about \(report.pointsAfter.fixed(0)) points instead of"
        + " \(report.pointsBefore.fixed(0)): \(signed(change), style)")
    parts(report, &page)
    crossings(report, &page)
    tables(report, &page)
    transactions(report, &page)
    circles(report, &page)
    along(report, &page)
    return page.text
  }

  private static func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + value.fixed(0)
  }

  private static func signed(_ value: Int) -> String { (value > 0 ? "+" : "") + value.grouped }

  private static func parts(_ report: WhatIfReport, _ page: inout TextPage) {
    page.heading("Cost of all cuts")
    page.table(
      [
        .init(title: "part"), .init(title: "before", isNumber: true),
        .init(title: "after", isNumber: true), .init(title: "change", isNumber: true),
        .init(title: "points", isNumber: true),
      ],
      report.parts.map { part in
        [
          StyledText(part.part), "\(part.before)", "\(part.after)",
          StyledText(part.before == part.after ? "" : signed(part.after - part.before)),
          StyledText(
            part.before == part.after ? "" : signed(part.pointsAfter - part.pointsBefore)),
        ]
      })
  }

  private static func crossings(_ report: WhatIfReport, _ page: inout TextPage) {
    guard !report.crossings.isEmpty else { return }
    page.heading("Crossings")
    page.list(report.crossings, more: "--format json lists all") { crossing in
      let places = crossing.places.isEmpty ? "" : "; see " + crossing.places.summary()
      return "\(crossing.from, .strong) uses \(crossing.to, .strong): \(crossing.before) to"
        + " \(crossing.after) references\(places)"
    }
  }

  private static func tables(_ report: WhatIfReport, _ page: inout TextPage) {
    guard !report.tables.isEmpty else { return }
    page.heading("Tables")
    page.list(report.tables, more: "--format json lists all") { table in
      let (old, new) = (table.ownerBefore ?? "nobody", table.ownerAfter ?? "nobody")
      let owner = old == new ? "stays with \(old)" : "goes from \(old) to \(new)"
      let several = table.writersAfter.count > 1 && table.writersAfter != table.writersBefore
      return "\(table.table, .strong) \(owner), \(table.foreignBefore) to \(table.foreignAfter)"
        + " accesses by others"
        + (several ? ", \("written by \(table.writersAfter.joined(separator: ", "))", .bad)" : "")
    }
  }

  private static func transactions(_ report: WhatIfReport, _ page: inout TextPage) {
    guard !report.transactions.isEmpty else { return }
    page.heading("Transactions")
    page.list(report.transactions, more: "--format json lists all") { transaction in
      let verb: StyledText =
        transaction.becomesSplit
        ? "\("would be split", .bad) between \(transaction.ownersAfter.joined(separator: ", "))"
        : "\("would be whole again", .good)"
      return "\(transaction.symbol, .strong) " + verb + " (\(transaction.place.text))"
    }
  }

  private static func circles(_ report: WhatIfReport, _ page: inout TextPage) {
    guard !report.newCycles.isEmpty || !report.endedCycles.isEmpty else { return }
    page.heading("Circles of boundaries")
    for cycle in report.newCycles {
      let change =
        cycle.grownBy.isEmpty ? "new" : "grown by " + cycle.grownBy.joined(separator: ", ")
      page.line(
        "\(change, .bad): \(cycle.members.joined(separator: ", ")); the weakest link is"
          + " \(cycle.from) to \(cycle.to), \(cycle.references.counted("reference")):"
          + " \(cycle.places.summary())")
    }
    for members in report.endedCycles {
      page.line("\("ended", .good): \(members.joined(separator: ", "))")
    }
  }

  private static func along(_ report: WhatIfReport, _ page: inout TextPage) {
    guard !report.along.isEmpty else { return }
    page.heading("Should go along")
    for companion in report.along {
      page.line(
        "\(companion.file, .strong) of \(companion.boundary): \(companion.there.counted("reference"))"
          + " there, \(companion.here.grouped) here")
      page.command(
        "cleave decide move \(ShellWord.pattern(companion.file)) \(ShellWord.quoted(companion.to))",
        "take it along", indent: 4)
    }
  }
}
