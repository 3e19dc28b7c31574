internal import Facts
internal import TreeSitterBinding

/// Decorators, tables, texts and what decides how a process lives.
extension PythonWalk {
  // MARK: Decorators

  func decoratorName(_ index: Int) -> String {
    guard let expression = children(index).first(where: { kind($0) != nil && kind($0) != .comment })
    else { return "" }
    let target = kind(expression) == .call ? child(expression, fields.function) : expression
    return target.map { dottedText($0) ?? "" } ?? ""
  }

  mutating func readDecorators(_ decorators: Decorators, of symbol: UInt32) {
    for (node, name) in zip(decorators.nodes, decorators.names) {
      readDecorator(node, name, of: symbol)
    }
  }

  private mutating func readDecorator(_ index: Int, _ name: String, of symbol: UInt32) {
    guard let expression = children(index).first(where: { kind($0) != nil && kind($0) != .comment })
    else { return }
    var arguments: [TriggerDeclaration.Attribute] = []
    if kind(expression) == .call, let list = child(expression, fields.arguments) {
      for part in children(list) { readArgument(part, into: &arguments) }
    }
    visit(expression, .call)
    guard !name.isEmpty else { return }
    draft.facts.annotations.append(
      Annotation(
        name: name, qualifiedName: qualifiedByImports(name), arguments: arguments, symbol: symbol,
        line: draft.line(index)))
  }

  private func readArgument(_ index: Int, into list: inout [TriggerDeclaration.Attribute]) {
    switch kind(index) {
    case .comment: break
    case .keywordArgument:
      guard let key = child(index, fields.name), let value = child(index, fields.value) else {
        return
      }
      readValue(value, draft.text(of: key), into: &list)
    default: readValue(index, "", into: &list)
    }
  }

  private func readValue(
    _ index: Int, _ key: String, into list: inout [TriggerDeclaration.Attribute]
  ) {
    switch kind(index) {
    case .list, .tuple, .set:
      for part in children(index) where kind(part) != .comment { readValue(part, key, into: &list) }
    case .string, .concatenatedString: list.append(.init(key: key, value: literal(index)))
    default: list.append(.init(key: key, value: draft.text(of: index)))
    }
  }

  /// A dotted name with its first part as the imports have it.
  func qualifiedByImports(_ name: String) -> String {
    let first = name.prefix { $0 != "." }
    guard let known = importedNames[String(first)] else { return name }
    return known + name.dropFirst(first.count)
  }

  /// Names joined by dots; nil for any other expression.
  func dottedText(_ index: Int) -> String? {
    switch kind(index) {
    case .identifier: return draft.text(of: index)
    case .attribute:
      guard let object = child(index, fields.object), let name = child(index, fields.attribute),
        let base = dottedText(object)
      else { return nil }
      return base + "." + draft.text(of: name)
    default: return nil
    }
  }

  // MARK: Texts

