/// The column of each row in a one-to-one assignment of largest total weight.
///
/// Rows are dense and of equal length. With more rows than columns some rows get none. Shortest
/// augmenting paths with potentials (Kuhn 1955, in the form of Jonker and Volgenant 1987):
/// O(short² · long).
package func maximumAssignment(_ weights: [[Double]]) -> [Int?] {
  guard let columns = weights.first?.count, columns > 0 else {
    return weights.map { _ in nil }
  }
  if weights.count <= columns { return AssignmentSearch(weights).run() }
  let turned = (0..<columns).map { column in weights.map { $0[column] } }
  var result = [Int?](repeating: nil, count: weights.count)
  for (column, row) in AssignmentSearch(turned).run().enumerated() {
    if let row { result[row] = column }
  }
  return result
}

/// Places are counted from one; zero is the root of each search.
private struct AssignmentSearch {
  private let weights: [[Double]]
  private let columns: Int
  private var rowPotential: [Double]
  private var columnPotential: [Double]
  private var rowOf: [Int]
  private var previous: [Int]

  init(_ weights: [[Double]]) {
    self.weights = weights
    columns = weights[0].count
    rowPotential = [Double](repeating: 0, count: weights.count + 1)
    columnPotential = [Double](repeating: 0, count: columns + 1)
    rowOf = [Int](repeating: 0, count: columns + 1)
    previous = rowOf
  }

  func run() -> [Int?] {
    var search = self
    for row in 1...weights.count { search.augment(row) }
    var result = [Int?](repeating: nil, count: weights.count)
    for column in 1...columns where search.rowOf[column] > 0 {
      result[search.rowOf[column] - 1] = column - 1
    }
    return result
  }

  private mutating func augment(_ row: Int) {
    rowOf[0] = row
    var column = 0
    var slack = [Double](repeating: .infinity, count: columns + 1)
    var isUsed = [Bool](repeating: false, count: columns + 1)
    repeat {
      isUsed[column] = true
      column = step(from: column, &slack, isUsed)
    } while rowOf[column] != 0
    while column != 0 {
      rowOf[column] = rowOf[previous[column]]
      column = previous[column]
    }
  }

  private mutating func step(from column: Int, _ slack: inout [Double], _ isUsed: [Bool]) -> Int {
    let row = rowOf[column]
    var least = Double.infinity
    var next = 0
    for other in 1...columns where !isUsed[other] {
      let reduced = -weights[row - 1][other - 1] - rowPotential[row] - columnPotential[other]
      if reduced < slack[other] {
        slack[other] = reduced
        previous[other] = column
      }
      if slack[other] < least {
        least = slack[other]
        next = other
      }
    }
    for other in 0...columns {
      if isUsed[other] {
        rowPotential[rowOf[other]] += least
        columnPotential[other] -= least
      } else {
        slack[other] -= least
      }
    }
    return next
  }
}

/// The size of a maximum matching between rows and the columns that each row may take.
///
/// Augmenting paths, found breadth first (Berge 1957). O(rows · entries).
package func maximumMatching(_ choices: [[Int]], columns: Int) -> Int {
  var rowOf = [Int?](repeating: nil, count: columns)
  var size = 0
  for root in choices.indices {
    var parent = [Int?](repeating: nil, count: columns)
    var columnOf: [Int: Int] = [:]
    var queue = [root]
    var head = 0
    var free: Int?
    search: while head < queue.count {
      let row = queue[head]
      head += 1
      for column in choices[row] where parent[column] == nil {
        parent[column] = row
        guard let owner = rowOf[column] else {
          free = column
          break search
        }
        columnOf[owner] = column
        queue.append(owner)
      }
    }
    if free != nil { size += 1 }
    while let column = free, let row = parent[column] {
      rowOf[column] = row
      free = row == root ? nil : columnOf[row]
    }
  }
  return size
}
