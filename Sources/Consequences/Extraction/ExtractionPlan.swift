internal import Basics
package import ReportModel

/// The order in which boundaries are cut out, in the manner of the strangler fig (Fowler 2004): one at a
/// time, the cheapest first, while the rest goes on.
///
/// At each step the boundary is taken whose crossings with what is not cut out yet take fewest
/// points; those that people decided on come before suggestions. The last one stays as the core. So
/// the order needs the square of the number of boundaries, everything else is linear.
package struct ExtractionPlan {
  let document: Document
  /// The lines of a file, where the source is at hand.
  private let source: (String) -> [String]?

  package init(_ document: Document, source: @escaping (String) -> [String]? = { _ in nil }) {
    self.document = document
    self.source = source
  }

  package func report() -> PlanReport {
    var report = PlanReport(name: document.name, verdict: document.boundaries.verdict)
    report.names = BoundaryNames(document).ifAny
    report.preparation = preparation()
    let order = self.order()
    report.core = order.last?.id
    let tests = TestCover(document)
    var cut: Set<String> = []
    for (index, boundary) in order.dropLast().enumerated() {
      var step = PlanStep(
        number: index + 1, boundary: boundary.id, name: boundary.name,
        isDecided: isDecided(boundary), reason: reason(boundary, cut))
      let seams = SeamFinder(document, source).seams(of: boundary, cut: cut)
      step.files = boundary.members.count
      step.lines = boundary.lines
      step.seams = seams
      step.points = seams.filter { !$0.isService }.reduce(0) { $0 + $1.points }
      step.pointsToServices = seams.filter(\.isService).reduce(0) { $0 + $1.points }
      step.effort = Self.effort(lines: step.lines, points: step.points + step.pointsToServices)
      step.circles = circles(boundary.id, cut)
      step.data = DataMoves(document).tables(of: boundary.id)
      step.transactions = document.boundaries.costs.transactions.filter { transaction in
        transaction.certain && transaction.writes.contains { $0.owner == boundary.id }
          && transaction.writes.contains { $0.owner != boundary.id && !cut.contains($0.owner) }
      }
      step.tests = tests.tests(of: boundary)
      report.steps.append(step)
      cut.insert(boundary.id)
    }
    report.notes = notes(order)
    return report
  }

  /// Moving code and making contracts are counted alike where 200 lines are a point: a day's reading
  /// of one, a day's change of the other. The steps are fourfold.
  private static func effort(lines: Int, points: Double) -> String {
    switch points + Double(lines) / 200 {
    case ..<25: "small"
    case ..<100: "medium"
    case ..<400: "large"
    default: "very large"
    }
  }

  private func isDecided(_ boundary: BoundaryEntry) -> Bool {
    boundary.decisions?.isEmpty == false
  }

  // MARK: Order

  /// Points between a boundary and those that are not cut out, in and out.
  private func ties(_ id: String, _ cut: Set<String>) -> (incoming: Double, outgoing: Double) {
    var ties = (incoming: 0.0, outgoing: 0.0)
    for crossing in document.boundaries.costs.crossings {
      if crossing.to == id, !cut.contains(crossing.from) { ties.incoming += crossing.points }
      if crossing.from == id, !cut.contains(crossing.to) { ties.outgoing += crossing.points }
    }
    return ties
  }

  private func order() -> [BoundaryEntry] {
    var left = document.boundaries.boundaries
    var order: [BoundaryEntry] = []
    var cut: Set<String> = []
    while !left.isEmpty {
      // In the order of the document, so that sums of the same points are the same sums.
      var sums: [String: Double] = [:]
      for crossing in document.boundaries.costs.crossings
      where !cut.contains(crossing.from) && !cut.contains(crossing.to) {
        sums[crossing.from, default: 0] += crossing.points
        sums[crossing.to, default: 0] += crossing.points
      }
      let next = left.indices.min { a, b in
        if isDecided(left[a]) != isDecided(left[b]) { return isDecided(left[a]) }
        let (x, y) = (sums[left[a].id] ?? 0, sums[left[b].id] ?? 0)
        if x != y { return x < y }
        if left[a].lines != left[b].lines { return left[a].lines < left[b].lines }
        return left[a].id.precedesBytewise(left[b].id)
      }!
      order.append(left.remove(at: next))
      cut.insert(order.last!.id)
    }
    return order
  }

  private func reason(_ boundary: BoundaryEntry, _ cut: Set<String>) -> String {
    let ties = ties(boundary.id, cut)
    let sum = Int((ties.incoming + ties.outgoing).rounded())
    let kind = isDecided(boundary) ? "decided on" : "a suggestion"
    if sum == 0 { return "\(kind); nothing of what is left is tied to it" }
    let (incoming, outgoing) = (Int(ties.incoming.rounded()), Int(ties.outgoing.rounded()))
    return
      "\(kind); of what is left the least tied to the rest: \(Words.counted(sum, "point")), "
      + "\(Words.grouped(incoming)) of what uses it and \(Words.grouped(outgoing)) of what it uses"
  }

  /// The links to end of circles with what is left.
  private func circles(_ id: String, _ cut: Set<String>) -> [BoundaryCycleEntry.Breaker] {
    document.boundaries.costs.cycles.filter { $0.members.contains(id) }.flatMap(\.breakers)
      .filter { breaker in
        (breaker.from == id && !cut.contains(breaker.to))
          || (breaker.to == id && !cut.contains(breaker.from))
      }
  }

  // MARK: Around the cuts

  private func preparation() -> [String] {
    var steps: [String] = []
    let dead = document.files.filter { $0.boundary == "@tool" && $0.role == "production" }
    if !dead.isEmpty {
      steps.append("delete the \(counted(dead.count, "file")) that were decided to be dead")
    }
    let shared = document.files.filter { $0.boundary == "@shared" && $0.role == "production" }
    if !shared.isEmpty {
      let lines = shared.reduce(0) { $0 + $1.lines }
      steps.append(
        "make a library with versions of the shared code: \(counted(shared.count, "file")) of "
          + "\(counted(lines, "line")), which every part goes on using")
    }
    let writing = document.tables.filter { $0.ownership?.finding == "written-by-shared" }
    if !writing.isEmpty {
      steps.append(
        "take the writes of \(writing.prefix(5).map(\.name).joined(separator: ", "))"
          + (writing.count > 5 ? " and \(writing.count - 5) more" : "")
          + " out of shared code: each part would have a copy of them")
    }
    return steps
  }

  private func counted(_ count: Int, _ noun: String) -> String { Words.counted(count, noun) }

  private func notes(_ order: [BoundaryEntry]) -> [String] {
    var notes: [String] = []
    if document.boundaries.verdict.verdict == "keep" {
      notes.append(
        "the verdict is to keep the whole: \(document.boundaries.verdict.reason)")
    }
    let open = order.count { !isDecided($0) }
    if open > 0 {
      notes.append(
        "\(open) of \(Words.counted(order.count, "boundary", "boundaries")) "
          + "are suggestions; \"cleave review\" decides on them, and the plan follows")
    }
    for entry in document.decisions.contradictions { notes.append(entry.text) }
    return notes
  }
}
