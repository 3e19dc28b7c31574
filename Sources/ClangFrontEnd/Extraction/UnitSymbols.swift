internal import ClangBinding
internal import Facts

/// What a declaration means to the facts.
struct SymbolTarget: Hashable {
  private let code: Int32

  private init(code: Int32) { self.code = code }

  /// Locals, parameters, template parameters, builtin macros: nothing to link to.
  static let none = SymbolTarget(code: -1)
  /// Declared outside the project.
  static let external = SymbolTarget(code: -2)

  /// The symbol at an index of ``UnitSymbols/symbols``.
  static func symbol(_ index: Int) -> SymbolTarget { SymbolTarget(code: Int32(index)) }
  /// An external function at a row of ``LifetimeCall/table``.
  static func external(row: Int) -> SymbolTarget { SymbolTarget(code: -3 - Int32(row)) }

  var symbol: Int? { code >= 0 ? Int(code) : nil }
  var isExternal: Bool { code <= -2 }
  var lifetimeCall: LifetimeCall? { code <= -3 ? LifetimeCall.table[Int(-3 - code)] : nil }
}

/// A symbol as one unit sees it.
struct UnitSymbol {
  var key: String
  var name: String
  var qualifiedName: String
  var kind: SymbolKind
  /// ``FileNumber/none`` where it is not in the project.
  var declarationFile: FileNumber
  var definitionFile: FileNumber = .none
  /// The key names the declaring file, so the home is known wherever the key is.
  var isFileKeyed: Bool
  var isFileLocal = false
  /// Called without a declaration, as old C allows.
  var isImplicit = false
}

/// The symbols of one unit. Each declaration is looked at once, however often it is used.
final class UnitSymbols {
  private let unit: TranslationUnit
  private(set) var files: UnitFiles
  private(set) var symbols: [UnitSymbol] = []
  private var known: [UInt: SymbolTarget] = [:]
  private var byKey: [String: Int] = [:]
  private var scopes: [UInt: Scope] = [:]

  init(_ unit: TranslationUnit, files: UnitFiles) {
    self.unit = unit
    self.files = files
  }

  func number(of handle: FileHandle?) -> FileNumber { files.number(of: handle) }

  func target(of declaration: Cursor) -> SymbolTarget {
    if let target = known[declaration.identity] { return target }
    let target = resolve(declaration)
    known[declaration.identity] = target
    return target
  }

  /// A definition was seen that libclang does not call one (a tentative definition of C).
  func define(_ symbol: Int, in file: FileNumber) { symbols[symbol].definitionFile = file }

  /// The class or category whose methods are defined here, which has the same USR.
  func symbol(implementedBy implementation: Cursor) -> Int? {
    byKey[unit.usr(of: implementation)]
  }

  private func resolve(_ declaration: Cursor) -> SymbolTarget {
    guard let kind = symbolKind(of: declaration) else { return .none }
    if kind == .macro { return macro(declaration) }
    if kind == .variable, !unit.isGlobalStorage(declaration) { return .none }
    if let template = unit.template(of: declaration), template.identity != declaration.identity {
      return target(of: template)
    }
    if declaration.kind.isAlias {
      if let named = typeNamed(by: declaration) { return target(of: named) }
    } else {
      let first = unit.canonical(declaration)
      if first.identity != declaration.identity { return target(of: first) }
    }
    return resolveFirst(declaration, kind)
  }

