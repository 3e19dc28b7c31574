internal import Facts

/// What declarations say of the type of a value.
extension Evaluation {
  /// What a use of a declaration stands for.
  func meaning(
    of entity: Entity, _ term: Term, _ terms: Terms, _ receiver: Meaning
  ) -> Meaning {
    let binding = project[entity]
    switch binding.kind {
    case .type, .typeParameter:
      var meaning = Meaning(kind: .type)
      meaning.entity = entity
      return meaning
    case .alias:
      guard binding.type != Outline.none else { return .external }
      return known(binding.type, in: entity.file)
    case .function, .constructor:
      if term.use == .call {
        let result = declaredType(of: entity, receiver: receiver)
        return inferred(result, of: binding, entity.file, term, terms, receiver) ?? result
      }
      var meaning = Meaning(kind: .function)
      meaning.entity = entity
      return meaning
    case .variable, .enumCase:
      var value = declaredType(of: entity, receiver: receiver)
      if binding.text != Outline.none {
        value.textFile = entity.file
        value.text = binding.text
      }
      return value
    case .namespace: return .unknown
    }
  }

  /// The declared type of a variable, or of a function's result, for a receiver with arguments.
  func declaredType(of entity: Entity, receiver: Meaning) -> Meaning {
    let binding = project[entity]
    guard binding.type != Outline.none else {
      return rules.absentTypesAreBuiltIn ? .external : .unknown
    }
    if isReceiver(binding.type, in: entity.file), receiver.kind == .type || receiver.kind == .value
    {
      return receiver.asValue
    }
    let declared = known(binding.type, in: entity.file)
    // What takes its type from a value may be the type or function that the value is.
    let type = binding.marks.contains(.isInferred) ? declared : declared.asValue
    guard type.kind == .value, project.kind(type.entity) == .typeParameter else { return type }
    return argument(for: type.entity, of: receiver)?.asValue ?? type
  }

  /// Whether a type is that of the receiver, whatever that is derived from: an enclosing instance that
  /// has a name.
  private func isReceiver(_ term: UInt32, in other: Int32) -> Bool {
    guard term & Terms.bodyBit == 0 else { return false }
    let written = project.files[Int(other)].outline.signature.terms[Int(term)]
    return written.kind == .selfValue && written.name != Outline.none
  }

  func known(_ term: UInt32, in other: Int32) -> Meaning {
    Int(other) == number ? signature[Int(term)] : project.meaning(term, in: other)
  }

  /// What a type parameter stands for in a type that has it or is derived from one that does.
  ///
  /// Linear in the types above: each is visited once.
  func argument(for parameter: Entity, of type: Meaning) -> Meaning? {
    let path = path(from: type, toOwnerOf: parameter)
    guard let last = path.last, var found = argument(for: parameter, writtenAt: last) else {
      return nil
    }
    // What is written there may be a type parameter of the type below.
    for below in path.dropLast().reversed() {
      guard found.kind == .type, project.kind(found.entity) == .typeParameter,
        isOwner(below.entity, of: found.entity),
        let next = argument(for: found.entity, writtenAt: below)
      else { break }
      found = next
    }
    return found
  }

  private func argument(for parameter: Entity, writtenAt type: Meaning) -> Meaning? {
    let position = Int(project[parameter].least)
    guard let written = writtenArguments(of: type), position < written.indexes.count else {
      return nil
    }
    // `?` and its like leave the parameter with its bound.
    guard written.indexes[position] != Outline.none else { return nil }
    return arguments(of: type)?.operands[position]
  }

  /// The type, and those above it up to the one that has a type parameter; empty if none has.
  private func path(from type: Meaning, toOwnerOf parameter: Entity) -> [Meaning] {
    guard type.kind == .type || type.kind == .value else { return [] }
    var steps: [(type: Meaning, from: Int)] = [(type, -1)]
    var seen: Set<Entity> = [project.canonical(type.entity)]
    var next = 0
    while next < steps.count, next < Ancestry.limit {
      let current = steps[next].type
      if isOwner(current.entity, of: parameter) {
        var path: [Meaning] = []
        while next >= 0 {
          path.append(steps[next].type)
          next = steps[next].from
        }
        return path.reversed()
      }
      for above in project.supertypes(current.entity)
      where above.kind == .type && seen.insert(project.canonical(above.entity)).inserted {
        steps.append((above, next))
      }
      next += 1
    }
    return []
  }

