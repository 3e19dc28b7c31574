internal import Basics
internal import Configuration
internal import DependencyGraph
internal import Facts

/// Measures the code that handlers reach by the criteria: data, state, life of the process.
struct ScopeEvidence {
  let graph: CodeGraph
  let isShared: [Bool]
  /// Data uses by store, those of tests left out.
  var usesOfStore: [[DataUse]]
  /// Functions that something calls.
  private let isCalled: Set<Int32>
  private var lifetimeOfSymbol: [Int: [LifetimeNode]] = [:]
  /// Edges that read or write a mutable variable, by variable.
  private var usesOfVariable: [Int: [SymbolEdge]] = [:]
  /// Stores that each symbol uses, and variables of those that it writes, so that a scope looks at
  /// its own alone.
  var storesOfSymbol: [Int: Set<Int>] = [:]
  private var variablesOfWriter: [Int: Set<Int>] = [:]
  /// The first use of something that holds sessions, by symbol.
  private let sessionUse: [Int: SymbolEdge]
  var suitabilityOfSymbol: [Int: [SuitabilityNode]] = [:]
  /// What holds for all functions of a type, by its qualified name.
  var suitabilityOfType: [String: [SuitabilityNode]] = [:]
  /// What holds for whole files: the libraries that they import.
  var suitabilityOfFile: [Int: [SuitabilityNode]] = [:]

  init(_ graph: CodeGraph, isShared: [Bool]) {
    self.graph = graph
    self.isShared = isShared
    usesOfStore = Array(repeating: [], count: graph.stores.count)
    let isData = graph.stores.map(Self.isData)
    for use in graph.storedUses
    where use.file >= 0 && graph.files[Int(use.file)].role != "test" && isData[Int(use.store)] {
      usesOfStore[Int(use.store)].append(use)
      if use.symbol >= 0 { storesOfSymbol[Int(use.symbol), default: []].insert(Int(use.store)) }
    }
    for node in graph.lifetime where node.symbol >= 0 {
      lifetimeOfSymbol[Int(node.symbol), default: []].append(node)
    }
    for node in graph.suitability {
      if node.symbol >= 0, graph.symbols[Int(node.symbol)].kind == .type {
        let name = graph.symbols[Int(node.symbol)].qualifiedName
        suitabilityOfType[name, default: []].append(node)
      } else if node.symbol >= 0 {
        suitabilityOfSymbol[Int(node.symbol), default: []].append(node)
      } else {
        suitabilityOfFile[Int(node.file), default: []].append(node)
      }
    }
    isCalled = Set(graph.symbolEdges.lazy.filter { $0.kind == .call }.map(\.to))
    let isSession = graph.symbols.map(Self.isSession)
    var sessionUse: [Int: SymbolEdge] = [:]
    func seeSession(_ edge: SymbolEdge) {
      if isSession[Int(edge.to)], sessionUse[Int(edge.from)] == nil {
        sessionUse[Int(edge.from)] = edge
      }
    }
    for edge in graph.symbolEdges where edge.from >= 0 {
      switch edge.kind {
      case .globalRead, .globalWrite:
        if Self.isState(graph.symbols[Int(edge.to)]),
          graph.files[Int(edge.fromFile)].role != "test"
        {
          usesOfVariable[Int(edge.to), default: []].append(edge)
          if edge.kind == .globalWrite {
            variablesOfWriter[Int(edge.from), default: []].insert(Int(edge.to))
          }
        }
        seeSession(edge)
      case .call, .field: seeSession(edge)
      default: break
      }
    }
    self.sessionUse = sessionUse
  }

  /// Messages are how parts speak to one another, no data that one of them would have to own.
  private static func isData(_ store: StoreNode) -> Bool {
    store.store != .queue && store.store != .topic
  }

  private static func isState(_ node: SymbolNode) -> Bool {
    node.traits.contains(.mutableState) && !node.traits.contains(.threadLocal)
  }

  /// Fills in what the scope says about a candidate.
  func measure(_ scope: CodeScope, into facts: inout CandidateFacts) {
    facts.lines = scope.lines
    facts.exclusiveShare = scope.exclusiveShare
    facts.callsOut = scope.callsOut
    measureData(scope, &facts)
    facts.blockers = session(scope) + state(scope, facts) + life(scope)
    facts.blockers += hiddenStores(scope)
    addShown(scope, &facts)
    facts.isDataUnseen = facts.blockers.contains { $0.ground.id == Self.unseenData }
    facts.confidence = min(facts.confidence, completeness(scope))
  }

  /// Stores that the scope writes, ascending.
  func writtenStores(_ scope: CodeScope) -> [Int] {
    used(storesOfSymbol, by: scope).filter { store in
      !isHidden(store)
        && usesOfStore[store].contains { $0.access == .write && isIn(scope, $0.symbol) }
    }
  }

