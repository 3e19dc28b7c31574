internal import Basics
internal import Facts
internal import FrontEnd

/// What names mean in Ruby: constants by lexical scope, ancestors and top level, methods by ancestors,
/// files by load paths.
struct RubyRules: NameRules {
  private let constants: RubyConstantSearch
  private var names: RubyTypeNames { constants.names }
  private let files: [Table]
  private let methods: RubyMethodNames
  private let tree: RubyTypeTree
  private let loads: RubyLoadPaths
  private let naming: RubyNaming
  /// Modules that methods of classes include, by the marked names of these.
  private let macros: [NameKey: [Entity]]

  /// What the names of one file are made of.
  private struct Table: Sendable {
    var paths: [NameKey: RubyConstantPath] = [:]
    var routes: [NameKey: String] = [:]
    /// Calls that make classes take in a module.
    var macros: Set<NameKey> = []
    /// Classes of rows by what associations call them.
    var rows: [NameKey: RubyConstantPath] = [:]
    var imports: [RubyLoadPaths.Target] = []
  }

  init(_ project: ProjectIndex) {
    let loads = RubyLoadPaths(project)
    let names = RubyTypeNames(project)
    constants = RubyConstantSearch(names: names)
    self.loads = loads
    macros = Self.macros(project)
    files = project.files.indices.map { $0 }.concurrentMap { number in
      Self.table(of: project.files[number], number, loads)
    }
    let (constants, tables) = (self.constants, files)
    tree = RubyTypeTree(project, canonical: names.canonical) { name, file, scope in
      let path = tables[file].paths[name] ?? RubyConstantPath(parts: [name])
      guard case .entities(let found) = constants.constant(path, file, scope, project) else {
        return nil
      }
      return constants.type(found, project)
    }
    methods = RubyMethodNames(project, tree) { Self.owner(of: $0, names, project) }
    naming = RubyNaming(project, names, methods, tree)
  }

  /// The type that declares a method.
  private static func owner(
    of method: Entity, _ names: RubyTypeNames, _ project: ProjectIndex
  ) -> Entity? {
    let scope = project.files[Int(method.file)].outline.scopes[Int(project[method].scope)]
    guard scope.owner != Outline.none else { return nil }
    return names.canonical(Entity(file: method.file, binding: scope.owner))
  }

  private static func table(of file: FileIndex, _ number: Int, _ loads: RubyLoadPaths) -> Table {
    var table = Table()
    for (index, name) in file.outline.names.enumerated() where isMade(name) {
      if name.hasPrefix(RubyNames.routeMark) {
        table.routes[file.keys[index]] = String(name.dropFirst(RubyNames.routeMark.count))
      } else if name.hasPrefix(RubyNames.macroMark) {
        table.macros.insert(file.keys[index])
      } else if name.hasPrefix(RubyNames.rowMark) {
        let path = name.dropFirst(RubyNames.rowMark.count)
        table.rows[file.keys[index]] = RubyConstantPath(String(path))
      } else if name.contains("::"), !name.contains(" ") {
        table.paths[file.keys[index]] = RubyConstantPath(name)
      }
    }
    table.imports = file.outline.imports.map {
      loads.target(file.outline.names[Int($0.path)], isRelative: $0.level > 0, from: number)
    }
    return table
  }