  /// The characters of a text, adjacent ones joined; a parameter's mark for what is put in.
  func literal(_ index: Int) -> String {
    var text: [UInt8] = []
    addLiteral(index, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private func addLiteral(_ index: Int, to text: inout [UInt8]) {
    for part in children(index) {
      switch kind(part) {
      case .string: addLiteral(part, to: &text)
      case .stringContent: addContent(part, to: &text)
      case .interpolation: text += " ? ".utf8
      default: break
      }
    }
  }

  /// Escapes matter only as far as they separate words.
  private func addContent(_ index: Int, to text: inout [UInt8]) {
    var isEscape = false
    for byte in draft.tree.text(of: index) {
      if isEscape {
        let plain: [UInt8: UInt8] = [0x6e: 0x0a, 0x74: 0x09, 0x72: 0x0d]
        if byte != 0x0a { text.append(plain[byte] ?? byte) }
        isEscape = false
      } else if byte == 0x5c {
        isEscape = true
      } else {
        text.append(byte)
      }
    }
  }

  mutating func addSQL(_ text: String, at index: Int) { draft.addSQL(text, at: index) }

  /// Texts joined by `+` or filled in by `%`, with a parameter's mark for what is not known.
  mutating func addSQL(ofConcatenation operands: [Int], at index: Int) {
    guard operands.contains(where: isString) else { return }
    for operand in operands where isString(operand) { visitStringParts(operand) }
    let text = operands.map { isString($0) ? literal($0) : " ? " }.joined()
    addSQL(text, at: index)
  }

  private mutating func visitStringParts(_ index: Int) {
    for part in children(index) {
      switch kind(part) {
      case .interpolation: visitChildren(part)
      case .string: visitStringParts(part)
      default: break
      }
    }
  }

  // MARK: Tables

  /// The table of a model of Django or SQLAlchemy.
  mutating func addTables(ofClass index: Int, _ name: String, _ bases: [String], _ symbol: UInt32) {
    guard let body = child(index, fields.body), !bases.isEmpty else { return }
    let model = modelTraits(body)
    if let table = model.tableName {
      return addTable(TableName.joined(table, schema: model.schema), at: index, symbol)
    }
    guard !model.isAbstract, model.hasFields,
      let label = PythonPaths.modelLabel(of: draft.facts.path)
    else { return }
    addTable(model.databaseTable ?? label + "_" + name.lowercased(), at: index, symbol)
  }

  private struct ModelTraits {
    /// `__tablename__` of SQLAlchemy.
    var tableName: String?
    /// `schema` in `__table_args__` of SQLAlchemy.
    var schema: String?
    /// `db_table` of Django's `Meta`.
    var databaseTable: String?
    var isAbstract = false
    var hasFields = false
  }

  private func modelTraits(_ body: Int) -> ModelTraits {
    var traits = ModelTraits()
    for statement in children(body) {
      if kind(statement) == .classDefinition, let inner = child(statement, fields.body),
        child(statement, fields.name).map({ draft.isText($0, "Meta") }) ?? false
      {
        readMeta(inner, into: &traits)
      }
      guard let (name, value) = assignment(statement) else { continue }
      if name == "__tablename__", isString(value) { traits.tableName = literal(value) }
      if name == "__table_args__" { traits.schema = schema(value) }
      if kind(value) == .call, let function = child(value, fields.function),
        lastName(function).hasSuffix("Field") || PythonNames.relations.contains(lastName(function))
      {
        traits.hasFields = true
      }
    }
    return traits
  }

  /// `{"schema": "sales"}`, also behind other arguments.
  private func schema(_ value: Int) -> String? {
    let pairs = [value] + children(value)
    for part in pairs.flatMap({ Array(children($0)) }) where kind(part) == .pair {
      guard let key = child(part, fields.key), let text = child(part, fields.value),
        isString(key), isString(text), literal(key) == "schema"
      else { continue }
      return literal(text)
    }
    return nil
  }

  private func readMeta(_ body: Int, into traits: inout ModelTraits) {
    for statement in children(body) {
      guard let (name, value) = assignment(statement) else { continue }
      if name == "db_table", isString(value) { traits.databaseTable = literal(value) }
      if name == "abstract" { traits.isAbstract = kind(value) == .trueLiteral }
      if name == "proxy", kind(value) == .trueLiteral { traits.isAbstract = true }
    }
  }

  /// Name and value of a statement that assigns to one name.
  func assignment(_ statement: Int) -> (name: String, value: Int)? {
    guard kind(statement) == .expressionStatement, let inner = first(statement, .assignment),
      let left = child(inner, fields.left), let right = child(inner, fields.right),
      kind(left) == .identifier
    else { return nil }
    return (draft.text(of: left), right)
  }

  private mutating func addTable(_ name: String, at index: Int, _ symbol: UInt32) {
    draft.facts.dataAccesses.append(
      DataAccess(
        store: .table, name: TableName.joined(name, schema: nil), access: .define,
        line: draft.line(index),
        symbol: symbol))
  }

  /// `Table("orders", metadata, …)` of SQLAlchemy.
  mutating func addTable(ofCall function: Int, _ index: Int) {
    guard lastName(function) == "Table", let list = child(index, fields.arguments),
      let name = dottedText(function), qualifiedByImports(name).hasPrefix("sqlalchemy")
    else { return }
    let arguments = children(list).filter { kind($0) != .comment }
    guard arguments.count > 1, isString(arguments[0]) else { return }
    addTable(literal(arguments[0]), at: index, draft.symbol)
  }

  // MARK: Lifetime

  mutating func addEndlessLoop(_ index: Int) {
    let isLeft = nodes(in: index).contains {
      kind($0) == .breakStatement || kind($0) == .returnStatement
    }
    add(.endlessLoop, index, isLeft ? "exit" : "")
  }

  mutating func addLifetime(ofCall function: Int, _ index: Int) {
    guard let written = dottedText(function) else { return }
    let name = qualifiedByImports(written)
    if let kind = PythonNames.lifetimeCalls[name] { return add(kind, function, name) }
    if name == "open" || name.hasSuffix(".open"), opensForWriting(index) {
      return add(.fileWritten, function, name)
    }
    if let last = name.split(separator: ".").last, name != last,
      let kind = PythonNames.lifetimeMethods[String(last)]
    {
      add(kind, function, name)
    }
  }

  private func opensForWriting(_ index: Int) -> Bool {
    guard let list = child(index, fields.arguments) else { return false }
    let texts = children(list).filter { isString($0) }.map(literal)
    return texts.contains { mode in
      !mode.isEmpty && mode.count <= 3 && mode.allSatisfy { "wax+bt".contains($0) }
        && mode.contains { "wax+".contains($0) }
    }
  }
}
