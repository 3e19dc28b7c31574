internal import Basics
package import ReportModel
package import Review

/// A document with the decisions of a file followed as far as they say themselves where files go:
/// what a person sees at once, before anything is clustered anew.
///
/// Decisions that a document was made with are in it already, and following them again changes
/// nothing. One that was taken out since has left its traces: only an analysis removes them.
package struct FollowedDecisions: Sendable {
  package let decisions: [PlacedDecision]
  package let plan: ReplayPlan
  package let counted: CountedPlacement
  /// The document with files, boundaries, crossings and owners of tables as they are now. Costs are
  /// those of the original.
  package let document: Document

  /// `scope` is that of the original document. Linear in files, edges and patterns.
  package init(_ decisions: [PlacedDecision], on ground: CutGround, in scope: ReviewScope) {
    self.decisions = decisions
    plan = Replay.plan(decisions, for: scope)
    counted = ground.count(ground.base.placement.following(plan))
    document = Self.document(ground, plan, counted)
  }

  /// Where files would be with these decisions as well.
  package static func placement(
    _ decisions: [PlacedDecision], on ground: CutGround, in scope: ReviewScope
  ) -> Placement {
    ground.base.placement.following(Replay.plan(decisions, for: scope))
  }

  /// The decisions of a file with `new` recorded among them.
  package static func with(_ new: [Decision], _ decisions: [PlacedDecision]) -> [PlacedDecision] {
    let slots = Set(new.map(\.slot))
    let line = (decisions.map(\.line).max() ?? 0) + 1
    return decisions.filter { !slots.contains($0.decision.slot) }
      + new.enumerated().map { PlacedDecision($0.element, line: line + $0.offset) }
  }

  // MARK: The document

  private static func document(
    _ ground: CutGround, _ plan: ReplayPlan, _ counted: CountedPlacement
  ) -> Document {
    var document = ground.document
    let placement = counted.placement
    for file in document.files.indices {
      document.files[file].boundary = placement.names[placement.of[file]]
    }
    document.boundaries.boundaries = boundaries(ground.document, plan, placement)
    document.boundaries.crossings = counted.count.pairs.map { pair, count in
      CrossingEntry(
        from: placement.names[pair.from], to: placement.names[pair.to], kinds: [:], count: count,
        symbols: [], places: [])
    }.sorted {
      $0.from != $1.from ? $0.from.precedesBytewise($1.from) : $0.to.precedesBytewise($1.to)
    }
    for standing in ground.ownership(counted) {
      let writers = standing.parties.filter { $0.value.writes > 0 }.keys
      let readers = standing.parties.filter { $0.value.writes == 0 && $0.value.reads > 0 }.keys
      let labels = document.tables[standing.table].writingBoundaries.filter { $0.hasPrefix("@") }
      document.tables[standing.table].writingBoundaries =
        writers.sorted { $0.precedesBytewise($1) } + labels
      document.tables[standing.table].readingBoundaries =
        readers.sorted { $0.precedesBytewise($1) }
      document.tables[standing.table].ownership?.owner = standing.owner
    }
    return document
  }

  private static func boundaries(
    _ document: Document, _ plan: ReplayPlan, _ placement: Placement
  ) -> [BoundaryEntry] {
    let planned = Dictionary(uniqueKeysWithValues: plan.boundaries.map { ($0.id, $0) })
    let placed = Set(plan.boundaries.flatMap(\.members))
    let original = Dictionary(
      document.boundaries.boundaries.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let members = members(document, placement, placed)
    return members.map { id, members in
      var entry =
        original[id]
        ?? BoundaryEntry(
          id: id, name: planned[id]?.name ?? id, vocabulary: [], lines: 0, members: [],
          exposes: [], tables: .init(owns: [], shares: [], reads: []), entryPoints: [],
          stability: 1)
      if let plan = planned[id] {
        entry.name = plan.name ?? entry.name
        entry.decisions = plan.decisions
      }
      entry.members = members
      entry.lines = members.reduce(0) { $0 + document.files[$1.file].lines }
      return entry
    }.sorted {
      $0.members.count != $1.members.count
        ? $0.members.count > $1.members.count : $0.id.precedesBytewise($1.id)
    }
  }

  /// What is known of each file, under its boundary of now. Where people put a file, nothing is open.
  private static func members(
    _ document: Document, _ placement: Placement, _ placed: Set<Int>
  ) -> [String: [BoundaryEntry.MemberEntry]] {
    var known: [Int: BoundaryEntry.MemberEntry] = [:]
    for boundary in document.boundaries.boundaries {
      for member in boundary.members { known[member.file] = member }
    }
    var found: [String: [BoundaryEntry.MemberEntry]] = [:]
    for (file, entry) in document.files.enumerated() where entry.role == "production" {
      guard let id = placement.boundary(file) else { continue }
      var member =
        known[file]
        ?? BoundaryEntry.MemberEntry(
          file: file, reason: "put here by a decision", confidence: "firm", stability: 1,
          inside: 0, alternative: nil, alternativeReferences: 0, evidence: [])
      if placed.contains(file) {
        if entry.boundary != id { member.reason = "put here by a decision" }
        member.confidence = "firm"
      }
      found[id, default: []].append(member)
    }
    return found
  }
}
