internal import Facts

/// Members as other languages call them, and values that can be called.
extension Evaluation {
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
