internal import DependencyGraph
internal import Facts
internal import Graphs

/// What the build says: the sources that a program or library is made of belong together, and a library
/// that one program alone links belongs to that program.
enum TargetView {
  /// A target with more than this share of the files is the monolith that is to be divided.
  private static let largestShare = 0.6
  /// Two targets are variants of one (static and shared, debug and release) from this share of the
  /// smaller one's sources in the larger one, and half of the larger one's.
  private static let variantShare = 0.8

  /// The view in the form of that of folders, with the trust that its parts reach; nil where the build
  /// tells fewer than three parts. Linear in the lists, but for variants: quadratic in targets.
  static func view(
    _ graph: CodeGraph, _ scope: FileScope, glue: UndirectedGraph, reachable: Double
  ) -> FolderView? {
    let parts = parts(graph, scope)
    guard parts.count > 2 else { return nil }
    var groupOf = [Int](repeating: 0, count: scope.files.count)
    for (number, part) in parts.enumerated() {
      for position in part.positions { groupOf[position] = number + 1 }
    }
    return FolderView(
      targets: groupOf, names: [""] + parts.map(\.name), glue: glue, reachable: reachable)
  }

  struct Part {
    var name: String
    /// Ascending.
    var positions: [Int]
  }

  /// Disjoint parts in the order of build files. What several parts are built of is in none.
  static func parts(_ graph: CodeGraph, _ scope: FileScope) -> [Part] {
    let headers = headers(graph, scope)
    let sets = graph.targets.map { target in
      var positions = Set(target.files.map { scope.position[Int($0)] }.filter { $0 >= 0 })
      positions.formUnion(positions.flatMap { headers[$0] ?? [] })
      return positions
    }
    var number = Array(graph.targets.indices)
    joinVariants(sets, &number)
    joinLibraries(graph, sets, &number)
    var owners: [Int: Set<Int>] = [:]
    for (target, positions) in sets.enumerated() {
      for position in positions { owners[position, default: []].insert(number[target]) }
    }
    var members: [Int: [Int]] = [:]
    for (position, own) in owners where own.count == 1 {
      members[own.first!, default: []].append(position)
    }
    let most = Int(largestShare * Double(scope.files.count))
    return members.keys.sorted().compactMap { key in
      let positions = members[key]!.sorted()
      guard positions.count > 1, positions.count <= most else { return nil }
      return Part(name: graph.targets[key].name, positions: positions)
    }
  }

  /// Headers of each source, by position.
  private static func headers(_ graph: CodeGraph, _ scope: FileScope) -> [Int: [Int]] {
    var headers: [Int: [Int]] = [:]
    for pair in IncludedPairs(graph).pairs {
      let (source, header) = (scope.position[Int(pair.source)], scope.position[Int(pair.header)])
      if source >= 0, header >= 0 { headers[source, default: []].append(header) }
    }
    return headers
  }

  /// `number` gives for each target the first of those that are one with it.
  private static func joinVariants(_ sets: [Set<Int>], _ number: inout [Int]) {
    for target in sets.indices where !sets[target].isEmpty {
      let variant = sets.indices.prefix(target).first { other in
        let smaller = Double(min(sets[target].count, sets[other].count))
        let larger = Double(max(sets[target].count, sets[other].count))
        guard smaller * 2 >= larger else { return false }
        return Double(sets[target].intersection(sets[other]).count) >= variantShare * smaller
      }
      if let variant { number[target] = number[variant] }
    }
  }

  /// A library that one program links, and no other target, is that program.
  private static func joinLibraries(
    _ graph: CodeGraph, _ sets: [Set<Int>], _ number: inout [Int]
  ) {
    var users: [Int: Set<Int>] = [:]
    for (target, node) in graph.targets.enumerated() where !sets[target].isEmpty {
      for library in node.links where number[Int(library)] != number[target] {
        users[number[Int(library)], default: []].insert(number[target])
      }
    }
    let own = users.filter {
      $0.value.count == 1 && graph.targets[$0.value.first!].kind == .program
    }
    for target in number.indices {
      if let program = own[number[target]]?.first { number[target] = program }
    }
  }
}
