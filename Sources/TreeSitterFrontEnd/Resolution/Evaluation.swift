internal import Facts

/// Gives the terms of one file their meaning, in order, each from those that it is made of.
final class Evaluation {
  let project: ProjectIndex
  let rules: any NameRules
  let number: Int
  let file: FileIndex
  /// Meanings of the file's own signature, as far as they are known in this round.
  var signature: [Meaning]
  private var body: [Meaning] = []
  private let frameworks: LanguageFrameworks?
  private(set) var bodyTerms = Terms()
  /// Names that were looked for, with the scopes outside of functions that they were looked for in.
  var foundNames = KeyTable<ScopeSearch.Answer>()
  /// The kinds of declarations that each use may mean.
  private let kindsOfUse: [[BindingKinds]]
  let convention: (any NamingConvention)?
  let guesses: Bool
  /// What names of the file say of values, as far as it was asked.
  var calledNames: [NameKey?] = []

  /// What a term is, and what it shows as.
  struct Outcome {
    var meaning = Meaning.unknown
    /// The declaration that is used; nil if none of the project is.
    var target: Entity?
    var status = Status.silent
    var isProbable = false
    /// What uses it, where that is not what encloses the term.
    var source: Entity?
    /// What frameworks make of it.
    var found: FrameworkMatch.Found?
    /// Declarations that are used as well as the target, each in another build of the project.
    var variants: [Entity] = []
    /// The type through which the target is used, where it is another one that declares it, or where
    /// it is not decided which of the members of that type is meant.
    var through: Entity?
    /// What is done with the target, where that is not what the term says.
    var use: Term.Use?
    /// Whether several declarations fit equally well.
    var isAmbiguous = false

    enum Status {
      case silent, resolved, external, unresolved
    }

    static let unresolved = Outcome(status: .unresolved)
    static let external = Outcome(meaning: .external, status: .external)
  }

  init(
    _ project: ProjectIndex, _ rules: any NameRules, file number: Int,
    frameworks: FrameworkIndex = FrameworkIndex()
  ) {
    self.frameworks = LanguageFrameworks(frameworks, project.files[number].facts.language)
    self.project = project
    self.rules = rules
    self.number = number
    file = project.files[number]
    signature = project.meanings[number]
    kindsOfUse = Term.Use.allCases.map(rules.kinds)
    convention = rules.convention
    guesses = convention != nil
  }

  private func kinds(for use: Term.Use) -> [BindingKinds] { kindsOfUse[Int(use.rawValue)] }

  /// Meanings of the signature, with what the last round knew of other files.
  func evaluateSignature(_ see: (Term, Outcome) -> Void = { _, _ in }) {
    for (index, term) in file.outline.signature.terms.enumerated() {
      let outcome = explained(term, UInt32(index), file.outline.signature)
      signature[index] = outcome.meaning
      see(term, outcome)
    }
  }

  /// Meanings of the terms of the bodies.
  func evaluateBody(_ terms: Terms, _ see: (Term, Outcome) -> Void) {
    bodyTerms = terms
    body.reserveCapacity(terms.terms.count)
    for (index, term) in terms.terms.enumerated() {
      let outcome = explained(term, UInt32(index) | Terms.bodyBit, terms)
      body.append(outcome.meaning)
      see(term, outcome)
    }
  }

  // MARK: One term

  /// With what its name says and what frameworks make of it. What is made of a guess is as doubtful.
  private func explained(_ term: Term, _ index: UInt32, _ terms: Terms) -> Outcome {
    var outcome = evaluate(term, index, terms)
    if guesses { guess(&outcome, term, terms) }
    if let frameworks { explain(&outcome, by: frameworks, term, index, terms) }
    if guesses, meaning(term.base).isProbable { outcome.meaning.isProbable = true }
    return outcome
  }

