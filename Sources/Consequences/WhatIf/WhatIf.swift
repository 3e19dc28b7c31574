internal import Basics
package import ReportModel
package import Review

/// Compares two placements of the files of a document.
///
/// Everything is counted from the edges, accesses and transactions of the document, so a saved one is
/// enough. Linear in edges and accesses.
package struct WhatIf {
  let document: Document
  let before: Placement
  let after: Placement
  private let accesses: TableAccesses

  package init(_ document: Document, _ decision: Decision, in scope: ReviewScope) {
    self.document = document
    before = Placement(document)
    after = before.applying(decision, in: scope)
    accesses = TableAccesses(document)
  }

  private static let fileLimit = 50

  package func report(act: String) -> WhatIfReport {
    var report = WhatIfReport(name: document.name, act: act)
    let moved = document.files.indices.filter {
      before.names[before.of[$0]] != after.names[after.of[$0]]
    }
    report.files = moved.prefix(Self.fileLimit).map { document.files[$0].path }
    report.fileCount = moved.count
    let owners = (before: TableOwners(accesses, before), after: TableOwners(accesses, after))
    var counts = (before: count(before, owners.before), after: count(after, owners.after))
    report.tables = tableChanges(owners.before, owners.after)
    report.transactions = transactionChanges(owners.before, owners.after, &counts)
    addCycles(&counts, to: &report)
    addParts(counts, to: &report)
    report.crossings = crossingChanges(counts.before, counts.after, Set(moved))
    report.along = Companions(document, before, after, Set(moved)).find()
    return report
  }

  // MARK: Counting

  private func count(_ placement: Placement, _ owners: TableOwners) -> CrossingCount {
    var count = CrossingCount()
    let sides = placement.sides
    for edge in document.edges {
      let pair = CrossingCount.Pair(from: sides[edge.from], to: sides[edge.to])
      guard pair.from >= 0, pair.to >= 0, pair.from != pair.to else { continue }
      for group in edge.evidence {
        if let part = CrossingCount.Part(kind: group.kind) {
          count.add(part, pair, group.lines.count)
        }
      }
    }
    for (table, owner) in zip(accesses.tables, owners.owners) {
      guard let owner, let to = placement.names.firstIndex(of: owner) else { continue }
      for (uses, part) in [(table.writes, CrossingCount.Part.writes), (table.reads, .reads)] {
        for (file, places) in uses where sides[file] >= 0 && sides[file] != to {
          count.add(part, .init(from: sides[file], to: to), Set(places).count)
        }
      }
    }
    return count
  }

  /// Points of a part at present, and what a reference of it takes.
  private func rate(_ part: CrossingCount.Part, _ count: Int) -> (points: Double, each: Double) {
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
    if count > 0, points > 0 { return (points, points / Double(count)) }
    let price = costs.prices.first { $0.name == contracts.first }
    return (points, price.map { $0.item + $0.place } ?? 0)
  }

  private func addParts(
    _ counts: (before: CrossingCount, after: CrossingCount), to report: inout WhatIfReport
  ) {
    for part in CrossingCount.Part.allCases {
      let (old, new) = (counts.before.parts[part] ?? 0, counts.after.parts[part] ?? 0)
      let rate = rate(part, old)
      let change = Double(new - old) * rate.each
      report.parts.append(
        WhatIfReport.PartChange(
          part: part.rawValue, before: old, after: new, pointsBefore: rounded(rate.points),
          pointsAfter: rounded(max(0, rate.points + change))))
    }
    report.pointsBefore = rounded(document.boundaries.costs.points)
    let change = report.parts.reduce(0) { $0 + $1.pointsAfter - $1.pointsBefore }
    report.pointsAfter = rounded(max(0, document.boundaries.costs.points + change))
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  // MARK: Data

  private func tableChanges(_ old: TableOwners, _ new: TableOwners) -> [WhatIfReport.TableChange] {
    accesses.tables.indices.compactMap { index in
      let table = accesses.tables[index]
      guard old.parties[index] != new.parties[index] || old.owners[index] != new.owners[index]
      else { return nil }
      var change = WhatIfReport.TableChange(table: document.tables[table.index].name)
      change.ownerBefore = old.owners[index]
      change.ownerAfter = new.owners[index]
      change.writersBefore = old.writers(index)
      change.writersAfter = new.writers(index)
      change.foreignBefore = old.foreign(index)
      change.foreignAfter = new.foreign(index)
      return change
    }
  }

  /// A transaction is split if the tables that it writes have several owners.
  private func transactionChanges(
    _ old: TableOwners, _ new: TableOwners,
    _ counts: inout (before: CrossingCount, after: CrossingCount)
  ) -> [WhatIfReport.TransactionChange] {
    var (ownerBefore, ownerAfter): ([String: String], [String: String]) = ([:], [:])
    for (index, table) in accesses.tables.enumerated() {
      let name = document.tables[table.index].name
      ownerBefore[name] = old.owners[index]
      ownerAfter[name] = new.owners[index]
    }
    var changes: [WhatIfReport.TransactionChange] = []
    for transaction in document.transactions where transaction.writes.count > 1 {
      let before = sorted(transaction.writes.compactMap { ownerBefore[$0] })
      let after = sorted(transaction.writes.compactMap { ownerAfter[$0] })
      if before.count > 1 { counts.before.parts[.transactions, default: 0] += 1 }
      if after.count > 1 { counts.after.parts[.transactions, default: 0] += 1 }
      guard (before.count > 1) != (after.count > 1) else { continue }
      changes.append(
        WhatIfReport.TransactionChange(
          symbol: transaction.symbol, place: transaction.place, ownersBefore: before,
          ownersAfter: after))
    }
    return changes.sorted { a, b in a.becomesSplit != b.becomesSplit ? a.becomesSplit : false }
  }

  private func sorted(_ names: [String]) -> [String] {
    Set(names).sorted { $0.precedesBytewise($1) }
  }

  // MARK: Circles and crossings

  private func addCycles(
    _ counts: inout (before: CrossingCount, after: CrossingCount), to report: inout WhatIfReport
  ) {
    let old = circles(counts.before, before)
    let new = circles(counts.after, after)
    counts.before.parts[.circles] = old.count
    counts.after.parts[.circles] = new.count
    for members in new where !old.contains(where: { Set(members).isSubset(of: $0) }) {
      let numbers = Set(members.compactMap { after.names.firstIndex(of: $0) })
      let inside = counts.after.waiting.filter {
        numbers.contains($0.key.from) && numbers.contains($0.key.to)
      }
      guard
        let weakest = inside.min(by: {
          ($0.value, $0.key.from, $0.key.to) < ($1.value, $1.key.from, $1.key.to)
        })
      else { continue }
      var change = WhatIfReport.CycleChange(
        members: members, from: after.names[weakest.key.from], to: after.names[weakest.key.to],
        references: weakest.value, places: places(weakest.key, nil))
      let earlier = Set(old.filter { !Set(members).isDisjoint(with: $0) }.flatMap(\.self))
      change.grownBy = earlier.isEmpty ? [] : members.filter { !earlier.contains($0) }
      report.newCycles.append(change)
    }
    report.endedCycles = old.filter { members in
      !new.contains { !Set(members).isDisjoint(with: $0) }
    }
  }

  private func circles(_ count: CrossingCount, _ placement: Placement) -> [[String]] {
    Circles.find(
      count.waiting.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }.map {
        (
          from: placement.names[$0.key.from], to: placement.names[$0.key.to],
          weight: Double($0.value)
        )
      })
  }

  private func crossingChanges(
    _ old: CrossingCount, _ new: CrossingCount, _ moved: Set<Int>
  ) -> [WhatIfReport.CrossingChange] {
    // Names of `before` keep their numbers in `after`.
    let pairs = Set(old.pairs.keys).union(new.pairs.keys)
    let changed = pairs.filter { old.pairs[$0] ?? 0 != new.pairs[$0] ?? 0 }
    return changed.map { pair in
      let (before, now) = (old.pairs[pair] ?? 0, new.pairs[pair] ?? 0)
      return WhatIfReport.CrossingChange(
        from: after.names[pair.from], to: after.names[pair.to], before: before, after: now,
        places: now > 0 ? places(pair, moved) : [])
    }.sorted { a, b in
      let (x, y) = (abs(a.after - a.before), abs(b.after - b.before))
      if x != y { return x > y }
      return a.from != b.from ? a.from.precedesBytewise(b.from) : a.to.precedesBytewise(b.to)
    }
  }

  /// The first places where the one uses the other, of the files given.
  private func places(_ pair: CrossingCount.Pair, _ moved: Set<Int>?) -> [Place] {
    var found: [Place] = []
    for edge in document.edges {
      if found.count >= 3 { break }
      guard after.of[edge.from] == pair.from, after.of[edge.to] == pair.to else { continue }
      if let moved, !moved.contains(edge.from), !moved.contains(edge.to) { continue }
      let groups = edge.evidence.filter {
        CrossingCount.Part(kind: $0.kind).map { $0 != .imports } ?? false
      }
      if let group = groups.first, let line = group.lines.first {
        found.append(Place(file: group.file ?? document.files[edge.from].path, line: line))
      }
    }
    return found
  }
}

/// Who owns what for one placement, in the order of the tables.
struct TableOwners {
  private(set) var parties: [[String: TableAccesses.Party]] = []
  private(set) var owners: [String?] = []

  init(_ accesses: TableAccesses, _ placement: Placement) {
    for table in accesses.tables {
      let found = accesses.parties(table, placement.boundary)
      parties.append(found)
      owners.append(accesses.owner(found))
    }
  }

  func writers(_ index: Int) -> [String] {
    parties[index].filter { $0.value.writes > 0 }.keys.sorted { $0.precedesBytewise($1) }
  }

  func foreign(_ index: Int) -> Int {
    parties[index].reduce(0) {
      $0 + ($1.key == owners[index] ? 0 : $1.value.reads + $1.value.writes)
    }
  }
}
