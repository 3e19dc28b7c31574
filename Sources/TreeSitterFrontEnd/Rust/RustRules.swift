internal import Basics
internal import Facts
internal import FrontEnd

/// What names mean in Rust: modules, imports, crates, what is implemented for a type.
struct RustRules: NameRules {
  let search: RustPathSearch
  private let impls: RustImpls
  private let files: [FileTable]
  private let onlyMethods: [NameKey: Entity]
  private let conditional: Set<Entity>
  private let imports = Memo<Place, RustFound>()

  /// A name in a scope of a file.
  private struct Place: Hashable {
    var file: Int
    var scope: UInt32
    var name: NameKey
  }

  /// What one file sees.
  private struct FileTable: Sendable {
    /// Traits whose methods can be called on values of other types.
    var traits: Set<Entity> = []
    /// Names may come from a library as a whole.
    var hasExternalWildcard = false
  }

  var modules: RustModules { search.modules }
  var names: RustNameTable { search.names }

  init(_ project: ProjectIndex, _ inventory: Inventory) {
    let paths = project.files.map(\.facts.path)
    let crates = RustCrates(RustManifests(inventory), paths: paths)
    let modules = RustModules(project, crates)
    var names = RustNameTable(project)
    names.exported = Self.exportedMacros(project, modules)
    let uses = project.files.map(Self.uses)
    let search = RustPathSearch(project: project, names: names, modules: modules, uses: uses)
    let impls = RustImpls(search)
    self.search = search
    self.impls = impls
    files = project.files.indices.map { $0 }.concurrentMap { Self.table(of: $0, search, impls) }
    onlyMethods = Self.onlyMethods(project)
    conditional = Self.conditional(project)
  }

  // MARK: Tables

  private static func uses(of file: FileIndex) -> [UInt32: RustUses] {
    var tables: [UInt32: RustUses] = [:]
    for (index, item) in file.outline.imports.enumerated()
    where !item.marks.contains(.registered) && !item.marks.contains(.member) {
      if item.marks.contains(.wildcard) {
        tables[item.scope, default: RustUses()].wildcards.append(index)
      } else if item.alias != Outline.none {
        let name = file.keys[Int(item.alias)]
        tables[item.scope, default: RustUses()].named[name, default: []].append(index)
      }
    }
    return tables
  }

  private static func exportedMacros(
    _ project: ProjectIndex, _ modules: RustModules
  ) -> [Int: [NameKey: [Entity]]] {
    var found: [Int: [NameKey: [Entity]]] = [:]
    for (number, file) in project.files.enumerated() {
      guard let module = modules.ofScope[number][0] else { continue }
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.kind == .function && !binding.marks.contains(.isPrivate) {
        guard file.outline.names[Int(binding.name)].hasSuffix("!") else { continue }
        let crate = modules.modules[module].crate
        found[crate, default: [:]][file.key(UInt32(index)), default: []].append(
          Entity(file: Int32(number), binding: UInt32(index)))
      }
    }
    return found
  }

  private static func table(
    of number: Int, _ search: RustPathSearch, _ impls: RustImpls
  ) -> FileTable {
    var table = FileTable()
    let project = search.project
    let file = project.files[number]
    let traits = impls.targets.keys
    table.traits = Set(traits.filter { Int($0.file) == number })
    for (index, item) in file.outline.imports.enumerated()
    where !item.marks.contains(.registered) && !item.marks.contains(.member) {
      guard let module = search.modules.module(of: item.scope, in: number, project) else {
        continue
      }
      var walk = RustPathSearch.Walk()
      let found = search.target(index, in: number, module, isMacro: false, &walk)
      guard item.marks.contains(.wildcard) else {
        table.traits.formUnion(found.entities.filter { impls.targets[$0] != nil })
        continue
      }
      if found.isExternal, found.module == nil, found.entities.isEmpty {
        table.hasExternalWildcard = true
      }
      for trait in traits where !table.traits.contains(trait) {
        let other = project.files[Int(trait.file)]
        var walk = RustPathSearch.Walk()
        let seen = search.member(other.key(trait.binding), of: found, &walk)
        if seen.entities.contains(trait) { table.traits.insert(trait) }
      }
    }
    return table
  }

