import Graphs
import Testing

@Suite struct ReachabilityTests {
  @Test(arguments: 0..<30) func strongComponentsMatchTheClosure(seed: UInt64) {
    let graph = randomGraph(nodes: 24, edges: 20 + Int(seed), seed: seed)
    let reaches = closure(graph)
    let parts = graph.strongComponents
    for a in 0..<24 {
      for b in 0..<24 where a != b {
        let together = reaches[a][b] && reaches[b][a]
        #expect((parts.componentOf[a] == parts.componentOf[b]) == together)
      }
    }
    for edge in graph.edges {
      #expect(parts.componentOf[edge.source] <= parts.componentOf[edge.target])
    }
    #expect(parts.members.allSatisfy { $0 == $0.sorted() })
  }

  @Test(arguments: 0..<20) func reachMatchesTheClosure(seed: UInt64) {
    let graph = randomGraph(nodes: 40, edges: 45, seed: seed)
    let reaches = closure(graph)
    for node in 0..<40 {
      let forward = (0..<40).filter { $0 != node && reaches[node][$0] }
      let backward = (0..<40).filter { $0 != node && reaches[$0][node] }
      #expect(Set(graph.reach(from: [node]).nodes).subtracting([node]) == Set(forward))
      #expect(
        Set(graph.reach(from: [node], .backward).nodes).subtracting([node]) == Set(backward))
    }
  }

  @Test func blocksBeyondTheFirstCount() {
    let count = 1300
    let path = DirectedGraph(
      nodeCount: count, edges: (1..<count).map { WeightedEdge($0, $0 - 1) })
    let shortcuts = (0..<(count - 2)).map { WeightedEdge($0 + 2, $0) }
    let dense = DirectedGraph(nodeCount: count, edges: path.edges + shortcuts)
    let transitive = dense.transitiveEdges ?? []
    #expect(transitive.map { dense.edge($0) } == shortcuts)
  }

  @Test func depthLimitsTheReach() {
    let graph = DirectedGraph(
      nodeCount: 5,
      edges: [WeightedEdge(0, 1), WeightedEdge(1, 2), WeightedEdge(2, 3), WeightedEdge(4, 1)])
    let reach = graph.reach(from: [0, 4], depth: 2)
    #expect(reach.nodes == [0, 4, 1, 2])
    #expect(reach.distance == [0, 1, 2, nil, 0])
    #expect(graph.reach(from: [3], .backward, depth: 0).nodes == [3])
  }

  @Test func deepGraphsDoNotOverflowTheStack() {
    let count = 200_000
    let ring = DirectedGraph(
      nodeCount: count, edges: (0..<count).map { WeightedEdge($0, ($0 + 1) % count) })
    #expect(ring.strongComponents.members.count == 1)
  }
}

@Suite struct PathTests {
  @Test func fewestHopsThenSmallestNumbers() {
    let graph = DirectedGraph(
      nodeCount: 6,
      edges: [
        WeightedEdge(0, 2), WeightedEdge(0, 1), WeightedEdge(1, 4), WeightedEdge(2, 3),
        WeightedEdge(3, 5), WeightedEdge(4, 5), WeightedEdge(5, 0),
      ])
    #expect(graph.shortestPath(from: 0, to: 5) == [0, 1, 4, 5])
    #expect(graph.shortestPath(from: 3, to: 3) == [3])
    #expect(graph.removing(edges: [0, 1]).shortestPath(from: 0, to: 5) == nil)
  }
}

@Suite struct OrderTests {
  @Test(arguments: 0..<20) func edgesLeadForward(seed: UInt64) throws {
    let graph = randomAcyclicGraph(nodes: 30, edges: 80, seed: seed)
    let order = try #require(graph.topologicalOrder)
    for edge in graph.edges {
      #expect(order.position[edge.source] < order.position[edge.target])
      #expect(order.level[edge.source] < order.level[edge.target])
    }
    #expect(order.order.sorted() == Array(0..<30))
  }

