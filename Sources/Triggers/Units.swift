internal import Configuration
internal import DependencyGraph
internal import Facts

/// Handlers that are deployed together.
extension ServerlessAnalysis {
  /// Puts handlers together that are deployed as one unit; gives for each candidate the number of its
  /// unit, which is the index of one of its members.
  func mergeUnits(_ candidates: inout [Candidate]) -> [Int] {
    var units = writersOfOwnTables(candidates)
    remeasure(&candidates, units)
    joinFlagged(&candidates, &units)
    return units
  }

  /// Handlers that are the only writers of a table, the rule m1.
  private func writersOfOwnTables(_ candidates: [Candidate]) -> [Int] {
    let able = candidates.indices.filter { isAble(candidates[$0]) }
    var writers: [Int: [Int]] = [:]
    let stores = able.map { index in
      candidates[index].scope.map(evidence.writtenStores) ?? []
    }
    for (place, index) in able.enumerated() {
      for store in stores[place] {
        // What it writes by calling another handler is that one's: apart, it asks that one, and what
        // stands against the caller is that it writes by code that others call, too (B16).
        let isCaller = able.indices.contains { other in
          other != place && stores[other].contains(store)
            && reaches(candidates[index], candidates[able[other]])
        }
        if !isCaller { writers[store, default: []].append(index) }
      }
    }
    var groupOf = Array(candidates.indices)
    for store in writers.keys.sorted() {
      let members = group(writers[store] ?? [], groupOf)
      let handlers = Set(members.compactMap { candidates[$0].trigger.handler })
      guard handlers.count > 1, handlers.count <= rules.parameters.maxHandlers else { continue }
      let scope = scopes.scope(of: handlers.sorted())
      guard evidence.ownsWriters(of: store, scope) else { continue }
      for member in members { groupOf[member] = members[0] }
    }
    return groupOf
  }

  /// Flagged functions that mostly share their code (m2), of which one calls the other and waits for it
  /// (m3), or which have the path of their routes and their module in common (m4), where what they come to together is flagged, too.
  private func joinFlagged(_ candidates: inout [Candidate], _ units: inout [Int]) {
    let flagged = candidates.indices.filter {
      candidates[$0].trigger.handler != nil
        && rules.decide(candidates[$0].facts).verdict.isFlagged
    }
    for (place, first) in flagged.enumerated() {
      for second in flagged[(place + 1)...] where units[first] != units[second] {
        let one = candidates[first]
        let other = candidates[second]
        guard
          overlap(one, other) > rules.parameters.unitOverlap || isOneResource(one, other)
            || calls(one, other) || calls(other, one)
        else { continue }
        let members = group([first, second], units)
        var trial = candidates
        var joined = units
        for member in members { joined[member] = members[0] }
        remeasure(&trial, joined)
        guard members.allSatisfy({ rules.decide(trial[$0].facts).verdict.isFlagged }) else {
          continue
        }
        (candidates, units) = (trial, joined)
      }
    }
  }

  /// Share of the lines of two scopes that are in both; 0 for handlers that are one.
  private func overlap(_ one: Candidate, _ other: Candidate) -> Double {
    guard let a = one.scope, let b = other.scope, one.trigger.handler != other.trigger.handler
    else { return 0 }
    return scopes.overlap(a, b)
  }

  /// Whether one handler calls another itself: apart, each run of the one would pay for waiting for the
  /// other.
  private func calls(_ one: Candidate, _ other: Candidate) -> Bool {
    guard let from = one.trigger.handler, let to = other.trigger.handler, from != to else {
      return false
    }
    return scopes.successors(of: from).contains { Int($0) == to }
  }

  private func isOneResource(_ one: Candidate, _ other: Candidate) -> Bool {
    guard one.trigger.kind == .http, other.trigger.kind == .http,
      let a = one.trigger.handler, let b = other.trigger.handler, a != b,
      module(of: a) == module(of: b), let path = Self.resource(one)
    else { return false }
    return path == Self.resource(other)
  }

  private func module(of symbol: Int) -> Int32 {
    graph.moduleOfFile[Int(graph.symbols[symbol].file)]
  }

  /// The first part of a route's path that names something.
  private static func resource(_ candidate: Candidate) -> String? {
    let path = candidate.declaration[.path] ?? ""
    return path.split(separator: "/").map(String.init).first(where: isNamed)
  }

  /// Whether a part of a route names something: neither a variable nor the version of an interface.
  private static func isNamed(_ part: String) -> Bool {
    if part == "api" { return false }
    if let first = part.first, "*{$:".contains(first) { return false }
    return !(part.first == "v" && part.dropFirst().allSatisfy(\.isNumber))
  }

  /// Whether the code of one handler calls another, and not the other way round.
  private func reaches(_ caller: Candidate, _ other: Candidate) -> Bool {
    guard let from = caller.trigger.handler, let to = other.trigger.handler, from != to,
      let scope = caller.scope, let back = other.scope
    else { return false }
    return scope.contains(to) && !back.contains(from)
  }

  /// All candidates of the groups that some candidates are in, ascending.
  private func group(_ members: [Int], _ groupOf: [Int]) -> [Int] {
    let groups = Set(members.map { groupOf[$0] })
    return groupOf.indices.filter { groups.contains(groupOf[$0]) }
  }

  /// Kinds and scopes that may become functions at all.
  private func isAble(_ candidate: Candidate) -> Bool {
    let passive: Set<TriggerKind> = [.cli, .startup, .daemon, .signal, .inproc, .direct, .duplex]
    return !passive.contains(candidate.trigger.kind) && !candidate.facts.isFrontEnd
      && !candidate.facts.blockers.contains { $0.severity == .hard }
  }

  private func remeasure(_ candidates: inout [Candidate], _ groupOf: [Int]) {
    for index in candidates.indices {
      let members = group([index], groupOf)
      let handlers = Set(members.compactMap { candidates[$0].trigger.handler }).sorted()
      guard handlers.count > 1 else { continue }
      let together = scopes.scope(of: handlers)
      var own = CandidateFacts(kind: candidates[index].facts.kind)
      evidence.measure(together, into: &own)
      candidates[index].facts.handlerCount = handlers.count
      candidates[index].facts.sharedWrites = own.sharedWrites
      candidates[index].facts.foreignReads = own.foreignReads
      candidates[index].facts.ownedStores = own.ownedStores
      candidates[index].facts.isDataUnseen = own.isDataUnseen
      candidates[index].facts.writtenStores = own.writtenStores
      candidates[index].facts.exclusiveShare = own.exclusiveShare
      candidates[index].facts.callsOut = own.callsOut
    }
  }
}
