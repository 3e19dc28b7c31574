/// The parameters of the method, each with its reason. None was fitted to a system by name.
package struct BoundaryParameters: Sendable, Hashable {
  /// Resolution of modularity for services; a fixed one was as good as any rule for choosing it.
  package var resolution = 0.7
  /// Folders that fit the dependencies at least this well are final: refining them adds nothing. A
  /// tree by layers or of one flat folder has no cut that reaches half of what is possible.
  package var finalTrust = 0.5
  /// Names of files, or what a build links, that reach this share of what dependencies allow are the
  /// parts, where folders are not: a tree of words has many more cuts than one of folders, so it takes
  /// more to be believed.
  package var nameTrust = 0.75
  /// Programs have a voice where together they own as much code alone as this many of them would:
  /// a quarter more than one is more than a program with its tools.
  package var programOwners = 1.25
  /// Say of names beside that of dependencies, where they fit these fully: they are strong on code
  /// that names its domain and ruin other code.
  package var nameShare = 0.1
  /// Say of files that change together beside that of dependencies, where history fits these fully.
  package var historyShare = 0.1
  /// Say of teams beside that of dependencies, where they fit these fully.
  package var teamShare = 0.1

  package init() {}

  private enum Name: String, CaseIterable {
    case resolution
    case finalTrust = "final-trust"
    case nameTrust = "name-trust"
    case programOwners = "program-owners"
    case nameShare = "name-share"
    case historyShare = "history-share"
    case teamShare = "team-share"
  }

  package static var names: [String] { Name.allCases.map(\.rawValue) }

  /// False for a name that is not among ``names``.
  package mutating func set(_ name: String, to value: Double) -> Bool {
    switch Name(rawValue: name) {
    case .resolution: resolution = value
    case .finalTrust: finalTrust = value
    case .nameTrust: nameTrust = value
    case .programOwners: programOwners = value
    case .nameShare: nameShare = value
    case .historyShare: historyShare = value
    case .teamShare: teamShare = value
    case nil: return false
    }
    return true
  }
}
