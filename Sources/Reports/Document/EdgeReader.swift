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

  /// The edges that `bytes` are, or nil.
  static func read(_ bytes: ArraySlice<UInt8>) -> [EdgeEntry]? {
    var reader = EdgeReader(bytes)
    guard let edges = try? reader.edges(), reader.position == bytes.endIndex else { return nil }
    return edges
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  private mutating func edges() throws(Unknown) -> [EdgeEntry] {
    try array { reader throws(Unknown) in
      try reader.expect("{\"evidence\":")
      let evidence = try reader.array { reader throws(Unknown) in try reader.evidence() }
      try reader.expect(",\"from\":")
      let from = try reader.number()
      try reader.expect(",\"to\":")
      let to = try reader.number()
      try reader.expect("}")
      return EdgeEntry(from: from, to: to, evidence: evidence)
    }
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

/// The bulk of a document taken out of its text.
struct EdgeSplit {
  /// The document with empty lists in place of the edges.
  var rest: [UInt8]
  var edges: [EdgeEntry]
  var symbolEdges: [EdgeEntry]?

  /// Nil if the text has not the form that ``DocumentCoder/encode(_:)`` gives it.
  init?(_ bytes: [UInt8]) {
    var found: [(key: [UInt8], value: Range<Int>)] = []
    for member in TopLevelMembers(bytes) where Self.keys.contains(member.key) {
      found.append(member)
    }
    guard found.count == Set(found.map(\.key)).count, found.first?.key == Self.keys[0],
      let edges = EdgeReader.read(bytes[found[0].value])
    else { return nil }
    self.edges = edges
    if found.count > 1 {
      guard let edges = EdgeReader.read(bytes[found[1].value]) else { return nil }
      symbolEdges = edges
    }
    rest = []
    var kept = 0
    for member in found {
      rest += bytes[kept..<member.value.lowerBound]
      rest += Array("[]".utf8)
      kept = member.value.upperBound
    }
    rest += bytes[kept...]
  }

  private static let keys = [Array("edges".utf8), Array("symbolEdges".utf8)]
}

/// The members of the object that a text begins with, as far as it has the form of one.
private struct TopLevelMembers: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.first == UInt8(ascii: "{") ? 1 : bytes.count
  }

  /// The next key, as written between its quotes, and where its value stands.
  mutating func next() -> (key: [UInt8], value: Range<Int>)? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\""),
      let quote = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\"")),
      quote + 1 < bytes.count, bytes[quote + 1] == UInt8(ascii: ":")
    else { return nil }
    let key = Array(bytes[(position + 1)..<quote])
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
