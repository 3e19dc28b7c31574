internal import DependencyGraph

/// What running the boundaries apart would mean: what stops with what, and how much there would be to
/// run.
package struct SplitOutlook: Sendable {
  /// For each boundary those that stop with it: they wait for it, or for one that does. Ascending.
  package var stopsWith: [[Int]]
  /// Operations that would be reached over a network, and places that would wait for them.
  package var operations: Int
  package var talk: Int
  /// Boundaries with data of their own.
  package var dataOwners: Int

  /// Quadratic in boundaries.
  package init(_ costs: CutCosts) {
    let count = costs.boundaries.count
    var waiters: [[Int]] = Array(repeating: [], count: count)
    for crossing in costs.crossings
    where crossing.contracts.contains(where: { $0.contract.isSynchronous && $0.items > 0 }) {
      waiters[crossing.to].append(crossing.from)
    }
    stopsWith = (0..<count).map { Self.reached(from: $0, waiters) }
    operations = costs.boundaries.reduce(0) { $0 + $1.operationsOffered }
    // Each place counts at both of its ends.
    talk = costs.boundaries.reduce(0) { $0 + $1.talk } / 2
    dataOwners = Set(costs.tables.compactMap(\.owner)).count
  }

  private static func reached(from start: Int, _ waiters: [[Int]]) -> [Int] {
    var isReached = [Bool](repeating: false, count: waiters.count)
    var open = [start]
    isReached[start] = true
    while let boundary = open.popLast() {
      for next in waiters[boundary] where !isReached[next] {
        isReached[next] = true
        open.append(next)
      }
    }
    return isReached.indices.filter { isReached[$0] && $0 != start }
  }
}
