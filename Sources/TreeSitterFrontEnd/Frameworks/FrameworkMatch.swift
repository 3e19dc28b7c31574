internal import Configuration
internal import Facts

/// What a call or a member means for data and wiring, by the rules of the project's frameworks.
struct FrameworkMatch {
  let evaluation: Evaluation
  let frameworks: LanguageFrameworks
  /// The call or member.
  let term: Term
  /// The types that are written at it: `Set<Order>()`.
  let typeArguments: [Meaning]
  let terms: Terms

  /// For a term that was just evaluated; nil where it is no use that a rule could speak of.
  init?(
    _ evaluation: Evaluation, _ frameworks: LanguageFrameworks, _ term: Term, _ terms: Terms
  ) {
    guard Self.isUse(term, terms) else { return nil }
    self.evaluation = evaluation
    self.frameworks = frameworks
    self.terms = terms
    if term.kind == .typed, term.base & Terms.bodyBit != 0, term.base != Outline.none {
      self.term = terms.terms[Int(term.base & ~Terms.bodyBit)]
      typeArguments = (0..<Int(term.count)).map {
        evaluation.meaning(terms.operands[Int(term.operands) + $0])
      }
    } else {
      self.term = term
      typeArguments = []
    }
  }

  /// What was found at one use.
  struct Found {
    var rows: [(row: FrameworkIndex.Row, access: DataAccess.Access)] = []
    var component: Entity?
    var isTransaction = false
    /// Rows that are written if the same function has a session write what it follows.
    var tracked: [FrameworkIndex.Row] = []
    var isCommit = false
    var result: Meaning?
    /// The result holds whatever a declaration of the project says.
    var isSettled = false
  }

  /// Nil where no rule is met. A function of the project that is called is looked into by itself;
  /// only what an interface declares is carried out by the framework.
  func find(_ outcome: Evaluation.Outcome) -> Found? {
    if term.name == Outline.none { return followed(outcome, .unknown, "") }
    if let found = namedStatement { return found }
    let name = evaluation.file.outline.names[Int(term.name)]
    let base = base(outcome)
    if let followed = followed(outcome, base, name) { return followed }
    if let managed = managed(outcome, base, name) { return managed }
    if let filled = filled(outcome, base) { return filled }
    if let kept = kept(outcome, base, name) { return kept }
    let receiver = receiver(base, outcome)
    guard outcome.target == nil || receiver.isImplemented else {
      return handed(to: outcome.target!, name)
    }
    if let found = found(by: receiver.keys, name, base) { return found }
    return goingOn(base)
  }

  /// What the use is one of; of what a library has above the enclosing type the instance.
  private func base(_ outcome: Evaluation.Outcome) -> Meaning {
    guard term.kind == .member else { return .unknown }
    let isAbove = outcome.target == nil && evaluation.isAbove(term, terms)
    return isAbove ? evaluation.selfValue(term.scope) : evaluation.meaning(term.base)
  }

  private func key(of term: Term) -> NameKey { evaluation.key(term) }

  /// What the first rule says that is met.
  func found(by keys: [NameKey], _ name: String, _ base: Meaning) -> Found? {
    for key in keys {
      for number in frameworks.rules.byReceiver[key] ?? [] {
        let rule = frameworks.rules.calls[number]
        guard rule.form == (isCall ? .call : .member) || isUncalled(rule),
          rule.names.contains(where: {
            $0.matches(name, ignoringCase: frameworks.rules.ignoresCase)
          })
        else { continue }
        if let found = found(rule, name, base, key) { return found }
      }
    }
    return nil
  }

  /// A row that is handed to a function of the project which does not say of which type its rows are.
  private func handed(to function: Entity, _ name: String) -> Found? {
    guard term.use == .call, let known = frameworks.rules.byReceiver[Self.unknownKey] else {
      return nil
    }
    for number in known {
      let rule = frameworks.rules.calls[number]
      guard rule.form == .call, let access = rule.access,
        rule.names.contains(where: { $0.matches(name, ignoringCase: frameworks.rules.ignoresCase) })
      else { continue }
      for (position, type) in evaluation.project[function].parameters.enumerated()
      where type != Outline.none && takesAnyRow(evaluation.known(type, in: function.file)) {
        guard let operand = operand(position),
          let row = row(of: evaluation.meaning(operand)).flatMap(frameworks.index.row)
        else { continue }
        var found = Found()
        found.rows = [(row, DataAccess.Access(access))]
        return found
      }
    }
    return nil
  }

  private func takesAnyRow(_ parameter: Meaning) -> Bool {
    switch parameter.kind {
    case .type, .value:
      evaluation.project.kind(parameter.entity) == .typeParameter || row(of: parameter) == nil
    case .external: row(of: parameter) == nil
    case .unknown, .namespace, .module, .function: false
    }
  }

  private var isCall: Bool {
    term.use == .call || (term.use == .silent && evaluation.rules.namesAreCalls)
  }

  /// What is constructed counts as called.
  private func isUncalled(_ rule: FrameworkPack.UseRule) -> Bool {
    rule.form == .call && term.use != .call && term.kind == .construct
  }