  /// Resolves the first declaration of something that is not a local variable.
  private func resolveFirst(_ declaration: Cursor, _ kind: SymbolKind) -> SymbolTarget {
    if declaration.kind.isTypeDefinition, unit.isAnonymous(declaration) { return .none }
    let position = unit.position(of: declaration)
    let file = files.number(of: position.file)
    let definition = unit.definition(of: declaration)
    var definitionFile = definition.map { files.number(of: unit.file(of: $0)) } ?? .none
    if kind == .variable, definition == nil, unit.isTentativeDefinition(declaration) {
      definitionFile = file
    }
    guard files.isProject(file) || files.isProject(definitionFile) else {
      return external(declaration)
    }
    let scope = scope(of: declaration)
    if scope.isLocal, kind != .variable { return .none }
    if let owner = scope.owner, isImplicitMember(declaration, at: position, of: owner) {
      return .none
    }
    var symbol = describe(declaration, kind, in: scope)
    symbol.declarationFile = files.isProject(file) ? file : .none
    symbol.definitionFile = files.isProject(definitionFile) ? definitionFile : .none
    // A class of Objective-C is where its interface is; its methods are where they are implemented.
    if kind == .type, symbol.key.hasPrefix("c:objc("), files.isProject(file) {
      symbol.definitionFile = file
    }
    symbol.isImplicit = isImplicit(declaration, at: position)
    if kind == .function, Self.builtinPrefixes.contains(where: symbol.name.hasPrefix) {
      return .external
    }
    let isGlobalKey = symbol.key.hasPrefix("c:@") || symbol.key.hasPrefix("c:objc(")
    let isLocalKey = !isGlobalKey || symbol.isFileLocal
    if isLocalKey, files.isProject(file) {
      symbol.key = files.path(file) + "|" + symbol.key
      symbol.isFileKeyed = true
    }
    return add(symbol)
  }

  /// Functions of the compiler, which it declares where they are first used.
  private static let builtinPrefixes = ["__builtin_", "__sync_", "__atomic_", "__c11_atomic_"]

  private func add(_ symbol: UnitSymbol) -> SymbolTarget {
    if let index = byKey[symbol.key] { return .symbol(index) }
    symbols.append(symbol)
    byKey[symbol.key] = symbols.count - 1
    return .symbol(symbols.count - 1)
  }

  private func external(_ declaration: Cursor) -> SymbolTarget {
    guard declaration.kind.isFunction else { return .external }
    let name = plainName(of: declaration)
    guard LifetimeCall.mayName(name) else { return .external }
    let qualified = scope(of: declaration).prefix + name
    return LifetimeCall.row(of: qualified).map { .external(row: $0) } ?? .external
  }
}

// MARK: - Names

extension UnitSymbols {
  /// What stands around a declaration.
  private struct Scope {
    /// Names of the namespaces and types, each followed by `::`.
    var prefix = ""
    /// A function is among them.
    var isLocal = false
    /// The innermost type.
    var owner: Cursor?
  }

  private func scope(of declaration: Cursor) -> Scope {
    guard let parent = unit.parent(of: declaration) else { return Scope() }
    if let scope = scopes[parent.identity] { return scope }
    var scope = scope(of: parent)
    if parent.kind.isFunction { scope.isLocal = true }
    if parent.kind.isTypeDefinition { scope.owner = parent }
    let isNameless =
      unit.isAnonymous(parent) || (parent.kind == .enumType && !unit.isScopedEnum(parent))
    let name = isNameless ? "" : plainName(of: parent)
    // Inline namespaces of the standard libraries (`__1`, `__cxx11`) are no part of a name.
    if !name.isEmpty, parent.kind != .namespace || !name.hasPrefix("__") {
      scope.prefix += name + "::"
    }
    scopes[parent.identity] = scope
    return scope
  }

  private func symbolKind(of declaration: Cursor) -> SymbolKind? {
    switch declaration.kind {
    case .function: .function
    case .functionTemplate:
      unit.parent(of: declaration)?.kind.isTypeDefinition == true ? .method : .function
    case .method, .constructor, .destructor, .conversion: .method
    case .structType, .unionType, .classType, .enumType, .classTemplate, .classTemplatePartial:
      .type
    case .typedef, .typeAlias, .typeAliasTemplate: .alias
    case .variable: .variable
    case .field: .field
    case .enumConstant: .constant
    case .macroDefinition: .macro
    default: nil
    }
  }

