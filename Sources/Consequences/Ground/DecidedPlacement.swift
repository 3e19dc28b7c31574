package import ReportModel
package import Review

/// Which files of a document people put into which boundary; nothing is clustered.
package struct DecidedPlacement: Sendable {
  /// For each file the identifier of its boundary; nil without a decision, and for what is not
  /// production code.
  package var boundaryOf: [String?]
  /// Sorted; those that have a file.
  package var boundaries: [String]
  package var names: BoundaryNames
  /// Boundaries that own tables because people say so, by the name of the table.
  package var owners: [String: String]
  /// Those among them that are boundaries by a decision, not only by files that were put there.
  package var settled: Int
  /// Decisions that could not be followed without clustering, and why.
  package var findings: [ReplayFinding]

  /// `former` are names that files had before, for decisions that speak of them.
  package init(
    _ document: Document, _ decisions: [PlacedDecision], former: [ReviewScope.FormerName] = []
  ) {
    let scope = ReviewScope(
      files: document.files.map(\.path), boundaries: [], former: former)
    let plan = Replay.plan(decisions, for: scope)
    var boundaryOf = [String?](repeating: nil, count: document.files.count)
    for boundary in plan.boundaries {
      for file in boundary.members where document.files[file].role == "production" {
        boundaryOf[file] = boundary.id
      }
    }
    self.boundaryOf = boundaryOf
    boundaries = Set(boundaryOf.compactMap { $0 }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let known = Set(boundaries)
    settled = plan.boundaries.count { $0.isSettled && known.contains($0.id) }
    names = BoundaryNames(plan.boundaries.map { (id: $0.id, name: $0.name ?? $0.id) })
    owners = plan.owners
    findings = plan.findings
  }

  /// Whether a decision names files that there are none of.
  package var missesFiles: Bool { findings.contains { $0.message.contains("no file matches") } }

  package var judged: Int { boundaryOf.count { $0 != nil } }
}
