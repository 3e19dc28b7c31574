internal import Configuration
internal import Facts

/// Managers of rows that are classes of the project: what they, their methods and the relations of
/// rows give.
extension FrameworkMatch {
  /// Nil for what is about no manager, and for what the rules of the library decide.
  func managed(_ outcome: Evaluation.Outcome, _ base: Meaning, _ name: String) -> Found? {
    guard !frameworks.rules.managers.isEmpty, term.kind == .member else { return nil }
    guard let target = outcome.target else {
      return term.use == .call ? nil : related(base)
    }
    switch evaluation.project.kind(target) {
    case .variable: return term.use == .call ? nil : manager(outcome, base, name)
    case .function: return term.use == .call ? given(outcome, target, base, name) : nil
    default: return nil
    }
  }

  /// Something that gives rows of a type, by the class of the project that the type or the value that
  /// was asked before has for it.
  func query(of row: Entity, like base: Meaning = .unknown) -> Meaning {
    if base.kind == .value, self.row(of: base) == row, isManager(base.entity) {
      return .query(of: row, by: base.entity)
    }
    return frameworks.index.managers.manager(of: row).map { .query(of: row, by: $0) }
      ?? .query(of: row)
  }

  private func isManager(_ type: Entity) -> Bool {
    !frameworks.rules.managers.isDisjoint(with: frameworks.index.libraryTypes(above: type))
  }

  /// A class attribute of an entity that gives its rows: `objects = OrderManager()`.
  private func manager(_ outcome: Evaluation.Outcome, _ base: Meaning, _ name: String) -> Found? {
    guard let row = row(of: base) else { return nil }
    var found = Found()
    found.isSettled = true
    let value = outcome.meaning
    switch value.kind {
    case .value:
      guard isManager(value.entity) else { return nil }
      found.result = .query(of: row, by: value.entity)
    case .external where frameworks.rules.managers.contains(value.key):
      found.result = query(of: self.row(of: value) ?? row)
    case .external, .unknown:
      guard names(Self.entityKey, .member, name) else { return nil }
      found.result = .query(of: row)
    default: return nil
    }
    return found
  }

  private func names(
    _ key: NameKey, _ form: FrameworkPack.UseRule.Form, _ name: String
  ) -> Bool {
    (frameworks.rules.byReceiver[key] ?? []).contains { number in
      let rule = frameworks.rules.calls[number]
      return rule.form == form && rule.names.contains { $0.matches(name) }
    }
  }

  /// What a relation of another type gives, seen from this side.
  private func related(_ base: Meaning) -> Found? {
    guard base.kind == .value, base.asked == nil else { return nil }
    let managers = frameworks.index.managers
    guard managers.hasRelations,
      let relation = evaluation.project.ancestry(of: base.entity).types.lazy
        .compactMap({ managers.relation(evaluation.key(term), of: $0) }).first
    else { return nil }
    var found = Found()
    found.result = relation.isOne ? .value(of: relation.row) : query(of: relation.row)
    return found
  }

  /// What a method of a manager gives. Where its class has the rows of several types its body says of
  /// which no access is, so the call does.
  private func given(
    _ outcome: Evaluation.Outcome, _ target: Entity, _ base: Meaning, _ name: String
  ) -> Found? {
    guard base.kind == .value, let row = row(of: base), isManager(base.entity) else { return nil }
    var found = Found()
    found.isSettled = true
    let value = outcome.meaning
    switch value.kind {
    case .value where isManager(value.entity): found.result = .query(of: row, by: value.entity)
    case .unknown: found.result = .query(of: row, by: base.entity)
    case .external where frameworks.rules.managers.contains(value.key) || value == .external:
      found.result = query(of: self.row(of: value) ?? row, like: base)
    default: found.result = value
    }
    if frameworks.index.managers.isShared(target, evaluation.project),
      let kept = frameworks.index.row(of: row)
    {
      found.rows = self.found(by: [Self.entityKey], name, base)?.rows ?? [(kept, .read)]
    }
    return found
  }
}
