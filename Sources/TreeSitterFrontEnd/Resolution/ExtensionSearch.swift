internal import Facts

/// Chooses among functions that can be called as members of their first parameter.
struct ExtensionSearch {
  let evaluation: Evaluation
  let terms: Terms
  let term: Term
  let receiver: Meaning

  private enum Fit: Int {
    case possible, certain
  }

  /// The one that fits the receiver and the arguments best; probable where several do, or where the
  /// receiver's type is not known well enough. Nil where none can.
  func choose(_ candidates: [Entity]) -> (entity: Entity, isProbable: Bool)? {
    let count = Int(term.count) + 1
    var fits: [(entity: Entity, fit: Fit)] = []
    for entity in candidates {
      let binding = evaluation.project[entity]
      guard count >= Int(binding.least), count <= Int(binding.most) || binding.most == 255,
        let first = binding.parameters.first, let fit = fit(first, entity.file)
      else { continue }
      fits.append((entity, fit))
    }
    guard let best = fits.map(\.fit.rawValue).max() else { return nil }
    let found = fits.filter { $0.fit.rawValue == best }.map(\.entity)
    // A guess about the receiver, and another about the overload, would be one too many.
    if best == Fit.possible.rawValue, found.count > 1 {
      let owners = Set(found.map { evaluation.project[$0].scope })
      guard owners.count == 1, Set(found.map(\.file)).count == 1 else { return nil }
    }
    var choice = OverloadChoice(evaluation: evaluation, terms: terms, term: term)
    choice.shift = 1
    guard let chosen = choice.choose(found) else { return nil }
    return (chosen.entity, chosen.isProbable || best == Fit.possible.rawValue)
  }

  private func fit(_ parameter: UInt32, _ file: Int32) -> Fit? {
    guard parameter != Outline.none else { return .possible }
    let type = evaluation.known(parameter, in: file)
    switch (receiver.kind, type.kind) {
    case (.unknown, _): return .possible
    case (.value, .type):
      return evaluation.project.distance(from: receiver.entity, to: type.entity) == nil
        ? nil : .certain
    case (.external, .type):
      if evaluation.project.kind(type.entity) == .typeParameter { return .certain }
      return receiver.key == .root ? .possible : nil
    case (.external, .external):
      if receiver.key == .root || type.key == .root { return .possible }
      if receiver.key == type.key { return .certain }
      let rules = evaluation.rules
      return rules.isFinal(receiver.key) || rules.isFinal(type.key) ? nil : .possible
    default: return .possible
    }
  }
}
