import Foundation
package import ReportModel

/// Parts of the document as JSON, for the commands that show only them.
///
/// Their shapes are those of the document; indexes lead into the `files` beside them.
package enum DocumentParts {
  /// `files`, `boundaries` and `tables` of the document.
  package static func boundaries(_ document: Document) throws -> String {
    try encode(
      BoundariesPart(
        name: document.name, files: document.files, boundaries: document.boundaries,
        tables: document.tables))
  }

  /// `serverless` of the document.
  package static func serverless(_ document: Document) throws -> String {
    try encode(ServerlessPart(name: document.name, serverless: document.serverless))
  }

  package static func explanation(_ explanation: Explanation) throws -> String {
    try encode(explanation)
  }

  package static func evaluation(_ report: EvaluationReport) throws -> String {
    try encode(report)
  }

  package static func metrics(_ report: MetricsReport) throws -> String { try encode(report) }

  package static func comparison(_ report: ComparisonReport) throws -> String {
    try encode(report)
  }

  /// Without a character that a terminal or a reader would obey: they are escaped.
  static func encodeSafely(_ value: some Encodable) throws -> String {
    let text = try encode(value)
    guard text.utf8.contains(where: { $0 >= 0x7f }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      let isControl = (0x7f...0x9f).contains(scalar.value)
      guard isControl || SafeName.isHidden(scalar), scalar.value < 0x10000 else {
        out.unicodeScalars.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return out
  }

  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  private struct BoundariesPart: Encodable {
    var format = "cleave-boundaries"
    var version = Document.currentVersion
    var name: String
    var files: [FileEntry]
    var boundaries: BoundaryReport
    var tables: [TableEntry]
  }

  private struct ServerlessPart: Encodable {
    var format = "cleave-serverless"
    var version = Document.currentVersion
    var name: String
    var serverless: ServerlessReport
  }
}
