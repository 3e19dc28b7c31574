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
  /// By cluster.
  let dependencies: [StructuralMeasures.Cluster]
  let callFlow: [StructuralMeasures.Cluster]
  /// Files with published operations, by element; nil without symbols.
  let interfaces: [Interface]?

  /// A file with operations that another cluster calls.
  struct Interface {
    var cluster: Int
    /// How many there are.
    var operations: Int
    var messageCohesion: Double?
    var domainCohesion: Double?
  }

  init(_ code: MeasuredCode, _ partition: Partition) {
    self.code = code
    self.partition = partition
    pairs = StructuralMeasures(partition, code.dependencies)
    calls = StructuralMeasures(partition, code.calls)
    (dependencies, callFlow) = (pairs.clusters, calls.clusters)
    interfaces = code.interfaces?.interfaces(partition).map { element, operations in
      Interface(
        cluster: partition.labels[element], operations: operations.count,
        messageCohesion: InterfaceCohesion.mean(operations.map(\.types)),
        domainCohesion: InterfaceCohesion.mean(operations.map(\.words)))
    }
  }

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
    case .messageCohesion: Self.mean(interfaces ?? [], \.messageCohesion)
    case .domainCohesion: Self.mean(interfaces ?? [], \.domainCohesion)
    case .extremes: pairs.nonExtremeDistribution()
    case .extremeServices: pairs.extremeClusters()
    case .purity: purity(.bits).mean
    case .scaledPurity: purity(.services).mean
    }
  }

  private var operations: Int? { interfaces?.reduce(0) { $0 + $1.operations } }

  private var dampedShare: Double {
    let edges = code.calls.edges.map {
      WeightedEdge($0.source, $0.target, weight: log(1 + $0.weight))
    }
    let damped = DirectedGraph(nodeCount: code.calls.nodeCount, edges: edges)
    return StructuralMeasures(partition, damped).crossingShare
  }

  /// The mean over the interfaces that have a value.
  static func mean(_ interfaces: [Interface], _ value: (Interface) -> Double?) -> Double? {
    let values = interfaces.compactMap(value)
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
