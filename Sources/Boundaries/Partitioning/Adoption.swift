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

  static let byFolder = "nothing refers to it or from it; most of its folder is here"
  static let tinyByFolder = "too few files hang together with it; most of its folder is here"
  static let tinyByName = "too few files hang together with it; its names are nearest to this part"
  static let byName = "nothing refers to it or from it; its names are nearest to this part"

  /// Files that nothing but names ties to others and whose company is shared, with the reason why
  /// they are as well: most of the nearest folder that has anything else, or the file whose names
  /// are nearest.
  func besideShared(_ shared: [Int: String], tied: Set<Int>) -> [Int: String] {
    let lonely = scope.files.indices.filter {
      shared[$0] == nil && !tied.contains($0) && !decided.contains($0)
    }
    let isLonely = Set(lonely)
    var votes: [Int: (shared: Int, all: Int)] = [:]
    for position in scope.files.indices where !isLonely.contains(position) {
      for folder in scope.folders[position] {
        votes[folder, default: (0, 0)].all += 1
        if shared[position] != nil { votes[folder]!.shared += 1 }
      }
    }
    let nearest = nearestByName(isLonely)
    var reasons: [Int: String] = [:]
    for position in lonely {
      if let home = scope.folders[position].lazy.compactMap({ votes[$0] }).first {
        if home.shared * 2 > home.all {
          reasons[position] = "nothing refers to it or from it; most of its folder is shared"
        }
      } else if let other = nearest[position], shared[other] != nil {
        let path = graph.files[scope.files[other]].path
        reasons[position] =
          "nothing refers to it or from it; its names are nearest to \"\(path)\", which is shared"
      }
    }
    return reasons
  }

  /// Gives every lonely file the label of most files in its folder (or the nearest folder above that
  /// has any), else of the file whose names are nearest. Lonely are those without any tie and those of
  /// `tiny` clusters, which are too small for a part and tied to nothing else.
  mutating func place(
    _ labels: inout [Int], shared: [Int: String], glue: GlueGraph, tiny: Set<Int>
  ) {
    let lonely = (0..<glue.fileCount).filter {
      shared[$0] == nil && !decided.contains($0)
        && (glue.graph.row($0).isEmpty || tiny.contains(labels[$0]))
    }
    guard !lonely.isEmpty, lonely.count < glue.fileCount else { return }
    let isLonely = Set(lonely)
    var votes: [Int: [Int: Int]] = [:]
    for position in 0..<glue.fileCount where shared[position] == nil && !isLonely.contains(position)
    {
      for folder in scope.folders[position] {
        votes[folder, default: [:]][labels[position], default: 0] += 1
      }
    }
    let nearest = nearestByName(isLonely.union(shared.keys))
    for position in lonely {
      if let home = scope.folders[position].lazy.compactMap({ votes[$0] }).first {
        labels[position] = home.max { ($0.value, -$0.key) < ($1.value, -$1.key) }!.key
        reasons[position] = tied(position, glue) ? Self.tinyByFolder : Self.byFolder
      } else if let other = nearest[position] {
        labels[position] = labels[other]
        reasons[position] = tied(position, glue) ? Self.tinyByName : Self.byName
      }
    }
  }

  private func tied(_ position: Int, _ glue: GlueGraph) -> Bool {
    !glue.graph.row(position).isEmpty
  }

  /// For each position the one of nearest names that is not among `excluded`.
  private func nearestByName(_ excluded: Set<Int>) -> [Int: Int] {
    var best: [Int: WeightedEdge] = [:]
    for edge in terms.neighbors {
      guard !excluded.contains(edge.target), edge.weight > (best[edge.source]?.weight ?? 0)
      else { continue }
      best[edge.source] = edge
    }
    return best.mapValues(\.target)
  }
}
