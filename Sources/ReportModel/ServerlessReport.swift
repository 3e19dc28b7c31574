/// The declared triggers, what they start, and what each part is suited to.
package struct ServerlessReport: Codable, Sendable, Equatable {
  /// One row for each (handler, kind), sorted by path, line, symbol, kind.
  package var findings: [ServerlessEntry] = []
  /// What code implies without declaring it ahead of time: reported, never flagged.
  package var implied: [ImpliedEntry] = []

  package init() {}
}

/// A handler with a declared trigger, and the verdict on it.
package struct ServerlessEntry: Codable, Sendable, Equatable {
  package var id: String
  /// Where the handler is, or the declaration if it reaches no code.
  package var place: Place
  /// Unqualified name of the handler; empty if the declaration reaches no code.
  package var symbol: String
  package var kind: String
  package var verdict: String
  /// `always-on` or `scale-to-zero` for containers.
  package var mode: String?
  /// 0 to 100; nil where a gate decided before any score.
  package var score: Int?
  /// Where the trigger is declared, and the text of it.
  package var declaredAt: [Place]
  package var declaration: String
  package var reasons: [Ground]
  package var blockers: [Ground]
  /// What the verdict would be without the blockers, and what to do for it.
  package var whatIf: String?
  /// What would have to be known to decide better.
  package var needs: [String]

  /// A reason or a blocker with its evidence.
  package struct Ground: Codable, Sendable, Equatable {
    /// Identifier in the criteria, such as `B7` or `F5`.
    package var id: String
    package var text: String
    package var places: [Place]
    package var hint: String?
    /// What it gave to the score or took from it; nil where it decided without points.
    package var points: Int?

    package init(
      id: String, text: String, places: [Place], hint: String? = nil, points: Int? = nil
    ) {
      self.id = id
      self.text = text
      self.places = places
      self.hint = hint
      self.points = points
    }
  }

  package init(
    id: String, place: Place, symbol: String, kind: String, verdict: String, declaredAt: [Place],
    declaration: String
  ) {
    self.id = id
    self.place = place
    self.symbol = symbol
    self.kind = kind
    self.verdict = verdict
    self.declaredAt = declaredAt
    self.declaration = declaration
    reasons = []
    blockers = []
    needs = []
  }
}

/// A timer, watch, listener or loop that code starts by itself.
package struct ImpliedEntry: Codable, Sendable, Equatable {
  package var kind: String
  package var place: Place
  package var symbol: String
  package var text: String

  package init(kind: String, place: Place, symbol: String, text: String) {
    self.kind = kind
    self.place = place
    self.symbol = symbol
    self.text = text
  }
}

/// What became of the decisions of people.
package struct DecisionReport: Codable, Sendable, Equatable {
  package var applied: [DecisionEntry] = []
  /// They match nothing any more.
  package var unmatched: [DecisionEntry] = []
  /// They contradict one another; both are named.
  package var contradictions: [DecisionEntry] = []

  package init() {}
}

/// One decision, as it stands in the decisions file.
package struct DecisionEntry: Codable, Sendable, Equatable {
  package var act: String
  package var text: String
  package var line: Int?
  package var outcome: String

  package init(act: String, text: String, line: Int?, outcome: String) {
    self.act = act
    self.text = text
    self.line = line
    self.outcome = outcome
  }
}
