import Basics
import Graphs
import Testing

@testable import Clustering

@Suite struct ComparisonTests {
  private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }

  @Test func workedExample() {
    // A = {0,1,2,3} {4,5}, B = {0,1} {2,3,4,5}: n = 2, 2, 2 and a 0.
    let a = Partition([0, 0, 0, 0, 1, 1])
    let b = Partition([0, 0, 1, 1, 1, 1])
    let pair = PartitionComparison(recovered: a, reference: b)
    // Ties let A1 take B1 and A2 take B2: two moves. Farthest partition: 6 − 2.
    #expect(pair.movesAndJoins == 2)
    #expect(near(pair.moJoFM, 50))
    // Σ C(n,2) = 3, both sides 7, all 15: (3 − 49/15) / (7 − 49/15).
    #expect(near(pair.adjustedRandIndex, (3 - 49.0 / 15) / (7 - 49.0 / 15)))
    // c2c: 2/4 three times.
    #expect(pair.coverage(above: 0.33) == (1, 1))
    #expect(pair.coverage(above: 0.5) == (0, 0))
    // Four stay, two move; aco = 2 + 12 on both sides.
    #expect(
      near(architectureSimilarity([0, 0, 0, 0, 1, 1], [0, 0, 1, 1, 1, 1]), 100 * (1 - 2.0 / 28)))
  }

  @Test func joinsCountWhereTagsCollide() {
    // Two recovered clusters within one of the reference: one join, no move.
    let pair = PartitionComparison(
      recovered: Partition([0, 0, 1, 1, 2, 2]), reference: Partition([0, 0, 0, 0, 1, 1]))
    #expect(pair.movesAndJoins == 1)
    #expect(near(pair.moJoFM, 75))
    #expect(pair.coverage(above: 0.66).recovered == 1.0 / 3)
    #expect(pair.coverage(above: 0.66).reference == 0.5)
  }

  @Test func missingElementsCostTwice() {
    // Element 3 only in A, element 4 only in B, clusters alike: 2 + 2 of (2 + 8) + (2 + 8).
    let similarity = architectureSimilarity([0, 0, 1, 1, nil], [5, 5, 6, nil, 6])
    #expect(near(similarity, 100 * (1 - 4.0 / 20)))
    let pair = PartitionComparison(recovered: [0, 0, 1, 1, nil], reference: [5, 5, 6, nil, 6])
    #expect(pair.contingency.total == 3 && pair.adjustedRandIndex == 1)
  }

  @Test(arguments: 0..<40) func identityAndSymmetry(seed: UInt64) {
    let a = randomLabels(50, below: 1 + Int(seed % 9), seed: seed)
    let b = randomLabels(50, below: 6, seed: seed + 100)
    let same = PartitionComparison(recovered: a, reference: a)
    #expect(same.moJoFM == 100 && same.adjustedRandIndex == 1)
    #expect(same.coverage(above: 0.66) == (1, 1))
    #expect(architectureSimilarity(a.labels, a.labels) == 100)
    let forth = PartitionComparison(recovered: a, reference: b)
    let back = PartitionComparison(recovered: b, reference: a)
    #expect(near(forth.adjustedRandIndex, back.adjustedRandIndex))
    #expect(forth.coverage(above: 0.5).recovered == back.coverage(above: 0.5).reference)
    #expect(0...100 ~= forth.moJoFM)
    #expect(
      near(
        architectureSimilarity(a.labels, b.labels), architectureSimilarity(b.labels, a.labels)))
  }

  /// Against every pair of drawn nodes, copies of one left out.
  @Test(arguments: 0..<20) func drawnRandIndexCountsPairs(seed: UInt64) {
    let a = randomLabels(30, below: 4, seed: seed)
    let b = randomLabels(30, below: 3, seed: seed + 50)
    let index = DrawnRandIndex(recovered: a, reference: b)
    let plain = PartitionComparison(recovered: a, reference: b).adjustedRandIndex
    #expect(near(index.value(multiplicities: Array(repeating: 1, count: 30)), plain))
    var random = SeededGenerator(seed: seed)
    let drawn = (0..<30).map { _ in random.next(below: 30) }
    var (both, inA, inB, all) = (0.0, 0.0, 0.0, 0.0)
    for (place, x) in drawn.enumerated() {
      for y in drawn[..<place] where x != y {
        let (isA, isB) = (a.labels[x] == a.labels[y], b.labels[x] == b.labels[y])
        all += 1
        inA += isA ? 1 : 0
        inB += isB ? 1 : 0
        both += isA && isB ? 1 : 0
      }
    }
    let times = (0..<30).map { node in drawn.count { $0 == node } }
    let wanted = (both - inA * inB / all) / ((inA + inB) / 2 - inA * inB / all)
    #expect(near(index.value(multiplicities: times), wanted))
  }

  @Test func randIndexOfChanceIsNearZero() {
    let values = (0..<200).map { seed in
      PartitionComparison(
        recovered: randomLabels(60, below: 5, seed: seed),
        reference: randomLabels(60, below: 5, seed: seed + 1000)
      ).adjustedRandIndex
    }
    #expect(abs(values.reduce(0, +) / 200) < 0.01)
  }

  @Test func degeneratePartitions() {
    let (whole, single) = (Partition.whole(5), Partition.singletons(5))
    #expect(PartitionComparison(recovered: whole, reference: single).adjustedRandIndex == 0)
    #expect(PartitionComparison(recovered: single, reference: single).adjustedRandIndex == 1)
    #expect(PartitionComparison(recovered: single, reference: whole).moJoFM == 0)
    let none = PartitionComparison(recovered: Partition([Int]()), reference: Partition([Int]()))
    #expect(none.moJoFM == 100 && none.adjustedRandIndex == 1)
    #expect(architectureSimilarity([], []) == 100)
  }

  /// Against every way to assign, by brute force.
  @Test(arguments: 0..<60) func assignmentAndMatchingAreMaximum(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (rows, columns) = (1 + random.next(below: 5), 1 + random.next(below: 5))
    let weights = (0..<rows).map { _ in (0..<columns).map { _ in Double(random.next(below: 9)) } }
    func best(_ row: Int, _ used: Set<Int>, _ value: (Int, Int) -> Double) -> Double {
      if row == rows { return 0 }
      let skipped = best(row + 1, used, value)
      return (0..<columns).filter { !used.contains($0) }.reduce(skipped) {
        max($0, value(row, $1) + best(row + 1, used.union([$1]), value))
      }
    }
    let cells = weights.enumerated().flatMap { row, counts in
      counts.enumerated().filter { $0.element > 0 }.map {
        Contingency.Cell(row: row, column: $0.offset, count: Int($0.element))
      }
    }
    let found = maximumAssignment(cells, rows: rows, columns: columns)
    let taken = found.compactMap { $0 }
    #expect(Set(taken).count == taken.count)
    var total = 0.0
    for (row, column) in found.enumerated() {
      guard let column else { continue }
      #expect(weights[row][column] > 0)
      total += weights[row][column]
    }
    #expect(total == best(0, []) { weights[$0][$1] })
    let choices = weights.map { row in row.indices.filter { row[$0] > 5 } }
    let matched = best(0, []) { choices[$0].contains($1) ? 1 : 0 }
    #expect(Double(maximumMatching(choices, columns: columns)) == matched)
  }
}

