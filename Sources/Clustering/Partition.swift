/// An assignment of the nodes `0..<nodeCount` to clusters `0..<count`, numbered by smallest member.
///
/// Equal groupings are equal values, whatever labels they were made from.
public struct Partition: Sendable, Hashable {
  /// The cluster of each node.
  public let labels: [Int]
  /// How many clusters there are; none is empty.
  public let count: Int

  /// Numbers the groups of equal labels by first occurrence. Labels may be any numbers.
  public init(_ labels: some Sequence<some BinaryInteger>) {
    var numbers: [Int: Int] = [:]
    var dense: [Int] = []
    dense.reserveCapacity(labels.underestimatedCount)
    for label in labels {
      let number = numbers[Int(label)] ?? numbers.count
      numbers[Int(label)] = number
      dense.append(number)
    }
    self.labels = dense
    count = numbers.count
  }

  /// The same for labels in `0..<bound`, without hashing.
  init(_ labels: [Int32], below bound: Int) {
    var numbers = [Int](repeating: -1, count: bound)
    var next = 0
    self.labels = labels.map { label in
      if numbers[Int(label)] < 0 {
        numbers[Int(label)] = next
        next += 1
      }
      return numbers[Int(label)]
    }
    count = next
  }

  /// Every node alone.
  package static func singletons(_ nodeCount: Int) -> Partition { Partition(0..<nodeCount) }

  /// All nodes together.
  package static func whole(_ nodeCount: Int) -> Partition {
    Partition([Int](repeating: 0, count: nodeCount))
  }

  public var nodeCount: Int { labels.count }

  /// The nodes of each cluster, ascending.
  package var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (node, label) in labels.enumerated() { members[label].append(node) }
    return members
  }

  /// How many nodes each cluster has.
  package var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for label in labels { sizes[label] += 1 }
    return sizes
  }
}
