internal import DependencyGraph
internal import Graphs

/// Finds the code that serves many parts, which would glue them together.
///
/// Two tests over a provisional grouping. A whole group is a library if many other groups use it and
/// it uses few of them. A single file is shared if its users are spread over many groups and no group
/// has most of them. The grouping changes once the shared files are gone, so the caller repeats.
struct SharedCode {
  /// Positions of the scope that are shared, with the sentence that says why.
  private(set) var reasons: [Int: String] = [:]

  /// Used by at least this many groups: two may simply call one another.
  private static let leastUsers = 3
  /// …and by at least this share of all groups, or many groups alone would make code shared.
  private static let userShare = 0.34
  /// No single group holds this share of the uses: it would be that group's code.
  private static let ownShare = 0.5
  /// A library's own uses of the others are at most this share of their uses of it.
  private static let returnShare = 0.25

  /// `names` says what to call a group in a sentence.
  init(edges: [WeightedEdge], groupOf: [Int], count: Int, names: (Int) -> String) {
    let flows = GroupFlows(edges: edges, groupOf: groupOf, count: count)
    guard count > Self.leastUsers else { return }
    let libraries = (0..<count).filter { Self.isLibrary($0, flows) }
    // If nearly all groups were libraries, the grouping is by layer and says nothing.
    let members = groupOf.indices.filter { libraries.contains(groupOf[$0]) }
    if members.count * 2 < groupOf.count {
      for position in members {
        let group = groupOf[position]
        reasons[position] =
          "in \(names(group)), which \(flows.users[group].count) of \(count) parts use and "
          + "which uses \(flows.used[group].count) of them"
      }
    }
    addFiles(edges, groupOf, count)
  }

  private static func isLibrary(_ group: Int, _ flows: GroupFlows) -> Bool {
    let needed = max(Double(leastUsers), userShare * Double(flows.count - 1))
    return Double(flows.users[group].count) >= needed
      && flows.outflow[group] <= returnShare * flows.inflow[group]
  }

  private mutating func addFiles(_ edges: [WeightedEdge], _ groupOf: [Int], _ count: Int) {
    var inflow: [[Int: Double]] = Array(repeating: [:], count: groupOf.count)
    for edge in edges {
      inflow[edge.target][groupOf[edge.source], default: 0] += edge.weight
    }
    let needed = max(Double(Self.leastUsers), Self.userShare * Double(count))
    for (position, flow) in inflow.enumerated() where reasons[position] == nil {
      // Sorted, because a sum of floating-point numbers depends on its order.
      let total = flow.values.sorted().reduce(0, +)
      let largest = flow.values.max() ?? 0
      guard Double(flow.count) >= needed, largest < Self.ownShare * total else { continue }
      reasons[position] = "used by \(flow.count) of \(count) parts, by none for the most part"
    }
  }
}

/// Sums of edge weights between groups.
private struct GroupFlows {
  let count: Int
  var users: [Set<Int>]
  var used: [Set<Int>]
  var inflow: [Double]
  var outflow: [Double]

  init(edges: [WeightedEdge], groupOf: [Int], count: Int) {
    self.count = count
    users = Array(repeating: [], count: count)
    used = Array(repeating: [], count: count)
    inflow = Array(repeating: 0, count: count)
    outflow = Array(repeating: 0, count: count)
    for edge in edges {
      let a = groupOf[edge.source]
      let b = groupOf[edge.target]
      if a == b { continue }
      users[b].insert(a)
      used[a].insert(b)
      inflow[b] += edge.weight
      outflow[a] += edge.weight
    }
  }
}
