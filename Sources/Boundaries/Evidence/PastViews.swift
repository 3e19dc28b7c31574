internal import Graphs

/// The voices of history and teams, each as loud as it fits the dependencies here.
struct PastViews {
  let history: HistoryView
  let teams: TeamView
  /// 0 to 1; up to a half without a voice.
  let historyTrust: Double
  let teamTrust: Double
  /// Both together, for a pull from dependencies of 1.
  let edges: [WeightedEdge]

  /// For each position those that the past brings together with it, history's nearest first.
  let nearest: [[Int]]

  /// `dependencies` are those between files that are not shared.
  init(
    _ past: PastEvidence, _ scope: FileScope, dependencies: [WeightedEdge],
    _ options: BoundaryOptions
  ) {
    history = HistoryView(past, scope: scope)
    teams = TeamView(past, scope: scope, countsAuthors: options.weights["teams"] != nil)
    let count = scope.files.count
    func trust(_ view: String, _ edges: [WeightedEdge]) -> Double {
      if options.weights[view] == 0 { return 0 }
      return Fit(edges, to: dependencies, count: count, seed: options.seed).value
    }
    historyTrust = trust("history", history.neighbors)
    teamTrust = trust("teams", teams.neighbors)
    func share(_ view: String, _ most: Double, _ trust: Double) -> Double {
      (options.weights[view] ?? 1) * most * Fit.voice(trust)
    }
    let shares = [
      share("history", options.parameters.historyShare, historyTrust),
      share("teams", options.parameters.teamShare, teamTrust),
    ]
    edges =
      history.neighbors.map { $0.scaled(by: shares[0]) }
      + teams.neighbors.map { $0.scaled(by: shares[1]) }
    var nearest: [[Int]] = Array(repeating: [], count: count)
    for edge in edges where edge.weight > 0 { nearest[edge.source].append(edge.target) }
    self.nearest = nearest
  }

  /// Why two positions belong together, if the past says so.
  func reason(_ first: Int, _ second: Int) -> String? {
    if Fit.voice(historyTrust) > 0, let reason = history.reason(first, second) { return reason }
    return Fit.voice(teamTrust) > 0 ? teams.reason(first, second) : nil
  }
}
