/// The strongly connected components of a directed graph, in topological order of the condensation.
package struct StrongComponents: Sendable, Equatable {
  /// The component of each node; an edge never leads to a smaller component number.
  package var componentOf: [Int]
  /// The nodes of each component, ascending.
  package var members: [[Int]]
}

extension DirectedGraph {
  /// Tarjan's algorithm (1972) with an explicit stack, so that depth is bounded by memory only.
  ///
  /// O(nodes + edges).
  package var strongComponents: StrongComponents {
    var search = TarjanSearch(graph: self)
    for node in 0..<nodeCount where search.index[node] < 0 { search.visit(from: node) }
    return search.result
  }
}

private struct TarjanSearch {
  let graph: DirectedGraph
  var index: [Int32]
  private var low: [Int32]
  private var nextEdge: [Int]
  private var component: [Int32]
  private var componentCount: Int32 = 0
  private var counter: Int32 = 0
  private var open: [Int32] = []

  init(graph: DirectedGraph) {
    self.graph = graph
    index = [Int32](repeating: -1, count: graph.nodeCount)
    low = index
    component = index
    nextEdge = (0..<graph.nodeCount).map { graph.outEdges(of: $0).lowerBound }
  }

  mutating func visit(from root: Int) {
    var path = [root]
    enter(root)
    while let node = path.last {
      if nextEdge[node] < graph.outEdges(of: node).upperBound {
        let target = Int(graph.out.columns[nextEdge[node]])
        nextEdge[node] += 1
        if index[target] < 0 {
          enter(target)
          path.append(target)
        } else if component[target] < 0 {
          low[node] = min(low[node], index[target])
        }
      } else {
        path.removeLast()
        if low[node] == index[node] { close(node) }
        if let parent = path.last { low[parent] = min(low[parent], low[node]) }
      }
    }
  }

  private mutating func enter(_ node: Int) {
    index[node] = counter
    low[node] = counter
    counter += 1
    open.append(Int32(node))
  }

  private mutating func close(_ root: Int) {
    while let node = open.popLast() {
      component[Int(node)] = componentCount
      if node == root { break }
    }
    componentCount += 1
  }

  /// Tarjan closes sinks first; the numbers are turned around so that sources come first.
  var result: StrongComponents {
    let last = Int(componentCount) - 1
    var members = [[Int]](repeating: [], count: last + 1)
    let componentOf = component.map { last - Int($0) }
    for (node, number) in componentOf.enumerated() { members[number].append(node) }
    return StrongComponents(componentOf: componentOf, members: members)
  }
}
