import Basics
import Clustering
import Graphs
import Testing

private let qualities: [Quality] = [
  .modularity, .modularity(resolution: 0.4), .modularity(resolution: 3),
]

@Suite struct QualityTests {
  @Test func valuesByHand() {
    // Two triangles and a bridge: 6 of 7 edges inside, half of the strength on each side.
    let edges = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)].map {
      WeightedEdge($0.0, $0.1)
    }
    let graph = graph(6, edges)
    let halves = Partition([0, 0, 0, 1, 1, 1])
    #expect(abs(Quality.modularity.value(halves, graph) - (6.0 / 7 - 0.5)) < 1e-12)
    // λ = 3 / 14, 7 of strength on each side.
    let fine = Quality.modularity(resolution: 3).value(halves, graph)
    #expect(abs(fine - (6.0 / 7 - 3 * 0.5)) < 1e-12)
    #expect(abs(Quality.modularity.value(.whole(6), graph)) < 1e-12)
    #expect(Leiden().partition(graph) == halves)
  }
}

@Suite struct LeidenTests {
  /// The best modularity of this graph is known to be 0.4198 (Brandes et al. 2008).
  @Test(arguments: 1..<9) func karateClubIsNearTheOptimum(seed: UInt64) {
    let partition = Leiden(seed: seed, iterations: 10).partition(karateClub)
    #expect(karateClub.edgeCount == 78)
    #expect(Quality.modularity.value(partition, karateClub) > 0.4150)
    #expect(Quality.modularity.value(partition, karateClub) < 0.41979)
  }

  @Test(arguments: qualities, 0..<8) func clustersAreConnected(quality: Quality, seed: UInt64) {
    let graph = graph(200, planted(10, of: 20, seed: seed))
    let partition = Leiden(quality, seed: seed, iterations: Int(seed % 3)).partition(graph)
    #expect(graph.connectedComponentCount(within: partition.labels) == partition.count)
    let apart = Leiden(quality, seed: seed, iterations: Int(seed % 3)).partition(
      graph, from: randomLabels(200, below: 4, seed: seed),
      constraints: ResolvedConstraints(nodeCount: 200))
    #expect(graph.connectedComponentCount(within: apart.labels) == apart.count)
  }

  @Test(arguments: 0..<10) func plantedGroupsAreFound(seed: UInt64) {
    let graph = graph(400, planted(8, of: 50, seed: seed))
    let truth = Partition((0..<400).map { $0 / 50 })
    let pair = PartitionComparison(
      recovered: Leiden(seed: seed).partition(graph), reference: truth)
    #expect(pair.adjustedRandIndex > 0.9)
  }

  @Test(arguments: qualities, 0..<5) func noSingleMoveHelpsInTheEnd(
    quality: Quality, seed: UInt64
  ) {
    let graph = graph(60, planted(4, of: 15, seed: seed))
    let partition = Leiden(quality, seed: seed, iterations: 50).partition(graph)
    let value = quality.value(partition, graph)
    for node in 0..<60 {
      for cluster in 0...partition.count {
        var labels = partition.labels
        labels[node] = cluster
        #expect(quality.value(Partition(labels), graph) < value + 1e-9)
      }
    }
  }

  @Test(arguments: 0..<5) func orderOfEdgesAndScaleOfWeightsDoNotMatter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let edges = planted(10, of: 20, seed: seed)
    let first = Leiden(seed: seed).partition(graph(200, edges))
    #expect(Leiden(seed: seed).partition(graph(200, edges)) == first)
    let turned = edges.shuffled(using: &random).map {
      WeightedEdge($0.target, $0.source, weight: $0.weight)
    }
    #expect(Leiden(seed: seed).partition(graph(200, turned)) == first)
    let scaled = edges.map { WeightedEdge($0.source, $0.target, weight: $0.weight * 1024) }
    #expect(Leiden(seed: seed).partition(graph(200, scaled)) == first)
  }

  @Test func degenerateGraphs() {
    #expect(Leiden().partition(graph(0, [])).count == 0)
    #expect(Leiden().partition(graph(3, [])).count == 3)
    #expect(Leiden().partition(graph(2, [WeightedEdge(0, 0), WeightedEdge(1, 1)])).count == 2)
    let pair = graph(3, [WeightedEdge(1, 2, weight: 1e-9)])
    #expect(Leiden().partition(pair).labels == [0, 1, 1])
  }

  @Test func goodStartIsKept() {
    let graph = graph(400, planted(8, of: 50, seed: 1))
    let none = ResolvedConstraints(nodeCount: 400)
    let best = Leiden(iterations: 50).partition(graph)
    let again = Leiden(seed: 9, iterations: 1).partition(graph, from: best, constraints: none)
    let (old, new) = (
      Quality.modularity.value(best, graph), Quality.modularity.value(again, graph)
    )
    #expect(new >= old - 1e-12)
    let idle = Leiden(iterations: 0).partition(graph, from: best, constraints: none)
    #expect(idle == best)
  }
}
