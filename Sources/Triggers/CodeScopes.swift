internal import DependencyGraph
internal import Facts

/// What code handlers reach, and how much of it is theirs alone.
struct CodeScope {
  /// Symbols that are reached, ascending, the handlers among them.
  let members: [Int]
  /// For each member whether nothing but the handlers leads to it.
  let exclusivity: [Bool]
  /// For each member whether a way leads to it that crosses no seam.
  let nearness: [Bool]
  /// Lines of reached functions, shared libraries left out.
  var lines = 0
  var exclusiveLines = 0
  /// Calls from exclusive code to code that others use too, shared libraries left out.
  var callsOut = 0

  var exclusiveShare: Double { lines == 0 ? 1 : Double(exclusiveLines) / Double(lines) }

  init(members: [Int], exclusivity: [Bool], nearness: [Bool]) {
    self.members = members
    self.exclusivity = exclusivity
    self.nearness = nearness
  }

  func contains(_ symbol: Int) -> Bool { place(of: symbol) != nil }

  /// Whether it is reached without a seam; false outside the scope.
  func isNear(_ symbol: Int) -> Bool { place(of: symbol).map { nearness[$0] } ?? false }

  /// False outside the scope.
  func isExclusive(_ symbol: Int) -> Bool { place(of: symbol).map { exclusivity[$0] } ?? false }

  /// By binary search: a table over all symbols for each of thousands of handlers would not fit.
  private func place(of symbol: Int) -> Int? {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if members[middle] < symbol { low = middle + 1 } else { high = middle }
    }
    return low < members.count && members[low] == symbol ? low : nil
  }
}

/// Marks on symbols that are all taken away at once.
private final class Marks {
  private var stamps: [UInt32]
  private var current: UInt32 = 0

  init(count: Int) { stamps = Array(repeating: 0, count: count) }

  func clear() { current += 1 }

  func has(_ symbol: Int) -> Bool { stamps[symbol] == current }

  /// False if the symbol has the mark already.
  func add(_ symbol: Int) -> Bool {
    if stamps[symbol] == current { return false }
    stamps[symbol] = current
    return true
  }
}

/// Follows calls, callbacks and tables of functions through the graph.
///
/// Whoever makes a message that its own process listens to calls the listener. A call of a method reaches
/// those that stand in for it in derived types, as any of them may run, unless they are so many that the
/// method is an extension point. Where several types stand behind a method, it is a seam: what lies behind
/// counts for data and state, not as code of the handler.
struct CodeScopes {
  private let graph: CodeGraph
  /// Files whose code is a library of everyone, by index.
  private let isShared: [Bool]
  private let forward: Neighbours
  /// The same without what only seams lead to.
  private let direct: Neighbours
  private let backward: Neighbours
  /// Symbols that are used at file level, in the initialiser of a table.
  private var isUsedAtFileLevel: [Bool]
  private let reached: Marks
  private let foreign: Marks
  private let near: Marks

  init(_ graph: CodeGraph, isShared: [Bool], maxOverrides: Int = .max) {
    self.graph = graph
    self.isShared = isShared
    let count = graph.symbols.count
    isUsedAtFileLevel = Array(repeating: false, count: count)
    reached = Marks(count: count)
    foreign = Marks(count: count)
    near = Marks(count: count)
    var pairs: [(from: Int32, to: Int32)] = []
    for edge in graph.symbolEdges where Self.isFollowed(edge, graph) {
      guard graph.files[Int(edge.fromFile)].role != "test" else { continue }
      if edge.from >= 0 {
        pairs.append((edge.from, edge.to))
      } else {
        isUsedAtFileLevel[Int(edge.to)] = true
      }
    }
    pairs += MessageCalls.all(graph)
    let overrides = Self.overrides(graph, most: maxOverrides)
    direct = Neighbours(count: count, pairs: pairs + overrides.single)
    pairs += overrides.all
    forward = Neighbours(count: count, pairs: pairs)
    backward = Neighbours(count: count, pairs: pairs.map { ($0.to, $0.from) })
  }

