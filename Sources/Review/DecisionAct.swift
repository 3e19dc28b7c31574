/// What a person can decide about a suggestion.
///
/// The order of the cases is the order of the file. A new act is a case here, its fields below, and
/// its part in ``Replay``.
package enum DecisionAct: String, Sendable, Hashable, CaseIterable {
  case accept, reject, rename, merge, split, move, pin
  case keepTogether = "keep-together"
  case keepApart = "keep-apart"
  case shared, dead, serverless, owner

  /// What the act says, in the words of the headings of the file.
  package var explanation: String {
    switch self {
    case .accept: "a boundary is right: its members stay together"
    case .reject: "a boundary is wrong and must not come back as it is"
    case .rename: "a boundary has a better name"
    case .merge: "boundaries belong together"
    case .split: "a boundary falls into parts"
    case .move: "files belong to another boundary than suggested"
    case .pin: "files stay in their boundary, whatever changes around them"
    case .keepTogether: "files share a boundary, whichever it is"
    case .keepApart: "files never share a boundary"
    case .shared: "files are shared code and belong to no boundary"
    case .dead: "files are dead code and bind nothing together"
    case .serverless: "a trigger's function is suited to this, whatever the rules say"
    case .owner: "a table is of this boundary, and the others ask it for its rows"
    }
  }

  /// Whether the subject is a boundary (identifier or name).
  package var concernsBoundary: Bool {
    switch self {
    case .accept, .reject, .rename, .merge, .split: true
    case .move, .pin, .keepTogether, .keepApart, .shared, .dead, .serverless, .owner: false
    }
  }

  /// Whether the subject is a pattern of paths; that of the others is a boundary, or a table.
  package var concernsFiles: Bool { !concernsBoundary && self != .owner }

  /// Whether it puts files into another place by itself.
  package var movesFiles: Bool {
    switch self {
    case .move, .merge, .split, .pin, .shared, .dead: true
    case .accept, .reject, .rename, .keepTogether, .keepApart, .serverless, .owner: false
    }
  }

  package var requiredFields: [DecisionField] {
    switch self {
    case .accept, .shared, .dead: []
    case .reject: [.reason]
    case .rename, .move, .pin, .serverless, .owner: [.to]
    case .merge, .keepTogether, .keepApart: [.with]
    case .split: [.into]
    }
  }

  /// Fields the act may have beside `reason`, `author` and `date`, which every act may have.
  package var ownFields: [DecisionField] {
    switch self {
    case .accept: [.name, .members]
    case .reject: [.members]
    case .rename: [.to, .members]
    case .merge: [.with, .name, .members]
    case .split: [.into, .members]
    case .move, .pin: [.to, .around]
    case .keepTogether, .keepApart: [.with]
    case .shared, .dead: []
    case .serverless: [.name, .to]
    case .owner: [.to]
    }
  }

  package var fields: [DecisionField] { ownFields + [.reason, .author, .date] }

  package var position: Int { Self.allCases.firstIndex(of: self)! }
}

/// A key of an entry beside its act, in the order of writing.
package enum DecisionField: String, Sendable, Hashable, CaseIterable {
  /// The boundary that files go to, the new name, or the verdict.
  case to
  /// The other boundaries of a merge, the other patterns of keep-together and keep-apart.
  case with
  /// The name of an accepted or merged boundary, or of the function that a verdict is about.
  case name
  /// The parts of a split: name to patterns.
  case into
  /// Patterns for the files of the boundary when it was decided on.
  case members
  /// Patterns for files of the boundary that files were moved or pinned to, a handful that hold it
  /// together: where the boundary is called something else one day, it is the one that has most of
  /// them. Of several decisions with one target it is enough that one has them.
  case around
  case reason, author, date

  package var holdsList: Bool { self == .with || self == .members || self == .around }
}
