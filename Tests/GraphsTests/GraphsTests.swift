import Basics
import Graphs
import Testing

@Suite struct DirectedGraphTests {
  @Test func mergesParallelEdgesAndKeepsLoops() {
    let graph = DirectedGraph(
      nodeCount: 4,
      edges: [
        WeightedEdge(2, 1, weight: 1), WeightedEdge(0, 1, weight: 2), WeightedEdge(2, 1, weight: 4),
        WeightedEdge(3, 3, weight: 0.5), WeightedEdge(2, 0),
      ])
    #expect(
      graph.edges == [
        WeightedEdge(0, 1, weight: 2), WeightedEdge(2, 0), WeightedEdge(2, 1, weight: 5),
        WeightedEdge(3, 3, weight: 0.5),
      ])
    #expect(Array(graph.predecessors(of: 1)) == [0, 2])
    #expect(graph.inEdges(of: 1).map { graph.edge($0).source } == [0, 2])
    #expect(graph.outWeight(of: 2) == 6)
    #expect(graph.inWeight(of: 1) == 7)
    #expect(graph.edgeNumber(from: 2, to: 1) == 2)
    #expect(graph.edgeNumber(from: 1, to: 2) == nil)
  }

  @Test(arguments: 0..<20) func orderOfEdgesDoesNotMatter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let edges = randomEdges(nodes: 9, edges: 120, seed: seed).map {
      WeightedEdge($0.source, $0.target, weight: $0.weight / 10)
    }
    let shuffled = edges.shuffled(using: &random)
    let a = DirectedGraph(nodeCount: 9, edges: edges)
    let b = DirectedGraph(nodeCount: 9, edges: shuffled)
    #expect(a.edges == b.edges)
    let c = UndirectedGraph(nodeCount: 9, edges: edges)
    let d = UndirectedGraph(nodeCount: 9, edges: shuffled)
    #expect(c.edges == d.edges)
    #expect(c.strengths == d.strengths && c.totalWeight == d.totalWeight)
  }

  @Test func emptyGraphsHaveAnswers() {
    let graph = DirectedGraph(nodeCount: 0, edges: [])
    #expect(graph.strongComponents.members.isEmpty)
    #expect(graph.topologicalOrder?.order == [])
    #expect(graph.cycleBreakers.edges.isEmpty && graph.transitiveEdges == [])
    #expect(UndirectedGraph(nodeCount: 0, edges: []).connectedComponents.isEmpty)
  }

  @Test func quotientAddsWeights() {
    let graph = DirectedGraph(
      nodeCount: 4, edges: [WeightedEdge(0, 1), WeightedEdge(0, 2), WeightedEdge(1, 3)])
    let quotient = graph.quotient(by: [0, 0, 1, 1], count: 2)
    #expect(quotient.edges == [WeightedEdge(0, 0), WeightedEdge(0, 1, weight: 2)])
  }

  @Test func reversedInducedAndRemoved() {
    let graph = randomGraph(nodes: 12, edges: 40, seed: 3)
    #expect(graph.reversed.reversed.edges == graph.edges)
    #expect(graph.removing(edges: 0..<graph.edgeCount).edgeCount == 0)
    let nodes = [7, 2, 9]
    let expected = graph.edges.filter { nodes.contains($0.source) && nodes.contains($0.target) }
    #expect(graph.induced(by: nodes).edgeCount == expected.count)
  }
}

@Suite struct UndirectedGraphTests {
  @Test func loopsCountTwiceAndZeroIsNoEdge() {
    let graph = UndirectedGraph(
      nodeCount: 3,
      edges: [
        WeightedEdge(0, 1, weight: 2), WeightedEdge(1, 0, weight: 1), WeightedEdge(1, 1, weight: 4),
        WeightedEdge(1, 2, weight: 0),
      ])
    #expect(graph.edgeCount == 1)
    #expect(graph.strengths == [3, 11, 0])
    #expect(graph.totalWeight == 7)
    #expect(graph.edges == [WeightedEdge(0, 1, weight: 3), WeightedEdge(1, 1, weight: 4)])
    #expect(graph.connectedComponents == [0, 0, 1])
  }

  @Test func componentsAreNumberedBySmallestMember() {
    let graph = UndirectedGraph(nodeCount: 5, edges: [WeightedEdge(4, 0), WeightedEdge(3, 1)])
    #expect(graph.connectedComponents == [0, 1, 2, 1, 0])
  }
}
