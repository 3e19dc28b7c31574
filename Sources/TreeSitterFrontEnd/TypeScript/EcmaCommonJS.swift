internal import Facts
internal import TreeSitterBinding

/// `require`, `module.exports`, `exports.x`, and functions that are assigned to properties.
extension EcmaWalk {
  /// The module in `require('./x')`; nil for anything else.
  func requiredPath(_ index: Int) -> String? {
    guard kind(index) == .call, let function = child(index, fields.function),
      kind(function) == .identifier, draft.isText(function, "require")
    else { return nil }
    return onlyText(of: index)
  }

  /// The modules in `require(x ? './a' : './b')` and the like with `import`: none is sure.
  func possiblePaths(_ call: Int) -> [String] {
    guard let function = child(call, fields.function),
      draft.isText(function, "require") || kind(function) == .importWord,
      let arguments = child(call, fields.arguments),
      let choice = children(arguments).first(where: { kind($0) == .ternary })
    else { return [] }
    let parts = [fields.consequence, fields.alternative].compactMap { child(choice, $0) }
    return parts.filter { kind($0) == .string }.map(literal)
  }

  /// The module in `import('./x')`; nil for anything else.
  func dynamicPath(_ index: Int) -> String? {
    guard kind(index) == .call, let function = child(index, fields.function),
      kind(function) == .importWord
    else { return nil }
    return onlyText(of: index)
  }

  private func onlyText(of call: Int) -> String? {
    guard let arguments = child(call, fields.arguments),
      let text = children(arguments).first(where: { kind($0) != nil && kind($0) != .comment })
    else { return nil }
    if kind(text) == .template, first(text, .substitution) == nil { return literal(text) }
    return kind(text) == .string ? literal(text) : nil
  }

  /// The value of a module that is required in the midst of an expression.
  mutating func module(
    _ path: String, _ name: String?, at index: Int, _ marks: Outline.Import.Marks = [],
    _ use: Term.Use = .silent
  ) -> UInt32 {
    let alias = (name == nil ? "import " : "require ") + path
    addImport(path, nil, as: nil, at: index, marks)
    let number = draft.name(alias)
    if requiredModules.insert(number).inserted {
      addImport(path, name, as: alias, at: index, marks)
    }
    return term(.name, use, name: number, at: index)
  }

  /// `const x = require('y')`, `const { a, b: c } = require('y')`: imports; whether it was one.
  mutating func readRequired(_ pattern: Int, _ value: Int) -> Bool {
    guard let path = requiredPath(value) else { return readRequiredMember(pattern, value) }
    let names = requiredNames(pattern)
    guard let names else { return false }
    addImport(path, nil, as: nil, at: value)
    for (name, alias) in names { addImport(path, name, as: alias, at: pattern) }
    return true
  }

  /// `const x = require('y').z`.
  private mutating func readRequiredMember(_ pattern: Int, _ value: Int) -> Bool {
    guard kind(value) == .member, kind(pattern) == .identifier,
      let object = child(value, fields.object), let path = requiredPath(object),
      let property = child(value, fields.property)
    else { return false }
    addImport(path, nil, as: nil, at: value)
    addImport(path, draft.text(of: property), as: draft.text(of: pattern), at: pattern)
    return true
  }

  /// Nil for patterns that are more than a list of names.
  private func requiredNames(_ pattern: Int) -> [(name: String, alias: String)]? {
    if kind(pattern) == .identifier { return [(Self.wholeExport, draft.text(of: pattern))] }
    guard kind(pattern) == .objectPattern else { return nil }
    var names: [(String, String)] = []
    for part in children(pattern) {
      switch kind(part) {
      case .shorthandPattern: names.append((draft.text(of: part), draft.text(of: part)))
      case .pairPattern:
        guard let key = child(part, fields.key).flatMap(propertyName),
          let value = child(part, fields.value), kind(value) == .identifier
        else { return nil }
        names.append((key, draft.text(of: value)))
      case .comment, nil: break
      default: return nil
      }
    }
    return names
  }

  // MARK: Exports

  /// `module.exports`, or what is assigned to it in turn.
  func isWholeExports(_ index: Int) -> Bool {
    switch kind(index) {
    case .identifier: return draft.isText(index, "exports")
    case .member:
      guard let object = child(index, fields.object), let name = child(index, fields.property)
      else { return false }
      return draft.isText(object, "module") && draft.isText(name, "exports")
    case .assignment: return child(index, fields.left).map(isWholeExports) ?? false
    default: return false
    }
  }

