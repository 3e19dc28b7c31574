package import Basics

extension SymbolHome {
  /// Two bits for the case, the path's index above them.
  var code: UInt64 {
    switch self {
    case .external: 0
    case .defined(let path): UInt64(path) << 2 | 1
    case .declared(let path): UInt64(path) << 2 | 2
    }
  }

  init(code: UInt64, at offset: Int) throws(ByteReaderError) {
    let path = UInt32(truncatingIfNeeded: code >> 2)
    switch (code & 3, code >> 34) {
    case (0, 0) where path == 0: self = .external
    case (1, 0): self = .defined(path)
    case (2, 0): self = .declared(path)
    default: throw ByteReaderError(offset: offset)
    }
  }
}

extension Symbol: ByteCodable {
  package static var leastSize: Int { 5 }

  /// The qualified name is written as what precedes the plain name, where it ends with it.
  package func encode(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(home.code)
    writer.write(key)
    writer.write(name)
    if let prefix = prefixOfQualifiedName {
      writer.write(prefix.utf8.count << 1)
      writer.write(raw: prefix.utf8)
    } else {
      writer.write(1)
      writer.write(qualifiedName)
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    let kind: SymbolKind = try reader.readCase()
    let home = try SymbolHome(code: try reader.readUInt64(), at: reader.offset)
    let key = try reader.readString()
    let name = try reader.readString()
    let form = try reader.readUInt64()
    let qualifiedName: String
    switch form {
    case 0: qualifiedName = name
    case 1: qualifiedName = try reader.readString()
    default:
      guard form & 1 == 0, let count = Int(exactly: form >> 1) else {
        throw ByteReaderError(offset: reader.offset)
      }
      qualifiedName = try reader.readString(utf8Count: count) + name
    }
    self.init(key: key, name: name, qualifiedName: qualifiedName, kind: kind, home: home)
  }

  private var prefixOfQualifiedName: Substring? {
    if qualifiedName.utf8.count == name.utf8.count {
      return qualifiedName.utf8.elementsEqual(name.utf8) ? "" : nil
    }
    let whole = qualifiedName.utf8
    guard whole.count > name.utf8.count else { return nil }
    let start = whole.index(whole.endIndex, offsetBy: -name.utf8.count)
    guard whole[start...].elementsEqual(name.utf8) else { return nil }
    return Substring(qualifiedName.utf8[..<start])
  }
}

extension Declaration {
  /// Lines as distances: from the declaration before, and from the first line to the last.
  func encode(to writer: inout ByteWriter, after last: inout Declaration) {
    writer.write(symbol, since: &last.symbol)
    writer.write(line, since: &last.line)
    writer.write(signed: Int(endLine) - Int(line))
    writer.write(UInt64(traits.rawValue))
  }

  init(from reader: inout ByteReader, after last: inout Declaration) throws(ByteReaderError) {
    let symbol = try reader.readUInt32(since: &last.symbol)
    let line = try reader.readUInt32(since: &last.line)
    let endLine = UInt32(exactly: Int(line) &+ (try reader.readSigned()))
    let traits = UInt16(exactly: try reader.readUInt64())
    guard let endLine, let traits else { throw ByteReaderError(offset: reader.offset) }
    self.init(symbol: symbol, line: line, endLine: endLine, traits: Traits(rawValue: traits))
  }
}
