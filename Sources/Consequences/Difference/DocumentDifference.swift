internal import Basics
package import ReportModel

/// Sets two documents side by side: files, dependencies, circles, boundaries, data, verdicts.
///
/// What is matched by name changes nothing by being counted in another order, and lines do not
/// matter. Linear in the documents.
package struct DocumentDifference {
  let old: Document
  let new: Document
  /// Old path to new path.
  private let renamed: [String: DifferenceReport.FileChanges.Rename]
  let boundaries: BoundaryMatch

  /// `renames` are known from contents; documents alone tell none.
  package init(
    _ old: Document, _ new: Document, renames: [DifferenceReport.FileChanges.Rename] = []
  ) {
    self.old = old
    self.new = new
    renamed = Dictionary(renames.map { ($0.old, $0) }) { first, _ in first }
    boundaries = BoundaryMatch(old, new, renamed: renamed.mapValues(\.new))
  }

  package func report(old oldName: String, new newName: String) -> DifferenceReport {
    var report = DifferenceReport(old: oldName, new: newName)
    report.names = names
    report.files = files()
    report.dependencies = dependencies()
    report.cycles = cycles()
    report.boundaries = boundaries.changes()
    report.crossings = crossings()
    report.tables = tables()
    report.serverless = verdicts()
    report.verdict = change(old.boundaries.verdict.verdict, new.boundaries.verdict.verdict)
    let points = (old.boundaries.costs.points, new.boundaries.costs.points)
    if points.0 != points.1 {
      report.points = .init(
        Words.grouped(Int(points.0.rounded())), Words.grouped(Int(points.1.rounded())))
      if report.points?.old == report.points?.new { report.points = nil }
    }
    let known = Set((old.decisions.unmatched + old.decisions.contradictions).map(\.text))
    report.decisions = (new.decisions.unmatched + new.decisions.contradictions).map(\.text)
      .filter { !known.contains($0) }
    return report
  }

  /// Those of the new side go before those of what is gone.
  private var names: BoundaryNames? {
    let now = new.boundaries.boundaries
    let known = Set(now.map(\.id))
    let gone = old.boundaries.boundaries.filter { !known.contains($0.id) }
    return BoundaryNames((now + gone).map { (id: $0.id, name: $0.name) }).ifAny
  }

  private func change(_ old: String, _ new: String) -> DifferenceReport.ValueChange? {
    old == new ? nil : .init(old, new)
  }

  // MARK: Files and modules

  private func files() -> DifferenceReport.FileChanges {
    let (before, after) = (Set(old.files.map(\.path)), Set(new.files.map(\.path)))
    var changes = DifferenceReport.FileChanges()
    changes.renamed = renamed.values.filter { before.contains($0.old) && after.contains($0.new) }
      .sorted { $0.old.precedesBytewise($1.old) }
    let (from, to) = (Set(changes.renamed.map(\.old)), Set(changes.renamed.map(\.new)))
    changes.removed = old.files.map(\.path).filter { !after.contains($0) && !from.contains($0) }
    changes.added = new.files.map(\.path).filter { !before.contains($0) && !to.contains($0) }
    return changes
  }

  private struct Pair: Hashable {
    var from: String
    var to: String
  }

  private struct Dependency {
    var count = 0
    var places: [Place] = []
  }

  /// Certain references between modules of production code.
  private func moduleEdges(_ document: Document) -> [Pair: Dependency] {
    var found: [Pair: Dependency] = [:]
    for edge in document.edges {
      let (from, to) = (document.files[edge.from], document.files[edge.to])
      guard from.module != to.module, from.role == "production", to.role == "production" else {
        continue
      }
      let groups = edge.evidence.filter {
        $0.conditional != true && !$0.kind.hasPrefix("probable-")
      }
      guard let first = groups.first else { continue }
      let pair = Pair(
        from: document.modules[from.module].label, to: document.modules[to.module].label)
      found[pair, default: Dependency()].count += groups.reduce(0) { $0 + $1.lines.count }
      if found[pair]!.places.count < 3, let line = first.lines.first {
        found[pair]!.places.append(Place(file: first.file ?? from.path, line: line))
      }
    }
    return found
  }

  private func dependencies() -> [DifferenceReport.DependencyChange] {
    let (before, after) = (moduleEdges(old), moduleEdges(new))
    func list(_ some: [Pair: Dependency], without other: [Pair: Dependency], _ change: String)
      -> [DifferenceReport.DependencyChange]
    {
      some.filter { other[$0.key] == nil }.map { pair, found in
        .init(
          change: change, from: pair.from, to: pair.to, count: found.count, places: found.places)
      }
    }
    return (list(after, without: before, "added") + list(before, without: after, "removed"))
      .sorted { a, b in
        if a.change != b.change { return a.change == "added" }
        return a.from != b.from ? a.from.precedesBytewise(b.from) : a.to.precedesBytewise(b.to)
      }
  }

  private func cycles() -> [DifferenceReport.CircleChange] {
    func members(_ document: Document) -> [Set<String>] {
      document.cycles.modules.map { Set($0.members.map { document.modules[$0].label }) }
    }
    func sorted(_ names: Set<String>) -> [String] { names.sorted { $0.precedesBytewise($1) } }
    let (before, after) = (members(old), members(new))
    var changes: [DifferenceReport.CircleChange] = []
    for circle in after where !before.contains(circle) {
      // The one that it came from shares most members.
      let origin = before.filter { !$0.isDisjoint(with: circle) }
        .max { $0.intersection(circle).count < $1.intersection(circle).count }
      guard let origin else {
        changes.append(.init(change: "added", members: sorted(circle), difference: []))
        continue
      }
      let (came, went) = (circle.subtracting(origin), origin.subtracting(circle))
      changes.append(
        .init(
          change: came.isEmpty ? "shrunk" : "grown", members: sorted(circle),
          difference: sorted(came.isEmpty ? went : came)))
    }
    for circle in before where after.allSatisfy({ $0.isDisjoint(with: circle) }) {
      changes.append(.init(change: "removed", members: sorted(circle), difference: []))
    }
    return changes
  }

  // MARK: Boundaries and data

  private func crossings() -> [DifferenceReport.CrossingChange] {
    var before: [Pair: Int] = [:]
    for crossing in old.boundaries.crossings {
      let pair = Pair(from: boundaries.newName(crossing.from), to: boundaries.newName(crossing.to))
      before[pair, default: 0] += crossing.count
    }
    var changes: [DifferenceReport.CrossingChange] = []
    for crossing in new.boundaries.crossings {
      let count = before.removeValue(forKey: Pair(from: crossing.from, to: crossing.to)) ?? 0
      guard count != crossing.count else { continue }
      changes.append(
        .init(
          from: crossing.from, to: crossing.to, old: count, new: crossing.count,
          places: count == 0 ? Array(crossing.places.prefix(3)) : []))
    }
    changes += before.map {
      .init(from: $0.key.from, to: $0.key.to, old: $0.value, new: 0, places: [])
    }
    return changes.sorted { a, b in
      let (x, y) = (abs(a.new - a.old), abs(b.new - b.old))
      if x != y { return x > y }
      return a.from != b.from ? a.from.precedesBytewise(b.from) : a.to.precedesBytewise(b.to)
    }
  }

  private func tables() -> [DifferenceReport.TableChange] {
    func key(_ table: TableEntry) -> String { table.store + " " + table.name }
    let before = Dictionary(old.tables.map { (key($0), $0) }) { first, _ in first }
    let after = Set(new.tables.map(key))
    var changes: [DifferenceReport.TableChange] = []
    for table in new.tables {
      guard let earlier = before[key(table)] else {
        changes.append(tableChange("added", nil, table))
        continue
      }
      let owner = earlier.ownership?.owner.map(boundaries.newName)
      let writers = Set(earlier.writingBoundaries.map(boundaries.newName))
      if owner != table.ownership?.owner || writers != Set(table.writingBoundaries) {
        changes.append(tableChange("changed", earlier, table))
      }
    }
    changes += old.tables.filter { !after.contains(key($0)) }.map {
      tableChange("removed", $0, nil)
    }
    return changes
  }

  private func tableChange(
    _ change: String, _ old: TableEntry?, _ new: TableEntry?
  ) -> DifferenceReport.TableChange {
    var entry = DifferenceReport.TableChange(change: change, table: (new ?? old)!.name)
    entry.ownerOld = old?.ownership?.owner.map(boundaries.newName)
    entry.ownerNew = new?.ownership?.owner
    entry.writersOld = (old?.writingBoundaries ?? []).map(boundaries.newName)
      .sorted { $0.precedesBytewise($1) }
    entry.writersNew = new?.writingBoundaries ?? []
    return entry
  }

  private func verdicts() -> [DifferenceReport.VerdictChange] {
    struct Key: Hashable {
      var file: String
      var symbol: String
      var kind: String
    }
    func key(_ entry: ServerlessEntry, _ file: String) -> Key {
      Key(file: file, symbol: entry.symbol, kind: entry.kind)
    }
    // Several triggers may start one thing: of equal keys those with equal verdicts belong together,
    // the others in their order.
    var before: [Key: [ServerlessEntry]] = [:]
    for entry in old.serverless.findings {
      before[key(entry, renamed[entry.place.file]?.new ?? entry.place.file), default: []]
        .append(entry)
    }
    var changed: [ServerlessEntry] = []
    for entry in new.serverless.findings {
      let key = key(entry, entry.place.file)
      if let same = before[key]?.firstIndex(where: { $0.verdict == entry.verdict }) {
        before[key]!.remove(at: same)
      } else {
        changed.append(entry)
      }
    }
    var changes: [DifferenceReport.VerdictChange] = []
    for entry in changed {
      let key = key(entry, entry.place.file)
      let earlier = before[key]?.first
      if earlier != nil { before[key]!.removeFirst() }
      changes.append(
        .init(
          change: earlier == nil ? "added" : "changed", symbol: entry.symbol, kind: entry.kind,
          place: entry.place, old: earlier?.verdict, new: entry.verdict))
    }
    let gone = before.values.joined().sorted {
      ($0.place.file, $0.place.line, $0.symbol, $0.kind)
        < ($1.place.file, $1.place.line, $1.symbol, $1.kind)
    }
    return changes
      + gone.map {
        .init(
          change: "removed", symbol: $0.symbol, kind: $0.kind, place: $0.place, old: $0.verdict,
          new: nil)
      }
  }
}
