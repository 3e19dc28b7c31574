internal import Clustering
internal import Graphs

/// A partition chosen among several runs, and how firmly each node stands in it.
struct Consensus {
  var partition: Partition
  /// For each node: the mean share of its cluster that stays with it over all runs and in the opinion
  /// of a second algorithm, 0 to 1.
  var stability: [Double]
  /// Mean adjusted Rand index of the chosen run with all runs, itself included.
  var agreement: Double

  /// The run that agrees most with all others (the medoid by adjusted Rand index) over `seeds` at
  /// `resolution`, with neighbouring resolutions as further witnesses of stability: one Leiden run
  /// can move by tens of points with its seed alone. They begin with `start` if there is one.
  init(
    _ graph: UndirectedGraph, resolution: Double, seed: UInt64, constraints: ResolvedConstraints,
    start: Partition? = nil
  ) {
    func run(_ resolution: Double, _ seed: UInt64) -> Partition {
      Leiden(.modularity(resolution: resolution), seed: seed)
        .partition(graph, from: start, constraints: constraints)
    }
    let runs = (0..<6).map { run(resolution, seed &+ $0) }
    let scores = runs.map { candidate in
      runs.reduce(0) {
        $0 + PartitionComparison(recovered: candidate, reference: $1).adjustedRandIndex
      } / Double(runs.count)
    }
    let chosen = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    partition = runs[chosen]
    agreement = scores[chosen]
    let witnesses = runs + [run(resolution * 0.8, seed), run(resolution * 1.25, seed)]
    stability = Self.stability(
      of: runs[chosen], over: witnesses, .kept, opinion: MapEquation(seed: seed).partition(graph))
  }

  /// Takes the stability from runs on `evidence`, a graph that begins with the same `files` nodes:
  /// where a partition was given from outside, runs that had no choice say nothing about the code.
  /// These begin with it and are free to move what the evidence holds elsewhere; that they divide or
  /// join whole parts says nothing against these.
  mutating func test(on evidence: UndirectedGraph, files: Int, resolution: Double, seed: UInt64) {
    let base = Partition(partition.labels[..<files])
    let start = Partition(base.labels + (files..<evidence.nodeCount).map { base.count + $0 })
    let free = ResolvedConstraints(nodeCount: evidence.nodeCount)
    let settings =
      (0..<6).map { (resolution, seed &+ $0) }
      + [(resolution * 0.8, seed), (resolution * 1.25, seed)]
    let runs = settings.map { resolution, seed in
      let run = Leiden(.modularity(resolution: resolution), seed: seed)
        .partition(evidence, from: start, constraints: free)
      return Partition(run.labels[..<files])
    }
    let opinion = Partition(MapEquation(seed: seed).partition(evidence).labels[..<files])
    stability =
      Self.stability(of: base, over: runs, .overlap, opinion: opinion) + stability[files...]
  }

  /// What a run says of a node in cluster C that it puts into D, from |C ∩ D|, |C| and |D|.
  private enum Agreement {
    /// How much of C stays with it.
    case kept
    /// Whose company it is put in: of an algorithm that finds more and smaller clusters.
    case company
    /// The overlap coefficient, 1 where one holds the other: neither a finer nor a coarser cut
    /// speaks against C.
    case overlap

    func share(_ common: Int, _ own: Int, _ other: Int) -> Double {
      switch self {
      case .kept: Double(common) / Double(own)
      case .company: Double(common) / Double(other)
      case .overlap: Double(common) / Double(min(own, other))
      }
    }
  }

  /// The mean over the runs and the opinion of another algorithm.
  private static func stability(
    of base: Partition, over runs: [Partition], _ agreement: Agreement, opinion: Partition
  ) -> [Double] {
    var sum = [Double](repeating: 0, count: base.nodeCount)
    let sizes = base.sizes
    for (other, agreement) in runs.map({ ($0, agreement) }) + [(opinion, .company)] {
      let others = other.sizes
      var common: [Int: Int] = [:]
      for node in 0..<base.nodeCount {
        common[base.labels[node] * other.count + other.labels[node], default: 0] += 1
      }
      for node in 0..<base.nodeCount {
        let (own, its) = (base.labels[node], other.labels[node])
        sum[node] += agreement.share(common[own * other.count + its]!, sizes[own], others[its])
      }
    }
    return sum.map { $0 / Double(runs.count + 1) }
  }
}
