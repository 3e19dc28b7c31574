import Basics
import Clustering
import Graphs
import Testing

private let qualities: [Quality] = [
  .modularity, .modularity(resolution: 0.4), .modularity(resolution: 3),
  .constantPotts(resolution: 0.02), .constantPotts(resolution: 0.3),
]

@Suite struct QualityTests {
  @Test(arguments: qualities, 0..<6) func differenceIsValueAfterMinusBefore(
    quality: Quality, seed: UInt64
  ) {
    let graph = graph(30, planted(3, of: 10, seed: seed) + [WeightedEdge(4, 4, weight: 2.5)])
    let partition = randomLabels(30, below: 5, seed: seed)
    let before = quality.value(partition, graph)
    for node in 0..<30 {
      for cluster in 0...partition.count {
        var labels = partition.labels
        labels[node] = cluster
        let change = quality.value(Partition(labels), graph) - before
        let told = quality.difference(moving: node, to: cluster, partition, graph)
        #expect(abs(change - told) < 1e-9)
      }
    }
  }

  @Test func valuesByHand() {
    // Two triangles and a bridge: 6 of 7 edges inside, half of the strength on each side.
    let edges = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)].map {
      WeightedEdge($0.0, $0.1)
    }
    let graph = graph(6, edges)
    let halves = Partition([0, 0, 0, 1, 1, 1])
    #expect(abs(Quality.modularity.value(halves, graph) - (6.0 / 7 - 0.5)) < 1e-12)
    #expect(Quality.constantPotts(resolution: 0.5).value(halves, graph) == 6 - 0.5 * 9)
    #expect(abs(Quality.modularity.value(.whole(6), graph)) < 1e-12)
    let relative = Quality.relativeModularity(halves, graph)
    #expect(abs(relative - (6.0 / 7 - 0.5) / 0.5) < 1e-12)
    #expect(Quality.relativeModularity(.whole(6), graph) == 0)
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
    let graph = graph(120, planted(6, of: 20, seed: seed))
    let partition = Leiden(quality, seed: seed, iterations: 50).partition(graph)
    for node in 0..<120 {
      for cluster in 0...partition.count {
        #expect(quality.difference(moving: node, to: cluster, partition, graph) < 1e-9)
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

  @Test(arguments: 0..<12) func countIsReached(seed: UInt64) {
    let graph = graph(130, planted(6, of: 20, seed: seed))
    let none = ResolvedConstraints(nodeCount: 130)
    for count in [1, 2, 5, 6, 13, 40, 130] {
      let found = Leiden(seed: seed).partition(graph, count: count, constraints: none)
      #expect(found.partition.count == count && found.isExact)
    }
    let tooMany = Leiden().partition(graph, count: 131, constraints: none)
    #expect(!tooMany.isExact && tooMany.partition.count == 130)
  }

  @Test func scanFindsThePlantedLevel() throws {
    let graph = graph(200, planted(5, of: 40, seed: 2))
    let truth = Partition((0..<200).map { $0 / 40 })
    let resolutions = ResolutionScan.Plan.geometric(0.3...3, count: 9)
    #expect(resolutions.count == 9 && resolutions == resolutions.sorted())
    #expect(abs(resolutions[4] - 0.9.squareRoot()) < 1e-9)
    let plan = ResolutionScan.Plan(Leiden(), resolutions: resolutions, seeds: [1, 2, 3])
    let scan = ResolutionScan(graph, plan, constraints: ResolvedConstraints(nodeCount: 200))
    let longest = try #require(scan.plateaus().first)
    #expect(longest.count > 2)
    let step = scan.steps[longest.lowerBound + longest.count / 2]
    let pair = PartitionComparison(recovered: step.partition, reference: truth)
    #expect(pair.adjustedRandIndex > 0.95 && step.seedAgreement > 0.95)
    #expect(step.nodeStability.allSatisfy { 0...1 ~= $0 })
    #expect(scan.plateaus().reduce(0) { $0 + $1.count } == 9)
  }

  @Test func recurrenceByHand() {
    let other = Partition([0, 0, 1, 1])
    #expect(recurrence(of: Partition([0, 0, 0, 1]), in: [other]) == [2.0 / 3, 2.0 / 3, 0.25, 0.5])
    #expect(recurrence(of: other, in: []) == [1, 1, 1, 1])
  }
}
