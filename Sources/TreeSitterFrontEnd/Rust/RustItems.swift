internal import Basics
internal import Facts
internal import TreeSitterBinding

/// Modules, what is taken into them, constants, statics, aliases and macros.
extension RustWalk {
  /// A module with its items here is a namespace; one in a file of its own is an import of the file.
  mutating func readModule(_ index: Int, _ attributes: [Int]) {
    guard let nameNode = child(index, fields.name) else { return }
    let name = draft.text(of: nameNode)
    guard let body = child(index, fields.body) else {
      readFileModule(index, nameNode, attributes)
      return
    }
    let symbol = declare(name, .namespace, at: index)
    readAttributes(attributes, of: symbol)
    let owner = draft.add(binding(draft.name(of: nameNode), .namespace, symbol))
    if let path = RustAttribute.path(attributes, self) {
      let text = draft.name(path)
      draft.update(owner) { $0.text = text }
    }
    let (outerSelf, outerTrait) = (selfType, implementedTrait)
    (selfType, implementedTrait) = (Outline.none, "")
    draft.open(.namespace, owner: owner, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    moduleDepth += 1
    readItems(body)
    moduleDepth -= 1
    draft.closePrefix()
    draft.close()
    (selfType, implementedTrait) = (outerSelf, outerTrait)
  }

  /// `mod store;`: its path is its name, or what `#[path = "…"]` says (level 2). One that only some
  /// builds have is of level 1.
  private mutating func readFileModule(_ index: Int, _ name: Int, _ attributes: [Int]) {
    let path = RustAttribute.path(attributes, self) ?? ""
    var item = Outline.Import(
      path: draft.name(of: name), name: Outline.none, alias: draft.name(of: name),
      scope: draft.scope, line: draft.line(index), marks: .registered)
    if !path.isEmpty {
      item.path = draft.name(path)
      item.level = 2
    }
    // The macros that it exports are names of what encloses it.
    if attributes.contains(where: { attributeName($0) == "macro_use" }) {
      item.marks.insert(.global)
    }
    if attributes.contains(where: { attributeName($0) == "cfg" }) { item.level |= 1 }
    draft.add(item)
    readAttributes(attributes, of: Reference.fileLevel)
  }

  // MARK: Uses

  mutating func readUse(_ index: Int) {
    guard let argument = child(index, fields.argument) else { return }
    let isPublic = first(index, .visibility) != nil
    readUseClause(argument, prefix: "", isPublic: isPublic)
  }

  private mutating func readUseClause(_ index: Int, prefix: String, isPublic: Bool) {
    switch kind(index) {
    case .scopedUseList:
      let own = child(index, fields.path).map { pathText($0) } ?? ""
      let start = draft.tree.text(of: index).first == UInt8(ascii: ":") ? "::" : ""
      guard let list = child(index, fields.list) else { return }
      readUseClause(list, prefix: Self.join(prefix, start + own), isPublic: isPublic)
    case .useList:
      for part in parts(index) { readUseClause(part, prefix: prefix, isPublic: isPublic) }
    case .useAs:
      guard let path = child(index, fields.path), let alias = child(index, fields.alias) else {
        return
      }
      addUse(Self.join(prefix, pathText(path)), alias: alias, isPublic, at: index)
    case .useWildcard:
      let path = parts(index).first.map { pathText($0) } ?? ""
      addUse(Self.join(prefix, path), alias: nil, isPublic, at: index, isWildcard: true)
    case .selfWord where !prefix.isEmpty:
      addUse(prefix, alias: nil, isPublic, at: index)
    default: addUse(Self.join(prefix, pathText(index)), alias: nil, isPublic, at: index)
    }
  }

  private static func join(_ prefix: String, _ path: String) -> String {
    if prefix.isEmpty || path.isEmpty { return prefix + path }
    return prefix.hasSuffix("::") || path.hasPrefix("::") ? prefix + path : prefix + "::" + path
  }

  private mutating func addUse(
    _ path: String, alias: Int?, _ isPublic: Bool, at index: Int, isWildcard: Bool = false
  ) {
    let path = path.hasSuffix("::self") ? String(path.dropLast(6)) : path
    guard !path.isEmpty || isWildcard else { return }
    var item = Outline.Import(
      path: draft.name(path), scope: draft.scope, line: draft.line(index),
      marks: isPublic ? .exported : [])
    if isWildcard {
      item.marks.insert(.wildcard)
    } else if let alias {
      item.alias = draft.name(of: alias)
    } else {
      let last = path.split(separator: ":").last.map(String.init) ?? path
      item.alias = draft.name(last)
    }
    draft.add(item)
    nameCrate(path, at: index)
  }

  /// Remembers that a path begins with what may be another crate: one import for each beginning.
  mutating func nameCrate(_ path: String, at index: Int) {
    let words: [StaticString] = ["crate::", "self::", "super::", "std::", "core::"]
    guard path.utf8.contains("::"), !words.contains(where: { path.utf8.starts(with: $0) }),
      namedCrates.insert(path).inserted
    else { return }
    draft.add(
      Outline.Import(
        path: draft.name(path), scope: draft.scope, line: draft.line(index), marks: .member))
  }

  /// The text of a path, without white space and the marks of raw names.
  func pathText(_ index: Int) -> String {
    let text = draft.textWithoutSpaces(of: index)
    guard text.utf8.contains("r#") else { return text }
    let names = text.split(separator: "::", omittingEmptySubsequences: false)
    return names.map { $0.hasPrefix("r#") ? $0.dropFirst(2) : $0 }.joined(separator: "::")
  }

  mutating func readExternCrate(_ index: Int, _ attributes: [Int]) {
    guard let name = child(index, fields.name) else { return }
    let alias = child(index, fields.alias) ?? name
    var item = Outline.Import(
      path: draft.name("::" + draft.text(of: name)), alias: draft.name(of: alias),
      scope: draft.scope, line: draft.line(index))
    if first(index, .visibility) != nil { item.marks.insert(.exported) }
    if attributes.contains(where: { attributeName($0) == "macro_use" }) {
      item.marks.insert(.global)
    }
    draft.add(item)
  }

  // MARK: Values

  mutating func readConstant(_ index: Int, _ attributes: [Int]) {
    guard let name = child(index, fields.name) else { return }
    let isNamed = !draft.isText(name, "_")
    let symbol = isNamed ? declare(draft.text(of: name), .constant, at: index) : draft.symbol
    var declared = binding(draft.name(of: name), .variable, symbol)
    declared.marks.insert(.isStatic)
    declared.type =
      child(index, fields.type).map { type in
        signature { $0.readType(type, .type) }
      } ?? Outline.none
    let value = child(index, fields.value)
    if let value, let text = constantText(value) { declared.text = draft.name(text) }
    if isNamed {
      draft.add(declared)
      readAttributes(attributes, of: symbol)
    }
    readInitializer(value, of: symbol)
  }

  mutating func readStatic(_ index: Int, _ attributes: [Int]) {
    guard let name = child(index, fields.name) else { return }
    let typeNode = child(index, fields.type)
    let isMutable =
      first(index, .mutable) != nil
      || (typeNode.map { RustNames.isMutable(typeText: draft.text(of: $0)) } ?? false)
    let isLocal = attributes.contains { attributeName($0) == "thread_local" }
    var traits: Declaration.Traits = isMutable ? .mutableState : []
    if isLocal { traits.insert(.threadLocal) }
    let symbol = declare(draft.text(of: name), .variable, at: index, traits: traits)
    var declared = binding(draft.name(of: name), .variable, symbol)
    declared.marks.insert(.isStatic)
    if isMutable { declared.marks.insert(.isMutable) }
    declared.type = typeNode.map { type in signature { $0.readType(type, .type) } } ?? Outline.none
    draft.add(declared)
    readAttributes(attributes, of: symbol)
    readInitializer(child(index, fields.value), of: symbol)
  }

  private mutating func readInitializer(_ value: Int?, of symbol: UInt32) {
    guard let value else { return }
    draft.open(.function, symbol: symbol)
    let mark = draft.localMark
    visit(value)
    draft.forgetLocals(since: mark)
    draft.close()
  }

  /// `type Rows = Vec<Row>;`, and the types that belong to a trait.
  mutating func readAlias(_ index: Int, _ attributes: [Int]) {
    guard let name = child(index, fields.name) else { return }
    let symbol = declare(draft.text(of: name), .alias, at: index)
    readAttributes(attributes, of: symbol)
    let owner = draft.add(binding(draft.name(of: name), .alias, symbol))
    draft.open(.function, owner: owner, symbol: symbol)
    draft.update(owner) { $0.inner = Outline.none }
    let type = signature { walk in
      let generics = walk.readGenerics(index)
      let type = walk.child(index, walk.fields.type).map { walk.readType($0, .type) }
      let bounds = walk.child(index, walk.fields.bounds).map { walk.readBounds($0, .type) }
      walk.finishGenerics(generics, index)
      return type ?? bounds.flatMap { walk.combined($0, at: index) } ?? Outline.none
    }
    draft.close()
    draft.update(owner) { $0.type = type }
  }

  // MARK: Macros

  /// A macro is known by its name and a mark, because macros have names of their own.
  mutating func readMacroDefinition(_ index: Int, _ attributes: [Int]) {
    guard let name = child(index, fields.name) else { return }
    let text = draft.text(of: name)
    let symbol = declare(text, .macro, at: index)
    readAttributes(attributes, of: symbol)
    addMacro(text, symbol, isExported: attributes.contains { attributeName($0) == "macro_export" })
    draft.open(.function, symbol: symbol)
    // What an expansion names by `$crate::…` is named wherever the macro stands.
    for rule in children(index) { readExpansion(rule) }
    draft.close()
  }

  mutating func addMacro(_ name: String, _ symbol: UInt32, isExported: Bool) {
    var declared = binding(draft.name(name + "!"), .function, symbol)
    // Others are seen by what follows in the file and in the modules inside.
    if !isExported { declared.marks.insert(.isPrivate) }
    declared.marks.insert(.isStatic)
    draft.add(declared)
  }
}
