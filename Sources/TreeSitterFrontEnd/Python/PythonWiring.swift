internal import Facts
internal import TreeSitterBinding

/// Texts and calls by which frameworks find code.
///
/// A text is filed under a name that no source can have; ``PythonRules`` knows what it stands for.
extension PythonWalk {
  /// Calls that mean something of their own; nil for any other.
  mutating func visitSpecialCall(_ index: Int, _ function: Int) -> UInt32? {
    let name = lastName(function)
    if kind(function) == .identifier, name == "super" {
      readArguments(index)
      return draft.add(.superValue, .silent, at: index)
    }
    guard let list = child(index, fields.arguments), kind(list) == .argumentList else { return nil }
    let arguments = children(list).filter { kind($0) != .comment }
    if name == "cast", arguments.count == 2 { return visitCast(arguments) }
    if PythonNames.loaders.contains(name) { return visitLoader(index, function) }
    if PythonNames.relations.contains(name), let first = arguments.first, isString(first) {
      wire(PythonNames.model(literal(first), in: draft.facts.path), at: first)
    } else if PythonNames.dynamicImports.contains(name), let first = arguments.first,
      isString(first)
    {
      importDynamically(literal(first), at: index)
    } else if PythonNames.wiringCalls.contains(name) {
      for argument in arguments.prefix(2) where isString(argument) {
        addWiring(literal(argument), at: argument)
      }
    }
    return nil
  }

  private mutating func visitCast(_ arguments: [Int]) -> UInt32 {
    let type =
      isString(arguments[0]) ? readTypeText(arguments[0]) : readDeclaredType(arguments[0])
    let value = visit(arguments[1])
    guard type.term != Outline.none else { return value }
    return type.isType
      ? type.term : draft.add(.value, .silent, base: type.term, at: arguments[0])
  }

  /// `get_model("app", "Model")`, `get_class("app.module", "Class")` and their like.
  private mutating func visitLoader(_ index: Int, _ function: Int) -> UInt32 {
    visit(function, .call)
    let names = loadedClasses(index)
    if names.isEmpty {
      readArguments(index)
      return Outline.none
    }
    let terms = names.map { draft.add(.name, .wiring, name: draft.name($0), at: index) }
    return terms.count == 1 ? terms[0] : Outline.none
  }

  /// The names of what a call loads, as rules know them; empty for any other expression.
  func loadedClasses(_ index: Int) -> [String] {
    guard kind(index) == .call, let function = child(index, fields.function),
      PythonNames.loaders.contains(lastName(function)), let list = child(index, fields.arguments)
    else { return [] }
    let arguments = children(list).filter { kind($0) != .comment && kind($0) != .keywordArgument }
    guard let first = arguments.first, isString(first) else { return [] }
    if lastName(function) == "get_model" {
      let parts = arguments.prefix(2).filter { isString($0) }.map(literal)
      return [PythonNames.model(parts.joined(separator: "."), in: draft.facts.path)]
    }
    guard arguments.count > 1 else { return [] }
    let names = isString(arguments[1]) ? [arguments[1]] : Array(children(arguments[1]))
    return names.filter { isString($0) }.map {
      PythonNames.classMark + literal(first) + ":" + literal($0)
    }
  }

  /// What a field of a model gives: one row, `ForeignKey("shop.Order")`, `ForeignKey(Order)`, or
  /// something that asks for rows, `ManyToManyField(Label)`. The operand is the name that the other
  /// side has for it.
  mutating func relatedModel(_ index: Int, _ function: Int) -> UInt32? {
    let name = lastName(function)
    let isSingle = PythonNames.singleRelations.contains(name)
    guard isSingle || PythonNames.manyRelations.contains(name),
      let list = child(index, fields.arguments)
    else { return nil }
    let arguments = children(list).filter { kind($0) != .comment }
    guard
      let target = self.argument("to", of: arguments)
        ?? arguments.first(where: { kind($0) != .keywordArgument })
    else { return nil }
    var type = relatedType(target)
    guard type != Outline.none else { return type }
    if !isSingle {
      let rows = builtIn(PythonNames.relatedRows)
      type = draft.add(.apply, .silentType, base: rows, at: target, operands: [type])
    }
    var other = self.argument("related_name", of: arguments).map(literal) ?? ""
    if PythonNames.oneToOne.contains(name) { other = RowManagers.oneMark + other }
    let text = draft.add(.text, .silent, name: draft.name(other), at: target)
    return draft.add(.value, .silent, base: type, at: target, operands: [text])
  }

  private func argument(_ name: StaticString, of arguments: [Int]) -> Int? {
    let named = arguments.first { argument in
      kind(argument) == .keywordArgument
        && (child(argument, fields.name).map { draft.isText($0, name) } ?? false)
    }
    return named.flatMap { child($0, fields.value) }
  }

  private mutating func relatedType(_ target: Int) -> UInt32 {
    guard isString(target) else { return silentValue(target) }
    if literal(target) == "self" { return draft.add(.selfValue, .silent, at: target) }
    let name = draft.name(PythonNames.model(literal(target), in: draft.facts.path))
    return draft.add(.name, .silent, name: name, at: target)
  }

  /// A text that may name a module, or something in one, in full.
  mutating func addWiring(_ text: String, at index: Int) {
    guard PythonNames.isDotted(text), text.contains(".") else { return }
    wire(PythonNames.dottedMark + text, at: index)
  }

  private mutating func wire(_ name: String, at index: Int) {
    _ = draft.add(.name, .wiring, name: draft.name(name), at: index)
  }
}
