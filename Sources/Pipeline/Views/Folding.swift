import Basics
import ReportModel

/// Folds nodes into folders, until a picture of them can be read.
struct Folding {
  private(set) var graph: LevelGraph
  /// Nodes that were folded away, and the nodes that stand for them.
  private(set) var foldedNodes = 0
  private(set) var folders = 0

  init(_ graph: LevelGraph) { self.graph = graph }

  /// Folds each node into the folder `depth` components deep; nodes that lie higher stay.
  mutating func fold(toDepth depth: Int) {
    let isSymbol = graph.level == .symbol
    fold { node in
      let end = isSymbol ? node.path.count - 1 : node.path.count
      return end > depth ? Array(node.path.prefix(depth)) : nil
    }
  }

  /// Folds each node into the shortest leading part of its path that matches `glob`.
  mutating func fold(matching glob: String) throws {
    let pattern: Glob
    do { pattern = try Glob(glob) } catch { throw GraphViewError.collapseGlob("\(error)") }
    var prefixes: [[String]: Bool] = [:]
    func matches(_ prefix: [String]) -> Bool {
      if let known = prefixes[prefix] { return known }
      let result = pattern.matches(prefix.joined(separator: "/"))
      prefixes[prefix] = result
      return result
    }
    var found = false
    fold { node in
      let length = (1...max(1, node.path.count)).first { matches(Array(node.path.prefix($0))) }
      found = found || length != nil
      return length.map { Array(node.path.prefix($0)) }
    }
    if !found { throw GraphViewError.collapseMatchesNothing(glob) }
  }

  /// Folds the deepest folders, the least connected first, until at most `limit` nodes are left.
  ///
  /// Where folding a whole folder would leave less than half of `limit`, only its least connected
  /// nodes are folded: those of one cluster together, as long as that is enough. O(depth · n log n).
  mutating func fold(toFit limit: Int, cluster: (LevelNode) -> String) {
    guard graph.nodes.count > limit else { return }
    var plan = FoldPlan(graph, limit: limit, cluster: cluster)
    plan.run()
    apply(plan.groups)
  }

  private mutating func fold(into folder: (LevelNode) -> [String]?) {
    var groups: [FoldPlan.Group] = []
    var place: [[String]: Int] = [:]
    for (index, node) in graph.nodes.enumerated() {
      guard !node.isHighlighted, let path = folder(node) else {
        groups.append(FoldPlan.Group(path: node.path, members: [index]))
        continue
      }
      if let known = place[path] {
        groups[known].members.append(index)
      } else {
        place[path] = groups.count
        groups.append(FoldPlan.Group(path: path, members: [index]))
      }
    }
    apply(groups)
  }

  private mutating func apply(_ groups: [FoldPlan.Group]) {
    var target = [Int?](repeating: nil, count: graph.nodes.count)
    var nodes: [LevelNode] = []
    for group in groups {
      for member in group.members { target[member] = nodes.count }
      let parts = group.members.map { graph.nodes[$0] }
      if parts.count == 1 {
        nodes.append(parts[0])
        nodes[nodes.count - 1].inside = 0
      } else {
        nodes.append(folded(parts, group))
        foldedNodes += parts.reduce(0) { $0 + $1.folded }
        folders += 1
      }
    }
    graph = graph.grouped(by: target, into: nodes)
  }

  private func folded(_ parts: [LevelNode], _ group: FoldPlan.Group) -> LevelNode {
    let folder = group.path.joined(separator: "/")
    let star = folder.isEmpty ? "*" : folder + "/*"
    let rest = group.cluster.map { "[\($0)]" } ?? ""
    let count = parts.reduce(0) { $0 + $1.folded }
    let kind = graph.level.plural
    let label =
      group.isRest ? "\(count) smaller \(kind)" : "\(folder.isEmpty ? "*" : folder)"
    return LevelNode(
      folding: parts, id: "\(graph.level.rawValue):\(star)\(group.isRest ? rest : "")",
      label: label, path: group.path)
  }
}

/// Decides which nodes are folded together.
struct FoldPlan {
  /// Nodes that become one, and the folder that stands for them.
  struct Group {
    var path: [String]
    var members: [Int]
    /// Only the least connected nodes of the folder are in it.
    var isRest = false
    /// The cluster whose rest it is, where a folder has several.
    var cluster: String?
  }

  private let graph: LevelGraph
  private let limit: Int
  private let clusters: [String]
  /// References to and from each node.
  private var degree: [Int]
  private(set) var groups: [Group]