  private func describe(_ declaration: Cursor, _ kind: SymbolKind, in scope: Scope) -> UnitSymbol {
    let name = plainName(of: declaration)
    return UnitSymbol(
      key: key(of: declaration, kind, in: scope), name: name, qualifiedName: scope.prefix + name,
      kind: kind, declarationFile: .none, isFileKeyed: false,
      isFileLocal: unit.linkage(of: declaration) == .file || (kind == .variable && scope.isLocal))
  }

  /// The USR; a member of an instantiated template gets that of the template's own member, which
  /// libclang gives for functions but not for fields.
  private func key(of declaration: Cursor, _ kind: SymbolKind, in scope: Scope) -> String {
    if kind == .field, let owner = scope.owner, let template = unit.template(of: owner) {
      return unit.usr(of: template) + "@FI@" + unit.spelling(of: declaration)
    }
    let usr = unit.usr(of: declaration)
    if usr.hasPrefix("c:@") || !usr.contains("@aN@") { return usr }
    // Before LLVM 19 the USR of what stands in a nameless namespace lacks the namespaces around it,
    // and those around a type of a parameter (behind the first `#`) too.
    let parameters = usr.firstIndex(of: "#") ?? usr.endIndex
    let types = usr[parameters...].replacing(/(@N@[^@#]+)+@aN@/, with: "@aN@")
    guard let mark = usr[..<parameters].ranges(of: "@aN@").last else {
      return String(usr[..<parameters] + types)
    }
    return "c:" + scope.prefix + usr[mark.lowerBound..<parameters] + types
  }

  /// The unqualified name. A constructor of a template is spelled with its parameters, and a type
  /// that is named by its `typedef` alone is spelled differently by different versions.
  private func plainName(of declaration: Cursor) -> String {
    let spelling = unit.spelling(of: declaration)
    switch declaration.kind {
    case .constructor, .destructor:
      return String(spelling.prefix { $0 != "<" })
    case .structType, .unionType, .enumType, .classType:
      guard spelling.isEmpty || spelling.contains("(") else { return spelling }
      let usr = unit.usr(of: declaration)
      return usr.lastIndex(of: "@").map { String(usr[usr.index(after: $0)...]) } ?? spelling
    default: return spelling
    }
  }

  /// The type without a name of its own that `typedef struct { … } Name;` names.
  private func typeNamed(by alias: Cursor) -> Cursor? {
    guard alias.kind != .typeAliasTemplate, let type = unit.aliasedType(of: alias),
      type.kind.isTypeDefinition, !unit.isAnonymous(type)
    else { return nil }
    let usr = unit.usr(of: type)
    let name = unit.spelling(of: alias)
    return ["@SA@", "@UA@", "@EA@"].contains { usr.hasSuffix($0 + name) } ? type : nil
  }

  /// A member that the compiler declared: it stands where its type's name stands.
  private func isImplicitMember(
    _ declaration: Cursor, at position: SourcePosition, of owner: Cursor
  ) -> Bool {
    guard declaration.kind.isFunction else { return false }
    let type = unit.position(of: owner)
    return type.offset == position.offset && type.file == position.file
  }

  /// A function that C declared by its first call: it has a place, but no text.
  private func isImplicit(_ declaration: Cursor, at position: SourcePosition) -> Bool {
    declaration.kind == .function && position.file != nil && unit.end(of: declaration).file == nil
  }

  /// Macros are keyed by file and name: their USR holds an offset, which every edit would change.
  private func macro(_ definition: Cursor) -> SymbolTarget {
    let file = files.number(of: unit.file(of: definition))
    guard files.isProject(file) else { return file == .none ? .none : .external }
    let name = unit.spelling(of: definition)
    return add(
      UnitSymbol(
        key: files.path(file) + "|c:@macro@" + name, name: name, qualifiedName: name, kind: .macro,
        declarationFile: file, definitionFile: file, isFileKeyed: true))
  }
}
