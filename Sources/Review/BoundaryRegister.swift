internal import Basics

/// The boundaries that decisions can refer to: those of the last partition and those that decisions
/// make. Merges lead to the boundary that absorbs.
struct BoundaryRegister {
  let scope: ReviewScope
  /// Name or identifier to identifier.
  private var decided: [String: String] = [:]
  private var absorbedBy: [String: String] = [:]

  /// How a reference was understood.
  enum Match: Hashable {
    case known(String)
    /// By the files that the decision remembers, not by its name; the name found.
    case byMembers(String)
    case none
  }

  init(scope: ReviewScope, decisions: [Decision]) {
    self.scope = scope
    for decision in decisions where decision.act == .accept {
      let id = scope.boundary(decision.subject)?.id ?? decision.subject
      define(decision.subject, id)
      if let name = decision.name { define(name, id) }
    }
    for decision in decisions where decision.act == .split {
      for part in decision.into { define(part.name, scope.boundary(part.name)?.id ?? part.name) }
    }
    for decision in decisions where decision.act == .merge || decision.act == .rename {
      guard let name = decision.act == .merge ? decision.name : decision.to else { continue }
      if let id = exact(decision.subject) { define(name, id) }
    }
  }

  private mutating func define(_ name: String, _ id: String) {
    if decided[name] == nil { decided[name] = id }
  }

  /// By identifier or name, without merges.
  func exact(_ reference: String) -> String? {
    scope.boundaries.first { $0.id == reference }?.id ?? decided[reference]
      ?? scope.boundary(reference)?.id
  }

  /// The boundary meant by `reference`; where that is no longer known, the one of the last partition
  /// that shares at least half of the files that `patterns` match.
  func match(_ reference: String, _ patterns: [String]) -> Match {
    if let id = exact(reference) ?? absorbedBy[reference] { return .known(root(id)) }
    let files = scope.files(matching: patterns)
    if files.isEmpty { return .none }
    var best: (share: Double, id: String)?
    for known in scope.boundaries {
      let share = overlap(known.members, files)
      if share >= 0.5, share > best?.share ?? 0 { best = (share, known.id) }
    }
    return best.map { .byMembers(root($0.id)) } ?? .none
  }

  /// The boundary meant by `reference`; where that is no longer known, the one of the last partition
  /// that has most of the files that `anchors` match.
  func match(_ reference: String, anchors: [String]) -> Match {
    if let id = exact(reference) ?? absorbedBy[reference] { return .known(root(id)) }
    let files = Set(scope.files(matching: anchors))
    let found = scope.boundaries.first { known in
      2 * known.members.count { files.contains($0) } > files.count
    }
    return found.map { .byMembers(root($0.id)) } ?? .none
  }

  mutating func absorb(_ other: String, into id: String) {
    let (from, to) = (root(other), root(id))
    if from != to { absorbedBy[from] = to }
  }

  func root(_ id: String) -> String {
    var id = id
    while let next = absorbedBy[id] { id = next }
    return id
  }

  /// What the decisions and the last partition call boundaries, for messages.
  var names: [String] {
    (scope.boundaries.flatMap { [$0.id, $0.name] } + decided.keys).sorted {
      $0.precedesBytewise($1)
    }
  }
}
