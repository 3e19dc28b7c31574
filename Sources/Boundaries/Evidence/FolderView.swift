internal import Basics
internal import DependencyGraph
internal import Facts
internal import Graphs

/// What the folder tree says, and how far it can be trusted here.
///
/// The cut of the tree that fits the damped dependencies best by modularity is taken, and folders
/// with one business name are one part (`Component/Order`, `Bundle/OrderBundle`). Its trust is that
/// modularity over the one that Leiden reaches without folders, so that a flat project gives folders
/// no voice and a tree that is the architecture gives them the last word.
struct FolderView {
  /// For each position of the scope its group.
  var groupOf: [Int]
  /// Names of the groups: the path of a folder; empty for files beside all parts.
  var names: [String]
  /// 0 (no voice) to 1.
  var trust: Double
  /// The depth that most of the groups' folders have.
  var depth: Int
  /// Groups that are parts however few files they have: whole folders of several files or with the
  /// start of a program.
  var standing: Set<Int>

  /// What the groups are: folders, unless these do not tell the parts.
  enum Source { case folders, names, targets }

  var source = Source.folders
  /// Where the groups are not folders: the trust in the folders.
  var trustInFolders: Double?
  /// Groups with more dependencies on other groups than inside.
  private var loose: Set<Int>

  /// `tree` and `deployment` speak of the files that are the nodes of `glue`.
  init(
    _ tree: FolderTree, _ deployment: DeployedFolders, glue: UndirectedGraph, reachable: Double
  ) {
    let fronts = FrontFolders(tree)
    let cut = FolderCut(tree, glue: glue) {
      deployment.programs.contains($0) || fronts.nodes.contains($0)
    }
    let merged = SameNames(tree, cut, glue)
    groupOf = cut.groupOf.map { merged.numbers[$0] }
    names = merged.names
    var counts: [Int: Int] = [:]
    for group in cut.groups where !group.isRest {
      counts[tree.nodes[group.node].depth, default: 0] += 1
    }
    depth = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    standing = Self.standing(tree, deployment, cut, merged)
    loose = Self.loose(groupOf, count: names.count, glue)
    trust = Self.trust(groupOf, count: names.count, glue, reachable)
  }

  /// The first words of file names as groups (``NameTree``): the best cut of their `tree` into groups of
  /// at least `least` files. What lies beside the parts of a word is a group as well, but not what has
  /// no word in common.
  init(names tree: FolderTree, least: Int, glue: UndirectedGraph, reachable: Double) {
    let cut = FolderCut(tree, glue: glue, least: least) { _ in false }
    groupOf = cut.groupOf
    let names = cut.groups.map { tree.path($0.node).joined(separator: "-") }
    self.names = names
    depth = 0
    standing = Set(names.indices.filter { !names[$0].isEmpty })
    loose = Self.loose(groupOf, count: names.count, glue)
    trust = Self.trust(groupOf, count: names.count, glue, reachable)
    source = .names
  }

  /// What a build links as groups (``TargetView``), the first of them without a name for the rest.
  init(targets: [Int], names: [String], glue: UndirectedGraph, reachable: Double) {
    groupOf = targets
    self.names = names
    depth = 0
    standing = Set(names.indices.dropFirst())
    loose = Self.loose(targets, count: names.count, glue)
    trust = Self.trust(targets, count: names.count, glue, reachable)
    source = .targets
  }

  /// Modularity of the groups over what can be reached, 0 to 1.
  private static func trust(
    _ groupOf: [Int], count: Int, _ glue: UndirectedGraph, _ reachable: Double
  ) -> Double {
    let quality = glue.modularity(of: groupOf, count: count)
    return reachable > 0 ? min(1, max(0, quality / reachable)) : 0
  }

  private static func standing(
    _ tree: FolderTree, _ deployment: DeployedFolders, _ cut: FolderCut, _ merged: SameNames
  ) -> Set<Int> {
    Set(
      cut.groups.indices.filter { index in
        let (node, isRest) = (cut.groups[index].node, cut.groups[index].isRest)
        return !isRest
          && (tree.nodes[node].size > 1 || deployment.programs.contains(node)
            || deployment.builds.contains(node))
      }.map { merged.numbers[$0] })
  }

