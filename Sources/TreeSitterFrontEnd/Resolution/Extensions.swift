internal import Facts

/// Members that are declared outside of the type that they extend, and receivers that are not
/// written.
extension Evaluation {
  // MARK: Receivers

  /// The receivers that a name may have without saying so, the innermost first.
  func receivers(of term: Term, _ terms: Terms) -> [(scope: UInt32, meaning: Meaning)] {
    receivers(from: term.base, terms)
  }

  private func receivers(
    from index: UInt32, _ terms: Terms
  ) -> [(scope: UInt32, meaning: Meaning)] {
    var found: [(scope: UInt32, meaning: Meaning)] = []
    var next = index
    while next != Outline.none, found.count < 64 {
      let receiver = self.term(next, terms)
      guard receiver.kind == .receiver else { break }
      found.append((receiver.scope, meaning(next)))
      next = receiver.count > 0 ? operand(receiver, next, terms) : Outline.none
    }
    return found
  }

  private func term(_ index: UInt32, _ terms: Terms) -> Term {
    index & Terms.bodyBit != 0
      ? terms.terms[Int(index & ~Terms.bodyBit)] : file.outline.signature.terms[Int(index)]
  }

  private func operand(_ term: Term, _ index: UInt32, _ terms: Terms) -> UInt32 {
    index & Terms.bodyBit != 0
      ? terms.operands[Int(term.operands)]
      : file.outline.signature.operands[Int(term.operands)]
  }

  func receiver(_ term: Term, _ terms: Terms) -> Meaning {
    guard term.name != Outline.none else { return meaning(term.base) }
    return parameter(ofFunctionHandedTo: term, terms, number: 1) ?? .unknown
  }

  /// `this` where functions around it have receivers.
  func instance(_ term: Term, _ terms: Terms) -> Meaning? {
    receivers(of: term, terms).first { $0.meaning.kind != .unknown }?.meaning
  }

  /// One part of the type of the function that a call's last parameter takes: 1 is its receiver, 2
  /// its first parameter. Nil if nothing is known of the called function.
  func parameter(ofFunctionHandedTo term: Term, _ terms: Terms, number: Int) -> Meaning? {
    let base = meaning(term.base)
    for entity in called(term, terms, base) {
      let binding = project[entity]
      guard let last = binding.parameters.last, last != Outline.none else { continue }
      let type = known(last, in: entity.file)
      guard type.kind == .external, type.key == Self.function, let written = arguments(of: type)
      else { continue }
      guard number < written.operands.count else { return .unknown }
      return argument(written.operands[number], of: binding, entity.file, base)
    }
    return nil
  }

  /// What a part of a parameter's type stands for when the function is called on `base`.
  private func argument(
    _ part: Meaning, of function: Outline.Binding, _ file: Int32, _ base: Meaning
  ) -> Meaning {
    if part == .external { return .unknown }
    guard part.kind == .type, project.kind(part.entity) == .typeParameter else {
      return part.asValue
    }
    if function.marks.contains(.isExtension), let first = function.parameters.first,
      first != Outline.none
    {
      let receiver = known(first, in: file)
      if receiver.entity == part.entity { return base.asValue }
      if let written = arguments(of: receiver),
        let place = written.operands.firstIndex(where: { $0.entity == part.entity }),
        let given = arguments(of: base), place < given.operands.count
      {
        return given.operands[place].asValue
      }
      return .unknown
    }
    let given = substituted(part, for: base)
    return given == part ? .unknown : given.asValue
  }

  /// The functions that may be meant by the call that a term tells of; its operand is the receiver
  /// around it.
  private func called(_ term: Term, _ terms: Terms, _ base: Meaning) -> [Entity] {
    let key = key(term)
    let outer =
      term.count > 0 && term.base == Outline.none
      ? receivers(from: terms.operands[Int(term.operands)], terms) : []
    var silent = term
    silent.use = .silent
    if term.base == Outline.none {
      for kinds in [BindingKinds.functions, BindingKinds(.type)] {
        var search = ScopeSearch(
          evaluation: self, key: key, kinds: kinds, term: silent, receivers: outer)
        guard case .entities(let found) = search.run() else { continue }
        return kinds == .functions ? found : found.flatMap(constructors)
      }
    } else if base.kind == .value || base.kind == .type {
      let found = MemberSearch(project: project, name: key, kinds: .functions)
        .search(base.entity).entities
      if !found.isEmpty { return found }
    }
    return levels(key, .functions, term.scope).lazy
      .map { $0.entities.filter { self.fit($0, base) != nil } }.first { !$0.isEmpty } ?? []
  }

