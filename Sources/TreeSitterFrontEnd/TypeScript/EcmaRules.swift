internal import Basics
internal import Facts
internal import FrontEnd

/// What names mean in JavaScript and TypeScript: imports, re-exports, CommonJS, globals.
struct EcmaRules: NameRules {
  private let files: [ModuleTable]
  /// What the global scripts of the project declare.
  private let globals: [NameKey: [Entity]]
  private let exported: Memo<ModuleExports.Visit, Finding>

  /// The imports and exports of one file.
  fileprivate struct ModuleTable: Sendable {
    /// For each import the file that its path leads to.
    var modules: [EcmaModules.Target] = []
    /// For each import what it binds.
    var targets: [Finding] = []
    /// Imports by the local name.
    var local: [NameKey: [Int]] = [:]
    /// Exports that are no declarations, by the exported name.
    var exported: [NameKey: [Int]] = [:]
    /// Modules whose exports are exported together.
    var wildcards: [Int] = []
    /// The scope of what a CommonJS module exports.
    var exportsScope: UInt32?
    /// The scope of what a mixin adds to the module that it is applied to.
    var mixinScope: UInt32?
    /// The only module that it is applied to.
    var host: Int32?
    /// Whether it is a module rather than a script.
    var isModule = false
  }

  init(_ project: ProjectIndex, _ inventory: Inventory) {
    let modules = EcmaModules(project, inventory)
    var files = project.files.concurrentMap { Self.table(of: $0, modules) }
    Self.setHosts(&files, project)
    let exports = ModuleExports(files: files, project: project, known: Memo())
    exported = exports.known
    let targets = project.files.indices.map { $0 }.concurrentMap { exports.targets(of: $0) }
    for index in files.indices { files[index].targets = targets[index] }
    self.files = files
    globals = Self.globals(project, files)
  }

  private static func table(of file: FileIndex, _ modules: EcmaModules) -> ModuleTable {
    var table = ModuleTable()
    let outline = file.outline
    let path = file.facts.path
    for (index, item) in outline.imports.enumerated() {
      let specifier = outline.names[Int(item.path)]
      table.modules.append(
        specifier.isEmpty
          ? .missing
          : modules.resolve(specifier, from: path, isRegistered: item.marks.contains(.registered)))
      if item.marks.contains([.exported, .wildcard]) {
        table.wildcards.append(index)
      } else if item.alias != Outline.none {
        let key = file.keys[Int(item.alias)]
        if item.marks.contains(.exported) {
          table.exported[key, default: []].append(index)
        } else {
          table.local[key, default: []].append(index)
        }
      }
    }
    table.exportsScope = scope("module exports", outline)
    table.mixinScope = scope(EcmaWalk.mixinScope, outline)
    table.isModule =
      !outline.imports.isEmpty || table.exportsScope != nil
      || outline.bindings.contains { $0.scope == 0 && !$0.marks.contains(.isPrivate) }
    return table
  }

  private static func scope(_ name: String, _ outline: Outline) -> UInt32? {
    outline.scopes.firstIndex {
      $0.kind == .namespace && $0.name != Outline.none && outline.names[Int($0.name)] == name
    }.map { UInt32($0) }
  }

  /// A mixin that is applied to several modules knows none of them.
  private static func setHosts(_ files: inout [ModuleTable], _ project: ProjectIndex) {
    var hosts: [Int32: Set<Int32>] = [:]
    for number in files.indices {
      for (index, item) in project.files[number].outline.imports.enumerated()
      where item.marks.contains(.mixedIn) {
        guard case .file(let module) = files[number].modules[index] else { continue }
        hosts[module, default: []].insert(Int32(number))
      }
    }
    for number in files.indices {
      guard let found = hosts[Int32(number)], found.count == 1 else { continue }
      files[number].host = found.first
    }
  }