  private static func loose(_ groupOf: [Int], count: Int, _ glue: UndirectedGraph) -> Set<Int> {
    var inside = [Double](repeating: 0, count: count)
    var crossing = inside
    for node in groupOf.indices {
      for entry in glue.row(node) {
        if groupOf[Int(glue.neighbors[entry])] == groupOf[node] {
          inside[groupOf[node]] += glue.weights[entry] / 2
        } else {
          crossing[groupOf[node]] += glue.weights[entry]
        }
      }
    }
    return Set(inside.indices.filter { crossing[$0] > inside[$0] })
  }

  /// Groups that write stored data, all of which another group writes as well: a folder of jobs over
  /// the data of others is no part by itself, each job belongs to the data. What hangs together more
  /// than on others is a part all the same, and so is what has the types of the rows. Of two that share
  /// all their data the smaller one is meant, and once it is, the other one is the owner. What writes
  /// much of all the data, as imports do, is nobody's rival, and a part by what it does.
  func withoutOwnData(_ graph: CodeGraph, _ scope: FileScope, _ shared: [Int: String]) -> Set<Int> {
    var writers: [Int: Set<Int>] = [:]
    var sizes = [Int](repeating: 0, count: names.count)
    for (position, group) in groupOf.enumerated() where shared[position] == nil {
      sizes[group] += 1
    }
    for use in graph.storedUses where use.access == .write && use.file >= 0 {
      let position = scope.position[Int(use.file)]
      guard position >= 0, shared[position] == nil, !names[groupOf[position]].isEmpty else {
        continue
      }
      writers[Int(use.store), default: []].insert(groupOf[position])
    }
    var mappers: Set<Int> = []
    for use in graph.dataUses where use.access == .define && use.file >= 0 && use.symbol >= 0 {
      let position = scope.position[Int(use.file)]
      guard position >= 0, graph.symbols[Int(use.symbol)].kind == .type else { continue }
      if writers[Int(use.store)]?.contains(groupOf[position]) ?? false {
        mappers.insert(groupOf[position])
      }
    }
    var counts: [Int: Int] = [:]
    for groups in writers.values { for group in groups { counts[group, default: 0] += 1 } }
    let many = max(Self.leastMany, Double(writers.count) * Self.manyTables)
    let passing = Set(
      counts.filter { Double($0.value) > many && loose.contains($0.key) }.keys
    ).subtracting(mappers)
    for store in writers.keys where writers[store]!.count > 1 {
      let owners = writers[store]!.subtracting(passing)
      if !owners.isEmpty { writers[store] = owners }
    }
    var found: Set<Int> = []
    for group in names.indices.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
      let own = writers.filter { $0.value.contains(group) }
      guard loose.contains(group), !mappers.contains(group), !own.isEmpty,
        own.allSatisfy({ $0.value.count > 1 })
      else { continue }
      found.insert(group)
      for store in own.keys { writers[store]!.remove(group) }
    }
    return found
  }

  /// Who writes more than these, and a larger share of all written stores, serves no one kind of data.
  private static let leastMany = 4.0
  private static let manyTables = 0.25

  /// Takes their voice from groups: their files are placed by what else is known.
  mutating func leaveOut(_ groups: Set<Int>) {
    for group in groups { names[group] = "" }
  }
}

extension UndirectedGraph {
  /// Modularity at resolution 1 (Newman and Girvan 2004) of a grouping by labels `0..<count`.
  func modularity(of labels: [Int], count: Int) -> Double {
    guard totalWeight > 0 else { return 0 }
    var strength = [Double](repeating: 0, count: count)
    var inside = 0.0
    for node in 0..<nodeCount {
      strength[labels[node]] += strengths[node]
      inside += 2 * selfWeights[node]
      for entry in row(node) where labels[Int(neighbors[entry])] == labels[node] {
        inside += weights[entry]
      }
    }
    let whole = 2 * totalWeight
    return strength.reduce(inside / whole) { $0 - ($1 / whole) * ($1 / whole) }
  }

  /// Modularity over the most that groups of these strengths could have, Q / (1 − Σ a²); 0 where all
  /// lies in one group.
  func relativeModularity(of labels: [Int], count: Int) -> Double {
    guard totalWeight > 0 else { return 0 }
    var shares = [Double](repeating: 0, count: count)
    for node in 0..<nodeCount { shares[labels[node]] += strengths[node] / (2 * totalWeight) }
    let room = 1 - shares.reduce(0) { $0 + $1 * $1 }
    return room > 1e-12 ? modularity(of: labels, count: count) / room : 0
  }
}
