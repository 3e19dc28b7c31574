/// What is left to decide of a document, in the order of asking.
package struct ReviewList: Sendable, Equatable {
  package var name: String
  package var questions: [ReviewQuestion]
  /// Decisions that match nothing any more, or contradict others.
  package var troubles: [DecisionEntry]

  package init(name: String, questions: [ReviewQuestion], troubles: [DecisionEntry]) {
    self.name = name
    self.questions = questions
    self.troubles = troubles
  }
}

/// A question that a person can answer about a suggestion, with what each answer would do.
package struct ReviewQuestion: Codable, Sendable, Equatable {
  /// In the order of asking.
  package enum Kind: String, Codable, Sendable, CaseIterable {
    case boundary, table, placement, serverless

    /// As people say it of several.
    package var plural: String {
      switch self {
      case .boundary: "boundaries"
      case .table: "tables"
      case .placement: "files"
      case .serverless: "serverless"
      }
    }
  }

  /// The same from run to run: what it is about.
  package var id: String
  package var kind: Kind
  package var question: String
  package var reason: String
  package var evidence: [Place]
  /// The files that it is about, where they are several.
  package var files: [String]?
  /// Nothing firm speaks for the first answer.
  package var isOpen: Bool
  /// References that a wrong answer would put on the wrong side.
  package var cost: Int
  /// How well the first answer holds over seeds and resolutions, 0 to 1; absent where nothing says.
  package var stability: Double?
  package var answers: [Answer]

  /// One answer: a decision in the words of `cleave decide`.
  package struct Answer: Codable, Sendable, Equatable {
    /// The letter that gives it.
    package var key: String
    package var words: [String]
    /// Further decisions that belong to it: on other patterns, of the same act.
    package var also: [[String]]?
    package var effect: String
    /// `reason` or `name`: what has to be typed for it.
    package var asks: String?

    package init(_ key: String, _ words: [String], _ effect: String, asks: String? = nil) {
      self.key = key
      self.words = words
      self.effect = effect
      self.asks = asks
    }

    /// All decisions of it, in words.
    package var decisions: [[String]] { [words] + (also ?? []) }
  }

  package init(
    id: String, kind: Kind, question: String, reason: String, evidence: [Place], isOpen: Bool,
    cost: Int, stability: Double?, answers: [Answer]
  ) {
    self.id = id
    self.kind = kind
    self.question = question
    self.reason = reason
    self.evidence = evidence
    self.isOpen = isOpen
    self.cost = cost
    self.stability = stability
    self.answers = answers
  }
}
