/// Gives boundaries the identities and names that they had before, and those that people decided.
struct KeptNames {
  let constraints: BoundaryConstraints

  /// The least share of the files of both together that an earlier boundary and one of now have in
  /// common to be the same.
  private static let likeness = 0.5

  /// What holds at least half of an earlier boundary, and little else, is it still. No two can be so
  /// like one.
  func applyEarlier(to boundaries: inout [CandidateBoundary]) {
    for earlier in constraints.earlier {
      let files = Set(earlier.members)
      let found = boundaries.indices.first { index in
        let common = boundaries[index].members.count { files.contains($0.file) }
        let all = files.count + boundaries[index].members.count - common
        return common > 0 && Double(common) > Self.likeness * Double(all)
      }
      guard let found else { continue }
      free(\.id, earlier.id, in: &boundaries, except: found)
      free(\.name, earlier.name, in: &boundaries, except: found)
      boundaries[found].id = earlier.id
      boundaries[found].name = earlier.name
    }
  }

  /// Each decided boundary goes to the result that holds most of its members, or of its core.
  func applyDecided(to boundaries: inout [CandidateBoundary]) {
    var isTaken = [Bool](repeating: false, count: boundaries.count)
    for named in constraints.named {
      let files = Set(named.members.isEmpty ? named.core : named.members)
      let overlaps = boundaries.map { boundary in
        boundary.members.count { files.contains($0.file) }
      }
      let best = overlaps.indices.filter { !isTaken[$0] && overlaps[$0] > 0 }
        .max { overlaps[$0] != overlaps[$1] ? overlaps[$0] < overlaps[$1] : $0 > $1 }
      guard let best else { continue }
      isTaken[best] = true
      free(\.id, named.id, in: &boundaries, except: best)
      boundaries[best].id = named.id
      if let name = named.name {
        free(\.name, name, in: &boundaries, except: best)
        boundaries[best].name = name
      }
      boundaries[best].decisions = named.decisions
    }
  }

  /// Another boundary that happens to carry the decided identity or name gives it up.
  private func free(
    _ property: WritableKeyPath<CandidateBoundary, String>, _ value: String,
    in boundaries: inout [CandidateBoundary], except best: Int
  ) {
    let taken = Set(boundaries.map { $0[keyPath: property] })
    for index in boundaries.indices
    where index != best && boundaries[index][keyPath: property] == value {
      let next = (2...).lazy.map { "\(value)-\($0)" }.first { !taken.contains($0) }!
      boundaries[index][keyPath: property] = next
    }
  }
}
