internal import Facts
internal import TreeSitterBinding

/// Attributes, tables, literals and what decides how a process lives.
extension CSharpWalk {
  mutating func readAttributes(_ lists: [Int], of symbol: UInt32) {
    for list in lists {
      for attribute in children(list) where kind(attribute) == .attribute {
        readAttribute(attribute, of: symbol)
      }
    }
  }

  /// `[assembly: …]`.
  mutating func readGlobalAttribute(_ index: Int) {
    readAttributes([index], of: Reference.fileLevel)
  }

  private mutating func readAttribute(_ index: Int, of symbol: UInt32) {
    guard let nameNode = child(index, fields.name) else { return }
    addUse(ofAttribute: nameNode)
    let name = dotted(nameNode)
    var arguments: [TriggerDeclaration.Attribute] = []
    if let list = first(index, .attributeArguments) {
      for argument in children(list) where kind(argument) == .attributeArgument {
        readAttributeArgument(argument, into: &arguments)
      }
    }
    draft.facts.annotations.append(
      Annotation(
        name: name, qualifiedName: name, arguments: arguments, symbol: symbol,
        line: draft.line(index)))
  }

  /// `[Audited]` means the type `AuditedAttribute`.
  private mutating func addUse(ofAttribute index: Int) {
    var base = Outline.none
    var last = index
    if kind(index) == .qualifiedName, let qualifier = child(index, fields.qualifier),
      let name = child(index, fields.name)
    {
      base = readType(qualifier, .type)
      last = name
    }
    if kind(last) == .genericName { _ = readTypeArguments(last) }
    let written = typeName(last)
    var name = draft.text(ofName: written)
    if kind(last) != .genericName, !name.hasSuffix("Attribute") { name += "Attribute" }
    _ = draft.add(
      base == Outline.none ? .name : .member, .annotation, name: draft.name(name), base: base,
      at: index)
  }

  private mutating func readAttributeArgument(
    _ index: Int, into arguments: inout [TriggerDeclaration.Attribute]
  ) {
    var key = child(index, fields.name).map { simpleName($0) } ?? ""
    for part in children(index) where kind(part) != nil && kind(part) != .comment {
      if draft.node(part).field == fields.name { continue }
      var value = part
      if kind(part) == .assignment, let left = child(part, fields.left),
        let right = child(part, fields.right)
      {
        key = simpleName(left)
        value = right
      }
      addAttributeValue(value, key, into: &arguments)
    }
  }

  private mutating func addAttributeValue(
    _ index: Int, _ key: String, into arguments: inout [TriggerDeclaration.Attribute]
  ) {
    switch kind(index) {
    case .implicitArray, .arrayCreation, .initializer, .elementBinding:
      for part in children(index) where kind(part) != .arrayType && kind(part) != nil {
        addAttributeValue(part, key, into: &arguments)
      }
    case .argument:
      for part in children(index) { addAttributeValue(part, key, into: &arguments) }
    case .string, .verbatim, .raw: arguments.append(.init(key: key, value: literal(index)))
    default:
      arguments.append(.init(key: key, value: attributeText(index)))
      visit(index)
    }
  }

  /// Constant texts joined by `+` as one, `nameof` as the name; everything else as written.
  private func attributeText(_ index: Int) -> String {
    if kind(index) == .invocation, let function = child(index, fields.function),
      draft.isText(function, "nameof"), let list = child(index, fields.arguments)
    {
      let text = draft.text(of: list).filter { $0 != "(" && $0 != ")" && !$0.isWhitespace }
      return text.split(separator: ".").last.map(String.init) ?? text
    }
    var parts: [String] = []
    var next = index
    while kind(next) == .binary, let left = child(next, fields.left),
      let right = child(next, fields.right), kind(right)?.isText ?? false
    {
      parts.append(literal(right))
      next = left
    }
    guard !parts.isEmpty, kind(next)?.isText ?? false else { return draft.text(of: index) }
    return ([literal(next)] + parts.reversed()).joined()
  }

  // MARK: Tables

  /// `[Table("orders")]`.
  mutating func addTable(_ symbol: UInt32, _ attributes: [Int]) {
    guard !attributes.isEmpty else { return }
    let table = draft.facts.annotations.last { annotation in
      annotation.symbol == symbol && ["Table", "TableAttribute"].contains(annotation.name)
    }
    guard let table, let name = table[""] ?? table["Name"], !name.isEmpty else { return }
    addTable(TableName.joined(name, schema: table["Schema"]), line: table.line, symbol: symbol)
  }

  /// `DbSet<Order> Orders`: the table is called like the property, where nothing else is said.
  mutating func addEntitySet(_ type: Int, _ name: Int, _ symbol: UInt32) {
    guard kind(type) == .genericName, ["DbSet", "IDbSet"].contains(simpleName(type)) else { return }
    addTable(simpleName(name), line: draft.line(name), symbol: symbol)
  }