@Suite struct StructuralMeasureTests {
  /// Clusters {0,1} and {2,3,4}: inside 3 and 2, crossing 1 and 2, a loop that does not count.
  private let graph = DirectedGraph(
    nodeCount: 5,
    edges: [
      WeightedEdge(0, 1, weight: 3), WeightedEdge(2, 3), WeightedEdge(4, 2), WeightedEdge(1, 2),
      WeightedEdge(3, 0, weight: 2), WeightedEdge(4, 4, weight: 50),
    ])
  private let partition = Partition([0, 0, 1, 1, 1])

  @Test func valuesByHand() {
    let measures = StructuralMeasures(partition, graph)
    #expect(abs(measures.turboMQ - (6.0 / 9 + 4.0 / 7) / 2) < 1e-12)
    #expect(abs(measures.structuralModularity - ((3.0 / 4 + 2.0 / 9) / 2 - 3.0 / 12)) < 1e-12)
    #expect(measures.crossingShare == 3.0 / 8)
    #expect(measures.nonExtremeDistribution() == 1)
    #expect(measures.nonExtremeDistribution(outside: 3...20) == 0.4)
  }

  @Test func clustersByHand() {
    let clusters = StructuralMeasures(partition, graph).clusters
    #expect(clusters.map(\.size) == [2, 3])
    #expect(clusters.map(\.inside) == [3, 2])
    #expect(clusters.map(\.entering) == [2, 1] && clusters.map(\.leaving) == [1, 2])
    #expect(clusters.map(\.cohesion) == [3.0 / 4, 2.0 / 9])
    #expect(clusters.map(\.factor) == [6.0 / 9, 4.0 / 7])
    #expect(StructuralMeasures(partition, graph).crossingWeight == 3)
  }

  /// Of sizes 4, 5, 20 and 21 two are extreme: 25 of 50 elements, two of four clusters.
  @Test func bandIncludesItsEnds() {
    let sizes = [4, 5, 20, 21]
    let labels = sizes.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    let measures = StructuralMeasures(
      Partition(labels), DirectedGraph(nodeCount: 50, edges: [WeightedEdge]()))
    #expect(measures.nonExtremeDistribution() == 0.5)
    #expect(measures.extremeClusters() == 0.5)
  }

  @Test func extremes() {
    let whole = StructuralMeasures(.whole(5), graph)
    #expect(whole.turboMQ == 1 && whole.crossingShare == 0)
    #expect(whole.structuralModularity == 8.0 / 25)
    let single = StructuralMeasures(.singletons(5), graph)
    #expect(single.turboMQ == 0 && single.crossingShare == 1)
    let empty = StructuralMeasures(
      Partition([Int]()), DirectedGraph(nodeCount: 0, edges: []))
    #expect(empty.turboMQ == 0 && empty.structuralModularity == 0 && empty.crossingShare == 0)
  }

  @Test func purityByHand() {
    let purity = TransactionalPurity(accesses: [[4, 0, 0], [1, 1, 0], [0, 0, 0]])
    #expect(purity.tables == [1, 0, nil])
    #expect(purity.mean == 0.5)
    let even = TransactionalPurity(accesses: [[2, 2, 2, 2]], scale: .services)
    #expect(even.mean == 0)
    // The same with services that do not use it left out of the row.
    let sparse = TransactionalPurity(accesses: [[2, 2]], services: 4, scale: .services)
    #expect(sparse.mean == 0.5)
    let bits = TransactionalPurity(accesses: [[2, 2, 2, 2]])
    #expect(bits.mean == -1)
    #expect(TransactionalPurity(accesses: []).mean == nil)
  }
}
