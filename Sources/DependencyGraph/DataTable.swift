internal import Basics
internal import Facts

/// Data accesses, lifetime facts and triggers while facts are added.
struct DataTable: Sendable {
  private struct Store: Hashable {
    var store: DataAccess.Store
    var name: String
  }

  private struct Use: Hashable {
    var store: Store
    var file: Int32
    var path: String
    var line: UInt32
    /// An instance of the symbol table, or -1.
    var symbol: Int32
    var access: DataAccess.Access
    /// The view or routine by which the store is used.
    var through: Store?
  }

  private struct Effect: Hashable {
    var store: Store
    var access: DataAccess.Access
  }

  private struct Lifetime: Hashable {
    var kind: LifetimeFact.Kind
    var file: Int32
    var line: UInt32
    var symbol: Int32
    var detail: String
  }

  private struct Suitability: Hashable {
    var criterion: String
    var file: Int32
    var line: UInt32
    var symbol: Int32
    var detail: String
    var size: UInt32
  }

  private struct Trigger: Hashable {
    var declaration: TriggerDeclaration
    var path: String
    var file: Int32
    var symbol: Int32
  }

  private struct Link: Hashable {
    var from: String
    var to: String
    var path: String
  }

  /// What is done to a store by using a view or calling a routine, and where that is said.
  private struct Consequence: Hashable {
    var source: Store
    var effect: Effect
    var path: String
  }

  // Sets, because a file that was parsed in several contexts says most things again.
  private var uses: Set<Use> = []
  private var lifetime: Set<Lifetime> = []
  private var suitability: Set<Suitability> = []
  private var triggers: Set<Trigger> = []
  private var foreignKeys: Set<Link> = []
  /// What comes of using a view or calling a routine.
  private var effects: [Store: Set<Effect>] = [:]
  private var consequences: Set<Consequence> = []

  mutating func add(_ facts: FileFacts, file: Int32) {
    for key in facts.foreignKeys {
      foreignKeys.insert(Link(from: key.table, to: key.referenced, path: facts.path))
    }
    for item in facts.derivations {
      let target = Store(store: item.target, name: item.targetName)
      consequences.insert(
        Consequence(
          source: Store(store: item.store, name: item.name),
          effect: Effect(store: target, access: item.access), path: facts.path))
    }
  }

  /// `files` are those of the symbols where they are not in `file`.
  mutating func add(
    behaviourOf facts: FileFacts, file: Int32, symbols: [Int32], files: [Int32] = []
  ) {
    func owner(_ symbol: UInt32) -> Int32 {
      Int(symbol) < files.count ? files[Int(symbol)] : file
    }
    func linked(_ symbol: UInt32) -> Int32 {
      symbol == Reference.fileLevel || Int(symbol) >= symbols.count ? -1 : symbols[Int(symbol)]
    }
    for access in facts.dataAccesses {
      uses.insert(
        Use(
          store: Store(store: access.store, name: access.name), file: owner(access.symbol),
          path: facts.path,
          line: access.line, symbol: linked(access.symbol), access: access.access))
    }
    for fact in facts.lifetime where file >= 0 {
      lifetime.insert(
        Lifetime(
          kind: fact.kind, file: file, line: fact.line, symbol: linked(fact.symbol),
          detail: fact.detail))
    }
    for fact in facts.suitability where file >= 0 {
      suitability.insert(
        Suitability(
          criterion: fact.criterion, file: file, line: fact.line, symbol: linked(fact.symbol),
          detail: fact.detail, size: fact.size))
    }
    for declaration in facts.triggers {
      var symbol: Int32 = -1
      var plain = declaration
      if case .symbol(let local) = declaration.handler {
        symbol = linked(local)
        // The index means something inside one set of facts only.
        plain.handler = .symbol(0)
      }
      triggers.insert(
        Trigger(declaration: plain, path: facts.path, file: file, symbol: symbol))
    }
  }

