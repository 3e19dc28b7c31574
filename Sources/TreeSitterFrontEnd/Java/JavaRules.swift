internal import Basics
internal import Facts

/// What names mean in Java: imports, the own package, `java.lang`, names in full.
struct JavaRules: NameRules {
  private let files: [ImportTable]
  /// First names of the packages outside that some file imports from.
  private let outside: Set<NameKey>
  private let hasOtherLanguages: Bool

  /// The imports of one file.
  fileprivate struct ImportTable: Sendable {
    var package = NameKey.root
    /// For each import what it stands for.
    var targets: [Finding] = []
    /// Imports of single names, by name; several for overloads and for types with fields.
    var single: [NameKey: [Int]] = [:]
    /// Packages, and types whose nested types are imported together.
    var packages: [NameKey] = []
    var types: [Entity] = []
    /// Types whose static members are imported together.
    var memberTypes: [Entity] = []
    /// First names of what it imports from outside.
    var outside: Set<NameKey> = []
    var hasExternalTypes = false
    var hasExternalMembers = false
  }

  /// With the imports of one language's files, or of all.
  init(_ project: ProjectIndex, only language: Language? = nil) {
    let pages = PageIndex(project)
    files = project.files.indices.map { $0 }.concurrentMap { number in
      if let language, project.files[number].facts.language != language { return ImportTable() }
      return Self.table(of: number, project, pages)
    }
    outside = files.reduce(into: Self.libraryRoots) { $0.formUnion($1.outside) }
    hasOtherLanguages = project.files.contains { $0.facts.language != .java }
  }

  /// Java has no other names for types, and does not see those of Kotlin.
  private static let ownTypes = BindingKinds(.type)

  // MARK: Imports

  private static func table(
    of number: Int, _ project: ProjectIndex, _ pages: PageIndex
  ) -> ImportTable {
    let file = project.files[number]
    var table = ImportTable()
    table.package = file.namespace(of: 0)
    for (index, item) in file.outline.imports.enumerated() {
      if item.marks.contains(.registered) {
        let page = pages.page(file.outline.names[Int(item.path)], from: file.facts.path)
        table.targets.append(page.map(Finding.module) ?? .nothing)
        continue
      }
      let names = NameKey.parts(file.outline.names[Int(item.path)])
      let found = JavaRules.find(names, from: number, project)
      if case .external = found, let first = names.first { table.outside.insert(first) }
      table.targets.append(
        table.add(item, found, JavaRules.namespace(names), at: index, file, project))
    }
    return table
  }

  private static func namespace(_ names: [NameKey]) -> NameKey {
    names.reduce(.root) { $0.appending($1) }
  }

  /// The type with a full name: the longest package that has the next name as a type, and the rest
  /// as types inside it.
  private static func find(
    _ names: [NameKey], from file: Int, _ project: ProjectIndex
  ) -> Finding {
    guard !names.isEmpty else { return .nothing }
    for split in (0..<names.count).reversed() {
      let package = namespace(Array(names[..<split]))
      let found = project.declarations(names[split], in: package, ownTypes)
      guard var entity = project.nearest(found, to: file) ?? found.first else { continue }
      for name in names[(split + 1)...] {
        let search = MemberSearch(project: project, name: name, kinds: .types)
        guard let inner = search.search(entity).entities.first else { return .nothing }
        entity = inner
      }
      return .entities([entity])
    }
    // A package of the project that lacks the type: it is generated, or missing.
    return project.hasDeclarations(namespace(Array(names.dropLast()))) ? .nothing : .external
  }
}

extension JavaRules.ImportTable {
  /// Files an import under what it binds; gives back what it stands for.
  fileprivate mutating func add(
    _ item: Outline.Import, _ found: Finding, _ package: NameKey, at index: Int,
    _ file: FileIndex, _ project: ProjectIndex
  ) -> Finding {
    if !item.marks.contains(.wildcard) {
      single[file.keys[Int(item.alias)], default: []].append(index)
      return found
    }
    if case .entities(let entities) = found, let type = entities.first {
      if item.marks.contains(.member) { memberTypes.append(type) }
      types.append(type)
      return found
    }
    if item.marks.contains(.member) {
      hasExternalMembers = true
      return found
    }
    // A package may be spread over the project and a library.
    if project.isNamespace(package) {
      packages.append(package)
      return .namespace(package)
    }
    hasExternalTypes = true
    return .external
  }
}

// MARK: - Lookups

extension JavaRules {
  func kinds(for use: Term.Use) -> [BindingKinds] {
    switch use {
    case .silentType, .type, .inherit, .implement, .annotation: [.types]
    case .call, .address: [.functions]
    case .silent, .read, .write, .readWrite, .wiring: [.values, .types]
    }
  }

  var absentTypesAreBuiltIn: Bool { true }

