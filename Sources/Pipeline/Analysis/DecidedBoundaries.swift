internal import Basics
internal import Boundaries
internal import DependencyGraph
internal import History
internal import ReportModel
internal import Review

/// The boundaries with the decisions of people replayed as constraints.
struct DecidedBoundaries {
  /// A proposal, and what became of the decisions.
  struct Result {
    var proposal: BoundaryProposal
    var report = DecisionReport()
    var diagnostics: [Diagnostic] = []
    var verdicts: [ReplayPlan.PlannedVerdict] = []
  }

  let graph: CodeGraph
  let options: AnalysisOptions
  var past: PastEvidence?

  /// Without decisions one proposal; with them a second one under their constraints, because they
  /// speak of boundaries by the names that the first one gives.
  func propose() throws -> Result {
    let proposer = BoundaryProposer(options: options.boundaries)
    var basis = BoundaryConstraints()
    basis.earlier = earlier
    let free = proposer.propose(graph, constraints: basis, past: past)
    guard let text = options.decisions else { return Result(proposal: free) }
    let file: DecisionFile
    do throws(DecisionFileError) { file = try DecisionFile(text) } catch {
      throw AnalysisError.decisions(error.description)
    }
    guard !file.decisions.isEmpty else { return Result(proposal: free) }
    var plan = Replay.plan(file.decisions, for: scope(free))
    var decided = proposer.propose(graph, constraints: constraints(plan), past: past)
    decided.owners = plan.owners
    plan.findings += returned(plan.rejected, in: decided, file.decisions)
    return Result(
      proposal: decided, report: report(file.decisions, plan, decided),
      diagnostics: plan.findings.map(\.diagnostic), verdicts: plan.verdicts)
  }

  /// Boundaries of an earlier document, as far as their files are still there.
  private var earlier: [BoundaryConstraints.Earlier] {
    options.earlier.compactMap { boundary in
      let members = boundary.paths.compactMap(graph.file(at:))
      if members.isEmpty { return nil }
      return BoundaryConstraints.Earlier(id: boundary.id, name: boundary.name, members: members)
    }
  }

  private func scope(_ proposal: BoundaryProposal) -> ReviewScope {
    var scope = ReviewScope(
      files: graph.files.map(\.path),
      boundaries: proposal.boundaries.map {
        ReviewScope.KnownBoundary(id: $0.id, name: $0.name, members: $0.members.map(\.file))
      },
      former: (past?.changes.formerNames ?? []).map {
        ReviewScope.FormerName(path: $0.path, file: $0.file, likeness: $0.likeness)
      })
    scope.tables = Set(graph.stores.map(\.name))
    return scope
  }

  private func constraints(_ plan: ReplayPlan) -> BoundaryConstraints {
    var constraints = BoundaryConstraints()
    constraints.earlier = earlier
    constraints.named = plan.boundaries.map {
      BoundaryConstraints.Named(
        id: $0.id, name: $0.name, members: $0.members, core: $0.core, isSettled: $0.isSettled,
        decisions: $0.decisions)
    }
    constraints.together = plan.keepTogether
    constraints.apart = plan.keepApart.map(\.groups)
    constraints.rejected = plan.rejected.map(\.members)
    constraints.shared = plan.labels.filter { $0.label == .shared }.map(\.file)
    constraints.dead = plan.labels.filter { $0.label == .dead }.map(\.file)
    return constraints
  }

  /// Rejections that the rest of the decisions, or the lack of any other place, left without effect.
  private func returned(
    _ rejected: [ReplayPlan.RejectedGrouping], in proposal: BoundaryProposal,
    _ decisions: [PlacedDecision]
  ) -> [ReplayFinding] {
    rejected.compactMap { grouping in
      guard
        let boundary = proposal.boundaries.first(where: { grouping.matches($0.members.map(\.file)) }
        )
      else { return nil }
      return ReplayFinding(
        kind: .contradiction,
        lines: decisions.filter { $0.decision.title == grouping.decision }.map(\.line),
        message: "\"\(grouping.decision)\": other decisions or the lack of any tie to other files "
          + "hold it together as \"\(boundary.id)\"; say where its files belong with move or shared"
      )
    }
  }

  private func report(
    _ decisions: [PlacedDecision], _ plan: ReplayPlan, _ proposal: BoundaryProposal
  ) -> DecisionReport {
    var report = DecisionReport()
    for finding in plan.findings {
      let entry = DecisionEntry(
        act: finding.kind.rawValue, text: finding.message, line: finding.lines.first,
        outcome: finding.kind.rawValue)
      if finding.kind == .contradiction {
        report.contradictions.append(entry)
      } else if finding.kind == .stale || finding.kind == .partlyStale {
        report.unmatched.append(entry)
      }
    }
    let stale = Set(plan.findings.filter { $0.kind == .stale }.flatMap(\.lines))
    report.applied = decisions.filter { !stale.contains($0.line) }.map {
      DecisionEntry(
        act: $0.decision.act.rawValue, text: $0.decision.subject, line: $0.line,
        outcome: "applied")
    }
    return report
  }
}
