import Basics
import Graphs

/// A random directed graph with small whole weights, parallel edges and self-loops among them.
func randomGraph(nodes: Int, edges: Int, seed: UInt64) -> DirectedGraph {
  DirectedGraph(nodeCount: nodes, edges: randomEdges(nodes: nodes, edges: edges, seed: seed))
}

func randomEdges(nodes: Int, edges: Int, seed: UInt64) -> [WeightedEdge] {
  var random = SeededGenerator(seed: seed)
  return (0..<edges).map { _ in
    WeightedEdge(
      random.next(below: nodes), random.next(below: nodes),
      weight: Double(1 + random.next(below: 9)))
  }
}

/// A random acyclic graph whose node numbers are shuffled.
func randomAcyclicGraph(nodes: Int, edges: Int, seed: UInt64) -> DirectedGraph {
  var random = SeededGenerator(seed: seed)
  let names = Array(0..<nodes).shuffled(using: &random)
  let list = randomEdges(nodes: nodes, edges: edges, seed: seed ^ 1)
  return DirectedGraph(
    nodeCount: nodes,
    edges: list.filter { $0.source != $0.target }.map {
      let (low, high) = (min($0.source, $0.target), max($0.source, $0.target))
      return WeightedEdge(names[low], names[high], weight: $0.weight)
    })
}

/// Which nodes each node reaches by one edge or more, by definition: Warshall's triple loop.
func closure(_ graph: DirectedGraph) -> [[Bool]] {
  let nodes = 0..<graph.nodeCount
  var reaches = nodes.map { node in nodes.map { graph.edgeNumber(from: node, to: $0) != nil } }
  for middle in nodes {
    for a in nodes where reaches[a][middle] {
      for b in nodes where reaches[middle][b] { reaches[a][b] = true }
    }
  }
  return reaches
}
