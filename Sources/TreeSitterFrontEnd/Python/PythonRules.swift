internal import Basics
internal import Facts
internal import FrontEnd

/// What names mean in Python: imports, modules, packages and what they pass on, the library.
struct PythonRules: NameRules {
  let modules: PythonModules
  let files: [ImportTable]
  /// Models of Django by label and name.
  let models: [NameKey: [Entity]]
  /// Fixtures of tests by name.
  let fixtures: [NameKey: [Entity]]
  /// Methods by name, where there is one of it in the project.
  private let onlyMethods: [NameKey: Entity]

  /// The imports of one file.
  struct ImportTable: Sendable {
    /// For each import the module that it takes something out of, or that it is.
    var sources: [Source] = []
    /// Imports by the names that they bind.
    var byName: [NameKey: [Int]] = [:]
    /// Modules all of whose names are imported.
    var wildcards: [Int32] = []
    var hasExternalWildcard = false
    /// What texts name: dotted names, models, classes.
    var texts: [NameKey: String] = [:]
    /// Names of the file's own folder, for the modules of a package.
    var folder = ""
  }

  enum Source: Sendable {
    case module(Int32)
    case folder(String)
    case external, missing
  }

  init(_ project: ProjectIndex, _ inventory: Inventory) {
    let paths = project.files.map(\.facts.path)
    let modules = PythonModules(paths: paths, inventory: inventory)
    self.modules = modules
    files = project.files.indices.map { $0 }.concurrentMap {
      Self.table(of: project.files[$0], modules)
    }
    models = Self.models(project)
    fixtures = Self.fixtures(project)
    onlyMethods = Self.onlyMethods(project)
  }

  // MARK: Tables

  private static func table(of file: FileIndex, _ modules: PythonModules) -> ImportTable {
    var table = ImportTable()
    let path = file.facts.path
    table.folder = PythonModules.folder(of: path)
    for (index, item) in file.outline.imports.enumerated() {
      let source = source(of: item, file, modules)
      table.sources.append(source)
      if item.marks.contains(.wildcard) {
        switch source {
        case .module(let module): table.wildcards.append(module)
        case .external, .missing: table.hasExternalWildcard = true
        case .folder: break
        }
      } else if item.alias != Outline.none {
        table.byName[file.keys[Int(item.alias)], default: []].append(index)
      }
    }
    for (index, name) in file.outline.names.enumerated() where name.utf8.first == 0x40 {
      table.texts[file.keys[index]] = name
    }
    return table
  }

  private static func source(
    of item: Outline.Import, _ file: FileIndex, _ modules: PythonModules
  ) -> Source {
    let names = file.outline.names[Int(item.path)].split(separator: ".")
    let path = file.facts.path
    let place: PythonModules.Place?
    if item.level > 0 {
      guard let base = modules.base(of: path, level: Int(item.level)) else { return .missing }
      place = modules.place(names.reduce(base) { PythonModules.join($0, String($1)) })
      if place == nil, names.isEmpty { return .folder(base) }
    } else {
      place = modules.find(names, from: path)
    }
    switch place {
    case .module(let file): return .module(file)
    case .folder(let folder): return .folder(folder)
    case nil:
      let isOwn = item.level > 0 || names.first.map { modules.holds($0, from: path) } ?? false
      return isOwn ? .missing : .external
    }
  }

  private static func models(_ project: ProjectIndex) -> [NameKey: [Entity]] {
    var models: [NameKey: [Entity]] = [:]
    for (number, file) in project.files.enumerated() {
      guard let label = PythonPaths.modelLabel(of: file.facts.path) else { continue }
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.scope == 0 && binding.kind == .type {
        let name = file.outline.names[Int(binding.name)].lowercased()
        models[NameKey(label + "." + name), default: []].append(
          Entity(file: Int32(number), binding: UInt32(index)))
      }
    }
    return models
  }

  private static func fixtures(_ project: ProjectIndex) -> [NameKey: [Entity]] {
    var fixtures: [NameKey: [Entity]] = [:]
    for (number, file) in project.files.enumerated() {
      var names: [UInt32: String?] = [:]
      for annotation in file.facts.annotations where annotation.name.hasSuffix("fixture") {
        names[annotation.symbol] = .some(annotation["name"])
      }
      guard !names.isEmpty else { continue }
      for (index, binding) in file.outline.bindings.enumerated() where binding.kind == .function {
        guard let given = names[binding.symbol] else { continue }
        let key = given.map { NameKey($0) } ?? file.keys[Int(binding.name)]
        fixtures[key, default: []].append(Entity(file: Int32(number), binding: UInt32(index)))
      }
    }
    return fixtures
  }

  /// Methods outside of tests whose name of several words nothing else in the project has.
  private static func onlyMethods(_ project: ProjectIndex) -> [NameKey: Entity] {
    var found: [NameKey: Entity?] = [:]
    for (number, file) in project.files.enumerated() where !file.isTest {
      for (index, binding) in file.outline.bindings.enumerated() {
        let name = file.outline.names[Int(binding.name)]
        guard name.dropFirst().dropLast().contains("_"), !name.hasPrefix("__"),
          file.outline.scopes[Int(binding.scope)].kind != .function
        else { continue }
        let isMethod =
          binding.kind == .function && file.outline.scopes[Int(binding.scope)].kind == .type
          && !PythonNames.libraryMembers.contains(name)
        let key = file.keys[Int(binding.name)]
        let isKnown = found[key] != nil
        found[key] = .some(
          isMethod && !isKnown ? Entity(file: Int32(number), binding: UInt32(index)) : nil)
      }
    }
    return found.compactMapValues { $0 }
  }
}

