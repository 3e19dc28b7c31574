import Basics
import Foundation
package import ReportModel

/// Findings as SARIF 2.1.0 (OASIS), within what GitHub's code scanning takes.
///
/// One run, at most 5,000 results, new ones first; fingerprints hold no lines. Known findings are
/// there as `unchanged` and suppressed, with the reason that the baseline has for them.
package enum SarifReport {
  /// Code scanning keeps so many results of a run.
  static let resultLimit = 5000

  package static func render(_ report: CheckReport) throws -> String {
    let shown = report.findings.prefix(resultLimit)
    var run = Run(
      tool: Tool(
        driver: Driver(
          name: "cleave", semanticVersion: report.tool,
          rules: CheckRule.all.map { rule in
            Rule(
              id: rule.id, shortDescription: Message(rule.title),
              fullDescription: Message(rule.help),
              help: Message(rule.help), properties: RuleProperties(tags: ["architecture"]))
          })),
      results: shown.map { result($0, report.prefix) })
    var notes = report.notes
    if report.findings.count > shown.count {
      notes.append("\(report.findings.count - shown.count) more findings are left out")
    }
    run.invocations = [
      Invocation(
        executionSuccessful: true,
        toolExecutionNotifications: notes.map {
          Notification(level: "note", message: Message(SafeName.sarif($0)))
        })
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Log(runs: [run])), as: UTF8.self) + "\n"
  }

  private static func result(_ finding: CheckFinding, _ prefix: String) -> Result {
    let places = finding.places.isEmpty ? [Place(file: finding.subject, line: 1)] : finding.places
    let locations = places.map { place in
      Location(
        physicalLocation: PhysicalLocation(
          artifactLocation: Artifact(uri: SafeName.uri(prefix + place.file)),
          region: Region(startLine: max(1, place.line))))
    }
    return Result(
      ruleId: finding.rule, ruleIndex: CheckRule.all.firstIndex { $0.id == finding.rule } ?? 0,
      level: finding.severity == "error" ? "error" : "warning",
      message: Message(SafeName.sarif(finding.message)), locations: [locations[0]],
      relatedLocations: Array(locations.dropFirst()),
      partialFingerprints: ["cleaveFinding/v1": finding.fingerprint],
      baselineState: finding.state == "new" ? "new" : "unchanged",
      suppressions: finding.state == "new"
        ? []
        : [Suppression(kind: "external", justification: SafeName.sarif(finding.reason ?? "known"))])
  }

  // MARK: The parts of the format that are used

  private struct Log: Encodable {
    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  private struct Run: Encodable {
    var tool: Tool
    var results: [Result]
    var invocations: [Invocation] = []
    var columnKind = "utf16CodeUnits"
  }

  private struct Tool: Encodable { var driver: Driver }

  private struct Driver: Encodable {
    var name: String
    var semanticVersion: String
    var rules: [Rule]
  }

  private struct Rule: Encodable {
    var id: String
    var shortDescription: Message
    var fullDescription: Message
    var help: Message
    var properties: RuleProperties
  }

  private struct RuleProperties: Encodable { var tags: [String] }

  private struct Message: Encodable {
    var text: String

    init(_ text: String) { self.text = text }
  }

  private struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [Location]
    var relatedLocations: [Location]
    var partialFingerprints: [String: String]
    var baselineState: String
    var suppressions: [Suppression]
  }

  private struct Location: Encodable { var physicalLocation: PhysicalLocation }

  private struct PhysicalLocation: Encodable {
    var artifactLocation: Artifact
    var region: Region
  }

  private struct Artifact: Encodable { var uri: String }

  private struct Region: Encodable { var startLine: Int }

  private struct Suppression: Encodable {
    var kind: String
    var justification: String
  }

  private struct Invocation: Encodable {
    var executionSuccessful: Bool
    var toolExecutionNotifications: [Notification]
  }

  private struct Notification: Encodable {
    var level: String
    var message: Message
  }
}
