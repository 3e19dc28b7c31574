import Basics
import ReportModel

/// Reads edges as ``JSONText/edges(_:)`` writes them, twenty times as fast as `JSONDecoder`.
///
/// It knows that one form of JSON: sorted keys, no white space, no escapes. Whatever else it meets,
/// it gives up, and the caller leaves the text to `JSONDecoder`.
struct EdgeReader {
  private struct Unknown: Error {}

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// The few kinds that there are, by their bytes.
  private var kinds: [ArraySlice<UInt8>: String] = [:]

  /// The edges that `bytes` are, or nil. Read in `parts` pieces of like length side by side.
  static func read(_ bytes: ArraySlice<UInt8>, parts: Int = 8) -> [EdgeEntry]? {
    guard bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]"), bytes.count > 1
    else { return nil }
    let pieces = pieces(bytes.dropFirst().dropLast(), parts).concurrentMap(chunk: 1) { piece in
      var reader = EdgeReader(piece)
      let edges = try? reader.edges()
      return reader.position == piece.endIndex ? edges : nil
    }
    let known = pieces.compactMap(\.self)
    return known.count == pieces.count ? known.flatMap(\.self) : nil
  }

  /// Cuts a list at commas between edges. A text within the list cannot look like the beginning of an
  /// edge: its quotes would be escaped.
  private static func pieces(_ list: ArraySlice<UInt8>, _ parts: Int) -> [ArraySlice<UInt8>] {
    let mark = Array(",{\"evidence\":".utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var rest = list
    while pieces.count < parts - 1, rest.count > mark.count {
      let from = rest.startIndex + rest.count / (parts - pieces.count)
      guard
        let cut = rest[from...].indices.first(where: { rest[$0...].starts(with: mark) })
      else { break }
      pieces.append(rest[..<cut])
      rest = rest[(cut + 1)...]
    }
    return rest.isEmpty ? pieces : pieces + [rest]
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// At least one, with commas between them.
  private mutating func edges() throws(Unknown) -> [EdgeEntry] {
    var edges: [EdgeEntry] = []
    repeat {
      try expect("{\"evidence\":")
      let evidence = try array { reader throws(Unknown) in try reader.evidence() }
      try expect(",\"from\":")
      let from = try number()
      try expect(",\"to\":")
      let to = try number()
      try expect("}")
      edges.append(EdgeEntry(from: from, to: to, evidence: evidence))
    } while accept(",")
    return edges
  }

  private mutating func evidence() throws(Unknown) -> EdgeEntry.Evidence {
    try expect("{")
    var evidence = EdgeEntry.Evidence(kind: "", lines: [])
    if accept("\"conditional\":") {
      evidence.conditional = accept("true")
      if evidence.conditional == false { try expect("false") }
      try expect(",")
    }
    if accept("\"configurations\":") {
      evidence.configurations = try array { reader throws(Unknown) in
        String(decoding: try reader.string(), as: UTF8.self)
      }
      try expect(",")
    }
    if accept("\"file\":") {
      evidence.file = String(decoding: try string(), as: UTF8.self)
      try expect(",")
    }
    try expect("\"kind\":")
    evidence.kind = try kind()
    try expect(",\"lines\":")
    evidence.lines = try array { reader throws(Unknown) in try reader.number() }
    if accept(",\"purpose\":") { evidence.purpose = try kind() }
    try expect("}")
    return evidence
  }

  private mutating func kind() throws(Unknown) -> String {
    let name = try string()
    if let known = kinds[name] { return known }
    let text = String(decoding: name, as: UTF8.self)
    kinds[name] = text
    return text
  }

  private mutating func array<Element>(
    _ element: (inout EdgeReader) throws(Unknown) -> Element
  ) throws(Unknown) -> [Element] {
    try expect("[")
    var elements: [Element] = []
    if accept("]") { return elements }
    repeat { elements.append(try element(&self)) } while accept(",")
    try expect("]")
    return elements
  }

  /// The bytes between quotes; none of them may be escaped.
  private mutating func string() throws(Unknown) -> ArraySlice<UInt8> {
    try expect("\"")
    let start = position
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] != UInt8(ascii: "\\") else { throw Unknown() }
      position += 1
    }
    let text = bytes[start..<position]
    try expect("\"")
    return text
  }

  /// Digits, at most fifteen.
  private mutating func number() throws(Unknown) -> Int {
    let start = position
    var value = 0
    while position < bytes.endIndex, position - start < 16,
      case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10
    {
      value = value * 10 + Int(digit)
      position += 1
    }
    guard position > start, position - start < 16 else { throw Unknown() }
    return value
  }

  private mutating func expect(_ text: StaticString) throws(Unknown) {
    guard accept(text) else { throw Unknown() }
  }

  private mutating func accept(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.endIndex - position >= count else { return false }
    for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] {
      return false
    }
    position += count
    return true
  }
}
