internal import Basics
internal import Facts
internal import FrontEnd

/// What names mean in Ruby: constants by lexical scope, ancestors and top level, methods by ancestors,
/// files by load paths.
struct RubyRules: NameRules {
  let names: RubyTypeNames
  private let files: [Table]
  private let methods: RubyMethodNames
  private let loads: RubyLoadPaths

  /// What the names of one file are made of.
  private struct Table: Sendable {
    /// `A::B` as its parts.
    var paths: [NameKey: Path] = [:]
    var routes: [NameKey: String] = [:]
    var imports: [RubyLoadPaths.Target] = []
  }

  private struct Path: Sendable {
    var parts: [NameKey]
    var isAbsolute: Bool
  }

  init(_ project: ProjectIndex) {
    let loads = RubyLoadPaths(project)
    names = RubyTypeNames(project)
    methods = RubyMethodNames(project)
    self.loads = loads
    files = project.files.indices.map { $0 }.concurrentMap { number in
      Self.table(of: project.files[number], number, loads)
    }
  }

  private static func table(of file: FileIndex, _ number: Int, _ loads: RubyLoadPaths) -> Table {
    var table = Table()
    for (index, name) in file.outline.names.enumerated() {
      if name.hasPrefix(RubyNames.routeMark) {
        table.routes[file.keys[index]] = String(name.dropFirst(RubyNames.routeMark.count))
      } else if name.contains("::"), !name.contains(" ") {
        table.paths[file.keys[index]] = Path(
          parts: name.split(separator: ":").map { NameKey(String($0)) },
          isAbsolute: name.hasPrefix("::"))
      }
    }
    table.imports = file.outline.imports.map {
      loads.target(file.outline.names[Int($0.path)], isRelative: $0.level > 0, from: number)
    }
    return table
  }

  // MARK: What the resolution asks

  private static let constants: BindingKinds = [
    .types, .values, BindingKinds(.alias),
  ]

  func kinds(for use: Term.Use) -> [BindingKinds] {
    use == .call || use == .address ? [.functions] : [Self.constants]
  }

  var namesAreScoped: Bool { false }
  var absentTypesAreBuiltIn: Bool { false }
  func parts(_ project: ProjectIndex) -> [[Entity]] { names.groups }
  func constructorName(of type: NameKey) -> NameKey { Self.initializer }
  private static let initializer = NameKey("initialize")
  private static let selfType = NameKey(RubyNames.selfType)
  private static let superType = NameKey(RubyNames.superType)

  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    if kinds == .functions { return methods.function(name, in: file, project) }
    if name == Self.selfType {
      return nesting(file, scope, project).first.map { .entities([$0]) } ?? .nothing
    }
    if name == Self.superType {
      guard let own = nesting(file, scope, project).first else { return .nothing }
      let above = RubyAncestors(own, project)
      return above.types.count > 1 ? .entities([above.types[1]]) : .external
    }
    let table = files[file]
    if let route = table.routes[name] { return target(ofRoute: route, file, project) }
    let path = table.paths[name] ?? Path(parts: [name], isAbsolute: false)
    return constant(path, file, scope, project)
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    use == .wiring || (use == .call && !methods.known.contains(name)) ? .external : .nothing
  }

  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    .nothing
  }

  func member(
    _ name: NameKey, ofType base: Meaning, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding? {
    guard base.entity != .nothing, project.kind(base.entity) == .type else { return nil }
    var search = RubyMemberSearch(project, names, name)
    var found =
      base.kind == .type ? search.type(base.entity) : search.instance(base.entity)
    if found.isEmpty, base.kind == .type, search.external.contains(where: Self.mailers.contains) {
      // The class of a mailer makes an instance and calls its method.
      found = search.instance(base.entity)
    }
    if !found.isEmpty { return .entities(found) }
    if search.isOpen || isImplicit(name) || use == .wiring { return .external }
    return methods.helper(name, near: base.entity, project)
  }

  private static let mailers: Set<NameKey> = [NameKey("ActionMailer::Base")]

  func isImplicit(_ name: NameKey) -> Bool { !methods.known.contains(name) }

  func isTransparent(_ name: NameKey) -> Bool {
    Self.transparent.contains(name) && !methods.known.contains(name)
  }

  private static let transparent = Set(
    [
      "dup", "clone", "reload", "presence", "itself", "freeze", "to_a", "load", "lock!", "compact",
      "uniq", "reverse", "to_model", "strict_loading",
    ].map { NameKey($0) })

  func onlyCandidate(_ name: NameKey, _ use: Term.Use, _ project: ProjectIndex) -> Entity? {
    use == .call ? methods.only[name] : nil
  }

  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    switch files[file].imports[index] {
    case .file(let other): .module(other)
    case .external: .external
    case .missing: .nothing
    }
  }
}

// MARK: - Constants

extension RubyRules {
  /// The classes and modules around a scope, the innermost first.
  private func nesting(_ file: Int, _ scope: UInt32, _ project: ProjectIndex) -> [Entity] {
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

  private func constant(
    _ path: Path, _ file: Int, _ scope: UInt32, _ project: ProjectIndex
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
    for above in RubyAncestors(type, project).types {
      guard let full = names.fullName(of: above) else { continue }
      if let found = names.constants[full.appending(name)] { return found }
    }
    return nil
  }

  /// The type that a constant is or stands for.
  private func type(_ found: [Entity], _ project: ProjectIndex) -> Entity? {
    guard let first = found.first else { return nil }
    let binding = project[first]
    if binding.kind == .type { return first }
    guard binding.type != Outline.none else { return nil }
    let meaning = project.meaning(binding.type, in: first.file)
    return meaning.kind == .type && meaning.entity != .nothing ? meaning.entity : nil
  }

  /// Of a type the place that defines it; where none does, the nearest.
  private func chosen(_ found: [Entity], _ file: Int, _ project: ProjectIndex) -> [Entity] {
    guard found.count > 1, project.kind(found[0]) == .type else { return found }
    if let full = names.fullName(of: found[0]), names.isDefined(full) { return [found[0]] }
    let named = found.filter { project[$0].symbol != Outline.none }
    return [project.nearest(named, to: file) ?? named.first ?? found[0]]
  }

  // MARK: Routes

  /// `ENGINE|Admin::OrdersController#show`: the action, or the controller.
  private func target(
    ofRoute route: String, _ file: Int, _ project: ProjectIndex
  ) -> Finding {
    guard let bar = route.firstIndex(of: "|"), let hash = route.lastIndex(of: "#") else {
      return .external
    }
    var around = route[..<bar].split(separator: ":").map { NameKey(String($0)) }
    let parts = route[route.index(after: bar)..<hash].split(separator: ":").map {
      NameKey(String($0))
    }
    while true {
      let key = (around + parts).reduce(NameKey.root) { $0.appending($1) }
      if let found = names.constants[key], let type = type(found, project) {
        let action = String(route[route.index(after: hash)...])
        if !action.isEmpty {
          var search = RubyMemberSearch(project, names, NameKey(action))
          let methods = search.instance(type)
          if !methods.isEmpty { return .entities(methods) }
        }
        return .entities(chosen(found, file, project))
      }
      if around.isEmpty { return .external }
      around.removeLast()
    }
  }
}
