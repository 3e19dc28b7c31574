internal import Basics
package import Configuration
package import ReportModel

/// Judges the dependencies and data accesses of a document by the boundaries that people decided on.
///
/// Only files with a decision are judged, only references that the source states for certain, and
/// only production code. Linear in edges and accesses.
package struct BoundaryRules {
  private let document: Document
  private let placement: DecidedPlacement
  private let severities: Check

  package init(_ document: Document, _ placement: DecidedPlacement, _ severities: Check) {
    self.document = document
    self.placement = placement
    self.severities = severities
  }

  private static let placeLimit = 10

  /// Sorted by rule, then by subject and object.
  package func findings() -> [CheckFinding] {
    var found = severities.crossings == .off ? [] : crossings()
    if severities.cycles != .off { found += cycles() }
    found += dataAccesses()
    return found.sorted(by: Self.precedes)
  }

  static func precedes(_ a: CheckFinding, _ b: CheckFinding) -> Bool {
    if a.rule != b.rule { return a.rule.precedesBytewise(b.rule) }
    if a.subject != b.subject { return a.subject.precedesBytewise(b.subject) }
    return a.object.precedesBytewise(b.object)
  }

  // MARK: Dependencies

  /// The certain references of an edge between two decided boundaries, by kind.
  private func evidence(_ edge: EdgeEntry) -> [EdgeEntry.Evidence] {
    guard let from = placement.boundaryOf[edge.from], let to = placement.boundaryOf[edge.to],
      from != to
    else { return [] }
    return edge.evidence.filter { $0.conditional != true && !$0.kind.hasPrefix("probable-") }
  }

  private func crossings() -> [CheckFinding] {
    document.edges.compactMap { edge in
      let evidence = self.evidence(edge)
      guard !evidence.isEmpty else { return nil }
      let (user, used) = (document.files[edge.from].path, document.files[edge.to].path)
      var finding = CheckFinding(
        rule: "crossing", severity: severities.crossings.rawValue,
        boundaries: [placement.boundaryOf[edge.from]!, placement.boundaryOf[edge.to]!],
        subject: user, object: used)
      finding.kinds = Set(evidence.map(\.kind)).sorted { $0.precedesBytewise($1) }
      finding.count = evidence.reduce(0) { $0 + $1.lines.count }
      finding.places = places(evidence, in: user)
      return finding
    }
  }

  private func places(_ evidence: [EdgeEntry.Evidence], in path: String) -> [Place] {
    // What is done says more than what is imported for it.
    var seen: Set<Place> = []
    let lines = evidence.flatMap { group in
      group.lines.map {
        (isImport: Self.isImport(group.kind), place: Place(file: group.file ?? path, line: $0))
      }
    }.sorted { a, b in
      if a.isImport != b.isImport { return b.isImport }
      return (a.place.file, a.place.line) < (b.place.file, b.place.line)
    }
    return Array(lines.map(\.place).filter { seen.insert($0).inserted }.prefix(Self.placeLimit))
  }

  private static func isImport(_ kind: String) -> Bool { kind == "import" || kind == "include" }

  private func cycles() -> [CheckFinding] {
    struct Pair: Hashable {
      var from: String
      var to: String
    }
    var weights: [Pair: Int] = [:]
    var first: [Pair: [Place]] = [:]
    for edge in document.edges {
      let evidence = self.evidence(edge)
      guard !evidence.isEmpty else { continue }
      let pair = Pair(
        from: placement.boundaryOf[edge.from]!, to: placement.boundaryOf[edge.to]!)
      weights[pair, default: 0] += evidence.reduce(0) { $0 + $1.lines.count }
      first[pair, default: []] += places(evidence, in: document.files[edge.from].path).prefix(2)
    }
    let edges = weights.sorted {
      ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to)
    }.map { (from: $0.key.from, to: $0.key.to, weight: Double($0.value)) }
    return Circles.find(edges).map { members in
      let inside = edges.filter { members.contains($0.from) && members.contains($0.to) }
      let lightest = inside.min { ($0.weight, $0.from, $0.to) < ($1.weight, $1.from, $1.to) }!
      var finding = CheckFinding(
        rule: "cycle", severity: severities.cycles.rawValue, boundaries: members,
        subject: members.joined(separator: ", "), object: "")
      finding.count = Int(lightest.weight)
      finding.message = CheckWords.circle(
        placement.names(members), placement.names[lightest.from], placement.names[lightest.to],
        finding.count)
      finding.places = Array(
        first[Pair(from: lightest.from, to: lightest.to)]!.prefix(Self.placeLimit))
      return finding
    }
  }

  // MARK: Data

  private func dataAccesses() -> [CheckFinding] {
    let accesses = TableAccesses(document, owners: placement.owners)
    return accesses.tables.flatMap { table -> [CheckFinding] in
      let parties = accesses.parties(table) { placement.boundaryOf[$0] }
      guard let owner = accesses.owner(table, parties), parties.contains(where: { $0.key != owner })
      else { return [] }
      var found: [CheckFinding] = []
      if severities.writers != .off {
        found += foreign(table, table.writes, owner, "second-writer", severities.writers)
      }
      if severities.crossings != .off {
        // One finding a file: who writes is told so.
        let reads = table.reads.filter { table.writes[$0.key] == nil }
        found += foreign(table, reads, owner, "data-crossing", severities.crossings)
      }
      return found
    }
  }

  private func foreign(
    _ table: TableAccesses.Table, _ uses: [Int: [Place]], _ owner: String, _ rule: String,
    _ severity: Check.Severity
  ) -> [CheckFinding] {
    let entry = document.tables[table.index]
    return uses.sorted { $0.key < $1.key }.compactMap { file, places in
      guard let user = placement.boundaryOf[file], user != owner else { return nil }
      var finding = CheckFinding(
        rule: rule, severity: severity.rawValue, boundaries: [user, owner],
        subject: document.files[file].path, object: "\(entry.store) \(entry.name)")
      let distinct = Set(places).sorted { ($0.file, $0.line) < ($1.file, $1.line) }
      finding.kinds = [rule == "second-writer" ? "data-write" : "data-read"]
      finding.count = distinct.count
      finding.places = Array(distinct.prefix(Self.placeLimit))
      return finding
    }
  }
}
