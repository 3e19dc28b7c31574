internal import Facts

/// What a path means: everything that bears its last name.
struct RustFound: Sendable {
  var entities: [Entity] = []
  var module: Int?
  var isExternal = false

  static let nothing = RustFound()
  static let external = RustFound(isExternal: true)

  var isEmpty: Bool { entities.isEmpty && module == nil && !isExternal }

  /// What may be meant where only these kinds can be; modules count among types.
  func filtered(_ kinds: BindingKinds, _ project: ProjectIndex) -> RustFound {
    var found = self
    found.entities = entities.filter { kinds.contains(project.kind($0)) }
    if !kinds.contains(.type) { found.module = nil }
    return found
  }

  mutating func merge(_ other: RustFound) {
    for entity in other.entities where !entities.contains(entity) { entities.append(entity) }
    module = module ?? other.module
    isExternal = isExternal || other.isExternal
  }

  var finding: Finding {
    if !entities.isEmpty { return .entities(entities) }
    if let module { return .namespace(RustModules.key(module)) }
    return isExternal ? .external : .nothing
  }
}

/// The names that one scope of a file takes from elsewhere.
struct RustUses: Sendable {
  var named: [NameKey: [Int]] = [:]
  var wildcards: [Int] = []
}

/// Follows paths through modules, imports and what they pass on.
struct RustPathSearch {
  let project: ProjectIndex
  let names: RustNameTable
  let modules: RustModules
  /// For each file and scope what is imported there.
  let uses: [[UInt32: RustUses]]

  /// What is being looked up, against circles of imports.
  struct Walk {
    private var open: [(module: Int, name: NameKey)] = []
    private var steps = 0
    private static let limit = 4_000

    mutating func enter(_ module: Int, _ name: NameKey) -> Bool {
      steps += 1
      guard steps < Self.limit, open.count < 64,
        !open.contains(where: { $0.module == module && $0.name == name })
      else { return false }
      open.append((module, name))
      return true
    }

    mutating func leave() { open.removeLast() }
  }

  // MARK: Paths

  /// The meaning of a path that stands in a module; of its last name as a macro, if it is one.
  func find(
    _ path: [NameKey], in module: Int, isMacro: Bool = false, _ walk: inout Walk
  ) -> RustFound {
    guard let head = path.first else { return RustFound(module: module) }
    var (found, next) = start(head, path, in: module, isMacro, &walk)
    while next < path.count, !found.isEmpty {
      let isLast = next == path.count - 1
      let name = isLast && isMacro ? names.macro(path[next]) : path[next]
      found = member(name, of: found, &walk)
      next += 1
    }
    return found
  }

  /// What the beginning of a path means, and how many names belong to it.
  private func start(
    _ head: NameKey, _ path: [NameKey], in module: Int, _ isMacro: Bool, _ walk: inout Walk
  ) -> (RustFound, Int) {
    if let found = word(head, in: module) { return (found, 1) }
    if let crate = names.absolute[head] { return (self.crate(crate, from: module), 1) }
    let isLast = path.count == 1
    let name = isLast && isMacro ? names.macro(head) : head
    var found = lookup(name, in: module, &walk)
    if !isLast { found.entities.removeAll { !BindingKinds.types.contains(project.kind($0)) } }
    if !found.isEmpty { return (found, 1) }
    found = crate(head, from: module)
    if !found.isEmpty { return (found, 1) }
    // Before the edition of 2018 paths began at the crate.
    let root = modules.root(of: module)
    found = root == module ? .nothing : lookup(name, in: root, &walk)
    return (found.isEmpty ? crate(head, from: module, isCrate: !isLast) : found, 1)
  }

  /// `crate`, `self`, `super`.
  func word(_ name: NameKey, in module: Int) -> RustFound? {
    switch name {
    case RustNameTable.crate, RustNameTable.dollarCrate:
      return RustFound(module: modules.root(of: module))
    case RustNameTable.own: return RustFound(module: module)
    case RustNameTable.above: return RustFound(module: modules.modules[module].parent ?? module)
    default: return nil
    }
  }

  /// Another crate by its name.
  func crate(_ name: NameKey, from module: Int, isCrate: Bool = false) -> RustFound {
    let crate = modules.modules[module].crate
    if let known = modules.crates.crates[crate].names[name] {
      return known.flatMap { modules.roots[$0] }.map { RustFound(module: $0) } ?? .external
    }
    // What a crate may use is not known where no manifest says it.
    if isCrate, !modules.crates.hasManifest(crate) { return .external }
    return names.library.contains(name) ? .external : .nothing
  }

  /// A name in what was found.
  func member(_ name: NameKey, of base: RustFound, _ walk: inout Walk) -> RustFound {
    if base.isExternal, base.entities.isEmpty, base.module == nil { return .external }
    var found = RustFound()
    if let module = base.module { found = inModule(name, module, &walk) }
    if !found.isEmpty { return found }
    for entity in base.entities {
      guard let inner = project.inner(entity) else { continue }
      let file = project.files[Int(entity.file)]
      for binding in file.bindings(in: inner, named: name)
      where file.kind(binding) != .typeParameter {
        found.entities.append(Entity(file: entity.file, binding: binding))
      }
    }
    return found
  }

  private func inModule(_ name: NameKey, _ module: Int, _ walk: inout Walk) -> RustFound {
    if let found = word(name, in: module) { return found }
    var found = RustFound()
    for twin in modules.twins(of: module, project) { found.merge(lookup(name, in: twin, &walk)) }
    if found.isEmpty, let exported = names.exported[modules.modules[module].crate]?[name],
      modules.modules[module].parent == nil
    {
      found.entities = exported
    }
    return found
  }

  // MARK: One module

  /// What a module declares, has inside, and takes from elsewhere.
  func lookup(_ name: NameKey, in module: Int, _ walk: inout Walk) -> RustFound {
    guard walk.enter(module, name) else {
      // `pub use self::serve::serve` goes through the module of that name.
      return modules.modules[module].children[name]?.first.map { RustFound(module: $0) } ?? .nothing
    }
    defer { walk.leave() }
    let place = modules.modules[module]
    let file = project.files[Int(place.file)]
    var found = RustFound()
    for binding in file.bindings(in: place.scope, named: name)
    where file.kind(binding) != .namespace {
      found.entities.append(Entity(file: place.file, binding: binding))
    }
    found.merge(imported(name, in: Int(place.file), place.scope, module, &walk))
    return found
  }

  /// What modules inside, imports and, where these have nothing, wildcards of a scope give a name.
  func imported(
    _ name: NameKey, in file: Int, _ scope: UInt32, _ module: Int, _ walk: inout Walk
  ) -> RustFound {
    var found = RustFound()
    if modules.ofScope[file][scope] != nil {
      found.module = modules.modules[module].children[name]?.first
    }
    guard let table = uses[file][scope] else { return found }
    let isMacro = names.baseOfMacro[name] != nil
    for index in table.named[names.baseOfMacro[name] ?? name] ?? [] {
      found.merge(target(index, in: file, module, isMacro: isMacro, &walk))
    }
    guard found.isEmpty else { return found }
    for index in table.wildcards {
      let base = target(index, in: file, module, isMacro: false, &walk)
      if base.isExternal, base.module == nil { continue }
      found.merge(member(name, of: base, &walk))
    }
    return found
  }

  /// What an import means that stands in a module.
  func target(
    _ index: Int, in file: Int, _ module: Int, isMacro: Bool, _ walk: inout Walk
  ) -> RustFound {
    find(names.paths[file][index], in: module, isMacro: isMacro, &walk)
  }
}
