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

  /// Folds folders until at most `limit` nodes are left, as ``FoldPlan`` says.
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
      group.isRest ? "\(count) smaller \(kind)" : folder.isEmpty ? "*" : folder
    var node = LevelNode(
      folding: parts, id: "\(graph.level.rawValue):\(star)\(group.isRest ? rest : "")",
      label: label, path: group.path)
    node.isRest = group.isRest
    return node
  }
}
