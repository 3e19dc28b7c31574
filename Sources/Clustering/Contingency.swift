/// How many nodes each cluster of one partition shares with each of another; zeros are left out.
package struct Contingency: Sendable {
  package struct Cell: Sendable, Hashable {
    package var row: Int
    package var column: Int
    package var count: Int
  }

  /// By row, then by column.
  package let cells: [Cell]
  package let rowSizes: [Int]
  package let columnSizes: [Int]
  package let total: Int

  /// Both over the same nodes. O(nodes + cells log cells).
  package init(_ a: Partition, _ b: Partition) {
    precondition(a.nodeCount == b.nodeCount, "partitions of different nodes")
    var counts = [Int](repeating: 0, count: b.count)
    var cells: [Cell] = []
    for (row, nodes) in a.members.enumerated() {
      var columns: [Int] = []
      for node in nodes {
        let column = b.labels[node]
        if counts[column] == 0 { columns.append(column) }
        counts[column] += 1
      }
      for column in columns.sorted() {
        cells.append(Cell(row: row, column: column, count: counts[column]))
        counts[column] = 0
      }
    }
    self.cells = cells
    rowSizes = a.sizes
    columnSizes = b.sizes
    total = a.nodeCount
  }

  /// The largest sum of cells with no two in one row or column: how many nodes need not move.
  package var bestAssignment: Int {
    var weights = Array(
      repeating: [Double](repeating: 0, count: columnSizes.count), count: rowSizes.count)
    for cell in cells { weights[cell.row][cell.column] = Double(cell.count) }
    let assignment = maximumAssignment(weights)
    let kept = assignment.enumerated().map { row, column in
      column.map { weights[row][$0] } ?? 0
    }
    return Int(kept.reduce(0, +))
  }
}
