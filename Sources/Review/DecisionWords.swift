internal import Basics

/// A decision as it is given on the command line, before anything is known about it.
package struct DecisionWords: Sendable, Hashable {
  /// The act and its operands: `accept ID`, `reject ID`, `rename ID NAME`, `move PATH|GLOB BOUNDARY`,
  /// `merge A B…`, `split ID`, `pin PATH|GLOB BOUNDARY`, `keep-together A B…`, `keep-apart A B…`,
  /// `shared GLOB`, `dead GLOB`, `serverless GLOB[:FUNCTION] VERDICT`, `owner TABLE BOUNDARY`.
  package var words: [String]
  /// `--reason`.
  package var reason: String?
  /// `--as`: the name of an accepted or merged boundary.
  package var name: String?
  /// `--into NAME=GLOB`, one for each time it is given.
  package var parts: [String] = []
  package var author: String?
  /// `YYYY-MM-DD`.
  package var date: String?
  /// Whether a move remembers what it moved next to. What is only weighed need not: describing a
  /// boundary by patterns looks at all files.
  package var remembersSurroundings = true

  package init(_ words: [String]) { self.words = words }
}

/// Why words are not a decision, with what to do about it; lower case, without a full stop.
package struct DecisionWordsError: Error, Sendable, Hashable, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }
}

extension DecisionAct {
  /// How the act is written on the command line.
  package var usage: String {
    let operands =
      switch self {
      case .accept: "BOUNDARY [--as NAME]"
      case .reject: "BOUNDARY --reason TEXT"
      case .rename: "BOUNDARY NAME"
      case .merge: "BOUNDARY BOUNDARY… [--as NAME]"
      case .split: "BOUNDARY --into NAME=GLOB…"
      case .move, .pin: "PATH|GLOB BOUNDARY"
      case .keepTogether, .keepApart: "PATH|GLOB PATH|GLOB…"
      case .shared, .dead: "PATH|GLOB"
      case .serverless: "PATH|GLOB[:FUNCTION] VERDICT"
      case .owner: "TABLE BOUNDARY"
      }
    return rawValue + " " + operands
  }

  /// Numbers of operands the act takes.
  var operands: ClosedRange<Int> {
    switch self {
    case .accept, .reject, .split, .shared, .dead: 1...1
    case .rename, .move, .pin, .serverless, .owner: 2...2
    case .merge, .keepTogether, .keepApart: 2...Int.max
    }
  }
}

extension DecisionWords {
  /// The decision that the words mean, checked against what there is.
  ///
  /// `earlier` are the decisions of the file: they make boundaries, too. The decision remembers the
  /// files of the boundaries it speaks of as patterns.
  package func decision(
    in scope: ReviewScope, after earlier: [Decision] = []
  ) throws(DecisionWordsError) -> Decision {
    let act = try act()
    let operands = Array(words.dropFirst())
    guard act.operands.contains(operands.count) else {
      throw DecisionWordsError("write: " + act.usage)
    }
    try checkOptions(of: act)
    let terms = DecisionTerms(scope: scope, earlier: earlier)
    var decision =
      act.concernsBoundary
      ? try boundaryDecision(act, operands, terms) : try fileDecision(act, operands, terms)
    decision.reason = reason
    decision.author = author
    decision.date = date
    return decision
  }

  private func act() throws(DecisionWordsError) -> DecisionAct {
    let acts = DecisionAct.allCases.map(\.rawValue)
    guard let word = words.first else {
      throw DecisionWordsError("no act given; one of " + acts.joined(separator: ", "))
    }
    guard let act = DecisionAct(rawValue: word) else {
      throw DecisionWordsError(unknownName("act", word, among: acts))
    }
    return act
  }

