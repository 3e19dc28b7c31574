package import Graphs

/// Partitions over a range of resolutions, and how well each holds.
package struct ResolutionScan: Sendable {
  package struct Step: Sendable {
    package var resolution: Double
    /// The partition of highest quality among the seeds; the first such seed.
    package var partition: Partition
    /// Its quality at this resolution.
    package var quality: Double
    /// Mean adjusted Rand index over all pairs of seeds; 1 with a single seed.
    package var seedAgreement: Double
    /// Adjusted Rand index with the partition of the next resolution; nil at the last step.
    package var nextAgreement: Double?
    /// For each node, how well its cluster recurs with other seeds: the mean Jaccard index of its
    /// cluster here and there, 1 if it always has the same company.
    package var nodeStability: [Double]
  }

  /// By resolution, in the order given.
  package var steps: [Step]

  /// What to scan with.
  package struct Plan: Sendable {
    /// Quality, iterations and randomness; its seed and resolution are replaced.
    package var leiden: Leiden
    package var resolutions: [Double]
    package var seeds: [UInt64]

    package init(_ leiden: Leiden, resolutions: [Double], seeds: [UInt64]) {
      self.leiden = leiden
      self.resolutions = resolutions
      self.seeds = seeds
    }

    /// `count` resolutions from `low` to `high`, each the same multiple of the one before.
    package static func geometric(_ range: ClosedRange<Double>, count: Int) -> [Double] {
      var values = [range.lowerBound]
      guard count > 1 else { return values }
      let factor = nthRoot(range.upperBound / range.lowerBound, count - 1)
      for _ in 2..<max(count, 2) { values.append(values[values.count - 1] * factor) }
      return values + [range.upperBound]
    }
  }

  /// Runs every resolution with every seed; there must be one of each at least.
  package init(
    _ graph: UndirectedGraph, _ plan: Plan, constraints: ResolvedConstraints
  ) {
    steps = plan.resolutions.map { resolution in
      var leiden = plan.leiden
      leiden.quality = leiden.quality.with(resolution: resolution)
      let runs = plan.seeds.map { seed in
        leiden.seed = seed
        return leiden.partition(graph, from: nil, constraints: constraints)
      }
      return Step(runs, leiden.quality, graph)
    }
    for (index, next) in steps.indices.dropLast().map({ ($0, steps[$0 + 1].partition) }) {
      let pair = PartitionComparison(recovered: steps[index].partition, reference: next)
      steps[index].nextAgreement = pair.adjustedRandIndex
    }
  }

  /// Runs of neighbouring steps whose partitions agree above `threshold`, the longest first.
  package func plateaus(above threshold: Double = 0.9) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var first = 0
    for (index, step) in steps.enumerated() {
      if let agreement = step.nextAgreement, agreement > threshold { continue }
      result.append(first..<(index + 1))
      first = index + 1
    }
    return result.sorted { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
  }
}

extension ResolutionScan.Step {
  fileprivate init(_ runs: [Partition], _ quality: Quality, _ graph: UndirectedGraph) {
    precondition(!runs.isEmpty, "a scan needs a seed")
    let values = runs.map { quality.value($0, graph) }
    var best = 0
    for index in runs.indices where values[index] > values[best] { best = index }
    var agreements: [Double] = []
    for a in runs.indices {
      for b in runs.indices where b > a {
        let pair = PartitionComparison(recovered: runs[a], reference: runs[b])
        agreements.append(pair.adjustedRandIndex)
      }
    }
    self.init(
      resolution: quality.resolution, partition: runs[best], quality: values[best],
      seedAgreement: agreements.isEmpty
        ? 1 : agreements.reduce(0, +) / Double(agreements.count),
      nextAgreement: nil,
      nodeStability: recurrence(
        of: runs[best], in: runs.indices.filter { $0 != best }.map { runs[$0] }))
  }
}

/// For each node, the mean Jaccard index of its cluster in `partition` and in each of `others`.
package func recurrence(of partition: Partition, in others: [Partition]) -> [Double] {
  var sums = [Double](repeating: 0, count: partition.nodeCount)
  if others.isEmpty { return sums.map { _ in 1 } }
  for other in others {
    let table = Contingency(partition, other)
    var rows = [[Int: Double]](repeating: [:], count: partition.count)
    for cell in table.cells {
      let union = table.rowSizes[cell.row] + table.columnSizes[cell.column] - cell.count
      rows[cell.row][cell.column] = Double(cell.count) / Double(union)
    }
    for node in sums.indices {
      sums[node] += rows[partition.labels[node]][other.labels[node]] ?? 0
    }
  }
  return sums.map { $0 / Double(others.count) }
}

/// The positive root, by bisection with plain multiplications, so that it is equal everywhere.
private func nthRoot(_ value: Double, _ degree: Int) -> Double {
  var (low, high) = (min(1, value), max(1, value))
  for _ in 0..<200 {
    let middle = (low + high) / 2
    let power = (0..<degree).reduce(1.0) { product, _ in product * middle }
    if power < value { low = middle } else { high = middle }
  }
  return (low + high) / 2
}
