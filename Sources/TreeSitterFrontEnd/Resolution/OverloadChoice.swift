internal import Facts

/// Chooses the declaration that a use means, among those of its name.
struct OverloadChoice {
  let evaluation: Evaluation
  let terms: Terms
  let term: Term

  /// Among copies of one type the nearest; among overloads the one whose parameters fit the arguments
  /// as far as they are known. Probable where several fit equally well.
  func choose(_ candidates: [Entity]) -> (entity: Entity, isProbable: Bool)? {
    let candidates = evaluation.labeled(candidates, term, terms)
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 { return (first, false) }
    let kind = evaluation.project.kind(first)
    guard kind == .function || kind == .constructor else {
      // The parts of one type are no candidates beside each other.
      let project = evaluation.project
      let whole = project.canonical(first)
      if kind == .type, candidates.allSatisfy({ project.canonical($0) == whole }) {
        return (whole, false)
      }
      return project.nearest(candidates, to: evaluation.number).map { ($0, false) }
    }
    let scores = candidates.map(fit)
    guard let best = scores.compactMap(\.self).max() else { return (first, true) }
    let fitting = candidates.indices.filter { scores[$0] == best }.map { candidates[$0] }
    if fitting.count > 1, fitting.allSatisfy(isTopLevel),
      let nearest = evaluation.project.nearest(fitting, to: evaluation.number)
    {
      return (nearest, false)
    }
    return (fitting[0], !isOne(fitting))
  }

  /// Functions of files and namespaces with the same parameters are copies, as types are.
  private func isTopLevel(_ entity: Entity) -> Bool {
    let scope = evaluation.project[entity].scope
    let kind = evaluation.project.files[Int(entity.file)].outline.scopes[Int(scope)].kind
    return kind == .file || kind == .namespace
  }

  /// Whether functions are one in several places: declared in one part of a type, written in another.
  private func isOne(_ functions: [Entity]) -> Bool {
    guard functions.count > 1 else { return true }
    let project = evaluation.project
    guard Set(functions.map(\.file)).count == functions.count else { return false }
    let signatures = functions.map { function in
      project[function].parameters.map { type in
        type == Outline.none
          ? Meaning.unknown
          : TypeParts.identity(of: project.meaning(type, in: function.file), project.canonical)
      }
    }
    return signatures.allSatisfy { $0 == signatures[0] }
  }

  /// How many arguments are known to fit; nil if one is known not to.
  private func fit(_ candidate: Entity) -> Int? {
    let binding = evaluation.project[candidate]
    let parameters = binding.parameters.dropFirst(binding.marks.contains(.isExtension) ? 1 : 0)
    let isOwn = Int(candidate.file) == evaluation.number
    var score = 0
    for (position, type) in parameters.enumerated().prefix(Int(term.count)) {
      let argument = evaluation.meaning(terms.operands[Int(term.operands) + position])
      guard type != Outline.none else { continue }
      let parameter =
        isOwn ? evaluation.meaning(type) : evaluation.project.meaning(type, in: candidate.file)
      switch (argument.kind, parameter.kind) {
      case (.value, .type):
        guard
          let distance = evaluation.project.distance(
            from: argument.entity, to: parameter.entity)
        else {
          return nil
        }
        score += max(1, 100 - distance)
      case (.external, .external):
        if argument.key != .root, argument.key == parameter.key { score += 100 }
      case (.external, .type):
        // A library's type is none of the project's, but may stand for a type parameter.
        let isOpen = evaluation.project.kind(parameter.entity) == .typeParameter
        if argument.key != .root, !isOpen { return nil }
      default: break
      }
    }
    return score
  }
}
