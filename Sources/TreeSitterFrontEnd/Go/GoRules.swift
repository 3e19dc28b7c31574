internal import Basics
internal import Facts
internal import FrontEnd

/// What names mean in Go: the packages that a file imports, its own, what the language has.
struct GoRules: NameRules {
  private let packages: GoPackages
  private let files: [ImportTable]

  /// The imports of one file.
  fileprivate struct ImportTable: Sendable {
    var package = NameKey.root
    /// For each import what it stands for.
    var targets: [Finding] = []
    var named: [NameKey: Finding] = [:]
    /// Packages whose names are imported without theirs.
    var dotted: [NameKey] = []
    var hasExternalDot = false
  }

  init(_ project: ProjectIndex, _ inventory: Inventory) {
    let packages = GoPackages(project)
    let modules = GoModules(inventory, folders: packages.folders)
    self.packages = packages
    files = project.files.indices.map { $0 }.concurrentMap {
      Self.table(of: $0, packages, modules, project)
    }
  }

  // MARK: Imports

  private static func table(
    of number: Int, _ packages: GoPackages, _ modules: GoModules, _ project: ProjectIndex
  ) -> ImportTable {
    let file = project.files[number]
    let folder = packages.files[number].folder
    var table = ImportTable()
    table.package = file.namespace(of: 0)
    var guessed: [NameKey] = []
    for item in file.outline.imports {
      let path = file.outline.names[Int(item.path)]
      let package = find(path, folder, packages, modules)
      let target = package.found
      let isBlank = item.alias != Outline.none && file.outline.names[Int(item.alias)] == "_"
      table.targets.append(isBlank ? packages.starting(target, project) : target)
      if item.marks.contains(.wildcard) {
        table.addDot(target)
      } else if item.alias != Outline.none {
        table.named[file.keys[Int(item.alias)]] = target
      } else if let name = package.name {
        table.named[NameKey(name)] = target
      } else {
        guessed += GoNames.packageNames(of: path).map { NameKey($0) }
      }
    }
    // Packages outside may have several names; those that are known come first.
    for name in guessed where table.named[name] == nil { table.named[name] = .external }
    return table
  }

  private static func find(
    _ path: String, _ folder: String, _ packages: GoPackages, _ modules: GoModules
  ) -> (found: Finding, name: String?) {
    switch modules.target(of: path, from: folder) {
    case .folder(let place):
      guard let package = packages.package(in: place) else { return (.nothing, nil) }
      return (.namespace(package.key), package.name)
    case .missing: return (.nothing, GoNames.packageNames(of: path).first)
    case .external: return (.external, nil)
    }
  }

  // MARK: Lookups

  func kinds(for use: Term.Use) -> [BindingKinds] {
    switch use {
    case .silentType, .type, .inherit, .implement, .annotation: [.types]
    case .call, .address, .silent, .read, .write, .readWrite, .wiring:
      [[.types, .functions, .values]]
    }
  }

  var absentTypesAreBuiltIn: Bool { true }
  var callsOfTypesConvert: Bool { true }
  var importsAreNamespaces: Bool { true }

  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    if let found = files[file].named[name] { return found }
    for package in [files[file].package] + files[file].dotted {
      let found = declarations(name, kinds, in: package, for: file, project)
      if !found.isEmpty { return .entities(found) }
    }
    return .nothing
  }

  /// What a package declares; only its tests see what its tests declare.
  private func declarations(
    _ name: NameKey, _ kinds: BindingKinds, in package: NameKey, for file: Int,
    _ project: ProjectIndex
  ) -> [Entity] {
    let found = project.declarations(name, in: package, kinds)
    guard !packages.files[file].isTest else { return found }
    return found.filter { !packages.files[Int($0.file)].isTest }
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    Self.implicitNames.contains(name) || files[file].hasExternalDot ? .external : .nothing
  }

  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    let found = project.declarations(name, in: namespace, [.types, .functions, .values])
    // Tests in a package of their own see what the tests of the package itself export.
    let built = found.filter { !packages.files[Int($0.file)].isTest }
    if !built.isEmpty { return .entities(built) }
    return found.isEmpty ? .nothing : .entities(found)
  }

  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    files[file].targets[index]
  }

  /// `Error` of values whose type is not known: all errors have it.
  func isImplicit(_ name: NameKey) -> Bool { name == Self.error }

  // MARK: Builds

  /// The declaration in the same file, or those in files of the same build, or all.
  func variants(_ entities: [Entity], in file: Int, _ project: ProjectIndex) -> [Entity]? {
    let own = entities.filter { Int($0.file) == file }
    if let first = own.first { return [first] }
    let constraint = packages.files[file].constraint
    let same = entities.filter { packages.files[Int($0.file)].constraint == constraint }
    if !constraint.isEmpty, let first = same.first { return [first] }
    let built = entities.filter { !packages.files[Int($0.file)].isIgnored }
    return built.isEmpty ? entities : built
  }

  func files(of namespace: NameKey, in file: Int, _ project: ProjectIndex) -> [Int32] {
    packages.files(of: namespace, project).filter { Int($0) != file }
  }

  private static let error = NameKey("Error")
  private static let implicitNames = Set(
    (GoNames.types.union(GoNames.functions)).map { NameKey($0) })
}

extension GoRules.ImportTable {
  fileprivate mutating func addDot(_ target: Finding) {
    switch target {
    case .namespace(let key): dotted.append(key)
    case .external: hasExternalDot = true
    case .nothing, .entities, .module: break
    }
  }
}
