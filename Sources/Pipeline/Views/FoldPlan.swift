import Basics

/// Decides which nodes of a large graph are folded together, so that the parts of a picture are of
/// like size.
///
/// It begins with one box for everything and opens the box with most lines, into its folders and
/// nodes, as long as the picture does not grow beyond the limit and a box holds more than its share.
/// A folder with too many entries is opened in part: the most connected stand alone, and the rest
/// is folded, by cluster where there is room. O(limit · n log n).
struct FoldPlan {
  /// Nodes that become one, and the folder that stands for them.
  struct Group {
    var path: [String]
    var members: [Int]
    /// Only the least connected entries of the folder are in it.
    var isRest = false
    /// The cluster whose rest it is, where a folder has several.
    var cluster: String?
  }

  /// A folder, or part of one, that may still be opened.
  private struct Box {
    var group: Group
    /// Lines of its nodes, and one for each.
    var size: Int
    var isClosed: Bool
  }

  private let graph: LevelGraph
  private let limit: Int
  private let clusters: [String]
  /// References to and from each node.
  private let degree: [Int]
  private var boxes: [Box] = []

  init(_ graph: LevelGraph, limit: Int, cluster: (LevelNode) -> String) {
    self.graph = graph
    self.limit = max(limit, 2)
    clusters = graph.nodes.map(cluster)
    var degree = [Int](repeating: 0, count: graph.nodes.count)
    for edge in graph.edges {
      degree[edge.from] += edge.count
      degree[edge.to] += edge.count
    }
    self.degree = degree
  }

  /// The groups, in a fixed order; each node is in one.
  var groups: [Group] { boxes.map(\.group) }

  mutating func run() {
    let (alone, others) = (
      graph.nodes.indices.filter { graph.nodes[$0].isHighlighted },
      graph.nodes.indices.filter { !graph.nodes[$0].isHighlighted }
    )
    boxes = alone.map { box([$0]) }
    guard !others.isEmpty else { return }
    boxes.append(box(others.sorted { Self.precedes(graph.nodes[$0].path, graph.nodes[$1].path) }))
    let total = boxes.reduce(0) { $0 + $1.size }
    while let largest = largestOpen, boxes.count == alone.count + 1 || isAboveShare(largest, total)
    {
      open(largest)
    }
  }

  private var largestOpen: Int? {
    boxes.indices.filter { !boxes[$0].isClosed }
      .min { (-boxes[$0].size, $0) < (-boxes[$1].size, $1) }
  }

  private func isAboveShare(_ index: Int, _ total: Int) -> Bool {
    boxes[index].size * limit > total
  }

  /// Replaces a box by what is in it, or by part of that and a rest, or closes it.
  private mutating func open(_ index: Int) {
    let entries = entries(of: boxes[index].group)
    let room = limit - boxes.count + 1
    if entries.count <= room {
      boxes.replaceSubrange(index...index, with: entries)
      return
    }
    let openSize = boxes.reduce(0) { $0 + ($1.isClosed ? 0 : $1.size) }
    let share = 1 + (room - 1) * boxes[index].size / max(1, openSize)
    if share < 3 {
      boxes[index].isClosed = true
    } else {
      let path = boxes[index].group.path
      boxes.replaceSubrange(index...index, with: partly(entries, path: path, into: share))
    }
  }

  /// The entries of a folder: a box for each folder in it and for each node.
  private func entries(of group: Group) -> [Box] {
    let depth = group.path.count
    var parts: [[Int]] = []
    for node in group.members {
      let path = graph.nodes[node].path
      if path.count > depth, let last = parts.last?[0], graph.nodes[last].path.count > depth,
        graph.nodes[last].path[depth] == path[depth]
      {
        parts[parts.count - 1].append(node)
      } else {
        parts.append([node])
      }
    }
    return parts.map(box)
  }

  /// The most connected of `entries` alone and the others in rests: `count` boxes at most.
  private func partly(_ entries: [Box], path: [String], into count: Int) -> [Box] {
    let weights = entries.map { $0.group.members.reduce(0) { $0 + degree[$1] } }
    let order = entries.indices.sorted {
      (weights[$0], entries[$0].size, $1) < (weights[$1], entries[$1].size, $0)
    }
    let excess = entries.count - count
    var byCluster: [String: [Int]] = [:]
    var saved = 0
    for entry in order where saved < excess {
      let cluster = cluster(of: entries[entry])
      saved += byCluster[cluster] == nil ? 0 : 1
      byCluster[cluster, default: []].append(entry)
    }
    var rests = byCluster.sorted { $0.key.precedesBytewise($1.key) }
      .filter { $0.value.count > 1 }.map { (cluster: Optional($0.key), entries: $0.value) }
    if saved < excess { rests = [(nil, Array(order.prefix(excess + 1)))] }
    let folded = Set(rests.flatMap(\.entries))
    let alone = entries.indices.filter { !folded.contains($0) }.map { entries[$0] }
    return alone
      + rests.map { rest in
        let members = rest.entries.flatMap { entries[$0].group.members }.sorted()
        let isOnly = rests.count == 1
        let group = Group(
          path: path, members: members, isRest: true, cluster: isOnly ? nil : rest.cluster)
        return Box(group: group, size: size(members), isClosed: true)
      }
  }

  /// The cluster of its most connected node.
  private func cluster(of box: Box) -> String {
    let first = box.group.members.min { (-degree[$0], $0) < (-degree[$1], $1) }
    return first.map { clusters[$0] } ?? ""
  }

  /// A box of nodes that are sorted by path, named by the deepest folder that holds them all.
  private func box(_ members: [Int]) -> Box {
    let first = graph.nodes[members[0]].path
    let last = graph.nodes[members[members.count - 1]].path
    let common = zip(first, last).prefix { $0 == $1 }.map(\.0)
    return Box(
      group: Group(path: common, members: members), size: size(members),
      isClosed: members.count == 1 || first == last)
  }

  private func size(_ members: [Int]) -> Int {
    members.reduce(0) { $0 + graph.nodes[$1].lines + 1 }
  }

  private static func precedes(_ a: [String], _ b: [String]) -> Bool {
    for (left, right) in zip(a, b) where left != right { return left.precedesBytewise(right) }
    return a.count < b.count
  }
}
