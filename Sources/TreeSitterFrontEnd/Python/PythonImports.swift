internal import Facts
internal import TreeSitterBinding

/// Import statements.
extension PythonWalk {
  /// `import a.b, c as d`.
  mutating func readImport(_ index: Int) {
    for part in children(index) {
      switch kind(part) {
      case .dottedName: importModule(part)
      case .aliasedImport: importModuleAs(part)
      default: break
      }
    }
  }

  /// Binds the first name, although all of the module is loaded.
  private mutating func importModule(_ index: Int) {
    let path = dotted(index)
    let top = String(path.prefix { $0 != "." })
    var item = newImport(path, at: index)
    if top == path {
      item.alias = bindImported(draft.name(top), full: top)
      draft.add(item)
    } else {
      draft.add(item)
      var binding = newImport(top, at: index)
      binding.marks.insert(.member)
      binding.alias = bindImported(draft.name(top), full: top)
      draft.add(binding)
    }
  }

  private mutating func importModuleAs(_ index: Int) {
    guard let module = child(index, fields.name), let alias = child(index, fields.alias) else {
      return
    }
    let path = dotted(module)
    var item = newImport(path, at: index)
    item.alias = bindImported(draft.name(of: alias), full: path)
    draft.add(item)
  }

  /// `from .a import b as c, d`, `from a import *`.
  mutating func readImportFrom(_ index: Int) {
    guard let module = child(index, fields.moduleName) else { return }
    var level = 0
    var path = ""
    if kind(module) == .relativeImport {
      for part in children(module) {
        switch kind(part) {
        case .importPrefix: level = draft.tree.text(of: part).count { $0 == UInt8(ascii: ".") }
        case .dottedName: path = dotted(part)
        default: break
        }
      }
    } else {
      path = dotted(module)
    }
    for part in children(index) where part != module {
      importName(part, from: path, level: UInt8(clamping: level))
    }
  }

  private mutating func importName(_ index: Int, from path: String, level: UInt8) {
    var item = newImport(path, at: index)
    item.level = level
    switch kind(index) {
    case .wildcardImport: item.marks.insert(.wildcard)
    case .dottedName:
      let name = draft.name(of: index)
      item.name = name
      item.alias = bindImported(name, full: path + "." + draft.text(ofName: name))
    case .aliasedImport:
      guard let name = child(index, fields.name), let alias = child(index, fields.alias) else {
        return
      }
      item.name = draft.name(of: name)
      item.alias = bindImported(draft.name(of: alias), full: path + "." + draft.text(of: name))
    default: return
    }
    draft.add(item)
  }

  private mutating func newImport(_ path: String, at index: Int) -> Outline.Import {
    var item = Outline.Import(
      path: draft.name(path), scope: draft.scope, line: draft.line(index))
    if isTypeChecking { item.marks.insert(.typeOnly) }
    return item
  }

  /// The name under which an import is filed: its own at the level of the file, elsewhere a stand-in.
  private mutating func bindImported(_ name: UInt32, full: String) -> UInt32 {
    let text = draft.text(ofName: name)
    importedNames[text] = full
    guard frames.count > 1 else { return name }
    let alias = draft.name("\(text)@\(aliases.count).\(draft.outline.imports.count)")
    aliases.append((name, alias))
    return alias
  }

  /// The stand-in of a name that an import around binds.
  func alias(of name: UInt32) -> UInt32? {
    guard !aliases.isEmpty, let known = aliases.last(where: { $0.name == name }) else { return nil }
    return known.alias == Outline.none ? nil : known.alias
  }

  /// `import_module("a.b")`, `__import__("a.b")`.
  mutating func importDynamically(_ path: String, at index: Int) {
    guard path.contains("."), PythonNames.isDotted(path) else { return }
    var item = newImport(path, at: index)
    item.marks.insert(.dynamic)
    draft.add(item)
  }

  /// The text of a dotted name, without white space within it.
  func dotted(_ index: Int) -> String {
    let text = draft.tree.text(of: index)
    if text.allSatisfy({ $0 > 0x20 && $0 != 0x5c }) { return String(decoding: text, as: UTF8.self) }
    return children(index).filter { kind($0) == .identifier }.map { draft.text(of: $0) }
      .joined(separator: ".")
  }
}