  private func constructors(_ type: Entity) -> [Entity] {
    guard let inner = project.inner(type) else { return [] }
    let file = project.files[Int(type.file)]
    return file.bindings(in: inner, named: rules.constructorName(of: file.key(type.binding)))
      .filter { file.kind($0) == .constructor }.map { Entity(file: type.file, binding: $0) }
  }

  // MARK: Extensions

  /// How well a declaration extends what a value is.
  private enum Fit {
    /// Less than this says only that nothing speaks against it.
    static let known = 40
  }

  /// The use of a member that extends the type of `base`; nil if there is none.
  func extended(_ key: NameKey, _ base: Meaning, _ term: Term, _ terms: Terms) -> Outcome? {
    for kinds in rules.memberKinds(for: term.use) {
      if let found = extended(key, kinds, [base], term, terms) { return found }
    }
    return nil
  }

  /// The use of an extension, or another language's accessor, without a receiver before it.
  func implicit(
    _ key: NameKey, _ term: Term, _ terms: Terms,
    _ receivers: [(scope: UInt32, meaning: Meaning)]
  ) -> Outcome? {
    guard !term.use.isType else { return nil }
    let types = enclosingTypes(term.scope)
    let bases = receivers.map(\.meaning) + types
    for base in bases where base.kind == .value {
      if let found = accessed(base, term, terms) { return found }
    }
    for kinds in rules.kinds(for: term.use) {
      if let found = extended(key, kinds, bases, term, terms) { return found }
    }
    let isOpen = receivers.contains { $0.meaning.kind == .external || $0.meaning.kind == .unknown }
    guard isOpen, case .nothing = rules.fallback(key, term.use, in: number, project) else {
      return nil
    }
    // Whatever the receiver is, it comes from outside.
    return receivers.contains { $0.meaning.kind == .external } ? external(term) : nil
  }

  private func enclosingTypes(_ scope: UInt32) -> [Meaning] {
    var found: [Meaning] = []
    var next = scope
    while next != Outline.none {
      let item = file.outline.scopes[Int(next)]
      if item.kind == .type, item.owner != Outline.none {
        var meaning = Meaning(kind: .value)
        meaning.entity = Entity(file: Int32(number), binding: item.owner)
        found.append(meaning)
      }
      next = item.parent
    }
    return found
  }

  private func extended(
    _ key: NameKey, _ kinds: BindingKinds, _ bases: [Meaning], _ term: Term, _ terms: Terms
  ) -> Outcome? {
    for level in levels(key, kinds, term.scope) {
      let accepting = MemberSearch(
        project: project, name: key, kinds: kinds, count: term.use == .call ? Int(term.count) : nil)
      let fitting = level.entities.filter(accepting.accepts)
      guard let choice = choose(fitting, bases, level) else { continue }
      return use(choice.entities, isInexact: choice.isProbable, term, terms, receiver: choice.base)
    }
    return nil
  }

  private func choose(
    _ candidates: [Entity], _ bases: [Meaning], _ level: ExtensionLevel
  ) -> (entities: [Entity], base: Meaning, isProbable: Bool)? {
    for base in bases {
      let fits = candidates.map { fit($0, base) ?? 0 }
      guard let best = fits.max(), best >= Fit.known else { continue }
      return (candidates.indices.filter { fits[$0] == best }.map { candidates[$0] }, base, false)
    }
    // Nothing is known of the receiver: an import says that it is used, else the only one is meant.
    let open = bases.isEmpty ? [.unknown] : bases
    let weak = candidates.filter { candidate in open.contains { fit(candidate, $0) != nil } }
    let isOne = weak.allSatisfy { $0.file == weak.first?.file }
    guard let first = weak.first, isOne else { return nil }
    if level.isExplicit { return ([first], open[0], weak.count > 1) }
    guard weak.count == 1, open.contains(where: { $0.kind == .unknown }) else { return nil }
    return ([first], open[0], true)
  }