  /// From methods to those that stand in for them in production code, and those among them that do so
  /// alone.
  private static func overrides(
    _ graph: CodeGraph, most: Int
  ) -> (all: [(from: Int32, to: Int32)], single: [(from: Int32, to: Int32)]) {
    var seen: Set<Int64> = []
    let pairs = CallReach.overrides(graph).filter { pair in
      graph.files[Int(graph.symbols[Int(pair.to)].file)].role != "test" && pair.from != pair.to
        && seen.insert(Int64(pair.from) << 32 | Int64(pair.to)).inserted
    }
    var counts: [Int32: Int] = [:]
    for pair in pairs { counts[pair.from, default: 0] += 1 }
    return (
      pairs.filter { counts[$0.from, default: 0] <= most },
      pairs.filter { counts[$0.from, default: 0] == 1 }
    )
  }

  /// Calls, addresses taken, and tables that are read for the functions in them.
  private static func isFollowed(_ edge: SymbolEdge, _ graph: CodeGraph) -> Bool {
    switch edge.kind {
    case .call, .address: edge.from != edge.to
    case .globalRead:
      [.variable, .constant].contains(graph.symbols[Int(edge.to)].kind) && edge.from != edge.to
    default: false
    }
  }

  func predecessors(of symbol: Int) -> ArraySlice<Int32> { backward[symbol] }

  func successors(of symbol: Int) -> ArraySlice<Int32> { forward[symbol] }

  /// The scope of a set of handlers. Linear in what they reach, but for sorting it.
  func scope(of handlers: [Int]) -> CodeScope {
    _ = reach(from: handlers, direct, near)
    let members = reach(from: handlers, forward, reached)
    markForeign(members, Set(handlers))
    // A handler's own file is its code, even where the file is taken for a library.
    let homes = Set(handlers.map { graph.symbols[$0].file })
    func counts(_ symbol: Int) -> Bool {
      self.counts(symbol) || homes.contains(graph.symbols[symbol].file) && isCode(symbol)
    }
    var scope = CodeScope(
      members: members, exclusivity: members.map { !foreign.has($0) },
      nearness: members.map { near.has($0) })
    for (symbol, isExclusive) in zip(members, scope.exclusivity)
    where near.has(symbol) && counts(symbol) {
      scope.lines += lineCount(symbol)
      guard isExclusive else { continue }
      scope.exclusiveLines += lineCount(symbol)
      scope.callsOut += direct[symbol].count { foreign.has(Int($0)) && counts(Int($0)) }
    }
    return scope
  }

  /// Lines of functions in both scopes, as a share of those in either; shared libraries left out.
  func overlap(_ a: CodeScope, _ b: CodeScope) -> Double {
    var both = 0
    for (symbol, isNear) in zip(a.members, a.nearness)
    where isNear && counts(symbol) && b.isNear(symbol) {
      both += lineCount(symbol)
    }
    let all = a.lines + b.lines - both
    return all == 0 ? 0 : Double(both) / Double(all)
  }

  /// What is reached, ascending; `marks` are set on it.
  private func reach(from starts: [Int], _ neighbours: Neighbours, _ marks: Marks) -> [Int] {
    marks.clear()
    var members: [Int] = []
    var open: [Int] = []
    for start in starts where marks.add(start) { open.append(start) }
    while let symbol = open.popLast() {
      members.append(symbol)
      for next in neighbours[symbol] where marks.add(Int(next)) { open.append(Int(next)) }
    }
    return members.sorted()
  }

  /// Marks the members to which a way leads from outside that avoids the handlers.
  private func markForeign(_ members: [Int], _ handlers: Set<Int>) {
    foreign.clear()
    var open = members.filter { symbol in
      !handlers.contains(symbol)
        && (isUsedAtFileLevel[symbol] || backward[symbol].contains { !reached.has(Int($0)) })
    }
    for symbol in open { _ = foreign.add(symbol) }
    while let symbol = open.popLast() {
      for next in forward[symbol]
      where reached.has(Int(next)) && !handlers.contains(Int(next)) && foreign.add(Int(next)) {
        open.append(Int(next))
      }
    }
  }

  /// Functions outside shared libraries; the others say nothing about whose code it is.
  private func counts(_ symbol: Int) -> Bool {
    isCode(symbol) && !isShared[Int(graph.symbols[symbol].file)]
  }

  private func isCode(_ symbol: Int) -> Bool {
    let node = graph.symbols[symbol]
    return (node.kind == .function || node.kind == .method) && node.traits.contains(.definition)
  }

  private func lineCount(_ symbol: Int) -> Int {
    let node = graph.symbols[symbol]
    return max(1, Int(node.endLine) - Int(node.line) + 1)
  }
}
