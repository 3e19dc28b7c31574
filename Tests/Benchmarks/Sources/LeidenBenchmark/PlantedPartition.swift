import Graphs

/// A random graph with groups: most edges lie within a group, the rest anywhere.
struct PlantedPartition {
  var nodes: Int
  var edges: Int
  var groupSize: Int
  /// Share of the edges that lie within a group.
  var inside: Double
  var seed: UInt64

  /// Distinct edges without self-loops, in the order they were drawn.
  func generate() -> [WeightedEdge] {
    var state = seed
    var seen: Set<UInt64> = []
    var result: [WeightedEdge] = []
    while result.count < edges {
      let a = Self.draw(&state, below: nodes)
      var b = Self.draw(&state, below: nodes)
      if Double(Self.draw(&state, below: 1 << 30)) < inside * Double(1 << 30) {
        let first = a / groupSize * groupSize
        b = first + b % min(groupSize, nodes - first)
      }
      if a == b { continue }
      let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
      if seen.insert(key).inserted { result.append(WeightedEdge(a, b)) }
    }
    return result
  }

  /// SplitMix64.
  private static func draw(_ state: inout UInt64, below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((((z ^ (z >> 31)) >> 32) &* UInt64(bound)) >> 32)
  }
}
