package import Graphs

extension Quality {
  /// Modularity over the most that clusters with these shares of the weight could have,
  /// Q / (1 − Σ a²), with a = a cluster's share of the strength; 0 where all lies in one cluster.
  ///
  /// It errs to coarse partitions where modularity errs to fine ones.
  package static func relativeModularity(_ partition: Partition, _ graph: UndirectedGraph)
    -> Double
  {
    guard graph.totalWeight > 0 else { return 0 }
    var shares = [Double](repeating: 0, count: partition.count)
    for (node, label) in partition.labels.enumerated() {
      shares[label] += graph.strengths[node] / (2 * graph.totalWeight)
    }
    let room = 1 - shares.reduce(0) { $0 + $1 * $1 }
    return room > 1e-12 ? Quality.modularity.value(partition, graph) / room : 0
  }
}
