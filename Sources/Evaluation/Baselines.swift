internal import Basics
internal import Clustering
package import DependencyGraph
internal import Graphs
package import ReportModel

/// Trivial methods, which a suggestion has to beat.
package struct Baselines: Sendable {
  let graph: CodeGraph
  let scoring: Scoring
  /// For each path of the reference the file of `graph`.
  let fileOf: [String: Int]

  /// Runs of what is drawn at random; the means of all their values are given.
  private static let draws = 10
  /// Depths beyond this were never the answer.
  private static let deepest = 12

  /// `graph` may be disguised; `fileOf` leads from the paths of the reference into it.
  package init(_ graph: CodeGraph, _ scoring: Scoring, fileOf: [String: Int]) {
    self.graph = graph
    self.scoring = scoring
    self.fileOf = fileOf
  }

  /// Folders at every depth, the best of them first, the folder that holds the file, one cluster,
  /// random clusters as many as there are services, and Leiden on the dependencies alone.
  package func rows(withFolders: Bool) -> [EvaluationRow] {
    (withFolders ? folders : []) + [one, random, leiden]
  }

  private var folders: [EvaluationRow] {
    let depths = scoring.paths.map { $0.split(separator: "/").count - 1 }.max() ?? 0
    let rows = (1...max(1, min(depths, Self.deepest))).map { depth in
      scoring.row("folders, depth \(depth)") { path in
        path.split(separator: "/").dropLast().prefix(depth).joined(separator: "/")
      }
    }
    let leaf = scoring.row("folder of the file") { path in
      path.split(separator: "/").dropLast().joined(separator: "/")
    }
    // The first of equals.
    let best = rows.indices.max { a, b in
      let (x, y) = (rows[a].adjustedRandIndex, rows[b].adjustedRandIndex)
      return x != y ? x < y : a > b
    }!
    var chosen = rows[best]
    chosen.method += " (best)"
    return [chosen] + rows.enumerated().filter { $0.offset != best }.map(\.element) + [leaf]
  }

  private var one: EvaluationRow { scoring.row("one cluster") { _ in "all" } }

  private var random: EvaluationRow {
    var generator = SeededGenerator(seed: 1)
    let count = max(1, scoring.serviceCount)
    let rows = (0..<Self.draws).map { _ in
      var labels: [String: String] = [:]
      for path in scoring.paths { labels[path] = "\(Int.random(in: 0..<count, using: &generator))" }
      return scoring.row("random") { labels[$0] }
    }
    var mean = rows[0]
    func average(_ value: (EvaluationRow) -> Double) -> Double {
      rows.reduce(0) { $0 + value($1) } / Double(rows.count)
    }
    mean.adjustedRandIndex = average(\.adjustedRandIndex)
    mean.low = average(\.low)
    mean.high = average(\.high)
    mean.moJoFM = average(\.moJoFM)
    mean.architectureSimilarity = average(\.architectureSimilarity)
    // The mean of the largest clusters, of the second largest, and so on.
    mean.sizes = (0..<(rows.map(\.sizes.count).max() ?? 0)).map { place in
      Int(average { place < $0.sizes.count ? Double($0.sizes[place]) : 0 }.rounded())
    }
    for place in mean.coverage.indices {
      mean.coverage[place].clusters = average { $0.coverage[place].clusters }
      mean.coverage[place].services = average { $0.coverage[place].services }
    }
    return mean
  }

  /// Leiden at resolution 1 on the numbers of references between production files.
  private var leiden: EvaluationRow {
    let files = graph.files.indices.filter { graph.files[$0].role == "production" }
    var position = [Int](repeating: -1, count: graph.files.count)
    for (index, file) in files.enumerated() { position[file] = index }
    let edges = graph.fileEdges.compactMap { edge -> WeightedEdge? in
      let (a, b) = (position[Int(edge.from)], position[Int(edge.to)])
      return a < 0 || b < 0 ? nil : WeightedEdge(a, b, weight: Double(graph.count(of: edge)))
    }
    let partition = Leiden(.modularity, seed: 1)
      .partition(UndirectedGraph(nodeCount: files.count, edges: edges))
    return scoring.row("Leiden on dependencies") { path in
      guard let file = fileOf[path] else { return nil }
      return position[file] < 0 ? "@" : "\(partition.labels[position[file]])"
    }
  }
}
