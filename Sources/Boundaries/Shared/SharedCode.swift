internal import DependencyGraph
internal import Graphs

/// Finds the code that serves many parts, which would glue them together.
///
/// Two tests over a provisional grouping. A whole group is a library if many other groups use it and
/// it uses few of them. A single file is shared if its users are spread over many groups and no group
/// has most of them. The grouping changes once the shared files are gone, so the caller repeats.
/// A group with much data of its own is no library, however many use it: it is a part of the domain;
/// only one with a large share of all data is the kernel that the parts have in common.
struct SharedCode {
  /// Positions of the scope that are shared, with the sentence that says why.
  private(set) var reasons: [Int: String] = [:]

  /// Used by at least this many groups: two may simply call one another.
  private static let leastUsers = 3
  /// …and by at least this share of all groups, or many groups alone would make code shared.
  static let userShare = 0.34
  private let userShare: Double
  /// No single group holds this share of the uses: it would be that group's code.
  private static let ownShare = 0.5
  /// A library's own uses of the others are at most this share of their uses of it.
  private static let returnShare = 0.25

  /// A group whose name says that it serves all is shared from this many users on, and with own
  /// uses of the others up to this multiple of their uses of it.
  private static let leastUsersByName = 2
  private static let returnByName = 1.5

  /// A group that has the types of the rows of so many stores keeps what a part of the business keeps,
  /// and one with more than this share of all keeps what all have in common.
  private static let manyStores = 5
  private static let storeShare = 0.25

  /// `known` are the positions that were found shared before.
  ///
  /// A part is a group that has dependencies once these are left out: what is shared already and
  /// what stands alone neither counts as a part nor as the user of one.
  init(
    edges: [WeightedEdge], groups: ProvisionalGroups, known: Set<Int>,
    userShare: Double = Self.userShare
  ) {
    self.userShare = userShare
    let alive = edges.filter { !known.contains($0.source) && !known.contains($0.target) }
    let parts = Set(alive.flatMap { [groups.groupOf[$0.source], groups.groupOf[$0.target]] })
    guard parts.count > Self.leastUsers else { return }
    let uses = edges.filter {
      !known.contains($0.source) && parts.contains(groups.groupOf[$0.source])
    }
    let flows = GroupFlows(edges: uses, groupOf: groups.groupOf, count: groups.names.count)
    addLibraries(flows, groups, parts)
    addNamed(flows, groups)
    addFiles(uses, groups.groupOf, parts.count)
  }

  private mutating func addLibraries(
    _ flows: GroupFlows, _ groups: ProvisionalGroups, _ parts: Set<Int>
  ) {
    let stores = Double(groups.storeCounts.values.reduce(0, +))
    let libraries = parts.filter { part in
      let own = groups.storeCounts[part, default: 0]
      return (own < Self.manyStores || Double(own) > Self.storeShare * stores)
        && isLibrary(part, flows, count: parts.count)
    }
    // If nearly all groups were libraries, the grouping is by layer and says nothing.
    let members = groups.groupOf.indices.filter { libraries.contains(groups.groupOf[$0]) }
    guard members.count * 2 < groups.groupOf.count else { return }
    for position in members {
      let group = groups.groupOf[position]
      let used = flows.used[group].intersection(parts)
      reasons[position] =
        "in \(groups.names[group]), which \(flows.users[group].count) of the \(parts.count - 1) "
        + "other parts use and which uses "
        + (used.isEmpty ? "none of them" : "\(used.count) of them")
    }
  }

  private mutating func addNamed(_ flows: GroupFlows, _ groups: ProvisionalGroups) {
    let named = groups.generic.filter {
      flows.users[$0].count >= Self.leastUsersByName
        && flows.outflow[$0] <= Self.returnByName * flows.inflow[$0]
    }
    for (position, group) in groups.groupOf.enumerated()
    where named.contains(group) && reasons[position] == nil {
      reasons[position] =
        "in \(groups.names[group]), which has the name of code for all and is used by "
        + "\(flows.users[group].count) other parts"
    }
  }

  private func isLibrary(_ group: Int, _ flows: GroupFlows, count: Int) -> Bool {
    let needed = max(Double(Self.leastUsers), userShare * Double(count - 1))
    return Double(flows.users[group].count) >= needed
      && flows.outflow[group] <= Self.returnShare * flows.inflow[group]
  }

  private mutating func addFiles(_ edges: [WeightedEdge], _ groupOf: [Int], _ count: Int) {
    var inflow: [[Int: Double]] = Array(repeating: [:], count: groupOf.count)
    for edge in edges {
      inflow[edge.target][groupOf[edge.source], default: 0] += edge.weight
    }
    let needed = max(Double(Self.leastUsers), userShare * Double(count))
    for (position, flow) in inflow.enumerated() where reasons[position] == nil {
      // Sorted, because a sum of floating-point numbers depends on its order.
      let total = flow.values.sorted().reduce(0, +)
      let largest = flow.values.max() ?? 0
      guard Double(flow.count) >= needed, largest < Self.ownShare * total else { continue }
      reasons[position] =
        "used by \(flow.count) of the \(count) parts of a first grouping, by none for the most part"
    }
  }
}

/// A first grouping, to count users by.
struct ProvisionalGroups {
  /// For each position of the scope.
  var groupOf: [Int]
  /// What to call each group in a sentence.
  var names: [String]
  /// Groups whose names say that they serve all.
  var generic: Set<Int> = []
  /// Stores whose rows have a type in the group.
  var storeCounts: [Int: Int] = [:]
}

/// Sums of edge weights between groups.
private struct GroupFlows {
  var users: [Set<Int>]
  var used: [Set<Int>]
  var inflow: [Double]
  var outflow: [Double]

  init(edges: [WeightedEdge], groupOf: [Int], count: Int) {
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