  /// Whether a type parameter is one of a type's own.
  private func isOwner(_ type: Entity, of parameter: Entity) -> Bool {
    let number = project[parameter].scope
    let scope = project.files[Int(parameter.file)].outline.scopes[Int(number)]
    guard scope.kind == .type else { return false }
    if scope.owner == Outline.none {
      return project.extensions(of: type).contains { $0 == (parameter.file, number) }
    }
    let owner = Entity(file: parameter.file, binding: scope.owner)
    return project.canonical(type) == project.canonical(owner)
  }

  /// What a type parameter of the called function itself stands for, where an argument says it:
  /// `<T> T load(Class<T> type)`, `<T> T check(T value)`.
  private func inferred(
    _ result: Meaning, of function: Outline.Binding, _ file: Int32, _ term: Term, _ terms: Terms,
    _ receiver: Meaning
  ) -> Meaning? {
    guard result.kind == .value, result.entity.file == file,
      project.kind(result.entity) == .typeParameter
    else { return nil }
    let isExtension = function.marks.contains(.isExtension)
    for (place, type) in function.parameters.enumerated() {
      let position = isExtension ? place - 1 : place
      guard type != Outline.none, position < Int(term.count) else { continue }
      let parameter = known(type, in: file)
      let argument =
        position < 0 ? receiver : meaning(terms.operands[Int(term.operands) + position])
      if parameter.kind == .type, parameter.entity == result.entity {
        return argument.kind == .unknown ? nil : argument
      }
      let given =
        position < 0
        ? self.argument(for: result.entity, ofExtended: parameter, calledOn: receiver)
        : self.argument(for: result.entity, of: parameter, standingFor: argument)
      if let given { return given.asValue }
    }
    return nil
  }

  /// What a type parameter in the type of a function's parameter is in an argument for it.
  func argument(
    for part: Entity, of parameter: Meaning, standingFor argument: Meaning
  ) -> Meaning? {
    guard let written = arguments(of: parameter),
      let place = written.operands.firstIndex(where: { $0.entity == part }),
      let given = arguments(of: argument), place < given.operands.count
    else { return nil }
    return given.operands[place]
  }

  /// The same for the receiver of an extension: the value's own type in `T With<T>(this T value)`, its
  /// element in `T First<T>(this IList<T> values)`. Nil where nothing is known of it.
  func argument(
    for part: Entity, ofExtended receiver: Meaning, calledOn base: Meaning
  ) -> Meaning? {
    if receiver.entity == part { return base.kind == .unknown ? nil : base }
    guard let written = arguments(of: receiver) else { return nil }
    let isSame = base.kind != .external && base.entity == receiver.entity
    if !isSame, written.operands.count == 1, written.operands[0].entity == part {
      let element = element(of: base)
      if element.kind != .unknown { return element }
    }
    return argument(for: part, of: receiver, standingFor: base)
  }

  /// The term at which a type is written with its arguments, and what the arguments mean.
  func arguments(of meaning: Meaning) -> (term: Term, operands: [Meaning])? {
    guard let written = writtenArguments(of: meaning) else { return nil }
    let isOwn = Int(meaning.file) == number
    return (
      written.term,
      written.indexes.map { index in
        if index == Outline.none { return .external }
        return isOwn ? self.meaning(index) : project.meaning(index, in: meaning.file)
      }
    )
  }

  /// The term at which a type is written with its arguments, and the terms of those.
  private func writtenArguments(of meaning: Meaning) -> (term: Term, indexes: [UInt32])? {
    guard meaning.file >= 0, meaning.term != Outline.none else { return nil }
    let isOwn = Int(meaning.file) == number
    let isBody = meaning.term & Terms.bodyBit != 0
    guard isOwn || !isBody else { return nil }
    let other = isOwn ? file : project.files[Int(meaning.file)]
    let terms = isBody ? bodyTerms : other.outline.signature
    let term = terms.terms[Int(meaning.term & ~Terms.bodyBit)]
    if term.kind == .sequence { return (term, [term.base]) }
    let range = Int(term.operands)..<Int(term.operands) + Int(term.count)
    return (term, Array(terms.operands[range]))
  }

  // MARK: Collections

  /// One element of going through a value.
  func element(of collection: Meaning) -> Meaning {
    if collection.called != .root { return element(ofCalled: collection) }
    // What looks like an element may be a function or type with its type arguments.
    if collection.kind == .function || collection.kind == .type { return collection }
    let collection = dereferenced(collection)
    if let row = collection.asked { return .value(of: row) }
    if let element = structuralElement(of: collection) { return element }
    let found = declaredElement(of: collection)
    guard found.kind == .value, collection.receiver & Terms.bodyBit != 0,
      collection.receiver != Outline.none, project.kind(found.entity) == .typeParameter
    else { return found }
    let receiver = meaning(collection.receiver)
    return argument(for: found.entity, of: receiver)?.asValue ?? found
  }

