/// Writes a compact little-endian byte stream: LEB128 integers, length-prefixed strings.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
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
}

/// Reads what ``ByteWriter`` wrote. Never traps on damaged data: every read may throw.
package struct ByteReader: Sendable {
  private let bytes: [UInt8]
  package private(set) var offset = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { offset >= bytes.count }

  package mutating func readUInt64() throws(ByteReaderError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw ByteReaderError(offset: offset)
  }

  package mutating func readInt() throws(ByteReaderError) -> Int {
    guard let value = Int(exactly: try readUInt64()) else { throw ByteReaderError(offset: offset) }
    return value
  }

  /// A count of things that each take at least one byte, so that damaged data cannot ask for more
  /// memory than it has bytes.
  package mutating func readCount() throws(ByteReaderError) -> Int {
    let count = try readInt()
    guard count <= bytes.count - offset else { throw ByteReaderError(offset: offset) }
    return count
  }

  package mutating func readUInt32() throws(ByteReaderError) -> UInt32 {
    guard let value = UInt32(exactly: try readUInt64()) else {
      throw ByteReaderError(offset: offset)
    }
    return value
  }

  package mutating func readUInt8() throws(ByteReaderError) -> UInt8 {
    guard offset < bytes.count else { throw ByteReaderError(offset: offset) }
    defer { offset += 1 }
    return bytes[offset]
  }

  package mutating func readBool() throws(ByteReaderError) -> Bool { try readUInt8() != 0 }

  package mutating func readSigned() throws(ByteReaderError) -> Int {
    let raw = Int64(bitPattern: try readUInt64())
    return Int((raw >> 1) & Int64.max) ^ -Int(raw & 1)
  }

  package mutating func readString() throws(ByteReaderError) -> String {
    let range = try readRange()
    return bytes.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
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
    guard count <= bytes.count - offset else { throw ByteReaderError(offset: offset) }
    defer { offset += count }
    return offset..<(offset + count)
  }

  private mutating func readFixed() throws(ByteReaderError) -> UInt64 {
    guard bytes.count - offset >= 8 else { throw ByteReaderError(offset: offset) }
    defer { offset += 8 }
    return (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64($1 * 8) }
  }
}
