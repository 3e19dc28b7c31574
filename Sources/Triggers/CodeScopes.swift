internal import DependencyGraph
internal import Facts

/// What code handlers reach, and how much of it is theirs alone.
struct CodeScope {
  /// Symbols that are reached, ascending, the handlers among them.
  var members: [Int]
  /// Membership by symbol.
  var contains: [Bool]
  /// Whether nothing but the handlers leads to the symbol; false outside the scope.
  var isExclusive: [Bool]
  /// Lines of reached functions, shared libraries left out.
  var lines = 0
  var exclusiveLines = 0
  /// Calls from exclusive code to code that others use too, shared libraries left out.
  var callsOut = 0

  var exclusiveShare: Double { lines == 0 ? 1 : Double(exclusiveLines) / Double(lines) }
}

/// Follows calls, callbacks and tables of functions through the graph.
///
/// A virtual call reaches the declared method only, as the graph has it.
struct CodeScopes {
  private let graph: CodeGraph
  /// Files whose code is a library of everyone, by index.
  private let isShared: [Bool]
  private let forward: Neighbours
  private let backward: Neighbours
  /// Symbols that are used at file level, in the initialiser of a table.
  private var isUsedAtFileLevel: [Bool]

  init(_ graph: CodeGraph, isShared: [Bool]) {
    self.graph = graph
    self.isShared = isShared
    let count = graph.symbols.count
    isUsedAtFileLevel = Array(repeating: false, count: count)
    var pairs: [(from: Int32, to: Int32)] = []
    for edge in graph.symbolEdges where Self.isFollowed(edge, graph) {
      guard graph.files[Int(edge.fromFile)].role != "test" else { continue }
      if edge.from >= 0 {
        pairs.append((edge.from, edge.to))
      } else {
        isUsedAtFileLevel[Int(edge.to)] = true
      }
    }
    forward = Neighbours(count: count, pairs: pairs)
    backward = Neighbours(count: count, pairs: pairs.map { ($0.to, $0.from) })
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

  func successors(of symbol: Int) -> ArraySlice<Int32> { forward[symbol] }

  /// The scope of a set of handlers. Linear in what they reach, and in the number of symbols.
  func scope(of handlers: [Int]) -> CodeScope {
    let reached = reach(from: handlers)
    let members = reached.indices.filter { reached[$0] }
    var scope = CodeScope(
      members: members, contains: reached,
      isExclusive: exclusive(members, reached, Set(handlers)))
    for symbol in members where counts(symbol) {
      scope.lines += lineCount(symbol)
      guard scope.isExclusive[symbol] else { continue }
      scope.exclusiveLines += lineCount(symbol)
      scope.callsOut += forward[symbol].count {
        !scope.isExclusive[Int($0)] && counts(Int($0))
      }
    }
    return scope
  }

  private func reach(from starts: [Int]) -> [Bool] {
    var reached = Array(repeating: false, count: graph.symbols.count)
    var open = starts
    for start in starts { reached[start] = true }
    while let symbol = open.popLast() {
      for next in forward[symbol] where !reached[Int(next)] {
        reached[Int(next)] = true
        open.append(Int(next))
      }
    }
    return reached
  }

  /// Members to which no way leads from outside that avoids the handlers.
  private func exclusive(_ members: [Int], _ reached: [Bool], _ handlers: Set<Int>) -> [Bool] {
    var isExclusive = reached
    var open = members.filter { symbol in
      !handlers.contains(symbol)
        && (isUsedAtFileLevel[symbol] || backward[symbol].contains { !reached[Int($0)] })
    }
    for symbol in open { isExclusive[symbol] = false }
    while let symbol = open.popLast() {
      for next in forward[symbol] where isExclusive[Int(next)] && !handlers.contains(Int(next)) {
        isExclusive[Int(next)] = false
        open.append(Int(next))
      }
    }
    return isExclusive
  }

  /// Functions outside shared libraries; the others say nothing about whose code it is.
  private func counts(_ symbol: Int) -> Bool {
    let node = graph.symbols[symbol]
    return (node.kind == .function || node.kind == .method) && !isShared[Int(node.file)]
      && node.traits.contains(.definition)
  }

  private func lineCount(_ symbol: Int) -> Int {
    let node = graph.symbols[symbol]
    return max(1, Int(node.endLine) - Int(node.line) + 1)
  }
}
