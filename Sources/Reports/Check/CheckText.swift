import Basics
package import ReportModel

/// The findings of a check for people.
package enum CheckText {
  package static func render(_ report: CheckReport, _ options: TextOptions) -> String {
    // A finding is one line, as of a compiler: other programs read it as well.
    var wide = options
    wide.width = 1 << 20
    var page = TextPage(wide)
    for finding in report.new { add(finding, &page) }
    if !report.stale.isEmpty {
      page.gap()
      page.line(
        "\("stale", .doubtful): \(report.stale.count.counted("entry", "entries")) of the baseline"
          + " that nothing fits any more; --write-baseline drops them", indent: 0)
      page.list(report.stale, more: "--format json lists all") { entry in
        "line \(entry.line): \(SafeName.plain(entry.text))"
      }
    }
    for note in report.notes {
      page.gap()
      page.line("\("note", .faint): \(SafeName.plain(note))", indent: 0)
    }
    page.gap()
    page.line(summary(report), indent: 0)
    if !report.new.isEmpty, report.known == 0, report.base == nil {
      page.line(
        "\("next", .faint): --base REV takes what REV has for known, --write-baseline all of it",
        indent: 0)
    }
    return page.text
  }

  private static func add(_ finding: CheckFinding, _ page: inout TextPage) {
    let place = finding.places.first?.text ?? finding.subject
    let isError = finding.severity == "error"
    page.line(
      "\(SafeName.lineStart(place), .strong): \(finding.severity, isError ? .bad : .doubtful):"
        + " \(SafeName.plain(finding.message)) \("[\(finding.rule)]", .faint)", indent: 0)
    let first = finding.places.first?.file
    let more = finding.places.dropFirst().prefix(3).map {
      $0.file == first && $0.line > 0 ? "\($0.line)" : $0.text
    }
    if !more.isEmpty {
      let rest = finding.count - more.count - 1
      page.line(
        "also \(SafeName.plain(more.joined(separator: ", ")))"
          + (rest > 0 ? " and \(rest.grouped) more" : ""), indent: 4)
    }
    if let reason = finding.reason {
      page.line("was known in part: \(SafeName.plain(reason))", indent: 4)
    }
  }

  /// Numbers of new, known and stale findings, and what was looked at.
  static func summary(_ report: CheckReport) -> StyledText {
    let new = report.new.count
    let against = report.base.map { " against " + SafeName.plain($0) } ?? ""
    return "\(new == 0 ? "no new findings" : new.counted("new finding"), .strong)\(against),"
      + " \(report.known) known, \(report.stale.count) stale; judged"
      + " \(report.judged.counted("file")) of \(boundaries(report)),"
      + " \((report.files - report.judged).grouped) without a decision left alone"
  }

  /// Those that were decided on, and those that only files were moved to.
  static func boundaries(_ report: CheckReport) -> String {
    let decided = report.boundaries.counted("decided boundary", "decided boundaries")
    guard let entered = report.entered else { return decided }
    return decided + " and \(entered.grouped) that only files were put into"
  }
}
