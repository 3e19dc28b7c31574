import Basics
package import ReportModel

/// Two partitions side by side, for people.
package enum ComparisonText {
  package static func render(_ report: ComparisonReport, _ options: TextOptions) -> String {
    var page = TextPage(options)
    page.heading("Compared")
    side("A", report.a, &page)
    side("B", report.b, &page)
    page.line(
      "\(report.common.counted("file")) known to both, \(report.agreeing.grouped) of them in the"
        + " same place")
    agreement(report, &page)
    counterparts(report, &page)
    moves(report, &page)
    return page.text
  }

  private static func side(
    _ letter: String, _ side: ComparedPartition, _ page: inout TextPage
  ) {
    let sizes = side.sizes.prefix(20).map(\.grouped).joined(separator: ", ")
    page.line(
      "\(letter, .strong): \(side.name), a \(side.kind):"
        + " \(side.placed) of \(side.files.counted("file")) in \(side.services.counted("service"))"
        + "\(sizes.isEmpty ? "" : " of " + sizes)\(side.sizes.count > 20 ? ", …" : "")")
    guard side.alone > 0 else { return }
    page.line(
      "\("only in \(letter)", .doubtful): \(side.alone.counted("file")) of its services, such as"
        + " \(side.aloneFiles.prefix(3).joined(separator: ", "))", indent: 4)
  }

  private static func agreement(_ report: ComparisonReport, _ page: inout TextPage) {
    page.heading("Agreement")
    page.table(columns, report.rows.map(row))
    page.gap()
    page.line(
      "a2a over all files of services on either side: "
        + "\(report.architectureSimilarity.fixed(1), .strong)")
    if let shared = report.shared {
      page.line(
        "shared code of B, told by A: precision \(shared.precision.fixed(2)), recall"
          + " \(shared.recall.fixed(2)), F1 \(shared.f1.fixed(2)) (all files called shared:"
          + " \(shared.f1OfAll.fixed(2))), balanced accuracy \(shared.balancedAccuracy.fixed(2))")
    }
    page.line(
      """
      \("In each row the second side is the reference, over the files that both know: its files in no service are left out, those of the first are one cluster. ARI: 1 is the same, 0 is chance; in brackets the range that holds 95 % of resamplings of the files. c2c: share of the clusters of A, and of B, that one of the other matches by two thirds. a2a of a random partition is about 80.", .faint)
      """)
  }

  private static let columns = [
    TextPage.Column(title: ""), .init(title: "files", isNumber: true),
    .init(title: "k", isNumber: true), .init(title: "ARI", isNumber: true),
    .init(title: "", isNumber: true), .init(title: "MoJoFM", isNumber: true),
    .init(title: "a2a", isNumber: true), .init(title: "c2c A", isNumber: true),
    .init(title: "c2c B", isNumber: true),
  ]

  private static func row(_ row: EvaluationRow) -> [StyledText] {
    let isForth = row.method.hasPrefix("A")
    let coverage = row.coverage.first
    let (own, other) = (coverage?.clusters ?? 0, coverage?.services ?? 0)
    return [
      StyledText(row.method), StyledText(row.sizes.reduce(0, +).grouped),
      StyledText(row.clusters.grouped), StyledText(row.adjustedRandIndex.fixed(2), .strong),
      StyledText("[\(row.low.fixed(2)), \(row.high.fixed(2))]", .faint),
      StyledText(row.moJoFM.fixed(1)), StyledText(row.architectureSimilarity.fixed(1)),
      StyledText(percent(isForth ? own : other)), StyledText(percent(isForth ? other : own)),
    ]
  }

  private static func percent(_ share: Double) -> String { (share * 100).fixed(0) + " %" }

  private static func counterparts(_ report: ComparisonReport, _ page: inout TextPage) {
    guard !report.counterparts.isEmpty else { return }
    page.heading("Services side by side")
    let shown = page.shown(report.counterparts)
    page.table(
      [
        .init(title: "A"), .init(title: "B"), .init(title: "in both", isNumber: true),
        .init(title: "only A", isNumber: true), .init(title: "only B", isNumber: true),
        .init(title: "c2c", isNumber: true),
      ],
      shown.map { pair in
        [
          StyledText(pair.a ?? "–", .strong), StyledText(pair.b ?? "–", .strong),
          "\(pair.common)", "\(pair.onlyA)", "\(pair.onlyB)", StyledText(pair.overlap.fixed(2)),
        ]
      })
    page.rest(
      of: report.counterparts, shown: shown.count, more: "cleave compare --format json lists all")
  }

  private static func moves(_ report: ComparisonReport, _ page: inout TextPage) {
    page.heading("Files that moved")
    guard !report.moves.isEmpty else { return page.line("none") }
    page.list(report.moves, more: "cleave compare --format tsv lists all") { group in
      let files = group.files.prefix(3).joined(separator: ", ")
      let more = group.files.count > 3 ? " and \((group.files.count - 3).grouped) more" : ""
      return "\(group.a, .strong) to \(group.b, .strong): \(group.files.count.counted("file")):"
        + " \(files)\(more)"
    }
  }
}
