internal import Basics

// What each act does to the plan.
extension Replay {
  func identifier(_ reference: String) -> String {
    register.root(scope.boundary(reference)?.id ?? reference)
  }

  mutating func accept(_ source: Int) {
    let decision = decisions[source].decision
    let id = identifier(decision.subject)
    let known = scope.boundary(decision.subject)?.members ?? []
    if decision.members.isEmpty {
      if known.isEmpty { return report(.stale, source, unknownBoundary(decision.subject)) }
      claim(source, known, .boundary(id))
    }
    settle(id, source, core: known)
    if let name = decision.name { setName(name, of: id, source) }
    claim(source, decision.members, .boundary(id), .settled)
  }

  /// Tells the register which boundaries a merge makes one, before any decision refers to them.
  mutating func absorb(_ source: Int) {
    let decision = decisions[source].decision
    let references = [decision.subject] + decision.with
    guard
      references.contains(where: { register.exact($0) != nil })
        || !scope.files(matching: decision.members).isEmpty
    else { return }
    let into = register.exact(decision.subject) ?? decision.subject
    for other in decision.with { register.absorb(register.exact(other) ?? other, into: into) }
  }

  mutating func merge(_ source: Int) {
    let decision = decisions[source].decision
    let remembered = scope.files(matching: decision.members)
    var core: [Int] = []
    var unknown: [String] = []
    for reference in [decision.subject] + decision.with {
      if register.exact(reference) == nil { unknown.append(reference) }
      core += scope.boundary(reference)?.members ?? []
    }
    // Once it is done, the absorbed boundary is gone: the remembered files stand for it.
    if remembered.isEmpty, let first = unknown.first {
      let isIdle = unknown.count > decision.with.count
      report(isIdle ? .stale : .partlyStale, source, unknownBoundary(first))
      if isIdle { return }
    }
    let id = identifier(decision.subject)
    settle(id, source, core: core.isEmpty ? remembered : core.sorted())
    if let name = decision.name { setName(name, of: id, source) }
    if remembered.isEmpty { claim(source, core, .boundary(id)) }
    claim(source, decision.members, .boundary(id), .settled)
  }

  mutating func split(_ source: Int) {
    let decision = decisions[source].decision
    var base = scope.files(matching: decision.members)
    if base.isEmpty, let id = resolve(decision.subject, [], source) {
      base = scope.boundary(decision.subject)?.members ?? scope.boundary(id)?.members ?? []
    }
    let allowed = Set(base)
    for part in decision.into {
      let id = identifier(part.name)
      settle(id, source, core: [])
      if scope.boundary(part.name) == nil { setName(part.name, of: id, source) }
      claim(source, part.patterns, .boundary(id), .part) { allowed.contains($0) }
    }
  }

  mutating func rename(_ source: Int) {
    let decision = decisions[source].decision
    guard let name = decision.to, let id = resolve(decision.subject, decision.members, source)
    else { return }
    note(id, source, core: scope.boundary(id)?.members ?? scope.files(matching: decision.members))
    setName(name, of: id, source)
  }

  mutating func place(_ source: Int) {
    let decision = decisions[source].decision
    guard let target = decision.to else { return }
    // What was put there together is remembered once.
    let remembered =
      decision.around.isEmpty ? surroundings[target] ?? [] : decision.around
    let around = scope.files(matching: remembered)
    let found = around.isEmpty ? resolve(target, [], source) : find(target, remembered, source)
    guard let id = found else { return }
    note(id, source, core: scope.boundary(id)?.members ?? around)
    claim(source, [decision.subject], .boundary(id), .place)
  }

  /// The target of a move that remembers its surroundings: they stand for it where it is gone.
  private mutating func find(
    _ target: String, _ anchors: [String], _ source: Int
  ) -> String? {
    register.match(target, anchors: anchors) == .none
      ? target : resolve(target, register.match(target, anchors: anchors), source)
  }

  /// The owner of a table that people name.
  mutating func own(_ source: Int) {
    let decision = decisions[source].decision
    if let tables = scope.tables, !tables.contains(decision.subject) {
      let hint = NearestName.closest(to: decision.subject, among: tables.sorted())
      return report(
        .stale, source,
        "no table \"\(decision.subject)\"" + (hint.map { "; is it \"\($0)\" now" } ?? "; remove it")
      )
    }
    guard let target = decision.to, let id = resolve(target, [], source) else { return }
    plan.owners[decision.subject] = id
  }

