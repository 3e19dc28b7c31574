import Basics
package import ReportModel

/// Findings as a comment of a pull request, short: what is new in full, the rest as numbers.
package enum CheckMarkdown {
  /// A comment may have 65,536 characters.
  private static let rows = 100

  package static func render(_ report: CheckReport) -> String {
    let new = report.new
    let against = report.base.map { " against " + SafeName.code($0) } ?? ""
    var out =
      "### cleave: \(new.isEmpty ? "no new findings" : new.count.counted("new finding"))\(against)\n\n"
    if !new.isEmpty {
      out += "| | rule | where | what |\n| --- | --- | --- | --- |\n"
      for finding in new.prefix(rows) { out += row(finding.named(report.names), report.prefix) }
      if new.count > rows { out += "\n… and \((new.count - rows).grouped) more.\n" }
      out += "\n"
    }
    out +=
      "\(report.known.grouped) known, \(report.stale.count.grouped) stale. Judged"
      + " \(report.judged.counted("file")) of"
      + " \(CheckText.boundaries(report)).\n"
    if !report.stale.isEmpty {
      out += "\n<details><summary>Stale entries of the baseline</summary>\n\n"
      for entry in report.stale.prefix(rows) {
        out += "- line \(entry.line): \(SafeName.code(entry.text))\n"
      }
      out += "\n</details>\n"
    }
    for note in report.notes { out += "\n> " + SafeName.code(note) + "\n" }
    return out
  }

  private static func row(_ finding: CheckFinding, _ prefix: String) -> String {
    let place = finding.places.first.map { prefix + $0.text } ?? finding.subject
    let more = finding.count > 1 ? " and \((finding.count - 1).grouped) more" : ""
    let sides = finding.boundaries.map(SafeName.code)
    let what: String =
      switch finding.rule {
      case "crossing":
        "\(sides[0]) uses \(SafeName.code(finding.object)) of \(sides[1]):"
          + " \(finding.kinds.joined(separator: ", "))"
      case "data-crossing":
        "\(sides[0]) reads \(SafeName.code(finding.object)) of \(sides[1])"
      case "second-writer":
        "\(sides[0]) writes \(SafeName.code(finding.object)) of \(sides[1])"
      default: sides.joined(separator: ", ") + " depend on each other in a circle"
      }
    let mark = finding.severity == "error" ? "❌" : "⚠️"
    return "| \(mark) | \(finding.rule) | \(SafeName.code(place))\(more) | \(what) |\n"
  }
}
