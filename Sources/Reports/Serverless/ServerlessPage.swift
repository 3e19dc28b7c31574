import Basics
package import ReportModel

/// Everything about one handler: the page that goes into a design review.
package enum ServerlessPage {
  package static func render(_ finding: ServerlessEntry, _ options: TextOptions = .init()) -> String
  {
    var page = TextPage(options)
    page.line(
      "\(finding.title, .strong): \(finding.verdict, ServerlessText.style(finding.verdict))"
        + "\(finding.mode.map { ", " + $0 } ?? "")"
        + "\(finding.score.map { ", score \($0) of 100" } ?? "")", indent: 0)
    page.line("\(finding.id, .faint)", indent: 0)
    declaration(finding, &page)
    grounds(finding, &page)
    data(finding, &page)
    if let outlook = finding.outlook {
      money(outlook, &page)
      answers(outlook, &page)
      wayBack(outlook, &page)
    }
    return page.text
  }

  private static func declaration(_ finding: ServerlessEntry, _ page: inout TextPage) {
    page.heading("What starts it")
    page.line("\(finding.kind, .strong): \(finding.declaration)")
    page.line("declared at \(finding.declaredAt.summary())")
    page.line("code at \(finding.place.text)")
    for line in finding.circumstances { page.line("\(line)") }
    if !finding.unit.isEmpty {
      page.heading("Its unit")
      page.line("deployed together, since they share data or code; one gateway or queue in front")
      page.list(finding.unit, more: "cleave serverless --format json lists all") { "\($0)" }
    }
  }

  private static func grounds(_ finding: ServerlessEntry, _ page: inout TextPage) {
    page.heading("Why")
    for ground in finding.reasons where ground.points == nil {
      page.line(ServerlessText.reason(ground))
    }
    let favours = finding.reasons.filter { ($0.points ?? 0) > 0 }
      .sorted { ($1.points ?? 0, $0.id) < ($0.points ?? 0, $1.id) }
    for ground in favours {
      page.line("\("+\(ground.points ?? 0)", .good) (\(ground.id, .faint)): \(ground.text)")
    }
    let told = Set(finding.reasons.filter { $0.points == nil }.map(\.text))
    let against =
      finding.reasons.filter { ($0.points ?? 0) < 0 }
      + finding.blockers.filter { blocker in
        !told.contains(blocker.text)
          && !finding.reasons.contains { $0.text == blocker.text }
      }
    if !against.isEmpty { page.heading("What stands against it") }
    for ground in against { page.line(ServerlessText.text(ground, "against", .bad)) }
    for ground in finding.warnings { page.line(ServerlessText.text(ground, "mind", .doubtful)) }
    if let whatIf = finding.whatIf {
      page.line("with that solved: \(whatIf, .strong)")
    }
    if !finding.needs.isEmpty {
      page.line("not known: \(finding.needs.joined(separator: ", ")); declare it, or give traces")
    }
  }

  private static func data(_ finding: ServerlessEntry, _ page: inout TextPage) {
    let shared = finding.blockers.filter { $0.id == "B16" }
    page.heading("Data")
    if finding.owns.isEmpty, shared.isEmpty {
      page.line("writes no table that is known")
    }
    if !finding.owns.isEmpty { page.line("owns \(finding.owns.joined(separator: ", "))") }
    for ground in shared { page.line("shares: \(ground.text)") }
  }

  private static func money(_ outlook: ServerlessEntry.Outlook, _ page: inout TextPage) {
    page.heading("Money")
    guard let cost = outlook.cost else {
      page.line("\(outlook.platform): its machines are paid for anyway")
      return
    }
    page.line("\(outlook.platform): \(Amount.money(cost.perMillion)) a million events")
    if let month = cost.month {
      page.line("at its rate: \(Amount.money(month)) a month, with what is free")
    } else {
      page.line("its rate is not known")
    }
    let count = cost.containers > 1 ? "\(cost.containers) times " : ""
    page.line("instead, \(count)\(cost.container): \(Amount.money(cost.always)) a month")
    page.line(ServerlessText.breakEven(cost))
    page.line("\("prices of \(cost.checked.joined(separator: " and "))", .faint)")
  }

  private static func answers(_ outlook: ServerlessEntry.Outlook, _ page: inout TextPage) {
    page.heading("First answer")
    guard let start = outlook.coldStart else {
      page.line("nothing was measured for its language at this provider")
      return
    }
    let bound = start.packageSize == nil ? "at least " : ""
    page.line("\(bound)\(Int(start.milliseconds.rounded())) ms where no instance waits")
    if let size = start.packageSize {
      page.line("of which much is for \(Int(size)) MB of libraries")
    } else {
      page.line("an empty function of its language; its own libraries come on top")
    }
    if let share = start.share {
      page.line("met by \(Amount.percent(share)) of its events, at most")
    }
    page.line("\("measured \(start.checked)", .faint)")
  }

  private static func wayBack(_ outlook: ServerlessEntry.Outlook, _ page: inout TextPage) {
    page.heading("Ways out")
    let equivalents = outlook.equivalents.map { "\($0.provider) (\($0.service))" }
    page.line(
      "its trigger exists at \(outlook.equivalents.count) of \(outlook.providers) providers: \(equivalents.joined(separator: ", "))"
    )
    page.line("testing: \(outlook.test)")
    page.line("events may come twice: what it does must be safe to repeat")
    if !outlook.services.isEmpty {
      let services = outlook.services.map { "\($0.service) (\($0.provider))" }
      page.line("instead of code of your own: \(services.joined(separator: ", "))")
    }
    page.line("\("tables of \(outlook.version)", .faint)")
  }
}
