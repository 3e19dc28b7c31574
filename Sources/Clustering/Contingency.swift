internal import Graphs

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
  ///
  /// Rows and columns that no chain of cells connects are assigned apart, so many small clusters
  /// cost little.
  package var assignment: [Int?] {
    var result = [Int?](repeating: nil, count: rowSizes.count)
    var rowPosition = [Int](repeating: 0, count: rowSizes.count)
    var columnPosition = [Int](repeating: 0, count: columnSizes.count)
    for group in connectedCells {
      let rows = Array(Set(group.map(\.row))).sorted()
      let columns = Array(Set(group.map(\.column))).sorted()
      for (position, row) in rows.enumerated() { rowPosition[row] = position }
      for (position, column) in columns.enumerated() { columnPosition[column] = position }
      var weights = Array(
        repeating: [Double](repeating: 0, count: columns.count), count: rows.count)
      for cell in group {
        weights[rowPosition[cell.row]][columnPosition[cell.column]] = Double(cell.count)
      }
      for (row, column) in maximumAssignment(weights).enumerated() {
        if let column, weights[row][column] > 0 { result[rows[row]] = columns[column] }
      }
    }
    return result
  }

  /// The cells of each connected component of rows and columns.
  private var connectedCells: [[Cell]] {
    let rows = rowSizes.count
    let components = UndirectedGraph(
      nodeCount: rows + columnSizes.count,
      edges: cells.map { WeightedEdge($0.row, rows + $0.column) }
    ).connectedComponents
    var groups = [[Cell]](repeating: [], count: (components.max() ?? -1) + 1)
    for cell in cells { groups[components[cell.row]].append(cell) }
    return groups
  }
}
