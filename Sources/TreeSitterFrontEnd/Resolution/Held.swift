internal import Facts

/// Values that types of libraries hold, where the language lets them be used through these.
extension Evaluation {
  /// Pointers to pointers go no deeper than people write them.
  private static let limit = 8

  /// What has the members that are asked for: what a pointer points to.
  func dereferenced(_ value: Meaning) -> Meaning {
    var value = value
    for _ in 0..<Self.limit {
      guard value.kind == .external, value.view == .whole, value.term != Outline.none,
        case .pointer = rules.holding(value.key), let held = first(of: value),
        held.kind != .unknown
      else { return value }
      value = held
    }
    return value
  }

  /// What a value holds if it is of a kind that holds one for this; else the value itself.
  func opened(_ value: Meaning, by holding: Holding) -> Meaning {
    guard rules.holding(value.key) == holding, value.view == .whole else { return value }
    return first(of: value) ?? .external
  }

  private func first(of value: Meaning) -> Meaning? {
    guard let held = arguments(of: value)?.operands.first?.asValue else { return nil }
    return given(held, by: value)
  }

  /// What a type parameter stands for in what the value is a member of.
  private func given(_ held: Meaning, by value: Meaning) -> Meaning {
    guard value.receiver != Outline.none, value.receiver & Terms.bodyBit != 0 else { return held }
    return substituted(held, for: meaning(value.receiver)).asValue
  }

  /// One of several values, an entry's key or value, or the only one that there is.
  func part(_ number: Int, of value: Meaning) -> Meaning {
    guard let written = arguments(of: value) else { return .external }
    let isPair = value.view == .entry || value.key == Self.results
    if number == 1, rules.holding(value.key) == .openable, value.view == .whole {
      return failure(of: value).map { given($0, by: value) } ?? .external
    }
    guard isPair || (written.operands.count == 1 && value.view == .whole),
      number < written.operands.count
    else { return .external }
    return given(written.operands[number].asValue, by: value)
  }

  /// What a value holds instead of its value, which is written as an argument before that one's.
  private func failure(of value: Meaning, depth: Int = 0) -> Meaning? {
    guard depth < Self.limit, let written = arguments(of: value), written.term.kind == .apply,
      written.term.base != Outline.none
    else { return nil }
    let isOwn = Int(value.file) == number
    let inner =
      isOwn ? meaning(written.term.base) : project.meaning(written.term.base, in: value.file)
    guard let below = arguments(of: inner) else { return nil }
    // An alias says both where it is declared.
    return failure(of: inner, depth: depth + 1) ?? below.operands.first?.asValue
  }
}
