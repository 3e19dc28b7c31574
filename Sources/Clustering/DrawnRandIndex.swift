/// The adjusted Rand index of two partitions over nodes that are drawn with replacement.
///
/// A node that is drawn m times counts m times. Copies of one node are no pair: they are together on both
/// sides whatever these say, so that pairs of copies would raise every score. With multiplicities m the
/// pairs of a set are therefore ((Σ m)² − Σ m²) / 2, which is n · (n − 1) / 2 where all are one.
package struct DrawnRandIndex: Sendable {
  private let rows: [Int]
  private let columns: [Int]
  private let cells: [Int]
  private let counts: (rows: Int, columns: Int, cells: Int)

  package init(recovered: Partition, reference: Partition) {
    precondition(recovered.nodeCount == reference.nodeCount, "partitions of different nodes")
    rows = recovered.labels
    columns = reference.labels
    var numbers: [[Int]: Int] = [:]
    cells = zip(rows, columns).map { pair in
      let key = [pair.0, pair.1]
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
    counts = (recovered.count, reference.count, numbers.count)
  }

  /// 1 where it is 0 / 0. Linear in the nodes.
  package func value(multiplicities: [Int]) -> Double {
    let together = pairs(cells, counts.cells, multiplicities)
    let inRows = pairs(rows, counts.rows, multiplicities)
    let inColumns = pairs(columns, counts.columns, multiplicities)
    let all = pairs([Int](repeating: 0, count: rows.count), 1, multiplicities)
    let expected = all > 0 ? inRows * inColumns / all : 0
    let best = (inRows + inColumns) / 2
    return best == expected ? 1 : (together - expected) / (best - expected)
  }

  private func pairs(_ labels: [Int], _ count: Int, _ multiplicities: [Int]) -> Double {
    var sums = [Double](repeating: 0, count: count)
    var squares = 0.0
    for (label, times) in zip(labels, multiplicities) {
      sums[label] += Double(times)
      squares += Double(times * times)
    }
    return (sums.reduce(0) { $0 + $1 * $1 } - squares) / 2
  }
}
