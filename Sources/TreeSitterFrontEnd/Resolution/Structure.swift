internal import Facts

/// Types that a language composes without declaring them: functions, maps, several results.
extension Evaluation {
  static let function = NameKey("func")
  static let results = NameKey("()")
  private static let map = NameKey("map")
  private static let pairs = NameKey("Seq2")

  /// How a value's type is composed: as it is written, or as the type is that it has the name of.
  private func structure(of value: Meaning) -> (name: NameKey, term: Term, parts: [Meaning])? {
    if value.kind == .external {
      return arguments(of: value).map { (value.key, $0.term, $0.operands) }
    }
    guard value.kind == .value || value.kind == .type, value.entity != .nothing else { return nil }
    for above in supertypes(value.entity) where above.kind == .external {
      guard let written = arguments(of: above) else { continue }
      return (above.key, written.term, written.operands.map { substituted($0, for: value) })
    }
    return nil
  }

  /// The types above, or the bound of a type parameter.
  private func supertypes(_ entity: Entity) -> [Meaning] {
    guard project.kind(entity) == .typeParameter else {
      return rules.elementsAreInherited ? project.supertypes(entity) : []
    }
    let bound = project[entity].type
    return bound == Outline.none ? [] : [project.meaning(bound, in: entity.file)]
  }

  /// A type parameter as what it stands for in a receiver.
  func substituted(_ part: Meaning, for receiver: Meaning) -> Meaning {
    guard part.kind == .type || part.kind == .value, project.kind(part.entity) == .typeParameter
    else { return part }
    return argument(for: part.entity, of: receiver) ?? part
  }

  /// What calling a value gives; nil if its type is not known for that of a function.
  func result(ofCalling value: Meaning) -> Meaning? {
    guard let type = structure(of: value), type.name == Self.function else { return nil }
    return type.parts.first?.asValue ?? .external
  }

  /// One element of a map, or of what a type of the project is made from.
  func structuralElement(of collection: Meaning) -> Meaning? {
    guard collection.view == .whole, let type = structure(of: collection) else { return nil }
    if type.name == Self.map || type.name == Self.pairs {
      return type.parts.count == 2 ? type.parts[1].asValue : nil
    }
    let isNamed = collection.kind == .value
    return isNamed && type.parts.count == 1 ? type.parts[0].asValue : nil
  }

  /// One key of going through a value: of a list a number, of a channel its element.
  func key(of collection: Meaning) -> Meaning {
    guard let type = structure(of: collection) else {
      return collection.kind == .external ? .external : .unknown
    }
    return type.term.kind == .sequence ? .external : type.parts.first?.asValue ?? .unknown
  }

  /// One of several results; the first of one is that one.
  func part(_ term: Term, _ terms: Terms) -> Meaning {
    let base = meaning(term.base)
    let number = term.name == Outline.none ? 0 : Int(file.outline.names[Int(term.name)]) ?? 0
    guard base.kind == .external, base.key == Self.results, let written = arguments(of: base) else {
      if number == 0 { return base }
      return base.kind == .external ? .external : .unknown
    }
    guard number < written.operands.count else { return .unknown }
    return substituted(written.operands[number], for: receiver(ofCall: term.base, terms)).asValue
  }

  /// What the member is called on whose results a term holds.
  private func receiver(ofCall index: UInt32, _ terms: Terms) -> Meaning {
    let isBody = index & Terms.bodyBit != 0
    let call =
      isBody
      ? terms.terms[Int(index & ~Terms.bodyBit)] : file.outline.signature.terms[Int(index)]
    return call.kind == .member ? meaning(call.base) : .unknown
  }

  // MARK: Conformance

  /// A type of this file that is said to have the methods of an interface, if it has them all.
  func conformance(_ term: Term, _ terms: Terms) -> Outcome {
    let interface = meaning(term.base)
    let type = meaning(terms.operands[Int(term.operands)])
    guard isType(interface), isType(type), Int(type.entity.file) == number,
      project.marks(interface.entity).contains(.isInterface),
      !project.marks(type.entity).contains(.isInterface),
      project.kind(type.entity) == .type, conforms(type.entity, to: interface.entity)
    else { return Outcome() }
    return Outcome(
      target: interface.entity, status: .resolved, isProbable: term.name == Outline.none,
      source: type.entity)
  }

  private func isType(_ meaning: Meaning) -> Bool {
    (meaning.kind == .type || meaning.kind == .value) && meaning.entity != .nothing
  }

  /// Whether a type has all methods of an interface, by name and number of parameters. Methods that
  /// either has from outside are believed in.
  private func conforms(_ type: Entity, to interface: Entity) -> Bool {
    var queue = [interface]
    var next = 0
    while next < queue.count, next < 64 {
      guard let inner = project.inner(queue[next]) else { return false }
      let file = project.files[Int(queue[next].file)]
      for binding in file.functions(in: inner) where !hasMethod(type, binding, file) {
        return false
      }
      for above in project.supertypes(queue[next]) where above.kind == .type {
        if !queue.contains(above.entity) { queue.append(above.entity) }
      }
      next += 1
    }
    return true
  }

  private func hasMethod(_ type: Entity, _ method: UInt32, _ file: FileIndex) -> Bool {
    let search = MemberSearch(project: project, name: file.key(method), kinds: .functions)
    let result = search.search(type)
    if result.entities.isEmpty { return result.isOpen }
    let count = file.outline.bindings[Int(method)].parameters.count
    return result.entities.contains { project[$0].parameters.count == count }
  }
}
