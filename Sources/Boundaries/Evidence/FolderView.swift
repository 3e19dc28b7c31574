internal import Basics
internal import DependencyGraph
internal import Facts
internal import Graphs

/// What the folder tree says, and how far it can be trusted here.
///
/// At each depth the files fall into groups. The depth whose groups fit the damped dependencies best
/// by modularity is taken; its trust is that modularity over the one that Leiden reaches without
/// folders, so that a flat project gives folders no voice and a tree that is the architecture gives
/// them the last word.
struct FolderView {
  /// For each position of the scope the group at the chosen depth.
  var groupOf: [Int]
  /// Names of the groups.
  var names: [String]
  /// 0 (no voice) to 1.
  var trust: Double
  var depth: Int

  /// `business` speaks of the files that are the first nodes of `glue`.
  init(_ business: BusinessFolders, glue: UndirectedGraph, reachable: Double) {
    let parts = business.wordsOfFile
    var best = (names: [String](), groupOf: [Int](), quality: 0.0, depth: 0)
    for depth in 1...max(1, parts.lazy.map(\.count).max() ?? 1) {
      let (names, groupOf) = Self.groups(business, depth: depth)
      let quality = glue.modularity(of: groupOf, count: names.count)
      if quality > best.quality + 1e-9 { best = (names, groupOf, quality, depth) }
    }
    if best.depth == 0 { best.groupOf = Array(repeating: 0, count: parts.count) }
    names = best.names.isEmpty ? [""] : best.names
    groupOf = best.groupOf
    depth = best.depth
    trust = reachable > 0 ? min(1, max(0, best.quality / reachable)) : 0
  }

  /// Groups that write stored data, all of which another group writes as well: a folder of jobs over
  /// the data of others is no part by itself, each job belongs to the data. Of two that share all
  /// their data the smaller one is meant, and once it is, the other one is the owner.
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
    var found: Set<Int> = []
    for group in names.indices.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
      let own = writers.filter { $0.value.contains(group) }
      guard !own.isEmpty, own.allSatisfy({ $0.value.count > 1 }) else { continue }
      found.insert(group)
      for store in own.keys { writers[store]!.remove(group) }
    }
    return found
  }

  /// Takes their voice from groups: their files are placed by what else is known.
  mutating func leaveOut(_ groups: Set<Int>) {
    for group in groups { names[group] = "" }
  }

  /// Groups by the first `depth` business folders. Two folders with one business name are one group
  /// (`Component/Order`, `Bundle/OrderBundle`): merging them is the one step known to beat the tree.
  private static func groups(_ business: BusinessFolders, depth: Int) -> ([String], [Int]) {
    // The first word is the empty one, of files outside of all business folders.
    let keys = business.wordsOfFile.map { $0.prefix(depth).last ?? 0 }
    var number = [Int](repeating: -1, count: business.words.count)
    for key in keys { number[key] = 0 }
    var names: [String] = []
    for key in number.indices where number[key] == 0 {
      number[key] = names.count
      names.append(business.words[key])
    }
    return (names, keys.map { number[$0] })
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
}
