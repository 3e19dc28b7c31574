internal import Graphs
internal import History

/// What the history of changes says: files that people change in one go.
struct HistoryView {
  /// For each file those that it changes with most, as edges of weight 0 to 1.
  let neighbors: [WeightedEdge]
  private let scope: FileScope
  private let change: CoChange
  private let ids: [String]

  /// Twice may be one change and its repair.
  private static let leastSupport = 3
  /// Below this the two changed together by the way. As for names.
  private static let leastStrength = 0.1
  /// Nearest neighbours of a file, as for names.
  private static let neighborCount = 5
  /// Fewer commits that change several files are anecdotes.
  private static let leastCommits = 30

  init(_ past: PastEvidence, scope: FileScope) {
    self.scope = scope
    ids = past.changes.commits.map(\.id)
    change = CoChange(past.changes, least: Self.leastSupport) { scope.position[$0] >= 0 }
    let telling = past.changes.commits.count { commit in
      commit.files.count { scope.position[$0] >= 0 } > 1
    }
    guard telling >= Self.leastCommits else {
      neighbors = []
      return
    }
    var others: [[(position: Int, weight: Double)]] = Array(repeating: [], count: scope.files.count)
    for pair in change.pairs where pair.strength > Self.leastStrength {
      let (a, b) = (scope.position[pair.a], scope.position[pair.b])
      others[a].append((b, pair.strength))
      others[b].append((a, pair.strength))
    }
    neighbors = others.enumerated().flatMap { position, found in
      found.sorted { ($1.weight, $0.position) < ($0.weight, $1.position) }
        .prefix(Self.neighborCount)
        .map { WeightedEdge(position, $0.position, weight: $0.weight) }
    }
  }

  /// Why two positions belong together, if history says so: how often they changed in one commit, of
  /// the commits that changed the first.
  func reason(_ first: Int, _ second: Int) -> String? {
    let (a, b) = (scope.files[first], scope.files[second])
    let key = (min(a, b), max(a, b))
    guard let pair = change.pair(key.0, key.1) else { return nil }
    return "changed together in \(pair.support) of \(change.changes[a]) commits, first "
      + ids[pair.first].prefix(10)
  }
}

extension CoChange {
  /// The pair of two files, the lower first; logarithmic.
  func pair(_ a: Int, _ b: Int) -> Pair? {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if (pairs[middle].a, pairs[middle].b) < (a, b) { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && (pairs[low].a, pairs[low].b) == (a, b) ? pairs[low] : nil
  }
}