  /// Methods outside of tests whose name of several words nothing else in the project has.
  private static func onlyMethods(_ project: ProjectIndex) -> [NameKey: Entity] {
    var found: [NameKey: Entity?] = [:]
    for (number, file) in project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated() {
        let name = file.outline.names[Int(binding.name)]
        let scope = file.outline.scopes[Int(binding.scope)]
        guard name.dropFirst().dropLast().contains("_"), binding.kind == .function,
          scope.kind == .type, binding.symbol != Outline.none
        else { continue }
        let isMethod =
          !binding.marks.contains(.isStatic) && !file.isTest && !libraryMembers.contains(name)
        let key = file.key(UInt32(index))
        let isKnown = found[key] != nil
        found[key] = .some(
          isMethod && !isKnown ? Entity(file: Int32(number), binding: UInt32(index)) : nil)
      }
    }
    return found.compactMapValues { $0 }
  }

  private static let libraryMembers: Set<String> = {
    var all = RustNames.implicitMembers.union(RustNames.changing).union(RustNames.keeping)
    for (text, _) in RustNames.results { all.formUnion(RustNames.words(text)) }
    return all
  }()

  /// Declarations that only some builds have.
  private static func conditional(_ project: ProjectIndex) -> Set<Entity> {
    var found: Set<Entity> = []
    for (number, file) in project.files.enumerated() {
      let symbols = Set(
        file.facts.annotations.filter { $0.name == "cfg" && $0.symbol != Reference.fileLevel }
          .map(\.symbol))
      let modules = file.outline.imports.contains {
        $0.marks.contains(.registered) && $0.level & 1 != 0
      }
      guard !symbols.isEmpty || modules else { continue }
      for (index, binding) in file.outline.bindings.enumerated()
      where symbols.contains(binding.symbol) {
        found.insert(Entity(file: Int32(number), binding: UInt32(index)))
      }
    }
    return found
  }

  // MARK: Kinds

  private static let every: BindingKinds = [.types, .functions, .values]
  private static let functions: BindingKinds = [.functions, .values]

  func kinds(for use: Term.Use) -> [BindingKinds] {
    switch use {
    case .silentType, .type, .inherit, .implement, .annotation: [.types]
    case .call, .address, .silent, .read, .write, .readWrite, .wiring:
      [Self.functions, .types]
    }
  }

  /// A field and a method of a value may have one name: only a method is called, and only a field
  /// is used without a call.
  func memberKinds(for use: Term.Use, of base: Meaning.Kind) -> [BindingKinds] {
    switch (use, base) {
    case (.call, .value): [.functions, .values]
    case (.silent, .value), (.read, .value), (.write, .value), (.readWrite, .value):
      [.values, .functions]
    default: kinds(for: use)
    }
  }

  var absentTypesAreBuiltIn: Bool { true }
  var membersAreNames: Bool { false }
  var typesDeclareNames: Bool { false }
  var namespacesAreClosed: Bool { true }
  var mapsGiveEntries: Bool { true }
  /// `From<T>` is no collection.
  var elementsAreInherited: Bool { false }

  // MARK: Lookups

  func imported(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding? {
    let isModule = modules.ofScope[file][scope] != nil
    guard isModule || search.uses[file][scope] != nil,
      let module = modules.module(of: scope, in: file, project)
    else { return nil }
    let place = Place(file: file, scope: scope, name: name)
    let found = imports.answer(to: place) {
      var walk = RustPathSearch.Walk()
      return search.imported(name, in: file, scope, module, &walk)
    }.filtered(kinds, project)
    return found.isEmpty ? nil : found.finding
  }

  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    guard let module = modules.module(of: scope, in: file, project) else { return .nothing }
    if names.baseOfMacro[name] != nil { return macro(name, in: module, project) }
    if kinds.contains(.type) {
      if let found = search.word(name, in: module) { return found.finding }
      let crate = search.crate(names.absolute[name] ?? name, from: module)
      if !crate.isEmpty { return crate.finding }
    }
    return .nothing
  }

  /// A macro that no import brings: from before in the crate, from its top, from another crate.
  private func macro(
    _ name: NameKey, in module: Int, _ project: ProjectIndex
  ) -> Finding {
    var next: Int? = module
    while let current = next {
      let place = modules.modules[current]
      let file = project.files[Int(place.file)]
      let own = file.bindings(in: place.scope, named: name)
      if let last = own.last { return .entities([Entity(file: place.file, binding: last)]) }
      next = place.parent
    }
    let crate = modules.modules[module].crate
    if let own = names.exported[crate]?[name] { return .entities(own) }
    return taken(name, by: crate, project)
  }

  /// Macros of modules and crates under `#[macro_use]`.
  private func taken(_ name: NameKey, by crate: Int, _ project: ProjectIndex) -> Finding {
    guard let root = modules.roots[crate] else { return .nothing }
    let file = project.files[Int(modules.modules[root].file)]
    for item in file.outline.imports where item.marks.contains(.global) {
      if item.marks.contains(.registered) {
        let key = file.keys[Int(item.alias)]
        for child in modules.modules[root].children[key] ?? [] {
          let place = modules.modules[child]
          let own = project.files[Int(place.file)].bindings(in: place.scope, named: name)
          if let last = own.last { return .entities([Entity(file: place.file, binding: last)]) }
        }
      } else if let other = modules.crates.crates[crate].names[file.keys[Int(item.alias)]] {
        guard let other else { return .external }
        if let found = names.exported[other]?[name] { return .entities(found) }
      }
    }
    return .nothing
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    if Self.prelude.contains(name) || use == .wiring { return .external }
    return files[file].hasExternalWildcard ? .external : .nothing
  }

  private static let prelude = Set(
    RustNames.prelude.union(RustNames.primitives).union(["func", "()"]).map { NameKey($0) })

  // MARK: Members

  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    guard let module = modules.module(namespace) else { return .nothing }
    var walk = RustPathSearch.Walk()
    let found = search.member(name, of: RustFound(module: module), &walk)
    for kinds in kinds(for: use) {
      let fitting = found.filtered(kinds, project)
      if !fitting.isEmpty { return fitting.finding }
    }
    return hasExternalWildcard(module, project) ? .external : .nothing
  }

  /// Whether a module passes on all that some library has.
  private func hasExternalWildcard(_ module: Int, _ project: ProjectIndex) -> Bool {
    let place = modules.modules[module]
    guard let table = search.uses[Int(place.file)][place.scope] else { return false }
    return table.wildcards.contains { index in
      var walk = RustPathSearch.Walk()
      let found = search.target(index, in: Int(place.file), module, isMacro: false, &walk)
      return found.isExternal && found.module == nil && found.entities.isEmpty
    }
  }

  func isImplicit(_ name: NameKey) -> Bool { Self.implicitMembers.contains(name) }
  func keepsValue(_ name: NameKey) -> Bool { Self.keeping.contains(name) }
  func givesTypeArgument(_ name: NameKey) -> Bool { true }
  func result(ofExternal member: NameKey) -> ExternalResult { Self.results[member] ?? .unknown }

  func holding(_ type: NameKey) -> Holding { Self.holdings[type] ?? .nothing }

  private static let implicitMembers = Set(RustNames.implicitMembers.map { NameKey($0) })
  private static let keeping = Set(RustNames.keeping.map { NameKey($0) })
  private static let results = ExternalResult.table(of: RustNames.results)
  private static let holdings: [NameKey: Holding] = {
    var table: [NameKey: Holding] = [:]
    for name in RustNames.pointers { table[NameKey(name)] = .pointer }
    for name in RustNames.openable { table[NameKey(name)] = .openable }
    for name in RustNames.awaitable { table[NameKey(name)] = .awaitable }
    return table
  }()

  // MARK: Implementations

  func parts(_ project: ProjectIndex) -> [[Entity]] { impls.parts }

  func extensions(
    _ query: ExtensionQuery, in file: Int, _ project: ProjectIndex
  ) -> [ExtensionLevel] {
    guard query.kinds.contains(.function), let found = impls.extensions[query.name] else {
      return []
    }
    let name = query.name
    if query.receiver == .unknown, impls.plainMethods.contains(name) || Self.isKnown(name) {
      return []
    }
    let seen = found.filter { method in
      impls.traitOfMethod[method].map { files[file].traits.contains($0) } ?? false
    }
    return seen.isEmpty ? [] : [ExtensionLevel(entities: seen, claim: .possible)]
  }

  private static func isKnown(_ name: NameKey) -> Bool {
    implicitMembers.contains(name) || results[name] != nil
  }

  func fit(
    _ receiver: Meaning, _ function: Entity, _ project: ProjectIndex
  ) -> ExtensionFit? {
    guard let trait = impls.traitOfMethod[function], let targets = impls.targets[trait] else {
      return nil
    }
    if targets.isAll { return receiver.kind == .unknown ? .possible : .certain }
    switch receiver.kind {
    case .external:
      if receiver.key == .root { return .possible }
      return targets.keys.contains(receiver.key) ? .certain : ExtensionFit.none
    case .unknown: return .possible
    default: return ExtensionFit.none
    }
  }

  func onlyCandidate(
    _ name: NameKey, _ use: Term.Use, of base: Meaning, _ project: ProjectIndex
  ) -> Entity? {
    use == .call && base.kind == .unknown ? onlyMethods[name] : nil
  }

  // MARK: Builds

  /// Declarations under a condition each: the one of the same file, or all.
  func variants(_ entities: [Entity], in file: Int, _ project: ProjectIndex) -> [Entity]? {
    guard entities.contains(where: { isConditional($0, project) }) else { return nil }
    let own = entities.filter { Int($0.file) == file }
    return own.count == 1 ? own : entities
  }

  private func isConditional(_ entity: Entity, _ project: ProjectIndex) -> Bool {
    if conditional.contains(entity) { return true }
    let scope = project[entity].scope
    guard let module = modules.module(of: scope, in: Int(entity.file), project) else {
      return false
    }
    return modules.twins(of: module, project).count > 1
  }
}
