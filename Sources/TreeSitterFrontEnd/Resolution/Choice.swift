internal import Facts

/// Values that are one of several.
extension Evaluation {
  /// What all of the operands are that are known: where one is of a type above the others, that type,
  /// and what is of the project where others are not. Unknown where two have nothing to do with each
  /// other.
  func choice(_ term: Term, _ terms: Terms) -> Meaning {
    var chosen = Meaning.unknown
    var isProbable = false
    for position in 0..<Int(term.count) {
      let option = meaning(terms.operands[Int(term.operands) + position])
      guard option.kind != .unknown else { continue }
      guard let common = common(chosen, option) ?? surer(chosen, option) else {
        return .unknown
      }
      chosen = common
      isProbable = isProbable || option.isProbable
    }
    chosen.isProbable = isProbable
    chosen.textFile = -1
    chosen.text = Outline.none
    return chosen
  }

  /// The one of two that is no guess, where the other is.
  private func surer(_ a: Meaning, _ b: Meaning) -> Meaning? {
    a.isProbable == b.isProbable ? nil : a.isProbable ? b : a
  }

  /// The more general one of two; nil if neither is.
  private func common(_ a: Meaning, _ b: Meaning) -> Meaning? {
    if a.kind == .unknown || a == .external { return b }
    if b.kind == .external { return a }
    if a.kind == .external { return b }
    guard a.kind == b.kind else { return nil }
    guard a.kind == .value || a.kind == .type else { return a == b ? a : nil }
    if project.distance(from: b.entity, to: a.entity) != nil { return a }
    return project.distance(from: a.entity, to: b.entity) != nil ? b : nil
  }
}
