internal import Clustering
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
      (options.weights[view] ?? 1) * most * Self.voice(trust)
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

  /// Only what is beyond a half has a voice, as folders are final from there on: where people make the
  /// same change in every part, or each of them works everywhere, groups reach about a third.
  private static func voice(_ trust: Double) -> Double { max(0, 2 * trust - 1) }

  /// Why two positions belong together, if the past says so.
  func reason(_ first: Int, _ second: Int) -> String? {
    if Self.voice(historyTrust) > 0, let reason = history.reason(first, second) { return reason }
    return Self.voice(teamTrust) > 0 ? teams.reason(first, second) : nil
  }
}

/// How far the groups that one view makes by itself are groups of the dependencies as well.
///
/// Of the files that the view speaks of: the modularity on the dependencies of the groups that Leiden
/// finds in the view alone, over the modularity that Leiden reaches on the dependencies. Modularity
/// counts what is beyond chance, so a view that says nothing of the structure gets 0, whatever its
/// weights; this is how folders are trusted, too.
struct Fit {
  let value: Double

  init(_ view: [WeightedEdge], to dependencies: [WeightedEdge], count: Int, seed: UInt64) {
    var isSeen = [Bool](repeating: false, count: count)
    for edge in view { (isSeen[edge.source], isSeen[edge.target]) = (true, true) }
    let seen = dependencies.filter {
      $0.source < count && $0.target < count && isSeen[$0.source] && isSeen[$0.target]
    }
    let glue = UndirectedGraph(nodeCount: count, edges: seen)
    let leiden = Leiden(.modularity, seed: seed)
    let (free, own) = (
      leiden.partition(glue), leiden.partition(UndirectedGraph(nodeCount: count, edges: view))
    )
    let reachable = glue.modularity(of: free.labels, count: max(1, free.count))
    guard reachable > 0 else {
      value = 0
      return
    }
    value = min(1, max(0, glue.modularity(of: own.labels, count: max(1, own.count)) / reachable))
  }
}
