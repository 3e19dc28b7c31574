package import Graphs

/// Scores of a partition by the dependencies alone. They can be gamed: one giant cluster has an
/// inter-partition share of 0. Self-loops are left out.
package struct StructuralMeasures: Sendable {
  private let sizes: [Int]
  private let flow: DirectedGraph

  /// `graph` has one node an element; weights must not be negative. O(nodes + edges).
  package init(_ partition: Partition, _ graph: DirectedGraph) {
    precondition(partition.nodeCount == graph.nodeCount, "a partition of another graph")
    sizes = partition.sizes
    let edges = graph.edges.filter { $0.source != $0.target }
    flow = DirectedGraph(nodeCount: graph.nodeCount, edges: edges)
      .quotient(by: partition.labels, count: partition.count)
  }

  /// Weight of the edges inside each cluster.
  private var inside: [Double] {
    sizes.indices.map { cluster in
      flow.edgeNumber(from: cluster, to: cluster).map { flow.edge($0).weight } ?? 0
    }
  }

  /// TurboMQ (Mitchell 2002) as a mean: 2μ / (2μ + ε) of each cluster, 0 where nothing is inside.
  package var turboMQ: Double {
    var crossing = [Double](repeating: 0, count: sizes.count)
    for edge in flow.edges where edge.source != edge.target {
      crossing[edge.source] += edge.weight
      crossing[edge.target] += edge.weight
    }
    let factors = zip(inside, crossing).map { $0 > 0 ? 2 * $0 / (2 * $0 + $1) : 0 }
    return sizes.isEmpty ? 0 : factors.reduce(0, +) / Double(sizes.count)
  }

  /// Structural modularity: mean of μ / N² over clusters, less mean of σ / 2NN over pairs of them.
  package var structuralModularity: Double {
    let count = Double(sizes.count)
    if sizes.isEmpty { return 0 }
    let cohesion = zip(inside, sizes).reduce(0) { $0 + $1.0 / Double($1.1 * $1.1) } / count
    var coupling = 0.0
    for edge in flow.edges where edge.source != edge.target {
      coupling += edge.weight / Double(2 * sizes[edge.source] * sizes[edge.target])
    }
    return sizes.count > 1 ? cohesion - coupling / (count * (count - 1) / 2) : cohesion
  }

  /// Share of the weight that crosses clusters (ICP); 0 if there is none at all.
  package var crossingShare: Double {
    let all = flow.edges.reduce(0) { $0 + $1.weight }
    return all > 0 ? (all - inside.reduce(0, +)) / all : 0
  }

  /// Share of elements in clusters with a size outside `band` (NED).
  package func nonExtremeDistribution(outside band: ClosedRange<Int> = 5...20) -> Double {
    let all = sizes.reduce(0, +)
    let extreme = sizes.filter { !band.contains($0) }.reduce(0, +)
    return all > 0 ? Double(extreme) / Double(all) : 0
  }

  /// Operations used from other clusters, a mean over clusters (IFN).
  ///
  /// `uses` leads from users to operations; `partition` places both.
  package static func interfaceNumber(_ partition: Partition, uses: DirectedGraph) -> Double {
    let labels = partition.labels
    let offered = (0..<uses.nodeCount).filter { operation in
      uses.predecessors(of: operation).contains { labels[$0] != labels[operation] }
    }
    return partition.count > 0 ? Double(offered.count) / Double(partition.count) : 0
  }
}