  private static func globals(
    _ project: ProjectIndex, _ files: [ModuleTable]
  ) -> [NameKey: [Entity]] {
    var found: [NameKey: [Entity]] = [:]
    for (number, file) in project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated() {
        let scope = file.outline.scopes[Int(binding.scope)]
        let isGlobal =
          scope.kind == .file
          ? !files[number].isModule
          : scope.name != Outline.none && file.outline.names[Int(scope.name)] == "global"
        guard isGlobal, binding.symbol != Outline.none else { continue }
        found[file.keys[Int(binding.name)], default: []].append(
          Entity(file: Int32(number), binding: UInt32(index)))
      }
    }
    return found
  }

  // MARK: Lookups

  func kinds(for use: Term.Use) -> [BindingKinds] {
    switch use {
    case .silentType, .type, .implement: [.types, .ecmaValues]
    default: [.ecmaValues, .types]
    }
  }

  var absentTypesAreBuiltIn: Bool { false }
  var membersAreNames: Bool { false }

  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    if name == Self.host { return files[file].host.map { .module($0) } ?? .nothing }
    for index in files[file].local[name] ?? [] {
      switch files[file].targets[index] {
      case .nothing: continue
      case .entities(let entities):
        let fitting = entities.filter { kinds.contains(project.kind($0)) }
        if !fitting.isEmpty { return .entities(fitting) }
      case let found: return found
      }
    }
    return .nothing
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    // An import that leads to nothing is no global.
    if files[file].local[name] != nil { return .nothing }
    if let found = globals[name] {
      let order = kinds(for: use)
      for kinds in order {
        let fitting = found.filter { kinds.contains(project.kind($0)) }
        if let nearest = project.nearest(fitting, to: file) { return .entities([nearest]) }
      }
      return .nothing
    }
    // What a module neither declares nor imports is there without the project.
    return .external
  }

  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    .nothing
  }

  func member(_ name: NameKey, ofModule module: Int32, _ project: ProjectIndex) -> Finding {
    ModuleExports(files: files, project: project, known: exported).find(name, in: Int(module))
  }

  /// Only what stands for the statement has a target: the names that it binds are seen where they
  /// are used.
  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    let item = project.files[file].outline.imports[index]
    guard item.alias == Outline.none, item.name == Outline.none,
      !item.marks.contains(.wildcard)
    else { return .namespace(.root) }
    switch files[file].modules[index] {
    case .file(let module): return .module(module)
    case .external: return .external
    case .missing: return .nothing
    }
  }

  /// What is awaited need not be a promise.
  func isTransparent(_ name: NameKey) -> Bool { name == Self.awaited }

  func isImplicit(_ name: NameKey) -> Bool { Self.implicitMembers.contains(name) }

  func result(ofExternal member: NameKey) -> ExternalResult { Self.results[member] ?? .unknown }

  private static let host = NameKey(EcmaWalk.host)
  private static let awaited = NameKey(EcmaNames.awaited)
  private static let implicitMembers = Set(EcmaNames.implicitMembers.map { NameKey($0) })
  private static let results = ExternalResult.table(of: EcmaNames.results)
}

extension BindingKinds {
  /// What a name may stand for where a value is expected.
  static let ecmaValues: BindingKinds = [.functions, .values]
}

// MARK: - Exports

/// Follows exports from module to module.
private struct ModuleExports: Sendable {
  let files: [EcmaRules.ModuleTable]
  let project: ProjectIndex
  /// What was looked for from the start: many files import the same names.
  let known: Memo<Visit, Finding>

  private static let whole = NameKey(EcmaWalk.wholeExport)
  private static let standard = NameKey("default")

  /// For each import of a file what it binds.
  func targets(of number: Int) -> [Finding] {
    let file = project.files[number]
    return file.outline.imports.indices.map { index in
      let item = file.outline.imports[index]
      guard item.alias != Outline.none, !item.marks.contains(.exported) else { return .nothing }
      var visited: [Visit] = []
      return target(index, item, number, &visited)
    }
  }

