import Basics
package import ReportModel

/// Findings as commands that GitHub shows beside the code of a pull request.
///
/// GitHub shows ten errors and ten warnings of a step, and counts the rest: new ones come first, the
/// last line sums up. Known findings are not shown.
package enum AnnotationReport {
  package static func render(_ report: CheckReport) -> String {
    var lines = report.new.map { finding in
      let place = finding.places.first
      let file = SafeName.annotationProperty(report.prefix + (place?.file ?? ""))
      let title = SafeName.annotationProperty("cleave: " + finding.rule)
      let position = place.map { "file=\(file),line=\(max(1, $0.line))," } ?? ""
      return "::\(finding.severity == "error" ? "error" : "warning") \(position)title=\(title)::"
        + SafeName.annotation(finding.message)
    }
    for entry in report.stale {
      lines.append(
        "::warning title=cleave%3A stale baseline::"
          + SafeName.annotation("line \(entry.line) of the baseline fits nothing: \(entry.text)"))
    }
    let counts =
      "\(report.new.count) new, \(report.known) known, \(report.stale.count) stale findings"
    lines.append("::notice title=cleave::" + counts)
    return lines.map { $0 + "\n" }.joined()
  }
}
