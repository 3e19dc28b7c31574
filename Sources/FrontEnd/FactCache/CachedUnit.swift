package import Basics
package import Facts

/// A unit's facts in the cache: what was found, and where the facts of its files are.
package struct CachedUnit: Sendable {
  /// Its parts carry no facts.
  package var unit: UnitFacts
  /// Digests of the encoded ``FileFacts`` of each part.
  package var blobs: [Digest]
  /// Which project files could have answered to the unit's includes.
  var shadow: Digest
}

extension CachedUnit: ByteCodable {
  package static var leastSize: Int { 24 }

  package func encode(to writer: inout ByteWriter) {
    unit.encode(to: &writer)
    writer.write(blobs.count)
    for blob in blobs { writer.write(blob) }
    writer.write(shadow)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    unit = try UnitFacts(from: &reader)
    let count = try reader.readCount(ofAtLeast: 16)
    blobs = []
    for _ in 0..<count { blobs.append(try reader.readDigest()) }
    shadow = try reader.readDigest()
  }
}

/// What a document was made from.
package struct DocumentBasis: Sendable {
  package var units: [UnitFacts]
  /// Absolute paths that were looked for and are not there.
  package var absent: [String]

  package init(units: [UnitFacts], absent: [String] = []) {
    self.units = units
    self.absent = absent
  }
}

/// A finished document with what it depends on outside the inventory.
struct StoredDocument: ByteCodable {
  var dependencies: [UnitFacts.Dependency] = []
  /// Absolute paths that were looked for and were not there.
  var absent: [String] = []
  /// Names that were looked for, and in which folders.
  var names: [String] = []
  var folders: [String] = []
  /// Where they were found.
  var shadow: Digest
  var document: [UInt8]

  static var leastSize: Int { 21 }

  init(shadow: Digest, document: [UInt8]) {
    self.shadow = shadow
    self.document = document
  }

  func encode(to writer: inout ByteWriter) {
    writer.write(dependencies)
    writer.write(absent)
    writer.write(names)
    writer.write(folders)
    writer.write(shadow)
    writer.write(document)
  }

  init(from reader: inout ByteReader) throws(ByteReaderError) {
    dependencies = try reader.readArray()
    absent = try reader.readArray()
    names = try reader.readArray()
    folders = try reader.readArray()
    shadow = try reader.readDigest()
    document = try reader.readBytes()
  }
}
