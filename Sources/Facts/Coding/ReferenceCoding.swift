package import Basics

/// References are the bulk of all facts: about four bytes each.
///
/// The first byte holds the kind (bits 0 to 4), whether it is probable (5), and whether the using
/// symbol (6) and the line (7) are those of the reference before. What differs follows as distances.
extension Reference {
  private static let kindMask: UInt8 = 0x1f
  private static let probable: UInt8 = 0x20
  private static let sameFrom: UInt8 = 0x40
  private static let sameLine: UInt8 = 0x80

  static var first: Reference { Reference(from: fileLevel, to: 0, kind: .call, line: 0) }

  func encode(to writer: inout ByteWriter, after last: inout Reference) {
    var head = kind.rawValue & Self.kindMask
    if isProbable { head |= Self.probable }
    if from == last.from { head |= Self.sameFrom }
    if line == last.line { head |= Self.sameLine }
    writer.write(head)
    if from != last.from {
      // File level becomes zero, next to the first symbols.
      writer.write(signed: Int(from &+ 1) - Int(last.from &+ 1))
      last.from = from
    }
    if line != last.line { writer.write(line, since: &last.line) }
    writer.write(to, since: &last.to)
  }

  @inline(__always)
  init(from reader: inout ByteReader, after last: inout Reference) throws(ByteReaderError) {
    let head = try reader.readUInt8()
    guard let kind = EdgeKind(rawValue: head & Self.kindMask) else {
      throw ByteReaderError(offset: reader.offset)
    }
    if head & Self.sameFrom == 0 {
      var shifted = last.from &+ 1
      last.from = try reader.readUInt32(since: &shifted) &- 1
    }
    if head & Self.sameLine == 0 { _ = try reader.readUInt32(since: &last.line) }
    _ = try reader.readUInt32(since: &last.to)
    self.init(
      from: last.from, to: last.to, kind: kind, line: last.line,
      isProbable: head & Self.probable != 0)
  }
}

extension Inclusion: ByteCodable {
  package static var leastSize: Int { 4 }

  package func encode(to writer: inout ByteWriter) {
    let flags: UInt8 =
      (isAngled ? 1 : 0) | (isMacro ? 2 : 0) | (isConditional ? 4 : 0) | (isImport ? 8 : 0)
    writer.write(flags | purpose.rawValue << 4)
    writer.write(line)
    writer.write(spelling)
    switch outcome {
    case .external: writer.write(0)
    case .missing: writer.write(1)
    case .project(let path): writer.write(UInt64(path) + 2)
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    let flags = try reader.readUInt8()
    let line = try reader.readUInt32()
    let spelling = try reader.readString()
    let outcome: Outcome
    switch try reader.readUInt64() {
    case 0: outcome = .external
    case 1: outcome = .missing
    case let code:
      guard let path = UInt32(exactly: code - 2) else {
        throw ByteReaderError(offset: reader.offset)
      }
      outcome = .project(path)
    }
    guard let purpose = Purpose(rawValue: flags >> 4) else {
      throw ByteReaderError(offset: reader.offset)
    }
    self.init(
      line: line, spelling: spelling, isAngled: flags & 1 != 0, isMacro: flags & 2 != 0,
      isConditional: flags & 4 != 0, isImport: flags & 8 != 0,
      purpose: purpose, outcome: outcome)
  }
}
