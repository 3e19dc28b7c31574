import Clustering
import Graphs
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct MapEquationTests {
  /// Rings of `size` nodes, all joined to each other inside, one edge from each to the next.
  private static func cliques(_ count: Int, of size: Int) -> UndirectedGraph {
    var edges: [WeightedEdge] = []
    for clique in 0..<count {
      for a in 0..<size {
        for b in 0..<a { edges.append(WeightedEdge(clique * size + a, clique * size + b)) }
      }
      edges.append(WeightedEdge(clique * size, (clique + 1) % count * size + 1))
    }
    return UndirectedGraph(nodeCount: count * size, edges: edges)
  }

  @Test(arguments: [(3, 5), (8, 6), (20, 4)])
  func `cliques on a ring are clusters`(count: Int, size: Int) {
    let graph = Self.cliques(count, of: size)
    let planted = Partition((0..<count * size).map { $0 / size })
    for seed in 1...3 {
      let found = MapEquation(seed: UInt64(seed)).partition(graph)
      #expect(found == planted)
    }
  }

  /// Bits for a step of the walk (Rosvall and Bergstrom 2008), by their definition: the entropy of the
  /// exits, and of what happens in each cluster, by how often each book of codes is used.
  private static func codeLength(_ partition: Partition, _ graph: UndirectedGraph) -> Double {
    let edges = graph.edges
    let whole = 2 * edges.reduce(0) { $0 + $1.weight }
    guard whole > 0 else { return 0 }
    func entropy(_ uses: [Double]) -> Double {
      let sum = uses.reduce(0, +)
      return uses.reduce(0) { $1 > 0 ? $0 - $1 * log2($1 / sum) : $0 }
    }
    var visits = [Double](repeating: 0, count: graph.nodeCount)
    var exits = [Double](repeating: 0, count: partition.count)
    for edge in edges {
      visits[edge.source] += edge.weight / whole
      visits[edge.target] += edge.weight / whole
      let (a, b) = (partition.labels[edge.source], partition.labels[edge.target])
      for label in [a, b] where a != b { exits[label] += edge.weight / whole }
    }
    return partition.members.enumerated().reduce(entropy(exits)) { sum, cluster in
      sum + entropy([exits[cluster.offset]] + cluster.element.map { visits[$0] })
    }
  }

  /// Two nodes and an edge: each is visited half of the time, and one bit tells which.
  @Test func `the code of a pair takes a bit`() {
    let graph = UndirectedGraph(nodeCount: 2, edges: [WeightedEdge(0, 1)])
    #expect(abs(Self.codeLength(Partition([0, 0]), graph) - 1) < 1e-12)
    // Alone in its own, each step leaves: p·log p of exits 1, −2·2·(−½), nodes 1, clusters 0.
    #expect(abs(Self.codeLength(Partition([0, 1]), graph) - 3) < 1e-12)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `it is no longer than trivial codes, and equal for an equal seed`(seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let count = 40
    let edges = (0..<160).map { _ -> WeightedEdge in
      let a = next(count)
      let near = next(4) > 0
      return WeightedEdge(a, near ? a / 8 * 8 + next(8) : next(count), weight: Double(1 + next(3)))
    }
    let graph = UndirectedGraph(nodeCount: count, edges: edges)
    let equation = MapEquation(seed: seed)
    let found = equation.partition(graph)
    let length = Self.codeLength(found, graph)
    #expect(length <= Self.codeLength(Partition(Array(repeating: 0, count: count)), graph))
    #expect(length <= Self.codeLength(Partition(Array(0..<count)), graph))
    #expect(equation.partition(graph) == found)
  }

  @Test func `nothing to walk on leaves every node alone`() {
    let graph = UndirectedGraph(nodeCount: 3, edges: [])
    #expect(MapEquation().partition(graph) == Partition([0, 1, 2]))
    #expect(Self.codeLength(Partition([0, 1, 2]), graph) == 0)
  }
}
