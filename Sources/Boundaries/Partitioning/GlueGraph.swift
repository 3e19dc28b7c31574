internal import Clustering
internal import DependencyGraph
internal import Graphs

/// The graph that is clustered: files, and helper nodes for folders and stores that tie them.
///
/// A helper node with an edge to each of its files stands for a clique among them at linear cost.
/// Nodes: the scope's files first, then folder groups, then stores.
struct GlueGraph {
  let graph: UndirectedGraph
  let fileCount: Int

  init(
    files: Int, dependencies: [WeightedEdge], data: [WeightedEdge], names: [WeightedEdge],
    past: [WeightedEdge] = [], folders: FolderView?, storeCount: Int, weights: ViewWeights
  ) {
    fileCount = files
    var edges = dependencies.map { $0.scaled(by: weights.dependencies) }
    // One file's mean pull from dependencies: the unit in which the other views speak.
    let pull = files > 0 ? 2 * edges.reduce(0) { $0 + $1.weight } / Double(files) : 0
    let unit = pull > 0 ? pull : 1
    var next = files
    if let folders, folders.trust > 0 {
      // Like odds: a tree that fits half as well as it could has little to say, one that fits as
      // well as anything can has the last word (refining trusted folders adds nothing).
      let odds = folders.trust * folders.trust / (1.1 - folders.trust)
      let weight = weights.folders * odds * unit
      for (position, group) in folders.groupOf.enumerated() where !folders.names[group].isEmpty {
        edges.append(WeightedEdge(position, next + group, weight: weight))
      }
      next += folders.names.count
    }
    edges += names.map { $0.scaled(by: weights.names * unit) }
    edges += past.map { $0.scaled(by: unit) }
    var storeNodes = [Int](repeating: -1, count: storeCount)
    for tie in data {
      if storeNodes[tie.target] < 0 {
        storeNodes[tie.target] = next
        next += 1
      }
      edges.append(
        WeightedEdge(
          tie.source, storeNodes[tie.target], weight: weights.data * tie.weight))
    }
    graph = UndirectedGraph(nodeCount: next, edges: edges.filter { $0.weight > 0 })
  }
}

/// Factors of the views, 1 unless the configuration says otherwise.
struct ViewWeights {
  var dependencies = 1.0
  var data = 1.0
  var folders = 1.0
  var names = 1.0

  init(_ named: [String: Double], _ parameters: BoundaryParameters) {
    dependencies = named["dependencies"] ?? 1
    data = named["data"] ?? 1
    folders = named["folders"] ?? 1
    names = (named["names"] ?? 1) * parameters.nameShare
  }
}

extension WeightedEdge {
  func scaled(by factor: Double) -> WeightedEdge {
    WeightedEdge(source, target, weight: weight * factor)
  }
}
