package import Basics
internal import Facts

extension ExtractionUnit.Overlay: ByteCodable {
  package static var leastSize: Int { 2 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(content)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(path: try reader.readString(), content: try reader.readBytes())
  }
}

extension ExtractionUnit: ByteCodable {
  package static var leastSize: Int { 8 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(frontEnd)
    writer.write(path)
    writer.write(language.rawValue)
    writer.write(mode.rawValue)
    writer.write(configuration)
    writer.write(arguments)
    writer.write(directory)
    writer.write(overlays)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      frontEnd: try reader.readString(), path: try reader.readString(),
      language: try reader.readNamedCase(), mode: try reader.readCase(),
      configuration: try reader.readOptionalString(), arguments: try reader.readArray(),
      directory: try reader.readString(), overlays: try reader.readArray())
  }
}
