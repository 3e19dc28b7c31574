import Basics
package import ReportModel

/// Findings as the test report that most build servers show: a suite a rule, a case a finding.
///
/// New findings fail, known ones are skipped, and a rule that nothing breaks has one case that passes.
package enum JUnitReport {
  package static func render(_ report: CheckReport) -> String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out +=
      "<testsuites name=\"cleave check\" tests=\"\(tests(report.findings))\" "
      + "failures=\"\(report.new.count)\">\n"
    for rule in CheckRule.all {
      let findings = report.findings.filter { $0.rule == rule.id }
      let new = findings.count { $0.state == "new" }
      out +=
        "  <testsuite name=\"\(SafeName.xml(rule.id))\" tests=\"\(max(1, findings.count))\" "
        + "failures=\"\(new)\" skipped=\"\(findings.count - new)\">\n"
      if findings.isEmpty {
        out += "    <testcase classname=\"cleave.\(rule.id)\" name=\"holds\"/>\n"
      }
      for finding in findings { out += text(finding) }
      out += "  </testsuite>\n"
    }
    return out + "</testsuites>\n"
  }

  private static func tests(_ findings: [CheckFinding]) -> Int {
    let broken = Set(findings.map(\.rule)).count
    return findings.count + CheckRule.all.count - broken
  }

  private static func text(_ finding: CheckFinding) -> String {
    let name = finding.object.isEmpty ? finding.subject : finding.subject + " to " + finding.object
    var out =
      "    <testcase classname=\"cleave.\(finding.rule)\" name=\"\(SafeName.xml(name))\">\n"
    let message = SafeName.xml(finding.message)
    if finding.state == "new" {
      let places = finding.places.map { SafeName.xml($0.text) }.joined(separator: "\n")
      out +=
        "      <failure type=\"\(finding.severity)\" message=\"\(message)\">\(places)</failure>\n"
    } else {
      let reason = SafeName.xml(finding.reason ?? "known")
      out += "      <skipped message=\"\(reason)\"/>\n"
    }
    return out + "    </testcase>\n"
  }
}
