package import Basics

extension Outline: ByteCodable {
  package static var leastSize: Int { 7 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(names)
    writer.write(imports)
    writer.write(scopes)
    writer.write(bindings)
    signature.encode(to: &writer)
    writer.write(body)
  }

  /// Indexes are checked by ``FileFacts``, those of the body when it is decoded.
  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init()
    names = try reader.readArray()
    imports = try reader.readArray()
    scopes = try reader.readArray()
    bindings = try reader.readArray()
    signature = try Terms(from: &reader)
    body = try reader.readBytes()
  }

  /// The terms of the bodies. Throws where they are damaged or point to nothing.
  package func decodedBody() throws(ByteReaderError) -> Terms {
    let terms = try Terms(decoding: body)
    guard isValid(terms, isBody: true) else { throw ByteReaderError(offset: 0) }
    return terms
  }

  /// Whether every index outside of the body points to something, symbols being among the first
  /// `symbolCount`. Linear.
  func hasValidIndexes(_ symbolCount: UInt32) -> Bool {
    func isName(_ index: UInt32) -> Bool { index < names.count || index == Self.none }
    func isScope(_ index: UInt32) -> Bool { index < scopes.count || index == Self.none }
    func isTerm(_ index: UInt32) -> Bool { index < signature.terms.count || index == Self.none }
    return !scopes.isEmpty && scopes[0].kind == .file
      && imports.allSatisfy {
        $0.path < names.count && isName($0.name) && isName($0.alias) && $0.scope < scopes.count
      }
      && scopes.indices.allSatisfy { index in
        let scope = scopes[index]
        return (index == 0 ? scope.parent == Self.none : scope.parent < index)
          && (scope.owner < bindings.count || scope.owner == Self.none) && isName(scope.name)
          && scope.supertypes.allSatisfy(isTerm)
      }
      && bindings.allSatisfy {
        $0.name < names.count && $0.scope < scopes.count && isScope($0.inner) && isTerm($0.type)
          && isName($0.text) && $0.parameters.allSatisfy(isTerm)
      }
      && isValid(signature, isBody: false) && hasValidSymbols(symbolCount)
  }

  /// Whether every term is made of earlier ones.
  private func isValid(_ terms: Terms, isBody: Bool) -> Bool {
    func isBefore(_ term: UInt32, _ index: Int) -> Bool {
      if term == Self.none { return true }
      guard isBody else { return term < index }
      return term & Terms.bodyBit == 0
        ? term < signature.terms.count : term & ~Terms.bodyBit < index
    }
    return terms.terms.indices.allSatisfy { index in
      let term = terms.terms[index]
      let end = Int(term.operands) + Int(term.count)
      return (term.name < names.count || term.name == Self.none) && term.scope < scopes.count
        && isBefore(term.base, index) && end <= terms.operands.count
        && terms.operands[Int(term.operands)..<max(Int(term.operands), end)]
          .allSatisfy { isBefore($0, index) }
    }
  }

  private func hasValidSymbols(_ count: UInt32) -> Bool {
    scopes.allSatisfy { $0.symbol < count || $0.symbol == Reference.fileLevel }
      && bindings.allSatisfy { $0.symbol < count || $0.symbol == Self.none }
  }
}

extension Outline.Import: ByteCodable {
  package static var leastSize: Int { 7 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(name &+ 1)
    writer.write(alias &+ 1)
    writer.write(scope)
    writer.write(line)
    writer.write(level)
    writer.write(marks.rawValue)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      path: try reader.readUInt32(), name: try reader.readUInt32() &- 1,
      alias: try reader.readUInt32() &- 1, scope: try reader.readUInt32(),
      line: try reader.readUInt32(), level: try reader.readUInt8(),
      marks: Marks(rawValue: try reader.readUInt8()))
  }
}

extension Outline.Scope: ByteCodable {
  package static var leastSize: Int { 6 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(parent &+ 1)
    writer.write(owner &+ 1)
    writer.write(name &+ 1)
    writer.write(symbol &+ 1)
    writer.write(indexes: supertypes)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      try reader.readCase(), parent: try reader.readUInt32() &- 1,
      owner: try reader.readUInt32() &- 1, name: try reader.readUInt32() &- 1,
      symbol: try reader.readUInt32() &- 1)
    supertypes = try reader.readIndexes()
  }
}

