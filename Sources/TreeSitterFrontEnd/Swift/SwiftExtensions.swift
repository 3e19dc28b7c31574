internal import Facts

/// Which type each extension adds to.
struct SwiftExtensions: Sendable {
  /// Before the name of the extended type in that of an extension; no source has such a name.
  static let mark = "extension "

  /// Each type of the project with its extensions, and the extensions of each type outside.
  private(set) var parts: [[Entity]] = []
  /// Members that types outside are given, by name.
  private(set) var members: [NameKey: [Entity]] = [:]
  /// For each extension of a type outside the simple name of that type.
  private(set) var extended: [Entity: NameKey] = [:]
  /// The type that an extension belongs to.
  private(set) var typeOf: [Entity: Entity] = [:]

  private var groups: [Entity: [Entity]] = [:]
  private var outside: [String: [Entity]] = [:]

  /// Extensions of outer types come first: they may hold the types that others extend.
  init(_ project: ProjectIndex, _ names: SwiftVisibility) {
    var all: [(entity: Entity, path: [String])] = []
    for (number, file) in project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.kind == .type && binding.marks.contains(.isPartial) {
        let name = file.outline.names[Int(binding.name)].dropFirst(Self.mark.count)
        all.append(
          (
            Entity(file: Int32(number), binding: UInt32(index)),
            name.split(separator: ".").map(String.init)
          ))
      }
    }
    let steps = all.indices.sorted { (all[$0].path.count, $0) < (all[$1].path.count, $1) }
    for step in steps { add(all[step].entity, all[step].path, project, names) }
    for type in groups.keys.sorted(by: Self.isBefore) { parts.append([type] + groups[type]!) }
    for name in outside.keys.sorted() {
      parts.append(outside[name]!)
      for entity in outside[name]! { addMembers(entity, project) }
    }
  }

  private static func isBefore(_ a: Entity, _ b: Entity) -> Bool {
    (a.file, a.binding) < (b.file, b.binding)
  }

  private mutating func add(
    _ entity: Entity, _ path: [String], _ project: ProjectIndex, _ names: SwiftVisibility
  ) {
    guard let first = path.first else { return }
    let file = Int(entity.file)
    var types = names.types(NameKey(first), in: file, project)
    var rest = path.dropFirst()
    if types.isEmpty, let second = rest.first {
      // The module may stand before it.
      types = names.types(NameKey(second), ofModule: NameKey(first), project)
      rest = types.isEmpty ? rest : rest.dropFirst()
    }
    var type =
      types.isEmpty ? nil : resolved(project.nearest(types, to: file) ?? types[0], project, names)
    for name in rest {
      guard let outer = type else { break }
      type = member(NameKey(name), of: outer, project).flatMap { resolved($0, project, names) }
    }
    if let type {
      groups[type, default: []].append(entity)
      typeOf[entity] = type
    } else {
      outside[path.joined(separator: "."), default: []].append(entity)
      let alias = types.first.flatMap { aliased($0, project) }
      extended[entity] = alias ?? NameKey(path[path.count - 1])
    }
  }

  /// A type inside another, or inside what extends it so far.
  private func member(_ name: NameKey, of type: Entity, _ project: ProjectIndex) -> Entity? {
    for part in [type] + (groups[type] ?? []) {
      guard let inner = project.inner(part) else { continue }
      let file = project.files[Int(part.file)]
      for index in file.bindings(in: inner, named: name)
      where file.kind(index) == .type || file.kind(index) == .alias {
        return Entity(file: part.file, binding: index)
      }
    }
    return nil
  }

  /// What an alias stands for, as far as it is a type of the project.
  private func resolved(
    _ entity: Entity, _ project: ProjectIndex, _ names: SwiftVisibility, depth: Int = 0
  ) -> Entity? {
    guard project.kind(entity) == .alias else { return entity }
    let binding = project[entity]
    let file = project.files[Int(entity.file)]
    guard depth < 8, binding.type != Outline.none else { return nil }
    var path: [NameKey] = []
    var next = binding.type
    while next != Outline.none, next & Terms.bodyBit == 0 {
      let term = file.outline.signature.terms[Int(next)]
      if term.kind != .apply {
        guard term.kind == .name || term.kind == .member, term.name != Outline.none else {
          return nil
        }
        path.insert(file.keys[Int(term.name)], at: 0)
      }
      next = term.base
    }
    guard let first = path.first else { return nil }
    let types = names.types(first, in: Int(entity.file), project).filter { $0 != entity }
    guard var type = types.first.flatMap({ resolved($0, project, names, depth: depth + 1) }) else {
      return nil
    }
    for name in path.dropFirst() {
      guard let inner = member(name, of: type, project),
        let known = resolved(inner, project, names, depth: depth + 1)
      else { return nil }
      type = known
    }
    return type
  }

  /// The simple name of the type from outside that an alias stands for.
  private func aliased(_ entity: Entity, _ project: ProjectIndex) -> NameKey? {
    let file = project.files[Int(entity.file)]
    var next = project[entity].type
    while next != Outline.none, next & Terms.bodyBit == 0 {
      let term = file.outline.signature.terms[Int(next)]
      if term.kind == .name || term.kind == .member {
        return term.name == Outline.none ? nil : file.keys[Int(term.name)]
      }
      next = term.base
    }
    return nil
  }

  private mutating func addMembers(_ entity: Entity, _ project: ProjectIndex) {
    guard let inner = project.inner(entity) else { return }
    let file = project.files[Int(entity.file)]
    for index in file.bindings(in: inner) where file.kind(index) != .typeParameter {
      let member = Entity(file: entity.file, binding: index)
      members[file.key(index), default: []].append(member)
    }
  }
}