  init(_ graph: LevelGraph, limit: Int, cluster: (LevelNode) -> String) {
    self.graph = graph
    self.limit = max(limit, 2)
    clusters = graph.nodes.map(cluster)
    degree = [Int](repeating: 0, count: graph.nodes.count)
    for edge in graph.edges {
      degree[edge.from] += edge.count
      degree[edge.to] += edge.count
    }
    groups = graph.nodes.indices.map { Group(path: graph.nodes[$0].path, members: [$0]) }
  }

  mutating func run() {
    var depth = groups.map(\.path.count).max() ?? 0
    while groups.count > limit && depth > 0 {
      foldFolders(ofDepth: depth - 1)
      depth -= 1
    }
    if groups.count > limit { foldRest(of: groups.indices.filter(isFoldable), path: []) }
  }

  private func isFoldable(_ group: Int) -> Bool {
    groups[group].members.allSatisfy { !graph.nodes[$0].isHighlighted }
  }

  /// Folds folders of `depth` components, the least connected first, until it fits.
  private mutating func foldFolders(ofDepth depth: Int) {
    for (path, content) in folders(ofDepth: depth) {
      if groups.lazy.filter({ !$0.members.isEmpty }).count <= limit { break }
      let count = groups.lazy.filter { !$0.members.isEmpty }.count
      if content.count > 1, depth == 0 || count - content.count + 1 < limit / 2 {
        foldRest(of: content, path: path)
      } else {
        merge(content, into: Group(path: path, members: []))
      }
    }
    groups.removeAll { $0.members.isEmpty }
  }

  /// Folders of `depth` components that hold something deeper, with all that they hold, the least
  /// connected first.
  private func folders(ofDepth depth: Int) -> [(path: [String], content: [Int])] {
    let inside = groups.indices.filter { groups[$0].path.count >= depth && isFoldable($0) }
    let sorted = inside.sorted {
      Self.precedes(groups[$0].path.prefix(depth), groups[$1].path.prefix(depth), $0 < $1)
    }
    var result: [(path: [String], content: [Int])] = []
    for group in sorted {
      let path = Array(groups[group].path.prefix(depth))
      if result.last?.path == path {
        result[result.count - 1].content.append(group)
      } else {
        result.append((path, [group]))
      }
    }
    result.removeAll { $0.content.allSatisfy { groups[$0].path.count == depth } }
    let weights = result.map { $0.content.reduce(0) { $0 + weight($1) } }
    let order = result.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
    return order.map { result[$0] }
  }

  /// Folds the least connected of `content`, so many that it fits.
  private mutating func foldRest(of content: [Int], path: [String]) {
    let excess = groups.lazy.filter { !$0.members.isEmpty }.count - limit
    let order = content.sorted { (weight($0), size($0), $1) < (weight($1), size($1), $0) }
    var byCluster: [String: [Int]] = [:]
    var saved = 0
    for group in order where saved < excess {
      let cluster = clusters[groups[group].members[0]]
      saved += byCluster[cluster] == nil ? 0 : 1
      byCluster[cluster, default: []].append(group)
    }
    guard saved >= excess else {
      merge(Array(order.prefix(excess + 1)), into: Group(path: path, members: [], isRest: true))
      return
    }
    for (cluster, rest) in byCluster.sorted(by: { $0.key.precedesBytewise($1.key) })
    where rest.count > 1 {
      merge(rest, into: Group(path: path, members: [], isRest: true, cluster: cluster))
    }
  }

  /// Puts the members of `content` into one group and leaves the others empty.
  private mutating func merge(_ content: [Int], into group: Group) {
    guard let first = content.min() else { return }
    var group = group
    if content.count == 1 {
      groups[first].path = group.path
      return
    }
    for index in content {
      group.members += groups[index].members
      groups[index].members = []
    }
    group.members.sort()
    groups[first] = group
  }

  private func weight(_ group: Int) -> Int {
    groups[group].members.reduce(0) { $0 + degree[$1] }
  }

  private func size(_ group: Int) -> Int {
    groups[group].members.reduce(0) { $0 + graph.nodes[$1].lines }
  }

  private static func precedes(
    _ a: ArraySlice<String>, _ b: ArraySlice<String>, _ otherwise: Bool
  ) -> Bool {
    for (left, right) in zip(a, b) where left != right { return left.precedesBytewise(right) }
    return a.count != b.count ? a.count < b.count : otherwise
  }
}
