internal import Basics
internal import Configuration
internal import DependencyGraph
internal import Facts

/// What rules of packs have found in what handlers reach.
extension ScopeEvidence {
  /// The criterion of clients of stores of which nobody saw what they read and write.
  static let unseenData = "B25"

  /// What rules of packs have found in the scope, one place for each criterion, the first; several
  /// libraries add up.
  func addShown(_ scope: CodeScope, _ facts: inout CandidateFacts) {
    var found: [String: [SuitabilityNode]] = [:]
    for symbol in scope.members {
      // Of what was read nothing is unseen.
      let isSeen = storesOfSymbol[symbol] != nil
      for node in suitabilityOfSymbol[symbol] ?? []
      where node.criterion != Self.unseenData || !isSeen {
        found[node.criterion, default: []].append(node)
      }
    }
    addShownOfTypes(scope, &found)
    for file in Set(scope.members.map { Int(graph.symbols[$0].file) }).sorted() {
      for node in suitabilityOfFile[file] ?? [] {
        found[node.criterion, default: []].append(node)
      }
    }
    if let clients = found[Self.unseenData] {
      let seen = filesWithData(scope)
      // The import of a client says nothing of a handler whose data was seen; a call of one does.
      let unseen = clients.filter { node in
        !seen.contains(Int(node.file)) && (seen.isEmpty || node.symbol >= 0)
      }
      found[Self.unseenData] = unseen.isEmpty ? nil : unseen
    }
    for id in Criterion.identifiers {
      guard let criterion = Criterion.all[id], let nodes = found[id] else { continue }
      add(criterion, nodes, scope, &facts)
    }
  }

  private func addShownOfTypes(
    _ scope: CodeScope, _ found: inout [String: [SuitabilityNode]]
  ) {
    guard !suitabilityOfType.isEmpty else { return }
    var seen: Set<String> = []
    for (symbol, isNear) in zip(scope.members, scope.nearness) where isNear {
      let node = graph.symbols[symbol]
      guard let owner = node.ownerName, seen.insert(owner).inserted else { continue }
      for fact in suitabilityOfType[owner] ?? [] where fact.file == node.file {
        found[fact.criterion, default: []].append(fact)
      }
    }
  }

  private func add(
    _ criterion: Criterion, _ all: [SuitabilityNode], _ scope: CodeScope,
    _ facts: inout CandidateFacts
  ) {
    let own = all.filter { node in
      node.symbol < 0 || scope.isNear(Int(node.symbol))
        || graph.symbols[Int(node.symbol)].kind == .type
    }
    let nodes = own.isEmpty ? all : own

    var sizes: [String: UInt32] = [:]
    for node in nodes where node.size > 1 { sizes[node.detail] = node.size }
    if !sizes.isEmpty {
      facts.packageSize = Double(sizes.values.reduce(0, +))
    }
    let what = sizes.isEmpty ? nodes[0].detail : sizes.keys.sorted().joined(separator: ", ")
    var ground = Ground(
      criterion.id, "\(criterion.text) ('\(what.escapedForTerminal)')",
      places: distinct(nodes.map { place($0.file, $0.line) }, 3), hint: criterion.hint)
    if own.isEmpty, criterion.severity != .favour {
      // Another type can stand there.
      ground.text += ", behind an interface that others implement, too"
      return facts.add(.init(.warning, ground))
    }
    switch criterion.severity {
    case .favour:
      ground.points = criterion.points
      facts.favours.append(ground)
    case .hard: facts.add(.init(.hard, ground))
    case .container: facts.add(.init(.container, ground))
    case .soft:
      // What everybody uses is provided for once, and no trait of this handler.
      let isOfAll = nodes.allSatisfy { isShared[Int($0.file)] }
      facts.add(.init(isOfAll ? .warning : .soft, ground, points: criterion.points))
    case .warning: facts.add(.init(.warning, ground))
    }
  }

  // MARK: Stores that nobody can tell apart

  /// Files of which something that is reached reads or writes data.
  private func filesWithData(_ scope: CodeScope) -> Set<Int> {
    var files: Set<Int> = []
    for symbol in scope.members where storesOfSymbol[symbol] != nil {
      files.insert(Int(graph.symbols[symbol].file))
    }
    return files
  }

  /// Whether all that is known of a cache is that code of everybody uses it: its keys are those of whoever
  /// calls that, and say nothing of who shares them.
  func isHidden(_ store: Int) -> Bool {
    let uses = usesOfStore[store].filter { $0.access != .define }
    return graph.stores[store].store == .cache && !uses.isEmpty
      && uses.allSatisfy { isShared[Int($0.file)] }
  }

  func hiddenStores(_ scope: CodeScope) -> [CandidateFacts.Blocker] {
    guard let criterion = Criterion.all[Self.unseenData] else { return [] }
    let uses = used(storesOfSymbol, by: scope).filter(isHidden).flatMap { store in
      usesOfStore[store].filter { $0.symbol >= 0 && scope.contains(Int($0.symbol)) }
    }
    guard !uses.isEmpty else { return [] }
    let ground = Ground(
      criterion.id, criterion.text, places: distinct(uses.map(place), 3), hint: criterion.hint)
    return [.init(.warning, ground)]
  }
}
