internal import Clustering
internal import Graphs

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The values of all measures for one partition of the elements.
struct MeasureValues {
  let code: MeasuredCode
  let partition: Partition

  private let pairs: StructuralMeasures
  private let calls: StructuralMeasures
  /// Files with published operations; nil without symbols.
  let interfaces: [(element: Int, operations: [PublishedOperations.Operation])]?

  init(_ code: MeasuredCode, _ partition: Partition) {
    self.code = code
    self.partition = partition
    pairs = StructuralMeasures(partition, code.dependencies)
    calls = StructuralMeasures(partition, code.calls)
    interfaces = code.interfaces?.interfaces(partition)
  }

  /// By cluster.
  var dependencies: [StructuralMeasures.Cluster] { pairs.clusters }
  var callFlow: [StructuralMeasures.Cluster] { calls.clusters }

  /// Six decimals, so that no platform's logarithm shows; nil where there is nothing to measure.
  func value(_ measure: Measure) -> Double? {
    guard partition.nodeCount > 0 else { return nil }
    return raw(measure).map { ($0 * 1e6).rounded() / 1e6 }
  }

  private func raw(_ measure: Measure) -> Double? {
    switch measure {
    case .structuralModularity: pairs.structuralModularity
    case .turboMQ: pairs.turboMQ
    case .interCalls: code.calls.edgeCount > 0 ? calls.crossingShare : nil
    case .dampedInterCalls: code.calls.edgeCount > 0 ? dampedShare : nil
    case .interactions: calls.crossingWeight
    case .operations: operations.map(Double.init)
    case .interfaceOperations: operations.map { Double($0) / Double(partition.count) }
    case .interfaceFiles: interfaces.map { Double($0.count) / Double(partition.count) }
    case .messageCohesion: cohesion(\.types)
    case .domainCohesion: cohesion(\.words)
    case .extremes: pairs.nonExtremeDistribution()
    case .extremeServices: pairs.extremeClusters()
    case .purity: purity(.bits).mean
    case .scaledPurity: purity(.services).mean
    }
  }

  private var operations: Int? { interfaces?.reduce(0) { $0 + $1.operations.count } }

  private var dampedShare: Double {
    let edges = code.calls.edges.map {
      WeightedEdge($0.source, $0.target, weight: log(1 + $0.weight))
    }
    let damped = DirectedGraph(nodeCount: code.calls.nodeCount, edges: edges)
    return StructuralMeasures(partition, damped).crossingShare
  }

  /// The mean over interfaces that have one, of all clusters or of one.
  func cohesion(
    _ terms: KeyPath<PublishedOperations.Operation, [Int]>, in cluster: Int? = nil
  ) -> Double? {
    let values = (interfaces ?? []).compactMap { interface -> Double? in
      if let cluster, partition.labels[interface.element] != cluster { return nil }
      return InterfaceCohesion.mean(interface.operations.map { $0[keyPath: terms] })
    }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// For each used table how often each cluster uses it.
  var accesses: [[Int: Int]] {
    code.tables.map { table in
      var counts: [Int: Int] = [:]
      for user in table.users { counts[partition.labels[user], default: 0] += 1 }
      return counts
    }
  }

  func purity(_ scale: TransactionalPurity.Scale) -> TransactionalPurity {
    // Clusters that do not use a table add nothing to its entropy, only to the scale.
    TransactionalPurity(
      accesses: accesses.map { counts in counts.keys.sorted().map { Double(counts[$0]!) } },
      services: partition.count, scale: scale)
  }
}