  private func declaredElement(of collection: Meaning) -> Meaning {
    if let written = arguments(of: collection) {
      switch (collection.view, written.operands.count) {
      case (.pendingWhole, _):
        var whole = collection
        whole.view = .whole
        return whole
      case (.pendingElement, _):
        var whole = collection
        whole.view = .whole
        return element(of: whole)
      case (.whole, 2) where rules.mapsGiveEntries, (.entries, 2):
        var entry = collection
        entry.view = .entry
        return entry
      case (.keys, 2): return written.operands[0].asValue
      case (.values, 2): return written.operands[1].asValue
      case (.whole, 1): return written.operands[0].asValue
      default: return collection.kind == .external ? .external : .unknown
      }
    }
    guard collection.kind == .value else {
      return collection.kind == .external ? .external : .unknown
    }
    guard rules.elementsAreInherited else { return .unknown }
    for above in project.supertypes(collection.entity) where above.kind == .external {
      if let written = arguments(of: above), written.operands.count == 1 {
        return written.operands[0].asValue
      }
    }
    return .unknown
  }

  /// What a member of something that asks for rows gives: one of them, or the same again.
  func queryResult(of query: Meaning, _ member: NameKey) -> Meaning {
    switch rules.result(ofExternal: member) {
    case .element, .handsElementAndElement: .value(of: query.asked ?? query.entity)
    default: query
    }
  }

  /// What a member of an external type gives.
  func externalResult(of base: Meaning, _ member: NameKey) -> Meaning {
    if base.view == .query { return queryResult(of: base, member) }
    guard base.kind == .external, base.term != Outline.none else { return .external }
    var view = base
    switch rules.result(ofExternal: member) {
    case .unknown, .handsElement: return .external
    case .pendingSame: view.view = .pendingWhole
    case .pendingElement: view.view = .pendingElement
    case .opened: return opened(base, by: .openable)
    case .awaited: return opened(base, by: .awaitable)
    case .part(let number): return part(number, of: base)
    case .same, .handsElementAndSame: return base
    case .element, .handsElementAndElement:
      // Of a map the values are what it gives.
      if base.view == .whole, let written = arguments(of: base), written.operands.count == 2 {
        return written.operands[1].asValue
      }
      return element(of: base)
    case .keys: view.view = .keys
    case .values: view.view = .values
    case .entries: view.view = .entries
    case .entryKey, .entryValue:
      guard let written = arguments(of: base), base.view == .entry || base.view == .whole else {
        return .external
      }
      // What holds one value is no entry: `option.Value`.
      if written.operands.count == 1 { return element(of: base) }
      guard written.operands.count == 2 else { return .external }
      if case .entryKey = rules.result(ofExternal: member) { return written.operands[0].asValue }
      return written.operands[1].asValue
    }
    return view
  }

  /// One of several parameters, where the elements of a collection are so many values each.
  private func element(of base: Meaning, _ place: (number: Int, count: Int)) -> Meaning? {
    guard base.kind == .external, base.term != Outline.none else { return nil }
    let element = element(of: base)
    guard element.key == Self.results, let parts = arguments(of: element)?.operands,
      parts.count == place.count
    else { return nil }
    return parts[place.number].asValue
  }

  /// The parameter of a function that is handed to a member of a collection.
  func handed(_ term: Term, _ terms: Terms) -> Meaning {
    let base = meaning(term.base)
    guard term.name != Outline.none else { return .unknown }
    if let given = parameter(ofFunctionHandedTo: term, terms, number: 2) { return given }
    if base.kind == .external, rules.handsOutside(key(term)) { return .external }
    guard rules.result(ofExternal: key(term)).handsElements,
      base.kind == .external || base.kind == .value
    else { return .unknown }
    // Only the element of a call with one parameter is known.
    if let place = place(of: term, terms), place.count > 1 {
      return element(of: base, place) ?? (base.kind == .external ? .external : .unknown)
    }
    let isUnwritten = base.term == Outline.none && base.kind == .external && base.view != .query
    if isUnwritten { return .unknown }
    let element = element(of: base)
    // What may hold a value is known by that value alone.
    return base.kind == .value && element.kind == .unknown && rules.callsTakeLists ? base : element
  }
}
