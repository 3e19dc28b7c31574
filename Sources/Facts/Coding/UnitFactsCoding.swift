package import Basics

extension UnitFacts.Part: ByteCodable {
  package static var leastSize: Int { 18 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(fingerprint)
    writer.write(facts != nil)
    facts?.encode(to: &writer)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      path: try reader.readString(), fingerprint: try reader.readDigest(),
      facts: try reader.readBool() ? try FileFacts(from: &reader) : nil)
  }
}

extension UnitFacts.Dependency: ByteCodable {
  package static var leastSize: Int { 17 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(digest)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(path: try reader.readString(), digest: try reader.readDigest())
  }
}

extension UnitFacts: ByteCodable {
  package static var leastSize: Int { 8 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(mode.rawValue)
    writer.write(parts)
    writer.write(dependencies)
    writer.write(missingIncludes)
    writer.write(searchFolders)
    writer.write(diagnostics)
    writer.write(errorCount)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(path: try reader.readString(), mode: try reader.readCase())
    parts = try reader.readArray()
    dependencies = try reader.readArray()
    missingIncludes = try reader.readArray()
    searchFolders = try reader.readArray()
    diagnostics = try reader.readArray()
    errorCount = try reader.readUInt32()
  }
}
