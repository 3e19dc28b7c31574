package import ReportModel

/// Scores beside those of trivial methods, for people.
package enum EvaluationText {
  package static func render(_ report: EvaluationReport, _ options: TextOptions) -> String {
    var page = TextPage(options)
    reference(report, &page)
    page.heading("Boundaries")
    page.table(columns, report.rows.map(row))
    page.gap()
    page.line(
      """
      \("ARI: 1 is the reference, 0 is chance; in brackets the range that holds 95 % of resamplings of the files. a2a of a random partition is about 80. c2c: share of the services that a cluster matches by two thirds.", .faint)
      """)
    if !report.seeds.isEmpty { seeds(report.seeds, &page) }
    if let first = report.deletions.first {
      let mean = report.deletions.reduce(0, +) / Double(report.deletions.count)
      let runs = (report.deletions.count - 1).counted("time")
      page.line(
        "2 % of the dependencies left out \(runs): suggestions agree with each other by an ARI of"
          + " \(mean.fixed(2)), with the whole graph's by \(first.fixed(2))")
    }
    if let shared = report.shared { self.shared(shared, &page) }
    return page.text
  }

  private static func reference(_ report: EvaluationReport, _ page: inout TextPage) {
    let reference = report.reference
    page.heading("Reference")
    page.line(
      "\(reference.files.counted("row")), \(reference.scored) of them scored, in"
        + " \(reference.services.counted("service"))")
    if !report.hidden.isEmpty {
      page.line("hidden before anything was clustered: \(report.hidden.joined(separator: ", "))")
    }
    guard reference.missing > 0 else { return }
    page.line(
      "\("not found here", .bad): \(reference.missing.counted("scored file")), such as"
        + " \(reference.missingFiles.prefix(3).joined(separator: ", "))")
  }

  private static let columns = [
    TextPage.Column(title: "method"), .init(title: "k", isNumber: true),
    .init(title: "largest", isNumber: true), .init(title: "placed", isNumber: true),
    .init(title: "ARI", isNumber: true), .init(title: "", isNumber: true),
    .init(title: "MoJoFM", isNumber: true), .init(title: "a2a", isNumber: true),
    .init(title: "c2c", isNumber: true),
  ]

  private static func row(_ row: EvaluationRow) -> [StyledText] {
    [
      StyledText(row.method), StyledText(row.clusters.grouped),
      StyledText((row.sizes.first ?? 0).grouped), StyledText(percent(row.placed)),
      StyledText(row.adjustedRandIndex.fixed(2), .strong),
      StyledText("[\(row.low.fixed(2)), \(row.high.fixed(2))]", .faint),
      StyledText(row.moJoFM.fixed(1)), StyledText(row.architectureSimilarity.fixed(1)),
      StyledText(percent(row.coverage.first?.services ?? 0)),
    ]
  }

  private static func percent(_ share: Double) -> String { (share * 100).fixed(0) + " %" }

  private static func seeds(_ scores: [Double], _ page: inout TextPage) {
    let mean = scores.reduce(0, +) / Double(scores.count)
    page.line(
      "ARI over \(scores.count.counted("seed")): mean \(mean.fixed(2)),"
        + " \(scores.min()!.fixed(2)) to \(scores.max()!.fixed(2))")
  }

  private static func shared(_ score: SharedCodeScore, _ page: inout TextPage) {
    page.heading("Shared code")
    page.line(
      "precision \(score.precision.fixed(2)), recall \(score.recall.fixed(2)),"
        + " F1 \(score.f1.fixed(2)) (all files called shared: \(score.f1OfAll.fixed(2))),"
        + " balanced accuracy \(score.balancedAccuracy.fixed(2))")
    page.line(
      "\(score.truePositives) found, \(score.falseNegatives) missed,"
        + " \(score.falsePositives) of services called shared, \(score.trueNegatives) left to them")
  }
}
