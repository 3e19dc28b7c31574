/// A value with one compact byte form, for the cache and for the pipes to worker processes.
///
/// Decoding damaged bytes throws and never traps, and takes memory in proportion to their number.
package protocol ByteCodable {
  /// The fewest bytes that any value takes, at least one.
  static var leastSize: Int { get }

  func encode(to writer: inout ByteWriter)
  init(from reader: inout ByteReader) throws(ByteReaderError)
}

extension ByteCodable {
  /// The byte form of this value alone.
  package var encoded: [UInt8] {
    var writer = ByteWriter()
    encode(to: &writer)
    return writer.bytes
  }

  /// Decodes `bytes` to the last one; what is left over is damage.
  package init(decoding bytes: [UInt8]) throws(ByteReaderError) {
    var reader = ByteReader(bytes)
    try self.init(from: &reader)
    guard reader.isAtEnd else { throw ByteReaderError(offset: reader.offset) }
  }
}

extension String: ByteCodable {
  package static var leastSize: Int { 1 }

  package func encode(to writer: inout ByteWriter) { writer.write(self) }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self = try reader.readString()
  }
}

extension ByteWriter {
  /// Writes the number of elements, then each of them.
  package mutating func write<Element: ByteCodable>(_ elements: [Element]) {
    write(elements.count)
    for element in elements { element.encode(to: &self) }
  }

  /// Writes an index or a number as its distance from the one before, which becomes it.
  package mutating func write(_ value: UInt32, since last: inout UInt32) {
    write(signed: Int(value) - Int(last))
    last = value
  }
}

extension ByteReader {
  package mutating func readArray<Element: ByteCodable>(
    of type: Element.Type = Element.self
  ) throws(ByteReaderError) -> [Element] {
    let count = try readCount(ofAtLeast: Element.leastSize)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try Element(from: &self)) }
    return elements
  }

  @inlinable package mutating func readUInt32(
    since last: inout UInt32
  ) throws(ByteReaderError) -> UInt32 {
    guard let value = UInt32(exactly: Int(last) &+ (try readSigned())) else {
      throw ByteReaderError(offset: position)
    }
    last = value
    return value
  }

  /// An enumeration's case by its raw value.
  package mutating func readCase<Case: RawRepresentable>(
    of type: Case.Type = Case.self
  ) throws(ByteReaderError) -> Case where Case.RawValue == UInt8 {
    guard let value = Case(rawValue: try readUInt8()) else { throw ByteReaderError(offset: offset) }
    return value
  }

  /// An enumeration's case by its name.
  package mutating func readNamedCase<Case: RawRepresentable>(
    of type: Case.Type = Case.self
  ) throws(ByteReaderError) -> Case where Case.RawValue == String {
    guard let value = Case(rawValue: try readString()) else {
      throw ByteReaderError(offset: offset)
    }
    return value
  }
}
