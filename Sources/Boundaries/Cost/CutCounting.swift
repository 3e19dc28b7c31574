package import Configuration
package import DependencyGraph
internal import Facts
internal import Graphs

extension CutCosts {
  /// Costs of a proposal.
  package init(_ graph: CodeGraph, _ proposal: BoundaryProposal) {
    var groups = [Int](repeating: -1, count: graph.files.count)
    var dead: Set<Int> = []
    for (file, placement) in proposal.placements.enumerated() {
      switch placement {
      case .boundary(let index): groups[file] = index
      case .label(let label): if label == "@tool" { dead.insert(file) }
      }
    }
    var owners: [String: Int] = [:]
    for (index, boundary) in proposal.boundaries.enumerated() {
      for (table, id) in proposal.owners where id == boundary.id { owners[table] = index }
    }
    self.init(
      graph, groupOfFile: groups, count: proposal.boundaries.count, dead: dead, owners: owners)
  }

  /// `groupOfFile` gives for each file its boundary below `count`, or -1; `dead` files do not
  /// count, and tables in `owners` have the owner that people gave them. Near linear in references and accesses.
  package init(
    _ graph: CodeGraph, groupOfFile: [Int], count: Int, dead: Set<Int> = [],
    owners: [String: Int] = [:], prices: CutPrices = .standard
  ) {
    let scope = CutScope(graph: graph, groupOfFile: groupOfFile, count: count, dead: dead)
    let units = CodeUnits(graph)
    tables = OwnershipFinder(scope, units, decided: owners).tables()
    var ownerOf = [Int](repeating: -1, count: graph.stores.count)
    for table in tables { ownerOf[table.store] = table.owner ?? -1 }
    let meter = CutMeter(
      scope: scope, units: units, ownerOf: ownerOf, guests: GuestUnits.find(scope, units),
      prices: prices)
    transactions = TransactionSplit(scope: scope, ownerOf: ownerOf).transactions()
    crossings = meter.tallies().sorted { $0.key < $1.key }.map { pair, tally in
      CrossingCost(
        from: pair.from, to: pair.to, contracts: tally.contracts(graph, units, prices),
        imports: tally.imports)
    }
    addCycles(count, prices)
    addTransactions(graph, prices)
    points = crossings.reduce(0) { $0 + $1.points }
    addWays(meter)
    sumUp(count)
  }

  // MARK: What is not of one reference

  private mutating func addCycles(_ count: Int, _ prices: CutPrices) {
    func waiting(_ crossing: CrossingCost) -> Double {
      crossing.contracts.reduce(0) { $0 + ($1.contract.isSynchronous ? $1.points : 0) }
    }
    let edges = crossings.filter { waiting($0) > 0 }
    let directed = DirectedGraph(
      nodeCount: count, edges: edges.map { WeightedEdge($0.from, $0.to, weight: waiting($0)) })
    let components = directed.strongComponents
    let breakers = directed.cycleBreakers.edges.map(directed.edge)
    for members in components.members where members.count > 1 {
      let own = Set(members)
      let cuts = breakers.filter { own.contains($0.source) }.sorted {
        ($0.weight, $0.source, $0.target) < ($1.weight, $1.source, $1.target)
      }
      cycles.append(
        BoundaryCycle(members: members.sorted(), breakers: cuts.map { breaker($0) }))
      for cut in cuts { add(.cycle, from: cut.source, to: cut.target, name: nil, nil, prices) }
    }
    cycles.sort {
      $0.members.count != $1.members.count
        ? $0.members.count > $1.members.count : $0.members[0] < $1.members[0]
    }
  }

  private func breaker(_ edge: WeightedEdge) -> BoundaryCycle.Breaker {
    let parts = crossings.first { $0.from == edge.source && $0.to == edge.target }!.contracts
      .filter(\.contract.isSynchronous)
    return BoundaryCycle.Breaker(
      from: edge.source, to: edge.target,
      references: parts.reduce(0) { $0 + $1.references + $1.accesses }, points: edge.weight,
      places: Array(parts.flatMap(\.places).prefix(3)))
  }

