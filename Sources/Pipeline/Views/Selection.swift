import Graphs
import ReportModel

/// The part of a graph around one node.
struct Selection {
  let graph: LevelGraph
  private let numbers: DirectedGraph

  init(_ graph: LevelGraph) {
    self.graph = graph
    numbers = graph.directed
  }

  /// The node and what is within `depth` hops of it (0: any number), forward and backward.
  ///
  /// Only the edges on the way are kept: dependencies among its neighbours are not about it.
  func around(_ node: Int, depth: Int) -> LevelGraph {
    let limit = depth == 0 ? nil : depth
    let forward = numbers.reach(from: [node], .forward, depth: limit)
    let backward = numbers.reach(from: [node], .backward, depth: limit)
    var selected = graph
    selected.nodes[node].isHighlighted = true
    selected.edges = graph.edges.filter { edge in
      if let near = forward.distance[edge.from], limit.map({ near < $0 }) ?? true { return true }
      if let near = backward.distance[edge.to], limit.map({ near < $0 }) ?? true { return true }
      return false
    }
    return selected.keeping { forward.distance[$0] != nil || backward.distance[$0] != nil }
  }

  /// The node and everything that depends on it, directly or not.
  func reaching(_ node: Int) -> LevelGraph {
    let backward = numbers.reach(from: [node], .backward)
    var selected = graph
    selected.nodes[node].isHighlighted = true
    return selected.keeping { backward.distance[$0] != nil }
  }
}

extension LevelGraph {
  /// The same graph over dense numbers, weighted by references; edge numbers agree with `edges`.
  var directed: DirectedGraph {
    DirectedGraph(
      nodeCount: nodes.count,
      edges: edges.lazy.map { WeightedEdge($0.from, $0.to, weight: Double($0.count)) })
  }
}
