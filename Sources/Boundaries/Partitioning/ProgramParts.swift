internal import Clustering
internal import Graphs

/// Clusters with several programs, divided: each program is a part of its own, and what lies between
/// them goes to the one that holds most of it or stays between.
///
/// Modularity joins small programs of a large repository whatever lies between them (its resolution
/// limit, Fortunato and Barthélemy 2007); what is deployed apart is apart.
struct ProgramParts {
  let programs: ProgramView
  /// Nodes that stay in their cluster: decisions speak of them.
  let decided: Set<Int>

  /// What no program owns joins the program that has more than this share of its ties to programs.
  private static let joinShare = 0.6

  /// `graph` begins with the positions of the files.
  func divide(
    _ partition: Partition, _ graph: UndirectedGraph, resolution: Double, seed: UInt64
  ) -> Partition {
    let divided = clustersOfSeveral(partition)
    guard !divided.isEmpty else { return partition }
    var labels = partition.labels
    for (node, program) in owned where divided.contains(labels[node]) {
      labels[node] = partition.count + program
    }
    let between = labels.indices.filter {
      divided.contains(labels[$0]) && !decided.contains($0)
    }
    let clusters = NodeClusters(of: between, in: graph, resolution: resolution, seed: seed) {
      partition.labels[$0] == partition.labels[$1]
    }
    let first = partition.count + programs.starts.count
    for (node, cluster) in zip(between, clusters.labels) { labels[node] = first + cluster }
    let homes = homes(of: clusters.count, labels, graph, first)
    return Partition(labels.map { $0 >= first ? homes[$0 - first] ?? $0 : $0 })
  }

  private var owned: [(node: Int, program: Int)] {
    programs.programOf.enumerated().filter { $0.element >= 0 && !decided.contains($0.offset) }
      .map { ($0.offset, $0.element) }
  }

  private func clustersOfSeveral(_ partition: Partition) -> Set<Int> {
    var programs: [Int: Set<Int>] = [:]
    for (node, program) in owned { programs[partition.labels[node], default: []].insert(program) }
    return Set(programs.filter { $0.value.count > 1 }.keys)
  }

  /// For clusters between programs, by number, the label of the program that they join.
  private func homes(
    of count: Int, _ labels: [Int], _ graph: UndirectedGraph, _ first: Int
  ) -> [Int: Int] {
    var ties: [[Int: Double]] = Array(repeating: [:], count: count)
    let programLabels = first - programs.starts.count..<first
    for node in labels.indices where labels[node] >= first {
      for entry in graph.row(node) {
        let other = labels[Int(graph.neighbors[entry])]
        if programLabels.contains(other) {
          ties[labels[node] - first][other, default: 0] += graph.weights[entry]
        }
      }
    }
    var homes: [Int: Int] = [:]
    for (cluster, weights) in ties.enumerated() {
      // Sorted, because a sum of floating-point numbers depends on its order.
      let total = weights.values.sorted().reduce(0, +)
      if let best = weights.first(where: { $0.value > Self.joinShare * total }) {
        homes[cluster] = best.key
      }
    }
    return homes
  }
}
