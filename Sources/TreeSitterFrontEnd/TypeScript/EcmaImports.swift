internal import Facts
internal import TreeSitterBinding

/// Imports and exports of ES modules.
///
/// Each statement gives one import without a name, which is the edge between the files, and one for
/// each name that it binds or exports. An export of what the file itself declares or imports has an
/// empty path.
extension EcmaWalk {
  /// The name of what a CommonJS module exports as a whole, and of `export =`.
  static let wholeExport = "export="

  mutating func addImport(
    _ path: String, _ name: String?, as alias: String?, at index: Int,
    _ marks: Outline.Import.Marks = []
  ) {
    let marks = isRegistered && !path.isEmpty ? marks.union(.registered) : marks
    draft.add(
      Outline.Import(
        path: draft.name(path), name: name.map { draft.name($0) } ?? Outline.none,
        alias: alias.map { draft.name($0) } ?? Outline.none, line: draft.line(index), marks: marks))
    if let alias, !marks.contains(.exported), !path.isEmpty {
      importedNames[alias] = name == nil || name == Self.wholeExport ? path : path + "." + name!
    }
  }

  mutating func readImport(_ index: Int) {
    if let clause = first(index, .importRequire) { return readImportRequire(clause) }
    guard let source = child(index, fields.source) else { return }
    let path = literal(source)
    let marks: Outline.Import.Marks = has(index, "type") ? .typeOnly : []
    addImport(path, nil, as: nil, at: index, isOnlyTypes(index) ? .typeOnly : marks)
    guard let clause = first(index, .importClause) else { return }
    for part in children(clause) {
      switch kind(part) {
      case .identifier: addImport(path, "default", as: draft.text(of: part), at: part, marks)
      case .namespaceImport:
        if let name = first(part, .identifier) {
          addImport(path, nil, as: draft.text(of: name), at: part, marks)
        }
      case .namedImports:
        for item in children(part) where kind(item) == .importSpecifier {
          readSpecifier(item, path, marks)
        }
      default: break
      }
    }
  }

  /// `import { type A, type B } from`.
  private func isOnlyTypes(_ index: Int) -> Bool {
    guard let clause = first(index, .importClause), let names = first(clause, .namedImports),
      first(clause, .identifier) == nil
    else { return has(index, "type") }
    let items = children(names).filter { kind($0) == .importSpecifier }
    return has(index, "type") || (!items.isEmpty && items.allSatisfy { has($0, "type") })
  }

  private mutating func readSpecifier(
    _ item: Int, _ path: String, _ marks: Outline.Import.Marks
  ) {
    guard let name = child(item, fields.name).flatMap(propertyName) else { return }
    let alias = child(item, fields.alias).map { draft.text(of: $0) } ?? name
    addImport(
      path, name, as: alias, at: item, has(item, "type") ? marks.union(.typeOnly) : marks)
  }

  /// `import x = require('y')`.
  private mutating func readImportRequire(_ clause: Int) {
    guard let source = child(clause, fields.source), let name = first(clause, .identifier) else {
      return
    }
    let path = literal(source)
    addImport(path, nil, as: nil, at: clause)
    addImport(path, Self.wholeExport, as: draft.text(of: name), at: clause)
  }

  /// `import A = B.C`.
  mutating func readImportAlias(_ index: Int, isExported: Bool) {
    let parts = children(index).filter {
      kind($0) == .identifier || kind($0) == .nestedIdentifier
    }
    guard parts.count == 2 else { return }
    openSignature()
    let type = visit(parts[1], .silent)
    closeSignature()
    var binding = Outline.Binding(
      name: draft.name(of: parts[0]), kind: .alias,
      marks: isExported ? .isStatic : [.isStatic, .isPrivate], scope: draft.scope)
    binding.type = Self.signatureTerm(type)
    _ = add(binding)
  }

  mutating func readReferenceComment(_ index: Int) {
    let text = draft.text(of: index)
    guard text.hasPrefix("///"), let start = text.firstRange(of: "<reference path=") else { return }
    let rest = text[start.upperBound...]
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return }
    let path = String(rest.dropFirst().prefix { $0 != quote })
    let isRelative = path.hasPrefix(".") || path.hasPrefix("/")
    addImport(isRelative ? path : "./" + path, nil, as: nil, at: index, .typeOnly)
  }

  // MARK: Exports

  mutating func readExport(_ index: Int) {
    let decorators = children(index).filter { kind($0) == .decorator }
    if let source = child(index, fields.source) { return readReexport(index, literal(source)) }
    let isDefault = has(index, "default")
    if let declaration = child(index, fields.declaration) {
      readDeclared(declaration, isDefault: isDefault, decorators)
    } else if let value = child(index, fields.value) {
      readExportedValue(value, as: "default", at: index)
    } else if let clause = first(index, .exportClause) {
      for item in children(clause) where kind(item) == .exportSpecifier {
        addLocalExport(item, has(index, "type"))
      }
    } else {
      // `export = x`, `export as namespace X`.
      let isWhole = children(index).contains { draft.isText($0, "=") }
      for part in children(index) where kind(part) != nil && kind(part) != .decorator && isWhole {
        readExportedValue(part, as: Self.wholeExport, at: index)
      }
    }
  }

  private mutating func readDeclared(_ index: Int, isDefault: Bool, _ decorators: [Int]) {
    switch kind(index) {
    case .lexical, .variable: readVariables(index, isExported: true)
    case .ambient: readStatement(index, isExported: true)
    default:
      let name = child(index, fields.name).map { draft.text(of: $0) }
      readDeclaration(index, isExported: !isDefault || name == nil, decorators: decorators)
      if isDefault, let name { addImport("", name, as: "default", at: index, .exported) }
    }
  }

  private mutating func addLocalExport(_ item: Int, _ isTypeOnly: Bool) {
    guard let name = child(item, fields.name).flatMap(propertyName) else { return }
    let alias = child(item, fields.alias).flatMap(propertyName) ?? name
    let marks: Outline.Import.Marks = isTypeOnly || has(item, "type") ? .typeOnly : []
    addImport("", name, as: alias, at: item, marks.union(.exported))
  }

  private mutating func readReexport(_ index: Int, _ path: String) {
    let marks: Outline.Import.Marks = has(index, "type") ? .typeOnly : []
    addImport(path, nil, as: nil, at: index, marks)
    if let clause = first(index, .exportClause) {
      for item in children(clause) where kind(item) == .exportSpecifier {
        guard let name = child(item, fields.name).flatMap(propertyName) else { continue }
        let alias = child(item, fields.alias).flatMap(propertyName) ?? name
        addImport(path, name, as: alias, at: item, marks.union(.exported))
      }
    } else if let whole = first(index, .namespaceExport) {
      let alias = children(whole).compactMap(propertyName).last
      addImport(path, nil, as: alias, at: whole, marks.union(.exported))
    } else {
      addImport(path, nil, as: nil, at: index, marks.union([.exported, .wildcard]))
    }
  }

  /// A value that is exported under a name which no declaration gives it.
  mutating func readExportedValue(_ value: Int, as name: String, at index: Int) {
    if kind(value) == .identifier {
      addImport("", draft.text(of: value), as: name, at: index, .exported)
      _ = visit(value, .silent)
      return
    }
    let shown = child(value, fields.name).map { draft.text(of: $0) }
    readNamedValue(
      value,
      Heading(
        name: name, shown: shown ?? (name == Self.wholeExport ? "module.exports" : name),
        node: value, isExported: true), isConstant: true)
  }
}
