internal import Basics
internal import DependencyGraph
internal import Facts
internal import ReportModel

/// The transactions that code opens, with the stored data that is used before they end.
///
/// A transaction is taken to hold all that its function calls. A call of a method that others
/// implement or override may be one of theirs. Linear in the references, for each transaction.
struct TransactionAssembly {
  private let graph: CodeGraph
  private let forward: Neighbours
  private let usesOfSymbol: [Int: [DataUse]]
  /// Functions by the qualified name of what they are members of.
  private let members: [String: [Int]]
  private let boundary: (DataUse) -> String?
  private let starts: [LifetimeNode]

  init(_ graph: CodeGraph, boundary: @escaping (DataUse) -> String?) {
    self.graph = graph
    self.boundary = boundary
    starts = Self.starts(graph)
    guard !starts.isEmpty else {
      (forward, usesOfSymbol, members) = (Neighbours(count: 0, pairs: []), [:], [:])
      return
    }
    let members = Self.members(graph)
    var pairs = Self.overrides(graph, members)
    for edge in graph.symbolEdges
    where edge.from >= 0 && edge.from != edge.to && (edge.kind == .call || edge.kind == .address) {
      pairs.append((edge.from, edge.to))
    }
    forward = Neighbours(count: graph.symbols.count, pairs: pairs)
    usesOfSymbol = Dictionary(grouping: graph.storedUses.filter(Self.isOfTable(graph))) {
      Int($0.symbol)
    }
    self.members = members
  }

  func transactions() -> [TransactionEntry] { starts.map(entry) }

  private static func starts(_ graph: CodeGraph) -> [LifetimeNode] {
    graph.lifetime.filter { node in
      node.kind == .transactionStarted && node.symbol >= 0 && node.file >= 0
        && graph.files[Int(node.file)].role == "production"
    }
  }

  private static func isOfTable(_ graph: CodeGraph) -> (DataUse) -> Bool {
    { use in
      let store = graph.stores[Int(use.store)].store
      return use.symbol >= 0 && use.access != .define && (store == .table || store == .collection)
    }
  }

  private func entry(_ start: LifetimeNode) -> TransactionEntry {
    let symbol = Int(start.symbol)
    let name = graph.symbols[symbol].qualifiedName
    let isFunction = Self.isFunction(graph.symbols[symbol])
    let uses = reached(from: isFunction ? [symbol] : members[name] ?? []).flatMap {
      usesOfSymbol[$0] ?? []
    }
    func names(_ access: DataAccess.Access) -> [String] {
      let found = Set(uses.filter { $0.access == access }.map { graph.stores[Int($0.store)].name })
      return found.sorted { $0.precedesBytewise($1) }
    }
    let writes = names(.write)
    return TransactionEntry(
      place: Place(file: graph.files[Int(start.file)].path, line: Int(start.line)), symbol: name,
      reads: names(.read).filter { !writes.contains($0) }, writes: writes,
      boundaries: Set(uses.compactMap(boundary)).sorted { $0.precedesBytewise($1) })
  }

  private func reached(from starts: [Int]) -> [Int] {
    var seen = Set(starts)
    var open = starts
    while let symbol = open.popLast() {
      for next in forward[symbol] where seen.insert(Int(next)).inserted { open.append(Int(next)) }
    }
    return Array(seen)
  }

  // MARK: Members

  private static func members(_ graph: CodeGraph) -> [String: [Int]] {
    var members: [String: [Int]] = [:]
    for (index, symbol) in graph.symbols.enumerated() where isFunction(symbol) {
      guard let owner = owner(of: symbol.qualifiedName) else { continue }
      members[owner, default: []].append(index)
    }
    return members
  }

  private static func isFunction(_ symbol: SymbolNode) -> Bool {
    symbol.kind == .function || symbol.kind == .method
  }

  /// What stands before the last `.` or `::`.
  private static func owner(of name: String) -> String? {
    let bytes = name.utf8
    guard let end = bytes.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") })
    else { return nil }
    let owner = bytes[..<end]
    return String(
      decoding: owner.last == UInt8(ascii: ":") ? owner.dropLast() : owner, as: UTF8.self)
  }

  /// From each member to those of the same name in types that are derived from its own.
  private static func overrides(
    _ graph: CodeGraph, _ members: [String: [Int]]
  ) -> [(from: Int32, to: Int32)] {
    var pairs: [(from: Int32, to: Int32)] = []
    for edge in graph.symbolEdges
    where edge.from >= 0 && (edge.kind == .inherit || edge.kind == .implement) {
      let own = members[graph.symbols[Int(edge.from)].qualifiedName] ?? []
      let above = members[graph.symbols[Int(edge.to)].qualifiedName] ?? []
      let byName = Dictionary(grouping: own) { graph.symbols[$0].name }
      for method in above {
        for other in byName[graph.symbols[method].name] ?? [] {
          pairs.append((Int32(method), Int32(other)))
        }
      }
    }
    return pairs
  }
}
