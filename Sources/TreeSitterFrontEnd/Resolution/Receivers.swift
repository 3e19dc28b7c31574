internal import Facts

/// Receivers: those that names have without saying so, and those of functions that are handed on.
extension Evaluation {
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
    let place = place(of: term, terms)
    let number = number + (place?.number ?? 0)
    for entity in called(term, terms, base) {
      let binding = project[entity]
      guard let parts = function(takenBy: binding, entity.file, place?.count) else { continue }
      guard number < parts.count else { return .unknown }
      let given = argument(parts[number], of: binding, entity.file, base)
      guard given.kind == .unknown else { return given }
      return argument(parts[number], of: binding, entity.file, saidBy: term, terms) ?? given
    }
    return nil
  }

  /// The parts of the type of the function that a call takes: its last argument, or the last of
  /// several lists that is a function with so many parameters.
  private func function(
    takenBy binding: Outline.Binding, _ file: Int32, _ count: Int?
  ) -> [Meaning]? {
    for parameter in binding.parameters.suffix(rules.callsTakeLists ? 255 : 1).reversed() {
      guard parameter != Outline.none else { continue }
      let type = known(parameter, in: file)
      guard type.kind == .external, type.key == Self.function, let written = arguments(of: type)
      else { continue }
      if let count, written.operands.count != count + 2 { continue }
      return written.operands
    }
    return nil
  }

  /// Which one of how many parameters of the function is meant, where the term says it.
  func place(of term: Term, _ terms: Terms) -> (number: Int, count: Int)? {
    guard term.kind == .handed, term.count > 1 else { return nil }
    let said = self.term(terms.operands[Int(term.operands) + 1], terms)
    guard said.name != Outline.none else { return nil }
    let parts = file.outline.names[Int(said.name)].split(separator: "/").compactMap { Int($0) }
    return parts.count == 2 ? (parts[0], parts[1]) : nil
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
      return argument(for: part.entity, ofExtended: receiver, calledOn: base)?.asValue ?? .unknown
    }
    let given = substituted(part, for: base)
    return given == part ? .unknown : given.asValue
  }

  /// What a type parameter of a function stands for by the arguments before the function that is
  /// handed to it: `T` of `post[T](form: Form[T])(action: T => Any)`.
  private func argument(
    _ part: Meaning, of function: Outline.Binding, _ file: Int32, saidBy term: Term, _ terms: Terms
  ) -> Meaning? {
    guard part.kind == .type, project.kind(part.entity) == .typeParameter, term.kind == .handed,
      term.count > 2
    else { return nil }
    for (position, index) in function.parameters.enumerated()
    where index != Outline.none && position + 2 < Int(term.count) {
      let value = meaning(terms.operands[Int(term.operands) + 2 + position])
      guard value.kind != .unknown else { continue }
      let parameter = known(index, in: file)
      if parameter.entity == part.entity { return value.asValue }
      guard let written = arguments(of: parameter), written.operands.contains(part) else {
        continue
      }
      if let given = argument(for: part.entity, of: parameter, standingFor: value) {
        return given.asValue
      }
      // A library describes a value of the project by what makes it.
      if parameter.kind == .external, value.kind == .value { return value }
    }
    return nil
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
        return kinds == .functions ? found : found.flatMap { constructors(of: $0) }
      }
    } else if base.kind == .value || base.kind == .type {
      let found = MemberSearch(project: project, name: key, kinds: .functions)
        .search(base.entity).entities
      if !found.isEmpty { return found }
    }
    let search = ExtensionSearch(evaluation: self, name: key, term: term)
    return search.levels(.functions, receiver: base.kind).lazy
      .map { $0.entities.filter { search.fit($0, base) != nil } }.first { !$0.isEmpty } ?? []
  }

  /// The type of a receiver, where the use of a member is more than that of what declares it: the
  /// member is inherited, or one of several. Nil where languages have no types of receivers that hold
  /// for sure, and for those of this file.
  func through(_ receiver: Meaning, _ member: Entity, isProbable: Bool) -> Entity? {
    guard rules.membersAreUsedThroughTypes, receiver.kind == .type || receiver.kind == .value,
      Int(receiver.entity.file) != number, project.kind(receiver.entity) == .type
    else { return nil }
    if isProbable { return receiver.entity }
    let scope = project[member].scope
    let owner = project.files[Int(member.file)].outline.scopes[Int(scope)].owner
    guard owner != Outline.none else { return nil }
    let declaring = project.canonical(Entity(file: member.file, binding: owner))
    return declaring == project.canonical(receiver.entity) ? nil : receiver.entity
  }

  // MARK: The enclosing instance

  /// The innermost type around a scope, as a value.
  func selfValue(_ scope: UInt32) -> Meaning {
    enclosingType(scope).map { .value(of: $0) } ?? .unknown
  }

  func superValue(_ scope: UInt32) -> Meaning {
    guard let owner = enclosingType(scope) else { return .unknown }
    return project.supertypes(owner).first?.asValue ?? .external
  }

  func enclosingType(_ scope: UInt32) -> Entity? { enclosingTypes(scope, limit: 1).first }

  /// The types around a scope as values, the innermost first.
  func enclosingInstances(_ scope: UInt32) -> [Meaning] {
    enclosingTypes(scope, limit: .max).map { .value(of: $0) }
  }

  private func enclosingTypes(_ scope: UInt32, limit: Int) -> [Entity] {
    var found: [Entity] = []
    var next = scope
    while next != Outline.none, found.count < limit {
      let item = file.outline.scopes[Int(next)]
      if item.kind == .type, item.owner != Outline.none {
        found.append(Entity(file: Int32(number), binding: item.owner))
      }
      next = item.parent
    }
    return found
  }
}
