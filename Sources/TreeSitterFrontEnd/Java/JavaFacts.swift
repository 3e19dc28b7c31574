internal import Facts
internal import TreeSitterBinding

/// Annotations, tables and what decides how a process lives.
extension JavaWalk {
  mutating func readAnnotations(_ annotations: [Int], of symbol: UInt32) {
    for annotation in annotations { readAnnotation(annotation, of: symbol) }
  }

  mutating func readAnnotation(_ index: Int, of symbol: UInt32) {
    guard let nameNode = child(index, fields.name) else { return }
    _ = readType(nameNode, .annotation)
    let name = dotted(nameNode)
    var arguments: [TriggerDeclaration.Attribute] = []
    if let list = child(index, fields.arguments) {
      for argument in children(list) { readArgument(argument, into: &arguments) }
    }
    let annotation = Annotation(
      name: name, qualifiedName: qualifiedAnnotation(name), arguments: arguments,
      symbol: symbol, line: draft.line(index))
    draft.facts.annotations.append(annotation)
    addSQL(of: annotation)
  }

  /// The query of a mapper, or of a repository where it is the database's own language.
  private mutating func addSQL(of annotation: Annotation) {
    let isNative = annotation.name == "Query" && annotation["nativeQuery"] == "true"
    guard isNative || JavaNames.queryAnnotations.contains(annotation.name) else { return }
    let text = annotation.arguments.filter { $0.key.isEmpty || $0.key == "value" }
      .map(\.value).joined(separator: " ")
    addSQL(text, line: annotation.line, symbol: annotation.symbol)
  }

  private func qualifiedAnnotation(_ name: String) -> String {
    let first = name.prefix { $0 != "." }
    guard let known = importedNames[String(first)] else { return name }
    return known + name.dropFirst(first.count)
  }

  private mutating func readArgument(
    _ index: Int, into arguments: inout [TriggerDeclaration.Attribute]
  ) {
    switch kind(index) {
    case .lineComment, .blockComment: break
    case .elementPair:
      guard let key = child(index, fields.key), let value = child(index, fields.value) else {
        return
      }
      readValue(value, draft.text(of: key), into: &arguments)
    default: readValue(index, "", into: &arguments)
    }
  }

  private mutating func readValue(
    _ index: Int, _ key: String, into arguments: inout [TriggerDeclaration.Attribute]
  ) {
    switch kind(index) {
    case .elementArray:
      for part in children(index) { readValue(part, key, into: &arguments) }
    case .string:
      arguments.append(.init(key: key, value: literal(index)))
    case .annotation, .markerAnnotation: readAnnotation(index, of: draft.symbol)
    case .lineComment, .blockComment: break
    default:
      arguments.append(.init(key: key, value: annotationText(index)))
      visit(index)
    }
  }

  /// Constant texts joined by `+` as one; everything else as written.
  private func annotationText(_ index: Int) -> String {
    guard kind(index) == .binary else { return draft.text(of: index) }
    var parts: [String] = []
    var next = index
    while kind(next) == .binary, let left = child(next, fields.left),
      let right = child(next, fields.right)
    {
      guard kind(right) == .string else { return draft.text(of: index) }
      parts.append(literal(right))
      next = left
    }
    guard kind(next) == .string else { return draft.text(of: index) }
    return ([literal(next)] + parts.reversed()).joined()
  }

  /// Lombok adds members that the source does not show.
  mutating func addExtensions(of binding: UInt32, _ index: Int, _ modifiers: Modifiers) {
    let isExtended = modifiers.annotations.contains { annotation in
      guard let name = child(annotation, fields.name) else { return false }
      return JavaNames.extendingAnnotations.contains(simpleName(name))
    }
    if isExtended { draft.update(binding) { $0.marks.insert(.isExtended) } }
  }

  /// The table of a JPA entity.
  mutating func addTable(_ name: String, _ symbol: UInt32, _ annotations: [Int]) {
    guard !annotations.isEmpty else { return }
    let known = draft.facts.annotations.suffix(annotations.count * 4).filter {
      $0.symbol == symbol
    }
    guard let entity = known.first(where: { $0.isPersistence("Entity") }) else { return }
    let table = known.first { $0.isPersistence("Table") }
    let own = table?["name"] ?? Self.snakeCase(entity["name"] ?? name)
    draft.facts.dataAccesses.append(
      DataAccess(
        store: .table,
        name: TableName.joined(own, schema: table?["schema"] ?? table?["catalog"]),
        access: .define, line: entity.line, symbol: symbol))
  }

  /// `OrderItem` as `order_item`, as the usual naming strategy has it.
  private static func snakeCase(_ name: String) -> String {
    var text = ""
    var last: Character?
    for character in name {
      if character.isUppercase, let last, last.isLowercase || last.isNumber { text += "_" }
      text.append(character)
      last = character
    }
    return text.lowercased()
  }

  // MARK: Literals

  /// The characters of a literal or text block: without quotes, escapes undone.
  func literal(_ index: Int) -> String {
    var bytes = draft.tree.text(of: index)
    let quotes = bytes.starts(with: [0x22, 0x22, 0x22]) && bytes.count >= 6 ? 3 : 1
    guard bytes.count >= 2 * quotes else { return "" }
    bytes = bytes.dropFirst(quotes).dropLast(quotes)
    guard bytes.contains(0x5c) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var isEscape = false
    for byte in bytes {
      if isEscape {
        let plain: [UInt8: UInt8] = [0x6e: 0x0a, 0x74: 0x09, 0x72: 0x0d]
        text.append(plain[byte] ?? byte)
        isEscape = false
      } else if byte == 0x5c {
        isEscape = true
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  mutating func addSQL(_ text: String, at index: Int) {
    guard !isInObjectQuery else { return }
    addSQL(text, line: draft.line(index), symbol: draft.symbol)
  }

  private mutating func addSQL(_ text: String, line: UInt32, symbol: UInt32) {
    draft.addSQL(text, line: line, symbol: symbol)
  }

  /// Literals joined by `+`, with a parameter's mark for what is not known.
  mutating func addSQL(ofConcatenation operands: [Int], at index: Int) {
    guard operands.contains(where: { kind($0) == .string }) else { return }
    let text = operands.map { kind($0) == .string ? literal($0) : " ? " }.joined()
    addSQL(text, at: index)
  }

  // MARK: Lifetime

  mutating func addEndlessLoop(_ index: Int) {
    let isLeft = nodes(in: index).contains {
      kind($0) == .breakStatement || draft.isText($0, "return")
    }
    add(.endlessLoop, index, isLeft ? "exit" : "")
  }

  mutating func addLifetime(ofCreating type: Int) {
    let name = simpleName(type)
    guard let fact = JavaNames.lifetimeTypes[name] else { return }
    if let kind = LifetimeFact.Kind.allCases.first(where: { $0.name == fact }) {
      add(kind, type, "new " + name)
    }
  }

  mutating func addLifetime(ofCall name: Int, on object: Int?) {
    guard let object else { return }
    if draft.isText(object, "Thread"), draft.isText(name, "sleep") {
      add(.slept, name, "Thread.sleep")
    } else if draft.isText(object, "Executors") {
      add(.threadStarted, name, "Executors." + draft.text(of: name))
    }
  }
}

extension Annotation {
  /// Of `javax.persistence` or its successor.
  fileprivate func isPersistence(_ name: String) -> Bool {
    qualifiedName == "jakarta.persistence." + name || qualifiedName == "javax.persistence." + name
      || qualifiedName == name
  }
}
