import Basics
import Clustering
import Graphs
import Testing

@Suite struct ConstraintTests {
  /// Random constraints, contradictory ones among them.
  private func constraints(_ nodes: Int, seed: UInt64) -> ClusteringConstraints {
    var random = SeededGenerator(seed: seed)
    var result = ClusteringConstraints()
    for _ in 0..<6 {
      result.keepTogether.append((0..<3).map { _ in random.next(below: nodes) })
      result.fixed.append(FixedNode(random.next(below: nodes), label: random.next(below: 3) - 1))
    }
    for _ in 0..<20 {
      result.keepApart.append(NodePair(random.next(below: nodes), random.next(below: nodes)))
    }
    return result
  }

  /// Every constraint holds, or is named by a contradiction.
  private func check(
    _ wanted: ClusteringConstraints, _ resolved: ResolvedConstraints, _ partition: Partition
  ) {
    let labels = partition.labels
    let left = Set(resolved.contradictions)
    for nodes in wanted.keepTogether {
      for node in nodes where labels[node] != labels[nodes[0]] {
        let isNamed = left.contains {
          if case .togetherJoinsPins(let pair, _) = $0 {
            pair == NodePair(nodes[0], node)
          } else {
            false
          }
        }
        #expect(isNamed)
      }
    }
    for pair in wanted.keepApart {
      let isTogether = labels[pair.first] == labels[pair.second]
      #expect(!isTogether || left.contains(.apartIsTogether(pair)))
    }
    let held = wanted.fixed.filter { pin in
      !left.contains {
        if case .pinnedTwice(pin, _) = $0 { true } else { false }
      }
    }
    for a in held {
      for b in held { #expect((a.label == b.label) == (labels[a.node] == labels[b.node])) }
    }
  }

  @Test(arguments: 0..<60) func areRespectedExactly(seed: UInt64) {
    let graph = graph(60, planted(4, of: 15, seed: seed))
    let wanted = constraints(60, seed: seed)
    let resolved = ResolvedConstraints(nodeCount: 60, wanted)
    let leiden = Leiden(seed: seed)
    let plain = leiden.partition(graph, from: nil, constraints: resolved)
    check(wanted, resolved, plain)
    let start = randomLabels(60, below: 3, seed: seed)
    for iterations in [0, 1, 2] {
      let options = Leiden(seed: seed, iterations: iterations)
      let warm = options.partition(graph, from: start, constraints: resolved)
      check(wanted, resolved, warm)
    }
  }

  @Test func contradictionsAreNamed() {
    var wanted = ClusteringConstraints()
    wanted.fixed = [FixedNode(0, label: 7), FixedNode(0, label: 8), FixedNode(1, label: 8)]
    wanted.keepTogether = [[0, 1], [2, 3]]
    wanted.keepApart = [NodePair(2, 3), NodePair(4, 4), NodePair(0, 2)]
    let resolved = ResolvedConstraints(nodeCount: 5, wanted)
    #expect(
      resolved.contradictions == [
        .pinnedTwice(FixedNode(0, label: 8), held: 7),
        .togetherJoinsPins(NodePair(0, 1), labels: NodePair(7, 8)),
        .apartIsTogether(NodePair(2, 3)), .apartIsTogether(NodePair(4, 4)),
      ])
  }

  @Test func freeNodesFollowThePins() {
    // Two cliques of four; pinning one node across splits nothing else.
    var edges: [WeightedEdge] = []
    for a in 0..<4 {
      for b in 0..<a { edges += [WeightedEdge(a, b), WeightedEdge(a + 4, b + 4)] }
    }
    var wanted = ClusteringConstraints()
    wanted.fixed = [FixedNode(0, label: 1), FixedNode(4, label: 2), FixedNode(3, label: 2)]
    let resolved = ResolvedConstraints(nodeCount: 8, wanted)
    let partition = Leiden(iterations: 10).partition(
      graph(8, edges), from: nil, constraints: resolved)
    #expect(partition.labels[3] == partition.labels[4])
    #expect(Set(partition.labels[4...]).count == 1)
    #expect(partition.labels[0] != partition.labels[4])
  }

  @Test func withoutConstraintsNothingChanges() {
    let graph = graph(60, planted(4, of: 15, seed: 5))
    let none = ResolvedConstraints(nodeCount: 60)
    #expect(Leiden().partition(graph) == Leiden().partition(graph, from: nil, constraints: none))
    #expect(none.contradictions.isEmpty)
  }
}
