internal import Facts

/// What arguments are taken for, in languages where that decides what a name in them means.
extension Evaluation {
  /// The type of the parameter that an argument is for, of a function that is called by its name; the
  /// operand says which. Unknown where several functions differ in it.
  func argument(_ term: Term, _ terms: Terms) -> Meaning {
    let base = meaning(term.base)
    guard base.kind != .external else { return .external }
    guard term.count > 0, let label = label(terms.operands[Int(term.operands)], terms) else {
      return .unknown
    }
    var types: [Meaning] = []
    let entities = candidates(term, base)
    for entity in entities {
      let type = self.type(ofParameter: label, entity)
      guard type.kind != .unknown, !types.contains(type) else { continue }
      types.append(type)
    }
    if types.count == 1 { return types[0] }
    guard entities.isEmpty, term.base == Outline.none else { return .unknown }
    let found = rules.fallback(key(term), .call, in: number, project)
    if case .external = found { return .external }
    return .unknown
  }

  private func label(_ index: UInt32, _ terms: Terms) -> NameKey? {
    let term =
      index & Terms.bodyBit != 0
      ? terms.terms[Int(index & ~Terms.bodyBit)] : file.outline.signature.terms[Int(index)]
    return term.name == Outline.none ? nil : key(term)
  }

  /// What a call by this name may call; a type stands for its initialisers, if it declares any.
  private func candidates(_ term: Term, _ base: Meaning) -> [Entity] {
    let name = key(term)
    var silent = term
    silent.use = .silent
    var found: [Entity] = []
    if term.base == Outline.none {
      for kinds in rules.kinds(for: .call) {
        var search = ScopeSearch(evaluation: self, key: name, kinds: kinds, term: silent)
        guard case .entities(let entities) = search.run() else { continue }
        found = entities
        break
      }
    } else if base.kind == .value || base.kind == .type {
      let kinds: BindingKinds = [
        .functions, .values, .types, BindingKinds(.constructor),
      ]
      let search = MemberSearch(project: project, name: name, kinds: kinds)
      found = search.search(base.entity).entities
      if found.isEmpty, name == rules.constructorName(of: name) { found = [base.entity] }
    }
    return found.flatMap { entity -> [Entity] in
      guard project.kind(entity) == .type else { return [entity] }
      let constructors = constructors(of: entity)
      return constructors.isEmpty ? [entity] : constructors
    }
  }

  private func type(ofParameter label: NameKey, _ function: Entity) -> Meaning {
    guard let inner = project.inner(function) else { return .unknown }
    let other = project.files[Int(function.file)]
    guard let parameter = other.bindings(in: inner, named: label).first else { return .unknown }
    let type = other.outline.bindings[Int(parameter)].type
    return type == Outline.none ? .unknown : known(type, in: function.file)
  }
}
