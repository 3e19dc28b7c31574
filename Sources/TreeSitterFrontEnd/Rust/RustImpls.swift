internal import Facts

/// What is implemented for which type.
struct RustImpls: Sendable {
  /// For each type of the project the places that add members to it.
  private(set) var parts: [[Entity]] = []
  /// Functions of traits that are implemented for types of libraries, or for all types, by name.
  private(set) var extensions: [NameKey: [Entity]] = [:]
  /// For each such trait the types that it is implemented for.
  private(set) var targets: [Entity: Targets] = [:]
  /// Names of methods that other types have.
  private(set) var plainMethods: Set<NameKey> = []
  private(set) var traitOfMethod: [Entity: Entity] = [:]

  struct Targets: Sendable {
    var isAll = false
    var keys: Set<NameKey> = []
  }

  private var groups: [Entity: [Entity]] = [:]
  private var others: [(trait: Entity, impl: Entity)] = []

  init(_ search: RustPathSearch) {
    for (number, file) in search.project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.kind == .type && binding.marks.contains(.isPartial) {
        add(Entity(file: Int32(number), binding: UInt32(index)), file, search)
      }
    }
    for type in groups.keys.sorted(by: { ($0.file, $0.binding) < ($1.file, $1.binding) }) {
      parts.append([type] + groups[type]!)
    }
    addExtensions(search.project)
  }

  private mutating func add(_ impl: Entity, _ file: FileIndex, _ search: RustPathSearch) {
    let binding = file.outline.bindings[Int(impl.binding)]
    let scope = file.outline.scopes[Int(binding.inner)]
    guard scope.name != Outline.none else { return }
    let path = RustNameTable.path(file.outline.names[Int(scope.name)])
    if let type = type(path, impl, binding, search, depth: 0) {
      groups[type, default: []].append(impl)
      return
    }
    guard let first = scope.supertypes.first,
      let trait = trait(first, file, impl, binding, search)
    else { return }
    others.append((trait, impl))
    let isParameter =
      path.count == 1
      && file.bindings(in: binding.inner, named: path[0]).contains {
        file.kind($0) == .typeParameter
      }
    if isParameter || path.isEmpty {
      targets[trait, default: Targets()].isAll = true
    } else if let last = path.last {
      targets[trait, default: Targets()].keys.insert(last)
    }
  }

  /// The type of the project that a path leads to, through aliases.
  private func type(
    _ path: [NameKey], _ impl: Entity, _ binding: Outline.Binding, _ search: RustPathSearch,
    depth: Int
  ) -> Entity? {
    let file = search.project.files[Int(impl.file)]
    if path.count == 1,
      file.bindings(in: binding.inner, named: path[0]).contains(where: {
        file.kind($0) == .typeParameter
      })
    {
      return nil
    }
    let found = entities(path, impl.file, binding.scope, search).filter {
      let kind = search.project.kind($0)
      return kind == .type || kind == .alias
    }
    guard let entity = found.first else { return nil }
    guard search.project.kind(entity) == .alias else { return entity }
    let alias = search.project[entity]
    let other = search.project.files[Int(entity.file)]
    guard depth < 8, alias.type != Outline.none,
      let path = Self.path(of: alias.type, other.outline)
    else { return nil }
    var place = binding
    (place.scope, place.inner) = (alias.scope, Outline.none)
    return type(
      path, Entity(file: entity.file, binding: entity.binding), place, search, depth: depth + 1)
  }

  /// What a path means in a scope: items of the functions around it come first.
  private func entities(
    _ path: [NameKey], _ number: Int32, _ scope: UInt32, _ search: RustPathSearch
  ) -> [Entity] {
    let file = search.project.files[Int(number)]
    var next = scope
    while path.count == 1, next != Outline.none,
      file.outline.scopes[Int(next)].kind == .function
    {
      let found = file.bindings(in: next, named: path[0]).filter { file.kind($0) == .type }
      if let first = found.first { return [Entity(file: number, binding: first)] }
      next = file.outline.scopes[Int(next)].parent
    }
    guard let module = search.modules.module(of: scope, in: Int(number), search.project) else {
      return []
    }
    var walk = RustPathSearch.Walk()
    return search.find(path, in: module, &walk).entities
  }

  private func trait(
    _ term: UInt32, _ file: FileIndex, _ impl: Entity, _ binding: Outline.Binding,
    _ search: RustPathSearch
  ) -> Entity? {
    guard let path = Self.path(of: term, file.outline) else { return nil }
    return entities(path, impl.file, binding.scope, search).first {
      search.project.marks($0).contains(.isInterface)
    }
  }

  /// The path that a term of a signature spells.
  static func path(of term: UInt32, _ outline: Outline) -> [NameKey]? {
    guard term & Terms.bodyBit == 0, Int(term) < outline.signature.terms.count else { return nil }
    let item = outline.signature.terms[Int(term)]
    switch item.kind {
    case .name: return [NameKey(outline.names[Int(item.name)])]
    case .member:
      guard item.base != Outline.none, let base = path(of: item.base, outline) else { return nil }
      return base + [NameKey(outline.names[Int(item.name)])]
    case .apply: return item.base == Outline.none ? nil : path(of: item.base, outline)
    default: return nil
    }
  }

  // MARK: Methods of traits

  private mutating func addExtensions(_ project: ProjectIndex) {
    var owners: Set<Entity> = Set(others.map(\.impl))
    for trait in targets.keys.sorted(by: { ($0.file, $0.binding) < ($1.file, $1.binding) }) {
      owners.insert(trait)
      guard let inner = project.inner(trait) else { continue }
      let file = project.files[Int(trait.file)]
      for method in file.functions(in: inner) {
        let entity = Entity(file: trait.file, binding: method)
        guard !project.marks(entity).contains(.isStatic) else { continue }
        extensions[file.key(method), default: []].append(entity)
        traitOfMethod[entity] = trait
      }
    }
    for (number, file) in project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated() where binding.kind == .function {
        let scope = file.outline.scopes[Int(binding.scope)]
        guard scope.kind == .type, scope.owner != Outline.none,
          !owners.contains(Entity(file: Int32(number), binding: scope.owner))
        else { continue }
        plainMethods.insert(file.key(UInt32(index)))
      }
    }
  }
}