  /// Adds the sorted lists to the graph, with instances replaced by nodes.
  mutating func build(into graph: inout CodeGraph, homes: SymbolHomes) {
    settleSchemas()
    settleRoutines()
    settleViews()
    deriveUses()
    func node(_ instance: Int32) -> Int32 {
      instance < 0 ? -1 : homes.nodeOfInstance[Int(instance)]
    }
    buildStores(into: &graph, node)
    graph.lifetime = lifetime.map {
      LifetimeNode(
        kind: $0.kind, file: $0.file, line: $0.line, symbol: node($0.symbol), detail: $0.detail)
    }.sorted {
      if $0.file != $1.file { return $0.file < $1.file }
      if $0.line != $1.line { return $0.line < $1.line }
      if $0.kind != $1.kind { return $0.kind.rawValue < $1.kind.rawValue }
      if $0.detail != $1.detail { return $0.detail.precedesBytewise($1.detail) }
      return $0.symbol < $1.symbol
    }
    graph.suitability = suitability.map {
      SuitabilityNode(
        criterion: $0.criterion, file: $0.file, line: $0.line, symbol: node($0.symbol),
        detail: $0.detail, size: $0.size)
    }.sorted {
      if $0.file != $1.file { return $0.file < $1.file }
      if $0.line != $1.line { return $0.line < $1.line }
      if $0.criterion != $1.criterion { return $0.criterion.precedesBytewise($1.criterion) }
      if $0.detail != $1.detail { return $0.detail.precedesBytewise($1.detail) }
      return ($0.symbol, $0.size) < ($1.symbol, $1.size)
    }
    graph.triggers = triggers.map {
      TriggerNode(
        declaration: $0.declaration, path: $0.path, file: $0.file, symbol: node($0.symbol))
    }.sorted(by: Self.precedes)
  }

  private static func precedes(_ a: TriggerNode, _ b: TriggerNode) -> Bool {
    if a.path != b.path { return a.path.precedesBytewise(b.path) }
    if a.declaration.line != b.declaration.line { return a.declaration.line < b.declaration.line }
    if a.declaration.kind != b.declaration.kind { return a.declaration.kind < b.declaration.kind }
    if a.symbol != b.symbol { return a.symbol < b.symbol }
    if a.declaration.evidence != b.declaration.evidence {
      return a.declaration.evidence.precedesBytewise(b.declaration.evidence)
    }
    if a.file != b.file { return a.file < b.file }
    // One line may declare several: an order of all that is left, whatever it is.
    return a.declaration.encoded.lexicographicallyPrecedes(b.declaration.encoded)
  }

  // MARK: Routines and views

  /// Gives every table the name that it has in the whole project.
  private mutating func settleSchemas() {
    let said =
      uses.lazy.filter { $0.store.store == .table }.map { (name: $0.store.name, path: $0.path) }
      + consequences.lazy.flatMap { [($0.source, $0.path), ($0.effect.store, $0.path)] }
      .filter { $0.0.store == .table }.map { (name: $0.0.name, path: $0.1) }
      + foreignKeys.lazy.flatMap { [(name: $0.from, path: $0.path), (name: $0.to, path: $0.path)] }
    let names = SchemaNames(said)
    func settled(_ store: Store, _ path: String) -> Store {
      guard store.store == .table else { return store }
      return Store(store: .table, name: names.settled(store.name, path))
    }
    uses = Set(
      uses.map { use in
        var use = use
        use.store = settled(use.store, use.path)
        return use
      })
    foreignKeys = Set(
      foreignKeys.map {
        Link(from: names.settled($0.from, $0.path), to: names.settled($0.to, $0.path), path: "")
      })
    for item in consequences {
      effects[settled(item.source, item.path), default: []].insert(
        Effect(store: settled(item.effect.store, item.path), access: item.effect.access))
    }
    consequences = []
  }

