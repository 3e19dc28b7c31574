/// Reads traces and access logs piece by piece: JSON of OpenTelemetry, Jaeger and Zipkin, and lines in
/// the common and the combined format. Memory is bounded by the longest span or line that is read and
/// by what ``TraceSummary`` keeps.
package struct TraceReader: Sendable {
  private enum Form: Sendable {
    case unknown
    case spans(SpanCutter)
    case lines(LineCutter)
  }

  private var form = Form.unknown
  private var text: [UInt8] = []
  package private(set) var summary = TraceSummary()
  /// Lines or spans that say nothing readable, and the line of the first.
  package private(set) var unreadable = 0
  package private(set) var firstUnreadable = 0

  package init() {}

  package mutating func read(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  /// Takes what has no line end.
  package mutating func finish() { take(UInt8(ascii: "\n")) }

  private mutating func take(_ byte: UInt8) {
    switch form {
    case .unknown:
      if byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 || byte > 0xee { return }
      let isJSON = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
      form = isJSON ? .spans(SpanCutter()) : .lines(LineCutter())
      take(byte)
    case .spans(var cutter):
      form = .unknown  // One owner of the buffer, so that it is not copied.
      let span = cutter.take(byte)
      let line = cutter.line
      form = .spans(cutter)
      if let span { add(span, line) }
    case .lines(var cutter):
      form = .unknown
      let entry = cutter.take(byte)
      let line = cutter.line
      form = .lines(cutter)
      if let entry { addLine(entry, line) }
    }
  }

  private mutating func add(_ span: [UInt8], _ line: Int) {
    guard let record = SpanRecord(span) else { return note(line) }
    // What another service waits for is told by the one that serves it.
    guard record.isServed else { return }
    summary.add(record.operation, time: record.time, length: record.length)
  }

  private mutating func addLine(_ entry: [UInt8], _ line: Int) {
    if entry.allSatisfy({ $0 == 0x20 || $0 == 0x0d }) { return }
    guard let record = AccessLine(entry) else { return note(line) }
    summary.add(record.operation, time: record.time, length: record.length)
  }

  private mutating func note(_ line: Int) {
    if unreadable == 0 { firstUnreadable = line }
    unreadable += 1
  }
}

/// Cuts lines; what is longer than any request is left out.
private struct LineCutter: Sendable {
  private var bytes: [UInt8] = []
  private(set) var line = 0

  private static let longest = 64 << 10

  mutating func take(_ byte: UInt8) -> [UInt8]? {
    guard byte == UInt8(ascii: "\n") else {
      if bytes.count < Self.longest { bytes.append(byte) }
      return nil
    }
    line += 1
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}

/// Cuts the objects that are spans out of JSON without keeping the rest: those in an array under
/// `spans`, and those of an array that is a document or follows another. Strings are followed, nothing
/// else is judged.
private struct SpanCutter: Sendable {
  private struct Container: Sendable {
    var isArray: Bool
    /// Of an array: whether its objects are spans.
    var holdsSpans: Bool
  }

  private var stack: [Container] = []
  private var isInText = false
  private var isEscaped = false
  private var text: [UInt8] = []
  /// The last text before a colon.
  private var key: [UInt8] = []
  /// The span that is being read, and the depth at which it ends.
  private var span: [UInt8] = []
  private var end = -1
  private(set) var line = 1

  private static let longest = 1 << 20
  private static let deepest = 512

  mutating func take(_ byte: UInt8) -> [UInt8]? {
    if byte == UInt8(ascii: "\n") { line += 1 }
    if end >= 0, span.count < Self.longest { span.append(byte) }
    if isInText {
      takeText(byte)
      return nil
    }
    switch byte {
    case UInt8(ascii: "\""):
      isInText = true
      text.removeAll(keepingCapacity: true)
    case UInt8(ascii: ":"): key = text
    case UInt8(ascii: "["): open(isArray: true)
    case UInt8(ascii: "{"):
      if end < 0, let last = stack.last, last.isArray, last.holdsSpans {
        end = stack.count
        span = [byte]
      }
      open(isArray: false)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return close()
    default: break
    }
    return nil
  }

  private mutating func takeText(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInText = false
      return
    }
    if text.count < 32 { text.append(byte) }
  }

  private mutating func open(isArray: Bool) {
    guard stack.count < Self.deepest else { return }
    let holdsSpans =
      isArray && (stack.isEmpty || key.elementsEqual("spans".utf8) || isList)
    stack.append(Container(isArray: isArray, holdsSpans: holdsSpans))
    key.removeAll(keepingCapacity: true)
  }

  /// Whether nothing but arrays is around: Zipkin's traces are arrays of arrays.
  private var isList: Bool { stack.allSatisfy(\.isArray) }

  private mutating func close() -> [UInt8]? {
    if !stack.isEmpty { stack.removeLast() }
    guard end >= 0, stack.count == end else { return nil }
    end = -1
    return span
  }
}
