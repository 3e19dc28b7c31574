/// How much the operations of an interface have in common (Athanasopoulos et al. 2015).
enum InterfaceCohesion {
  /// The mean Jaccard similarity of all pairs; 1 for a single operation.
  ///
  /// Sets are ascending. An empty one is of an operation that nothing is known of: alone it has no
  /// value, and a pair of two is left out; nil where all are.
  /// Equal sets are counted together: O(distinct² · size).
  static func mean(_ sets: [[Int]]) -> Double? {
    if sets.count == 1 { return sets[0].isEmpty ? nil : 1 }
    let runs = runs(sets)
    var sum = 0.0
    var pairs = 0
    for (index, a) in runs.enumerated() {
      if !a.set.isEmpty {
        sum += Double(a.count * (a.count - 1) / 2)
        pairs += a.count * (a.count - 1) / 2
      }
      for b in runs[(index + 1)...] {
        sum += similarity(a.set, b.set) * Double(a.count * b.count)
        pairs += a.count * b.count
      }
    }
    return pairs > 0 ? sum / Double(pairs) : nil
  }

  private static func runs(_ sets: [[Int]]) -> [(set: [Int], count: Int)] {
    var runs: [(set: [Int], count: Int)] = []
    for set in sets.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if let last = runs.last, last.set == set {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((set, 1))
      }
    }
    return runs
  }

  private static func similarity(_ a: [Int], _ b: [Int]) -> Double {
    var (i, j, common) = (0, 0, 0)
    while i < a.count && j < b.count {
      if a[i] == b[j] { common += 1 }
      let (x, y) = (a[i], b[j])
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    let all = a.count + b.count - common
    return all > 0 ? Double(common) / Double(all) : 0
  }
}
