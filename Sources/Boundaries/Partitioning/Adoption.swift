internal import DependencyGraph
internal import Graphs

/// Places files that nothing ties to any other: by folder, then by name.
struct Adoption {
  private let scope: FileScope
  private let graph: CodeGraph
  private let terms: NameView
  /// Positions that decisions speak of: they stay where these put them.
  private let decided: Set<Int>
  /// Positions that were adopted, with the reason.
  private(set) var reasons: [Int: String] = [:]

  init(scope: FileScope, graph: CodeGraph, terms: NameView, decided: Set<Int>) {
    self.scope = scope
    self.graph = graph
    self.terms = terms
    self.decided = decided
  }

  /// Gives every lonely file the label of most files in its folder (or the nearest folder above that
  /// has any), else of the file whose names are nearest.
  mutating func place(_ labels: inout [Int], shared: [Int: String], glue: GlueGraph) {
    let lonely = (0..<glue.fileCount).filter {
      shared[$0] == nil && glue.graph.row($0).isEmpty && !decided.contains($0)
    }
    guard !lonely.isEmpty, lonely.count < glue.fileCount else { return }
    let isLonely = Set(lonely)
    var votes: [String: [Int: Int]] = [:]
    for position in 0..<glue.fileCount where shared[position] == nil && !isLonely.contains(position)
    {
      for folder in folders(of: position) {
        votes[folder, default: [:]][labels[position], default: 0] += 1
      }
    }
    let nearest = nearestByName(lonely, isLonely, shared)
    for position in lonely {
      if let home = folders(of: position).lazy.compactMap({ votes[$0] }).first {
        labels[position] = home.max { ($0.value, -$0.key) < ($1.value, -$1.key) }!.key
        reasons[position] = "nothing refers to it or from it; most of its folder is here"
      } else if let other = nearest[position] {
        labels[position] = labels[other]
        reasons[position] = "nothing refers to it or from it; its names are nearest to this part"
      }
    }
  }

  /// Folders of a file, innermost first, without the root.
  private func folders(of position: Int) -> [String] {
    let parts = graph.files[scope.files[position]].path.split(separator: "/").dropLast()
    return (0..<parts.count).map { parts.prefix(parts.count - $0).joined(separator: "/") }
  }

  private func nearestByName(
    _ lonely: [Int], _ isLonely: Set<Int>, _ shared: [Int: String]
  ) -> [Int: Int] {
    var best: [Int: WeightedEdge] = [:]
    for edge in terms.neighbors() {
      guard isLonely.contains(edge.source), !isLonely.contains(edge.target),
        shared[edge.target] == nil, edge.weight > (best[edge.source]?.weight ?? 0)
      else { continue }
      best[edge.source] = edge
    }
    return best.mapValues(\.target)
  }
}
