/// The folders of files in steps from their build's folder, where folders that hold nothing but one
/// other folder are one step with it: `src/main/java/com/example` is one, not five.
///
/// Steps are counted apart for each build and each role, so that tests, which lie beside what they
/// test, do not make branches. Linear in the lengths of the paths.
struct FolderSteps {
  /// For each file its labels by depth, the first for depth 1.
  private var labels: [[String]] = []
  /// The files of each build, by the order of their first ones.
  private(set) var builds: [[Int]] = []
  private var isBuilt: [Bool] = []

  /// What branches apart: a build's folder and a role.
  private struct Tree: Hashable {
    var root: Substring
    var role: String
  }

  private struct Node {
    var children: [Substring: Int] = [:]
    var hasFiles = false

    /// Whether it is one step with the folder inside it.
    var isPassage: Bool { !hasFiles && children.count == 1 }
  }

  init(_ files: [FileNode], buildFolders: Set<String>) {
    var trees: [Tree: [Node]] = [:]
    let roots = Set(buildFolders.map { Substring($0) })
    let places = files.map { Tree(root: Self.build(of: $0.path, roots), role: $0.role) }
    for (file, tree) in zip(files, places) {
      Self.add(Self.parts(file.path, below: tree.root), to: &trees[tree, default: [Node()]])
    }
    for (file, tree) in zip(files, places) {
      let parts = Self.parts(file.path, below: tree.root)
      labels.append(Self.labels(parts, root: tree.root, in: trees[tree]!))
    }
    isBuilt = places.map { !$0.root.isEmpty }
    var known: [Substring: Int] = [:]
    for (file, tree) in places.enumerated() {
      let build = known[tree.root] ?? builds.count
      if build == builds.count {
        known[tree.root] = build
        builds.append([])
      }
      builds[build].append(file)
    }
  }

  /// Whether a folder with a build of its own, other than the repository, is around a file.
  func isBuild(_ file: Int) -> Bool { isBuilt[file] }

  /// Most steps of some files.
  func deepest(_ files: [Int]) -> Int { files.lazy.map { labels[$0].count }.max() ?? 0 }

  /// The folder that stands for a file at a depth; the file's own last one at any greater depth.
  func label(of file: Int, depth: Int) -> String {
    let known = labels[file]
    return known[min(depth, known.count) - 1]
  }

  /// Whether no folder of the file lies below that of its label.
  func isAtEnd(_ file: Int, depth: Int) -> Bool { labels[file].count <= depth }

  /// The path of the folder, empty at the top.
  static func folder(of path: String) -> Substring {
    path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
  }

  /// The innermost folder with a build around a file; empty where there is none.
  private static func build(of path: String, _ builds: Set<Substring>) -> Substring {
    var folder = folder(of: path)
    while !folder.isEmpty, !builds.contains(folder) {
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    }
    return folder
  }

  private static func parts(_ path: String, below root: Substring) -> [Substring] {
    folder(of: path).dropFirst(root.count).split(separator: "/")
  }

  private static func add(_ parts: [Substring], to nodes: inout [Node]) {
    var node = 0
    for part in parts {
      if let child = nodes[node].children[part] {
        node = child
      } else {
        nodes[node].children[part] = nodes.count
        node = nodes.count
        nodes.append(Node())
      }
    }
    nodes[node].hasFiles = true
  }

  /// The last folder of each step, where its files are or its folders part: `src` that holds nothing
  /// but `src/shop` says less. Of the first step the build's folder, which names it best.
  private static func labels(
    _ parts: [Substring], root: Substring, in nodes: [Node]
  ) -> [String] {
    var path = String(root)
    var labels = [path.isEmpty ? "." : path]
    var node = 0
    for part in parts {
      let startsStep = !nodes[node].isPassage
      node = nodes[node].children[part]!
      path += path.isEmpty ? String(part) : "/" + part
      if startsStep {
        labels.append(path)
      } else if labels.count > 1 || root.isEmpty {
        labels[labels.count - 1] = path
      }
    }
    return labels
  }
}
