internal import Basics
internal import Foundation
internal import ReportModel

/// A document taken apart, so that its bulky members are read side by side.
struct SplitDocument {
  /// The document with nothing in the bulky members.
  private(set) var rest: [UInt8] = []
  private var parts: [Part] = []

  /// Nil if the text has not the form that ``DocumentCoder/encode(_:)`` gives it.
  init?(_ bytes: [UInt8]) {
    var kept = 0
    for (key, value) in TopLevelMembers(bytes) {
      guard let member = Member(rawValue: key) else { continue }
      guard !parts.contains(where: { $0.member == member }), let nothing = member.nothing
      else { return nil }
      parts.append(Part(member: member, bytes: bytes[value]))
      rest += bytes[kept..<value.lowerBound]
      rest += nothing
      kept = value.upperBound
    }
    guard parts.contains(where: { $0.member == .edges }) else { return nil }
    rest += bytes[kept...]
  }

  /// Puts the bulky members into `document`; false if one of them cannot be read, which the text as a
  /// whole then tells better. Linear, on all cores.
  func read(into document: inout Document) -> Bool {
    let readings = parts.concurrentMap(chunk: 1) { $0.reading() }
    for reading in readings {
      guard let reading else { return false }
      reading(&document)
    }
    return true
  }

  private enum Member: String {
    case boundaries, edges, files, serverless, symbolEdges, tables

    /// What stands for it in the text that is read first.
    var nothing: Data? {
      switch self {
      case .boundaries: try? JSONEncoder().encode(BoundaryReport())
      case .serverless: try? JSONEncoder().encode(ServerlessReport())
      case .edges, .files, .symbolEdges, .tables: Data("[]".utf8)
      }
    }
  }

  private struct Part {
    typealias Reading = @Sendable (inout Document) -> Void

    var member: Member
    var bytes: ArraySlice<UInt8>

    /// Reads it; nil if that fails.
    func reading() -> Reading? {
      switch member {
      case .boundaries: decoded(\.boundaries)
      case .edges: edges { $0.edges = $1 }
      case .files: decoded(\.files)
      case .serverless: decoded(\.serverless)
      case .symbolEdges: edges { $0.symbolEdges = $1 }
      case .tables: decoded(\.tables)
      }
    }

    private func edges(
      _ put: @escaping @Sendable (inout Document, [EdgeEntry]) -> Void
    ) -> Reading? {
      guard let edges = EdgeReader.read(bytes) else { return nil }
      return { put(&$0, edges) }
    }

    private func decoded<Value: Decodable & Sendable>(
      _ path: any WritableKeyPath<Document, Value> & Sendable
    ) -> Reading? {
      guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else { return nil }
      return { $0[keyPath: path] = value }
    }
  }
}

/// The members of the object that a text begins with, as far as it has the form of one.
struct TopLevelMembers: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.first == UInt8(ascii: "{") ? 1 : bytes.count
  }

  /// The next key, as written between its quotes, and where its value stands.
  mutating func next() -> (key: String, value: Range<Int>)? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\""),
      let quote = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\"")),
      quote + 1 < bytes.count, bytes[quote + 1] == UInt8(ascii: ":")
    else { return nil }
    let key = String(decoding: bytes[(position + 1)..<quote], as: UTF8.self)
    let start = quote + 2
    let end = valueEnd(from: start)
    position = end + 1
    return end < bytes.count ? (key, start..<end) : nil
  }

  /// The index of the comma or bracket behind the value.
  private func valueEnd(from start: Int) -> Int {
    var depth = 0
    var isString = false
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if isString {
        if byte == UInt8(ascii: "\\") { index += 1 }
        isString = byte != UInt8(ascii: "\"")
      } else if byte == UInt8(ascii: "\"") {
        isString = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        if depth == 0 { return index }
        depth -= 1
      } else if byte == UInt8(ascii: ","), depth == 0 {
        return index
      }
      index += 1
    }
    return index
  }
}
