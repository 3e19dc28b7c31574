internal import Basics
internal import Facts

/// What names mean in Kotlin: imports, the own package, what every file sees, names in full.
struct KotlinRules: NameRules {
  private let files: [KotlinImports]
  /// First names of the packages outside that some file imports from.
  private let outside: Set<NameKey>
  /// Names of all extensions that no type holds.
  private let extensionNames: Set<NameKey>

  init(_ project: ProjectIndex) {
    let tables = Array(project.files.indices).concurrentMap { KotlinImports(of: $0, project) }
    files = KotlinImports.settled(tables, project)
    outside = files.reduce(into: KotlinNames.libraryRoots) { $0.formUnion($1.outside) }
    var names: Set<NameKey> = []
    for file in project.files {
      for binding in file.outline.bindings where binding.marks.contains(.isExtension) {
        names.insert(file.keys[Int(binding.name)])
      }
      for item in file.outline.imports where item.alias != Outline.none {
        // An extension may be imported under another name.
        let last = file.outline.names[Int(item.path)].split(separator: ".").last.map(String.init)
        if file.facts.language == .kotlin, last != file.outline.names[Int(item.alias)] {
          names.insert(file.keys[Int(item.alias)])
        }
      }
    }
    extensionNames = names
  }

  func kinds(for use: Term.Use) -> [BindingKinds] {
    switch use {
    case .silentType, .type, .inherit, .implement, .annotation: [.types]
    case .call, .address: [.functions, .types, .values]
    case .silent: [.values, .functions, .types]
    case .read, .write, .readWrite, .wiring: [.values, .types]
    }
  }

  func memberKinds(for use: Term.Use, of base: Meaning.Kind) -> [BindingKinds] {
    kinds(for: use)
  }

  var absentTypesAreBuiltIn: Bool { true }

  var invocation: NameKey? { KotlinNames.invoke }

  // MARK: Lookups

  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    for index in files[file].single[name] ?? [] {
      switch files[file].targets[index] {
      case .entities(let entities):
        let found = entities.filter { isVisible($0, kinds, false, file, project) }
        if !found.isEmpty { return .entities(found) }
      case .external: return .external
      case .nothing, .namespace, .module: break
      }
    }
    for package in [files[file].package] + files[file].packages {
      let found = project.declarations(name, in: package, kinds).filter {
        isVisible($0, kinds, false, file, project)
      }
      if !found.isEmpty { return .entities(found) }
    }
    for type in files[file].types {
      let found = MemberSearch(project: project, name: name, kinds: kinds).search(type).entities
      if !found.isEmpty { return .entities(found) }
    }
    return .nothing
  }

  /// Whether a declaration of a package is one of `kinds` that the file sees.
  private func isVisible(
    _ entity: Entity, _ kinds: BindingKinds, _ isExtension: Bool, _ file: Int,
    _ project: ProjectIndex
  ) -> Bool {
    let binding = project[entity]
    // Only Java sees the classes of files.
    return binding.symbol != Outline.none && kinds.contains(binding.kind)
      && binding.marks.contains(.isExtension) == isExtension
      && (!binding.marks.contains(.isPrivate) || Int(entity.file) == file)
  }

  func extensions(
    _ query: ExtensionQuery, in file: Int, _ project: ProjectIndex
  ) -> [ExtensionLevel] {
    guard extensionNames.contains(query.name) else { return [] }
    var levels: [ExtensionLevel] = []
    func add(_ entities: [Entity], _ claim: ExtensionLevel.Claim) {
      let found = entities.filter { isVisible($0, query.kinds, true, file, project) }
      if !found.isEmpty { levels.append(ExtensionLevel(entities: found, claim: claim)) }
    }
    for index in files[file].single[query.name] ?? [] {
      if case .entities(let entities) = files[file].targets[index] { add(entities, .named) }
    }
    for package in [files[file].package] + files[file].packages {
      add(project.declarations(query.name, in: package, query.kinds), .unlikely)
    }
    for type in files[file].types {
      var search = MemberSearch(project: project, name: query.name, kinds: query.kinds)
      search.isExtension = true
      add(search.search(type).entities, .unlikely)
    }
    return levels
  }

  var extensionsAreNames: Bool { true }

  func isAbove(_ external: NameKey, _ type: Entity, _ project: ProjectIndex) -> Bool? {
    if external == KotlinNames.anything { return true }
    return project.supertypes(type).contains { $0.kind == .external } ? nil : false
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    if use.isType || use == .read || use == .call {
      if KotlinNames.implicitTypeKeys.contains(name) { return .external }
    }
    if use == .call || use == .address || use == .read {
      if KotlinNames.implicitFunctionKeys.contains(name) { return .external }
    }
    if use.isType || use == .read {
      let namespace = NameKey.root.appending(name)
      if project.isNamespace(namespace) { return .namespace(namespace) }
      if outside.contains(name) { return .external }
    }
    return files[file].isOpen ? .external : .nothing
  }

  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    let found = project.declarations(name, in: namespace, KotlinImports.all)
    if !found.isEmpty { return .entities(found) }
    let inner = namespace.appending(name)
    return project.isNamespace(inner) ? .namespace(inner) : .external
  }

  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    files[file].targets[index]
  }

  func isImplicit(_ name: NameKey) -> Bool { KotlinNames.implicitMemberKeys.contains(name) }

  func result(ofExternal member: NameKey) -> ExternalResult {
    KotlinNames.resultKeys[member] ?? .unknown
  }

  // MARK: Java

  /// `name` is `getName()` of a type of Java, setting it `setName(…)`.
  func accessor(
    _ member: String, of type: Entity, _ term: Term, _ project: ProjectIndex
  ) -> Entity? {
    let isWrite = term.use == .write || term.use == .readWrite
    guard isWrite || term.use == .read || term.use == .silent, let first = member.first else {
      return nil
    }
    var names: [String]
    let isFlag = member.hasPrefix("is") && member.dropFirst(2).first?.isUppercase ?? false
    if isWrite {
      names = ["set" + (isFlag ? member.dropFirst(2) : first.uppercased() + member.dropFirst())]
    } else {
      names = [isFlag ? member : "get" + first.uppercased() + member.dropFirst()]
    }
    for name in names {
      let search = MemberSearch(
        project: project, name: NameKey(name), kinds: .functions, count: isWrite ? 1 : 0)
      let result = search.search(type)
      let found = result.entities.first {
        project.files[Int($0.file)].facts.language != .kotlin
      }
      if !result.isInexact, let found { return found }
    }
    return nil
  }
}