  /// Once for each owner but the first: the transaction's own boundary, or the one with most
  /// tables.
  private mutating func addTransactions(_ graph: CodeGraph, _ prices: CutPrices) {
    for transaction in transactions where transaction.isCertain {
      let owners = transaction.owners
      let tables = owners.map { owner in transaction.writes.count { $0.owner == owner } }
      let most = zip(tables, owners).max { ($0.0, $1.1) < ($1.0, $0.1) }!.1
      let first = transaction.home.flatMap { owners.contains($0) ? $0 : nil } ?? most
      let name = graph.symbols[transaction.symbol].qualifiedName
      for owner in owners where owner != first {
        add(.transaction, from: first, to: owner, name: name, transaction.place, prices)
      }
    }
    for (index, transaction) in transactions.enumerated() {
      let stores = Set(transaction.writes.map(\.store))
      for table in tables.indices where stores.contains(tables[table].store) {
        tables[table].transactions.append(index)
      }
    }
  }

  private mutating func add(
    _ contract: Contract, from: Int, to: Int, name: String?, _ place: SourcePlace?,
    _ prices: CutPrices
  ) {
    var index = crossings.firstIndex { ($0.from, $0.to) >= (from, to) } ?? crossings.count
    if index == crossings.count || (crossings[index].from, crossings[index].to) != (from, to) {
      crossings.insert(CrossingCost(from: from, to: to, contracts: [], imports: 0), at: index)
    }
    index = crossings.firstIndex { $0.from == from && $0.to == to }!
    let part =
      crossings[index].contracts.firstIndex { $0.contract == contract }
      ?? crossings[index].contracts.count
    if part == crossings[index].contracts.count {
      crossings[index].contracts.append(
        ContractCost(
          contract: contract, items: 0, references: 0, accesses: 0, points: 0, examples: [],
          places: []))
    }
    crossings[index].contracts[part].items += 1
    crossings[index].contracts[part].points += prices[contract.rawValue].item
    if let name, crossings[index].contracts[part].examples.count < 5 {
      crossings[index].contracts[part].examples.append(name)
    }
    if let place, crossings[index].contracts[part].places.count < 3 {
      crossings[index].contracts[part].places.append(place)
    }
    crossings[index].contracts.sort { $0.contract < $1.contract }
  }

  // MARK: Sums

  private mutating func addWays(_ meter: CutMeter) {
    let finder = WayFinder(meter, tables, crossings)
    for index in tables.indices {
      let split = tables[index].transactions.count {
        transactions[$0].isCertain && transactions[$0].foreign.contains(tables[index].store)
      }
      tables[index].ways = finder.ways(tables[index], transactions: split)
    }
  }

  private mutating func sumUp(_ count: Int) {
    boundaries = Array(repeating: BoundaryCost(), count: count)
    var parts = Array(repeating: [Contract: Double](), count: count)
    var used = Array(repeating: Set<Int>(), count: count)
    var offered = used
    for crossing in crossings {
      boundaries[crossing.from].outgoing += crossing.points
      boundaries[crossing.to].incoming += crossing.points
      let operations = crossing[.call]?.called ?? []
      used[crossing.from].formUnion(operations)
      offered[crossing.to].formUnion(operations)
      for part in crossing.contracts {
        for end in [crossing.from, crossing.to] {
          parts[end][part.contract, default: 0] += part.points
          if part.contract.isSynchronous {
            boundaries[end].talk += part.references + part.accesses
          }
        }
      }
    }
    for index in boundaries.indices {
      boundaries[index].operationsUsed = used[index].count
      boundaries[index].operationsOffered = offered[index].count
      boundaries[index].parts = Contract.allCases.compactMap { contract in
        parts[index][contract].flatMap { $0 > 0 ? (contract, $0) : nil }
      }
    }
  }
}
