internal import Facts
internal import TreeSitterBinding

/// Annotations, tables and what decides how a process lives.
extension KotlinWalk {
  mutating func readAnnotations(_ annotations: [Int], of symbol: UInt32) {
    for annotation in annotations { readAnnotation(annotation, of: symbol) }
  }

  /// `@Name`, `@Name(…)`, `@field:Name`, `@[One Two]`, and those of the file.
  mutating func readAnnotation(_ index: Int, of symbol: UInt32) {
    for part in children(index) {
      switch kind(part) {
      case .userType: addAnnotation(part, nil, of: symbol)
      case .constructorInvocation:
        guard let type = first(part, .userType) else { continue }
        addAnnotation(type, first(part, .valueArguments), of: symbol)
      default: break
      }
    }
  }

  private mutating func addAnnotation(_ type: Int, _ list: Int?, of symbol: UInt32) {
    _ = readType(type, .annotation)
    let name = typeText(type)
    var arguments: [TriggerDeclaration.Attribute] = []
    if let list {
      for argument in children(list) where kind(argument) == .valueArgument {
        let isNamed = has(argument, "=")
        let key = isNamed ? first(argument, .identifier).map { nameText($0) } ?? "" : ""
        guard let value = parts(argument).last else { continue }
        readValue(value, key, into: &arguments)
      }
    }
    let annotation = Annotation(
      name: name, qualifiedName: qualifiedAnnotation(name), arguments: arguments, symbol: symbol,
      line: draft.line(type))
    draft.facts.annotations.append(annotation)
    addSQL(of: annotation)
  }

  private func qualifiedAnnotation(_ name: String) -> String {
    let first = name.prefix { $0 != "." }
    guard let known = importedNames[String(first)] else { return name }
    return known + name.dropFirst(first.count)
  }

  private mutating func readValue(
    _ index: Int, _ key: String, into arguments: inout [TriggerDeclaration.Attribute]
  ) {
    switch kind(index) {
    case .collection:
      for part in parts(index) { readValue(part, key, into: &arguments) }
    case .string, .multilineString:
      arguments.append(.init(key: key, value: literal(index)))
      _ = visitParts(ofString: index)
    case .call where calleeName(index) == "arrayOf":
      for part in first(index, .valueArguments).map({ parts($0) }) ?? [] {
        if let value = parts(part).last { readValue(value, key, into: &arguments) }
      }
    case .binary:
      let isText = parts(index).allSatisfy { isString($0) }
      arguments.append(
        .init(
          key: key,
          value: isText ? parts(index).map { literal($0) }.joined() : draft.text(of: index)))
      if !isText { visit(index) }
    default:
      arguments.append(.init(key: key, value: draft.text(of: index)))
      visit(index)
    }
  }

  /// The query of a mapper, or of a repository where it is the database's own language.
  private mutating func addSQL(of annotation: Annotation) {
    let isNative = annotation.name == "Query" && annotation["nativeQuery"] == "true"
    let isRoom = annotation.qualifiedName.hasPrefix("androidx.room.")
    guard isNative || isRoom || JavaNames.queryAnnotations.contains(annotation.name) else { return }
    let text = annotation.arguments.filter { $0.key.isEmpty || $0.key == "value" }
      .map(\.value).joined(separator: " ")
    addSQL(text, line: annotation.line, symbol: annotation.symbol)
  }

  func simpleAnnotation(_ index: Int) -> String {
    let invocation = first(index, .constructorInvocation) ?? index
    return first(invocation, .userType).map { simpleName($0) } ?? ""
  }

  func isTest(_ annotation: Int) -> Bool {
    ["Test", "ParameterizedTest", "BeforeTest", "Before"].contains(simpleAnnotation(annotation))
  }

  /// The table of an entity of JPA or Room.
  mutating func addTable(_ name: String, _ symbol: UInt32, _ count: Int) {
    guard count > 0 else { return }
    let known = draft.facts.annotations.suffix(count * 4).filter { $0.symbol == symbol }
    guard let entity = known.first(where: { $0.isPersistence("Entity") }) else { return }
    let table = known.first { $0.isPersistence("Table") }
    let usual =
      entity.qualifiedName.hasPrefix("androidx.") ? name : Self.snakeCase(entity["name"] ?? name)
    let own = table?["name"] ?? entity["tableName"] ?? usual
    draft.facts.dataAccesses.append(
      DataAccess(
        store: .table,
        name: TableName.joined(own, schema: table?["schema"] ?? table?["catalog"]), access: .define,
        line: entity.line,
        symbol: symbol))
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

  // MARK: Lifetime

  mutating func addEndlessLoop(_ index: Int) {
    let isLeft = nodes(in: index).contains {
      draft.isText($0, "break") || draft.isText($0, "return")
    }
    add(.endlessLoop, index, isLeft ? "exit" : "")
  }

  mutating func addLifetime(ofCall name: Int, on object: Int?) {
    let text = draft.text(of: name)
    if let object {
      if draft.isText(object, "Thread"), text == "sleep" { add(.slept, name, "Thread.sleep") }
      if draft.isText(object, "Executors") { add(.threadStarted, name, "Executors." + text) }
    } else if text == "thread", importedNames["thread"] == "kotlin.concurrent.thread" {
      add(.threadStarted, name, text)
    } else if let fact = JavaNames.lifetimeTypes[text],
      let kind = LifetimeFact.Kind.allCases.first(where: { $0.name == fact })
    {
      add(kind, name, text)
    }
  }
}

extension Annotation {
  /// Of `javax.persistence`, its successor, or `androidx.room`.
  fileprivate func isPersistence(_ name: String) -> Bool {
    ["jakarta.persistence.", "javax.persistence.", "androidx.room.", ""].contains {
      qualifiedName == $0 + name
    }
  }
}
