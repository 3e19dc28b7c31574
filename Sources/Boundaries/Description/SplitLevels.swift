/// A number of parts that a system may be split into.
package struct SplitLevel: Sendable {
  package var granularity: BoundaryOptions.Granularity
  package var count: Int
  /// Of the level to begin with.
  package var isRecommended: Bool
  /// What speaks for this number.
  package var reason: String
}

/// The levels at which a system can be split, and what the number at each rests on.
struct SplitLevels {
  let grouping: Grouping
  let options: BoundaryOptions

  /// - Parameter components: the finer parts inside all boundaries.
  func levels(components: Int) -> [SplitLevel] {
    guard grouping.groupCount > 0 else { return [] }
    var levels = [
      SplitLevel(
        granularity: options.granularity, count: grouping.groupCount, isRecommended: true,
        reason: reason)
    ]
    if options.granularity == .service, components > grouping.groupCount {
      levels.append(
        SplitLevel(
          granularity: .component, count: components, isRecommended: false,
          reason: "what hangs together inside them: modules of a service, seldom services"))
    }
    return levels
  }

  private var reason: String {
    if let count = options.count {
      let found = grouping.groupCount == count ? "" : "; the code has no more seams"
      return "\(count) were asked for" + found
    }
    if let trust = grouping.folders.trustInFolders {
      let given =
        grouping.folders.source == .targets
        ? "the lists of the build" : "the first words of file names"
      return "\(given) reach \(percent(grouping.folders.trust)) of what the "
        + "dependencies allow, folders \(percent(trust))"
    }
    if grouping.folders.trust >= options.parameters.finalTrust, options.granularity == .service {
      return "their folders reach \(percent(grouping.folders.trust)) of what the dependencies "
        + "allow: other cuts gain little"
    }
    let programs = grouping.programs.starts.count
    let runs = "runs agree at \(percent(grouping.agreement))"
    if programs > 0 { return "\(programs) programs own most of the code; \(runs)" }
    return "the dependencies hang together most at this size; \(runs), and folders reach only "
      + "\(percent(grouping.folders.trust)) of what they allow"
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
