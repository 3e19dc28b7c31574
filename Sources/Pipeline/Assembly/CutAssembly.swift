internal import Basics
internal import Boundaries
internal import Configuration
internal import DependencyGraph
internal import Facts
internal import ReportModel

/// Costs of the cuts and owners of tables as the document has them.
struct CutAssembly {
  let graph: CodeGraph
  let proposal: BoundaryProposal
  private let costs: CutCosts
  /// Index of each distributed transaction in the order of places.
  private let rankOfTransaction: [Int]
  private let order: [Int]

  init(graph: CodeGraph, proposal: BoundaryProposal) {
    self.graph = graph
    self.proposal = proposal
    let costs = CutCosts(graph, proposal)
    self.costs = costs
    let order = costs.transactions.indices.sorted {
      let (a, b) = (costs.transactions[$0], costs.transactions[$1])
      return (a.place.file, a.place.line, $0) < (b.place.file, b.place.line, $1)
    }
    self.order = order
    var ranks = Array(repeating: 0, count: order.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    rankOfTransaction = ranks
  }

  func report() -> CutReport {
    var report = CutReport()
    report.points = rounded(costs.points)
    report.prices = CutPrices.standard.prices.map {
      PriceEntry(name: $0.name, item: $0.item, place: $0.place, reason: $0.reason)
    }
    report.crossings = costs.crossings.map(crossing)
    report.boundaries = costs.boundaries.enumerated().map(boundary)
    let outlook = SplitOutlook(costs)
    for (index, stops) in outlook.stopsWith.enumerated() where !stops.isEmpty {
      report.boundaries[index].stops = stops.map(id)
    }
    if costs.boundaries.count > 1 { report.outlook = figures(outlook) }
    report.cycles = costs.cycles.map(cycle)
    report.transactions = order.map { transaction(costs.transactions[$0]) }
    return report
  }

  private func figures(_ outlook: SplitOutlook) -> [Figure] {
    let services = costs.boundaries.count
    var figures = [
      Figure("services", Double(services)), Figure("with-data", Double(outlook.dataOwners)),
      Figure("network-operations", Double(outlook.operations)),
      Figure("waiting-places", Double(outlook.talk)),
    ]
    if let running = CutPrices.standard.running {
      figures.append(
        Figure(
          "running-cost", rounded(running.price * Double(services)),
          unit: "\(running.unit) (\(running.checked))"))
    }
    return figures
  }

  /// Adds to each of the graph's stores what is known of its owner.
  func addOwnership(to tables: inout [TableEntry]) {
    for table in costs.tables { tables[table.store].ownership = ownership(table) }
  }

  /// Says of each boundary which tables it owns by what is known of their owners, which others it
  /// writes and which it only reads. What has no owner stays as it is.
  func addOwners(_ tables: [TableEntry], to report: inout BoundaryReport) {
    var index: [String: Int] = [:]
    for (place, boundary) in report.boundaries.enumerated() { index[boundary.id] = place }
    var order: [String: Int] = [:]
    for (place, table) in tables.enumerated() { order[table.name] = order[table.name] ?? place }
    let owned = Set(tables.filter { $0.ownership != nil }.map(\.name))
    for place in report.boundaries.indices {
      report.boundaries[place].tables.keep(where: { !owned.contains($0) })
    }
    for table in tables {
      guard let ownership = table.ownership else { continue }
      for party in ownership.parties where party.boundary != ownership.owner {
        guard let place = index[party.boundary], party.reads + party.writes > 0 else { continue }
        if party.writes > 0 {
          report.boundaries[place].tables.shares.append(table.name)
        } else {
          report.boundaries[place].tables.reads.append(table.name)
        }
      }
      if let place = ownership.owner.flatMap({ index[$0] }) {
        report.boundaries[place].tables.owns.append(table.name)
      }
    }
    for place in report.boundaries.indices {
      report.boundaries[place].tables.sort { order[$0] ?? 0 < order[$1] ?? 0 }
    }
  }

  private func id(_ boundary: Int) -> String { proposal.boundaries[boundary].id }

  private func place(_ place: SourcePlace) -> Place {
    Place(file: graph.path(ofPlace: place.file), line: place.line)
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  private func crossing(_ crossing: CrossingCost) -> CrossingCostEntry {
    CrossingCostEntry(
      from: id(crossing.from), to: id(crossing.to), points: rounded(crossing.points),
      imports: crossing.imports,
      contracts: crossing.contracts.map {
        CrossingCostEntry.ContractEntry(
          contract: $0.contract.rawValue, items: $0.items, references: $0.references,
          accesses: $0.accesses, points: rounded($0.points), examples: $0.examples,
          places: $0.places.map(place))
      })
  }

  private func boundary(_ index: Int, _ cost: BoundaryCost) -> BoundaryCostEntry {
    BoundaryCostEntry(
      boundary: id(index), incoming: rounded(cost.incoming), outgoing: rounded(cost.outgoing),
      operationsOffered: cost.operationsOffered, operationsUsed: cost.operationsUsed,
      talk: cost.talk,
      parts: Dictionary(
        uniqueKeysWithValues: cost.parts.map { ($0.contract.rawValue, rounded($0.points)) }))
  }

  private func cycle(_ cycle: BoundaryCycle) -> BoundaryCycleEntry {
    BoundaryCycleEntry(
      members: cycle.members.map(id),
      breakers: cycle.breakers.map {
        BoundaryCycleEntry.Breaker(
          from: id($0.from), to: id($0.to), references: $0.references, points: rounded($0.points),
          places: $0.places.map(place))
      })
  }

  private func transaction(_ transaction: DistributedTransaction) -> SplitTransactionEntry {
    SplitTransactionEntry(
      place: place(transaction.place), symbol: graph.symbols[transaction.symbol].qualifiedName,
      home: transaction.home.map(id),
      writes: transaction.writes.map {
        SplitTransactionEntry.Write(
          table: graph.stores[$0.store].name, owner: id($0.owner), place: place($0.place))
      }, certain: transaction.isCertain, enclosing: transaction.enclosing)
  }

  private func ownership(_ table: TableOwnership) -> OwnershipEntry {
    var entry = OwnershipEntry(
      owner: table.owner.map(id), reason: table.reason,
      parties: table.parties.map { party in
        OwnershipEntry.Party(
          boundary: party.boundary.map(id) ?? "@shared", reads: party.reads,
          writes: party.writes, maps: party.maps, readPlaces: party.readPlaces.map(place),
          writePlaces: party.writePlaces.map(place))
      }, purity: table.purity.map(rounded), finding: table.finding?.rawValue,
      ways: table.ways.map { way in
        OwnershipEntry.WayEntry(
          way: way.kind.rawValue, points: rounded(way.points), text: way.text,
          figures: way.figures.map { Figure($0.name, Double($0.value)) })
      }, transactions: table.transactions.map { rankOfTransaction[$0] }.sorted())
    if table.isDecided { entry.isDecided = true }
    return entry
  }
}
