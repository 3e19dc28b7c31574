internal import Basics
internal import Facts

/// The imports of one file of Scala, and what they stand for.
struct ScalaImports: Sendable {
  /// What an import leads to.
  enum Target: Sendable {
    case found(Finding)
    /// Members of a value, or inherited ones: known once types are.
    case late(Entity, [NameKey])
  }

  /// The packages whose names the file sees, the innermost first.
  var packages: [NameKey] = []
  /// For each import what it stands for.
  var targets: [Target] = []
  /// Imports of single names, by name, the last first.
  var single: [NameKey: [Int]] = [:]
  /// Imports of all members, by scope, the last first.
  var wildcards: [UInt32: [Int]] = [:]
  /// First names of what it imports from outside.
  var outside: Set<NameKey> = []
  /// Whether something may come from a package that is not here.
  var isOpen = false

  static let all: BindingKinds = [.types, .functions, .values]

  init(of number: Int, _ project: ProjectIndex) {
    let file = project.files[number]
    guard file.facts.language == .scala else { return }
    for (index, scope) in file.outline.scopes.enumerated()
    where scope.kind == .file || scope.kind == .namespace {
      packages.append(file.namespace(of: UInt32(index)))
    }
    packages = Array(packages.reversed())
    for (index, item) in file.outline.imports.enumerated() {
      let names = Self.names(of: item, file)
      let target = find(names, from: item.scope, number, project)
      if case .found(.external) = target {
        if let first = names.first { outside.insert(first) }
        isOpen = isOpen || item.marks.contains(.wildcard)
      }
      if item.marks.contains(.wildcard) {
        wildcards[item.scope, default: []].insert(index, at: 0)
      } else {
        single[file.keys[Int(item.alias)], default: []].insert(index, at: 0)
      }
      targets.append(target)
    }
  }

  static func names(of item: Outline.Import, _ file: FileIndex) -> [NameKey] {
    NameKey.parts(file.outline.names[Int(item.path)])
  }

  // MARK: Making

  /// What a path means in a scope: its first name from there outwards, the rest inside of that.
  private func find(
    _ names: [NameKey], from scope: UInt32, _ number: Int, _ project: ProjectIndex
  ) -> Target {
    guard let first = names.first else { return .found(.nothing) }
    if first == ScalaNames.root {
      return Self.walk(.found(.namespace(.root)), names.dropFirst(), project)
    }
    let file = project.files[number]
    var next = scope
    while next != Outline.none {
      if let start = start(first, in: next, file, number, project) {
        return Self.walk(start, names.dropFirst(), project)
      }
      next = file.outline.scopes[Int(next)].parent
    }
    let namespace = NameKey.root.appending(first)
    guard project.isNamespace(namespace) else { return .found(.external) }
    return Self.walk(.found(.namespace(namespace)), names.dropFirst(), project)
  }

  /// The first name of a path in one scope: what it declares, imports before it, the package.
  private func start(
    _ name: NameKey, in scope: UInt32, _ file: FileIndex, _ number: Int, _ project: ProjectIndex
  ) -> Target? {
    let own = file.bindings(in: scope, named: name).filter { Self.all.contains(file.kind($0)) }
    if !own.isEmpty {
      return .found(.entities(own.map { Entity(file: Int32(number), binding: $0) }))
    }
    for index in single[name] ?? [] where file.outline.imports[index].scope == scope {
      return targets[index]
    }
    for index in wildcards[scope] ?? [] {
      let found = Self.walk(targets[index], [name], project)
      switch found {
      case .found(.entities), .found(.namespace): return found
      default: break
      }
    }
    let item = file.outline.scopes[Int(scope)]
    guard item.name != Outline.none, item.kind != .type else { return nil }
    let package = file.namespace(of: scope)
    let found = Self.declarations(name, in: package, project)
    if !found.isEmpty { return .found(.entities(found)) }
    let inner = package.appending(name)
    return project.isNamespace(inner) ? .found(.namespace(inner)) : nil
  }

  static func declarations(
    _ name: NameKey, in package: NameKey, _ project: ProjectIndex
  ) -> [Entity] {
    project.declarations(name, in: package, all).filter { project[$0].symbol != Outline.none }
  }

  private static func walk(
    _ start: Target, _ names: ArraySlice<NameKey>, _ project: ProjectIndex
  ) -> Target {
    var current = start
    for (position, name) in zip(names.indices, names) {
      switch current {
      case .late(let entity, let path): return .late(entity, path + names[position...])
      case .found(.namespace(let package)): current = member(name, of: package, project)
      case .found(.entities(let entities)):
        let isLast = position == names.endIndex - 1
        guard let next = member(name, of: entities, isLast: isLast, project) else {
          guard let entity = entities.first(where: { project.inner($0) != nil }) ?? entities.first
          else { return .found(.nothing) }
          return .late(entity, Array(names[position...]))
        }
        current = next
      case .found: return current
      }
    }
    return current
  }

  private static func walk(
    _ start: Target, _ names: [NameKey], _ project: ProjectIndex
  ) -> Target { walk(start, names[...], project) }

  private static func member(
    _ name: NameKey, of package: NameKey, _ project: ProjectIndex
  ) -> Target {
    let found = declarations(name, in: package, project)
    if !found.isEmpty { return .found(.entities(found)) }
    let inner = package.appending(name)
    if project.isNamespace(inner) { return .found(.namespace(inner)) }
    // A package of the project that lacks the name: it is generated, or missing.
    return .found(project.hasDeclarations(package) ? .nothing : .external)
  }

