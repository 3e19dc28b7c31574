internal import DependencyGraph
internal import Facts
internal import Graphs

/// What stored data says: a table is a node, its writers are bound to it more than its readers.
struct DataView {
  /// Ties between positions of the scope and stores, the store's index as target.
  static func ties(_ graph: CodeGraph, scope: FileScope) -> [WeightedEdge] {
    struct Tie: Hashable {
      var position: Int
      var store: Int
    }
    var strongest: [Tie: Double] = [:]
    var users: [Int: Set<Int>] = [:]
    for use in graph.storedUses where use.file >= 0 {
      let position = scope.position[Int(use.file)]
      guard position >= 0 else { continue }
      let tie = Tie(position: position, store: Int(use.store))
      strongest[tie] = max(strongest[tie] ?? 0, use.access == .read ? 1 : 4)
      users[tie.store, default: []].insert(position)
    }
    return strongest.map { tie, weight in
      WeightedEdge(
        tie.position, tie.store, weight: weight / Double.logBase2(2 + users[tie.store]!.count))
    }.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }
}