  private func evaluate(_ term: Term, _ index: UInt32, _ terms: Terms) -> Outcome {
    switch term.kind {
    case .name: return name(term, terms)
    case .member: return member(term, terms)
    case .construct: return construct(term, terms)
    case .invoke: return invoke(term)
    case .apply: return written(meaning(term.base), index)
    case .sequence:
      if let rows = query(among: term, terms) { return silent(rows) }
      return sequence(of: meaning(term.base), index)
    case .element: return silent(element(term))
    case .labeled: return silent(meaning(term.base))
    case .handed: return silent(handed(term, terms))
    case .selfValue: return silent(instance(term, terms) ?? selfValue(term.scope))
    case .superValue: return silent(superValue(term.scope))
    case .value: return silent(value(term, terms))
    case .typed: return silent(typed(term, index, terms))
    case .key: return silent(self.key(of: meaning(term.base)))
    case .part: return silent(part(term, terms))
    case .conform: return conformance(term, terms)
    case .text: return silent(text(term))
    case .receiver: return silent(receiver(term, terms))
    case .argument: return silent(argument(term, terms))
    case .choice: return silent(choice(term, terms))
    }
  }

  /// Any value of a type, whatever the text is that says the type.
  private func value(_ term: Term, _ terms: Terms) -> Meaning {
    var meaning = self.meaning(term.base).asValue
    if term.count > 0, meaning.kind == .value, project.kind(meaning.entity) == .typeParameter {
      let holder = dereferenced(self.meaning(terms.operands[Int(term.operands)]))
      meaning = argument(for: meaning.entity, of: holder)?.asValue ?? meaning
    }
    meaning.textFile = -1
    meaning.text = Outline.none
    return meaning
  }

  private func text(_ term: Term) -> Meaning {
    var meaning = self.meaning(term.base).asValue
    if meaning.kind == .unknown { meaning = .external }
    meaning.textFile = Int32(number)
    meaning.text = term.name
    return meaning
  }

  func silent(_ meaning: Meaning) -> Outcome { Outcome(meaning: meaning) }

  /// A type that is written here with its arguments.
  private func written(_ type: Meaning, _ index: UInt32) -> Outcome {
    guard type.kind == .type || type.kind == .external else { return silent(type) }
    var meaning = type
    meaning.file = Int32(number)
    meaning.term = index
    return silent(meaning)
  }

  /// Sequences are told apart by their elements where overloads are.
  private func sequence(of element: Meaning, _ index: UInt32) -> Outcome {
    var outcome = written(.external, index)
    let key =
      element.kind == .type
      ? project.files[Int(element.entity.file)].key(element.entity.binding) : element.key
    outcome.meaning.key = Self.sequenceKey.appending(key)
    return outcome
  }

  private static let sequenceKey = NameKey("[]")

  /// What a term of this file means.
  func meaning(_ term: UInt32) -> Meaning {
    if term == Outline.none { return .unknown }
    return term & Terms.bodyBit == 0 ? signature[Int(term)] : body[Int(term & ~Terms.bodyBit)]
  }

  func key(_ term: Term) -> NameKey { file.keys[Int(term.name)] }

  // MARK: Names

  private func name(_ term: Term, _ terms: Terms) -> Outcome {
    guard term.name != Outline.none else { return .unresolved }
    let key = key(term)
    var isInherited = false
    let receivers = receivers(of: term, terms)
    for kinds in kinds(for: term.use) {
      var search = ScopeSearch(
        evaluation: self, key: key, kinds: kinds, term: term, receivers: receivers)
      let found = search.run()
      if let receiver = search.receiver, case .entities(let entities) = found {
        return use(entities, isInexact: false, term, terms, receiver: receiver)
      }
      if let outcome = outcome(of: found, term, terms) { return outcome }
      isInherited = isInherited || search.mayBeInherited
    }
    if let outcome = implicit(key, term, terms, receivers) { return outcome }
    let base = receivers.isEmpty ? meaning(term.base) : .unknown
    if base.kind == .type || base.kind == .value {
      let found = member(key, of: base, term, terms)
      if found.target != nil { return found }
    }
    if let outcome = outcome(of: rules.fallback(key, term.use, in: number, project), term, terms) {
      return outcome
    }
    return isInherited || rules.isImplicit(key) ? external(term) : unresolved(term)
  }

