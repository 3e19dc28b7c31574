internal import Basics
internal import Triggers

/// One decision of a person: an act, what it is about, and why.
///
/// Boundaries are given by identifier or name, files by patterns (``Basics/Glob``). Which fields an
/// act has, says ``DecisionAct``; the others are empty.
package struct Decision: Sendable, Hashable {
  /// A part of a split: its name and the patterns of its files.
  package struct Part: Sendable, Hashable {
    package var name: String
    package var patterns: [String]

    package init(name: String, patterns: [String]) {
      self.name = name
      self.patterns = patterns
    }
  }

  package var act: DecisionAct
  /// A boundary, a pattern or a table, as ``DecisionAct`` says.
  package var subject: String
  package var to: String?
  package var with: [String] = []
  package var name: String?
  package var into: [Part] = []
  package var members: [String] = []
  package var around: [String] = []
  package var reason: String?
  package var author: String?
  /// `YYYY-MM-DD`.
  package var date: String?

  package init(_ act: DecisionAct, _ subject: String) {
    self.act = act
    self.subject = subject
  }

  /// What the decision settles: of two decisions with one slot, one must go.
  ///
  /// Acceptance and rejection of a boundary share a slot; so do all acts that give a place to the
  /// files of one pattern, and keeping one set of patterns together or apart.
  package var slot: String {
    switch act {
    case .accept, .reject: "verdict " + subject
    case .rename: "name " + subject
    case .merge: "merge " + subjects.joined(separator: " + ")
    case .split: "split " + subject
    case .move, .pin, .shared, .dead: "place " + subject
    case .keepTogether, .keepApart: "keep " + subjects.joined(separator: " + ")
    case .serverless: "serverless \(subject):\(name ?? "")"
    case .owner: "owner " + subject
    }
  }

  /// The subject and what stands beside it, sorted.
  package var subjects: [String] { ([subject] + with).sorted { $0.precedesBytewise($1) } }

  /// The act and the subject, as people quote a decision.
  package var title: String { title { $0 } }

  /// The title with boundaries as `name` calls them.
  package func title(_ called: (String) -> String) -> String {
    let subject = act.concernsBoundary ? called(subject) : subject
    if act == .serverless, let name { return "\(act.rawValue) \(subject):\(name)" }
    let several = act.concernsBoundary ? subjects.map(called) : subjects
    let what = act == .merge || !with.isEmpty ? several.joined(separator: ", ") : subject
    return "\(act.rawValue) \(what)"
  }

  /// Whether both say the same, whoever said it and when. A missing reason agrees with any.
  package func agrees(with earlier: Decision) -> Bool {
    var (a, b) = (self, earlier)
    (a.author, a.date, b.author, b.date) = (nil, nil, nil, nil)
    if a.reason == nil { b.reason = nil }
    return a == b
  }

  /// The order of the file: by act, then subject, then what stands beside it; never by time.
  package static func precedes(_ a: Decision, _ b: Decision) -> Bool {
    if a.act != b.act { return a.act.position < b.act.position }
    if a.subject != b.subject { return a.subject.precedesBytewise(b.subject) }
    let (x, y) = (a.with + [a.name ?? ""], b.with + [b.name ?? ""])
    return x.joined(separator: "\n").precedesBytewise(y.joined(separator: "\n"))
  }

  /// Why `verdict` is none; nil if it is one.
  func verdictProblem(_ verdict: String) -> String? {
    let known = Verdict.allCases.map(\.rawValue)
    return known.contains(verdict) ? nil : unknownName("verdict", verdict, among: known)
  }

  /// Every pattern of the decision that names files by intent, in the order of the file.
  package var patterns: [String] {
    (act.concernsFiles ? [subject] : [])
      + (act == .keepTogether || act == .keepApart ? with : [])
      + into.flatMap(\.patterns) + members + around
  }
}

/// A decision and the line of `cleave.decisions.yml` where its entry starts.
package struct PlacedDecision: Sendable, Hashable {
  package var decision: Decision
  /// One-based.
  package var line: Int

  package init(_ decision: Decision, line: Int) {
    self.decision = decision
    self.line = line
  }
}
