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

  /// How many nodes need not move where each row may keep one column and each column one row.
  package var bestAssignment: Int {
    var kept = 0
    let assignment = assignment
    for cell in cells where assignment[cell.row] == cell.column { kept += cell.count }
    return kept
  }

  /// The column of each row in a one-to-one assignment that keeps most nodes; nil for a row that
  /// gets none that it shares nodes with.
  package var assignment: [Int?] {
    maximumAssignment(cells, rows: rowSizes.count, columns: columnSizes.count)
  }
}
