/// Writes a compact little-endian byte stream: LEB128 integers, length-prefixed strings.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Starts with room for `capacity` bytes.
  package init(capacity: Int) { bytes.reserveCapacity(capacity) }

  package mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Non-negative integers only; negative ones go through `write(signed:)`.
  package mutating func write(_ value: Int) { write(UInt64(value)) }
  package mutating func write(_ value: UInt32) { write(UInt64(value)) }
  package mutating func write(_ value: UInt8) { bytes.append(value) }
  package mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// ZigZag, so that small negative numbers stay short.
  package mutating func write(signed value: Int) {
    write(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))))
  }

  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Bytes without a length before them.
  package mutating func write(raw data: some Collection<UInt8>) { bytes.append(contentsOf: data) }

  package mutating func write(_ data: [UInt8]) {
    write(data.count)
    bytes.append(contentsOf: data)
  }

  package mutating func write(_ digest: Digest) {
    withUnsafeBytes(of: digest.high.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: digest.low.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }
}

/// The stream ended early or held a value that its type does not have: stale or damaged data.
package struct ByteReaderError: Error, Sendable, Equatable {
  package var offset: Int

  package init(offset: Int) { self.offset = offset }
}

/// Reads what ``ByteWriter`` wrote. Never traps on damaged data: every read may throw.
package struct ByteReader: Sendable {
  @usableFromInline internal let bytes: [UInt8]
  package var offset: Int { position }
  @usableFromInline internal var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { position >= bytes.count }

  /// Number of bytes not read yet.
  package var remaining: Int { bytes.count - position }

  @inlinable package mutating func readUInt64() throws(ByteReaderError) -> UInt64 {
    guard position < bytes.count else { throw ByteReaderError(offset: position) }
    let first = bytes[position]
    position += 1
    return first < 0x80 ? UInt64(first) : try readRest(of: first)
  }

  @usableFromInline
  internal mutating func readRest(of first: UInt8) throws(ByteReaderError) -> UInt64 {
    var value = UInt64(first & 0x7f)
    var shift: UInt64 = 7
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw ByteReaderError(offset: position)
  }

  package mutating func readInt() throws(ByteReaderError) -> Int {
    guard let value = Int(exactly: try readUInt64()) else {
      throw ByteReaderError(offset: position)
    }
    return value
  }

  /// A count of things that each take at least `size` bytes, so that damaged data cannot ask for more
  /// memory than its own length warrants.
  package mutating func readCount(ofAtLeast size: Int = 1) throws(ByteReaderError) -> Int {
    let count = try readInt()
    guard count <= remaining / size else { throw ByteReaderError(offset: position) }
    return count
  }

  package mutating func readUInt32() throws(ByteReaderError) -> UInt32 {
    guard let value = UInt32(exactly: try readUInt64()) else {
      throw ByteReaderError(offset: position)
    }
    return value
  }

  @inlinable package mutating func readUInt8() throws(ByteReaderError) -> UInt8 {
    guard position < bytes.count else { throw ByteReaderError(offset: position) }
    defer { position += 1 }
    return bytes[position]
  }

  package mutating func readBool() throws(ByteReaderError) -> Bool {
    switch try readUInt8() {
    case 0: return false
    case 1: return true
    default: throw ByteReaderError(offset: position)
    }
  }

  @inlinable package mutating func readSigned() throws(ByteReaderError) -> Int {
    let raw = Int64(bitPattern: try readUInt64())
    return Int((raw >> 1) & Int64.max) ^ -Int(raw & 1)
  }

  /// Text; bytes that are not UTF-8 are damage.
  package mutating func readString() throws(ByteReaderError) -> String {
    try readString(utf8Count: try readInt())
  }

  /// Text of a known length.
  package mutating func readString(utf8Count count: Int) throws(ByteReaderError) -> String {
    guard count <= remaining else { throw ByteReaderError(offset: position) }
    let range = position..<(position + count)
    let text = bytes.withUnsafeBufferPointer { String(validating: $0[range], as: UTF8.self) }
    guard let text else { throw ByteReaderError(offset: position) }
    position = range.upperBound
    return text
  }

  package mutating func readOptionalString() throws(ByteReaderError) -> String? {
    try readBool() ? try readString() : nil
  }

  package mutating func readBytes() throws(ByteReaderError) -> [UInt8] {
    Array(bytes[try readRange()])
  }

  package mutating func readDigest() throws(ByteReaderError) -> Digest {
    Digest(high: try readFixed(), low: try readFixed())
  }

  private mutating func readRange() throws(ByteReaderError) -> Range<Int> {
    let count = try readInt()
    guard count <= remaining else { throw ByteReaderError(offset: position) }
    defer { position += count }
    return position..<(position + count)
  }

  private mutating func readFixed() throws(ByteReaderError) -> UInt64 {
    guard remaining >= 8 else { throw ByteReaderError(offset: position) }
    defer { position += 8 }
    return (0..<8).reduce(0) { $0 | UInt64(bytes[position + $1]) << UInt64($1 * 8) }
  }
}
