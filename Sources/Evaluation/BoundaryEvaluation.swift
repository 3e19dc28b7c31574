package import Boundaries
package import DependencyGraph
package import ReportModel

/// Scores the suggestions for one code graph against a reference.
package struct BoundaryEvaluation: Sendable {
  package var options: BoundaryOptions
  package var hidden: Set<Disguise.Part>
  /// Runs with seeds 1 to this; the scores are those of the first.
  package var seeds: Int
  /// Runs with a few random dependencies left out, for how stable the suggestion is.
  package var deletions = 0

  package init(options: BoundaryOptions, hidden: Set<Disguise.Part> = [], seeds: Int = 1) {
    self.options = options
    self.hidden = hidden
    self.seeds = seeds
  }

  package func run(
    _ graph: CodeGraph, _ reference: ReferenceDecomposition, past: PastEvidence? = nil
  ) -> EvaluationReport {
    let scoring = Scoring(reference)
    let first = Suggestion(graph, options, Disguise(hiding: hidden, seed: 1), past)
    let others = (1..<max(1, seeds)).map { seed in
      var options = options
      options.seed &+= UInt64(seed)
      let disguise = Disguise(hiding: hidden, seed: UInt64(seed + 1))
      return Suggestion(graph, options, disguise, past)
    }
    let row = scoring.row("cleave", first.label)
    let baselines = Baselines(first.graph, scoring, fileOf: first.fileOf)
    var report = EvaluationReport(
      reference: scoring.summary { first.fileOf[$0] != nil },
      hidden: hidden.map(\.rawValue).sorted(),
      rows: [row] + baselines.rows(withFolders: hidden.isEmpty),
      shared: scoring.shared { first.label($0) == ReferenceDecomposition.shared },
      seeds: seeds > 1
        ? [row.adjustedRandIndex] + others.map { scoring.adjustedRandIndex($0.label) } : [])
    if deletions > 0 {
      report.deletions = Deletions(options: options, past: first.past)
        .agreement(first.graph, runs: deletions)
    }
    return report
  }
}

/// What is suggested for a graph under a disguise, by the paths that its files had before.
private struct Suggestion {
  let graph: CodeGraph
  let fileOf: [String: Int]
  let past: PastEvidence?
  private let proposal: BoundaryProposal

  init(
    _ graph: CodeGraph, _ options: BoundaryOptions, _ disguise: Disguise, _ past: PastEvidence?
  ) {
    let result = disguise.apply(graph)
    self.graph = result.graph
    var fileOf: [String: Int] = [:]
    for (index, origin) in result.origins.enumerated() { fileOf[graph.files[origin].path] = index }
    self.fileOf = fileOf
    self.past = past?.renumbered(origins: result.origins)
    proposal = BoundaryProposer(options: options).propose(result.graph, past: self.past)
  }

  func label(_ path: String) -> String? {
    guard let file = fileOf[path] else { return nil }
    switch proposal.placements[file] {
    case .boundary(let index): return "\(index)"
    case .label(let label): return label
    }
  }
}