  /// A row whose field is assigned, where a session follows rows by itself. It follows neither one
  /// that was just made nor, as far as its own class can say, the one that a method is called on.
  private func followed(_ outcome: Evaluation.Outcome, _ base: Meaning, _ name: String) -> Found? {
    guard term.kind == .member, term.use == .write || term.use == .readWrite,
      base.kind == .value, !base.isMade, row(of: base) != nil, !isSelf(term.base)
    else { return nil }
    for number in frameworks.rules.byReceiver[Self.entityKey] ?? [] {
      let rule = frameworks.rules.calls[number]
      guard rule.form == .assign,
        rule.names.contains(where: { $0.matches(name, ignoringCase: frameworks.rules.ignoresCase) })
      else { continue }
      return found(rule, name, base, Self.entityKey)
    }
    return nil
  }

  func isSelf(_ index: UInt32) -> Bool {
    guard index != Outline.none else { return true }
    let signature = evaluation.file.outline.signature
    let isBody = index & Terms.bodyBit != 0
    return (isBody ? terms : signature).terms[Int(index & ~Terms.bodyBit)].kind == .selfValue
  }

  /// A call that is given the full name of a statement runs it, whatever stands between.
  private var namedStatement: Found? {
    guard frameworks.index.hasStatements, term.use == .call else { return nil }
    for position in 0..<Int(term.count) {
      guard let operand = operand(position), operand != Outline.none,
        let text = evaluation.text(of: evaluation.meaning(operand)),
        frameworks.index.isStatement(text)
      else { continue }
      var found = Found()
      found.rows = frameworks.index.rows(ofStatement: text)
      return found
    }
    return nil
  }

  /// Whether the use makes an object.
  func makes(_ outcome: Evaluation.Outcome) -> Bool {
    guard term.use == .call || term.kind == .construct, outcome.meaning.kind == .value,
      let target = outcome.target
    else { return false }
    let kind = evaluation.project[target].kind
    return kind == .type || kind == .constructor
  }

  private static func isUse(_ term: Term, _ terms: Terms) -> Bool {
    switch term.kind {
    case .name, .member, .construct: return !term.use.isType
    case .typed:
      guard term.base & Terms.bodyBit != 0, term.base != Outline.none else { return false }
      let typed = terms.terms[Int(term.base & ~Terms.bodyBit)]
      return typed.kind != .typed && isUse(typed, terms)
    default: return false
    }
  }

  /// What the receiver counts as, the most exact first.
  private func receiver(
    _ base: Meaning, _ outcome: Evaluation.Outcome
  ) -> (keys: [NameKey], isImplemented: Bool) {
    switch base.kind {
    case .type, .value:
      var keys = frameworks.index.libraryTypes(above: base.entity).sorted()
      if row(of: base) != nil { keys.insert(Self.entityKey, at: 0) }
      if isRelation(term.base) { keys.append(Self.relationKey) }
      let isInterface = evaluation.project.marks(base.entity).contains(.isInterface)
      return (keys, isInterface)
    case .external:
      if base.view == .query { return ([Self.entityKey], false) }
      var keys = base.key == .root ? [Self.unknownKey] : [base.key]
      if frameworks.rules.managers.contains(base.key), row(of: base) != nil {
        keys.insert(Self.entityKey, at: 0)
      }
      if isRelation(term.base) { keys.insert(Self.relationKey, at: 0) }
      return (keys, false)
    case .unknown, .namespace, .module, .function:
      return ([term.kind == .member && base.kind == .unknown ? Self.unknownKey : .root], false)
    }
  }

  /// Whether a receiver is a member of a row that was not just made.
  private func isRelation(_ index: UInt32) -> Bool {
    guard index != Outline.none, index & Terms.bodyBit != 0 else { return false }
    let relation = terms.terms[Int(index & ~Terms.bodyBit)]
    guard relation.kind == .member, relation.use != .call else { return false }
    let owner = evaluation.meaning(relation.base)
    return owner.kind == .value && !owner.isMade && row(of: owner) != nil
  }

  static let entityKey = NameKey(FrameworkPack.UseRule.entityReceiver)
  private static let unknownKey = NameKey(FrameworkPack.UseRule.unknownReceiver)
  private static let relationKey = NameKey(FrameworkPack.UseRule.relationReceiver)

  // MARK: One rule

