internal import Facts

extension Evaluation {
  /// The text that a value always is; nil if it is not known to be one.
  func text(of meaning: Meaning) -> String? {
    guard meaning.text != Outline.none, meaning.textFile >= 0 else { return nil }
    return project.files[Int(meaning.textFile)].outline.names[Int(meaning.text)]
  }

  /// Adds what frameworks make of a term.
  func explain(
    _ outcome: inout Outcome, by frameworks: LanguageFrameworks, _ term: Term, _ index: UInt32,
    _ terms: Terms
  ) {
    guard let match = FrameworkMatch(self, frameworks, term, terms) else { return }
    if index & Terms.bodyBit != 0, match.makes(outcome) { outcome.meaning.isMade = true }
    guard let found = match.find(outcome) else { return }
    if !term.use.isSilent { outcome.found = found }
    if outcome.target == nil || found.isSettled {
      outcome.meaning = found.result ?? outcome.meaning
      if outcome.status == .unresolved { outcome.status = .external }
    }
  }
}
