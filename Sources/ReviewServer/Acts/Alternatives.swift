internal import Basics
internal import Consequences
internal import ReportModel
internal import Review

/// Where something could go, side by side.
struct AlternativesPicture: Encodable {
  /// References to and from it that stay inside where it is.
  var inside: Int
  var rows: [Row]

  struct Row: Encodable {
    var act: String
    /// The boundary that files go to, or that is merged with.
    var to: String
    var name: String
    /// References to and from that boundary.
    var references: Int
    var points: Double
    /// Change of the references across all boundaries, imports left out.
    var crossing: Int
    var splitTransactions: Int
    var circles: Int
    var along: Int
  }
}

extension ReviewSession {
  private static let shown = 5

  /// The boundaries that pieces and files have most to do with, and what moving there would change.
  func alternatives(_ request: ActRequest) throws -> AlternativesPicture {
    refresh()
    if let id = request.boundaries?.first { return try mergers(id, request) }
    let files = files(request.pieces ?? [], request.files ?? [])
    guard !files.isEmpty else {
      throw ActProblem(status: 409, message: "what this is about is no longer there")
    }
    let placement = state.followed.counted.placement
    let home = placement.names[placement.of[files[0]]]
    let ties = ties(Set(files), placement)
    let others = ties.filter { $0.key != home && !$0.key.hasPrefix("@") }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.precedesBytewise($1.key) }
      .prefix(Self.shown)
    var rows = try others.map { try row("move", $0.key, $0.value, request) }
    if home != "@shared" {
      rows.append(try row("shared", "@shared", ties["@shared"] ?? 0, request))
    }
    return AlternativesPicture(inside: ties[home] ?? 0, rows: rows)
  }

  /// The boundaries that this one would best be merged with.
  private func mergers(_ id: String, _ request: ActRequest) throws -> AlternativesPicture {
    var counts: [String: Int] = [:]
    for crossing in document.boundaries.crossings where crossing.from == id || crossing.to == id {
      counts[crossing.from == id ? crossing.to : crossing.from, default: 0] += crossing.count
    }
    let others = counts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.precedesBytewise($1.key)
    }.prefix(Self.shown)
    let rows = try others.map { try row("merge", $0.key, $0.value, request) }
    return AlternativesPicture(inside: 0, rows: rows)
  }

  private func row(
    _ act: String, _ to: String, _ references: Int, _ request: ActRequest
  ) throws -> AlternativesPicture.Row {
    var request = request
    request.act = act
    request.isWeighed = true
    request.words = nil
    if act == "merge" {
      request.boundaries = [request.boundaries?.first ?? "", to]
    } else {
      request.to = to
    }
    let report = whatIf(try read(request))
    let name = document.boundaries.boundaries.first { $0.id == to }?.name
    return AlternativesPicture.Row(
      act: act, to: to, name: name ?? to, references: references,
      points: report.pointsAfter - report.pointsBefore,
      crossing: report.crossings.reduce(0) { $0 + $1.after - $1.before },
      splitTransactions: report.transactions.reduce(0) { $0 + ($1.becomesSplit ? 1 : -1) },
      circles: report.newCycles.count - report.endedCycles.count, along: report.along.count)
  }

  /// References between the files and those of each boundary or label, both ways, imports left out.
  private func ties(_ files: Set<Int>, _ placement: Placement) -> [String: Int] {
    var found: [Int: Int] = [:]
    for edge in original.edges {
      let (a, b) = (files.contains(edge.from), files.contains(edge.to))
      guard a != b else { continue }
      let weight = edge.evidence.reduce(0) { $0 + ($1.isImport ? 0 : $1.lines.count) }
      if weight > 0 { found[placement.of[a ? edge.to : edge.from], default: 0] += weight }
    }
    return Dictionary(uniqueKeysWithValues: found.map { (placement.names[$0.key], $0.value) })
  }
}
