import Graphs
import ReportModel

/// Which edges of a view close cycles, and which are hidden to keep it readable.
struct Thinning {
  /// The edges that would be cut to leave no cycle.
  private(set) var isBack: [Bool]
  private(set) var isHidden: [Bool]
  /// Hidden since a longer path of shown edges says the same.
  private(set) var implied = 0
  /// Hidden since their node has heavier ones.
  private(set) var light = 0
  /// Hidden edges that close a cycle, a part of `light`.
  private(set) var hiddenBack = 0

  private let graph: LevelGraph
  private let numbers: DirectedGraph
  /// Edges that are never hidden: those of the highlighted node.
  private let isKept: [Bool]

  init(_ graph: LevelGraph) {
    self.graph = graph
    numbers = graph.directed
    isBack = [Bool](repeating: false, count: graph.edges.count)
    isHidden = isBack
    for edge in numbers.cycleBreakers.edges { isBack[edge] = true }
    isKept = graph.edges.map {
      graph.nodes[$0.from].isHighlighted || graph.nodes[$0.to].isHighlighted
    }
  }

  /// Hides edges if there are too many to tell apart: more than `maxDensity` of all possible, or
  /// more than `maxEdgesPerNode` times the nodes.
  ///
  /// First go those that a longer path implies, without the back edges, but never the heaviest of
  /// a node; what is reached stays the same. If that is not enough, only the heaviest
  /// `maxEdgesPerNode` of each node are left.
  mutating func reduce(_ options: GraphViewOptions) {
    let nodes = graph.nodes.count
    let limit = max(options.maxEdgesPerNode * nodes, 1)
    let possible = Double(nodes * max(nodes - 1, 1))
    let isDense = Double(graph.edges.count) > options.maxDensity * possible
    guard graph.edges.count > limit || (isDense && graph.edges.count > Self.alwaysReadable) else {
      return
    }
    hideImplied()
    if graph.edges.count - implied > limit { hideLight(beyond: options.maxEdgesPerNode) }
  }

  /// So few edges can be told apart at any density.
  private static let alwaysReadable = 20

  private mutating func hideImplied() {
    let forward = graph.edges.indices.filter { !isBack[$0] }
    let acyclic = numbers.removing(edges: graph.edges.indices.filter { isBack[$0] })
    guard let transitive = acyclic.transitiveEdges else { return }
    let heaviest = self.heaviest(1)
    for number in transitive.map({ forward[$0] }) where !isKept[number] && !heaviest[number] {
      isHidden[number] = true
      implied += 1
    }
  }

  private mutating func hideLight(beyond count: Int) {
    let heaviest = self.heaviest(count)
    for edge in graph.edges.indices where !isHidden[edge] && !isKept[edge] && !heaviest[edge] {
      isHidden[edge] = true
      light += 1
      hiddenBack += isBack[edge] ? 1 : 0
    }
  }

  /// Marks the `count` heaviest shown edges that leave each node.
  private func heaviest(_ count: Int) -> [Bool] {
    var result = [Bool](repeating: false, count: graph.edges.count)
    for node in graph.nodes.indices {
      let shown = numbers.outEdges(of: node).filter { !isHidden[$0] }
      let order = shown.sorted {
        (-graph.edges[$0].count, $0) < (-graph.edges[$1].count, $1)
      }
      for edge in order.prefix(count) { result[edge] = true }
    }
    return result
  }
}
