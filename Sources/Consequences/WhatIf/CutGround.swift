package import ReportModel

/// What comparing placements of one document's files needs, put in order once.
///
/// Points are known for the boundaries of the document; for other placements they are estimated by
/// what a reference of the kind takes there.
package struct CutGround: Sendable {
  package let document: Document
  let accesses: TableAccesses
  /// As the document has it.
  package private(set) var base: CountedPlacement
  private let links: [Link]
  private var rates: [CrossingCount.Part: Rate] = [:]

  private struct Link {
    var from: Int32
    var to: Int32
    var part: CrossingCount.Part
    var count: Int32
  }

  /// Points of a part in the document, and what a reference of it takes.
  private struct Rate {
    var points: Double
    var each: Double
  }

  package init(_ document: Document) {
    self.document = document
    accesses = TableAccesses(document)
    var links: [Link] = []
    links.reserveCapacity(document.edges.count)
    for edge in document.edges where edge.from != edge.to {
      for group in edge.evidence {
        guard let part = CrossingCount.Part(kind: group.kind) else { continue }
        links.append(
          Link(
            from: Int32(edge.from), to: Int32(edge.to), part: part,
            count: Int32(clamping: group.lines.count)))
      }
    }
    self.links = links
    base = CountedPlacement(Placement(document), TableOwners(accesses, Placement(document)))
    base = count(base.placement)
    for part in CrossingCount.Part.allCases { rates[part] = rate(part) }
  }

  /// What crosses with the files placed so. Linear in edges and accesses.
  package func count(_ placement: Placement) -> CountedPlacement {
    var counted = CountedPlacement(placement, TableOwners(accesses, placement))
    let sides = placement.sides
    for link in links {
      let pair = CrossingCount.Pair(from: sides[Int(link.from)], to: sides[Int(link.to)])
      guard pair.from >= 0, pair.to >= 0, pair.from != pair.to else { continue }
      counted.count.add(link.part, pair, Int(link.count))
    }
    for (table, owner) in zip(accesses.tables, counted.owners.owners) {
      guard let owner, let to = placement.names.firstIndex(of: owner) else { continue }
      for (uses, part) in [(table.writes, CrossingCount.Part.writes), (table.reads, .reads)] {
        for (file, places) in uses where sides[file] >= 0 && sides[file] != to {
          counted.count.add(part, .init(from: sides[file], to: to), Set(places).count)
        }
      }
    }
    countTransactions(&counted)
    counted.circles = Circles.find(
      counted.count.waiting.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }.map {
        (
          from: placement.names[$0.key.from], to: placement.names[$0.key.to],
          weight: Double($0.value)
        )
      })
    counted.count.parts[.circles] = counted.circles.count
    return counted
  }

  /// A transaction is split if the tables that it writes have several owners.
  private func countTransactions(_ counted: inout CountedPlacement) {
    var owners: [String: String] = [:]
    for (index, table) in accesses.tables.enumerated() {
      owners[document.tables[table.index].name] = counted.owners.owners[index]
    }
    counted.transactions = document.transactions.map { transaction in
      if transaction.writes.count < 2 { return [] }
      return Set(transaction.writes.compactMap { owners[$0] }).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
    let split = counted.transactions.count { $0.count > 1 }
    if split > 0 { counted.count.parts[.transactions] = split }
  }

  // MARK: Points

  private func rate(_ part: CrossingCount.Part) -> Rate {
    let contracts: [String] =
      switch part {
      case .calls: ["call"]
      case .state: ["state"]
      case .types: ["library", "move"]
      case .imports: []
      case .writes: ["write"]
      case .reads: ["read-model"]
      case .transactions: ["transaction"]
      case .circles: ["cycle"]
      }
    let costs = document.boundaries.costs
    let points = costs.crossings.flatMap(\.contracts).filter { contracts.contains($0.contract) }
      .reduce(0) { $0 + $1.points }
    let count = base.count.parts[part] ?? 0
    if count > 0, points > 0 { return Rate(points: points, each: points / Double(count)) }
    let price = costs.prices.first { $0.name == contracts.first }
    return Rate(points: points, each: price.map { $0.item + $0.place } ?? 0)
  }

  private func points(_ part: CrossingCount.Part, _ counted: CountedPlacement) -> Double {
    guard let rate = rates[part] else { return 0 }
    let change = (counted.count.parts[part] ?? 0) - (base.count.parts[part] ?? 0)
    return rounded(max(0, rate.points + Double(change) * rate.each))
  }

  /// Of all cuts together.
  package func points(_ counted: CountedPlacement) -> Double {
    let change = CrossingCount.Part.allCases.reduce(0) {
      $0 + points($1, counted) - points($1, base)
    }
    return rounded(max(0, document.boundaries.costs.points + change))
  }

  /// One row for each part of the cost.
  package func parts(
    _ before: CountedPlacement, _ after: CountedPlacement
  ) -> [WhatIfReport.PartChange] {
    CrossingCount.Part.allCases.map { part in
      WhatIfReport.PartChange(
        part: part.rawValue, before: before.count.parts[part] ?? 0,
        after: after.count.parts[part] ?? 0, pointsBefore: points(part, before),
        pointsAfter: points(part, after))
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  // MARK: Tables

  /// Who owns each table that has anything to do with production code, by its index in the document.
  package func ownership(_ counted: CountedPlacement) -> [TableStanding] {
    accesses.tables.indices.map { index in
      TableStanding(
        table: accesses.tables[index].index, owner: counted.owners.owners[index],
        parties: counted.owners.parties[index])
    }
  }
}

/// A placement and what crosses between its boundaries.
package struct CountedPlacement: Sendable {
  package let placement: Placement
  package internal(set) var count = CrossingCount()
  let owners: TableOwners
  /// Boundaries that wait for each other, sorted.
  package internal(set) var circles: [[String]] = []
  /// For each transaction of the document the owners of the tables that it writes; empty for one that
  /// writes fewer than two tables.
  package internal(set) var transactions: [[String]] = []

  init(_ placement: Placement, _ owners: TableOwners) {
    self.placement = placement
    self.owners = owners
  }
}

/// Who has to do with one table for one placement.
package struct TableStanding: Sendable {
  /// Index into the document's tables.
  package var table: Int
  package var owner: String?
  package var parties: [String: TableAccesses.Party]
}
