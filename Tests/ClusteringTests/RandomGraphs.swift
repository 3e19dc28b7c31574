import Basics
import Clustering
import Graphs

/// Groups of `groupSize` with most weight inside; fractional weights, so that rounding shows.
func planted(_ groups: Int, of groupSize: Int, seed: UInt64) -> [WeightedEdge] {
  var random = SeededGenerator(seed: seed)
  let nodes = groups * groupSize
  var edges: [WeightedEdge] = []
  for _ in 0..<(nodes * 5) {
    let a = random.next(below: nodes)
    let inside = random.next(below: 10) < 8
    let b =
      inside ? a / groupSize * groupSize + random.next(below: groupSize) : random.next(below: nodes)
    edges.append(WeightedEdge(a, b, weight: 0.1 * Double(1 + random.next(below: 7))))
  }
  return edges
}

func randomLabels(_ count: Int, below bound: Int, seed: UInt64) -> Partition {
  var random = SeededGenerator(seed: seed)
  return Partition((0..<count).map { _ in random.next(below: bound) })
}

func graph(_ nodes: Int, _ edges: [WeightedEdge]) -> UndirectedGraph {
  UndirectedGraph(nodeCount: nodes, edges: edges)
}

/// Zachary's karate club (1977), from one.
let karateClub: UndirectedGraph = {
  let friends: [[Int]] = [
    [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32], [3, 4, 8, 14, 18, 20, 22, 31],
    [4, 8, 9, 10, 14, 28, 29, 33], [8, 13, 14], [7, 11], [7, 11, 17], [17], [], [31, 33, 34],
    [34], [], [], [], [34], [33, 34], [33, 34], [], [], [33, 34], [34], [33, 34], [], [33, 34],
    [26, 28, 30, 33, 34], [26, 28, 32], [32], [30, 34], [34], [32, 34], [33, 34], [33, 34],
    [33, 34], [34], [],
  ]
  let edges = friends.enumerated().flatMap { node, others in
    others.map { WeightedEdge(node, $0 - 1) }
  }
  return UndirectedGraph(nodeCount: 34, edges: edges)
}()
