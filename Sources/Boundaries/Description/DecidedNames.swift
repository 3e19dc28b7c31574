/// Gives boundaries the identities and names that people decided.
struct DecidedNames {
  let constraints: BoundaryConstraints

  /// Each decided boundary goes to the result that holds most of its members, or of its core.
  func apply(to boundaries: inout [CandidateBoundary]) {
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
