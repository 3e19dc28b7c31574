import ReportModel

/// What a view does not show, in sentences that name the option which shows it.
struct ViewNotes {
  let level: GraphLevel
  private(set) var lines: [String] = []

  init(level: GraphLevel) { self.level = level }

  /// Languages of which no file could be read, for want of a grammar or a library.
  mutating func unread(_ languages: [LanguageCompleteness]) {
    for language in languages {
      let count = language.files
      guard count > 0, language.modes["none"] == count else { continue }
      lines.append(
        "\(Self.count(count, "\(language.language) file")) not read; cleave info languages says why"
      )
    }
  }

  mutating func leftOut(_ roles: [(role: String, count: Int)]) {
    guard !roles.isEmpty else { return }
    let total = roles.reduce(0) { $0 + $1.count }
    let parts = roles.map { "\($0.count) \($0.role)" }.joined(separator: ", ")
    lines.append("\(Self.count(total, "file")) left out (\(parts)); --no-reduce shows them")
  }

  mutating func selected(_ shown: Int, of all: Int, _ id: String, _ options: GraphViewOptions) {
    if options.focus == nil {
      lines.append("\(shown) of \(all) \(level.plural): '\(id)' and all that depend on it")
    } else if options.focusDepth == 0 {
      lines.append("\(shown) of \(all) \(level.plural): all that are connected to '\(id)'")
    } else {
      let hops = Self.count(options.focusDepth, "hop")
      lines.append(
        "\(shown) of \(all) \(level.plural): within \(hops) of '\(id)'; --focus-depth shows more")
    }
  }

  mutating func folded(_ folding: Folding, asked: Bool) {
    guard folding.foldedNodes > 0 else { return }
    let how = asked ? "leave out --collapse to see them" : "--no-reduce or --focus NODE shows them"
    lines.append(
      "\(folding.foldedNodes) \(level.plural) folded into \(Self.count(folding.folders, "box"));"
        + " \(how)")
  }

  mutating func thinned(_ thinning: Thinning, of all: Int) {
    let hidden = thinning.implied + thinning.light
    guard hidden > 0 else { return }
    var reasons: [String] = []
    if thinning.implied > 0 { reasons.append("\(thinning.implied) implied by longer paths") }
    if thinning.light > 0 {
      let back = thinning.hiddenBack > 0 ? ", \(thinning.hiddenBack) of them in cycles" : ""
      reasons.append("\(thinning.light) lighter than others of their node\(back)")
    }
    lines.append(
      "\(hidden) of \(all) edges hidden (\(reasons.joined(separator: "; ")));"
        + " --no-reduce shows them")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    let plural = noun.hasSuffix("x") ? noun + "es" : noun + "s"
    return "\(number) \(number == 1 ? noun : plural)"
  }
}
