internal import Facts

/// What values are by what they are called, in languages whose sources need not say it otherwise.
///
/// Guesses are kept apart from what is known: a ``Meaning`` of nothing known that carries the key of
/// what it is called. Only a member that is found gives a use, which is then a probable one.
protocol NamingConvention: Sendable {
  /// The key under which a value of this name, and of this key of it, is known; nil if the name says
  /// nothing.
  func key(of name: String, _ own: NameKey) -> NameKey?

  /// Whether values of a name are of one class alone, not of any whose name ends so.
  func isWhole(_ called: NameKey) -> Bool

  /// Whether several values that are called so may be held by a type of the library.
  func holds(_ called: NameKey, in type: NameKey) -> Bool

  /// What one of several values is called.
  func element(of called: NameKey) -> NameKey?

  /// What a library's member gives, by what it is called on.
  func result(of called: NameKey, _ member: NameKey) -> NameKey?

  /// A member of what is called so, and the value or type that it is a member of.
  func member(_ name: NameKey, of called: NameKey, at place: NamedPlace, _ project: ProjectIndex)
    -> (entity: Entity, owner: Meaning)?
}

/// Where a name stands.
struct NamedPlace: Sendable {
  var file: Int
  var scope: UInt32
}

extension Evaluation {
  /// Adds what the name says of a value of which nothing else says anything.
  func guess(_ outcome: inout Outcome, _ term: Term, _ terms: Terms) {
    guard term.kind == .member || term.kind == .invoke || term.kind == .labeled,
      outcome.meaning.mayBeGuessed, let key = called(outcome.meaning, term, terms)
    else { return }
    outcome.meaning.called = key
  }

  /// What a value is called of which nothing else is known; nil if its name says nothing either.
  private func called(_ value: Meaning, _ term: Term, _ terms: Terms) -> NameKey? {
    guard let convention else { return nil }
    let name = term.kind == .invoke ? nameOfCalled(term, terms) : term.name
    var key = name == Outline.none ? nil : calledName(name, convention)
    if value.called != .root, let own = key, !convention.isWhole(own) { key = value.called }
    if key == nil, term.kind == .member {
      let base = meaning(term.base).called
      if base != .root { key = convention.result(of: base, self.key(term)) }
    }
    guard let key, value.key == .root || convention.holds(key, in: value.key) else { return nil }
    return key
  }

  /// The name of the function whose result a term asks for.
  private func nameOfCalled(_ term: Term, _ terms: Terms) -> UInt32 {
    guard term.base != Outline.none else { return Outline.none }
    let isBody = term.base & Terms.bodyBit != 0
    return (isBody ? terms : file.outline.signature).terms[Int(term.base & ~Terms.bodyBit)].name
  }

  private func calledName(_ name: UInt32, _ convention: any NamingConvention) -> NameKey? {
    if calledNames.isEmpty {
      calledNames = Array(repeating: nil, count: file.outline.names.count)
    }
    let known = calledNames[Int(name)]
    let key =
      known ?? convention.key(of: file.outline.names[Int(name)], file.keys[Int(name)]) ?? .root
    if known == nil { calledNames[Int(name)] = key }
    return key == .root ? nil : key
  }

  /// The use of a member of a value of which only the name is known; nil if it has no such member.
  func member(_ key: NameKey, ofCalled base: Meaning, _ term: Term, _ terms: Terms) -> Outcome? {
    guard base.called != .root, base.kind == .unknown || base.kind == .external,
      !rules.isImplicit(key), term.use == .call || term.use == .silent,
      let found = convention?.member(
        key, of: base.called, at: NamedPlace(file: number, scope: term.scope), project)
    else { return nil }
    return use([found.entity], isInexact: true, term, terms, receiver: found.owner)
  }

  /// One of several values of which only the name is known.
  func element(ofCalled collection: Meaning) -> Meaning {
    var element = Meaning(kind: collection.kind)
    element.called = convention?.element(of: collection.called) ?? .root
    return element
  }
}

extension Meaning {
  /// Whether nothing is known of a value but at most the type of the library that holds it.
  var mayBeGuessed: Bool {
    guard kind == .unknown || kind == .external else { return false }
    return term == Outline.none && view == .whole && text == Outline.none && entity == .nothing
  }
}
