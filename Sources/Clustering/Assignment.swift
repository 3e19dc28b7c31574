/// The column of each row in a one-to-one assignment of largest total weight; nil for a row that gets
/// none.
///
/// `cells` are sorted by row, their counts positive; where there is no cell a row cannot have a column.
/// Shortest augmenting paths with potentials (Kuhn 1955, in the form of Jonker and Volgenant 1987), along
/// the cells alone (Dijkstra 1959), where a path may also end at a row that is worth nothing any more and
/// gives up its column. O(rows · cells · log cells) at most: a search ends with the first free column.
package func maximumAssignment(
  _ cells: [Contingency.Cell], rows: Int, columns: Int
) -> [Int?] {
  var search = AssignmentSearch(cells, rows: rows, columns: columns)
  for row in 0..<rows { search.assign(row) }
  return search.columnOf.map { $0 < 0 ? nil : $0 }
}

private struct AssignmentSearch {
  private let cells: [Contingency.Cell]
  /// The cells of each row.
  private let start: [Int]
  private(set) var columnOf: [Int]
  private var rowOf: [Int]
  /// What each row still gains and each column costs: together at least the cell, exactly it where
  /// they are assigned, and nothing for what is free.
  private var gain: [Int]
  private var price: [Int]
  private var distance: [Int]
  /// The row by which a column was reached.
  private var previous: [Int]
  private var isSettled: [Bool]

  init(_ cells: [Contingency.Cell], rows: Int, columns: Int) {
    self.cells = cells
    var start = [Int](repeating: 0, count: rows + 1)
    for cell in cells { start[cell.row + 1] += 1 }
    for row in 0..<rows { start[row + 1] += start[row] }
    self.start = start
    columnOf = [Int](repeating: -1, count: rows)
    rowOf = [Int](repeating: -1, count: columns)
    gain = [Int](repeating: 0, count: rows)
    price = [Int](repeating: 0, count: columns)
    distance = [Int](repeating: .max, count: columns)
    previous = rowOf
    isSettled = [Bool](repeating: false, count: columns)
  }

  mutating func assign(_ row: Int) {
    let own = cells[start[row]..<start[row + 1]]
    gain[row] = own.reduce(0) { max($0, $1.count - price[$1.column]) }
    guard gain[row] > 0 else { return }
    // Giving up the row itself is the dearest end.
    var end = (distance: gain[row], row: row, column: -1)
    var touched: [Int] = []
    var settled: [Int] = []
    var queue = DistanceQueue()
    reach(from: row, at: 0, below: end.distance, &queue, &touched)
    while let (next, column) = queue.pop(), next < end.distance {
      if isSettled[column] { continue }
      let owner = rowOf[column]
      if owner < 0 {
        end = (next, -1, column)
        break
      }
      isSettled[column] = true
      settled.append(column)
      if next + gain[owner] < end.distance { end = (next + gain[owner], owner, column) }
      reach(from: owner, at: next, below: end.distance, &queue, &touched)
    }
    gain[row] -= end.distance
    for column in settled where distance[column] < end.distance {
      gain[rowOf[column]] -= end.distance - distance[column]
      price[column] += end.distance - distance[column]
    }
    if end.column >= 0 { exchange(end, root: row) }
    for column in touched {
      distance[column] = .max
      isSettled[column] = false
    }
  }

  private mutating func reach(
    from row: Int, at base: Int, below limit: Int, _ queue: inout DistanceQueue,
    _ touched: inout [Int]
  ) {
    for cell in cells[start[row]..<start[row + 1]] where !isSettled[cell.column] {
      let next = base + gain[row] + price[cell.column] - cell.count
      guard next < limit, next < distance[cell.column] else { continue }
      if distance[cell.column] == .max { touched.append(cell.column) }
      distance[cell.column] = next
      previous[cell.column] = row
      queue.push(next, cell.column)
    }
  }

  /// Gives each row on the way the column behind it; the row at the end, if there is one, loses its own.
  private mutating func exchange(_ end: (distance: Int, row: Int, column: Int), root: Int) {
    if end.row >= 0 { columnOf[end.row] = -1 }
    var column = end.column
    while column >= 0 {
      let row = previous[column]
      let before = columnOf[row]
      rowOf[column] = row
      columnOf[row] = column
      column = row == root ? -1 : before
    }
  }
}

/// Columns by distance, the lower number first where it is equal: a binary heap.
private struct DistanceQueue {
  private var entries: [(distance: Int, column: Int)] = []

  private static func precedes(
    _ a: (distance: Int, column: Int), _ b: (distance: Int, column: Int)
  ) -> Bool {
    a.distance != b.distance ? a.distance < b.distance : a.column < b.column
  }

  mutating func push(_ distance: Int, _ column: Int) {
    entries.append((distance, column))
    var place = entries.count - 1
    while place > 0, Self.precedes(entries[place], entries[(place - 1) / 2]) {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> (distance: Int, column: Int)? {
    guard let first = entries.first else { return nil }
    let last = entries.removeLast()
    if entries.isEmpty { return first }
    entries[0] = last
    var place = 0
    while 2 * place + 1 < entries.count {
      var child = 2 * place + 1
      if child + 1 < entries.count, Self.precedes(entries[child + 1], entries[child]) { child += 1 }
      guard Self.precedes(entries[child], entries[place]) else { break }
      entries.swapAt(place, child)
      place = child
    }
    return first
  }
}

/// The size of a maximum matching between rows and the columns that each row may take.
///
/// Augmenting paths, found breadth first (Berge 1957). O(rows · entries).
package func maximumMatching(_ choices: [[Int]], columns: Int) -> Int {
  var rowOf = [Int?](repeating: nil, count: columns)
  var size = 0
  var parent = [Int](repeating: -1, count: columns)
  var columnOf = [Int](repeating: -1, count: choices.count)
  for root in choices.indices {
    var touched: [Int] = []
    var queue = [root]
    var head = 0
    var free = -1
    search: while head < queue.count {
      let row = queue[head]
      head += 1
      for column in choices[row] where parent[column] < 0 {
        parent[column] = row
        touched.append(column)
        guard let owner = rowOf[column] else {
          free = column
          break search
        }
        columnOf[owner] = column
        queue.append(owner)
      }
    }
    if free >= 0 { size += 1 }
    while free >= 0 {
      let row = parent[free]
      rowOf[free] = row
      free = row == root ? -1 : columnOf[row]
    }
    for column in touched { parent[column] = -1 }
  }
  return size
}
