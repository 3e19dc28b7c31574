import Basics
package import ReportModel

/// What changed between two documents, for people; nothing at all where nothing did.
package enum DifferenceText {
  package static func render(_ report: DifferenceReport, _ options: TextOptions) -> String {
    if report.isEmpty { return "" }
    let report = report.named
    var page = TextPage(options)
    page.line(
      "\(SafeName.plain(report.old), .strong) to \(SafeName.plain(report.new), .strong)", indent: 0)
    figures(report, &page)
    files(report.files, &page)
    dependencies(report, &page)
    boundaries(report, &page)
    crossings(report, &page)
    tables(report, &page)
    verdicts(report, &page)
    if !report.decisions.isEmpty {
      page.heading("Decisions that hold no more")
      for text in report.decisions { page.line("\(text)") }
    }
    return page.text
  }

  private static let more = "--format json lists all"

  private static func figures(_ report: DifferenceReport, _ page: inout TextPage) {
    if let verdict = report.verdict {
      page.line("the verdict for the whole: \(verdict.old) became \(verdict.new, .strong)")
    }
    if let points = report.points {
      let without = report.without.map { ", both without \($0)" } ?? ""
      page.line("points of all cuts: \(points.old) became \(points.new, .strong)\(without)")
    }
  }

  private static func files(_ files: DifferenceReport.FileChanges, _ page: inout TextPage) {
    guard files != .init() else { return }
    page.heading("Files")
    let counts = [
      (files.added.count, "added"), (files.removed.count, "removed"),
      (files.renamed.count, "renamed"),
    ]
    page.line(
      StyledText(
        counts.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ")))
    page.list(files.renamed.filter { $0.likeness < 1 }, more: more) { file in
      "\(file.old) is \(file.new, .strong) now, \((file.likeness * 100).fixed(0)) % alike"
    }
  }

  private static func dependencies(_ report: DifferenceReport, _ page: inout TextPage) {
    let added = report.dependencies.filter { $0.change == "added" }
    let removed = report.dependencies.filter { $0.change == "removed" }
    if !added.isEmpty || !removed.isEmpty {
      page.heading("Dependencies of modules")
      page.list(added, more: more) { edge in
        "\("+", .bad) \(edge.from, .strong) uses \(edge.to, .strong): \(edge.places.summary())"
      }
      page.list(removed, more: more) { edge in
        "\("−", .good) \(edge.from, .strong) uses \(edge.to, .strong) no more"
      }
    }
    guard !report.cycles.isEmpty else { return }
    page.heading("Circles of modules")
    page.list(report.cycles, more: more) { circle in
      let names = circle.members.prefix(6).joined(separator: ", ")
      let rest = circle.members.count > 6 ? " and \((circle.members.count - 6).grouped) more" : ""
      let difference =
        circle.difference.isEmpty
        ? "" : " by " + circle.difference.prefix(6).joined(separator: ", ")
      let isBad = circle.change == "added" || circle.change == "grown"
      return "\(circle.change + difference, isBad ? .bad : .good): \(names)\(rest)"
    }
  }

  private static func boundaries(_ report: DifferenceReport, _ page: inout TextPage) {
    guard !report.boundaries.isEmpty else { return }
    page.heading("Boundaries")
    page.list(report.boundaries, more: more) { change in
      let name = change.new ?? change.old ?? ""
      let was = change.change == "renamed" ? ", before \(change.old ?? "")" : ""
      return "\(name, .strong) \(change.change)\(was): \(change.filesOld) to"
        + " \(change.filesNew.counted("file"))"
        + moves(change.arrived, "from") + moves(change.left, "to")
    }
  }

  /// The files by the place that they came from, or went to.
  private static func moves(
    _ moves: [DifferenceReport.BoundaryChange.Move], _ word: String
  ) -> StyledText {
    let groups = Dictionary(grouping: moves, by: \.other).sorted {
      $0.value.count != $1.value.count
        ? $0.value.count > $1.value.count : $0.key.precedesBytewise($1.key)
    }
    return groups.prefix(3).reduce("") { text, group in
      let files = group.value.prefix(2).map(\.file).joined(separator: ", ")
      let rest = group.value.count > 2 ? ", …" : ""
      return text + "; \(group.value.count) \(word) \(group.key) (\(files)\(rest))"
    }
  }

  private static func crossings(_ report: DifferenceReport, _ page: inout TextPage) {
    guard !report.crossings.isEmpty else { return }
    page.heading("Crossings")
    page.list(report.crossings, more: more) { crossing in
      let places = crossing.places.isEmpty ? "" : ": " + crossing.places.summary()
      return "\(crossing.from, .strong) uses \(crossing.to, .strong), \(crossing.old) to"
        + " \(crossing.new) references\(places)"
    }
  }

  private static func tables(_ report: DifferenceReport, _ page: inout TextPage) {
    guard !report.tables.isEmpty else { return }
    page.heading("Stored data")
    page.list(report.tables, more: more) { table in
      var text: StyledText = "\(table.table, .strong) \(table.change)"
      let (old, new) = (table.ownerOld ?? "nobody", table.ownerNew ?? "nobody")
      if table.change == "changed", old != new { text = text + ", owner \(old) to \(new)" }
      if table.change == "added", table.ownerNew != nil { text = text + ", owner \(new)" }
      let writers = table.writersNew.filter { !table.writersOld.contains($0) }
      if table.change == "changed", !writers.isEmpty {
        text = text + ", \("written by \(writers.joined(separator: ", ")) as well", .bad)"
      }
      return text
    }
  }

  private static func verdicts(_ report: DifferenceReport, _ page: inout TextPage) {
    guard !report.serverless.isEmpty else { return }
    page.heading("Triggers")
    page.list(report.serverless, more: more) { change in
      let name = change.symbol.isEmpty ? change.place.file : change.symbol
      let verdicts = [change.old, change.new].compactMap { $0 }.joined(separator: " to ")
      return "\(name, .strong) \(change.kind) \(change.change): \(verdicts) (\(change.place.text))"
    }
  }
}
