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
    let isHeader = term.use == .inherit || term.use == .implement
    guard evaluation.rules.namesAreScoped, receivers.isEmpty, !isHeader else {
      return run(from: term.scope, isHeader)
    }
    // Functions see what stands around them, whichever of them asks; what stands in a type itself may
    // see more of it.
    var next = term.scope
    while evaluation.file.outline.scopes[Int(next)].kind == .function {
      if let found = inside(next, isHeader) { return found }
      next = evaluation.file.outline.scopes[Int(next)].parent
      if next == Outline.none { return run(from: next, isHeader) }
    }
    let question = Question(
      scope: next, isInside: next == term.scope, kinds: kinds, count: count)
    if let known = evaluation.foundNames[question.key(key)] {
      mayBeInherited = known.mayBeInherited
      return known.finding
    }
    let finding = run(from: next, isHeader)
    let answer = Answer(finding: finding, mayBeInherited: mayBeInherited)
    evaluation.foundNames.update(question.key(key), from: answer) { _ in }
    return finding
  }

  /// What a name means in a scope, for all functions inside it.
  struct Answer {
    var finding: Finding
    var mayBeInherited: Bool
  }

  private struct Question {
    var scope: UInt32
    /// Whether the use stands in the scope itself, and not in a function inside of it.
    var isInside: Bool
    var kinds: BindingKinds
    var count: Int?

    /// One key for all of it and the name.
    func key(_ name: NameKey) -> NameKey {
      let asked = UInt64(kinds.rawValue) << 18 | (isInside ? 1 : 0) << 17
      let arguments = UInt64(count.map { $0 + 1 } ?? 0)
      return name.appending(NameKey(value: UInt64(scope) << 34 | asked | arguments))
    }
  }

  /// Number of arguments of a call.
  private var count: Int? { term.use == .call ? Int(term.count) : nil }

  private mutating func run(from scope: UInt32, _ startsInHeader: Bool) -> Finding {
    let (file, rules) = (evaluation.file, evaluation.rules)
    var next = scope
    var isHeader = startsInHeader
    while next != Outline.none, rules.namesAreScoped {
      if let found = inside(next, isHeader) { return found }
      let kind = file.outline.scopes[Int(next)].kind
      // The members of a type are no names in its own heading.
      if kind == .type { isHeader = false }
      if kind == .namespace, rules.namespacesAreClosed { break }
      next = file.outline.scopes[Int(next)].parent
    }
    return rules.lookup(key, kinds, in: evaluation.number, scope: term.scope, evaluation.project)
  }

  /// What one scope has under the name; nil if the next one around it is to be asked.
  private mutating func inside(_ scope: UInt32, _ isHeader: Bool) -> Finding? {
    for receiver in receivers where receiver.scope == scope {
      let found = ofReceiver(receiver.meaning)
      if found.isEmpty { continue }
      self.receiver = receiver.meaning
      return .entities(found)
    }
    let isType = evaluation.file.outline.scopes[Int(scope)].kind == .type
    let found = isType ? ofType(scope, isHeader) : declared(in: scope)
    if !found.isEmpty { return .entities(found) }
    return evaluation.rules.imported(
      key, kinds, in: evaluation.number, scope: scope, evaluation.project)
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
      count: count)
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
      count: count)
    if evaluation.rules.privateIsOfFile { search.viewer = Int32(evaluation.number) }
    let result = search.search(Entity(file: Int32(evaluation.number), binding: owner))
    mayBeInherited = mayBeInherited || result.isOpen || result.isExtended
    return result.isInexact ? [] : result.entities
  }
}
