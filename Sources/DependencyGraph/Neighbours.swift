/// Lists of neighbours in one array, in the order of the pairs.
package struct Neighbours: Sendable {
  private var starts: [Int]
  private var targets: [Int32]

  /// Linear in `count` and the pairs, whose first members are below `count`.
  package init(count: Int, pairs: [(from: Int32, to: Int32)]) {
    starts = Array(repeating: 0, count: count + 1)
    targets = Array(repeating: 0, count: pairs.count)
    for pair in pairs { starts[Int(pair.from) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    for pair in pairs {
      targets[next[Int(pair.from)]] = pair.to
      next[Int(pair.from)] += 1
    }
  }

  package subscript(index: Int) -> ArraySlice<Int32> { targets[starts[index]..<starts[index + 1]] }
}
