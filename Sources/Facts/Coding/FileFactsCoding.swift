package import Basics

extension FileFacts: ByteCodable {
  package static var leastSize: Int { 20 + OpenReferences.leastSize }

  package func encode(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(language.rawValue)
    writer.write(lineCount)
    writer.write(codeLineCount)
    writer.write(externalReferenceCount)
    writer.write(unresolvedReferenceCount)
    openReferences.encode(to: &writer)
    writer.write(paths)
    writer.write(symbols)
    writer.write(declarations.count)
    var lastDeclaration = Declaration(symbol: 0, line: 0, endLine: 0, traits: [])
    for declaration in declarations { declaration.encode(to: &writer, after: &lastDeclaration) }
    writer.write(references.count)
    var lastReference = Reference.first
    for reference in references { reference.encode(to: &writer, after: &lastReference) }
    writer.write(inclusions)
    writer.write(dataAccesses)
    writer.write(foreignKeys)
    writer.write(derivations)
    writer.write(triggers)
    writer.write(lifetime)
    writer.write(suitability)
    writer.write(annotations)
    writer.write(links)
    writer.write(outline != nil)
    outline?.encode(to: &writer)
  }

  /// Throws also where an index points to nothing, so that who reads facts need not check.
  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    self.init(path: try reader.readString(), language: try reader.readNamedCase())
    lineCount = try reader.readUInt32()
    codeLineCount = try reader.readUInt32()
    externalReferenceCount = try reader.readUInt32()
    unresolvedReferenceCount = try reader.readUInt32()
    openReferences = try OpenReferences(from: &reader)
    paths = try reader.readArray()
    symbols = try reader.readArray()
    declarations = try Self.readDeclarations(&reader)
    references = try Self.readReferences(&reader)
    inclusions = try reader.readArray()
    dataAccesses = try reader.readArray()
    foreignKeys = try reader.readArray()
    derivations = try reader.readArray()
    triggers = try reader.readArray()
    lifetime = try reader.readArray()
    suitability = try reader.readArray()
    annotations = try reader.readArray()
    links = try reader.readArray()
    outline = try reader.readBool() ? try Outline(from: &reader) : nil
    guard hasValidIndexes else { throw ByteReaderError(offset: reader.offset) }
  }

  private static func readDeclarations(
    _ reader: inout ByteReader
  ) throws(ByteReaderError) -> [Declaration] {
    let count = try reader.readCount(ofAtLeast: 4)
    var declarations: [Declaration] = []
    declarations.reserveCapacity(count)
    var last = Declaration(symbol: 0, line: 0, endLine: 0, traits: [])
    for _ in 0..<count { declarations.append(try Declaration(from: &reader, after: &last)) }
    return declarations
  }

  private static func readReferences(
    _ reader: inout ByteReader
  ) throws(ByteReaderError) -> [Reference] {
    let count = try reader.readCount(ofAtLeast: 2)
    var references: [Reference] = []
    references.reserveCapacity(count)
    var last = Reference.first
    for _ in 0..<count { references.append(try Reference(from: &reader, after: &last)) }
    return references
  }

  /// Whether every index points to a symbol or a path of these facts. Linear.
  package var hasValidIndexes: Bool {
    let symbolCount = UInt32(symbols.count)
    func isSymbol(_ index: UInt32) -> Bool { index < symbolCount }
    func isScope(_ index: UInt32) -> Bool { index < symbolCount || index == Reference.fileLevel }
    func isPath(_ index: UInt32) -> Bool { index < paths.count }
    return references.allSatisfy { isScope($0.from) && isSymbol($0.to) }
      && declarations.allSatisfy { isSymbol($0.symbol) }
      && symbols.allSatisfy { $0.home.path.map(isPath) ?? true }
      && inclusions.allSatisfy {
        if case .project(let path) = $0.outcome { isPath(path) } else { true }
      }
      && dataAccesses.allSatisfy { isScope($0.symbol) }
      && lifetime.allSatisfy { isScope($0.symbol) }
      && suitability.allSatisfy { isScope($0.symbol) }
      && annotations.allSatisfy { isScope($0.symbol) }
      && outline?.hasValidIndexes(symbolCount) ?? true
      && triggers.allSatisfy {
        if case .symbol(let index) = $0.handler { isSymbol(index) } else { true }
      }
  }
}

extension SymbolHome {
  /// The index of the project file that it names.
  fileprivate var path: UInt32? {
    switch self {
    case .defined(let path), .declared(let path): path
    case .external: nil
    }
  }
}
