import Boundaries
import Configuration
import DependencyGraph
import Facts

/// A system made by hand, symbol by symbol, with the boundary of each file.
///
/// Symbols are twenty lines long unless said otherwise, so that no function passes for a small one;
/// each use stands on a line of its own.
struct CutSketch {
  private struct File {
    var path: String
    var group: Int
    var role: String
  }

  private struct Thing {
    var path: String
    var kind: SymbolKind
    var length: Int
    var traits: Declaration.Traits
  }

  private struct Use {
    var path: String
    var from: String?
    var to: String
    var kind: EdgeKind
  }

  private struct Access {
    var symbol: String
    var store: DataAccess.Store
    var name: String
    var access: DataAccess.Access
  }

  private var files: [File] = []
  private var things: [String: Thing] = [:]
  private var names: [String] = []
  private var uses: [Use] = []
  private var accesses: [Access] = []
  private var transactions: [String] = []
  private var imports: [(from: String, to: String)] = []

  /// Boundaries 0 and so on; -1 stands outside.
  mutating func file(_ path: String, in group: Int, role: String = "production") {
    files.append(File(path: path, group: group, role: role))
  }

  /// A symbol of the file that was added last.
  mutating func add(
    _ name: String, _ kind: SymbolKind = .function, length: Int = 20,
    traits: Declaration.Traits = .definition
  ) {
    things[name] = Thing(path: files.last!.path, kind: kind, length: length, traits: traits)
    names.append(name)
  }

  /// A file in `group` with one function of its name.
  mutating func function(_ name: String, in group: Int, role: String = "production") {
    file("src/\(name).c", in: group, role: role)
    add(name)
  }

  mutating func use(_ from: String, _ to: String, _ kind: EdgeKind = .call, times: Int = 1) {
    for _ in 0..<times {
      uses.append(Use(path: things[from]!.path, from: from, to: to, kind: kind))
    }
  }

  mutating func access(
    _ symbol: String, _ access: DataAccess.Access, _ name: String,
    of store: DataAccess.Store = .table, times: Int = 1
  ) {
    for _ in 0..<times {
      accesses.append(Access(symbol: symbol, store: store, name: name, access: access))
    }
  }

  mutating func transaction(_ symbol: String) { transactions.append(symbol) }

  mutating func include(_ from: String, _ to: String) { imports.append((from, to)) }

  // MARK: Results

  func graph(reversed: Bool = false) -> CodeGraph {
    let order = reversed ? files.reversed() : files
    var linker = Linker(
      files: order.map { LinkedFile(path: $0.path, language: .java, role: $0.role) })
    for file in order { linker.add(facts(of: file), mode: .direct) }
    return linker.link()
  }

  func costs(reversed: Bool = false) -> CutCosts {
    let graph = graph(reversed: reversed)
    let groups = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.group) })
    let count = (files.map(\.group).max() ?? -1) + 1
    return CutCosts(
      graph, groupOfFile: graph.files.map { groups[$0.path]! }, count: count,
      prices: .forTests)
  }

  /// The ownership of a store by name.
  func table(_ name: String) -> TableOwnership? {
    let graph = graph()
    return costs().tables.first { graph.stores[$0.store].name == name }
  }

  private func facts(of file: File) -> FileFacts {
    var facts = FileFacts(path: file.path, language: .java)
    facts.lineCount = 1000
    facts.codeLineCount = 1000
    var index: [String: UInt32] = [:]
    func symbol(_ name: String) -> UInt32 {
      if let known = index[name] { return known }
      let thing = things[name]!
      let path =
        facts.paths.firstIndex(of: thing.path)
        ?? {
          facts.paths.append(thing.path)
          return facts.paths.count - 1
        }()
      facts.symbols.append(
        Symbol(
          key: "k:" + name, name: String(name.split(separator: ".").last!), qualifiedName: name,
          kind: thing.kind, home: .defined(UInt32(path))))
      index[name] = UInt32(facts.symbols.count - 1)
      return index[name]!
    }
    var line: UInt32 = 100
    func next() -> UInt32 {
      line += 1
      return line
    }
    for (number, name) in names.enumerated() where things[name]!.path == file.path {
      let start = UInt32(1000 + 100 * number)
      facts.declarations.append(
        Declaration(
          symbol: symbol(name), line: start,
          endLine: start + UInt32(things[name]!.length - 1), traits: things[name]!.traits))
    }
    for use in uses where use.path == file.path {
      facts.references.append(
        Reference(
          from: use.from.map(symbol) ?? Reference.fileLevel, to: symbol(use.to), kind: use.kind,
          line: next()))
    }
    for access in accesses where things[access.symbol]!.path == file.path {
      facts.dataAccesses.append(
        DataAccess(
          store: access.store, name: access.name, access: access.access, line: next(),
          symbol: symbol(access.symbol)))
    }
    for name in transactions where things[name]!.path == file.path {
      facts.lifetime.append(
        LifetimeFact(kind: .transactionStarted, line: next(), symbol: symbol(name), detail: "begin")
      )
    }
    for (from, to) in imports where from == file.path {
      facts.paths.append(to)
      facts.inclusions.append(
        Inclusion(
          line: next(), spelling: to, isAngled: false, isImport: true,
          outcome: .project(UInt32(facts.paths.count - 1))))
    }
    return facts
  }
}

extension CutPrices {
  /// Fixed, so that a change of the table changes no count by hand.
  static let forTests = CutPrices(
    version: "test",
    prices: [
      ("call", 10, 1), ("state", 20, 2), ("write", 15, 2), ("event", 8, 1), ("read-model", 20, 1),
      ("library", 2, 0), ("move", 3, 0), ("transaction", 60, 0), ("cycle", 30, 0),
      ("merge", 5, 0), ("split-table", 40, 0),
    ].map { Price(name: $0.0, item: $0.1, place: $0.2, reason: "") })
}

extension CutCosts {
  func crossing(_ from: Int, _ to: Int) -> CrossingCost? {
    crossings.first { $0.from == from && $0.to == to }
  }

  /// Items, references and accesses, and points of one contract; nil where there is none.
  func part(_ from: Int, _ to: Int, _ contract: Contract) -> [Double]? {
    crossing(from, to)?.contracts.first { $0.contract == contract }.map {
      [Double($0.items), Double($0.references), Double($0.accesses), $0.points]
    }
  }

  /// Names of the contracts of a crossing.
  func contracts(_ from: Int, _ to: Int) -> [String] {
    crossing(from, to)?.contracts.map(\.contract.rawValue) ?? []
  }
}

extension TableOwnership {
  func way(_ kind: WayOut.Kind) -> WayOut? { ways.first { $0.kind == kind } }
}

extension WayOut {
  func figure(_ name: String) -> Int? { figures.first { $0.name == name }?.value }
}
