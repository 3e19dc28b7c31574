internal import Graphs

/// The cut through a folder tree whose folders fit the dependencies best.
///
/// A cut takes some folders whole, so that each file is in one of them or among the files that lie
/// beside them. Modularity (Newman and Girvan 2004) is a sum over groups, so that the best cut is
/// found exactly, from the leaves to the root: a folder stays whole unless the best cuts of its
/// children, with what lies beside these, are worth more. It needs no depth and no resolution other
/// than that of modularity. O(edges · depth + folders).
struct FolderCut {
  /// A folder of the cut, or what lies in a divided folder beside the parts.
  struct Group: Hashable {
    var node: Int
    /// Only what is not in the parts of the folder.
    var isRest: Bool
  }

  private(set) var groups: [Group] = []
  /// For each file its group.
  private(set) var groupOf: [Int] = []

  private let tree: FolderTree
  private let whole: Double
  /// Weight of the files inside a folder, and of edges inside it.
  private var strength: [Double]
  private var inside: [Double]
  /// The same for what lies beside the parts of a folder.
  private var restStrength: [Double]
  private var restInside: [Double]
  /// Whether a folder belongs to what lies beside the parts of its parent.
  private let isRest: [Bool]

  /// `glue` begins with the files of the tree. Folders for which `staysWhole` are never divided;
  /// those of fewer than `least` files lie beside the parts of their parent.
  init(
    _ tree: FolderTree, glue: UndirectedGraph, least: Int = 0, staysWhole: (Int) -> Bool
  ) {
    self.tree = tree
    whole = glue.totalWeight
    let layers = Self.layers(tree)
    isRest = tree.nodes.indices.map { layers[$0] || tree.nodes[$0].size < least }
    let count = tree.nodes.count
    strength = [Double](repeating: 0, count: count)
    (inside, restStrength, restInside) = (strength, strength, strength)
    weigh(glue)
    let isDivided = divisions(staysWhole)
    collect(isDivided)
  }

  /// Folders of technical layers are no parts beside folders that name some of the business. The
  /// only folder inside another is a wrapper, whatever its name.
  private static func layers(_ tree: FolderTree) -> [Bool] {
    tree.nodes.indices.map { index in
      let node = tree.nodes[index]
      guard node.parent >= 0, BusinessFolders.roles.contains(node.name.lowercased()) else {
        return false
      }
      let parent = tree.nodes[node.parent]
      return parent.children.count > 1 || parent.size > node.size
    }
  }

  private mutating func weigh(_ glue: UndirectedGraph) {
    for (file, folder) in tree.folderOf.enumerated() {
      strength[folder] += glue.strengths[file]
      restStrength[folder] += glue.strengths[file]
      for entry in glue.row(file) where glue.neighbors[entry] > file {
        let meeting = tree.meeting(folder, tree.folderOf[Int(glue.neighbors[entry])])
        inside[meeting.node] += glue.weights[entry]
        if isBeside(meeting.a), isBeside(meeting.b) {
          restInside[meeting.node] += glue.weights[entry]
        }
      }
    }
    for node in tree.nodes.indices.dropFirst().reversed() {
      let parent = tree.nodes[node].parent
      strength[parent] += strength[node]
      inside[parent] += inside[node]
      if isRest[node] {
        restStrength[parent] += strength[node]
        restInside[parent] += inside[node]
      }
    }
  }

  private func isBeside(_ child: Int) -> Bool { child < 0 || isRest[child] }

  private func value(_ inside: Double, _ strength: Double) -> Double {
    guard whole > 0 else { return 0 }
    let share = strength / (2 * whole)
    return inside / whole - share * share
  }

  private func divisions(_ staysWhole: (Int) -> Bool) -> [Bool] {
    var best = [Double](repeating: 0, count: tree.nodes.count)
    var isDivided = [Bool](repeating: false, count: tree.nodes.count)
    for node in tree.nodes.indices.reversed() {
      best[node] = value(inside[node], strength[node])
      let parts = tree.nodes[node].children.filter { !isRest[$0] }
      if parts.isEmpty || staysWhole(node) { continue }
      let divided = parts.reduce(value(restInside[node], restStrength[node])) { $0 + best[$1] }
      if divided > best[node] + 1e-12 {
        best[node] = divided
        isDivided[node] = true
      }
    }
    return isDivided
  }

  private mutating func collect(_ isDivided: [Bool]) {
    var groupOfNode = [Group](repeating: Group(node: 0, isRest: false), count: tree.nodes.count)
    for node in tree.nodes.indices {
      let parent = tree.nodes[node].parent
      // What lies in a folder that is whole, or beside parts, is where that folder is.
      if parent >= 0, !isDivided[parent] || groupOfNode[parent].node != parent || isRest[node] {
        groupOfNode[node] = groupOfNode[parent]
      } else {
        groupOfNode[node] = Group(node: node, isRest: isDivided[node])
      }
    }
    var number: [Group: Int] = [:]
    groupOf = tree.folderOf.map { folder in
      let group = groupOfNode[folder]
      if let known = number[group] { return known }
      number[group] = groups.count
      groups.append(group)
      return groups.count - 1
    }
  }
}
