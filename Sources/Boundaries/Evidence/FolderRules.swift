internal import DependencyGraph
internal import Facts
internal import Graphs

/// Folders that are a front to their neighbours: most of their parts bear the names of folders beside
/// them (`dashboard/orders` beside `orders`). They stay one part.
struct FrontFolders {
  let nodes: Set<Int>

  /// With fewer parts a common name says nothing.
  private static let leastParts = 3

  init(_ tree: FolderTree) {
    let names = tree.nodes.map { BusinessFolders.normalized($0.name.lowercased()) }
    nodes = Set(
      tree.nodes.indices.filter { index in
        let node = tree.nodes[index]
        guard node.parent >= 0 else { return false }
        let parts = node.children.filter {
          !BusinessFolders.roles.contains(tree.nodes[$0].name.lowercased())
        }
        guard parts.count >= Self.leastParts else { return false }
        let beside = Set(tree.nodes[node.parent].children.filter { $0 != index }.map { names[$0] })
        return parts.count { beside.contains(names[$0]) } * 2 >= parts.count
      })
  }
}

/// Folders that are built or deployed as one.
struct DeployedFolders {
  /// Folders that hold the start of a program and, of its language, no other: they stay one part,
  /// where the repository has several and none is most of it.
  private(set) var programs: Set<Int> = []
  /// Folders with a build of their own.
  private(set) var builds: Set<Int> = []

  /// A program with more than this share of the files is the monolith that is to be divided.
  private static let largestShare = 0.6

  init(_ tree: FolderTree, _ graph: CodeGraph, _ scope: FileScope) {
    let modules = Set(graph.modules.filter { $0.kind == .build }.map(\.id))
    builds = Set(
      tree.nodes.indices.filter { modules.contains(tree.path($0).joined(separator: "/")) })
    addPrograms(tree, graph, scope)
  }

  private mutating func addPrograms(_ tree: FolderTree, _ graph: CodeGraph, _ scope: FileScope) {
    var starts: [Int: Set<Int>] = [:]
    for symbol in graph.symbols where symbol.traits.contains(.entryPoint) {
      let position = scope.position[Int(symbol.file)]
      if position >= 0 { starts[tree.folderOf[position], default: []].insert(position) }
    }
    guard starts.values.reduce(0, { $0 + $1.count }) > 1 else { return }
    var below: [Int: [Language: Int]] = [:]
    for (folder, files) in starts {
      for file in files {
        var next = folder
        while next >= 0 {
          below[next, default: [:]][graph.files[scope.files[file]].language, default: 0] += 1
          next = tree.nodes[next].parent
        }
      }
    }
    for (folder, files) in starts where folder > 0 && files.count == 1 {
      let language = graph.files[scope.files[files.first!]].language
      let isLarge =
        Double(tree.nodes[folder].size) >= Self.largestShare * Double(tree.folderOf.count)
      if below[folder]![language] == 1, !isLarge { programs.insert(folder) }
    }
  }
}

/// Groups of a cut with one business name, taken together where the dependencies agree.
struct SameNames {
  /// For each group of the cut its number among those that are left.
  private(set) var numbers: [Int]
  /// What these are called: the path of the folder that came first; empty for what lies beside parts.
  private(set) var names: [String] = []

  init(_ tree: FolderTree, _ cut: FolderCut, _ glue: UndirectedGraph) {
    let paths = cut.groups.map { tree.path($0.node) }
    let business = BusinessNames(paths).names
    numbers = Array(cut.groups.indices)
    var groups: [String: [Int]] = [:]
    for (group, name) in business.enumerated()
    where !name.isEmpty && !BusinessFolders.generic.contains(name) {
      groups[name, default: []].append(group)
    }
    let ties = GroupTies(cut.groupOf, count: cut.groups.count, glue)
    for (_, alike) in groups where alike.count > 1 {
      for set in ties.merged(alike) { for group in set { numbers[group] = set[0] } }
    }
    var order: [Int: Int] = [:]
    for (group, first) in numbers.enumerated() {
      if order[first] == nil {
        order[first] = names.count
        names.append("")
      }
      numbers[group] = order[first]!
      // What lies beside the parts of a folder is no part: what else is known places each file.
      if !cut.groups[group].isRest, names[numbers[group]].isEmpty {
        names[numbers[group]] = paths[group].joined(separator: "/")
      }
    }
  }
}

/// The weights between groups of files, as modularity sees them.
private struct GroupTies {
  private var strength: [Double]
  private var between: [Int: [Int: Double]] = [:]
  private let whole: Double

  init(_ groupOf: [Int], count: Int, _ glue: UndirectedGraph) {
    strength = [Double](repeating: 0, count: count)
    whole = glue.totalWeight
    for file in groupOf.indices {
      let group = groupOf[file]
      strength[group] += glue.strengths[file]
      for entry in glue.row(file) {
        let other = groupOf[Int(glue.neighbors[entry])]
        if other != group { between[group, default: [:]][other, default: 0] += glue.weights[entry] }
      }
    }
  }

  /// Joins the two sets that gain most by it, again and again.
  func merged(_ groups: [Int]) -> [[Int]] {
    var sets = groups.map { [$0] }
    while true {
      var best = (gain: 0.0, first: 0, second: 0)
      for first in sets.indices {
        for second in sets.indices.dropFirst(first + 1) {
          let gain = gain(sets[first], sets[second])
          if gain > best.gain { best = (gain, first, second) }
        }
      }
      guard best.gain > 0 else { return sets.map { $0.sorted() } }
      sets[best.first] += sets.remove(at: best.second)
    }
  }

  private func gain(_ a: [Int], _ b: [Int]) -> Double {
    guard whole > 0 else { return 0 }
    let tie = a.reduce(0) { sum, x in b.reduce(sum) { $0 + (between[x]?[$1] ?? 0) } }
    guard tie > 0 else { return 0 }
    let (x, y) = (a.reduce(0) { $0 + strength[$1] }, b.reduce(0) { $0 + strength[$1] })
    return tie / whole - 2 * x * y / (4 * whole * whole)
  }
}