  /// Members that objects and types declare themselves; nil where there are none.
  private static func member(
    _ name: NameKey, of entities: [Entity], isLast: Bool, _ project: ProjectIndex
  ) -> Target? {
    // The object stands for the name where a class has the same.
    let objects = entities.filter { project.kind($0) == .variable && project.inner($0) != nil }
    for entity in objects.isEmpty ? entities : objects {
      let found = project.members(of: entity, named: name).filter {
        all.contains(project.kind($0)) && project.kind($0) != .typeParameter
      }
      if !found.isEmpty { return .found(.entities(found)) }
    }
    return nil
  }

  // MARK: Asking

  /// What a single import stands for, now that types are known.
  func settled(_ index: Int, _ project: ProjectIndex) -> Finding {
    switch targets[index] {
    case .found(let finding): return finding
    case .late(let entity, let path):
      guard let last = path.last else { return .nothing }
      return Self.late(entity, path.dropLast(), last, Self.all, project)
    }
  }

  /// A member of what a wildcard import names.
  func member(
    _ name: NameKey, _ kinds: BindingKinds, ofWildcard index: Int, isExtension: Bool? = false,
    _ project: ProjectIndex
  ) -> Finding {
    switch targets[index] {
    case .found(.namespace(let package)):
      let found = project.declarations(name, in: package, kinds)
      if !found.isEmpty { return .entities(found) }
      let above = Self.inherited(name, kinds, isExtension: isExtension, in: package, project)
      if !above.isEmpty { return .entities(above) }
      let inner = package.appending(name)
      return kinds.contains(.type) && project.isNamespace(inner) ? .namespace(inner) : .nothing
    case .found(.entities(let entities)):
      let objects = entities.filter { project.kind($0) == .variable }
      for entity in objects.isEmpty ? entities : objects {
        let found = Self.late(entity, [], name, kinds, isExtension: isExtension, project)
        if case .entities = found { return found }
      }
      return .nothing
    case .found: return .nothing
    case .late(let entity, let path):
      let found = Self.late(
        entity, path[...], name, kinds, isExtension: isExtension, project)
      if case .entities = found { return found }
      return .nothing
    }
  }

  /// Whether all members of a value are imported whose type is a library's.
  func isOpen(_ project: ProjectIndex) -> Bool {
    wildcards.values.contains { indexes in
      indexes.contains { index in
        guard case .late(let entity, let path) = targets[index] else { return false }
        guard let last = path.last else { return Self.type(of: entity, project) == nil }
        let found = Self.late(entity, path.dropLast(), last, Self.all, project)
        switch found {
        case .external: return true
        case .entities(let entities):
          return entities.allSatisfy { Self.type(of: $0, project) == nil }
        case .nothing, .namespace, .module: return false
        }
      }
    }
  }

  /// What the object of a package has from the types that it is derived from.
  static func inherited(
    _ name: NameKey, _ kinds: BindingKinds, isExtension: Bool? = false, in package: NameKey,
    _ project: ProjectIndex
  ) -> [Entity] {
    for object in project.declarations(Self.package, in: package, .types) {
      var search = MemberSearch(project: project, name: name, kinds: kinds)
      search.isExtension = isExtension
      let found = search.search(object).entities
      if !found.isEmpty { return found }
    }
    return []
  }

  private static let package = NameKey("package")

  private static func late(
    _ entity: Entity, _ path: ArraySlice<NameKey>, _ last: NameKey, _ kinds: BindingKinds,
    isExtension: Bool? = nil, _ project: ProjectIndex
  ) -> Finding {
    guard var current = type(of: entity, project) else { return .external }
    for name in path {
      let search = MemberSearch(project: project, name: name, kinds: all)
      let result = search.search(current)
      guard let next = result.entities.first else { return result.isOpen ? .external : .nothing }
      guard let type = type(of: next, project) else { return .external }
      current = type
    }
    var search = MemberSearch(project: project, name: last, kinds: kinds)
    search.isExtension = isExtension
    let result = search.search(current)
    if !result.entities.isEmpty { return .entities(result.entities) }
    return result.isOpen ? .external : .nothing
  }

  /// The type of a value; a type itself.
  private static func type(of entity: Entity, _ project: ProjectIndex) -> Entity? {
    let binding = project[entity]
    if binding.kind != .variable && binding.kind != .function { return entity }
    guard binding.type != Outline.none else { return nil }
    let meaning = project.meaning(binding.type, in: entity.file)
    return meaning.kind == .value || meaning.kind == .type ? meaning.entity : nil
  }

  /// The same, with what lacks in packages that belong to a library taken for it.
  static func settled(_ tables: [ScalaImports], _ project: ProjectIndex) -> [ScalaImports] {
    let balance = PackageBalance(project) { number, index in
      // Files of other languages have no table.
      guard index < tables[number].targets.count else { return nil }
      return switch tables[number].targets[index] {
      case .found(.nothing): false
      case .found(.entities): true
      default: nil
      }
    }
    var settled = tables
    for (number, index) in balance.outside { settled[number].targets[index] = .found(.external) }
    for (number, file) in project.files.enumerated() {
      for index in tables[number].wildcards.values.joined() {
        let path = file.outline.names[Int(file.outline.imports[index].path)]
        if balance.isOutside(path) { settled[number].isOpen = true }
      }
    }
    return settled
  }
}
