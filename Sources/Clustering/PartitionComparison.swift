/// How near a recovered partition comes to a reference over the same nodes.
package struct PartitionComparison: Sendable {
  package let contingency: Contingency

  package init(recovered: Partition, reference: Partition) {
    contingency = Contingency(recovered, reference)
  }

  /// Compares over the elements that both sides place; nil is an element that a side leaves out.
  package init(recovered: [Int?], reference: [Int?]) {
    let both = zip(recovered, reference).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
    self.init(recovered: Partition(both.map(\.0)), reference: Partition(both.map(\.1)))
  }

  /// Adjusted Rand index (Hubert and Arabie 1985): 1 for equal partitions, 0 on average by chance.
  ///
  /// Where it is 0 / 0 (both sides one cluster, or both all single) the partitions are equal: 1.
  package var adjustedRandIndex: Double {
    let together = contingency.cells.reduce(0) { $0 + Self.pairs($1.count) }
    let rows = contingency.rowSizes.reduce(0) { $0 + Self.pairs($1) }
    let columns = contingency.columnSizes.reduce(0) { $0 + Self.pairs($1) }
    let all = Self.pairs(contingency.total)
    let expected = all > 0 ? rows * columns / all : 0
    let best = (rows + columns) / 2
    return best == expected ? 1 : (together - expected) / (best - expected)
  }

  private static func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }

  /// MoJoFM (Wen and Tzerpos 2004), 0...100: moves and joins that turn the recovered partition into
  /// the reference, relative to the most that any partition needs.
  package var moJoFM: Double {
    let most = contingency.total - largestMatching
    return most > 0 ? 100 * (1 - Double(movesAndJoins) / Double(most)) : 100
  }

  /// The fewest moves and joins from the recovered partition to the reference.
  package var movesAndJoins: Int {
    var largest = [Int](repeating: 0, count: contingency.rowSizes.count)
    for cell in contingency.cells { largest[cell.row] = max(largest[cell.row], cell.count) }
    var tags = [[Int]](repeating: [], count: largest.count)
    for cell in contingency.cells where cell.count == largest[cell.row] {
      tags[cell.row].append(cell.column)
    }
    let groups = maximumMatching(tags, columns: contingency.columnSizes.count)
    return contingency.total - largest.reduce(0, +) + largest.count - groups
  }

  /// The number of groups of the partition that is farthest from the reference.
  private var largestMatching: Int {
    contingency.columnSizes.sorted().reduce(0) { $0 < $1 ? $0 + 1 : $0 }
  }

  /// Shares of clusters with a partner whose c2c overlap n / max(sizes) lies above `threshold`.
  package func coverage(above threshold: Double) -> (recovered: Double, reference: Double) {
    var rows = Set<Int>()
    var columns = Set<Int>()
    for cell in contingency.cells {
      let larger = max(contingency.rowSizes[cell.row], contingency.columnSizes[cell.column])
      if Double(cell.count) > threshold * Double(larger) {
        rows.insert(cell.row)
        columns.insert(cell.column)
      }
    }
    return (
      Self.share(rows.count, contingency.rowSizes.count),
      Self.share(columns.count, contingency.columnSizes.count)
    )
  }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 1
  }
}

/// a2a (Le et al. 2015), 0...100, over all elements; nil is an element that a side does not have.
///
/// Clusters and elements are added and removed, elements moved. A random partition scores 77 to 84.
package func architectureSimilarity(_ recovered: [Int?], _ reference: [Int?]) -> Double {
  precondition(recovered.count == reference.count, "one entry an element on both sides")
  let sizes = (recovered.compactMap { $0 }.count, reference.compactMap { $0 }.count)
  let clusters = (Set(recovered.compactMap { $0 }).count, Set(reference.compactMap { $0 }).count)
  let common = PartitionComparison(recovered: recovered, reference: reference).contingency
  let moved = common.total - common.bestAssignment
  let changed = (sizes.0 - common.total) + (sizes.1 - common.total)
  let steps = abs(clusters.0 - clusters.1) + 2 * changed + moved
  let whole = clusters.0 + 2 * sizes.0 + clusters.1 + 2 * sizes.1
  return whole > 0 ? 100 * (1 - Double(steps) / Double(whole)) : 100
}
