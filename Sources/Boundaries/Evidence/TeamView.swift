internal import Foundation
internal import Graphs
internal import History

/// What teams say: files that the same people change, or that the same owners are declared for.
///
/// People are to files what words are to texts: somebody who works everywhere tells nothing (tf-idf).
/// Declared owners say as much as all commits of a file together. Without being asked, people speak
/// only by what they declare: who committed what fits no system that was tried well, and moves files
/// that little else is known of.
struct TeamView {
  /// For each file the nearest ones by cosine, as edges of weight 0 to 1.
  let neighbors: [WeightedEdge]
  private let scope: FileScope
  private let past: PastEvidence
  /// For each position who it belongs to, by number: people first, then owners. Unit length.
  private let members: [[Int: Double]]

  /// Below this fewer than half of those who work on two files are the same.
  private static let leastLikeness = 0.5
  /// Nearest neighbours of a file, as for names.
  private static let neighborCount = 5
  /// Of a person with more files, each is compared with so many beside it.
  private static let window = 100

  init(_ past: PastEvidence, scope: FileScope, countsAuthors: Bool) {
    self.scope = scope
    self.past = past
    let people = Self.weigh(
      countsAuthors ? Self.counts(past, scope) : scope.files.map { _ in [:] },
      past.changes.authorCount)
    let owners = Self.weigh(
      scope.files.map { file in
        Dictionary(uniqueKeysWithValues: past.owners[file].map { ($0, 1) })
      }, past.ownerNames.count)
    members = scope.files.indices.map { position in
      let half = people[position].isEmpty || owners[position].isEmpty ? 1 : 0.5.squareRoot()
      var own = people[position].mapValues { $0 * half }
      for (owner, weight) in owners[position] {
        own[past.changes.authorCount + owner] = weight * half
      }
      return own
    }
    neighbors = Self.neighbors(members, past.changes.authorCount + past.ownerNames.count)
  }

  private static func counts(_ past: PastEvidence, _ scope: FileScope) -> [[Int: Int]] {
    var counts: [[Int: Int]] = Array(repeating: [:], count: scope.files.count)
    for commit in past.changes.commits {
      guard let author = commit.author else { continue }
      for file in commit.files where scope.position[file] >= 0 {
        counts[scope.position[file]][author, default: 0] += 1
      }
    }
    return counts
  }

  private static func weigh(_ counts: [[Int: Int]], _ count: Int) -> [[Int: Double]] {
    var files = [Int](repeating: 0, count: count)
    for own in counts { for member in own.keys { files[member] += 1 } }
    let all = counts.count { !$0.isEmpty }
    return counts.map { own in
      var weighed: [Int: Double] = [:]
      var square = 0.0
      for member in own.keys.sorted() {
        let rarity = log(Double(all) / Double(files[member]))
        let weight = (1 + log(Double(own[member]!))) * rarity
        if weight > 0 { weighed[member] = weight }
        square += weight * weight
      }
      return square > 0 ? weighed.mapValues { $0 / square.squareRoot() } : [:]
    }
  }

  private static func neighbors(_ members: [[Int: Double]], _ count: Int) -> [WeightedEdge] {
    var holders: [[Int]] = Array(repeating: [], count: count)
    for (position, own) in members.enumerated() {
      for member in own.keys { holders[member].append(position) }
    }
    return members.indices.flatMap { position -> [WeightedEdge] in
      var candidates: Set<Int> = []
      for member in members[position].keys {
        candidates.formUnion(beside(position, in: holders[member]))
      }
      candidates.remove(position)
      // Of equals those that follow: else all would choose the same few.
      let size = members.count
      return candidates.map { ($0, cosine(members[position], members[$0])) }
        .filter { $0.1 > leastLikeness }
        .sorted { a, b in
          a.1 != b.1
            ? a.1 > b.1 : (a.0 - position + size) % size < (b.0 - position + size) % size
        }
        .prefix(neighborCount).map { WeightedEdge(position, $0.0, weight: min(1, $0.1)) }
    }
  }

  private static func beside(_ position: Int, in holders: [Int]) -> ArraySlice<Int> {
    if holders.count <= 2 * window { return holders[...] }
    var (low, high) = (0, holders.count)
    while low < high {
      let middle = (low + high) / 2
      if holders[middle] < position { low = middle + 1 } else { high = middle }
    }
    return holders[max(0, low - window)..<min(holders.count, low + window)]
  }

  private static func cosine(_ a: [Int: Double], _ b: [Int: Double]) -> Double {
    // In the order of numbers: sums of the same addends in another order differ.
    a.keys.filter { b[$0] != nil }.sorted().reduce(0) { $0 + a[$1]! * b[$1]! }
  }

  /// Why two positions belong together, if teams say so.
  func reason(_ first: Int, _ second: Int) -> String? {
    guard Self.cosine(members[first], members[second]) > Self.leastLikeness else { return nil }
    let (a, b) = (scope.files[first], scope.files[second])
    if let owner = past.owners[a].first(where: { past.owners[b].contains($0) }) {
      return "\"\(past.ownerNames[owner])\" owns both"
    }
    let count = members[first].keys.count { members[second][$0] != nil }
    return count == 1 ? "the same person changes both" : "the same \(count) people change both"
  }
}
