internal import Basics
package import ReportModel
package import Review

/// Compares two placements of the files of a document.
///
/// Everything is counted from the edges, accesses and transactions of the document, so a saved one is
/// enough. Linear in edges and accesses.
package struct WhatIf {
  private let ground: CutGround
  private let before: CountedPlacement
  private let after: CountedPlacement

  private var document: Document { ground.document }

  /// What `decision` does after the `earlier` ones, as the review has it.
  package init(
    _ document: Document, _ decision: Decision, after earlier: [PlacedDecision] = [],
    in scope: ReviewScope
  ) {
    let ground = CutGround(document)
    func placement(_ decisions: [PlacedDecision]) -> Placement {
      FollowedDecisions.placement(decisions, on: ground, in: scope)
    }
    self.init(
      ground, earlier.isEmpty ? ground.base : ground.count(placement(earlier)),
      placement(FollowedDecisions.with([decision], earlier)))
  }

  /// `ground` and `before` may serve many comparisons.
  package init(_ ground: CutGround, _ before: CountedPlacement, _ after: Placement) {
    self.ground = ground
    self.before = before
    self.after = ground.count(after)
  }

  private static let fileLimit = 50

  package func report(act: String) -> WhatIfReport {
    var report = WhatIfReport(name: document.name, act: act)
    report.names = BoundaryNames(document).ifAny
    let (old, new) = (before.placement, after.placement)
    let moved = document.files.indices.filter { old.names[old.of[$0]] != new.names[new.of[$0]] }
    report.files = moved.prefix(Self.fileLimit).map { document.files[$0].path }
    report.fileCount = moved.count
    report.tables = tableChanges()
    report.transactions = transactionChanges()
    report.parts = ground.parts(before, after)
    report.pointsBefore = ground.points(before)
    report.pointsAfter = ground.points(after)
    addCycles(to: &report)
    report.crossings = crossingChanges(Set(moved))
    report.along = Companions(document, old, new, Set(moved)).find()
    return report
  }

  // MARK: Data

  /// Boundaries all of whose files are in one other after it: that one has its name and all that it
  /// had to do with others.
  private func successors() -> [Int: Int] {
    let (old, new) = (before.placement, after.placement)
    var found: [Int: Int] = [:]
    for file in document.files.indices where old.side(file) >= 0 {
      let (from, to) = (old.of[file], new.of[file])
      found[from] = found[from].map { $0 == to ? to : -1 } ?? to
    }
    return found.filter { $0.value >= 0 && $0.value != $0.key }
  }

  private func tableChanges() -> [WhatIfReport.TableChange] {
    let successors = successors()
    let names = after.placement.names
    let called = Dictionary(
      uniqueKeysWithValues: successors.map { (names[$0.key], names[$0.value]) })
    let (old, new) = (before.owners, after.owners)
    return ground.accesses.tables.indices.compactMap { index in
      let table = ground.accesses.tables[index]
      guard old.parties[index] != new.parties[index] || old.owners[index] != new.owners[index]
      else { return nil }
      var change = WhatIfReport.TableChange(table: document.tables[table.index].name)
      change.ownerBefore = old.owners[index]
      change.ownerAfter = new.owners[index]
      change.writersBefore = old.writers(index)
      change.writersAfter = new.writers(index)
      change.foreignBefore = old.foreign(index)
      change.foreignAfter = new.foreign(index)
      // Nothing but the name of a party changed.
      let writers = Set(change.writersBefore.map { called[$0] ?? $0 })
      if change.foreignBefore == change.foreignAfter, writers == Set(change.writersAfter),
        change.ownerBefore.map({ called[$0] ?? $0 }) == change.ownerAfter
      {
        return nil
      }
      return change
    }
  }

  private func transactionChanges() -> [WhatIfReport.TransactionChange] {
    var changes: [WhatIfReport.TransactionChange] = []
    let pairs = zip(before.transactions, after.transactions)
    for (transaction, owners) in zip(document.transactions, pairs) {
      guard (owners.0.count > 1) != (owners.1.count > 1) else { continue }
      changes.append(
        WhatIfReport.TransactionChange(
          symbol: transaction.symbol, place: transaction.place, ownersBefore: owners.0,
          ownersAfter: owners.1))
    }
    return changes.sorted { a, b in a.becomesSplit != b.becomesSplit ? a.becomesSplit : false }
  }

  // MARK: Circles and crossings

  private func addCycles(to report: inout WhatIfReport) {
    let (old, new, names) = (before.circles, after.circles, after.placement.names)
    for members in new where !old.contains(where: { Set(members).isSubset(of: $0) }) {
      let numbers = Set(members.compactMap { names.firstIndex(of: $0) })
      let inside = after.count.waiting.filter {
        numbers.contains($0.key.from) && numbers.contains($0.key.to)
      }
      guard
        let weakest = inside.min(by: {
          ($0.value, $0.key.from, $0.key.to) < ($1.value, $1.key.from, $1.key.to)
        })
      else { continue }
      var change = WhatIfReport.CycleChange(
        members: members, from: names[weakest.key.from], to: names[weakest.key.to],
        references: weakest.value, places: places(weakest.key, among: document.edges.indices))
      let earlier = Set(old.filter { !Set(members).isDisjoint(with: $0) }.flatMap(\.self))
      change.grownBy = earlier.isEmpty ? [] : members.filter { !earlier.contains($0) }
      report.newCycles.append(change)
    }
    report.endedCycles = old.filter { members in
      !new.contains { !Set(members).isDisjoint(with: $0) }
    }
  }

  private func crossingChanges(_ moved: Set<Int>) -> [WhatIfReport.CrossingChange] {
    // Names of `before` keep their numbers in `after`.
    let new = after.count.pairs
    let successors = successors()
    var old: [CrossingCount.Pair: Int] = [:]
    for (pair, count) in before.count.pairs {
      let moved = CrossingCount.Pair(
        from: successors[pair.from] ?? pair.from, to: successors[pair.to] ?? pair.to)
      old[moved.from == moved.to ? pair : moved, default: 0] += count
    }
    let touched = document.edges.indices.filter {
      moved.contains(document.edges[$0].from) || moved.contains(document.edges[$0].to)
    }
    let changed = Set(old.keys).union(new.keys).filter { old[$0] ?? 0 != new[$0] ?? 0 }
    let names = after.placement.names
    return changed.map { pair in
      let (count, now) = (old[pair] ?? 0, new[pair] ?? 0)
      return WhatIfReport.CrossingChange(
        from: names[pair.from], to: names[pair.to], before: count, after: now,
        places: now > 0 ? places(pair, among: touched) : [])
    }.sorted { a, b in
      let (x, y) = (abs(a.after - a.before), abs(b.after - b.before))
      if x != y { return x > y }
      return a.from != b.from ? a.from.precedesBytewise(b.from) : a.to.precedesBytewise(b.to)
    }
  }

  /// The first places where the one uses the other, of the edges given.
  private func places(
    _ pair: CrossingCount.Pair, among edges: some Sequence<Int>
  ) -> [Place] {
    var found: [Place] = []
    let of = after.placement.of
    for index in edges {
      if found.count >= 3 { break }
      let edge = document.edges[index]
      guard of[edge.from] == pair.from, of[edge.to] == pair.to else { continue }
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
package struct TableOwners: Sendable {
  private(set) var parties: [[String: TableAccesses.Party]] = []
  private(set) var owners: [String?] = []

  init(_ accesses: TableAccesses, _ placement: Placement) {
    for table in accesses.tables {
      let found = accesses.parties(table, placement.boundary)
      parties.append(found)
      owners.append(accesses.owner(table, found))
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