  func unresolved(_ term: Term) -> Outcome {
    term.use.isSilent ? silent(.unknown) : .unresolved
  }

  func external(_ term: Term, _ meaning: Meaning = .external) -> Outcome {
    var meaning = meaning
    // Types outside are known by their names, as far as telling overloads apart goes.
    if term.use.isType, term.name != Outline.none {
      let name = rules.libraryName(file.outline.names[Int(term.name)])
      meaning.key = name.map { NameKey($0) } ?? key(term)
    }
    return Outcome(meaning: meaning, status: term.use.isSilent ? .silent : .external)
  }

  /// Nil where nothing was found.
  func outcome(of finding: Finding, _ term: Term, _ terms: Terms) -> Outcome? {
    switch finding {
    case .nothing: return nil
    case .external: return external(term)
    case .namespace(let key):
      var meaning = Meaning(kind: .namespace)
      meaning.key = key
      return silent(meaning)
    case .module(let file):
      var meaning = Meaning(kind: .module)
      meaning.entity.file = file
      return silent(meaning)
    case .entities(let entities):
      let selfMeaning = selfValue(term.scope)
      return use(entities, isInexact: false, term, terms, receiver: selfMeaning)
    }
  }

  /// The use of one of several declarations of a name.
  func use(
    _ entities: [Entity], isInexact: Bool, _ term: Term, _ terms: Terms, receiver: Meaning
  ) -> Outcome {
    if entities.count > 1,
      let variants = rules.variants(entities, in: number, project), let first = variants.first
    {
      var outcome = use([first], isInexact: isInexact, term, terms, receiver: receiver)
      outcome.variants = Array(variants.dropFirst())
      outcome.isProbable = outcome.isProbable || variants.count > 1
      return outcome
    }
    let choice = OverloadChoice(evaluation: self, terms: terms, term: term)
      .choose(named(entities, term))
    guard let choice else {
      var outcome = unresolved(term)
      outcome.isAmbiguous = true
      return outcome
    }
    let isProbable = choice.isProbable || isInexact || guesses && receiver.isProbable
    if term.use == .call, project.kind(choice.entity) == .type {
      return instance(of: Meaning(kind: .type, entity: choice.entity), term, terms)
    }
    let isCall = term.use != .call && callsByName(choice.entity, term)
    var asked = term
    if isCall { asked.use = .call }
    var meaning = self.meaning(of: choice.entity, asked, terms, receiver)
    if term.use == .call, project.kind(choice.entity) == .alias, rules.aliasesConstruct,
      meaning.kind == .type, project.kind(meaning.entity) == .type
    {
      var outcome = instance(of: meaning, term, terms)
      outcome.variants.append(choice.entity)
      return outcome
    }
    // The use of a name that only this file has is the use of what it stands for.
    let binding = project[choice.entity]
    let isName = binding.kind == .alias && binding.symbol == Outline.none && meaning.kind == .type
    var outcome = Outcome(
      target: isName ? meaning.entity : choice.entity,
      status: term.use.isSilent ? .silent : .resolved, isProbable: isProbable)
    if term.use == .call, binding.kind == .variable || isApplied(binding, term) {
      let called = invoked(meaning, term)
      if let called { outcome.variants = [called] }
      meaning = called.map { declaredType(of: $0, receiver: meaning) } ?? applied(meaning)
    }
    if isCall, !term.use.isSilent { outcome.use = .call }
    if binding.kind == .function || binding.kind == .variable || binding.kind == .enumCase {
      outcome.through = through(receiver, choice.entity, isProbable: isProbable)
    }
    meaning.isProbable = isProbable
    if meaning.kind == .external, meaning.term != Outline.none { meaning.receiver = term.base }
    outcome.meaning = meaning
    return outcome
  }

  // MARK: Members

