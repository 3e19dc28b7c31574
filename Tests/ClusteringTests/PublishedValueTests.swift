import Clustering
import Testing

/// Values that papers and reference implementations give, and the definitions by brute force.
@Suite struct PublishedValueTests {
  private static func comparison(_ a: [Int], _ b: [Int]) -> PartitionComparison {
    PartitionComparison(recovered: Partition(a), reference: Partition(b))
  }

  /// Labels of a contingency table.
  private static func labels(_ table: [[Int]]) -> (a: [Int], b: [Int]) {
    var (a, b): ([Int], [Int]) = ([], [])
    for (row, counts) in table.enumerated() {
      for (column, count) in counts.enumerated() {
        a += Array(repeating: row, count: count)
        b += Array(repeating: column, count: count)
      }
    }
    return (a, b)
  }

  /// Yeung and Ruzzo 2001, "Details of the adjusted Rand index", table 2: 0.313.
  @Test func randIndexOfYeungAndRuzzo() {
    let (a, b) = Self.labels([[1, 1, 0], [1, 2, 1], [0, 0, 4]])
    let index = Self.comparison(a, b).adjustedRandIndex
    #expect((index * 1000).rounded() == 313)
    // (7 − 13·14/45) / ((13 + 14)/2 − 13·14/45)
    #expect(abs(index - (7 - 182.0 / 45) / (13.5 - 182.0 / 45)) < 1e-12)
  }

  /// The examples in the documentation of scikit-learn's `adjusted_rand_score`.
  @Test(arguments: [
    ([0, 0, 1, 1], [0, 0, 1, 1], 1.0), ([0, 0, 1, 1], [1, 1, 0, 0], 1.0),
    ([0, 0, 1, 2], [0, 0, 1, 1], 0.5714285714), ([0, 0, 1, 1], [0, 0, 1, 2], 0.5714285714),
    ([0, 0, 0, 0], [0, 1, 2, 3], 0.0), ([0, 0, 1, 1], [0, 1, 0, 1], -0.5),
  ])
  func randIndexOfScikitLearn(_ a: [Int], _ b: [Int], _ wanted: Double) {
    #expect(abs(Self.comparison(a, b).adjustedRandIndex - wanted) < 1e-9)
  }

  /// Every partition of `0..<count`, by restricted growth.
  private static func partitions(_ count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { partitions, _ in
      partitions.flatMap { labels in (0...((labels.max() ?? -1) + 1)).map { labels + [$0] } }
    }
  }

  /// Tzerpos and Holt 1999: a step moves one element to another cluster, or a new one, or joins two.
  private static func steps(_ labels: [Int]) -> [[Int]] {
    let count = labels.max()! + 1
    var result: [[Int]] = []
    for element in labels.indices {
      for target in 0...count where target != labels[element] {
        var moved = labels
        moved[element] = target
        result.append(Partition(moved).labels)
      }
    }
    for a in 0..<count {
      for b in (a + 1)..<max(count, a + 1) {
        result.append(Partition(labels.map { $0 == b ? a : $0 }).labels)
      }
    }
    return result
  }

  /// The least number of steps from everywhere to `target`, breadth first over steps backwards.
  private static func distances(to target: [Int], among all: [[Int]]) -> [[Int]: Int] {
    var previous: [[Int]: [[Int]]] = [:]
    for labels in all { for next in steps(labels) { previous[next, default: []].append(labels) } }
    var distance = [target: 0]
    var queue = [target]
    var head = 0
    while head < queue.count {
      let labels = queue[head]
      head += 1
      for other in previous[labels] ?? [] where distance[other] == nil {
        distance[other] = distance[labels]! + 1
        queue.append(other)
      }
    }
    return distance
  }

  /// Wen and Tzerpos 2004: 1 − mno(A, B) / max over all partitions of mno(·, B), each searched for.
  @Test(arguments: [[0, 0, 0, 0, 0], [0, 0, 1, 1, 1], [0, 1, 1, 2, 2], [0, 1, 2, 3, 4]])
  func effectivenessIsTheFewestMovesAndJoins(_ reference: [Int]) {
    let all = Self.partitions(5)
    #expect(all.count == 52)
    let distance = Self.distances(to: reference, among: all)
    let most = distance.values.max()!
    for labels in all {
      let pair = Self.comparison(labels, reference)
      #expect(pair.movesAndJoins == distance[labels]!, "\(labels)")
      #expect(abs(pair.moJoFM - 100 * (1 - Double(distance[labels]!) / Double(most))) < 1e-9)
    }
  }

  /// The bound of the formula is what the worst of 877 partitions reaches.
  @Test(arguments: [[0, 0, 0, 1, 1, 2, 2], [0, 0, 0, 0, 0, 1, 2], [0, 1, 2, 3, 3, 3, 3]])
  func theWorstPartitionScoresNothing(_ reference: [Int]) {
    let scores = Self.partitions(7).map { Self.comparison($0, reference).moJoFM }
    #expect(scores.count == 877 && scores.min()! == 0 && scores.max()! == 100)
  }

  /// Le et al. 2015, by the counts of their definition.
  @Test func architectureSimilarityByHand() {
    // Clusters {0,1,2} {3,4} {5} against {0,1} {2,3,4} and a new 6: one cluster fewer, 5 goes and 6
    // comes (2 each), one element moves; aco 3 + 12 and 2 + 12.
    let similarity = architectureSimilarity([0, 0, 0, 1, 1, 2, nil], [0, 0, 1, 1, 1, nil, 1])
    #expect(abs(similarity - 100 * 23.0 / 29) < 1e-9)
    // Nothing in common: everything of one side goes, everything of the other comes.
    #expect(abs(architectureSimilarity([0, 0, nil], [nil, nil, 0]) - 25) < 1e-9)
  }

  /// Garcia et al. 2013: c2c of {0,1,2,3} and {0,1,2} is 3/4, of {4,5} and {3,4,5} 2/3.
  @Test func clusterCoverageByHand() {
    let pair = Self.comparison([0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 1, 1])
    #expect(pair.coverage(above: 0.7) == (0.5, 0.5))
    #expect(pair.coverage(above: 0.66) == (1, 1))
    #expect(pair.coverage(above: 0.75) == (0, 0))
  }

  /// Each element of a cluster alone on the other side: no table of all pairs is made.
  @Test func manySmallClustersAreAssigned() {
    let count = 30_000
    let whole = (0..<count).map { $0 / 3 }
    let single = Array(0..<count)
    let table = Contingency(Partition(single), Partition(whole))
    #expect(table.bestAssignment == count / 3)
    #expect(table.assignment.count { $0 != nil } == count / 3)
    #expect(Contingency(Partition(whole), Partition(single)).bestAssignment == count / 3)
  }

  /// One component of all labels.
  @Test func manyEntangledClustersAreAssigned() {
    let (a, b) = (
      randomLabels(6000, below: 1200, seed: 1), randomLabels(6000, below: 1200, seed: 2)
    )
    let (forth, back) = (Contingency(a, b), Contingency(b, a))
    let columns = forth.assignment.compactMap { $0 }
    #expect(Set(columns).count == columns.count && columns.count > 1150)
    #expect(forth.bestAssignment == back.bestAssignment)
    let rows = Dictionary(
      grouping: forth.cells, by: \.row
    ).values.reduce(0) { $0 + ($1.map(\.count).max() ?? 0) }
    #expect(forth.bestAssignment <= rows)
  }
}