  /// Nil where the place that the rule names holds nothing of the kind.
  private func found(
    _ rule: FrameworkPack.UseRule, _ name: String, _ base: Meaning, _ key: NameKey
  ) -> Found? {
    var found = Found()
    found.isTransaction = rule.isTransaction
    found.isCommit = rule.isCommit
    var subject: Entity?
    if let place = rule.entity {
      guard let entity = entity(at: place, base, key, name) ?? columns(rule) else { return nil }
      subject = entity
      if let access = rule.access, let row = frameworks.index.row(of: entity) {
        if rule.isTracked {
          found.tracked.append(row)
        } else {
          found.rows.append((row, DataAccess.Access(access)))
        }
      }
    }
    if let type = rule.type {
      found.result = .external
      found.result?.key = NameKey(type)
    }
    if rule.result == .handle { found.result = handle(at: rule.name, base) }
    if let place = rule.name, let text = text(at: place, name, base, key) {
      let store = DataAccess.Store(rule.store)
      let row = FrameworkIndex.Row(
        store: store, name: store == .table ? TableName.joined(text, schema: nil) : text)
      if let access = rule.access { found.rows.append((row, DataAccess.Access(access))) }
    } else if rule.isNamedByType, let access = rule.access, let name = typeAround {
      let row = FrameworkIndex.Row(store: DataAccess.Store(rule.store), name: name)
      found.rows.append((row, DataAccess.Access(access)))
    } else if rule.name != nil || rule.isNamedByType {
      return nil
    }
    if let place = rule.query, let text = text(at: place, name, base, key) {
      found.rows += FrameworkQuery.rows(text, frameworks.index)
    }
    if let place = rule.statement, let text = text(at: place, name, base, key) {
      found.rows += frameworks.index.rows(ofStatement: text)
    }
    if let place = rule.component, let text = text(at: place, name, base, key) {
      found.component = frameworks.index.component(named: text, from: evaluation.file)
    }
    if let result = rule.result, result != .handle, let entity = subject {
      switch result {
      case .row: found.result = .value(of: entity)
      case .query: found.result = query(of: entity, like: base)
      case .handle: break
      case .relation: found.result = Meaning(kind: .type, entity: entity)
      }
    } else if let entity = subject, base.asked != nil {
      found.result = query(of: entity, like: base)
    }
    return found
  }

  private func entity(
    at place: FrameworkPack.Place, _ base: Meaning, _ key: NameKey, _ name: String
  ) -> Entity? {
    switch place {
    case .receiver: row(of: base)
    case .argument(let position):
      operand(position).flatMap { row(of: evaluation.meaning($0)) }
    case .parameter(let position): parameter(position, of: base, key).flatMap { row(of: $0) }
    case .typeArgument(let position):
      position < typeArguments.count ? row(of: typeArguments[position]) : nil
    case .name: frameworks.index.entity(named: name)
    case .key, .held: nil
    }
  }

  /// The entity whose columns a read asks for: `select(func.sum(Order.total))`.
  private func columns(_ rule: FrameworkPack.UseRule) -> Entity? {
    guard case .argument(let position)? = rule.entity, rule.access == .read else { return nil }
    return operand(position).flatMap { rowOfColumn($0) }
  }

  private func rowOfColumn(_ operand: UInt32, depth: Int = 0) -> Entity? {
    guard depth < 4, operand != Outline.none, operand & Terms.bodyBit != 0 else { return nil }
    let term = terms.terms[Int(operand & ~Terms.bodyBit)]
    if term.kind == .member, term.use != .call {
      let base = evaluation.meaning(term.base)
      if base.kind == .type, frameworks.index.row(of: base.entity) != nil { return base.entity }
    }
    return (0..<Int(term.count)).lazy.compactMap {
      rowOfColumn(terms.operands[Int(term.operands) + $0], depth: depth + 1)
    }.first
  }

  func operand(_ position: Int) -> UInt32? {
    guard position < Int(term.count) else { return nil }
    return terms.operands[Int(term.operands) + position]
  }

  /// What a receiver's type gives for a parameter of the library's type that it is derived from.
  func parameter(_ position: Int, of base: Meaning, _ key: NameKey) -> Meaning? {
    if base.kind == .external {
      let written = evaluation.arguments(of: base)?.operands
      return written.flatMap { position < $0.count ? $0[position] : nil }
    }
    var level = [base.entity]
    var seen = Set(level)
    while !level.isEmpty, seen.count < Ancestry.limit {
      var higher: [Entity] = []
      for above in level.flatMap({ evaluation.project.supertypes($0) }) {
        if above.kind == .external, above.key == key {
          guard let written = evaluation.arguments(of: above)?.operands,
            position < written.count
          else { continue }
          return evaluation.substituted(written[position], for: base)
        }
        if above.kind == .type, seen.insert(above.entity).inserted { higher.append(above.entity) }
      }
      level = higher
    }
    return nil
  }

  /// The entity whose rows a value is, holds or asks for.
  func row(of meaning: Meaning, depth: Int = 0) -> Entity? {
    switch meaning.kind {
    case .type, .value:
      if let asked = meaning.asked { return asked }
      if frameworks.index.row(of: meaning.entity) != nil { return meaning.entity }
      let above = evaluation.project.supertypes(meaning.entity).lazy
        .filter { $0.kind == .type }.map(\.entity).first { frameworks.index.row(of: $0) != nil }
      return above ?? frameworks.index.managers.row(of: meaning.entity)
    case .external:
      if meaning.view == .query { return meaning.entity }
      guard depth < 3, let written = evaluation.arguments(of: meaning) else { return nil }
      return written.operands.lazy.compactMap { row(of: $0, depth: depth + 1) }.first
    case .unknown, .namespace, .module, .function: return nil
    }
  }
}

extension DataAccess.Access {
  init(_ access: FrameworkPack.Access) { self = access == .read ? .read : .write }
}
