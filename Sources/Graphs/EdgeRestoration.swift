/// Takes the backward edges of an order out and puts back those that close no cycle.
///
/// The order is kept topological while edges are inserted, heaviest first, as in Pearce and Kelly
/// (2006), so that a search never leaves the places between the two ends.
struct EdgeRestoration {
  private let graph: DirectedGraph
  private var order: [Int]
  private var place: [Int]
  private var isRemoved: [Bool]

  init(_ graph: DirectedGraph, order: [Int]) {
    self.graph = graph
    self.order = order
    place = [Int](repeating: 0, count: order.count)
    for (index, node) in order.enumerated() { place[node] = index }
    isRemoved = [Bool](repeating: false, count: graph.edgeCount)
    let candidates = graph.backEdges(of: order)
    for edge in candidates { isRemoved[edge] = true }
    let weights = graph.out.weights
    let heaviestFirst = candidates.sorted {
      weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1
    }
    for edge in heaviestFirst { restore(edge) }
  }

  /// Numbers of the edges that stay out, ascending.
  var removed: [Int] { isRemoved.indices.filter { isRemoved[$0] } }

  private mutating func restore(_ edge: Int) {
    let (source, target) = (Int(graph.sources[edge]), Int(graph.out.columns[edge]))
    if place[source] > place[target] {
      let bounds = place[target]...place[source]
      let after = between(target, bounds, .forward)
      if after.contains(source) { return }
      reorder(before: between(source, bounds, .backward), after: after)
    }
    isRemoved[edge] = false
  }

  /// Nodes that `start` reaches along kept edges without leaving `bounds`, by place.
  private func between(_ start: Int, _ bounds: ClosedRange<Int>, _ direction: Direction) -> [Int] {
    var seen: Set<Int> = [start]
    var stack = [start]
    while let node = stack.popLast() {
      let edges =
        direction == .forward ? Array(graph.outEdges(of: node)) : Array(graph.inEdges(of: node))
      for edge in edges where !isRemoved[edge] {
        let next = Int(direction == .forward ? graph.out.columns[edge] : graph.sources[edge])
        if bounds ~= place[next], seen.insert(next).inserted { stack.append(next) }
      }
    }
    return seen.sorted { place[$0] < place[$1] }
  }

  private mutating func reorder(before: [Int], after: [Int]) {
    let nodes = before + after
    let slots = nodes.map { place[$0] }.sorted()
    for (slot, node) in zip(slots, nodes) {
      order[slot] = node
      place[node] = slot
    }
  }
}
