internal import Basics
internal import Facts

/// What names mean in Scala: imports of each scope, packages around, what every file sees.
struct ScalaRules: NameRules {
  private let files: [ScalaImports]
  /// First names of the packages outside that some file imports from.
  private let outside: Set<NameKey>
  /// Names of all extensions.
  private let extensionNames: Set<NameKey>

  init(_ project: ProjectIndex) {
    let tables = project.files.indices.map { $0 }.concurrentMap { ScalaImports(of: $0, project) }
    files = ScalaImports.settled(tables, project)
    outside = files.reduce(into: ScalaNames.libraryRoots) { $0.formUnion($1.outside) }
    var names: Set<NameKey> = []
    for file in project.files where file.facts.language == .scala {
      for binding in file.outline.bindings where binding.marks.contains(.isExtension) {
        names.insert(file.keys[Int(binding.name)])
      }
    }
    extensionNames = names
  }

  private static let terms: BindingKinds = [.values, .functions]

  func kinds(for use: Term.Use) -> [BindingKinds] {
    use.isType ? [.types] : [Self.terms, .types]
  }

  func memberKinds(for use: Term.Use, of base: Meaning.Kind) -> [BindingKinds] {
    kinds(for: use)
  }

  var absentTypesAreBuiltIn: Bool { true }
  var invocation: NameKey? { ScalaNames.apply }
  var namesCallFunctions: Bool { true }
  var callsTakeLists: Bool { true }

  // MARK: Lookups

