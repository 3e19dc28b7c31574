internal import Basics
internal import Consequences
internal import ReportModel

/// The order of boundaries on the map: who uses others first, who is used last.
///
/// Greedy arc set of Eades, Lin and Smyth (1993), by weights: boundaries that only use come to the
/// front, those that are only used to the end, and of the rest always the one that uses most beyond
/// what it is used. Few references point back up. Quadratic in boundaries.
enum MapOrder {
  static func order(_ ground: CutGround) -> [String] {
    let placement = ground.base.placement
    var weights: [String: [String: Int]] = [:]
    for (pair, count) in ground.base.count.pairs {
      weights[placement.names[pair.from], default: [:]][placement.names[pair.to], default: 0] +=
        count
    }
    let ids = ground.document.boundaries.boundaries.map(\.id).sorted { $0.precedesBytewise($1) }
    return order(ids, weights)
  }

  /// `weights[a][b]` is how much `a` uses `b`. Ties go to the one that is first in `ids`.
  static func order(_ ids: [String], _ weights: [String: [String: Int]]) -> [String] {
    var (uses, used) = ([String: Int](), [String: Int]())
    for (from, targets) in weights {
      for (to, weight) in targets {
        uses[from, default: 0] += weight
        used[to, default: 0] += weight
      }
    }
    var (front, back) = ([String](), [String]())
    var left = ids
    while !left.isEmpty {
      let at =
        left.firstIndex { uses[$0, default: 0] == 0 }
        ?? left.firstIndex { used[$0, default: 0] == 0 }
        ?? left.indices.max { a, b in
          let (x, y) = (left[a], left[b])
          let (p, q) = (uses[x]! - used[x]!, uses[y]! - used[y]!)
          return p != q ? p < q : a > b
        }!
      let id = left.remove(at: at)
      if uses[id, default: 0] == 0 && used[id, default: 0] > 0 {
        back.append(id)
      } else {
        front.append(id)
      }
      for (to, weight) in weights[id] ?? [:] { used[to, default: 0] -= weight }
      for (from, targets) in weights {
        if let weight = targets[id] { uses[from, default: 0] -= weight }
      }
      (uses[id], used[id]) = (0, 0)
    }
    return front + back.reversed()
  }
}
