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
  }

  private struct Lifetime: Hashable {
    var kind: LifetimeFact.Kind
    var file: Int32
    var line: UInt32
    var symbol: Int32
    var detail: String
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
  }

  // Sets, because a file that was parsed in several contexts says most things again.
  private var uses: Set<Use> = []
  private var lifetime: Set<Lifetime> = []
  private var triggers: Set<Trigger> = []
  private var foreignKeys: Set<Link> = []

  mutating func add(_ facts: FileFacts, file: Int32) {
    for key in facts.foreignKeys { foreignKeys.insert(Link(from: key.table, to: key.referenced)) }
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
  func build(into graph: inout CodeGraph, homes: SymbolHomes) {
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
    return a.declaration.evidence.precedesBytewise(b.declaration.evidence)
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
    var index: [Store: Int32] = [:]
    for (position, store) in sorted.enumerated() { index[store] = Int32(position) }
    graph.stores = sorted.map { StoreNode(store: $0.store, name: $0.name, references: []) }
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
        symbol: node($0.symbol), access: $0.access)
    }.sorted(by: Self.precedes)
  }

  private static func precedes(_ a: DataUse, _ b: DataUse) -> Bool {
    if a.store != b.store { return a.store < b.store }
    if a.path != b.path { return a.path.precedesBytewise(b.path) }
    if a.line != b.line { return a.line < b.line }
    if a.access != b.access { return a.access.rawValue < b.access.rawValue }
    return a.symbol < b.symbol
  }
}
