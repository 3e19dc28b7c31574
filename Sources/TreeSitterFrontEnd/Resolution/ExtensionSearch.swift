internal import Facts

/// What extensions are asked for.
struct ExtensionQuery: Sendable {
  var name: NameKey
  var kinds: BindingKinds
  var use: Term.Use
  /// What is known of the value that is extended.
  var receiver: Meaning.Kind
}

/// Extensions that a file sees equally well.
struct ExtensionLevel: Sendable {
  var entities: [Entity]
  var claim: Claim

  /// What a level says of uses that nothing speaks against, though nothing is known to fit either.
  enum Claim: Sendable {
    /// The file names the extensions, so it uses them.
    case named
    /// They may be meant where all are of one place.
    case possible
    /// The only one may be meant where nothing at all is known of the receiver.
    case unlikely
  }
}

/// Looks for what extends the type of a value from outside of it.
struct ExtensionSearch {
  let evaluation: Evaluation
  let name: NameKey
  let term: Term

  struct Choice {
    var entities: [Entity]
    var base: Meaning
    var isProbable = false
  }

  /// From here on a declaration is known to extend the type; less says that nothing speaks against it.
  private static let known = 40

  private var project: ProjectIndex { evaluation.project }
  private var rules: any NameRules { evaluation.rules }

  /// The declarations, all fitting equally well, that extend the first of some values that any does,
  /// of the nearest level. Nil where there are none.
  func choose(_ kinds: BindingKinds, _ bases: [Meaning]) -> Choice? {
    let count = term.use == .call ? Int(term.count) : nil
    let search = MemberSearch(project: project, name: name, kinds: kinds, count: count)
    for level in levels(kinds, receiver: bases.first?.kind ?? .unknown) {
      let candidates = level.entities.filter(search.accepts)
      if let choice = choose(candidates, bases, level.claim) { return choice }
    }
    return nil
  }

  private func choose(
    _ candidates: [Entity], _ bases: [Meaning], _ claim: ExtensionLevel.Claim
  ) -> Choice? {
    for base in bases {
      let fits = candidates.map { fit($0, base) ?? 0 }
      guard let best = fits.max(), best >= Self.known else { continue }
      let found = candidates.indices.filter { fits[$0] == best }.map { candidates[$0] }
      return Choice(entities: found, base: base)
    }
    let open = bases.isEmpty ? [.unknown] : bases
    let weak = candidates.filter { candidate in open.contains { fit(candidate, $0) != nil } }
    guard let first = weak.first else { return nil }
    // A guess about the receiver, and another about the overload, would be one too many.
    let isOnePlace = weak.allSatisfy {
      $0.file == first.file && project[$0].scope == project[first].scope
    }
    guard isOnePlace else { return nil }
    var choice = Choice(entities: weak, base: open[0], isProbable: true)
    switch claim {
    case .named: choice.isProbable = weak.count > 1
    case .possible: break
    case .unlikely:
      guard weak.count == 1, open.contains(where: { $0.kind == .unknown }) else { return nil }
    }
    return choice
  }

  // MARK: Receivers

  /// From 1 for nothing known to 100 for the very type; nil if it extends something else.
  func fit(_ entity: Entity, _ base: Meaning) -> Int? {
    switch rules.fit(base, entity, project) {
    case .some(ExtensionFit.none): return nil
    case .possible: return 10
    case .certain: return 90
    case nil: break
    }
    guard let first = project[entity].parameters.first, first != Outline.none else { return 1 }
    let receiver = evaluation.known(first, in: entity.file)
    if receiver.kind == .type, project.kind(receiver.entity) == .typeParameter {
      let bound = project[receiver.entity].type
      if bound == Outline.none { return Self.known + 1 }
      return fit(evaluation.known(bound, in: receiver.entity.file), base).map { min($0, 60) }
    }
    return fit(receiver, base)
  }

  private func fit(_ receiver: Meaning, _ base: Meaning) -> Int? {
    switch (receiver.kind, base.kind) {
    case (.type, .value), (.type, .type):
      return project.distance(from: base.entity, to: receiver.entity).map { max(61, 100 - $0) }
    case (.external, .external):
      if receiver.key == .root || base.key == .root { return 10 }
      if receiver.key == base.key { return 100 }
      return rules.isFinal(receiver.key) || rules.isFinal(base.key) ? nil : 10
    case (.external, .value), (.external, .type):
      switch rules.isAbove(receiver.key, base.entity, project) {
      case true: return 45
      case false: return nil
      default: return 10
      }
    case (.type, .external): return base.key == .root ? 5 : nil
    default: return 1
    }
  }

  // MARK: What can be seen

  /// Extensions of this name that can be seen from the use, the nearest first.
  func levels(_ kinds: BindingKinds, receiver: Meaning.Kind) -> [ExtensionLevel] {
    let query = ExtensionQuery(name: name, kinds: kinds, use: term.use, receiver: receiver)
    let outside = rules.extensions(query, in: evaluation.number, project)
    guard rules.extensionsAreNames else { return outside }
    var found: [ExtensionLevel] = []
    var next = term.scope
    while next != Outline.none {
      let entities = declared(in: next, kinds)
      if !entities.isEmpty { found.append(ExtensionLevel(entities: entities, claim: .named)) }
      next = evaluation.file.outline.scopes[Int(next)].parent
    }
    return found + outside
  }

  private func declared(in scope: UInt32, _ kinds: BindingKinds) -> [Entity] {
    let (file, number) = (evaluation.file, Int32(evaluation.number))
    let item = file.outline.scopes[Int(scope)]
    if item.kind == .type, item.owner != Outline.none {
      var search = MemberSearch(project: project, name: name, kinds: kinds)
      search.isExtension = true
      return search.search(Entity(file: number, binding: item.owner)).entities
    }
    return file.bindings(in: scope, named: name).filter {
      kinds.contains(file.kind($0)) && file.outline.bindings[Int($0)].marks.contains(.isExtension)
    }.map { Entity(file: number, binding: $0) }
  }
}

/// Uses of declarations as members of what they extend.
extension Evaluation {
  /// The use of a member that extends the type of `base` from outside of it; nil if there is none.
  func extended(_ key: NameKey, of base: Meaning, _ term: Term, _ terms: Terms) -> Outcome? {
    guard base.kind != .namespace, base.kind != .module else { return nil }
    for kinds in rules.memberKinds(for: term.use, of: base.kind) {
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
    let bases = receivers.map(\.meaning) + enclosingInstances(term.scope)
    for base in bases where base.kind == .value {
      if let found = accessed(base, term, terms) { return found }
    }
    guard rules.extensionsAreNames else { return nil }
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

  private func extended(
    _ key: NameKey, _ kinds: BindingKinds, _ bases: [Meaning], _ term: Term, _ terms: Terms
  ) -> Outcome? {
    let search = ExtensionSearch(evaluation: self, name: key, term: term)
    return search.choose(kinds, bases).map {
      use($0.entities, isInexact: $0.isProbable, term, terms, receiver: $0.base)
    }
  }
}
