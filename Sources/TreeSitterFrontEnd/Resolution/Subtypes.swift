internal import Facts

/// Members that a value may have because it is of a type below the one that is written.
extension Evaluation {
  /// More are not looked at.
  private static let limit = 64

  /// The use of a member that `base` has not itself: of a type below, or the only one of its name.
  func below(
    _ key: NameKey, _ base: Meaning, _ term: Term, _ terms: Terms
  ) -> Outcome {
    if isAbove(term, terms) { return unresolved(term) }
    let below = memberBelow(key, base, term)
    guard
      let entity = below.entity ?? rules.onlyCandidate(key, term.use, of: base, project)
    else { return below.isOpen ? external(term) : unresolved(term) }
    return use([entity], isInexact: true, term, terms, receiver: base)
  }

  /// The use of a member that types below `base` have, all of one level the same: what a mixin takes
  /// for granted of the types that take it in. Nil where there is none or there are several;
  /// open where one of the types may have it from outside.
  private func memberBelow(
    _ key: NameKey, _ base: Meaning, _ term: Term
  ) -> (entity: Entity?, isOpen: Bool) {
    var isOpen = false
    var seen: Set<Entity> = [base.entity]
    var level = rules.subtypes(of: base.entity)
    while !level.isEmpty, seen.count < Self.limit {
      var found: Set<Entity> = []
      for type in level where seen.insert(type).inserted && isSeen(type) {
        let result = member(key, base.kind, below: type, term)
        isOpen = isOpen || result.isOpen
        found.formUnion(result.entities)
      }
      if !found.isEmpty { return (found.count == 1 ? found.first : nil, false) }
      level = level.flatMap { rules.subtypes(of: $0) }.filter { !seen.contains($0) }
    }
    return (nil, isOpen)
  }

  /// Tests derive from what knows nothing of them.
  private func isSeen(_ type: Entity) -> Bool {
    file.isTest || !project.files[Int(type.file)].isTest
  }

  private func member(
    _ key: NameKey, _ kind: Meaning.Kind, below type: Entity, _ term: Term
  ) -> (entities: [Entity], isOpen: Bool) {
    let base = Meaning(kind: kind, entity: type)
    switch rules.member(key, ofType: base, term.use, in: number, project) {
    case .entities(let entities): return (Array(entities.prefix(1)), false)
    case .external: return ([], true)
    case .some: return ([], false)
    case nil: break
    }
    var found: [Entity] = []
    var isOpen = false
    for kinds in rules.kinds(for: term.use) {
      let result = MemberSearch(project: project, name: key, kinds: kinds).search(type)
      isOpen = isOpen || result.isOpen
      if let entity = result.entities.first { found.append(entity) }
    }
    return (found, isOpen)
  }
}