  /// From 1 for nothing known to 100 for the very type; nil if it extends something else.
  private func fit(_ entity: Entity, _ base: Meaning) -> Int? {
    guard let first = project[entity].parameters.first, first != Outline.none else { return 1 }
    let receiver = known(first, in: entity.file)
    if receiver.kind == .type, project.kind(receiver.entity) == .typeParameter {
      let bound = project[receiver.entity].type
      if bound == Outline.none { return 41 }
      return fit(known(bound, in: receiver.entity.file), base).map { min($0, 60) }
    }
    return fit(receiver, base)
  }

  private func fit(_ receiver: Meaning, _ base: Meaning) -> Int? {
    switch (receiver.kind, base.kind) {
    case (.type, .value), (.type, .type):
      let choice = OverloadChoice(
        evaluation: self, terms: Terms(), term: Term(.name, .silent, scope: 0, line: 0))
      return choice.distance(from: base.entity, to: receiver.entity).map { max(61, 100 - $0) }
    case (.external, .external):
      if receiver.key == base.key { return receiver.key == .root ? 10 : 100 }
      return 10
    case (.external, .value), (.external, .type):
      let isOpen = project.supertypes(base.entity).contains { $0.kind == .external }
      if receiver.key == Self.anything { return 45 }
      return isOpen ? 10 : nil
    case (.type, .external): return base.key == .root ? 5 : nil
    default: return 1
    }
  }

  private static let anything = NameKey("Any")

  /// Extensions of this name that can be seen from a scope, the nearest first.
  private func levels(_ key: NameKey, _ kinds: BindingKinds, _ scope: UInt32) -> [ExtensionLevel] {
    let outside = rules.extensions(key, kinds, in: number, project)
    guard !outside.isEmpty || rules.invocation != nil else { return [] }
    var found: [ExtensionLevel] = []
    var next = scope
    while next != Outline.none {
      let item = file.outline.scopes[Int(next)]
      let entities: [Entity]
      if item.kind == .type, item.owner != Outline.none {
        var search = MemberSearch(project: project, name: key, kinds: kinds)
        search.isExtension = true
        entities = search.search(Entity(file: Int32(number), binding: item.owner)).entities
      } else {
        entities = file.bindings(in: next, named: key).filter {
          kinds.contains(file.kind($0))
            && file.outline.bindings[Int($0)].marks.contains(.isExtension)
        }.map { Entity(file: Int32(number), binding: $0) }
      }
      if !entities.isEmpty { found.append(ExtensionLevel(entities: entities, isExplicit: true)) }
      next = item.parent
    }
    return found + outside
  }

  // MARK: Other languages

  /// Whether a member is found that only its own file can use.
  func isHidden(_ target: Entity) -> Bool {
    Int(target.file) != number && project.kind(target) == .variable
      && project.marks(target).contains(.isPrivate)
  }

  /// The use of a property by its accessors, or the other way round.
  func accessed(_ base: Meaning, _ term: Term, _ terms: Terms) -> Outcome? {
    let name = file.outline.names[Int(term.name)]
    guard let entity = rules.accessor(name, of: base.entity, term, project) else { return nil }
    var call = term
    call.use = .call
    call.count = 0
    var result = meaning(of: entity, call, terms, base)
    if project.kind(entity) == .variable { call.use = term.use }
    result.isProbable = false
    return Outcome(
      meaning: result, target: entity, status: term.use.isSilent ? .silent : .resolved,
      use: call.use)
  }

  /// The function that calling a value calls.
  func invoked(_ value: Meaning, _ term: Term) -> Entity? {
    guard let name = rules.invocation, value.kind == .value, value.entity != .nothing else {
      return nil
    }
    let search = MemberSearch(
      project: project, name: name, kinds: .functions, count: Int(term.count))
    return search.search(value.entity).entities.first
  }
}
