internal import Facts

/// `super.x`: members of what a type is derived from.
extension Evaluation {
  /// A member that is looked for above the enclosing type: in all that it is derived from, in order.
  /// Nil for any other.
  func memberAbove(_ key: NameKey, _ term: Term, _ terms: Terms) -> Outcome? {
    guard isAbove(term, terms), let owner = enclosingType(term.scope) else { return nil }
    var last: Outcome?
    for above in project.supertypes(owner) {
      guard above.kind == .type || above.kind == .value else {
        last = external(term)
        continue
      }
      let found = member(key, of: above.asValue, term, terms)
      if found.target != nil { return found }
      if last?.status != .external { last = found }
    }
    return last
  }

  /// Whether a member is one of `super`.
  func isAbove(_ term: Term, _ terms: Terms) -> Bool {
    term.base != Outline.none && term.base & Terms.bodyBit != 0
      && terms.terms[Int(term.base & ~Terms.bodyBit)].kind == .superValue
  }
}
