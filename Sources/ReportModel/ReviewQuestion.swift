/// A question that a person can answer about a suggestion, with what each answer would do.
package struct ReviewQuestion: Codable, Sendable, Equatable {
  /// The same from run to run: what it is about.
  package var id: String
  /// `boundary`, `placement` or `table`.
  package var kind: String
  package var question: String
  package var reason: String
  package var evidence: [Place]
  /// Nothing firm speaks for the first answer.
  package var isOpen: Bool
  /// References that a wrong answer would put on the wrong side.
  package var cost: Int
  /// How well the first answer holds over seeds and resolutions, 0 to 1.
  package var stability: Double
  package var answers: [Answer]

  /// One answer: a decision in the words of `cleave decide`.
  package struct Answer: Codable, Sendable, Equatable {
    /// The letter that gives it.
    package var key: String
    package var words: [String]
    package var effect: String
    /// `reason` or `name`: what has to be typed for it.
    package var asks: String?

    package init(_ key: String, _ words: [String], _ effect: String, asks: String? = nil) {
      self.key = key
      self.words = words
      self.effect = effect
      self.asks = asks
    }
  }

  package init(
    id: String, kind: String, question: String, reason: String, evidence: [Place], isOpen: Bool,
    cost: Int, stability: Double, answers: [Answer]
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