/// What the files of a project see of each other.
struct SwiftVisibility: Sendable {
  let modules: SwiftModules
  /// What each module declares outside of types.
  private let declarations: [[NameKey: [Entity]]]
  /// For each file the modules of the project that it imports, and those that these hand on.
  private(set) var imports: [[Int]] = []
  /// Whether a file imports something that is not here.
  private(set) var isOpen: [Bool] = []

  init(_ project: ProjectIndex, _ modules: SwiftModules) {
    self.modules = modules
    var declarations = Array(repeating: [NameKey: [Entity]](), count: modules.names.count)
    for (number, file) in project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.scope == 0 && binding.symbol != Outline.none
        && !(binding.kind == .type && binding.marks.contains(.isPartial))
      {
        declarations[modules.moduleOf[number]][file.keys[Int(binding.name)], default: []].append(
          Entity(file: Int32(number), binding: UInt32(index)))
      }
    }
    self.declarations = declarations
    addImports(project)
  }

  private mutating func addImports(_ project: ProjectIndex) {
    // What a module imports for those who import it.
    var handed: [[Int]] = Array(repeating: [], count: modules.names.count)
    var direct: [[Int]] = []
    for (number, file) in project.files.enumerated() {
      var found: [Int] = []
      var isOpen = false
      for item in file.outline.imports {
        guard let known = modules.byName[file.keys[Int(item.path)]] else {
          isOpen = true
          continue
        }
        found += known
        if item.marks.contains(.exported) { handed[modules.moduleOf[number]] += known }
      }
      direct.append(found)
      self.isOpen.append(isOpen)
    }
    imports = direct.enumerated().map { number, own in
      var found: [Int] = []
      var next = own + handed[modules.moduleOf[number]]
      while let module = next.first {
        next.removeFirst()
        guard !found.contains(module), module != modules.moduleOf[number] else { continue }
        found.append(module)
        next += handed[module]
      }
      return found
    }
  }

  func declarations(_ name: NameKey, inModule module: Int) -> [Entity] {
    declarations[module][name] ?? []
  }

  /// Declarations of this name that a file sees: of its own module, else of those that it imports.
  func declarations(
    _ name: NameKey, in file: Int, _ project: ProjectIndex, where fits: (Entity) -> Bool
  ) -> [Entity] {
    let own = declarations(name, inModule: modules.moduleOf[file]).filter {
      fits($0) && (Int($0.file) == file || !project.marks($0).contains(.isPrivate))
    }
    if !own.isEmpty { return own }
    for module in imports[file] {
      let found = declarations(name, inModule: module).filter {
        fits($0) && !project.marks($0).contains(.isPrivate)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  func types(_ name: NameKey, in file: Int, _ project: ProjectIndex) -> [Entity] {
    declarations(name, in: file, project) { Self.isType($0, project) }
  }

  func types(_ name: NameKey, ofModule module: NameKey, _ project: ProjectIndex) -> [Entity] {
    (modules.byName[module] ?? []).flatMap { declarations(name, inModule: $0) }
      .filter { Self.isType($0, project) }
  }

  private static func isType(_ entity: Entity, _ project: ProjectIndex) -> Bool {
    project.kind(entity) == .type || project.kind(entity) == .alias
  }
}
