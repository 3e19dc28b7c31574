internal import Configuration
internal import DependencyGraph
internal import Facts

/// Counts what crosses between sides, of the whole graph or of a few references, and prices it.
struct CutMeter {
  /// Who uses, and what is used.
  struct Pair: Hashable, Comparable {
    var from: Int
    var to: Int

    static func < (a: Pair, b: Pair) -> Bool { (a.from, a.to) < (b.from, b.to) }
  }

  /// Code that is thought to be on another side than it is.
  struct Moves {
    var target: Int
    var files: Set<Int> = []
    var symbols: Set<Int32> = []
  }

  /// Some references and accesses with the sides that they are on.
  struct Part {
    var edges: [SymbolEdge] = []
    var uses: [DataUse] = []
  }

  let scope: CutScope
  let units: CodeUnits
  /// For each store its owner, or -1.
  let ownerOf: [Int]
  /// Units that only another side uses, with that side.
  var guests: [Int32: Int] = [:]
  let prices: CutPrices

  private var graph: CodeGraph { scope.graph }

  // MARK: The whole

  func tallies() -> [Pair: CutTally] {
    var tallies: [Pair: CutTally] = [:]
    for edge in graph.symbolEdges { add(edge, nil, to: &tallies) }
    for use in graph.storedUses { add(use, nil, to: &tallies) }
    addEvents(to: &tallies)
    addImports(to: &tallies)
    return tallies
  }

  /// What crosses within a part: points, references of code, places that access data.
  func price(
    _ part: Part, _ moves: Moves?
  ) -> (points: Double, references: Int, accesses: Int) {
    var tallies: [Pair: CutTally] = [:]
    for edge in part.edges { add(edge, moves, to: &tallies) }
    for use in part.uses { add(use, moves, to: &tallies) }
    var result = (points: 0.0, references: 0, accesses: 0)
    for (_, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      for contract in tally.contracts(graph, units, prices) {
        result.points += contract.points
        result.references += contract.references
        result.accesses += contract.accesses
      }
    }
    return result
  }

  // MARK: References

  private func add(_ edge: SymbolEdge, _ moves: Moves?, to tallies: inout [Pair: CutTally]) {
    let pair = Pair(
      from: side(file: Int(edge.fromFile), symbol: edge.from, moves),
      to: side(file: Int(graph.symbols[Int(edge.to)].file), symbol: edge.to, moves))
    guard pair.from >= 0, pair.to >= 0, pair.from != pair.to else { return }
    let unit = units.unitOf[Int(edge.to)]
    tallies[pair, default: CutTally()].add(way(edge, unit, pair), unit: unit, edge)
  }

  private func side(file: Int, symbol: Int32, _ moves: Moves?) -> Int {
    if let moves, moves.files.contains(file) || moves.symbols.contains(symbol) {
      return moves.target
    }
    return scope.sideOfFile[file]
  }

  private func way(_ edge: SymbolEdge, _ unit: Int32, _ pair: Pair) -> CutTally.Way {
    if guests[unit] == pair.from { return .moved }
    let store = units.storeOf[Int(unit)]
    if store >= 0 {
      // A mapping is no service; one that lives with the wrong side goes home.
      let owner = ownerOf[Int(store)]
      return owner == pair.to ? .row : owner == pair.from ? .moved : .value
    }
    switch edge.kind {
    case .inherit, .implement: return .inherit
    case .wiring: return .wired
    case .globalRead, .globalWrite, .address:
      if units.isState[Int(edge.to)] { return .state }
      return units.isValue[Int(unit)] ? .value : edge.kind == .address ? .call : .mention
    case .call, .publish, .consume:
      if units.isValue[Int(unit)] { return .value }
      return units.isConstructor(edge.to, graph) ? .mention : .call
    default: return units.isValue[Int(unit)] ? .value : .mention
    }
  }

  // MARK: Data

  private func add(_ use: DataUse, _ moves: Moves?, to tallies: inout [Pair: CutTally]) {
    let owner = ownerOf[Int(use.store)]
    guard owner >= 0, use.access != .define, use.file >= 0 else { return }
    var side = scope.side(of: use)
    if let moves, moves.files.contains(Int(use.file)) || moves.symbols.contains(use.symbol) {
      side = moves.target
    }
    guard side >= 0, side != owner else { return }
    tallies[Pair(from: side, to: owner), default: CutTally()].add(use, at: scope.place(of: use))
  }

  /// Who takes from a queue or topic depends on who puts into it.
  private func addEvents(to tallies: inout [Pair: CutTally]) {
    var places: [Int32: [Int: (puts: [SourcePlace], takes: [SourcePlace])]] = [:]
    for use in graph.storedUses where graph.stores[Int(use.store)].store.isChannel {
      let side = scope.side(of: use)
      guard side >= 0, use.access != .define else { continue }
      let place = scope.place(of: use)
      if use.access == .write {
        places[use.store, default: [:]][side, default: ([], [])].puts.append(place)
      } else {
        places[use.store, default: [:]][side, default: ([], [])].takes.append(place)
      }
    }
    for (store, bySide) in places {
      for (from, taking) in bySide where !taking.takes.isEmpty {
        for (to, putting) in bySide where to != from && !putting.puts.isEmpty {
          tallies[Pair(from: from, to: to), default: CutTally()]
            .add(event: store, at: taking.takes + putting.puts)
        }
      }
    }
  }

  private func addImports(to tallies: inout [Pair: CutTally]) {
    for edge in graph.fileEdges {
      let pair = Pair(
        from: scope.sideOfFile[Int(edge.from)], to: scope.sideOfFile[Int(edge.to)])
      guard pair.from >= 0, pair.to >= 0, pair.from != pair.to else { continue }
      for group in graph.evidence[edge.groups.range]
      where group.kind == .include || group.kind == .import {
        let line = Int(graph.evidenceLines[Int(group.lines.start)])
        tallies[pair, default: CutTally()].add(
          importOf: Int(edge.to), at: group.lines.count,
          first: SourcePlace(file: graph.place(of: group, in: edge), line: line))
      }
    }
  }
}

extension DataAccess.Store {
  /// What passes things on and keeps none.
  var isChannel: Bool { self == .queue || self == .topic }

  /// What holds data that somebody has to answer for.
  var isOwned: Bool {
    switch self {
    case .table, .collection, .bucket, .cache, .file: true
    case .queue, .topic, .procedure, .function: false
    }
  }
}