// MARK: - Names

extension PythonRules {
  private static let every: BindingKinds = [
    .types, .functions, .values, BindingKinds(.constructor),
  ]

  func kinds(for use: Term.Use) -> [BindingKinds] { [Self.every] }

  var absentTypesAreBuiltIn: Bool { false }
  var membersAreNames: Bool { false }
  func constructorName(of type: NameKey) -> NameKey { Self.initializer }
  private static let initializer = NameKey("__init__")

  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    if let text = files[file].texts[name] { return target(ofText: text, in: file, project) }
    var walk = PythonImportWalk()
    return imported(name, in: file, project, &walk)
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    if Self.builtIns.contains(name) || use == .wiring { return .external }
    return files[file].hasExternalWildcard ? .external : .nothing
  }

  /// What the imports of a file bind to a name.
  private func imported(
    _ name: NameKey, in file: Int, _ project: ProjectIndex, _ walk: inout PythonImportWalk
  ) -> Finding {
    var last = Finding.nothing
    for index in files[file].byName[name] ?? [] {
      let found = binding(ofImport: index, in: file, project, &walk)
      switch found {
      case .entities, .module, .namespace: return found
      case .external: last = found
      case .nothing: break
      }
    }
    if case .external = last { return last }
    for module in files[file].wildcards.reversed() where Int(module) != file {
      let found = attribute(name, of: Int(module), project, &walk)
      if case .nothing = found { continue }
      return found
    }
    return last
  }

  /// What an import binds its name to.
  private func binding(
    ofImport index: Int, in file: Int, _ project: ProjectIndex, _ walk: inout PythonImportWalk
  ) -> Finding {
    let item = project.files[file].outline.imports[index]
    switch files[file].sources[index] {
    case .external: return .external
    case .missing: return .nothing
    case .folder(let folder):
      guard item.name != Outline.none else { return .namespace(key(folder)) }
      let name = project.files[file].outline.names[Int(item.name)]
      return finding(modules.place(PythonModules.join(folder, name)))
    case .module(let module):
      guard item.name != Outline.none else { return .module(module) }
      let name = project.files[file].keys[Int(item.name)]
      if Int(module) == file {
        return submodule(name, of: file, project)
      }
      return attribute(name, of: Int(module), project, &walk)
    }
  }

  func finding(_ place: PythonModules.Place?) -> Finding {
    switch place {
    case .module(let file): .module(file)
    case .folder(let folder): .namespace(key(folder))
    case nil: .nothing
    }
  }

  /// A name of a module: what it declares, what it imports, a module of the package.
  func attribute(_ name: NameKey, of module: Int, _ project: ProjectIndex) -> Finding {
    var walk = PythonImportWalk()
    return attribute(name, of: module, project, &walk)
  }

  private func attribute(
    _ name: NameKey, of module: Int, _ project: ProjectIndex, _ walk: inout PythonImportWalk
  ) -> Finding {
    guard walk.enter(module, name) else { return .nothing }
    defer { walk.leave() }
    let file = project.files[module]
    let own = file.bindings(in: 0, named: name).filter { Self.every.contains(file.kind($0)) }
    if !own.isEmpty { return .entities(own.map { Entity(file: Int32(module), binding: $0) }) }
    let found = imported(name, in: module, project, &walk)
    if case .nothing = found { return submodule(name, of: module, project) }
    return found
  }

  func submodule(_ name: NameKey, of module: Int, _ project: ProjectIndex) -> Finding {
    guard modules.isPackage(Int32(module)) else { return .nothing }
    return finding(modules.child(name, of: files[module].folder))
  }

  func member(_ name: NameKey, ofModule module: Int32, _ project: ProjectIndex) -> Finding {
    let found = attribute(name, of: Int(module), project)
    if case .nothing = found, files[Int(module)].hasExternalWildcard { return .external }
    return found
  }

  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    finding(modules.child(name, ofKey: namespace))
  }

  func key(_ folder: String) -> NameKey { NameKey(folder) }

  func isImplicit(_ name: NameKey) -> Bool { Self.implicitMembers.contains(name) }

  func result(ofExternal member: NameKey) -> ExternalResult { Self.results[member] ?? .unknown }

  private static let builtIns = Set(
    (PythonNames.builtIns + [PythonNames.relatedRows]).map { NameKey($0) })
  private static let implicitMembers = Set(PythonNames.implicitMembers.map { NameKey($0) })
  private static let results = ExternalResult.table(of: PythonNames.results)

  func onlyCandidate(
    _ name: NameKey, _ use: Term.Use, of base: Meaning, _ project: ProjectIndex
  ) -> Entity? {
    guard use == .call, base.kind == .unknown, let entity = onlyMethods[name] else { return nil }
    let binding = project[entity]
    let owner = project.files[Int(entity.file)].outline.scopes[Int(binding.scope)].owner
    guard owner != Outline.none else { return nil }
    // A method of the library may be what is meant, if this one could replace it.
    let type = Entity(file: entity.file, binding: owner)
    let above = project.supertypes(type).contains { meaning in
      guard meaning.kind == .type || meaning.kind == .value else { return true }
      return MemberSearch(project: project, name: name, kinds: Self.every)
        .search(meaning.entity).isOpen
    }
    return above ? nil : entity
  }
}
