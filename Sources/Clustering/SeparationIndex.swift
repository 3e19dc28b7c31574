/// Which side of which separation each node is on, to choose nodes that may share a cluster.
package struct SeparationIndex: Sendable {
  private struct Side {
    var separation: Int
    var group: Int
  }

  private var sides: [Int: [Side]] = [:]
  /// For a node what must share its cluster, itself included.
  private var company: [Int: [Int]] = [:]

  /// Groups of nodes none of which may share a cluster with one of another group of its list; groups
  /// that stay together.
  package init(apart: [[[Int]]], together: [[Int]]) {
    for (separation, groups) in apart.enumerated() {
      for (group, nodes) in groups.enumerated() {
        for node in nodes {
          sides[node, default: []].append(Side(separation: separation, group: group))
        }
      }
    }
    for group in together { for node in group { company[node] = group } }
  }

  /// What must share the cluster of a node, itself included.
  package func company(of node: Int) -> [Int] { company[node] ?? [node] }

  /// Of the candidates, in their order, those that can be beside `fixed` and one another.
  package func compatible(_ candidates: [Int], with fixed: [Int]) -> [Int] {
    var taken: [Int: Int] = [:]
    func take(_ node: Int) {
      for side in sides[node] ?? [] where taken[side.separation] == nil {
        taken[side.separation] = side.group
      }
    }
    func fits(_ node: Int) -> Bool {
      (sides[node] ?? []).allSatisfy { (taken[$0.separation] ?? $0.group) == $0.group }
    }
    for node in fixed { for other in company(of: node) { take(other) } }
    return candidates.filter { node in
      let all = company(of: node)
      guard all.allSatisfy(fits) else { return false }
      for other in all { take(other) }
      return true
    }
  }
}