  /// What the functions of a scope use, ascending.
  func used(_ table: [Int: Set<Int>], by scope: CodeScope) -> [Int] {
    var found: Set<Int> = []
    for symbol in scope.members { if let used = table[symbol] { found.formUnion(used) } }
    return found.sorted()
  }

  /// Whether every writer of a store is exclusive to the scope.
  func ownsWriters(of store: Int, _ scope: CodeScope) -> Bool {
    usesOfStore[store].allSatisfy {
      $0.access != .write || isOwn(scope, $0.symbol) || !isAtWork($0)
    }
  }

  /// False for what is done to a table once, by migrations and other tools, and for statements of a
  /// mapping beside the code that nothing calls.
  private func isAtWork(_ use: DataUse) -> Bool {
    let file = graph.files[Int(use.file)]
    if file.role == "tool" { return false }
    return use.path == file.path || use.symbol < 0 || isCalled.contains(use.symbol)
  }

  private func isIn(_ scope: CodeScope, _ symbol: Int32) -> Bool {
    symbol >= 0 && scope.contains(Int(symbol))
  }

  private func isOwn(_ scope: CodeScope, _ symbol: Int32) -> Bool {
    symbol >= 0 && scope.isExclusive(Int(symbol))
  }

  func place(_ file: Int32, _ line: UInt32) -> TriggerPlace {
    TriggerPlace(graph.files[Int(file)].path, Int(line))
  }

  func place(_ use: DataUse) -> TriggerPlace { TriggerPlace(use.path, Int(use.line)) }

  // MARK: Data

  private func measureData(_ scope: CodeScope, _ facts: inout CandidateFacts) {
    for store in used(storesOfSymbol, by: scope) where !isHidden(store) {
      let uses = usesOfStore[store]
      let name = "\(graph.stores[store].store) '\(graph.stores[store].name)'"
      let own = uses.filter { isIn(scope, $0.symbol) }
      let others = uses.filter {
        $0.access == .write && !isOwn(scope, $0.symbol)
          && (isIn(scope, $0.symbol) || isAtWork($0))
      }
      if let write = own.first(where: { $0.access == .write }) {
        facts.writtenStores += 1
        if others.isEmpty { facts.ownedStores.append(graph.stores[store].name) }
        if let ground = sharedWrite(name, write, others, scope) {
          facts.sharedWrites.append(ground)
        }
      } else if let read = own.first(where: { $0.access == .read }), let other = others.first {
        facts.foreignReads.append(
          Ground(
            "B16", "\(name) is read here and written by others",
            places: [place(read), place(other)]))
      }
    }
  }

  /// A table that is written here and elsewhere, or here by code that others call too.
  private func sharedWrite(
    _ name: String, _ write: DataUse, _ others: [DataUse], _ scope: CodeScope
  ) -> Ground? {
    guard !others.isEmpty else { return nil }
    let elsewhere = others.filter { !isIn(scope, $0.symbol) }
    let text =
      elsewhere.isEmpty
      ? "is written by code that others call too" : "is written here and by others"
    let first = place(write)
    let places = distinct((elsewhere.isEmpty ? others : elsewhere).map(place), 4)
    return Ground(
      "B16", "\(name) \(text)", places: [first] + places.filter { $0 != first }.prefix(3),
      hint: "let one part own it, the other asks")
  }

  func distinct(_ places: [TriggerPlace], _ limit: Int) -> [TriggerPlace] {
    Array(Set(places).sorted().prefix(limit))
  }

  // MARK: State

  /// B2: sessions that are kept in memory.
  private func session(_ scope: CodeScope) -> [CandidateFacts.Blocker] {
    for symbol in scope.members {
      if let edge = sessionUse[symbol] {
        let ground = Ground(
          "B2", "uses '\(graph.symbols[Int(edge.to)].qualifiedName)', sessions in memory",
          places: [place(edge.fromFile, edge.line)],
          hint: "keep sessions in a shared store, or in a signed token")
        return [.init(.container, ground)]
      }
    }
    return []
  }

  /// A variable or a member of a type that holds sessions.
  private static func isSession(_ node: SymbolNode) -> Bool {
    let holders = [
      "sessions", "sessionstore", "sessionmanager", "sessionmap", "sessiontable",
      "sessionpool", "sessioncache",
    ]
    let name = node.name.lowercased()
    guard
      node.kind == .variable || node.kind == .method
        || node.kind == .field && (name.contains("session") || name.contains("connection"))
    else { return false }
    let parts = node.qualifiedName.lowercased().split { $0 == ":" || $0 == "." || $0 == "_" }
    return node.kind == .variable
      ? node.traits.contains(.mutableState) && parts.contains { holders.contains(String($0)) }
      : parts.dropLast().contains { holders.contains(String($0)) }
  }

