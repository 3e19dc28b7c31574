internal import Facts

/// Looks for a bare name from the innermost scope outwards.
struct ScopeSearch {
  let evaluation: Evaluation
  let key: NameKey
  let kinds: BindingKinds
  let term: Term
  /// Receivers of the functions around, the innermost first, each in the scope that it holds in.
  let receivers: [(scope: UInt32, meaning: Meaning)]
  /// Whether the project declares the name at all.
  private let isDeclared: Bool
  /// The one that has the name.
  private(set) var receiver: Meaning?
  /// A type around the use is derived from something that is not known and may have the name.
  private(set) var mayBeInherited = false

  init(
    evaluation: Evaluation, key: NameKey, kinds: BindingKinds, term: Term,
    receivers: [(scope: UInt32, meaning: Meaning)] = []
  ) {
    self.receivers = receivers
    self.evaluation = evaluation
    self.key = key
    self.kinds = kinds
    self.term = term
    isDeclared = evaluation.project.declares(key, kinds)
  }

  mutating func run() -> Finding {
    let file = evaluation.file
    let rules = evaluation.rules
    var next = term.scope
    var isHeader = term.use == .inherit || term.use == .implement
    while next != Outline.none, rules.namesAreScoped {
      let kind = file.outline.scopes[Int(next)].kind
      for receiver in receivers where receiver.scope == next {
        let found = ofReceiver(receiver.meaning)
        if found.isEmpty { continue }
        self.receiver = receiver.meaning
        return .entities(found)
      }
      let found = kind == .type ? ofType(next, isHeader) : declared(in: next)
      if !found.isEmpty { return .entities(found) }
      if let imported = rules.imported(
        key, kinds, in: evaluation.number, scope: next, evaluation.project)
      {
        return imported
      }
      // The members of a type are no names in its own heading.
      if kind == .type { isHeader = false }
      if kind == .namespace, rules.namespacesAreClosed { break }
      next = file.outline.scopes[Int(next)].parent
    }
    return rules.lookup(key, kinds, in: evaluation.number, scope: term.scope, evaluation.project)
  }

  private func declared(in scope: UInt32) -> [Entity] {
    guard isDeclared else { return [] }
    let file = evaluation.file
    let named = file.bindings(in: scope, named: key)
    if named.isEmpty { return [] }
    return named.compactMap { index in
      kinds.contains(file.kind(index))
        && !file.outline.bindings[Int(index)].marks.contains(.isExtension)
        ? Entity(file: Int32(evaluation.number), binding: index) : nil
    }
  }

  private func ofReceiver(_ receiver: Meaning) -> [Entity] {
    guard receiver.kind == .value || receiver.kind == .type else { return [] }
    let search = MemberSearch(
      project: evaluation.project, name: key, kinds: kinds,
      count: term.use == .call ? Int(term.count) : nil)
    let result = search.search(receiver.entity)
    return result.isInexact ? [] : result.entities
  }

  private mutating func ofType(_ number: UInt32, _ isHeader: Bool) -> [Entity] {
    if isDeclared, kinds.contains(.typeParameter) {
      let file = evaluation.file
      let parameter = file.bindings(in: number, named: key).first {
        file.kind($0) == .typeParameter
      }
      if let parameter { return [Entity(file: Int32(evaluation.number), binding: parameter)] }
    }
    let owner = evaluation.file.outline.scopes[Int(number)].owner
    guard !isHeader, owner != Outline.none else { return [] }
    guard evaluation.rules.membersAreNames else {
      let isOwn = number == term.scope && evaluation.rules.typesDeclareNames
      return isOwn ? declared(in: number) : []
    }
    var search = MemberSearch(
      project: evaluation.project, name: key, kinds: kinds,
      count: term.use == .call ? Int(term.count) : nil)
    if evaluation.rules.privateIsOfFile { search.viewer = Int32(evaluation.number) }
    let result = search.search(Entity(file: Int32(evaluation.number), binding: owner))
    mayBeInherited = mayBeInherited || result.isOpen || result.isExtended
    return result.isInexact ? [] : result.entities
  }
}
