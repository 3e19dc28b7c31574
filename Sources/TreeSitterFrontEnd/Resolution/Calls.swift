internal import Facts

/// Construction and calls of values.
extension Evaluation {
  func construct(_ term: Term, _ terms: Terms) -> Outcome {
    var type = meaning(term.base)
    // What is constructed is a type, even where it is read like any other value.
    if type.kind == .external, type.key == .root, term.base != Outline.none {
      let isBody = term.base & Terms.bodyBit != 0
      let written = (isBody ? terms : file.outline.signature)
        .terms[Int(term.base & ~Terms.bodyBit)]
      if written.name != Outline.none { type.key = key(written) }
    }
    return instance(of: type, term, terms)
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

  func invoke(_ term: Term) -> Outcome {
    let called = meaning(term.base)
    if rules.namesAreCalls, called.kind != .function { return silent(called) }
    guard rules.callsTakeLists else { return silent(result(of: called)) }
    if let function = invoked(called, term),
      project[function].symbol != project[called.entity].symbol
    {
      return Outcome(
        meaning: declaredType(of: function, receiver: called), target: function, status: .resolved,
        use: .call)
    }
    let isKnown = called.kind == .value || called.kind == .external
    return silent(isKnown ? result(ofCalling: called) ?? called : result(of: called))
  }

  /// What calling a value gives.
  func result(of called: Meaning) -> Meaning {
    switch called.kind {
    case .function: declaredType(of: called.entity, receiver: .unknown)
    case .type: called.asValue
    case .external: result(ofCalling: called) ?? called
    case .value: called.asked == nil ? result(ofCalling: called) ?? .unknown : called
    case .unknown, .namespace, .module: .unknown
    }
  }

  /// Whether a library's type has the type parameters of the function that gives it as its arguments,
  /// as `Option[A]` has that of `find[A]`.
  private func holdsParameters(_ result: Meaning, _ count: Int) -> Bool {
    guard result.kind == .external, result.view == .whole, let written = arguments(of: result),
      written.operands.count == count
    else { return false }
    return written.operands.enumerated().allSatisfy { position, type in
      guard type.kind == .type || type.kind == .value, type.entity != .nothing,
        project.kind(type.entity) == .typeParameter
      else { return false }
      let binding = project[type.entity]
      let owner = project.files[Int(type.entity.file)].outline.scopes[Int(binding.scope)]
      return owner.kind == .function && Int(binding.least) == position
    }
  }

  /// The result of a call whose type arguments are written.
  func typed(_ term: Term, _ index: UInt32, _ terms: Terms) -> Meaning {
    var result = meaning(term.base)
    if holdsParameters(result, Int(term.count)) {
      // Its arguments are those that are written here.
      result.file = Int32(number)
      result.term = index
      return result
    }
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
