internal import Facts

/// What arguments are taken for, in languages where that decides what a name in them means.
extension Evaluation {
  /// The type of the parameter that an argument is for, of a function that is called by its name; the
  /// operands say which. Unknown where several functions differ in it.
  func argument(_ term: Term, _ terms: Terms) -> Meaning {
    let base = meaning(term.base)
    guard let label = text(0, of: term, terms) else { return .unknown }
    if base.kind == .external {
      return rules.takesElements(key(term)) ? element(of: base) : .external
    }
    let entities = candidates(term, base)
    var types: [Meaning] = []
    for entity in entities {
      let type = self.type(ofParameter: label, entity)
      guard type.kind != .unknown, !types.contains(type) else { continue }
      types.append(type)
    }
    if types.count > 1, let member = text(1, of: term, terms) {
      types = types.filter { has($0, member) }
    }
    if types.count == 1 { return types[0] }
    guard entities.isEmpty else { return .unknown }
    if base.kind == .value, rules.takesElements(key(term)) {
      let element = element(of: base)
      return element.kind == .unknown ? base : element
    }
    guard term.base == Outline.none else { return .unknown }
    if case .external = rules.fallback(key(term), .call, in: number, project) { return .external }
    return .unknown
  }

  private func text(_ position: Int, of term: Term, _ terms: Terms) -> NameKey? {
    guard position < Int(term.count) else { return nil }
    let index = terms.operands[Int(term.operands) + position]
    let operand =
      index & Terms.bodyBit != 0
      ? terms.terms[Int(index & ~Terms.bodyBit)] : file.outline.signature.terms[Int(index)]
    return operand.name == Outline.none ? nil : key(operand)
  }

  private func has(_ type: Meaning, _ member: NameKey) -> Bool {
    guard type.kind == .type || type.kind == .value else { return false }
    let kinds: BindingKinds = [.functions, .values, .types]
    return !MemberSearch(project: project, name: member, kinds: kinds).search(type.entity)
      .entities.isEmpty
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
      let kinds: BindingKinds = [.functions, .values, .types, BindingKinds(.constructor)]
      found = MemberSearch(project: project, name: name, kinds: kinds).search(base.entity).entities
      if found.isEmpty, name == rules.constructorName(of: name) { found = [base.entity] }
    }
    return found.flatMap(callables)
  }

  private func callables(_ entity: Entity) -> [Entity] {
    if project.kind(entity) == .alias {
      let binding = project[entity]
      guard binding.type != Outline.none else { return [] }
      let type = known(binding.type, in: entity.file)
      return type.kind == .type && project.kind(type.entity) == .type ? callables(type.entity) : []
    }
    guard project.kind(entity) == .type else { return [entity] }
    let constructors = constructors(of: entity)
    return constructors.isEmpty ? [entity] : constructors
  }

  private func type(ofParameter label: NameKey, _ function: Entity) -> Meaning {
    guard let type = parameter(label, of: function) else { return .unknown }
    return type == Outline.none ? .unknown : known(type, in: function.file)
  }

  /// The term of the type of the parameter that has a label; nil if no parameter has it.
  private func parameter(_ label: NameKey, of function: Entity) -> UInt32? {
    guard let inner = project.inner(function) else { return nil }
    let other = project.files[Int(function.file)]
    return other.bindings(in: inner, named: label).first.map {
      other.outline.bindings[Int($0)].type
    }
  }

  // MARK: Labels

  /// Those of several functions that have all labels of a call's arguments; all, if none has.
  func labeled(_ functions: [Entity], _ term: Term, _ terms: Terms) -> [Entity] {
    guard functions.count > 1, term.count > 0 else { return functions }
    var labels: [NameKey] = []
    for position in 0..<Int(term.count) {
      let index = terms.operands[Int(term.operands) + position]
      guard index != Outline.none else { continue }
      let operand =
        index & Terms.bodyBit != 0
        ? terms.terms[Int(index & ~Terms.bodyBit)] : file.outline.signature.terms[Int(index)]
      if operand.kind == .labeled { labels.append(key(operand)) }
    }
    guard !labels.isEmpty else { return functions }
    let fitting = functions.filter { function in
      labels.allSatisfy { parameter($0, of: function) != nil }
    }
    return fitting.isEmpty ? functions : fitting
  }

  /// One element of going through a value, or what a literal of a type holds.
  func element(_ term: Term) -> Meaning {
    let base = meaning(term.base)
    let element = element(of: base)
    let isCollection = element.kind != .unknown || term.name == Outline.none
    return isCollection || base.kind != .value ? element : base
  }
}
