package import Basics
package import Facts

/// A unit's facts as they travel from workers and into the cache: each file's share stays encoded
/// until linking needs it.
package struct ExtractedUnit: Sendable {
  /// Its parts carry no facts.
  package var unit: UnitFacts
  /// For each part its encoded ``FileFacts``; nil where the extractor delivered them before.
  package var blobs: [[UInt8]?]

  package init(_ facts: UnitFacts) {
    unit = facts
    blobs = facts.parts.map { $0.facts?.encoded }
    for index in unit.parts.indices { unit.parts[index].facts = nil }
  }
}

extension ExtractedUnit: ByteCodable {
  package static var leastSize: Int { 8 }

  package func encode(to writer: inout ByteWriter) {
    unit.encode(to: &writer)
    for blob in blobs {
      writer.write(blob != nil)
      if let blob { writer.write(blob) }
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    unit = try UnitFacts(from: &reader)
    blobs = []
    for _ in unit.parts { blobs.append(try reader.readBool() ? try reader.readBytes() : nil) }
  }
}