  /// Functions by their routines' names, without those that are the database's own.
  private mutating func settleRoutines() {
    let routines = Set(uses.filter { $0.store.store == .procedure }.map(\.store))
    func settled(_ store: Store) -> Store? {
      guard store.store == .function else { return store }
      let routine = Store(store: .procedure, name: store.name)
      return routines.contains(routine) ? routine : nil
    }
    uses = Set(
      uses.compactMap { use in
        settled(use.store).map {
          var use = use
          use.store = $0
          return use
        }
      })
    effects = effects.mapValues { found in
      Set(
        found.compactMap { effect in
          settled(effect.store).map { Effect(store: $0, access: effect.access) }
        })
    }.filter { !$0.value.isEmpty }
  }

  /// Leaves views that read a table of their own name in another schema: names have no schema, so
  /// that a use of the name may be one of the table.
  private mutating func settleViews() {
    effects = effects.filter { store, found in
      store.store != .table || !found.contains { $0.store == store }
    }
  }

  /// Adds to every use of a view or routine what comes of it, at the place of the use.
  private mutating func deriveUses() {
    var known: [Store: Set<Effect>] = [:]
    var derived: Set<Use> = []
    for use in uses where use.access != .define && use.file >= 0 && effects[use.store] != nil {
      let all = known[use.store] ?? outcome(of: use.store)
      known[use.store] = all
      for effect in all where effect.store != use.store {
        var more = use
        more.through = use.store
        more.store = effect.store
        more.access = effect.access
        derived.insert(more)
      }
    }
    uses.formUnion(derived)
  }

  /// All that follows, through views of views and routines that call others. Linear in them.
  private func outcome(of store: Store) -> Set<Effect> {
    var found: Set<Effect> = []
    var waiting = [store]
    var seen: Set<Store> = [store]
    while let next = waiting.popLast() {
      for effect in effects[next] ?? [] {
        found.insert(effect)
        if seen.insert(effect.store).inserted { waiting.append(effect.store) }
      }
    }
    return found
  }

  private func buildStores(into graph: inout CodeGraph, _ node: (Int32) -> Int32) {
    var names = Set(uses.map(\.store))
    for key in foreignKeys {
      names.insert(Store(store: .table, name: key.from))
      names.insert(Store(store: .table, name: key.to))
    }
    let sorted = names.sorted {
      $0.store != $1.store
        ? $0.store.rawValue < $1.store.rawValue : $0.name.precedesBytewise($1.name)
    }
    let routines = Set(
      uses.filter { $0.access == .define && $0.store.store == .procedure }.map(\.store))
    var index: [Store: Int32] = [:]
    for (position, store) in sorted.enumerated() { index[store] = Int32(position) }
    graph.stores = sorted.map {
      StoreNode(
        store: $0.store, name: $0.name, references: [],
        isDerived: effects[$0] != nil || routines.contains($0))
    }
    for key in foreignKeys {
      guard let from = index[Store(store: .table, name: key.from)],
        let to = index[Store(store: .table, name: key.to)], from != to
      else { continue }
      graph.stores[Int(from)].references.append(to)
    }
    for position in graph.stores.indices { graph.stores[position].references.sort() }
    graph.dataUses = uses.map {
      DataUse(
        store: index[$0.store]!, file: $0.file, path: $0.path, line: $0.line,
        symbol: node($0.symbol), access: $0.access,
        through: $0.through.flatMap { index[$0] } ?? -1)
    }.sorted(by: Self.precedes)
  }

  private static func precedes(_ a: DataUse, _ b: DataUse) -> Bool {
    if a.store != b.store { return a.store < b.store }
    if a.path != b.path { return a.path.precedesBytewise(b.path) }
    if a.line != b.line { return a.line < b.line }
    if a.access != b.access { return a.access.rawValue < b.access.rawValue }
    if a.symbol != b.symbol { return a.symbol < b.symbol }
    if a.file != b.file { return a.file < b.file }
    return a.through < b.through
  }
}
