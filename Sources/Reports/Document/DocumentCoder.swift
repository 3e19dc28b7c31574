import Foundation
package import ReportModel

/// Writes and reads the document: JSON with sorted keys, equal bytes for equal documents.
package enum DocumentCoder {
  /// The document as UTF-8 with a line end. Linear.
  ///
  /// The bytes are those of Foundation's encoder for the whole. Edges, the bulk of a large document,
  /// are written directly: 1.4 million references take a twentieth of the time and a third of the
  /// memory so.
  package static func encode(_ document: Document) throws -> [UInt8] {
    var json = JSONText()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func write(_ key: StaticString, _ value: some Encodable) throws {
      json.raw(key)
      json.raw(try encoder.encode(value))
    }
    json.raw("{")
    if let beside = document.beside {
      try write("\"beside\":", beside)
      json.raw(",")
    }
    try write("\"boundaries\":", document.boundaries)
    try write(",\"completeness\":", document.completeness)
    try write(",\"cycles\":", document.cycles)
    try write(",\"decisions\":", document.decisions)
    try write(",\"diagnostics\":", document.diagnostics)
    json.raw(",\"edges\":")
    json.edges(document.edges)
    try write(",\"files\":", document.files)
    try write(",\"format\":", document.format)
    try write(",\"modules\":", document.modules)
    try write(",\"name\":", document.name)
    try write(",\"serverless\":", document.serverless)
    if let edges = document.symbolEdges {
      json.raw(",\"symbolEdges\":")
      json.edges(edges)
    }
    if let symbols = document.symbols { try write(",\"symbols\":", symbols) }
    try write(",\"tables\":", document.tables)
    try write(",\"tool\":", document.tool)
    try write(",\"transactions\":", document.transactions)
    try write(",\"unsupported\":", document.unsupported)
    try write(",\"version\":", document.version)
    json.raw("}\n")
    return json.bytes
  }

  /// The document in `bytes`, its indexes checked. Fails with ``DocumentError``. Linear.
  ///
  /// What `encode` has written is read on all cores, its edges directly; a text of another hand goes
  /// the long way.
  package static func decode(_ bytes: [UInt8]) throws -> Document {
    let text = bytes.drop(while: isSpace)
    guard let first = text.first else { throw DocumentError.empty }
    guard first == UInt8(ascii: "{") else {
      throw DocumentError.notADocument("it does not begin with '{'")
    }
    do {
      let split = SplitDocument(bytes)
      let data = Data(split?.rest ?? bytes)
      let header = try JSONDecoder().decode(Header.self, from: data)
      guard header.format == "cleave-document" else {
        throw DocumentError.notADocument("'format' is not 'cleave-document'")
      }
      guard header.version == Document.currentVersion else {
        throw DocumentError.unsupportedVersion(header.version)
      }
      var document = try JSONDecoder().decode(Document.self, from: data)
      if let split, !split.read(into: &document) {
        document = try JSONDecoder().decode(Document.self, from: Data(bytes))
      }
      try DocumentCheck(document: document).run()
      return document
    } catch let error as DecodingError {
      throw isCut(text) ? DocumentError.truncated : .notADocument(explanation(error))
    }
  }

  private struct Header: Decodable {
    var format: String
    var version: Int
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }

  /// Whether the text ends before all of its brackets are closed.
  private static func isCut(_ text: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var isString = false
    var isEscaped = false
    for byte in text {
      if isEscaped {
        isEscaped = false
      } else if isString {
        isEscaped = byte == UInt8(ascii: "\\")
        isString = byte != UInt8(ascii: "\"")
      } else if byte == UInt8(ascii: "\"") {
        isString = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
      }
    }
    return isString || depth > 0
  }

  private static func explanation(_ error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.reduce(into: "") { text, key in
        text += key.intValue.map { "[\($0)]" } ?? (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
    switch error {
    case .keyNotFound(let key, let context):
      let place = path(context)
      return "'\(place.isEmpty ? "" : place + ".")\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "'\(path(context))' has the wrong type"
    case .dataCorrupted(let context):
      let place = path(context)
      return place.isEmpty ? "it is not valid JSON" : "'\(place)' has an invalid value"
    @unknown default:
      return "it is not valid JSON"
    }
  }
}

/// A document that cannot be read.
package enum DocumentError: Error, Equatable, CustomStringConvertible {
  case empty
  /// What is wrong with it.
  case notADocument(String)
  case truncated
  /// It was written by another version of cleave.
  case unsupportedVersion(Int)
  /// An index or a count at this place is out of range.
  case outOfRange(String)

  package var description: String {
    let again = "write it anew with 'cleave analyze --format json'"
    return switch self {
    case .empty: "the document is empty: \(again)"
    case .notADocument(let problem): "this is not a cleave document: \(problem)"
    case .truncated: "the document is truncated: \(again)"
    case .unsupportedVersion(let version):
      "the document has version \(version), and this cleave reads version"
        + " \(Document.currentVersion): \(again)"
    case .outOfRange(let place): "the document is damaged: '\(place)' is out of range"
    }
  }
}