  func imported(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding? {
    let own = project.files[file]
    for index in files[file].single[name] ?? [] where own.outline.imports[index].scope == scope {
      switch files[file].settled(index, project) {
      case .entities(let entities):
        let found = entities.filter { Self.isVisible($0, kinds, false, project) }
        if !found.isEmpty { return .entities(found) }
      case .namespace(let package):
        if kinds.contains(.type) { return .namespace(package) }
      case .external: return .external
      case .nothing, .module: break
      }
    }
    for index in files[file].wildcards[scope] ?? [] {
      switch files[file].member(name, kinds, ofWildcard: index, project) {
      case .entities(let entities):
        let found = entities.filter { Self.isVisible($0, kinds, false, project) }
        if !found.isEmpty { return .entities(found) }
      case .namespace(let package): return .namespace(package)
      case .nothing, .module, .external: break
      }
    }
    let item = own.outline.scopes[Int(scope)]
    guard item.kind == .file || item.kind == .namespace else { return nil }
    let found = Self.declarations(name, kinds, in: own.namespace(of: scope), project)
    return found.isEmpty ? nil : .entities(found)
  }

  /// What a package declares, or its object inherits.
  private static func declarations(
    _ name: NameKey, _ kinds: BindingKinds, in package: NameKey, _ project: ProjectIndex
  ) -> [Entity] {
    let found = project.declarations(name, in: package, kinds).filter {
      isVisible($0, kinds, false, project)
    }
    if !found.isEmpty { return found }
    return ScalaImports.inherited(name, kinds, in: package, project)
  }

  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding { .nothing }

  private static func isVisible(
    _ entity: Entity, _ kinds: BindingKinds, _ isExtension: Bool, _ project: ProjectIndex
  ) -> Bool {
    let binding = project[entity]
    return binding.symbol != Outline.none && kinds.contains(binding.kind)
      && binding.marks.contains(.isExtension) == isExtension
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    if ScalaNames.implicitTypeKeys.contains(name) { return .external }
    if !use.isType, ScalaNames.implicitFunctionKeys.contains(name) { return .external }
    if use != .call {
      if name == ScalaNames.root { return .namespace(.root) }
      for package in files[file].packages + [.root] {
        let namespace = package.appending(name)
        if project.isNamespace(namespace) { return .namespace(namespace) }
      }
      if outside.contains(name) { return .external }
    }
    return files[file].isOpen || files[file].isOpen(project) ? .external : .nothing
  }

  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    for kinds in kinds(for: use) {
      let found = Self.declarations(name, kinds, in: namespace, project)
      if !found.isEmpty { return .entities(found) }
    }
    let inner = namespace.appending(name)
    return project.isNamespace(inner) ? .namespace(inner) : .external
  }

  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    let isWildcard = project.files[file].outline.imports[index].marks.contains(.wildcard)
    guard isWildcard, case .late = files[file].targets[index] else {
      return files[file].settled(index, project)
    }
    // Members of a value, which may be of any type.
    return .external
  }

  /// What a library hands on is the library's, unless it is known to be an element.
  func handsOutside(_ name: NameKey) -> Bool { ScalaNames.resultKeys[name] == nil }

  func givesTypeArgument(_ name: NameKey) -> Bool { ScalaNames.lookupKeys.contains(name) }

  func isImplicit(_ name: NameKey) -> Bool {
    ScalaNames.implicitMemberKeys.contains(name) || ScalaNames.resultKeys[name] != nil
  }

  /// An option is known by the value that it may hold.
  func keepsValue(_ name: NameKey) -> Bool {
    switch ScalaNames.resultKeys[name] {
    case .same, .element, .handsElementAndSame: true
    default: false
    }
  }

  var mapsGiveEntries: Bool { true }

  func result(ofExternal member: NameKey) -> ExternalResult {
    ScalaNames.resultKeys[member] ?? .unknown
  }

  // MARK: Extensions

  func extensions(
    _ query: ExtensionQuery, in file: Int, _ project: ProjectIndex
  ) -> [ExtensionLevel] {
    guard extensionNames.contains(query.name) else { return [] }
    // Names that collections and their like have say nothing by themselves.
    let isOwn =
      ScalaNames.resultKeys[query.name] == nil
      && !ScalaNames.implicitMemberKeys.contains(query.name)
    let claim: ExtensionLevel.Claim = isOwn ? .possible : .unlikely
    var levels: [ExtensionLevel] = []
    func add(_ finding: Finding, _ claim: ExtensionLevel.Claim) {
      guard case .entities(let entities) = finding else { return }
      let found = entities.filter { Self.isVisible($0, query.kinds, true, project) }
      if !found.isEmpty { levels.append(ExtensionLevel(entities: found, claim: claim)) }
    }
    for index in files[file].single[query.name] ?? [] {
      add(files[file].settled(index, project), .named)
    }
    let imports = project.files[file].outline.imports
    for index in imports.indices where imports[index].marks.contains(.wildcard) {
      let found = files[file].member(
        query.name, query.kinds, ofWildcard: index, isExtension: true, project)
      add(found, claim)
    }
    // What an implicit class is imported by is its own name.
    for index in imports.indices where !imports[index].marks.contains(.wildcard) {
      guard case .entities(let entities) = files[file].settled(index, project) else { continue }
      for type in entities where project.kind(type) == .type {
        add(.entities(besides(type, query.name, project)), claim)
      }
    }
    for package in files[file].packages {
      add(.entities(project.declarations(query.name, in: package, query.kinds)), .unlikely)
    }
    return levels
  }

  /// The extensions that an implicit class declares beside itself.
  private func besides(_ type: Entity, _ name: NameKey, _ project: ProjectIndex) -> [Entity] {
    let file = project.files[Int(type.file)]
    let scope = project[type].scope
    return file.bindings(in: scope, named: name).filter {
      file.outline.bindings[Int($0)].marks.contains(.isExtension)
    }.map { Entity(file: type.file, binding: $0) }
  }

  var extensionsAreNames: Bool { true }

  func isAbove(_ external: NameKey, _ type: Entity, _ project: ProjectIndex) -> Bool? {
    if ScalaNames.anything.contains(external) { return true }
    return project.supertypes(type).contains { $0.kind == .external } ? nil : false
  }
}