  var membersAreUsedThroughTypes: Bool { true }

  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    for index in files[file].single[name] ?? [] {
      let found = imported(index, kinds, file, project)
      if case .nothing = found { continue }
      return found
    }
    if kinds.contains(.type) { return type(name, file, project) }
    for type in files[file].memberTypes {
      let search = MemberSearch(project: project, name: name, kinds: kinds)
      let found = search.search(type).entities
      if !found.isEmpty { return .entities(found) }
    }
    return .nothing
  }

  /// A name of a single import, if it is of the right kind.
  private func imported(
    _ index: Int, _ kinds: BindingKinds, _ file: Int, _ project: ProjectIndex
  ) -> Finding {
    let item = project.files[file].outline.imports[index]
    switch files[file].targets[index] {
    case .entities(let entities):
      guard item.marks.contains(.member), let type = entities.first else {
        return kinds.contains(.type) ? .entities(entities) : .nothing
      }
      let name = project.files[file].keys[Int(item.name)]
      let search = MemberSearch(project: project, name: name, kinds: kinds)
      let result = search.search(type)
      return result.entities.isEmpty
        ? (result.isOpen ? .external : .nothing) : .entities(result.entities)
    case .external:
      return item.marks.contains(.member) == kinds.contains(.type) ? .nothing : .external
    case .nothing, .namespace, .module: return .nothing
    }
  }

  private func type(
    _ name: NameKey, _ file: Int, _ project: ProjectIndex
  ) -> Finding {
    guard project.declares(name, .types) else { return .nothing }
    for package in [files[file].package] + files[file].packages {
      let found = project.declarations(name, in: package, Self.ownTypes)
      if !found.isEmpty { return .entities(found) }
    }
    for type in files[file].types {
      let found = MemberSearch(project: project, name: name, kinds: .types).search(type).entities
      if !found.isEmpty { return .entities(found) }
    }
    return .nothing
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    if use.isType || use == .read {
      if Self.implicitTypes.contains(name) { return .external }
      let namespace = NameKey.root.appending(name)
      if project.isNamespace(namespace) { return .namespace(namespace) }
      if outside.contains(name) { return .external }
      if files[file].hasExternalTypes { return .external }
      for index in files[file].single[name] ?? [] {
        if case .external = files[file].targets[index] { return .external }
      }
    }
    if !use.isType, files[file].hasExternalMembers { return .external }
    return .nothing
  }

  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    let found = project.declarations(name, in: namespace, .types)
    if !found.isEmpty { return .entities(found) }
    let inner = namespace.appending(name)
    return project.isNamespace(inner) ? .namespace(inner) : .external
  }

  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    let item = project.files[file].outline.imports[index]
    guard item.marks.contains(.member), !item.marks.contains(.wildcard),
      case .entities(let entities) = files[file].targets[index], let type = entities.first
    else { return files[file].targets[index] }
    // The member itself may be inherited from another file.
    let key = project.files[file].keys[Int(item.name)]
    let kinds: BindingKinds = [.functions, .values, .types]
    let found = MemberSearch(project: project, name: key, kinds: kinds).search(type).entities
    return .entities(found.isEmpty ? entities : Array(found.prefix(1)))
  }

  func isImplicit(_ name: NameKey) -> Bool { Self.implicitMembers.contains(name) }

  /// Accessors of Lombok: `getName`, `isOpen`, `setName`, `withName`.
  func properties(impliedBy member: String) -> [String] {
    for prefix in ["get", "set", "is", "with"] where member.hasPrefix(prefix) {
      let rest = member.dropFirst(prefix.count)
      guard let first = rest.first, first.isUppercase else { continue }
      let name = first.lowercased() + rest.dropFirst()
      return prefix == "is" ? [name, "is" + rest] : [name, String(rest)]
    }
    return []
  }

  /// `getName()` is the property `name` of a type of Kotlin.
  func accessor(
    _ member: String, of type: Entity, _ term: Term, _ project: ProjectIndex
  ) -> Entity? {
    guard hasOtherLanguages, term.use == .call || term.use == .address else { return nil }
    for name in properties(impliedBy: member) + [member] {
      let search = MemberSearch(
        project: project, name: NameKey(name), kinds: BindingKinds(.variable))
      let found = search.search(type).entities.first {
        project.files[Int($0.file)].facts.language != .java
      }
      if let found { return found }
    }
    return nil
  }

  func result(ofExternal member: NameKey) -> ExternalResult {
    Self.results[member] ?? .unknown
  }

  private static let implicitTypes = Set(JavaNames.implicitTypes.map { NameKey($0) })
  private static let implicitMembers = Set(JavaNames.implicitMembers.map { NameKey($0) })
  private static let libraryRoots = Set(
    ["java", "javax", "jakarta", "org", "com", "io", "net", "kotlin", "scala", "sun"].map {
      NameKey($0)
    })
  private static let results = ExternalResult.table(of: JavaNames.results)
}
