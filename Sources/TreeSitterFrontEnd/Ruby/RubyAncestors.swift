internal import Facts

/// What a type is derived from, in the order in which Ruby asks: itself, the modules that it includes,
/// the last first, then its superclass with the same.
struct RubyAncestors {
  private(set) var types: [Entity] = []
  /// One of them is not of the project, or was not found.
  private(set) var isOpen = false
  /// Full names of those outside.
  private(set) var external: [NameKey] = []

  init(_ type: Entity, _ project: ProjectIndex) {
    var seen: Set<Entity> = []
    var stack = [project.canonical(type)]
    while let next = stack.popLast(), types.count < Ancestry.limit {
      guard seen.insert(next).inserted else { continue }
      types.append(next)
      for above in project.supertypes(next).reversed() {
        if above.kind == .type || above.kind == .value, above.entity != .nothing,
          project.kind(above.entity) == .type
        {
          stack.append(project.canonical(above.entity))
        } else {
          isOpen = true
          external.append(above.key)
        }
      }
    }
  }
}

/// Looks for a method or variable of a type or of its instances.
struct RubyMemberSearch {
  let project: ProjectIndex
  let names: RubyTypeNames
  let name: NameKey
  private(set) var isOpen = false
  /// Full names of the types outside that were met.
  private(set) var external: [NameKey] = []

  init(_ project: ProjectIndex, _ names: RubyTypeNames, _ name: NameKey) {
    self.project = project
    self.names = names
    self.name = name
  }

  private static let extended = NameKey(RubyNames.extended)
  private static let classMethods = NameKey("ClassMethods")

  mutating func instance(_ type: Entity) -> [Entity] {
    let ancestors = project.rubyAncestors(of: type)
    isOpen = isOpen || ancestors.isOpen
    external += ancestors.external
    for type in ancestors.types {
      let found = own(type) { !$0.contains(.isStatic) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// What can be called on the type itself.
  mutating func type(_ type: Entity) -> [Entity] {
    let ancestors = project.rubyAncestors(of: type)
    isOpen = isOpen || ancestors.isOpen
    external += ancestors.external
    for above in ancestors.types {
      let isOwn = above == ancestors.types[0] || !project.marks(above).contains(.isPartial)
      let found = own(above) {
        $0.contains(.isStatic) && (isOwn || $0.contains(.isExtension))
      }
      if !found.isEmpty { return found }
      // What `included` adds to those who include the module.
      if !isOwn {
        for module in inner(above) {
          let found = instance(module)
          if !found.isEmpty { return found }
        }
      }
      for module in extensions(of: above, isOwn: isOwn) {
        let found = instance(module)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private func inner(_ type: Entity) -> [Entity] {
    guard let full = names.fullName(of: type) else { return [] }
    return Array((names.constants[full.appending(Self.classMethods)] ?? []).prefix(1))
      .filter { project.kind($0) == .type }
  }

  /// The modules that extend a type, the last first; of a mixin those that extend who takes it in.
  private mutating func extensions(of type: Entity, isOwn: Bool) -> [Entity] {
    var found: [Entity] = []
    for binding in project.members(of: type, named: Self.extended).reversed()
    where isOwn || project.marks(binding).contains(.isExtension) {
      let meaning = project.meaning(project[binding].type, in: binding.file)
      if meaning.kind == .type, meaning.entity != .nothing {
        found.append(meaning.entity)
      } else {
        isOpen = true
      }
    }
    return found
  }

  /// What a type declares itself; of several declarations in one file the last holds.
  private func own(
    _ type: Entity, _ accepts: (Outline.Binding.Marks) -> Bool
  ) -> [Entity] {
    let found = project.members(of: type, named: name).filter {
      let kind = project.kind($0)
      return (kind == .function || kind == .variable || kind == .constructor)
        && accepts(project.marks($0))
    }
    guard found.count > 1 else { return found }
    let sources = found.filter { !project.files[Int($0.file)].isTest }
    let all = sources.isEmpty ? found : sources
    return all.indices.filter { $0 + 1 == all.count || all[$0 + 1].file != all[$0].file }
      .map { all[$0] }
  }
}