  /// The name in `exports.x`, `module.exports.x` and `alias.x`.
  private func exportedName(_ left: Int) -> String? {
    guard kind(left) == .member, let object = child(left, fields.object),
      let property = child(left, fields.property)
    else { return nil }
    let isAlias = kind(object) == .identifier && exportsAliases.contains(draft.text(of: object))
    return isAlias || isWholeExports(object) ? draft.text(of: property) : nil
  }

  /// An assignment at the level of the file.
  mutating func readModuleAssignment(_ index: Int) {
    guard let left = child(index, fields.left), var right = child(index, fields.right) else {
      return _ = visitChildren(index)
    }
    var targets = [left]
    while kind(right) == .assignment, let next = child(right, fields.left),
      let value = child(right, fields.right)
    {
      targets.append(next)
      right = value
    }
    if targets.contains(where: isWholeExports) { return readWholeExports(right) }
    if let name = targets.compactMap(exportedName).first {
      return readExport(right, as: name, at: index)
    }
    if isFunction(right), let name = assignedName(left) {
      return readAssignedFunction(right, name, at: index)
    }
    visit(index)
  }

  private func isFunction(_ index: Int) -> Bool {
    kind(index) == .arrow || kind(index) == .functionExpression
      || kind(index) == .generatorExpression
  }

  /// `Order.prototype.total` as `Order.total`, `util.round` as it is.
  private func assignedName(_ left: Int) -> String? {
    guard kind(left) == .member else { return nil }
    let parts = draft.text(of: left).split(separator: ".", omittingEmptySubsequences: false)
      .filter { $0 != "prototype" }
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
    }
    return isPlain && parts.count > 1 ? parts.joined(separator: ".") : nil
  }

  /// A function that is assigned to a property: it has a symbol, but no scope has its name.
  private mutating func readAssignedFunction(_ value: Int, _ name: String, at index: Int) {
    readFunction(
      value,
      Heading(name: "=" + name, shown: name, node: index, isExported: false), .method,
      isMethod: false)
  }

  private mutating func openExports() -> UInt32 {
    if let exportsScope { return exportsScope }
    draft.open(.namespace)
    draft.setNamespace("module exports")
    let scope = draft.scope
    draft.close()
    exportsScope = scope
    return scope
  }

  mutating func readWholeExports(_ value: Int) {
    let scope = openExports()
    let inner = unwrapped(value)
    if kind(inner) == .object {
      for part in children(inner) { readExportedProperty(part) }
    } else if kind(inner) == .identifier {
      addImport("", draft.text(of: inner), as: Self.wholeExport, at: inner, .exported)
      _ = visit(inner, .silent)
    } else if let path = requiredPath(inner) {
      addImport(path, nil, as: nil, at: inner)
      addImport(path, Self.wholeExport, as: Self.wholeExport, at: inner, .exported)
    } else {
      let shown = child(inner, fields.name).map { draft.text(of: $0) } ?? "module.exports"
      let heading = Heading(
        name: Self.wholeExport, shown: shown, node: value, isExported: true, scope: scope)
      readMixin(value) { $0.readNamedValue(value, heading, isConstant: true) }
    }
  }

  private mutating func readExportedProperty(_ index: Int) {
    switch kind(index) {
    case .shorthand:
      let name = draft.text(of: index)
      readExport(index, as: name, at: index)
    case .pair:
      guard let key = child(index, fields.key), let value = child(index, fields.value) else {
        return
      }
      guard let name = propertyName(key) else { return _ = visit(value) }
      readExport(value, as: name, at: index)
    case .method:
      guard let name = child(index, fields.name).flatMap(propertyName) else { return }
      readFunction(
        index, Heading(name: name, node: index, isExported: true, scope: openExports()),
        .function, isMethod: false)
    case .spread:
      for part in children(index) {
        if let path = requiredPath(part) {
          addImport(path, nil, as: nil, at: part)
          addImport(path, nil, as: nil, at: part, [.exported, .wildcard])
        } else {
          visit(part)
        }
      }
    default: visit(index)
    }
  }

  /// One value that a CommonJS module exports by name.
  private mutating func readExport(_ value: Int, as name: String, at index: Int) {
    let scope = openExports()
    let inner = unwrapped(value)
    if kind(inner) == .identifier || kind(inner) == .shorthand {
      addImport("", draft.text(of: inner), as: name, at: inner, .exported)
    } else if let path = requiredPath(inner) {
      addImport(path, nil, as: nil, at: inner)
      addImport(path, Self.wholeExport, as: name, at: inner, .exported)
    } else {
      readNamedValue(
        value, Heading(name: name, node: index, isExported: true, scope: scope), isConstant: true)
    }
  }
}
