/// The folders that the files of a project lie in, as a tree. Parents come before their children.
struct FolderTree {
  struct Node {
    /// As it is written; empty for the root.
    var name: String
    /// -1 for the root.
    var parent: Int
    var depth: Int
    var children: [Int] = []
    /// Number of files inside, at any depth.
    var size = 0
  }

  private(set) var nodes = [Node(name: "", parent: -1, depth: 0)]
  /// For each file the folder that it lies in.
  private(set) var folderOf: [Int] = []

  /// Linear in the lengths of the paths.
  init(_ paths: [String]) {
    var known: [Int: [Substring: Int]] = [:]
    let distinct = DistinctFolders(paths)
    let ends = distinct.folders.map { path in
      path.split(separator: "/").reduce(0) { parent, name in
        if let node = known[parent]?[name] { return node }
        let node = nodes.count
        known[parent, default: [:]][name] = node
        nodes.append(Node(name: String(name), parent: parent, depth: nodes[parent].depth + 1))
        nodes[parent].children.append(node)
        return node
      }
    }
    folderOf = distinct.folderOf.map { ends[$0] }
    for folder in folderOf { nodes[folder].size += 1 }
    for node in nodes.indices.dropFirst().reversed() {
      nodes[nodes[node].parent].size += nodes[node].size
    }
  }

  /// The names from the root to a node, without the root's.
  func path(_ node: Int) -> [String] {
    var names: [String] = []
    var next = node
    while next > 0 {
      names.append(nodes[next].name)
      next = nodes[next].parent
    }
    return names.reversed()
  }

  /// The folder that holds both nodes, and its children on the way to each; -1 where a node is that
  /// folder itself.
  func meeting(_ a: Int, _ b: Int) -> (node: Int, a: Int, b: Int) {
    var (x, y) = (a, b)
    var (sideX, sideY) = (-1, -1)
    while x != y {
      if nodes[x].depth >= nodes[y].depth {
        sideX = x
        x = nodes[x].parent
      } else {
        sideY = y
        y = nodes[y].parent
      }
    }
    return (x, sideX, sideY)
  }
}
