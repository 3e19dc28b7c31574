internal import Facts

/// Languages in which naming a function may call it, and in which arguments come in several lists.
extension Evaluation {
  /// Those of values and functions of one name that a use means: with arguments what takes some,
  /// without them what takes none.
  func named(_ entities: [Entity], _ term: Term) -> [Entity] {
    guard rules.namesCallFunctions, entities.count > 1 else { return entities }
    var found = entities
    if term.use == .call {
      found = entities.filter { entity in
        let binding = project[entity]
        guard binding.kind == .function else { return binding.kind != .variable }
        let own = binding.marks.contains(.isExtension) ? 1 : 0
        return term.count > 0 ? binding.parameters.count > own : binding.least == 0
      }
    } else {
      let seen = entities.filter {
        Int($0.file) == number || !project.marks($0).contains(.isPrivate)
      }
      found = (seen.isEmpty ? entities : seen).filter {
        project.kind($0) != .function || isCalledByName(project[$0])
      }
    }
    return found.isEmpty ? entities : found
  }

  func isCalledByName(_ function: Outline.Binding) -> Bool {
    function.most == 0 || function.most == 255 && function.least == 0
  }

  /// Whether naming a declaration calls it: a function that needs no arguments.
  func callsByName(_ entity: Entity, _ term: Term) -> Bool {
    guard rules.namesCallFunctions, term.use == .read || term.use == .silent else { return false }
    return project.kind(entity) == .function && isCalledByName(project[entity])
  }

  /// Whether the arguments of a call are for what a function gives that takes none.
  func isApplied(_ binding: Outline.Binding, _ term: Term) -> Bool {
    rules.namesCallFunctions && binding.kind == .function && binding.parameters.isEmpty
      && binding.most == 255 && term.count > 0
  }

  /// What calling a value gives that has no function of the project for it.
  func applied(_ value: Meaning) -> Meaning {
    guard rules.callsTakeLists, let name = rules.invocation, value.kind == .external,
      result(ofCalling: value) == nil
    else { return result(of: value) }
    return externalResult(of: value, name)
  }

  /// The query that a sequence is made from, which goes on to be one.
  func query(among term: Term, _ terms: Terms) -> Meaning? {
    guard term.count > 0 else { return nil }
    let source = meaning(terms.operands[Int(term.operands)])
    return source.view == .query ? source : nil
  }
}
