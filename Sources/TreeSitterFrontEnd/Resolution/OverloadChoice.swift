internal import Facts

/// Chooses the declaration that a use means, among those of its name.
struct OverloadChoice {
  let evaluation: Evaluation
  let terms: Terms
  let term: Term

  /// Among copies of one type the nearest; among overloads the one whose parameters fit the arguments
  /// as far as they are known. Probable where several fit equally well.
  func choose(_ candidates: [Entity]) -> (entity: Entity, isProbable: Bool)? {
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 { return (first, false) }
    let kind = evaluation.project.kind(first)
    guard kind == .function || kind == .constructor else {
      return evaluation.project.nearest(candidates, to: evaluation.number).map { ($0, false) }
    }
    let scores = candidates.map(fit)
    guard let best = scores.compactMap(\.self).max() else { return (first, true) }
    let fitting = candidates.indices.filter { scores[$0] == best }.map { candidates[$0] }
    if fitting.count > 1, fitting.allSatisfy(isTopLevel),
      let nearest = evaluation.project.nearest(fitting, to: evaluation.number)
    {
      return (nearest, false)
    }
    return (fitting[0], fitting.count > 1)
  }

  /// Functions of files and namespaces with the same parameters are copies, as types are.
  private func isTopLevel(_ entity: Entity) -> Bool {
    let scope = evaluation.project[entity].scope
    let kind = evaluation.project.files[Int(entity.file)].outline.scopes[Int(scope)].kind
    return kind == .file || kind == .namespace
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
        guard let distance = distance(from: argument.entity, to: parameter.entity) else {
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

  /// Steps up from a type to one that it is derived from; nil if it is not. Type parameters take
  /// everything.
  func distance(from type: Entity, to other: Entity) -> Int? {
    if type == other { return 0 }
    if evaluation.project.kind(other) == .typeParameter { return 98 }
    var seen = [type]
    var level = [type]
    var steps = 0
    while !level.isEmpty, seen.count < 256 {
      steps += 1
      let above = level.flatMap { evaluation.project.supertypes($0) }
        .filter { $0.kind == .type }.map(\.entity)
      if above.contains(other) { return steps }
      level = above.filter { !seen.contains($0) }
      seen += level
    }
    return nil
  }
}
