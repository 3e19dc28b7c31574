import Basics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The refinement of Leiden: splits each cluster into well-connected parts.
///
/// Starting from single nodes, a node that is still alone and well connected to its cluster joins
/// a well-connected part next to it, at random by how much the quality gains. A node joins only where
/// it has an edge, so every part is connected.
struct Refinement {
  let penalty: Double
  /// θ of the paper, in units of the mean edge weight, so that scaling weights changes nothing.
  let randomness: Double

  /// The part of each node, `0..<count`, numbered by smallest node.
  func run(_ level: Level, _ membership: [Int32], _ generator: inout SeededGenerator) -> (
    parts: [Int32], count: Int
  ) {
    var state = RefinementState(level, membership)
    var order = Array(0..<Int32(level.count))
    order.permute(using: &generator)
    for node in order { visit(Int(node), &state, level, membership, &generator) }
    return state.dense()
  }

  private func visit(
    _ node: Int, _ state: inout RefinementState, _ level: Level, _ membership: [Int32],
    _ generator: inout SeededGenerator
  ) {
    let cluster = membership[node]
    let whole = state.clusterSizes[Int(cluster)]
    let size = level.sizes[node]
    let isAlone = state.counts[node] == 1 && state.part[node] == node
    guard isAlone, state.cut[node] > 0, state.cut[node] >= penalty * size * (whole - size) else {
      return
    }
    var touchedCount = 0
    for entry in Int(level.rowStart[node])..<Int(level.rowStart[node + 1]) {
      let neighbor = Int(level.neighbors[entry])
      if membership[neighbor] != cluster { continue }
      let part = state.part[neighbor]
      let weight = state.weightTo[Int(part)]
      if weight == 0 {
        state.touched[touchedCount] = part
        touchedCount += 1
      }
      state.weightTo[Int(part)] = weight + level.weights[entry]
    }
    var candidateCount = 0
    var bestGain = 0.0
    for slot in 0..<touchedCount {
      let part = Int(state.touched[slot])
      let partSize = state.sizes[part]
      let gain = state.weightTo[part] - penalty * size * partSize
      if gain >= 0, state.cut[part] >= penalty * partSize * (whole - partSize) {
        state.candidates[candidateCount] = (Int32(part), state.weightTo[part], gain)
        candidateCount += 1
        bestGain = max(bestGain, gain)
      }
      state.weightTo[part] = 0
    }
    guard candidateCount > 0 else { return }
    let choice = choose(&state, candidateCount, bestGain, &generator)
    state.join(node, size, state.candidates[choice])
  }

  /// Picks a candidate with probability ∝ exp(gain / θ).
  private func choose(
    _ state: inout RefinementState, _ count: Int, _ best: Double,
    _ generator: inout SeededGenerator
  ) -> Int {
    if count == 1 { return 0 }
    var total = 0.0
    for slot in 0..<count {
      let exponent = (state.candidates[slot].gain - best) / randomness
      total += exponent > -40 ? (exponent == 0 ? 1 : exp(exponent)) : 0
      state.cumulated[slot] = total
    }
    let mark = Double(generator.next() >> 11) * 0x1p-53 * total
    for slot in 0..<count where mark < state.cumulated[slot] { return slot }
    return count - 1
  }
}

struct RefinementState {
  var part: [Int32]
  var sizes: [Double]
  var counts: [Int32]
  /// Weight between a part and the rest of its cluster.
  var cut: [Double]
  var clusterSizes: [Double]
  var weightTo: [Double]
  var touched: [Int32]
  var candidates: [(part: Int32, weight: Double, gain: Double)]
  var cumulated: [Double]

  init(_ level: Level, _ membership: [Int32]) {
    let count = level.count
    part = Array(0..<Int32(count))
    sizes = level.sizes
    counts = [Int32](repeating: 1, count: count)
    cut = [Double](repeating: 0, count: count)
    clusterSizes = cut
    weightTo = cut
    touched = [Int32](repeating: 0, count: count)
    candidates = Array(repeating: (0, 0, 0), count: count)
    cumulated = cut
    for node in 0..<count {
      let cluster = membership[node]
      clusterSizes[Int(cluster)] += sizes[node]
      var inside = 0.0
      for entry in Int(level.rowStart[node])..<Int(level.rowStart[node + 1]) {
        let isInside = membership[Int(level.neighbors[entry])] == cluster
        inside += isInside ? level.weights[entry] : 0
      }
      cut[node] = inside
    }
  }

  mutating func join(
    _ node: Int, _ size: Double, _ choice: (part: Int32, weight: Double, gain: Double)
  ) {
    let target = Int(choice.part)
    part[node] = choice.part
    counts[node] -= 1
    counts[target] += 1
    sizes[target] += size
    cut[target] += cut[node] - 2 * choice.weight
  }

  /// A node's part is named after the node that it began with.
  func dense() -> (parts: [Int32], count: Int) {
    var numbers = [Int32](repeating: -1, count: part.count)
    var next: Int32 = 0
    let parts = part.map { label in
      if numbers[Int(label)] < 0 {
        numbers[Int(label)] = next
        next += 1
      }
      return numbers[Int(label)]
    }
    return (parts, Int(next))
  }
}
