internal import Facts

/// `A::B` as its parts.
struct RubyConstantPath: Sendable {
  var parts: [NameKey]
  var isAbsolute = false
}

extension RubyConstantPath {
  init(_ text: String) {
    parts = text.split(separator: ":").map { NameKey(String($0)) }
    isAbsolute = text.hasPrefix("::")
  }
}

/// Looks for constants: by lexical scope, then ancestors of the innermost type, then at the top.
struct RubyConstantSearch: Sendable {
  let names: RubyTypeNames

  /// The classes and modules around a scope, the innermost first.
  func nesting(_ file: Int, _ scope: UInt32, _ project: ProjectIndex) -> [Entity] {
    let outline = project.files[file].outline
    var found: [Entity] = []
    var next = scope
    while next != Outline.none {
      let item = outline.scopes[Int(next)]
      if item.kind == .type, item.owner != Outline.none {
        found.append(Entity(file: Int32(file), binding: item.owner))
      }
      next = item.parent
    }
    return found
  }

  func constant(
    _ path: RubyConstantPath, _ file: Int, _ scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    guard let first = path.parts.first else { return .nothing }
    guard
      var found = path.isAbsolute
        ? names.constants[NameKey.root.appending(first)]
        : lexical(first, file, scope, project)
    else { return missing(first) }
    if RubyLibrary.names.contains(path.parts[0]), isTop(found[0]),
      path.parts.count == 1 || !isOwn(path.parts)
    {
      return .external
    }
    for part in path.parts.dropFirst() {
      guard let type = type(found, project) else { return .external }
      guard let inner = inherited(part, type, project) else { return missing(part) }
      found = inner
    }
    return .entities(chosen(found, file, project))
  }

  /// The class of the rows of an association: by the full name of the class around and its parts.
  func row(
    _ path: RubyConstantPath, _ file: Int, _ scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    var around: [NameKey] = []
    if !path.isAbsolute, let own = nesting(file, scope, project).first {
      around = names.parts(of: own)
    }
    while true {
      let key = (around + path.parts).reduce(NameKey.root) { $0.appending($1) }
      if let found = names.constants[key], type(found, project) != nil {
        return .entities(chosen(found, file, project))
      }
      if around.popLast() == nil { return constant(path, file, scope, project) }
    }
  }

  /// Whether a path below a name of a library is something that the project alone declares.
  private func isOwn(_ parts: [NameKey]) -> Bool {
    let key = parts.reduce(NameKey.root) { $0.appending($1) }
    return names.constants[key] != nil && !RubyLibrary.paths.contains(key)
  }

  private func isTop(_ entity: Entity) -> Bool {
    guard let full = names.fullName(of: entity) else { return false }
    return RubyLibrary.names.contains { NameKey.root.appending($0) == full }
  }

  /// What is not found is outside if nothing of the project has its name.
  private func missing(_ name: NameKey) -> Finding {
    names.simpleNames.contains(name) && !RubyLibrary.names.contains(name) ? .nothing : .external
  }

  private func lexical(
    _ name: NameKey, _ file: Int, _ scope: UInt32, _ project: ProjectIndex
  ) -> [Entity]? {
    let around = nesting(file, scope, project)
    for type in around {
      guard let full = names.fullName(of: type) else { continue }
      if let found = names.constants[full.appending(name)] { return found }
    }
    if let own = around.first, let found = inherited(name, own, project) { return found }
    return names.constants[NameKey.root.appending(name)]
  }

  /// A constant of a type or of what it is derived from.
  private func inherited(
    _ name: NameKey, _ type: Entity, _ project: ProjectIndex
  ) -> [Entity]? {
    for above in project.rubyAncestors(of: type).types {
      guard let full = names.fullName(of: above) else { continue }
      if let found = names.constants[full.appending(name)] { return found }
    }
    return nil
  }

  /// The type that a constant is or stands for.
  func type(_ found: [Entity], _ project: ProjectIndex) -> Entity? {
    guard let first = found.first else { return nil }
    let binding = project[first]
    if binding.kind == .type { return first }
    guard binding.type != Outline.none else { return nil }
    let meaning = project.meaning(binding.type, in: first.file)
    return meaning.kind == .type && meaning.entity != .nothing ? meaning.entity : nil
  }

  /// Of a type the place that defines it; where none does, the nearest.
  func chosen(_ found: [Entity], _ file: Int, _ project: ProjectIndex) -> [Entity] {
    guard found.count > 1, project.kind(found[0]) == .type else { return found }
    if let full = names.fullName(of: found[0]), names.isDefined(full) { return [found[0]] }
    let named = found.filter { project[$0].symbol != Outline.none }
    return [project.nearest(named, to: file) ?? named.first ?? found[0]]
  }
}