  @Test func cyclesHaveNoOrder() {
    #expect(DirectedGraph(nodeCount: 1, edges: [WeightedEdge(0, 0)]).topologicalOrder == nil)
    #expect(DirectedGraph(nodeCount: 1, edges: [WeightedEdge(0, 0)]).transitiveEdges == nil)
  }

  @Test(arguments: 0..<20) func reductionReachesTheSameAndIsMinimal(seed: UInt64) throws {
    let graph = randomAcyclicGraph(nodes: 25, edges: 90, seed: seed)
    let removed = try #require(graph.transitiveEdges)
    let reduced = graph.removing(edges: removed)
    let wanted = closure(graph)
    #expect(closure(reduced) == wanted)
    for edge in 0..<reduced.edgeCount {
      #expect(closure(reduced.removing(edges: [edge])) != wanted)
    }
  }
}

@Suite struct CycleBreakerTests {
  @Test func lightestEdgeOfARingGoes() {
    let graph = DirectedGraph(
      nodeCount: 4,
      edges: [
        WeightedEdge(0, 1, weight: 3), WeightedEdge(1, 2, weight: 2), WeightedEdge(2, 0, weight: 5),
        WeightedEdge(2, 3), WeightedEdge(3, 3),
      ])
    let broken = graph.cycleBreakers
    #expect(broken.edges.map { graph.edge($0) } == [WeightedEdge(1, 2, weight: 2)])
    #expect(broken.weight == 2 && broken.isMinimum)
  }

  /// Every subset of the edges, smallest weight that leaves no cycle.
  @Test(arguments: 0..<20) func smallOnesAreMinimum(seed: UInt64) {
    let graph = randomGraph(nodes: 5, edges: 12, seed: seed)
    let loops = (0..<5).compactMap { graph.edgeNumber(from: $0, to: $0) }
    let plain = graph.removing(edges: loops)
    var least = Double.infinity
    for set in 0..<(1 << plain.edgeCount) {
      let chosen = (0..<plain.edgeCount).filter { set >> $0 & 1 == 1 }
      let weight = chosen.reduce(0) { $0 + plain.edge($1).weight }
      if weight < least, plain.removing(edges: chosen).topologicalOrder != nil { least = weight }
    }
    #expect(graph.cycleBreakers.weight == least)
  }

  @Test(arguments: [(20, 60), (60, 400), (300, 1500)], 0..<5)
  func largeOnesAreBrokenWithoutWaste(size: (nodes: Int, edges: Int), seed: UInt64) {
    let graph = randomGraph(nodes: size.nodes, edges: size.edges, seed: seed)
    let loops = (0..<size.nodes).compactMap { graph.edgeNumber(from: $0, to: $0) }
    let plain = graph.removing(edges: loops)
    let broken = plain.cycleBreakers
    #expect(plain.removing(edges: broken.edges).topologicalOrder != nil)
    for edge in broken.edges.prefix(40) {
      let others = broken.edges.filter { $0 != edge }
      #expect(plain.removing(edges: others).topologicalOrder == nil)
    }
    #expect(broken == plain.cycleBreakers)
  }

  /// An acyclic graph with a few light backward edges: no more than those need to go.
  @Test(arguments: 0..<10) func plantedBreakersAreFound(seed: UInt64) {
    let base = randomAcyclicGraph(nodes: 120, edges: 600, seed: seed)
    let heavy = base.edges.map { WeightedEdge($0.source, $0.target, weight: $0.weight + 10) }
    let turned = base.edges.enumerated().filter { $0.offset % 40 == 0 }.map {
      WeightedEdge($0.element.target, $0.element.source, weight: 1)
    }
    let graph = DirectedGraph(nodeCount: 120, edges: heavy + turned)
    let broken = graph.cycleBreakers
    #expect(broken.weight <= Double(turned.count))
    #expect(graph.removing(edges: broken.edges).topologicalOrder != nil)
  }
}
