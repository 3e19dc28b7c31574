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
      return declaredType(of: entity, receiver: receiver)
    case .namespace: return .unknown
    }
  }

  /// The declared type of a variable, or of a function's result, for a receiver with arguments.
  func declaredType(of entity: Entity, receiver: Meaning) -> Meaning {
    let binding = project[entity]
    guard binding.type != Outline.none else {
      return rules.absentTypesAreBuiltIn ? .external : .unknown
    }
    let declared = known(binding.type, in: entity.file)
    // What takes its type from a value may be the type or function that the value is.
    let type = binding.marks.contains(.isInferred) ? declared : declared.asValue
    guard type.kind == .value, project.kind(type.entity) == .typeParameter else { return type }
    return argument(for: type.entity, of: receiver, depth: 0)?.asValue ?? type
  }

  func known(_ term: UInt32, in other: Int32) -> Meaning {
    Int(other) == number ? signature[Int(term)] : project.meaning(term, in: other)
  }

  /// What a type parameter stands for in a type that has it or is derived from one that does.
  func argument(for parameter: Entity, of type: Meaning, depth: Int) -> Meaning? {
    guard depth < 8, type.kind == .type || type.kind == .value else { return nil }
    let binding = project[parameter]
    let scope = project.files[Int(parameter.file)].outline.scopes[Int(binding.scope)]
    guard scope.kind == .type else { return nil }
    let isOwn =
      scope.owner == Outline.none
      ? project.extensions(of: type.entity).contains { $0 == (parameter.file, binding.scope) }
      : type.entity == Entity(file: parameter.file, binding: scope.owner)
    if isOwn {
      guard let written = arguments(of: type), Int(binding.least) < written.operands.count else {
        return nil
      }
      return written.operands[Int(binding.least)]
    }
    for above in project.supertypes(type.entity) where above.kind == .type {
      guard let found = argument(for: parameter, of: above, depth: depth + 1) else { continue }
      guard found.kind == .type, project.kind(found.entity) == .typeParameter else { return found }
      return argument(for: found.entity, of: type, depth: depth + 1) ?? found
    }
    return nil
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
      guard let written = arguments(of: parameter),
        let place = written.operands.firstIndex(where: { $0.entity == result.entity }),
        let given = arguments(of: argument), place < given.operands.count
      else { continue }
      return given.operands[place].asValue
    }
    return nil
  }

  // MARK: Collections

  /// One element of going through a value.
  func element(of collection: Meaning) -> Meaning {
    // What looks like an element may be a function or type with its type arguments.
    if collection.kind == .function || collection.kind == .type { return collection }
    if let element = structuralElement(of: collection) { return element }
    if let written = arguments(of: collection) {
      switch (collection.view, written.operands.count) {
      case (.entries, 2):
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
    for above in project.supertypes(collection.entity) where above.kind == .external {
      if let written = arguments(of: above), written.operands.count == 1 {
        return written.operands[0].asValue
      }
    }
    return .unknown
  }

  /// What a member of an external type gives.
  func externalResult(of base: Meaning, _ member: NameKey) -> Meaning {
    guard base.kind == .external, base.term != Outline.none else { return .external }
    var view = base
    switch rules.result(ofExternal: member) {
    case .unknown, .handsElement: return .external
    case .same, .handsElementAndSame: return base
    case .element:
      // Of a map the values are what it gives.
      if base.view == .whole, let written = arguments(of: base), written.operands.count == 2 {
        return written.operands[1].asValue
      }
      return element(of: base)
    case .keys: view.view = .keys
    case .values: view.view = .values
    case .entries: view.view = .entries
    case .entryKey, .entryValue:
      guard let written = arguments(of: base), written.operands.count == 2,
        base.view == .entry || base.view == .whole
      else { return .external }
      if case .entryKey = rules.result(ofExternal: member) { return written.operands[0].asValue }
      return written.operands[1].asValue
    }
    return view
  }

  /// The parameter of a function that is handed to a member of a collection.
  func handed(_ term: Term, _ terms: Terms) -> Meaning {
    let base = meaning(term.base)
    guard term.name != Outline.none else { return .unknown }
    if let given = parameter(ofFunctionHandedTo: term, terms, number: 2) { return given }
    switch rules.result(ofExternal: key(term)) {
    case .handsElement, .handsElementAndSame:
      guard base.kind == .external || base.kind == .value else { return .unknown }
      return base.term == Outline.none && base.kind == .external ? .unknown : element(of: base)
    default: return .unknown
    }
  }
}
