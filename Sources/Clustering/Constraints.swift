/// What a partition has to respect, by node numbers; a person's decisions become one of these.
package struct ClusteringConstraints: Sendable, Hashable {
  /// Each group ends up in one cluster.
  package var keepTogether: [[Int]] = []
  /// The two nodes end up in different clusters.
  package var keepApart: [NodePair] = []
  /// Nodes pinned to a named cluster: equal labels together, different labels apart.
  package var fixed: [FixedNode] = []

  package init() {}

  package var isEmpty: Bool { keepTogether.isEmpty && keepApart.isEmpty && fixed.isEmpty }
}

package struct NodePair: Sendable, Hashable {
  package var first: Int
  package var second: Int

  package init(_ first: Int, _ second: Int) {
    self.first = first
    self.second = second
  }
}

package struct FixedNode: Sendable, Hashable {
  package var node: Int
  /// Any number that the caller uses for the cluster.
  package var label: Int

  package init(_ node: Int, label: Int) {
    self.node = node
    self.label = label
  }
}

/// A constraint that could not be kept because of others; it was left out.
package enum Contradiction: Sendable, Hashable {
  /// The node is pinned twice; the first pin holds.
  case pinnedTwice(FixedNode, held: Int)
  /// Joining the two nodes of a keep-together group would join two different pins.
  case togetherJoinsPins(NodePair, labels: NodePair)
  /// Two nodes to be kept apart are bound together by a group or a pin, or are the same.
  case apartIsTogether(NodePair)
}

/// Constraints made ready: groups to contract, pairs of groups to keep apart.
package struct ResolvedConstraints: Sendable {
  package let nodeCount: Int
  /// What was left out, in the order: pins, groups, pairs; then as given.
  package let contradictions: [Contradiction]
  /// The group of each node, numbered by smallest member.
  let group: [Int32]
  let groupCount: Int
  let conflicts: ConflictRows

  /// Pins hold before groups, groups before pairs, and earlier ones before later ones.
  package init(nodeCount: Int, _ constraints: ClusteringConstraints = ClusteringConstraints()) {
    var solver = ConstraintSolver(nodeCount: nodeCount)
    for pin in constraints.fixed { solver.pin(pin) }
    for nodes in constraints.keepTogether {
      for node in nodes.dropFirst() { solver.join(NodePair(nodes[0], node)) }
    }
    let dense = Partition((0..<nodeCount).map { solver.root($0) })
    self.nodeCount = nodeCount
    group = dense.labels.map(Int32.init)
    groupCount = dense.count
    var pairs: [(Int, Int)] = []
    for pair in constraints.keepApart {
      let ends = (dense.labels[pair.first], dense.labels[pair.second])
      if ends.0 == ends.1 {
        solver.contradictions.append(.apartIsTogether(pair))
      } else {
        pairs.append(ends)
      }
    }
    let pinned = solver.representative.values.map { dense.labels[$0] }.sorted()
    for (index, group) in pinned.enumerated() {
      for other in pinned[..<index] { pairs.append((other, group)) }
    }
    contradictions = solver.contradictions
    conflicts = ConflictRows(nodeCount: groupCount, pairs: pairs)
  }

  var isTrivial: Bool { groupCount == nodeCount && conflicts.isEmpty }
}

/// Union-find with the pin of each set.
private struct ConstraintSolver {
  private var parent: [Int]
  private var label: [Int: Int] = [:]
  /// A node of each pinned label.
  private(set) var representative: [Int: Int] = [:]
  var contradictions: [Contradiction] = []

  init(nodeCount: Int) { parent = Array(0..<nodeCount) }

  mutating func root(_ node: Int) -> Int {
    var node = node
    while parent[node] != node {
      parent[node] = parent[parent[node]]
      node = parent[node]
    }
    return node
  }

  mutating func pin(_ pin: FixedNode) {
    if let held = label[root(pin.node)] {
      if held != pin.label { contradictions.append(.pinnedTwice(pin, held: held)) }
      return
    }
    label[root(pin.node)] = pin.label
    if let other = representative[pin.label] {
      parent[root(pin.node)] = root(other)
    } else {
      representative[pin.label] = pin.node
    }
  }

  mutating func join(_ pair: NodePair) {
    let (a, b) = (root(pair.first), root(pair.second))
    if a == b { return }
    if let first = label[a], let second = label[b], first != second {
      contradictions.append(.togetherJoinsPins(pair, labels: NodePair(first, second)))
      return
    }
    label[a] = label[a] ?? label[b]
    parent[b] = a
  }
}
