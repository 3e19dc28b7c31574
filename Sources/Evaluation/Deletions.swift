internal import Basics
internal import Boundaries
internal import Clustering
internal import DependencyGraph

/// How much of a suggestion stays when a little of the code is not there.
///
/// Each run leaves out another random two hundredths of the dependencies between files, as if those
/// lines were not written; what the same files read and write stays.
struct Deletions {
  /// Share of the dependencies that a run leaves out.
  private static let share = 0.02

  let options: BoundaryOptions
  let past: PastEvidence?

  /// The mean adjusted Rand index of each suggestion with all others, the one for the whole graph
  /// first. All production files count; those outside of boundaries are one cluster.
  func agreement(_ graph: CodeGraph, runs: Int) -> [Double] {
    let partitions = (0...runs).map { run in
      partition(run == 0 ? graph : Self.thinned(graph, seed: UInt64(run)))
    }
    return partitions.indices.map { one in
      let others = partitions.indices.filter { $0 != one }
      return others.reduce(0) {
        $0
          + PartitionComparison(recovered: partitions[one], reference: partitions[$1])
          .adjustedRandIndex
      } / Double(others.count)
    }
  }

  private func partition(_ graph: CodeGraph) -> Partition {
    let proposal = BoundaryProposer(options: options).propose(graph, past: past)
    let labels = graph.files.indices.filter { graph.files[$0].role == "production" }.map { file in
      switch proposal.placements[file] {
      case .boundary(let index): index
      case .label: -1
      }
    }
    return Partition(labels)
  }

  static func thinned(_ graph: CodeGraph, seed: UInt64) -> CodeGraph {
    var generator = SeededGenerator(seed: seed)
    var order = Array(graph.fileEdges.indices)
    order.shuffle(using: &generator)
    let count = Int((Double(order.count) * share).rounded(.up))
    let lost = Set(order.prefix(count))
    let pairs = Set(lost.map { FilePair(graph.fileEdges[$0].from, graph.fileEdges[$0].to) })
    var thinned = graph
    thinned.fileEdges = graph.fileEdges.indices.filter { !lost.contains($0) }.map {
      graph.fileEdges[$0]
    }
    thinned.symbolEdges = graph.symbolEdges.filter { edge in
      !pairs.contains(FilePair(edge.fromFile, graph.symbols[Int(edge.to)].file))
    }
    return thinned
  }

  private struct FilePair: Hashable {
    var from: Int32
    var to: Int32

    init(_ from: Int32, _ to: Int32) { (self.from, self.to) = (from, to) }
  }
}
