import Basics
import Graphs
import Testing

@testable import Clustering

@Suite struct RefinementTests {
  private func level(_ graph: UndirectedGraph) -> Level {
    Level(graph, sizes: Quality.modularity.sizes(graph), conflicts: .none)
  }

  @Test(arguments: 0..<20) func partsAreConnectedAndWithinClusters(seed: UInt64) {
    let graph = graph(120, planted(6, of: 20, seed: seed))
    let clusters = randomLabels(120, below: 1 + Int(seed % 4), seed: seed)
    var generator = SeededGenerator(seed: seed)
    let penalty = Quality.modularity.penalty(graph)
    let (parts, count) = Refinement(penalty: penalty, randomness: 0.1).run(
      level(graph), clusters.labels.map(Int32.init), &generator)
    let refined = Partition(parts)
    #expect(refined.count == count && count < 120)
    #expect(graph.connectedComponentCount(within: refined.labels) == count)
    for nodes in refined.members {
      #expect(Set(nodes.map { clusters.labels[$0] }).count == 1)
    }
  }

  /// After each join the weight between a part and the rest of its cluster is what it says.
  @Test(arguments: 0..<10) func cutsStayExact(seed: UInt64) {
    let graph = graph(40, planted(2, of: 20, seed: seed))
    let labels = (0..<40).map { Int32($0 / 20) }
    var state = RefinementState(level(graph), labels)
    let part = Int(seed)
    for node in (0..<20).filter({ $0 != part }).prefix(9) {
      let weight = graph.row(node).reduce(0.0) { sum, entry in
        state.part[Int(graph.neighbors[entry])] == part ? sum + graph.weights[entry] : sum
      }
      state.join(node, graph.strengths[node], (Int32(part), weight, 0))
      let members = (0..<20).filter { state.part[$0] == part }
      var cut = 0.0
      for member in members {
        for entry in graph.row(member) {
          let other = Int(graph.neighbors[entry])
          if other < 20, state.part[other] != part { cut += graph.weights[entry] }
        }
      }
      #expect(abs(state.cut[part] - cut) < 1e-9)
      let size = members.reduce(0) { $0 + graph.strengths[$1] }
      #expect(abs(state.sizes[part] - size) < 1e-9)
    }
  }
}
