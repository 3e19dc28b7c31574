internal import Basics
internal import Facts

/// What names mean in C#: namespaces around the use, usings, projects, extension methods.
struct CSharpRules: NameRules {
  let projects: CSharpProjects
  let files: [CSharpUsings]
  /// Extension methods by name.
  private let extensions: [NameKey: [Entity]]
  /// Names of methods that are no extensions.
  private let methods: Set<NameKey>
  /// First names of namespaces outside that some file imports.
  private let outside: Set<NameKey>
  /// Names bound by a `global using` of another file, by project.
  private let globalAliases: [Int: [NameKey: Entity]]

  init(_ project: ProjectIndex, _ projects: CSharpProjects) {
    self.projects = projects
    let all = project.files.indices.map { $0 }.concurrentMap { file in
      CSharpUsings(file, project, projects)
    }
    files = CSharpUsings.sharing(all, project, projects)
    outside = files.reduce(into: Self.libraryRoots) { $0.formUnion($1.outside) }
    var extensions: [NameKey: [Entity]] = [:]
    var methods: Set<NameKey> = []
    for (number, file) in project.files.enumerated() {
      // An extension method is a function beside what it extends, of the same symbol.
      var symbols: Set<UInt32> = []
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.marks.contains(.isExtension) {
        symbols.insert(binding.symbol)
        extensions[file.keys[Int(binding.name)], default: []].append(
          Entity(file: Int32(number), binding: UInt32(index)))
      }
      for binding in file.outline.bindings
      where binding.kind == .function && !symbols.contains(binding.symbol) {
        methods.insert(file.keys[Int(binding.name)])
      }
    }
    self.extensions = extensions
    self.methods = methods
    globalAliases = CSharpUsings.globalAliases(files, project, projects)
  }

  func kinds(for use: Term.Use) -> [BindingKinds] {
    switch use {
    case .silentType, .type, .inherit, .implement, .annotation, .wiring: [.types]
    case .call: [[.functions, .values]]
    case .address: [.functions]
    case .silent, .read, .write, .readWrite: [[.functions, .values], .types]
    }
  }

  var absentTypesAreBuiltIn: Bool { true }
  var mapsGiveEntries: Bool { true }

  /// Parts of types are those of one name in one project.
  func parts(_ project: ProjectIndex) -> [[Entity]] {
    struct Name: Hashable {
      var project: Int?
      var key: NameKey
    }
    var groups: [Name: [Entity]] = [:]
    for (number, file) in project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.kind == .type && binding.marks.contains(.isPartial) {
        let key = file.fullName(of: UInt32(index))
        groups[Name(project: projects.projectOf[number], key: key), default: []]
          .append(Entity(file: Int32(number), binding: UInt32(index)))
      }
    }
    // Which part stands for the type: one that people write, and the shortest path among those.
    func rank(_ entity: Entity) -> (Int, Int, Int32, UInt32) {
      let path = project.files[Int(entity.file)].facts.path
      let isMade = path.hasSuffix(".Designer.cs") || path.hasSuffix(".g.cs")
      return (isMade ? 1 : 0, path.utf8.count, entity.file, entity.binding)
    }
    return groups.values.filter { $0.count > 1 }.map { $0.sorted { rank($0) < rank($1) } }
      .sorted { rank($0[0]) < rank($1[0]) }
  }
}

// MARK: - Lookups

