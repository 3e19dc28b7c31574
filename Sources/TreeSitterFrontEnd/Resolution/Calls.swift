internal import Facts

/// Construction and calls of values.
extension Evaluation {
  func construct(_ term: Term, _ terms: Terms) -> Outcome {
    instance(of: meaning(term.base), term, terms)
  }

  func instance(of type: Meaning, _ term: Term, _ terms: Terms) -> Outcome {
    var base = type
    if base.kind == .function {
      return Outcome(meaning: .unknown, target: base.entity, status: .resolved)
    }
    guard base.kind == .type || base.kind == .value else {
      return base.kind == .external ? external(term, base) : unresolved(term)
    }
    base.kind = .value
    guard project.inner(base.entity) != nil else {
      return Outcome(meaning: base, target: base.entity, status: .resolved)
    }
    let owner = project.files[Int(base.entity.file)]
    let name = rules.constructorName(of: owner.key(base.entity.binding))
    let constructors = constructors(of: base.entity)
    let search = MemberSearch(
      project: project, name: name, kinds: BindingKinds(.constructor),
      count: term.use == .call ? Int(term.count) : nil)
    let fitting = constructors.filter(search.accepts)
    let choice = OverloadChoice(evaluation: self, terms: terms, term: term)
      .choose(fitting.isEmpty ? constructors : fitting)
    var outcome = Outcome(
      meaning: base, target: choice?.entity ?? base.entity, status: .resolved,
      isProbable: choice?.isProbable ?? false)
    if let choice {
      outcome.through = through(base, choice.entity, isProbable: choice.isProbable)
      let type = project.canonical(base.entity)
      if rules.aliasesConstruct, choice.entity.file != type.file, Int(type.file) != number {
        outcome.through = type
      }
    }
    return outcome
  }

  func constructors(of type: Entity) -> [Entity] {
    let name = rules.constructorName(of: project.files[Int(type.file)].key(type.binding))
    return project.members(of: type, named: name).filter { project.kind($0) == .constructor }
  }

  func invoke(_ term: Term) -> Outcome { silent(result(of: meaning(term.base))) }

  /// What calling a value gives.
  func result(of called: Meaning) -> Meaning {
    switch called.kind {
    case .function: declaredType(of: called.entity, receiver: .unknown)
    case .type: called.asValue
    case .external: result(ofCalling: called) ?? called
    case .value: result(ofCalling: called) ?? .unknown
    case .unknown, .namespace, .module: .unknown
    }
  }

  /// The result of a call whose type arguments are written.
  func typed(_ term: Term, _ terms: Terms) -> Meaning {
    let result = meaning(term.base)
    func argument(_ position: Int) -> Meaning {
      guard position < Int(term.count) else { return .unknown }
      return meaning(terms.operands[Int(term.operands) + position]).asValue
    }
    if result.kind == .value, project.kind(result.entity) == .typeParameter {
      let binding = project[result.entity]
      let owner = project.files[Int(result.entity.file)].outline.scopes[Int(binding.scope)]
      return owner.kind == .function ? argument(Int(binding.least)) : result
    }
    let isOutside = result.kind == .external || result.kind == .unknown
    if isOutside, result.term == Outline.none, rules.givesTypeArgument(key(term)) {
      return argument(0)
    }
    return result
  }
}
