/// Adjacency in compressed rows: the entries of row `r` are `start[r]..<start[r + 1]`, by column.
///
/// Entries for one cell are merged by adding their weights. The sum does not depend on the order
/// in which they were given: more than two are added in ascending order.
struct CompressedRows: Sendable {
  var start: [Int32]
  var columns: [Int32]
  var weights: [Double]

  /// One weighted cell of the matrix.
  struct Cell {
    var row: Int32
    var column: Int32
    var weight: Double
  }

  /// Sorts by row and column with two counting sorts and merges. O(rows + cells).
  init(size: Int, cells: [Cell]) {
    precondition(cells.count < Int(Int32.max), "more than 2³¹ edges")
    let byColumn = Self.countingSort(cells, size: size) { $0.column }
    let sorted = Self.countingSort(byColumn, size: size) { $0.row }
    start = [Int32](repeating: 0, count: size + 1)
    columns = []
    weights = []
    columns.reserveCapacity(sorted.count)
    weights.reserveCapacity(sorted.count)
    var next = 0
    while next < sorted.count {
      let cell = sorted[next]
      var end = next + 1
      while end < sorted.count, sorted[end].row == cell.row, sorted[end].column == cell.column {
        end += 1
      }
      columns.append(cell.column)
      weights.append(end - next == 1 ? cell.weight : Self.sum(sorted[next..<end]))
      start[Int(cell.row) + 1] += 1
      next = end
    }
    for row in 0..<size { start[row + 1] += start[row] }
  }

  func range(_ row: Int) -> Range<Int> { Int(start[row])..<Int(start[row + 1]) }

  private static func sum(_ cells: ArraySlice<Cell>) -> Double {
    cells.map(\.weight).sorted().reduce(0, +)
  }

  private static func countingSort(_ cells: [Cell], size: Int, key: (Cell) -> Int32) -> [Cell] {
    var position = [Int](repeating: 0, count: size + 1)
    for cell in cells { position[Int(key(cell)) + 1] += 1 }
    for index in 0..<size { position[index + 1] += position[index] }
    return [Cell](unsafeUninitializedCapacity: cells.count) { buffer, count in
      for cell in cells {
        let slot = Int(key(cell))
        buffer.initializeElement(at: position[slot], to: cell)
        position[slot] += 1
      }
      count = cells.count
    }
  }
}
