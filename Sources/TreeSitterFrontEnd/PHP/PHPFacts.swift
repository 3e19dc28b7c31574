internal import Facts
internal import TreeSitterBinding

/// Attributes, annotations in comments, tables, and what decides how a process lives.
extension PHPWalk {
  // MARK: Attributes

  mutating func readAttributes(_ index: Int, of symbol: UInt32) {
    if let list = child(index, fields.attributes) ?? first(index, .attributeList) {
      readAttributeList(list, symbol)
    }
  }

  mutating func readAttributeList(_ list: Int, _ symbol: UInt32) {
    for group in children(list) where kind(group) == .attributeGroup {
      for attribute in children(group) where kind(attribute) == .attribute {
        readAttribute(attribute, symbol)
      }
    }
  }

  private mutating func readAttribute(_ index: Int, _ symbol: UInt32) {
    guard let nameNode = parts(index).first(where: isClassName) else { return }
    _ = classTerm(nameNode, .annotation)
    var arguments: [TriggerDeclaration.Attribute] = []
    if let list = child(index, fields.parameters) ?? first(index, .arguments) {
      for argument in children(list) where kind(argument) == .argument {
        let key = child(argument, fields.name).map { draft.text(of: $0) } ?? ""
        guard let value = parts(argument).last else { continue }
        readValue(value, key, into: &arguments)
        visit(value)
      }
    }
    let written = draft.text(of: nameNode)
    let annotation = Annotation(
      name: PHPName.trimmed(written), qualifiedName: space.className(written),
      arguments: arguments, symbol: symbol, line: draft.line(index))
    draft.facts.annotations.append(annotation)
    addTable(of: annotation)
  }

  private func readValue(
    _ index: Int, _ key: String, into list: inout [TriggerDeclaration.Attribute]
  ) {
    switch kind(index) {
    case .array:
      for element in parts(index) where kind(element) == .element {
        let halves = parts(element)
        guard let value = halves.last else { continue }
        let inner = halves.count == 2 && isPlainText(halves[0]) ? literal(halves[0]) : ""
        readValue(
          value, inner.isEmpty || key.isEmpty ? key + inner : key + "." + inner, into: &list)
      }
    case .string, .encapsed, .nowdoc, .heredoc: list.append(.init(key: key, value: literal(index)))
    default: list.append(.init(key: key, value: draft.text(of: index)))
    }
  }

  // MARK: Annotations in comments

  /// `@Route("/orders", name="orders")`: names of classes with arguments.
  mutating func readDocAnnotations(_ documentation: Int?, of symbol: UInt32) {
    guard let documentation else { return }
    for tag in tags(documentation) {
      let name = tag.name
      guard let first = name.utf8.first, (0x41...0x5a).contains(first) || first == 0x5c,
        name.utf8.split(separator: 0x5c).allSatisfy({ PHPName.isIdentifier($0) }),
        isImported(name)
      else { continue }
      _ = classTerm(name, .annotation, at: documentation)
      var reader = PHPDocArguments(tag.rest)
      let annotation = Annotation(
        name: PHPName.trimmed(name), qualifiedName: space.className(name),
        arguments: reader.read(), symbol: symbol, line: tag.line)
      draft.facts.annotations.append(annotation)
      addTable(of: annotation)
    }
  }

  /// Words such as `@TODO` are no annotations; those have been imported.
  private func isImported(_ name: String) -> Bool {
    name.hasPrefix("\\")
      || space.classes[PHPName.lower(String(name.prefix { $0 != "\\" }))] != nil
  }

  // MARK: Tables

  /// The table of an entity of Doctrine.
  private mutating func addTable(of annotation: Annotation) {
    guard annotation.qualifiedName.hasSuffix("ORM\\Mapping\\Table"),
      let name = annotation["name"] ?? annotation[""]
    else { return }
    draft.facts.dataAccesses.append(
      DataAccess(
        store: .table, name: TableName.joined(name, schema: annotation["schema"]),
        access: .define, line: annotation.line, symbol: annotation.symbol))
  }

  /// `protected $table = 'orders';` of a model of Eloquent.
  mutating func addTable(ofModel initializer: Int, at index: Int) {
    guard types.last?.isDerived ?? false, let value = parts(initializer).first,
      isPlainText(value)
    else { return }
    draft.facts.dataAccesses.append(
      DataAccess(
        store: .table, name: TableName.joined(literal(value), schema: nil), access: .define,
        line: draft.line(index), symbol: draft.symbol))
  }

  // MARK: Lifetime

  mutating func addEndlessLoop(_ index: Int) {
    let isLeft = nodes(in: index).contains {
      [.breakStatement, .returnStatement, .exitStatement].contains(kind($0))
    }
    add(.endlessLoop, index, isLeft ? "exit" : "")
  }

  mutating func addLifetime(ofCall name: String, at index: Int, _ arguments: Int?) {
    if let kind = PHPNames.lifetimeCalls[name] { return add(kind, index, name) }
    guard name == "fopen", let arguments else { return }
    let values = children(arguments).filter { kind($0) == .argument }
    guard values.count > 1, let mode = parts(values[1]).last, isPlainText(mode) else { return }
    if literal(mode).contains(where: { "waxc+".contains($0) }) { add(.fileWritten, index, name) }
  }
}

/// The arguments of an annotation in a comment: `("/orders", name="orders", methods={"GET"})`.
struct PHPDocArguments {
  private let bytes: [UInt8]
  private var position = 0
  private var found: [TriggerDeclaration.Attribute] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Values by key, in order; lists one entry an element. Linear in the text.
  mutating func read() -> [TriggerDeclaration.Attribute] {
    guard bytes.first == UInt8(ascii: "(") else { return [] }
    position = 1
    readList(key: "", until: UInt8(ascii: ")"), depth: 0)
    return found
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func readList(key outer: String, until end: UInt8, depth: Int) {
    var key = outer
    while let byte = next {
      switch byte {
      case end:
        position += 1
        return
      case UInt8(ascii: "\""): found.append(.init(key: key, value: readQuoted()))
      case UInt8(ascii: "{") where depth < 16:
        position += 1
        readList(key: key, until: UInt8(ascii: "}"), depth: depth + 1)
      case UInt8(ascii: ","):
        position += 1
        key = outer
      case _ where byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":"):
        position += 1
      default: key = readWord(key)
      }
    }
  }

  /// A key, if a value follows; otherwise a value as it is written, with its own arguments.
  private mutating func readWord(_ key: String) -> String {
    let start = position
    var depth = 0
    while let byte = next {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if depth == 0, byte <= 0x20 || "=,{}\")".utf8.contains(byte) { break }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      position += 1
    }
    if position == start { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    while let byte = next, byte <= 0x20 { position += 1 }
    if next == UInt8(ascii: "=") { return word }
    found.append(.init(key: key, value: word))
    return key
  }

  private mutating func readQuoted() -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard next == byte else { break }
        position += 1
      }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
