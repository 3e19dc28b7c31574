import Basics
package import ReportModel

/// Measures of a partition for people, with what they are worth.
package enum MetricsText {
  package static func render(_ report: MetricsReport, _ options: TextOptions) -> String {
    var page = TextPage(options)
    page.line("\(report.name, .strong): measures of \(report.partition.source)", indent: 0)
    partition(report.partition, &page)
    page.heading("Measures")
    page.table(columns, report.measures.map(row))
    page.gap()
    page.line(
      """
      \("Figures of the structure alone: they say nothing of how right the services are, and each can be gamed. One giant service has ICP 0, as the column shows; so read them beside k, the sizes and the coverage.", .faint)
      """)
    for caution in report.cautions { page.line("\("caution", .doubtful): \(caution)") }
    missing(report.measures, &page)
    services(report.services, &page)
    tables(report.tables, &page)
    page.heading("How they are counted")
    for measure in report.measures { page.line("\(measure.title, .strong): \(measure.variant)") }
    return page.text
  }

  private static func partition(_ partition: MeasuredPartition, _ page: inout TextPage) {
    page.heading("Partition")
    let sizes = partition.sizes.prefix(20).map(\.grouped).joined(separator: ", ")
    let more = partition.sizes.count > 20 ? ", …" : ""
    page.line(
      "k: \(partition.services.counted("service"), .strong)"
        + "\(sizes.isEmpty ? "" : " of " + sizes + more + " files")")
    page.line(
      "coverage: \(partition.placedProduction) of \(partition.production.counted("production file"))"
        + " in a service"
        + "\(partition.placed > partition.placedProduction ? ", and \((partition.placed - partition.placedProduction).counted("other file"))" : "")"
    )
    page.line("dependencies: \(ends(partition.dependencies))")
    page.line("calls: \(ends(partition.calls))")
    guard partition.missing > 0 else { return }
    page.line(
      "\("not in the document", .bad): \(partition.missing.counted("file")) of the partition, such"
        + " as \(partition.missingFiles.prefix(3).joined(separator: ", "))")
  }

  private static func ends(_ counts: EndCounts) -> String {
    "\(counts.inside.grouped) inside services, \(counts.between.grouped) between them,"
      + " \(counts.outside.grouped) from or to production code in none, which no measure counts"
  }

  private static let columns = [
    TextPage.Column(title: "measure"), .init(title: "value", isNumber: true),
    .init(title: "better"), .init(title: "one service", isNumber: true),
    .init(title: "each file alone", isNumber: true),
  ]

  private static func row(_ measure: MeasureEntry) -> [StyledText] {
    let values = [measure.value, measure.oneService, measure.singleFiles]
    // Counts, not shares.
    let areWhole =
      values.allSatisfy { $0.map { $0 == $0.rounded() } ?? true }
      && values.contains { $0.map { $0 > 1 } ?? false }
    let texts = values.map { $0.map { $0.fixed(areWhole ? 0 : 3) } ?? "–" }
    return [
      StyledText(measure.title), StyledText(texts[0], .strong), StyledText(measure.better, .faint),
      StyledText(texts[1], .faint), StyledText(texts[2], .faint),
    ]
  }

  /// Measures without a value, those with one reason together.
  private static func missing(_ measures: [MeasureEntry], _ page: inout TextPage) {
    var reasons: [String] = []
    for measure in measures {
      if let reason = measure.missing, !reasons.contains(reason) { reasons.append(reason) }
    }
    for reason in reasons {
      let titles = measures.filter { $0.missing == reason }.map(\.title)
      page.line("\("no value", .doubtful): \(titles.joined(separator: ", ")): \(reason)")
    }
  }

  private static func services(_ services: [ServiceMeasures], _ page: inout TextPage) {
    guard !services.isEmpty else { return }
    page.heading("Services")
    let shown = page.shown(services)
    page.table(
      [
        .init(title: "service"), .init(title: "files", isNumber: true),
        .init(title: "lines", isNumber: true), .init(title: "μ/N²", isNumber: true),
        .init(title: "CF", isNumber: true), .init(title: "calls inside", isNumber: true),
        .init(title: "in", isNumber: true), .init(title: "out", isNumber: true),
        .init(title: "OPN", isNumber: true), .init(title: "CHM", isNumber: true),
        .init(title: "CHD", isNumber: true),
      ],
      shown.map { service in
        [
          StyledText(service.name, .strong), "\(service.files)", "\(service.lines)",
          StyledText(service.cohesion.fixed(3)), StyledText(service.factor.fixed(2)),
          "\(service.calls.inside)", "\(service.calls.entering)", "\(service.calls.leaving)",
          StyledText(service.operations?.grouped ?? "–"),
          StyledText(service.messageCohesion?.fixed(2) ?? "–"),
          StyledText(service.domainCohesion?.fixed(2) ?? "–"),
        ]
      })
    page.rest(of: services, shown: shown.count, more: "cleave metrics --format json lists all")
  }

  private static func tables(_ tables: [TableMeasure], _ page: inout TextPage) {
    guard !tables.isEmpty else { return }
    page.heading("Tables")
    let mixed = tables.enumerated().filter { $0.element.services.count > 1 }
      .sorted { ($0.element.purity, $0.offset) < ($1.element.purity, $1.offset) }.map(\.element)
    page.line(
      "\((tables.count - mixed.count).grouped) of \(tables.count.counted("table")) used by one"
        + " service alone")
    page.list(mixed, more: "cleave metrics --format json lists all") { table in
      let users = table.services.map { "\($0.service) \($0.accesses.grouped)" }
      return "\(table.name, .strong): purity \(table.purity.fixed(2)):"
        + " \(users.joined(separator: ", "))"
    }
  }
}