  /// `ToTable("orders")`, `ToTable("orders", "sales")`.
  mutating func addTable(ofCall list: Int?) {
    guard let list else { return }
    let arguments = children(list).filter { kind($0) == .argument }
    guard let name = arguments.first.flatMap(text) else { return }
    let schema = arguments.dropFirst().first.flatMap(text).map { literal($0) }
    addTable(
      TableName.joined(literal(name), schema: schema), line: draft.line(name),
      symbol: draft.symbol)
  }

  private func text(_ argument: Int) -> Int? {
    children(argument).first { kind($0)?.isText ?? false }
  }

  /// `HasDefaultSchema("sales")`: where the tables of this file are that say nothing of it.
  mutating func addSchema(ofCall list: Int?) {
    guard let list, let name = first(list, .argument).flatMap(text) else { return }
    schemas.insert(literal(name))
  }

  /// Puts the tables that the file defines into the one schema that it says.
  mutating func settleSchema() {
    guard schemas.count == 1, let schema = schemas.first else { return }
    for place in draft.facts.dataAccesses.indices
    where draft.facts.dataAccesses[place].store == .table
      && draft.facts.dataAccesses[place].access == .define
    {
      let name = draft.facts.dataAccesses[place].name
      draft.facts.dataAccesses[place].name = TableName.joined(name, schema: schema)
    }
  }

  private mutating func addTable(_ name: String, line: UInt32, symbol: UInt32) {
    draft.facts.dataAccesses.append(
      DataAccess(
        store: .table, name: name.lowercased(), access: .define, line: line, symbol: symbol))
  }

  // MARK: Literals

  /// The characters of a text: without quotes, escapes undone, holes as a parameter's mark.
  func literal(_ index: Int) -> String {
    switch kind(index) {
    case .raw:
      let text = draft.tree.text(of: index)
      let quotes = text.prefix { $0 == 0x22 }.count
      guard text.count >= 2 * quotes else { return "" }
      return String(decoding: text.dropFirst(quotes).dropLast(quotes), as: UTF8.self)
    case .verbatim:
      let text = draft.tree.text(of: index).drop { $0 != 0x22 }.dropFirst().dropLast()
      return Self.unescaped(text, isVerbatim: true)
    case .interpolated:
      let start = draft.tree.text(of: index).prefix(3)
      return contents(of: index, start.contains(UInt8(ascii: "@")))
    default:
      return Self.unescaped(draft.tree.text(of: index).dropFirst().dropLast(), isVerbatim: false)
    }
  }

  private func contents(of index: Int, _ isVerbatim: Bool) -> String {
    var text = ""
    for part in children(index) {
      switch kind(part) {
      case .interpolation: text += " ? "
      case .stringContent:
        text += Self.unescaped(draft.tree.text(of: part), isVerbatim: isVerbatim)
      default: break
      }
    }
    return text
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>, isVerbatim: Bool) -> String {
    let mark: UInt8 = isVerbatim ? 0x22 : 0x5c
    guard bytes.contains(mark) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var isEscape = false
    for byte in bytes {
      if isEscape {
        let plain: [UInt8: UInt8] = [0x6e: 0x0a, 0x74: 0x09, 0x72: 0x0d]
        text.append(isVerbatim ? byte : plain[byte] ?? byte)
        isEscape = false
      } else if byte == mark {
        isEscape = true
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  mutating func addSQL(_ text: String, at index: Int) { draft.addSQL(text, at: index) }

  /// Literals joined by `+`, with a parameter's mark for what is not known.
  mutating func addSQL(ofConcatenation operands: [Int], at index: Int) {
    guard operands.contains(where: { kind($0)?.isText ?? false }) else { return }
    let text = operands.map { kind($0)?.isText ?? false ? literal($0) : " ? " }.joined()
    addSQL(text, at: index)
  }

  // MARK: Lifetime

  mutating func addEndlessLoop(_ index: Int) {
    let isLeft = nodes(in: index).contains {
      kind($0) == .breakStatement || kind($0) == .returnStatement
    }
    add(.endlessLoop, index, isLeft ? "exit" : "")
  }

  mutating func addLifetime(ofCreating type: Int) {
    let name = simpleName(type)
    guard let fact = CSharpNames.lifetimeTypes[name] else { return }
    add(fact, type, "new " + name)
  }

  mutating func addLifetime(ofCall name: String, on object: Int?, at index: Int) {
    guard let object else { return }
    let text = draft.tree.text(of: object)
    guard text.count <= 40 else { return }
    let call = String(decoding: text, as: UTF8.self) + "." + name
    if let fact = CSharpNames.lifetimeCalls[call] { add(fact, index, call) }
  }
}