extension CSharpRules {
  /// From the innermost namespace outwards: its types, then what its usings bring.
  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    let usings = files[file]
    let scopes = project.files[file].outline.scopes
    var next = scope
    while next != Outline.none {
      let kind = scopes[Int(next)].kind
      if kind == .file || kind == .namespace {
        if kinds.contains(.type) {
          for namespace in usings.namespaces[next] ?? [] {
            let found = visible(
              project.declarations(name, in: namespace, .plainTypes), file, project)
            if !found.isEmpty { return .entities(found) }
          }
        }
        let found = imported(name, kinds, usings.items[next] ?? .init(), file, project)
        if !found.isEmpty { return .entities(found) }
      }
      next = scopes[Int(next)].parent
    }
    guard kinds.contains(.type) else { return .nothing }
    if let number = projects.projectOf[file], let found = globalAliases[number]?[name] {
      return .entities([found])
    }
    return .nothing
  }

  private func imported(
    _ name: NameKey, _ kinds: BindingKinds, _ usings: CSharpUsings.Items, _ file: Int,
    _ project: ProjectIndex
  ) -> [Entity] {
    var found: [Entity] = []
    if kinds.contains(.type) {
      for namespace in usings.spaces {
        found += project.declarations(name, in: namespace, .plainTypes)
      }
      found = visible(found, file, project)
      if !found.isEmpty { return found }
    }
    for type in usings.types {
      let search = MemberSearch(project: project, name: name, kinds: kinds)
      found = search.search(type).entities
      if !found.isEmpty { return found }
    }
    return found
  }

  /// Those that the project of a file can see, of the nearest projects, each type once.
  private func visible(
    _ entities: [Entity], _ file: Int, _ project: ProjectIndex
  ) -> [Entity] {
    if entities.isEmpty { return entities }
    let steps = entities.map { projects.distance(from: file, to: Int($0.file)) }
    guard let least = steps.compactMap(\.self).min() else { return [] }
    var found: [Entity] = []
    for (entity, step) in zip(entities, steps) where step == least {
      let first = project.canonical(entity)
      if !found.contains(first) { found.append(first) }
    }
    return found
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    let usings = files[file]
    guard use.isType || use == .read || use == .wiring else {
      return usings.hasExternalMembers ? .external : .nothing
    }
    for namespace in usings.around {
      let inner = namespace.appending(name)
      if project.isNamespace(inner) { return .namespace(inner) }
    }
    if outside.contains(name) || use.isType && Self.builtIns.contains(name) { return .external }
    return usings.hasExternalTypes ? .external : .nothing
  }

  /// Copies in several projects are told apart by the file that names one.
  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    let all = project.declarations(name, in: namespace, .plainTypes)
    return found(visible(all, file, project), name, namespace, project)
  }

  private func found(
    _ types: [Entity], _ name: NameKey, _ namespace: NameKey, _ project: ProjectIndex
  ) -> Finding {
    if !types.isEmpty { return .entities(types) }
    let inner = namespace.appending(name)
    return project.isNamespace(inner) ? .namespace(inner) : .external
  }

  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    files[file].targets[index]
  }

  /// Extension methods that can be seen in a file. Where nothing is known of the receiver, it may have
  /// such a member itself, so only those count whose name nothing else in the project has.
  func extensions(
    _ query: ExtensionQuery, in file: Int, _ project: ProjectIndex
  ) -> [ExtensionLevel] {
    guard query.use == .call, let found = extensions[query.name], query.receiver != .type,
      query.receiver != .unknown || !methods.contains(query.name)
    else { return [] }
    let spaces = files[file].spaces
    let visible = found.filter { entity in
      let other = project.files[Int(entity.file)]
      let scope = other.outline.bindings[Int(entity.binding)].scope
      return spaces.contains(other.namespace(of: scope))
        && projects.distance(from: file, to: Int(entity.file)) != nil
    }
    return visible.isEmpty ? [] : [ExtensionLevel(entities: visible, claim: .possible)]
  }

  func isImplicit(_ name: NameKey) -> Bool { Self.implicitMembers.contains(name) }
  func isFinal(_ type: NameKey) -> Bool { Self.finalTypes.contains(type) }
  func handsOutside(_ name: NameKey) -> Bool { Self.builders.contains(name) }
  func givesTypeArgument(_ name: NameKey) -> Bool { Self.typedResults.contains(name) }
  func result(ofExternal member: NameKey) -> ExternalResult { Self.results[member] ?? .unknown }

  private static let implicitMembers = Set(CSharpNames.implicitMembers.map { NameKey($0) })
  private static let typedResults = Set(CSharpNames.typedResults.map { NameKey($0) })
  private static let libraryRoots = Set(CSharpNames.libraryRoots.map { NameKey($0) })
  private static let builders = Set(CSharpNames.builders.map { NameKey($0) })
  private static let finalTypes = Set(CSharpNames.finalTypes.map { NameKey($0) })
  private static let builtIns = Set(
    [
      "bool", "byte", "char", "decimal", "double", "float", "int", "long", "object", "sbyte",
      "short", "string", "uint", "ulong", "ushort", "nint", "nuint", "Type", "ValueTuple",
      "Delegate", "string[]",
    ].map { NameKey($0) })
  private static let results = ExternalResult.table(of: CSharpNames.results)
}

extension BindingKinds {
  /// Types that other files can see; an alias holds for its own file.
  static let plainTypes = BindingKinds(.type)
}