  /// B4: variables that outlive an event and are written here.
  private func state(
    _ scope: CodeScope, _ facts: CandidateFacts
  ) -> [CandidateFacts.Blocker] {
    var found: [CandidateFacts.Blocker] = []
    for variable in used(variablesOfWriter, by: scope) {
      // Each request to PHP begins with everything forgotten.
      if facts.kind == .http, graph.files[Int(graph.symbols[variable].file)].language == .php {
        continue
      }
      let uses = usesOfVariable[variable] ?? []
      let own = uses.filter { isIn(scope, $0.from) }
      guard let write = own.first(where: { $0.kind == .globalWrite }) else { continue }
      let others = uses.filter { !isOwn(scope, $0.from) && $0.from != write.from }
      let node = graph.symbols[variable]
      let isSerious = !others.isEmpty && !isShared[Int(node.file)]
      let what = others.isEmpty ? "keeps state between events" : "is used by others too"
      found.append(
        .init(
          isSerious ? .container : .soft,
          Ground(
            "B4", "'\(node.qualifiedName)' is written here and \(what)",
            places: [place(write.fromFile, write.line)]
              + distinct(others.map { place($0.fromFile, $0.line) }, 2),
            hint: "pass it in, or keep it in a store")))
    }
    return found
  }

  // MARK: Life of the process

  private func life(_ scope: CodeScope) -> [CandidateFacts.Blocker] {
    var found: [CandidateFacts.Blocker] = []
    for symbol in scope.members {
      for node in lifetimeOfSymbol[symbol] ?? [] {
        guard let rule = LifetimeRule(node, isShared: isShared[Int(node.file)]) else { continue }
        let severity = scope.isNear(symbol) ? rule.severity : .warning
        if found.contains(where: { $0.ground.id == rule.id && $0.severity >= severity }) {
          continue
        }
        let name = graph.symbols[symbol].name
        let isNear = scope.isNear(symbol)
        let seam = isNear ? "" : ", behind an interface that others implement, too"
        found.append(
          .init(
            isNear ? rule.severity : .warning,
            Ground(
              rule.id, "'\(name)' \(rule.text)\(seam)", places: [place(node.file, node.line)],
              hint: rule.hint)))
      }
    }
    return found
  }

  /// Share of the references in the reached files that are resolved.
  private func completeness(_ scope: CodeScope) -> Double {
    let files = Set(scope.members.map { Int(graph.symbols[$0].file) })
    var resolved = 0
    var unresolved = 0
    for file in files {
      resolved += graph.files[file].resolvedReferences + graph.files[file].externalReferences
      unresolved += graph.files[file].unresolvedReferences
    }
    return resolved + unresolved == 0 ? 1 : Double(resolved) / Double(resolved + unresolved)
  }
}

/// What a lifetime fact means for a function.
struct LifetimeRule {
  var id: String
  var severity: CandidateFacts.Blocker.Severity
  var text: String
  var hint: String?

  /// Nil for facts that are harmless where they stand.
  init?(_ node: LifetimeNode, isShared: Bool) {
    switch node.kind {
    case .endlessLoop where node.detail != "exit":
      self.init(
        "B7", .hard, "loops for ever", "handle one item a run, and declare what starts it")
    case .eventLoop where !["poll", "ppoll", "select", "pselect"].contains(node.detail):
      self.init("B7", .hard, "runs an event loop (\(node.detail))", nil)
    case .socketListened, .connectionAccepted:
      self.init("B18", .hard, "listens on a socket (\(node.detail))", nil)
    case .processForked where ["fork", "vfork", "daemon"].contains(node.detail):
      self.init("B23", .hard, "starts processes (\(node.detail))", nil)
    case .sharedMemory:
      self.init("B23", .hard, "shares memory with other processes (\(node.detail))", nil)
    case .threadStarted:
      self.init(
        "B5", .container, "starts a thread (\(node.detail)) that may outlive the event",
        "wait for it before the end")
    case .lockHeld:
      self.init(
        "B8", .container, "takes a lock on its machine (\(node.detail))",
        "use a lock of the database")
    case .fileWritten where !isShared:
      self.init(
        "B6", .container, "writes a local file (\(node.detail))", "write to an object store")
    default: return nil
    }
  }

  private init(
    _ id: String, _ severity: CandidateFacts.Blocker.Severity, _ text: String, _ hint: String?
  ) {
    self.id = id
    self.severity = severity
    self.text = text
    self.hint = hint
  }
}
