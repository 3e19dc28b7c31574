internal import Facts
internal import TreeSitterBinding

/// Annotations, tables and what decides how a process lives.
extension ScalaWalk {
  mutating func readAnnotations(_ annotations: [Int], of symbol: UInt32) {
    for annotation in annotations { readAnnotation(annotation, of: symbol) }
  }

  /// `@Name`, `@Name(…)`, `@field @Name("x")`.
  mutating func readAnnotation(_ index: Int, of symbol: UInt32) {
    guard let type = child(index, fields.name) else { return visitAll(index) }
    _ = readType(type, .annotation)
    var arguments: [TriggerDeclaration.Attribute] = []
    for list in children(index) where kind(list) == .arguments {
      for argument in parts(list) { readAnnotationArgument(argument, "", into: &arguments) }
    }
    let name = typeText(type)
    draft.facts.annotations.append(
      Annotation(
        name: name, qualifiedName: qualifiedAnnotation(name), arguments: arguments, symbol: symbol,
        line: draft.line(index)))
  }

  private mutating func visitAll(_ index: Int) {
    for part in parts(index) { visit(part) }
  }

  private func qualifiedAnnotation(_ name: String) -> String {
    let first = name.prefix { $0 != "." }
    guard let known = importedNames[String(first)] else { return name }
    return known + name.dropFirst(first.count)
  }

  private mutating func readAnnotationArgument(
    _ index: Int, _ key: String, into arguments: inout [TriggerDeclaration.Attribute]
  ) {
    switch kind(index) {
    case .assignment:
      guard let left = child(index, fields.left), let right = child(index, fields.right) else {
        return
      }
      readAnnotationArgument(right, nameText(left), into: &arguments)
    case .string, .interpolatedExpression:
      arguments.append(.init(key: key, value: literal(index)))
      _ = visitParts(ofString: index)
    case .call where child(index, fields.function).map { draft.isText($0, "Array") } ?? false:
      for part in child(index, fields.arguments).map({ parts($0) }) ?? [] {
        readAnnotationArgument(part, key, into: &arguments)
      }
    default:
      arguments.append(.init(key: key, value: draft.text(of: index)))
      visit(index)
    }
  }

  func annotationName(_ index: Int) -> String {
    child(index, fields.name).map { simpleName($0) } ?? ""
  }

  /// The table of `class Orders(tag: Tag) extends Table[Order](tag, "ORDERS")`.
  mutating func addTable(_ head: Head) {
    guard ScalaNames.tables.contains(simpleName(head.node)), let list = head.arguments.first,
      draft.symbol != Reference.fileLevel
    else { return }
    guard let name = parts(list).last(where: { kind($0) == .string }).map({ literal($0) }),
      SpelledText.mayName(name)
    else { return }
    // The library gives it as a member.
    var binding = Outline.Binding(
      name: draft.name("tableName"), kind: .variable, scope: draft.scope)
    binding.text = draft.name(name)
    binding.type = literalType("String")
    draft.add(binding)
  }

  // MARK: Lifetime

  mutating func addEndlessLoop(_ index: Int) {
    let isLeft = nodes(in: index).contains {
      draft.isText($0, "return")
    }
    add(.endlessLoop, index, isLeft ? "exit" : "")
  }

  mutating func addLifetime(ofCall name: Int, on object: Int?) {
    guard let object else { return }
    let text = draft.text(of: name)
    if draft.isText(object, "Thread"), text == "sleep" { add(.slept, name, "Thread.sleep") }
    if draft.isText(object, "Executors") { add(.threadStarted, name, "Executors." + text) }
  }

  mutating func addLifetime(ofNew name: String, at index: Int) {
    guard let fact = JavaNames.lifetimeTypes[name],
      let kind = LifetimeFact.Kind.allCases.first(where: { $0.name == fact })
    else { return }
    add(kind, index, name)
  }
}