  /// Whether a name is no single word: it has a mark before it, or several parts.
  private static func isMade(_ name: String) -> Bool {
    name.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "<") }
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
      return constants.nesting(file, scope, project).first.map { .entities([$0]) } ?? .nothing
    }
    if name == Self.superType {
      guard let own = constants.nesting(file, scope, project).first else { return .nothing }
      let above = project.rubyAncestors(of: own)
      return above.types.count > 1 ? .entities([above.types[1]]) : .external
    }
    let table = files[file]
    if let route = table.routes[name] { return target(ofRoute: route, file, project) }
    if let row = table.rows[name] { return constants.row(row, file, scope, project) }
    if table.macros.contains(name) { return mixin(of: name, project) }
    let path = table.paths[name] ?? RubyConstantPath(parts: [name])
    return constants.constant(path, file, scope, project)
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
    guard methods.declared.contains(name) else { return .external }
    var search = RubyMemberSearch(project, names, name)
    var found =
      base.kind == .type ? search.type(base.entity) : search.instance(base.entity)
    if found.isEmpty, base.kind == .type, search.external.contains(where: Self.mailers.contains) {
      // The class of a mailer makes an instance and calls its method.
      found = search.instance(base.entity)
    }
    if !found.isEmpty { return .entities(found) }
    if isImplicit(name) || use == .wiring { return .external }
    if search.isOpen { return mayBeElsewhere(name, base, use, project) ? .nothing : .external }
    return methods.helper(name, near: base.entity, project)
  }

  /// Whether a member that may come from a library may as well be one of a type below, or of a module
  /// of which no source says what takes it in.
  private func mayBeElsewhere(
    _ name: NameKey, _ base: Meaning, _ use: Term.Use, _ project: ProjectIndex
  ) -> Bool {
    guard use == .call else { return false }
    let hasTypesBelow = base.kind == .value && tree.below[names.canonical(base.entity)] != nil
    return hasTypesBelow || methods.mixedIn[name] != nil
  }

  private static let mailers: Set<NameKey> = [NameKey("ActionMailer::Base")]

  func subtypes(of type: Entity) -> [Entity] { tree.below[type] ?? [] }
  func result(ofExternal member: NameKey) -> ExternalResult { Self.results[member] ?? .unknown }
  private static let results = ExternalResult.table(of: RubyNames.results)
  var namesAreCalls: Bool { true }
  var convention: (any NamingConvention)? { naming }

  func isImplicit(_ name: NameKey) -> Bool { !methods.known.contains(name) }

  func isTransparent(_ name: NameKey) -> Bool {
    Self.transparent.contains(name) && !methods.known.contains(name)
  }

  /// A class that is known by a value makes an instance.
  func keepsValue(_ name: NameKey) -> Bool { name == Self.new }
  private static let new = NameKey("new")

  private static let transparent = Set(
    [
      "dup", "clone", "reload", "presence", "itself", "freeze", "to_a", "load", "lock!", "compact",
      "uniq", "reverse", "to_model", "strict_loading",
    ].map { NameKey($0) })

  /// What a mixin calls on itself is as unknown as a value: those who take it in may have it. A type
  /// may take in what no source says.
  func onlyCandidate(
    _ name: NameKey, _ use: Term.Use, of base: Meaning, _ project: ProjectIndex
  ) -> Entity? {
    guard use == .call else { return nil }
    if base.kind == .unknown { return methods.only[name] }
    guard base.kind == .value, project.marks(base.entity).contains(.isPartial),
      let only = methods.only[name], mayMeet(base.entity, only, project)
    else { return methods.mixedIn[name] }
    return only
  }

  /// Whether those who take in a mixin may have a method of another type: one of them has it, or
  /// nothing says who they are.
  private func mayMeet(_ mixin: Entity, _ method: Entity, _ project: ProjectIndex) -> Bool {
    let own = names.canonical(mixin)
    guard tree.below[own] != nil, let owner = Self.owner(of: method, names, project) else {
      return true
    }
    let others = Set(tree.allBelow(owner))
    return tree.allBelow(own).contains { others.contains($0) }
  }

  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    switch files[file].imports[index] {
    case .file(let other): .module(other)
    case .external: .external
    case .missing: .nothing
    }
  }
}

// MARK: - Macros

extension RubyRules {
  /// The module that a method of classes includes into those that call it: `acts_as_list`.
  private func mixin(of macro: NameKey, _ project: ProjectIndex) -> Finding {
    for entity in macros[macro] ?? [] {
      let meaning = project.meaning(project[entity].type, in: entity.file)
      if meaning.kind == .type, meaning.entity != .nothing { return .entities([meaning.entity]) }
    }
    return .external
  }

  private static func macros(_ project: ProjectIndex) -> [NameKey: [Entity]] {
    var found: [NameKey: [Entity]] = [:]
    for (number, file) in project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.kind == .alias
        && file.outline.names[Int(binding.name)].hasPrefix(RubyNames.macroMark)
      {
        found[file.keys[Int(binding.name)], default: []].append(
          Entity(file: Int32(number), binding: UInt32(index)))
      }
    }
    return found
  }
}

// MARK: - Routes

extension RubyRules {
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
      if let found = names.constants[key], let type = constants.type(found, project) {
        let action = String(route[route.index(after: hash)...])
        if !action.isEmpty {
          var search = RubyMemberSearch(project, names, NameKey(action))
          let methods = search.instance(type)
          if !methods.isEmpty { return .entities(methods) }
        }
        return .entities(constants.chosen(found, file, project))
      }
      if around.isEmpty { return .external }
      around.removeLast()
    }
  }
}