  mutating func rememberRejection(_ source: Int) {
    let decision = decisions[source].decision
    let members =
      decision.members.isEmpty
      ? scope.boundary(decision.subject)?.members ?? [] : scope.files(matching: decision.members)
    if members.isEmpty { return report(.stale, source, unknownBoundary(decision.subject)) }
    rejections.append((source, members))
  }

  mutating func reject(_ source: Int, _ members: [Int]) {
    let decision = decisions[source].decision
    let rejected = ReplayPlan.RejectedGrouping(
      id: decision.subject, members: members, reason: decision.reason ?? "",
      decision: decision.title)
    let holders = planned.values.filter { $0.isSettled && rejected.matches($0.members) }
    guard let holder = holders.min(by: { $0.id.precedesBytewise($1.id) }) else {
      plan.rejected.append(rejected)
      return
    }
    contradiction(
      source, with: holder.members.first.flatMap { claims[$0]?.source },
      "rejects the files of \"\(holder.id)\", which another decision holds together")
  }

  // MARK: Boundaries

  mutating func note(_ id: String, _ source: Int, core: [Int]) {
    var boundary = planned[id] ?? ReplayPlan.PlannedBoundary(id: id)
    if core.count > boundary.core.count { boundary.core = core }
    let title = decisions[source].decision.title
    if boundary.decisions.last != title { boundary.decisions.append(title) }
    planned[id] = boundary
  }

  mutating func settle(_ id: String, _ source: Int, core: [Int]) {
    note(id, source, core: core)
    planned[id]!.isSettled = true
  }

  /// A rename goes before the name of any other decision; else the first name stays.
  private mutating func setName(_ name: String, of id: String, _ source: Int) {
    if namedBy[id] != nil, decisions[source].decision.act != .rename { return }
    planned[id]?.name = name
    namedBy[id] = source
  }

  mutating func settleNames() {
    var first: [String: String] = [:]
    for id in namedBy.keys.sorted(by: { (namedBy[$0]!, $0) < (namedBy[$1]!, $1) }) {
      guard let name = planned[id]?.name else { continue }
      guard let other = first[name] else {
        first[name] = id
        continue
      }
      planned[id]!.name = nil
      contradiction(
        namedBy[id]!, with: namedBy[other],
        "names \"\(id)\" \"\(name)\", which is the name of \"\(other)\"")
    }
  }

  /// The boundary of a reference; reports it where it is not known.
  private mutating func resolve(
    _ reference: String, _ patterns: [String], _ source: Int
  ) -> String? {
    resolve(reference, register.match(reference, patterns), source)
  }

  private mutating func resolve(
    _ reference: String, _ match: BoundaryRegister.Match, _ source: Int
  ) -> String? {
    switch match {
    case .known(let id):
      return id
    case .byMembers(let id):
      report(
        .matchedByMembers, source,
        "boundary \"\(reference)\" is taken for \"\(id)\", which has most of its files")
      return id
    case .none:
      report(.stale, source, unknownBoundary(reference))
      return nil
    }
  }

  private func unknownBoundary(_ reference: String) -> String {
    let hint = NearestName.closest(to: reference, among: register.names)
    return "no boundary \"\(reference)\""
      + (hint.map { "; is it \"\($0)\" now" } ?? "; remove the decision or name another")
  }

  // MARK: Claims

  private mutating func claim(_ source: Int, _ files: [Int], _ target: Claim.Target) {
    for file in files { claims.claim(file, Claim(source: source, target: target, rank: .settled)) }
  }

  mutating func claim(
    _ source: Int, _ patterns: [String], _ target: Claim.Target, _ rank: Claim.Rank,
    where isAllowed: (Int) -> Bool = { _ in true }
  ) {
    for pattern in patterns {
      guard let glob = try? Glob(pattern) else { continue }
      for match in scope.matches(of: glob) where isAllowed(match.file) {
        let claim = Claim(
          source: source, target: target, rank: rank, specificity: match.specificity)
        claims.claim(match.file, claim)
      }
    }
  }
}