extension Outline.Binding: ByteCodable {
  package static var leastSize: Int { 11 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(marks.rawValue)
    writer.write(name)
    writer.write(scope)
    writer.write(inner &+ 1)
    writer.write(symbol &+ 1)
    writer.write(type &+ 1)
    writer.write(text &+ 1)
    writer.write(indexes: parameters)
    writer.write(least)
    writer.write(most)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    let kind: Kind = try reader.readCase()
    let marks = Marks(rawValue: try reader.readUInt8())
    self.init(
      name: try reader.readUInt32(), kind: kind, marks: marks, scope: try reader.readUInt32())
    inner = try reader.readUInt32() &- 1
    symbol = try reader.readUInt32() &- 1
    type = try reader.readUInt32() &- 1
    text = try reader.readUInt32() &- 1
    parameters = try reader.readIndexes()
    least = try reader.readUInt8()
    most = try reader.readUInt8()
  }
}

/// Terms are the bulk of an outline: about seven bytes each, with distances for what is near.
extension Terms: ByteCodable {
  package static var leastSize: Int { 2 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(terms.count)
    var line: UInt32 = 0
    var scope: UInt32 = 0
    for (index, term) in terms.enumerated() {
      writer.write(term.kind.rawValue * Self.uses + term.use.rawValue)
      writer.write(term.name &+ 1)
      writer.write(Self.distance(term.base, from: index))
      writer.write(term.line, since: &line)
      writer.write(term.scope, since: &scope)
      writer.write(UInt32(term.count))
      for operand in operands[Int(term.operands)..<(Int(term.operands) + Int(term.count))] {
        writer.write(Self.distance(operand, from: index))
      }
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init()
    let count = try reader.readCount(ofAtLeast: 6)
    terms.reserveCapacity(count)
    var line: UInt32 = 0
    var scope: UInt32 = 0
    for index in 0..<count {
      let head = try reader.readUInt8()
      guard let kind = Term.Kind(rawValue: head / Self.uses),
        let use = Term.Use(rawValue: head % Self.uses)
      else { throw ByteReaderError(offset: reader.offset) }
      let name = try reader.readUInt32() &- 1
      let base = try Self.index(try reader.readUInt64(), from: index, at: reader.offset)
      var term = Term(
        kind, use, name: name, base: base, scope: 0, line: try reader.readUInt32(since: &line))
      term.scope = try reader.readUInt32(since: &scope)
      let number = try reader.readCount()
      guard let short = UInt16(exactly: number) else {
        throw ByteReaderError(offset: reader.offset)
      }
      term.count = short
      term.operands = UInt32(operands.count)
      for _ in 0..<number {
        operands.append(try Self.index(try reader.readUInt64(), from: index, at: reader.offset))
      }
      terms.append(term)
    }
  }

  /// Kind and use share a byte; there is room for 21 kinds.
  private static let uses = UInt8(Term.Use.allCases.count)

  /// 0 for none, odd numbers count back within the same terms, even ones name the signature's. Those
  /// of a signature have no bit set and are written as they are.
  private static func distance(_ term: UInt32, from index: Int) -> UInt64 {
    if term == Outline.none { return 0 }
    if term & bodyBit == 0 { return UInt64(term) * 2 + 2 }
    return UInt64(index - Int(term & ~bodyBit)) * 2 - 1
  }

  private static func index(
    _ code: UInt64, from index: Int, at offset: Int
  ) throws(ByteReaderError) -> UInt32 {
    if code == 0 { return Outline.none }
    if code & 1 == 0 {
      guard let term = UInt32(exactly: code / 2 - 1), term & bodyBit == 0 else {
        throw ByteReaderError(offset: offset)
      }
      return term
    }
    guard let back = Int(exactly: code / 2 + 1), back <= index, index < Int(bodyBit) else {
      throw ByteReaderError(offset: offset)
    }
    return UInt32(index - back) | bodyBit
  }
}

extension Annotation: ByteCodable {
  package static var leastSize: Int { 5 }

  package func encode(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(qualifiedName)
    writer.write(arguments)
    writer.write(symbol &+ 1)
    writer.write(line)
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(
      name: try reader.readString(), qualifiedName: try reader.readString(),
      arguments: try reader.readArray(), symbol: try reader.readUInt32() &- 1,
      line: try reader.readUInt32())
  }
}

extension ByteWriter {
  fileprivate mutating func write(indexes: [UInt32]) {
    write(indexes.count)
    for index in indexes { write(index &+ 1) }
  }
}

extension ByteReader {
  fileprivate mutating func readIndexes() throws(ByteReaderError) -> [UInt32] {
    let count = try readCount()
    var indexes: [UInt32] = []
    indexes.reserveCapacity(count)
    for _ in 0..<count { indexes.append(try readUInt32() &- 1) }
    return indexes
  }
}
