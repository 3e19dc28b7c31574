package import Basics

extension DataAccess: ByteCodable {
  package static var leastSize: Int { 5 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(store.rawValue)
    writer.write(access.rawValue)
    writer.write(name)
    writer.write(line)
    writer.write(symbol &+ 1)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      store: try reader.readCase(), name: "", access: try reader.readCase(), line: 0, symbol: 0)
    name = try reader.readString()
    line = try reader.readUInt32()
    symbol = try reader.readUInt32() &- 1
  }
}

extension Derivation: ByteCodable {
  package static var leastSize: Int { 5 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(store.rawValue)
    writer.write(target.rawValue)
    writer.write(access.rawValue)
    writer.write(name)
    writer.write(targetName)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(try reader.readCase(), try reader.readCase(), try reader.readCase())
    name = try reader.readString()
    targetName = try reader.readString()
  }
}

extension ForeignKey: ByteCodable {
  package static var leastSize: Int { 3 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(table)
    writer.write(referenced)
    writer.write(line)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      table: try reader.readString(), referenced: try reader.readString(),
      line: try reader.readUInt32())
  }
}

extension LifetimeFact: ByteCodable {
  package static var leastSize: Int { 4 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(line)
    writer.write(symbol &+ 1)
    writer.write(detail)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      kind: try reader.readCase(), line: try reader.readUInt32(),
      symbol: try reader.readUInt32() &- 1, detail: try reader.readString())
  }
}

extension SuitabilityFact: ByteCodable {
  package static var leastSize: Int { 5 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(criterion)
    writer.write(line)
    writer.write(symbol &+ 1)
    writer.write(detail)
    writer.write(size)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      criterion: try reader.readString(), line: try reader.readUInt32(),
      symbol: try reader.readUInt32() &- 1, detail: try reader.readString(),
      size: try reader.readUInt32())
  }
}

extension TriggerDeclaration: ByteCodable {
  package static var leastSize: Int { 7 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(origin.rawValue)
    writer.write(rule)
    handler.encode(to: &writer)
    writer.write(attributes)
    writer.write(line)
    writer.write(evidence)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      kind: try reader.readNamedCase(), origin: try reader.readNamedCase(),
      rule: try reader.readString(), handler: try Handler(from: &reader),
      attributes: try reader.readArray(), line: try reader.readUInt32(),
      evidence: try reader.readString())
  }
}

extension TriggerDeclaration.Attribute: ByteCodable {
  package static var leastSize: Int { 2 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(key)
    writer.write(value)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(key: try reader.readString(), value: try reader.readString())
  }
}

extension TriggerDeclaration.Handler: ByteCodable {
  package static var leastSize: Int { 1 }

  package func encode(to writer: inout ByteWriter) {
    switch self {
    case .nothing:
      writer.write(UInt8(0))
    case .symbol(let index):
      writer.write(UInt8(1))
      writer.write(index)
    case .name(let name):
      writer.write(UInt8(2))
      writer.write(name)
    case .command(let words):
      writer.write(UInt8(3))
      writer.write(words)
    case .function(let function):
      writer.write(UInt8(4))
      function.encode(to: &writer)
    case .operation(let name):
      writer.write(UInt8(5))
      writer.write(name)
    case .messages(let name):
      writer.write(UInt8(6))
      writer.write(name)
    case .method(let name):
      writer.write(UInt8(7))
      writer.write(name)
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    switch try reader.readUInt8() {
    case 0: self = .nothing
    case 1: self = .symbol(try reader.readUInt32())
    case 2: self = .name(try reader.readString())
    case 3: self = .command(try reader.readArray())
    case 4: self = .function(try DeclaredFunction(from: &reader))
    case 5: self = .operation(try reader.readString())
    case 6: self = .messages(try reader.readString())
    case 7: self = .method(try reader.readString())
    default: throw ByteReaderError(offset: reader.offset)
    }
  }
}

extension DeclaredFunction: ByteCodable {
  package static var leastSize: Int { 6 }

  package func encode(to writer: inout ByteWriter) {
    for text in [name, handler, file, runtime, code, home] { writer.write(text) }
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(name: try reader.readString())
    handler = try reader.readString()
    file = try reader.readString()
    runtime = try reader.readString()
    code = try reader.readString()
    home = try reader.readString()
  }
}

extension DeclaredLink: ByteCodable {
  package static var leastSize: Int { 6 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(relation.rawValue)
    for end in [from, to] {
      writer.write(end.kind.rawValue)
      writer.write(end.name)
    }
    writer.write(line)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      try reader.readCase(), from: End(try reader.readCase(), try reader.readString()),
      to: End(try reader.readCase(), try reader.readString()), line: try reader.readUInt32())
  }
}

extension Diagnostic: ByteCodable {
  package static var leastSize: Int { 5 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(severity.rawValue)
    writer.write(code)
    writer.write(message)
    writer.write(path)
    writer.write(signed: line ?? -1)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      try reader.readCase(), try reader.readString(), try reader.readString(),
      path: try reader.readOptionalString())
    let line = try reader.readSigned()
    self.line = line < 0 ? nil : line
  }
}