  private func checkOptions(of act: DecisionAct) throws(DecisionWordsError) {
    if act == .reject, (reason ?? "").allSatisfy(\.isWhitespace) {
      throw DecisionWordsError("a rejection needs a reason; add --reason TEXT")
    }
    if reason?.isEmpty == true { throw DecisionWordsError("the reason is empty") }
    if name != nil, act != .accept, act != .merge {
      throw DecisionWordsError("\"--as\" does not go with \"\(act.rawValue)\"; write: \(act.usage)")
    }
    if parts.isEmpty != (act != .split) {
      throw DecisionWordsError("write: " + (act == .split ? act.usage : "\(act.usage), no --into"))
    }
    if let date, !Decision.isDate(date) {
      throw DecisionWordsError("date \"\(date)\" is not of the form 2025-01-31")
    }
  }

  private func boundaryDecision(
    _ act: DecisionAct, _ operands: [String], _ terms: DecisionTerms
  ) throws(DecisionWordsError) -> Decision {
    let subject = try terms.boundary(operands[0])
    var decision = Decision(act, subject)
    var files = terms.members(of: subject)
    switch act {
    case .rename:
      decision.to = try terms.newName(operands[1], for: [subject])
    case .merge:
      var all = [subject]
      for word in operands.dropFirst() {
        let other = try terms.boundary(word)
        guard !all.contains(other) else {
          throw DecisionWordsError("\"\(word)\" is named twice; a merge needs two boundaries")
        }
        all.append(other)
        files += terms.members(of: other)
      }
      // The largest gives its identity and its name; of equal ones the first.
      let sizes = all.map { terms.members(of: $0).count }
      decision.subject = all[sizes.firstIndex(of: sizes.max()!)!]
      decision.with = all.filter { $0 != decision.subject }.sorted { $0.precedesBytewise($1) }
    case .split:
      decision.into = try terms.parts(parts, of: subject)
    default: break
    }
    if let name { decision.name = try terms.newName(name, for: decision.subjects) }
    if act == .accept, name == nil { decision.name = terms.name(of: subject) }
    decision.members = MemberPatterns.describe(files, in: terms.scope)
    return decision
  }

  /// A path may hold a colon; what follows the last one is a function where that is no file.
  private func verdictDecision(
    _ operands: [String], _ terms: DecisionTerms
  ) throws(DecisionWordsError) -> Decision {
    let word = operands[0]
    var decision: Decision
    if let colon = word.lastIndex(of: ":"), terms.scope.files(matching: [path(word)]).isEmpty {
      decision = Decision(.serverless, try terms.pattern(String(word[..<colon])))
      decision.name = String(word[word.index(after: colon)...])
      if decision.name == "" { throw DecisionWordsError("write: " + DecisionAct.serverless.usage) }
    } else {
      decision = Decision(.serverless, try terms.pattern(word))
    }
    if let problem = decision.verdictProblem(operands[1]) { throw DecisionWordsError(problem) }
    decision.to = operands[1]
    return decision
  }

  private func fileDecision(
    _ act: DecisionAct, _ operands: [String], _ terms: DecisionTerms
  ) throws(DecisionWordsError) -> Decision {
    switch act {
    case .move, .pin:
      var decision = Decision(act, try terms.pattern(operands[0]))
      let target = try terms.boundary(operands[1])
      decision.to = target
      if remembersSurroundings, !terms.isDecided(target) {
        let moved = Set(terms.scope.files(matching: [decision.subject]))
        decision.around = terms.anchors(of: target, besides: moved)
      }
      return decision
    case .keepTogether, .keepApart:
      var patterns: [String] = []
      for word in operands { patterns.append(try terms.pattern(word)) }
      patterns.sort { $0.precedesBytewise($1) }
      guard Set(patterns).count == patterns.count else {
        throw DecisionWordsError("\"\(act.rawValue)\" names one pattern twice; name two")
      }
      var decision = Decision(act, patterns[0])
      decision.with = Array(patterns.dropFirst())
      return decision
    case .serverless: return try verdictDecision(operands, terms)
    case .owner:
      var decision = Decision(.owner, try terms.table(operands[0]))
      decision.to = try terms.boundary(operands[1])
      return decision
    default:
      return Decision(act, try terms.pattern(operands[0]))
    }
  }
}
