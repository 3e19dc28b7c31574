internal import Configuration
internal import DependencyGraph
internal import Facts

/// The ways out of a table that others than its owner write or read, each with its price.
///
/// Where code is thought to move, its references and accesses are priced as contracts where it is and
/// where it would be; the difference and the moved items are the price. References are looked up in
/// an index of the files that need it, so that all ways together are linear in references and in what
/// the foreign files hold.
struct WayFinder {
  let meter: CutMeter
  /// Points of what crosses from and to, for all pairs.
  let pointsOfPair: [CutMeter.Pair: Double]
  private let usesOfStore: [Int: [DataUse]]
  private var edgesOfFile: [Int: [SymbolEdge]] = [:]
  private var usesOfFile: [Int: [DataUse]] = [:]
  private var filesOfSide: [Int]

  private var scope: CutScope { meter.scope }
  private var graph: CodeGraph { meter.scope.graph }

  init(
    _ meter: CutMeter, _ tables: [TableOwnership], _ pointsOfPair: [CutMeter.Pair: Double]
  ) {
    self.meter = meter
    self.pointsOfPair = pointsOfPair
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

  /// Cheapest first; what is equal in the order of ``WayOut/Kind``'s cases here.
  func ways(_ table: TableOwnership, transactions: Int) -> [WayOut] {
    guard let owner = table.owner else { return [] }
    let foreign = (usesOfStore[table.store] ?? []).filter { scope.side(of: $0) != owner }
    let writes = foreign.filter { $0.access == .write }
    var ways: [WayOut] = []
    if table.finding != nil, !writes.isEmpty {
      ways = [callOwner(writes, transactions: transactions)]
      ways += moves(writes, owner)
      ways += [merge(writes, owner), split(table, owner)].compactMap { $0 }
    } else if !foreign.isEmpty {
      ways = readers(foreign.filter { scope.side(of: $0) >= 0 })
    }
    return ways.enumerated().sorted {
      ($0.element.points, $0.offset) < ($1.element.points, $1.offset)
    }
    .map(\.element)
  }

  private func functions(_ uses: [DataUse]) -> Int {
    Set(uses.map { $0.symbol >= 0 ? Int($0.symbol) : -1 - Int($0.file) }).count
  }

  private func places(_ uses: [DataUse]) -> Int { Set(uses.map(scope.place(of:))).count }

  // MARK: Contracts

  private func callOwner(_ writes: [DataUse], transactions: Int) -> WayOut {
    let (commands, places) = (functions(writes), places(writes))
    let (write, transaction) = (meter.prices["write"], meter.prices["transaction"])
    var text = "\(places) writes in \(commands) functions become commands of the owner"
    if transactions > 0 { text += "; \(transactions) transactions end at its door" }
    return WayOut(
      kind: .callOwner,
      points: write.item * Double(commands) + write.place * Double(places)
        + transaction.item * Double(transactions), text: text,
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
        text: "\(places) reads in \(queries) functions ask the owner",
        figures: [("places", places), ("queries", queries)]),
      WayOut(
        kind: .readModel,
        points: copy.item * Double(boundaries) + copy.place * Double(places),
        text: "\(boundaries) boundaries keep a copy that the owner's events feed",
        figures: [("boundaries", boundaries), ("places", places)]),
    ]
  }

  /// Only where each maps the table by itself do both know their columns.
  private func split(_ table: TableOwnership, _ owner: Int) -> WayOut? {
    let writers = table.parties.filter { $0.writes > 0 }
    guard writers.count > 1, writers.allSatisfy({ $0.maps && $0.boundary != nil }) else {
      return nil
    }
    return WayOut(
      kind: .splitTable, points: meter.prices["split-table"].item * Double(writers.count - 1),
      text: "\(writers.count) boundaries map it to types of their own: each gets its own table",
      figures: [("tables", writers.count)])
  }

  // MARK: Moves

  private func moves(_ writes: [DataUse], _ owner: Int) -> [WayOut] {
    let files = Set(writes.map { Int($0.file) })
    let symbols = Set(writes.map(\.symbol))
    var ways = [
      move(CutMeter.Moves(files: files, target: owner), .moveFiles, files, "files")
    ]
    let canMove = symbols.allSatisfy { $0 >= 0 && graph.symbols[Int($0)].isFunction }
    if canMove {
      ways.append(
        move(CutMeter.Moves(symbols: symbols, target: owner), .moveFunctions, files, "functions"))
    }
    return ways
  }

  private func move(
    _ moves: CutMeter.Moves, _ kind: WayOut.Kind, _ files: Set<Int>, _ noun: String
  ) -> WayOut {
    var part = CutMeter.Part()
    for file in files.sorted() {
      for edge in edgesOfFile[file] ?? [] where counts(edge, at: file, files, moves) {
        part.edges.append(edge)
      }
      part.uses += (usesOfFile[file] ?? []).filter {
        moves.files.contains(file) || moves.symbols.contains($0.symbol)
      }
    }
    let (before, after) = (meter.price(part, nil), meter.price(part, moves))
    let items = moves.files.count + moves.symbols.count
    let points = meter.prices["move"].item * Double(items) + after.points - before.points
    return WayOut(
      kind: kind, points: points,
      text:
        "\(items) \(noun) move to the owner; of their references \(after.references) cross then,"
        + " \(before.references) do now",
      figures: [
        (noun, items), ("references-then", after.references), ("references-now", before.references),
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

  private func merge(_ writes: [DataUse], _ owner: Int) -> WayOut? {
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
      kind: .merge, points: meter.prices["merge"].item * Double(lost) - saved,
      text: "\(sides.count) boundaries become one: \(lost) files lose their own,"
        + " \(Int(saved.rounded())) points of contracts between them go",
      figures: [("boundaries", sides.count), ("files", lost), ("saved", Int(saved.rounded()))])
  }
}