  private func target(
    _ index: Int, _ item: Outline.Import, _ number: Int, _ visited: inout [Visit]
  ) -> Finding {
    if project.files[number].outline.names[Int(item.path)].isEmpty {
      // The file's own exports as a whole, or something that it knows by this name.
      if item.name == Outline.none { return .module(Int32(number)) }
      return own(project.files[number].keys[Int(item.name)], number, &visited)
    }
    switch files[number].modules[index] {
    case .external: return .external
    case .missing: return .nothing
    case .file(let module):
      if item.name == Outline.none { return .module(module) }
      return find(project.files[number].keys[Int(item.name)], in: Int(module), &visited)
    }
  }

  /// One step on the way: circles end where they would begin again.
  struct Visit: Hashable {
    var file: Int
    var name: NameKey
    var isOwn: Bool
  }

  /// A name that a file declares or imports, exported or not.
  private func own(_ name: NameKey, _ number: Int, _ visited: inout [Visit]) -> Finding {
    let visit = Visit(file: number, name: name, isOwn: true)
    guard !visited.contains(visit) else { return .nothing }
    visited.append(visit)
    defer { visited.removeLast() }
    let declared = project.files[number].bindings(in: 0, named: name)
    if !declared.isEmpty {
      return .entities(declared.map { Entity(file: Int32(number), binding: $0) })
    }
    for index in files[number].local[name] ?? [] {
      let item = project.files[number].outline.imports[index]
      let found = target(index, item, number, &visited)
      if case .nothing = found { continue }
      return found
    }
    return .nothing
  }

  /// What a module exports under a name.
  func find(_ name: NameKey, in number: Int) -> Finding {
    var visited: [Visit] = []
    return find(name, in: number, &visited)
  }

  private func find(_ name: NameKey, in number: Int, _ visited: inout [Visit]) -> Finding {
    let visit = Visit(file: number, name: name, isOwn: false)
    guard visited.isEmpty else { return search(visit, &visited) }
    return known.answer(to: visit) { search(visit, &visited) }
  }

  private func search(_ visit: Visit, _ visited: inout [Visit]) -> Finding {
    let (name, number) = (visit.name, visit.file)
    guard visited.count < 256, !visited.contains(visit) else { return .nothing }
    visited.append(visit)
    defer { visited.removeLast() }
    let file = project.files[number]
    var declared = file.bindings(in: 0, named: name).filter {
      !file.outline.bindings[Int($0)].marks.contains(.isPrivate)
    }
    for scope in [files[number].exportsScope, files[number].mixinScope].compactMap({ $0 }) {
      declared += file.bindings(in: scope, named: name)
    }
    if !declared.isEmpty {
      return .entities(declared.map { Entity(file: Int32(number), binding: $0) })
    }
    for index in files[number].exported[name] ?? [] {
      let found = target(index, file.outline.imports[index], number, &visited)
      if case .nothing = found { continue }
      return found
    }
    if let found = wholeExport(name, number, &visited) { return found }
    return name == Self.standard || name == Self.whole
      ? .nothing : inWildcards(name, number, &visited)
  }

  /// The default of a CommonJS module is what it exports; without one it is the module.
  private func wholeExport(_ name: NameKey, _ number: Int, _ visited: inout [Visit]) -> Finding? {
    if name == Self.whole { return .module(Int32(number)) }
    guard name == Self.standard else { return nil }
    let hasWhole =
      files[number].exported[Self.whole] != nil
      || files[number].exportsScope.map {
        !project.files[number].bindings(in: $0, named: Self.whole).isEmpty
      } ?? false
      || !project.files[number].bindings(in: 0, named: Self.whole).isEmpty
    if hasWhole { return find(Self.whole, in: number, &visited) }
    return files[number].exportsScope == nil ? nil : .module(Int32(number))
  }

  private func inWildcards(_ name: NameKey, _ number: Int, _ visited: inout [Visit]) -> Finding {
    var isOpen = false
    for index in files[number].wildcards {
      switch files[number].modules[index] {
      case .external: isOpen = true
      case .missing: break
      case .file(let module):
        switch find(name, in: Int(module), &visited) {
        case .nothing: break
        case .external: isOpen = true
        case let found: return found
        }
      }
    }
    return isOpen ? .external : .nothing
  }
}
