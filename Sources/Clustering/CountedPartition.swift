package import Graphs

/// A partition into a wanted number of clusters.
package struct CountedPartition: Sendable, Hashable {
  package var partition: Partition
  /// The resolution that it, or the partition it was merged from, was found at.
  package var resolution: Double
  /// How many clusters were merged away after the search; merged ones need not be connected.
  package var merges: Int
  /// Whether the number was reached; constraints, or too few nodes, can stand against it.
  package var isExact: Bool
}

extension Leiden {
  /// A partition into `count` clusters, or as near as constraints allow.
  ///
  /// Looks for a resolution by doubling and bisection; the number of clusters is not monotone in it
  /// and jumps, so the nearest partition with more clusters is then merged, each time the pair that
  /// costs least. About thirty runs at most.
  package func partition(
    _ graph: UndirectedGraph, count: Int, constraints: ResolvedConstraints
  ) -> CountedPartition {
    var search = ResolutionSearch(self, graph, constraints, wanted: max(count, 1))
    let (resolution, found) = search.run()
    let penalty = quality.with(resolution: resolution).penalty(graph)
    var merging = ClusterMerging(found, graph, quality.sizes(graph), constraints)
    let merges = merging.merge(to: max(count, 1), penalty: penalty)
    let partition = merging.partition
    return CountedPartition(
      partition: partition, resolution: resolution, merges: merges,
      isExact: partition.count == count)
  }
}

/// Finds a resolution with as few clusters as possible, but not fewer than wanted.
private struct ResolutionSearch {
  private let options: Leiden
  private let graph: UndirectedGraph
  private let constraints: ResolvedConstraints
  private let wanted: Int
  private var best: (resolution: Double, partition: Partition)

  init(
    _ options: Leiden, _ graph: UndirectedGraph, _ constraints: ResolvedConstraints, wanted: Int
  ) {
    self.options = options
    self.graph = graph
    self.constraints = constraints
    self.wanted = wanted
    let start = options.quality.resolution > 0 ? options.quality.resolution : 1
    let groups = Partition(constraints.group, below: constraints.nodeCount)
    best = (start, groups)
  }

  mutating func run() -> (Double, Partition) {
    if best.partition.count <= wanted { return best }
    var low = best.resolution
    var high = low
    if attempt(low) < wanted {
      for _ in 0..<24 where attempt(high * 2, &high) < wanted { low = high }
    } else {
      for _ in 0..<12 where attempt(low / 2, &low) >= wanted { high = low }
    }
    for _ in 0..<16 where best.partition.count != wanted {
      let middle = (low * high).squareRoot()
      if attempt(middle) < wanted { low = middle } else { high = middle }
    }
    return best
  }

  private mutating func attempt(_ resolution: Double, _ mark: inout Double) -> Int {
    mark = resolution
    return attempt(resolution)
  }

  private mutating func attempt(_ resolution: Double) -> Int {
    var options = options
    options.quality = options.quality.with(resolution: resolution)
    let partition = options.partition(graph, from: nil, constraints: constraints)
    if partition.count >= wanted && partition.count < best.partition.count {
      best = (resolution, partition)
    }
    return partition.count
  }
}
