/// JSON text that is written piece by piece, without a tree of values.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  /// Writes `text` as it stands.
  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func raw(_ other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

  mutating func number(_ value: Int) {
    if value >= 0 && value < 10 {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
      return
    }
    var digits = value.magnitude
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    while digits > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(digits % 10))
      digits /= 10
    }
    bytes[start...].reverse()
  }

  mutating func bool(_ value: Bool) { value ? raw("true") : raw("false") }

  /// A string, escaped as `JSONEncoder` does it without escaped slashes.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0x08: raw("\\b")
      case 0x09: raw("\\t")
      case 0x0a: raw("\\n")
      case 0x0c: raw("\\f")
      case 0x0d: raw("\\r")
      case 0..<0x20:
        raw("\\u00")
        for digit in [byte >> 4, byte & 15] {
          bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Elements between brackets, with commas.
  mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONText, Element) -> Void
  ) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      write(&self, element)
    }
    raw("]")
  }

  mutating func strings(_ values: [String]) { array(values) { $0.string($1) } }

  /// An object of counts, sorted by key.
  mutating func counts(_ counts: [String: Int]) {
    raw("{")
    let sorted = counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (index, entry) in sorted.enumerated() {
      if index > 0 { raw(",") }
      string(entry.key)
      raw(":")
      number(entry.value)
    }
    raw("}")
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
