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

  /// What the edges do to one cluster, by weight.
  package struct Cluster: Sendable, Hashable {
    package var size: Int
    package var inside = 0.0
    package var entering = 0.0
    package var leaving = 0.0

    /// μ / N², the share of the ordered pairs that an edge joins.
    package var cohesion: Double { inside / Double(size * size) }
    /// 2μ / (2μ + ε), 0 where nothing is inside.
    package var factor: Double {
      inside > 0 ? 2 * inside / (2 * inside + entering + leaving) : 0
    }
  }

  /// Every cluster by its number.
  package var clusters: [Cluster] {
    var clusters = sizes.map { Cluster(size: $0) }
    for edge in flow.edges {
      if edge.source == edge.target {
        clusters[edge.source].inside = edge.weight
      } else {
        clusters[edge.source].leaving += edge.weight
        clusters[edge.target].entering += edge.weight
      }
    }
    return clusters
  }

  /// TurboMQ (Mitchell 2002) as a mean: 2μ / (2μ + ε) of each cluster, 0 where nothing is inside.
  package var turboMQ: Double {
    sizes.isEmpty ? 0 : clusters.reduce(0) { $0 + $1.factor } / Double(sizes.count)
  }

  /// Structural modularity: mean of μ / N² over clusters, less mean of σ / 2NN over pairs of them.
  package var structuralModularity: Double {
    let count = Double(sizes.count)
    if sizes.isEmpty { return 0 }
    let cohesion = clusters.reduce(0) { $0 + $1.cohesion } / count
    var coupling = 0.0
    for edge in flow.edges where edge.source != edge.target {
      coupling += edge.weight / Double(2 * sizes[edge.source] * sizes[edge.target])
    }
    return sizes.count > 1 ? cohesion - coupling / (count * (count - 1) / 2) : cohesion
  }

  /// Share of the weight that crosses clusters (ICP); 0 if there is none at all.
  package var crossingShare: Double {
    let all = flow.edges.reduce(0) { $0 + $1.weight }
    return all > 0 ? crossingWeight / all : 0
  }

  /// The weight that crosses clusters.
  package var crossingWeight: Double { clusters.reduce(0) { $0 + $1.leaving } }

  /// Share of elements in clusters with a size outside `band` (NED).
  package func nonExtremeDistribution(outside band: ClosedRange<Int> = 5...20) -> Double {
    let all = sizes.reduce(0, +)
    let extreme = sizes.filter { !band.contains($0) }.reduce(0, +)
    return all > 0 ? Double(extreme) / Double(all) : 0
  }

  /// Share of clusters with a size outside `band`, the other reading of NED.
  package func extremeClusters(outside band: ClosedRange<Int> = 5...20) -> Double {
    let extreme = sizes.count { !band.contains($0) }
    return sizes.isEmpty ? 0 : Double(extreme) / Double(sizes.count)
  }
}
