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
