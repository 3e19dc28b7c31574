internal import DependencyGraph
internal import Facts
internal import Graphs

/// Divides parts of a repository that are systems of several programs each.
///
/// A repository may hold systems that have nothing to do with each other, so that the best cut of its
/// folders is between them. One is looked into like a repository of its own where it is all but
/// unconnected to the rest and its folders are nearly all programs that hardly depend on each other.
///
/// A front end beside a back end, or tools in another language, are such a cut as well: it says nothing
/// of the part that most of the code is in. If no program starts outside of that one, it is looked into,
/// too, and where its folders tell no parts, they lose their voice there.
struct NestedSystems {
  let graph: CodeGraph
  let scope: FileScope
  let seed: UInt64

  private static let leastFiles = 12
  private static let leastPrograms = 4
  /// The most of its references that may lead out of it or into it.
  private static let crossingShare = 0.05
  /// Modularity of its parts over the most that parts of their sizes could have.
  private static let leastFit = 0.8
  /// The part that most of the code is in: so many files, and so much of all.
  private static let leastMain = 40
  private static let mainShare = 0.4
  /// Trust in folders from which they are final.
  var finalTrust = BoundaryParameters().finalTrust

  /// Systems in systems in systems.
  private static let deepest = 3

  func divide(_ found: inout Separation.Result, _ edges: [WeightedEdge], depth: Int = 0) {
    guard depth < Self.deepest else { return }
    let starts = starts
    var members: [[Int]] = Array(repeating: [], count: found.folders.names.count)
    for (position, group) in found.folders.groupOf.enumerated() { members[group].append(position) }
    let ties = ties(found, edges)
    for (group, own) in members.enumerated()
    where own.count >= Self.leastFiles
      && ties.crossing[group] <= Self.crossingShare * ties.all[group]
      && ties.all[group] > 0 && own.count(where: starts.contains) >= Self.leastPrograms
    {
      divide(own, of: group, in: &found, starts, depth)
    }
  }

  /// Looks into the part that most files are in, where little leads out of it or into it.
  func divideMain(_ found: inout Separation.Result, _ edges: [WeightedEdge]) {
    var members: [[Int]] = Array(repeating: [], count: found.folders.names.count)
    for (position, group) in found.folders.groupOf.enumerated()
    where found.shared[position] == nil {
      members[group].append(position)
    }
    let all = members.reduce(0) { $0 + $1.count }
    let ties = ties(found, edges)
    let homes = Set(starts.map { found.folders.groupOf[$0] })
    for (group, own) in members.enumerated()
    where own.count >= Self.leastMain && Double(own.count) >= Self.mainShare * Double(all)
      && own.count < all && !found.folders.names[group].isEmpty && ties.all[group] > 0
      && homes.subtracting([group]).isEmpty
      && ties.crossing[group] <= Self.crossingShare * ties.all[group]
    {
      let inner = FileScope(own.map { scope.files[$0] }, of: graph)
      let edges = DependencyView.edges(graph, scope: inner)
      let parts = Separation(graph: graph, scope: inner, edges: edges, seed: seed).run()
      if parts.folders.trust >= finalTrust, parts.folders.standing.count > 1 {
        take(parts, own, into: &found)
      } else {
        for (index, position) in own.enumerated() where found.shared[position] == nil {
          found.shared[position] = parts.shared[index]
        }
        found.folders.leaveOut([group])
      }
    }
  }

  private func divide(
    _ own: [Int], of group: Int, in found: inout Separation.Result, _ starts: Set<Int>,
    _ depth: Int
  ) {
    let inner = FileScope(own.map { scope.files[$0] }, of: graph)
    let edges = DependencyView.edges(graph, scope: inner)
    var parts = Separation(graph: graph, scope: inner, edges: edges, seed: seed).run()
    let alive = own.indices.filter { parts.shared[$0] == nil }
    let groups = Set(alive.map { parts.folders.groupOf[$0] })
    let programs = Set(
      alive.filter { starts.contains(own[$0]) }.map { parts.folders.groupOf[$0] })
    guard programs.count >= Self.leastPrograms, programs.count * 2 >= groups.count,
      fit(parts, edges) >= Self.leastFit
    else { return }
    NestedSystems(graph: graph, scope: inner, seed: seed).divide(&parts, edges, depth: depth + 1)
    take(parts, own, into: &found)
  }

  private func take(
    _ parts: Separation.Result, _ own: [Int], into found: inout Separation.Result
  ) {
    let first = found.folders.names.count
    found.folders.names += parts.folders.names
    found.folders.standing.formUnion(parts.folders.standing.map { first + $0 })
    for (index, position) in own.enumerated() {
      found.folders.groupOf[position] = first + parts.folders.groupOf[index]
      if found.shared[position] == nil { found.shared[position] = parts.shared[index] }
    }
  }

  /// Positions of files where a program starts.
  private var starts: Set<Int> {
    Set(
      graph.symbols.lazy.filter { $0.traits.contains(.entryPoint) }
        .map { scope.position[Int($0.file)] }.filter { $0 >= 0 })
  }

  private func ties(
    _ found: Separation.Result, _ edges: [WeightedEdge]
  ) -> (crossing: [Double], all: [Double]) {
    var crossing = [Double](repeating: 0, count: found.folders.names.count)
    var all = crossing
    for edge in edges where found.shared[edge.source] == nil && found.shared[edge.target] == nil {
      let (a, b) = (found.folders.groupOf[edge.source], found.folders.groupOf[edge.target])
      all[a] += edge.weight
      all[b] += edge.weight
      if a != b {
        crossing[a] += edge.weight
        crossing[b] += edge.weight
      }
    }
    return (crossing, all)
  }

  private func fit(_ parts: Separation.Result, _ edges: [WeightedEdge]) -> Double {
    let glue = UndirectedGraph(
      nodeCount: parts.folders.groupOf.count,
      edges: edges.filter { parts.shared[$0.source] == nil && parts.shared[$0.target] == nil })
    return glue.relativeModularity(
      of: parts.folders.groupOf, count: max(1, parts.folders.names.count))
  }
}
