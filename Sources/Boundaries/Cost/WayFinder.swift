internal import Configuration
internal import DependencyGraph
internal import Facts

/// The ways out of a table that others than its owner write or read, each with its price.
///
/// A price is what the split would take with the way less what it would take if others than the
/// owner did not write. Where code is thought to move, its references and accesses are priced as
/// contracts where it is and where it would be. References are looked up in an index of the files
/// that need it, so that all ways together are linear in references and in what the foreign files
/// hold.
struct WayFinder {
  let meter: CutMeter
  /// Points of what crosses from and to, for all pairs.
  let pointsOfPair: [CutMeter.Pair: Double]
  /// Pairs of which one refers to code of the other.
  let talking: Set<CutMeter.Pair>
  private let usesOfStore: [Int: [DataUse]]
  private var edgesOfFile: [Int: [SymbolEdge]] = [:]
  private var usesOfFile: [Int: [DataUse]] = [:]
  private var filesOfSide: [Int]

  private var scope: CutScope { meter.scope }
  private var graph: CodeGraph { meter.scope.graph }

  init(
    _ meter: CutMeter, _ tables: [TableOwnership], _ crossings: [CrossingCost]
  ) {
    self.meter = meter
    let pairs = crossings.map { (CutMeter.Pair(from: $0.from, to: $0.to), $0) }
    pointsOfPair = Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, $0.1.points) })
    talking = Set(
      pairs.filter { $0.1.imports > 0 || $0.1.contracts.contains { $0.references > 0 } }.map(\.0))
    let scope = meter.scope
    usesOfStore = Dictionary(
      grouping: scope.graph.storedUses.filter {
        $0.access != .define && scope.side(of: $0) != CutScope.nobody
      }
    ) { Int($0.store) }
    filesOfSide = Array(repeating: 0, count: scope.count)
    for side in scope.sideOfFile where side >= 0 { filesOfSide[side] += 1 }
    var needed: Set<Int> = []
    for table in tables where table.finding != nil && table.owner != nil {
      for use in usesOfStore[table.store] ?? []
      where use.access == .write && scope.side(of: use) != table.owner {
        needed.insert(Int(use.file))
      }
    }
    for edge in scope.graph.symbolEdges {
      let (from, to) = (Int(edge.fromFile), Int(scope.graph.symbols[Int(edge.to)].file))
      if needed.contains(from) { edgesOfFile[from, default: []].append(edge) }
      if to != from, needed.contains(to) { edgesOfFile[to, default: []].append(edge) }
    }
    for use in scope.graph.storedUses where needed.contains(Int(use.file)) {
      usesOfFile[Int(use.file), default: []].append(use)
    }
  }

  /// Cheapest first; what is equal in the order of ``WayOut/Kind``'s cases here. `transactions` are
  /// split by writes of others than the owner.
  func ways(_ table: TableOwnership, transactions: Int) -> [WayOut] {
    guard let owner = table.owner else { return [] }
    let foreign = (usesOfStore[table.store] ?? []).filter { scope.side(of: $0) != owner }
    let isWritten = table.parties.contains { $0.boundary != nil && $0.writes > 0 }
    let writes = foreign.filter {
      $0.access == .write
        && !(isWritten && scope.side(of: $0) == CutScope.shared && meter.units.isOwnRow($0))
    }
    var ways: [WayOut] = []
    if table.finding != nil, !writes.isEmpty {
      let split = meter.prices["transaction"].item * Double(transactions)
      let inside = writes.filter { scope.side(of: $0) >= 0 }
      // What stays to be paid if the writes that are priced among the contracts were none.
      let base = split + price(ofWrites: inside)
      ways = [callOwner(writes, transactions: transactions)]
      ways += moves(writes, owner, base)
      ways += [merge(writes, owner, base), splitTable(table)].compactMap { $0 }
    } else if !foreign.isEmpty {
      ways = readers(foreign.filter { scope.side(of: $0) >= 0 })
    }
    return ways.enumerated().sorted {
      ($0.element.points, $0.offset) < ($1.element.points, $1.offset)
    }
    .map(\.element)
  }

  private func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  private func functions(_ uses: [DataUse]) -> Int {
    Set(uses.map { $0.symbol >= 0 ? Int($0.symbol) : -1 - Int($0.file) }).count
  }

  private func places(_ uses: [DataUse]) -> Int { Set(uses.map(scope.place(of:))).count }

  // MARK: Contracts

  private func price(ofWrites writes: [DataUse]) -> Double {
    let price = meter.prices["write"]
    return price.item * Double(functions(writes)) + price.place * Double(places(writes))
  }

  private func callOwner(_ writes: [DataUse], transactions: Int) -> WayOut {
    let (commands, places) = (functions(writes), places(writes))
    let split = meter.prices["transaction"].item * Double(transactions)
    var text =
      "\(counted(places, "write")) in \(counted(commands, "function")) as commands of the owner"
    if transactions > 0 { text += "; \(counted(transactions, "transaction")) split" }
    return WayOut(
      kind: .callOwner,
      points: price(ofWrites: writes) + split, text: text,
      figures: [("places", places), ("commands", commands), ("transactions", transactions)])
  }

  private func readers(_ reads: [DataUse]) -> [WayOut] {
    guard !reads.isEmpty else { return [] }
    let (queries, places) = (functions(reads), places(reads))
    let boundaries = Set(reads.map(scope.side(of:))).count
    let (call, copy) = (meter.prices["call"], meter.prices["read-model"])
    return [
      WayOut(
        kind: .askOwner,
        points: call.item * Double(queries) + call.place * Double(places),
        text: "\(counted(places, "read")) in \(counted(queries, "function")) ask the owner",
        figures: [("places", places), ("queries", queries)]),
      WayOut(
        kind: .readModel,
        points: copy.item * Double(boundaries) + copy.place * Double(places),
        text:
          "a copy in \(counted(boundaries, "boundary", "boundaries")), fed by the owner's events",
        figures: [("boundaries", boundaries), ("places", places)]),
    ]
  }

  /// Only where each maps the table by itself do both know their columns. Where no code of one
  /// knows the other, there is nothing to keep in step: they may be two tables of one name already.
  private func splitTable(_ table: TableOwnership) -> WayOut? {
    let writers = table.parties.filter { $0.writes > 0 }
    guard writers.count > 1, writers.allSatisfy({ $0.maps && $0.boundary != nil }) else {
      return nil
    }
    let sides = writers.compactMap(\.boundary)
    let isKnown = sides.contains { from in
      sides.contains { from != $0 && talking.contains(CutMeter.Pair(from: from, to: $0)) }
    }
    let price = isKnown ? meter.prices["split-table"].item * Double(sides.count - 1) : 0
    let text = "\(sides.count) boundaries map it to types of their own: each gets its own table"
    return WayOut(
      kind: .splitTable, points: price,
      text: isKnown ? text : text + "; no code of one knows the other",
      figures: [("tables", sides.count)])
  }

  // MARK: Moves

  private func moves(_ writes: [DataUse], _ owner: Int, _ base: Double) -> [WayOut] {
    var files = CutMeter.Moves(target: owner)
    files.files = Set(writes.map { Int($0.file) })
    var functions = CutMeter.Moves(target: owner)
    functions.symbols = Set(writes.map(\.symbol))
    // A mapping keeps its functions, and a constructor its type.
    let canMove = writes.allSatisfy {
      $0.symbol >= 0 && graph.symbols[Int($0.symbol)].isFunction && !meter.units.isOwnRow($0)
        && !meter.units.isConstructor($0.symbol, graph)
    }
    let inFiles = move(files, through: files.files, base)
    return canMove ? [inFiles, move(functions, through: files.files, base)] : [inFiles]
  }

  /// `files` are those that hold what moves.
  private func move(_ moves: CutMeter.Moves, through files: Set<Int>, _ base: Double) -> WayOut {
    var part = CutMeter.Part()
    for file in files.sorted() {
      part.edges += (edgesOfFile[file] ?? []).filter { counts($0, at: file, files, moves) }
      part.uses += (usesOfFile[file] ?? []).filter {
        moves.files.contains(file) || moves.symbols.contains($0.symbol)
      }
    }
    let (before, after) = (meter.price(part, nil), meter.price(part, moves))
    let items = moves.files.count + moves.symbols.count
    let noun = moves.files.isEmpty ? "function" : "file"
    return WayOut(
      kind: moves.files.isEmpty ? .moveFunctions : .moveFiles,
      points: base + meter.prices["move"].item * Double(items) + after.points - before.points,
      text: "\(counted(items, noun)) to the owner; of references \(after.references) cross then,"
        + " \(before.references) now, of accesses \(after.accesses) and \(before.accesses)",
      figures: [
        (noun + "s", items), ("references-then", after.references),
        ("references-now", before.references), ("accesses-then", after.accesses),
        ("accesses-now", before.accesses),
      ])
  }

  /// Each reference once, at the file that comes first, and only if it has to do with what moves.
  private func counts(
    _ edge: SymbolEdge, at file: Int, _ files: Set<Int>, _ moves: CutMeter.Moves
  ) -> Bool {
    let (from, to) = (Int(edge.fromFile), Int(graph.symbols[Int(edge.to)].file))
    let other = from == file ? to : from
    if other < file, files.contains(other) { return false }
    return !moves.files.isEmpty || moves.symbols.contains(edge.from)
      || moves.symbols.contains(edge.to)
  }

  private func merge(_ writes: [DataUse], _ owner: Int, _ base: Double) -> WayOut? {
    let sides = Set(writes.map(scope.side(of:)).filter { $0 >= 0 } + [owner]).sorted()
    guard sides.count > 1 else { return nil }
    let files = sides.map { filesOfSide[$0] }
    let lost = files.reduce(0, +) - (files.max() ?? 0)
    var saved = 0.0
    for from in sides {
      for to in sides where to != from {
        saved += pointsOfPair[CutMeter.Pair(from: from, to: to)] ?? 0
      }
    }
    return WayOut(
      kind: .merge, points: base + meter.prices["merge"].item * Double(lost) - saved,
      text: "\(sides.count) boundaries become one: \(counted(lost, "file")) no longer apart,"
        + " contracts of \(counted(Int(saved.rounded()), "point")) saved",
      figures: [("boundaries", sides.count), ("files", lost), ("saved", Int(saved.rounded()))])
  }
}
