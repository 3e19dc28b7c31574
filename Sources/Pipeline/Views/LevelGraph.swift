import Basics
import ReportModel

/// The graph of one level with its links back to the edges of the document.
struct LevelGraph {
  var level: GraphLevel
  /// Sorted by id.
  var nodes: [LevelNode]
  /// Sorted by (from, to); no loops.
  var edges: [LevelEdge]

  /// A graph whose edges are those of the document: node `i` stands for file or symbol `i`.
  init(level: GraphLevel, nodes: [LevelNode], documentEdges: [EdgeEntry]) {
    self.level = level
    self.nodes = nodes
    edges = documentEdges.enumerated().lazy.filter { $0.element.from != $0.element.to }.map {
      LevelEdge(from: $1.from, to: $1.to, count: $1.count, sources: [$0])
    }
    edges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private init(level: GraphLevel, nodes: [LevelNode], edges: [LevelEdge]) {
    self.level = level
    self.nodes = nodes
    self.edges = edges
  }

  /// The graph of groups: `group[node]` is an index into `nodes`, or nil to leave the node out.
  ///
  /// References inside a group are added to its `inside`; the result is sorted by id.
  /// O(edges log edges).
  func grouped(by group: [Int?], into nodes: [LevelNode], level: GraphLevel? = nil) -> LevelGraph {
    var nodes = nodes
    var moved: [LevelEdge] = []
    for (index, target) in group.enumerated() {
      if let target { nodes[target].inside += self.nodes[index].inside }
    }
    for edge in edges {
      guard let from = group[edge.from], let to = group[edge.to] else { continue }
      if from == to {
        nodes[from].inside += edge.count
      } else {
        moved.append(LevelEdge(from: from, to: to, count: edge.count, sources: edge.sources))
      }
    }
    let order = nodes.indices.sorted { nodes[$0].id.precedesBytewise(nodes[$1].id) }
    var place = [Int](repeating: 0, count: nodes.count)
    for (new, old) in order.enumerated() { place[old] = new }
    for index in moved.indices {
      moved[index].from = place[moved[index].from]
      moved[index].to = place[moved[index].to]
    }
    return LevelGraph(
      level: level ?? self.level, nodes: order.map { nodes[$0] }, edges: Self.merged(moved))
  }

  /// The nodes for which `keeps` holds and the edges among them.
  func keeping(_ keeps: (Int) -> Bool) -> LevelGraph {
    var group: [Int?] = []
    var kept: [LevelNode] = []
    for index in nodes.indices {
      group.append(keeps(index) ? kept.count : nil)
      if keeps(index) {
        kept.append(nodes[index])
        kept[kept.count - 1].inside = 0
      }
    }
    return grouped(by: group, into: kept)
  }

  private static func merged(_ edges: [LevelEdge]) -> [LevelEdge] {
    let sorted = edges.sorted {
      ($0.from, $0.to, $0.sources.first ?? 0) < ($1.from, $1.to, $1.sources.first ?? 0)
    }
    var result: [LevelEdge] = []
    for edge in sorted {
      if let last = result.last, last.from == edge.from, last.to == edge.to {
        result[result.count - 1].count += edge.count
        result[result.count - 1].sources += edge.sources
      } else {
        result.append(edge)
      }
    }
    for index in result.indices { result[index].sources.sort() }
    return result
  }
}

/// A node of a level, possibly one that others were folded into.
struct LevelNode {
  var id: String
  var label: String
  /// Components of the path by which it is folded.
  var path: [String]
  /// Indexes into the document's files, ascending.
  var files: [Int]
  var lines: Int
  /// Number of nodes of the level that it stands for.
  var folded = 1
  /// References among the files that it stands for.
  var inside = 0
  var isHighlighted = false
  /// It stands for the lesser entries of a folder, and its label says so.
  var isRest = false

  init(id: String, label: String, path: [String], files: [Int], lines: Int) {
    self.id = id
    self.label = label
    self.path = path
    self.files = files
    self.lines = lines
  }

  /// The node that stands for all of `parts`, which must not be empty.
  init(folding parts: [LevelNode], id: String, label: String, path: [String]) {
    self.init(
      id: id, label: label, path: path, files: parts.flatMap(\.files).sorted(),
      lines: parts.reduce(0) { $0 + $1.lines })
    folded = parts.reduce(0) { $0 + $1.folded }
    isHighlighted = parts.contains { $0.isHighlighted }
  }
}

/// A dependency between two nodes of a level.
struct LevelEdge {
  var from: Int
  var to: Int
  var count: Int
  /// Indexes into the document's edges (or symbol edges) that it stands for, ascending.
  var sources: [Int]
}