  func member(_ term: Term, _ terms: Terms) -> Outcome {
    guard term.name != Outline.none else { return .unresolved }
    let base = meaning(term.base)
    let key = key(term)
    let outcome = own(key, of: base, term, terms)
    if let target = outcome.target, !outcome.isProbable || base.kind != .unknown {
      let count = term.use == .call ? Int(term.count) : nil
      let search = MemberSearch(project: project, name: key, kinds: .functions, count: count)
      if !outcome.isProbable || search.accepts(target) { return outcome }
    }
    return extended(key, of: base, term, terms) ?? outcome
  }

  /// A member that the type of `base` has itself.
  private func own(
    _ key: NameKey, of base: Meaning, _ term: Term, _ terms: Terms
  ) -> Outcome {
    if let found = member(key, ofCalled: base, term, terms) { return found }
    switch base.kind {
    case .unknown:
      if rules.isImplicit(key) {
        // Where names are calls, what a library gives for an unknown value may be the project's again.
        return external(term, rules.namesAreCalls ? .unknown : .external)
      }
      guard let only = rules.onlyCandidate(key, term.use, of: base, project) else {
        return unresolved(term)
      }
      return use([only], isInexact: true, term, terms, receiver: base)
    case .external, .function:
      let held = dereferenced(base)
      if held.kind != .external, held.kind != .function { return own(key, of: held, term, terms) }
      return external(term, externalResult(of: held, key))
    case .namespace:
      let found = rules.member(key, of: base.key, for: term.use, in: number, project)
      return outcome(of: found, term, terms) ?? unresolved(term)
    case .module:
      return outcome(of: rules.member(key, ofModule: base.entity.file, project), term, terms)
        ?? unresolved(term)
    case .type, .value:
      if rules.isTransparent(key) { return silent(base) }
      if let above = memberAbove(key, term, terms) { return above }
      let found = member(key, of: base, term, terms)
      if let target = found.target, !isHidden(target) { return found }
      if let other = accessed(base, term, terms) { return other }
      guard found.target == nil, rules.keepsValue(key) else { return found }
      let given = term.use == .call ? base.asValue : base
      return Outcome(meaning: given, status: term.use.isSilent ? .silent : .external)
    }
  }

  func member(
    _ key: NameKey, of base: Meaning, _ term: Term, _ terms: Terms
  ) -> Outcome {
    if let found = rules.member(key, ofType: base, term.use, in: number, project) {
      if case .entities(let entities) = found {
        return use(entities, isInexact: false, term, terms, receiver: base)
      }
      return outcome(of: found, term, terms) ?? below(key, base, term, terms)
    }
    let count = term.use == .call ? Int(term.count) : nil
    var isOpen = false
    for kinds in rules.memberKinds(for: term.use, of: base.kind) {
      var search = MemberSearch(project: project, name: key, kinds: kinds, count: count)
      if rules.privateIsOfFile { search.viewer = Int32(number) }
      let result = search.search(base.entity)
      if !result.entities.isEmpty {
        return use(
          result.entities, isInexact: result.isInexact, term, terms, receiver: base)
      }
      isOpen = isOpen || result.isOpen
      if result.isExtended, let outcome = implied(base, term, terms) { return outcome }
      isOpen = isOpen || result.isExtended
    }
    if isOpen || rules.isImplicit(key) { return external(term) }
    return below(key, base, term, terms)
  }

  /// A member that a library makes from a variable: the use of the variable.
  private func implied(_ base: Meaning, _ term: Term, _ terms: Terms) -> Outcome? {
    for name in rules.properties(impliedBy: file.outline.names[Int(term.name)]) {
      let search = MemberSearch(
        project: project, name: NameKey(name), kinds: [BindingKinds(.variable)])
      guard let entity = search.search(base.entity).entities.first else { continue }
      var read = term
      read.use = .read
      return Outcome(
        meaning: meaning(of: entity, read, terms, base), target: entity,
        status: term.use.isSilent ? .silent : .resolved)
    }
    return nil
  }
}
