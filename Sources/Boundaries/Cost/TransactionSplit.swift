internal import DependencyGraph
internal import Facts
internal import Graphs

/// Finds the transactions that write tables of several owners.
///
/// Each function that opens a transaction, and each member of a type that does, is one. It holds
/// all that it calls; of overrides those that are certain, and apart from them all that may be.
/// Owners are summed up over the condensation of the call graph, so that time is linear in
/// references times owners / 64, and only what is distributed is looked at again.
struct TransactionSplit {
  let scope: CutScope
  let ownerOf: [Int]
  private var graph: CodeGraph { scope.graph }

  /// In the order of functions. A transaction that is distributed only by calling another one of
  /// the same owners is counted there.
  func transactions() -> [DistributedTransaction] {
    let starts = graph.transactionStarts
    guard !starts.isEmpty, scope.count > 1 else { return [] }
    let writes = Dictionary(
      grouping: graph.tableUses.filter {
        $0.access == .write && ownerOf[Int($0.store)] >= 0 && scope.side(of: $0) != CutScope.nobody
      }
    ) { Int($0.symbol) }
    let sure = CallReach(graph, overrides: .single)
    let functions = Set(starts.flatMap { sure.functions(of: Int($0.symbol), in: graph) }).sorted()
    let certain = causes(sure, functions, writes)
    let known = Set(certain.flatMap { [$0.function] + $0.enclosing })
    let possible = causes(CallReach(graph), functions.filter { !known.contains($0) }, writes)
    return
      (certain.map { entry($0, isCertain: true) } + possible.map { entry($0, isCertain: false) })
      .sorted { $0.symbol < $1.symbol }
  }

  private struct Cause {
    var function: Int
    var enclosing: [Int]
    /// What it reaches and writes.
    var writes: [DataUse]
  }

  private func causes(
    _ reach: CallReach, _ functions: [Int], _ writes: [Int: [DataUse]]
  ) -> [Cause] {
    let owners = ownersReached(reach, writes)
    let distributed = functions.filter { owners($0).count > 1 }
    let isDistributed = Set(distributed)
    var inner: [Int: [Int]] = [:]
    var reachedWrites: [Int: [DataUse]] = [:]
    for function in distributed {
      let reached = reach.reached(from: [function]).sorted()
      reachedWrites[function] = reached.flatMap { writes[$0] ?? [] }
      inner[function] = reached.filter {
        $0 != function && isDistributed.contains($0) && owners($0) == owners(function)
      }
    }
    var causes: [Cause] = []
    var placeOf: [Int: Int] = [:]
    for function in distributed {
      // Of functions that call one another the first is the cause.
      let isCause = inner[function]!.allSatisfy {
        inner[$0]!.contains(function) && function < $0
      }
      guard isCause else { continue }
      placeOf[function] = causes.count
      causes.append(
        Cause(function: function, enclosing: [], writes: reachedWrites[function]!))
    }
    for function in distributed where placeOf[function] == nil {
      for cause in inner[function]! {
        if let place = placeOf[cause] { causes[place].enclosing.append(function) }
      }
    }
    return causes
  }

  /// The owners of what a function may write, as a set of bits for each component of the calls.
  private func ownersReached(
    _ reach: CallReach, _ writes: [Int: [DataUse]]
  ) -> (Int) -> Set<Int> {
    let count = graph.symbols.count
    let calls = DirectedGraph(
      nodeCount: count,
      edges: (0..<count).lazy.flatMap { from in
        reach[from].lazy.map { WeightedEdge(from, Int($0)) }
      })
    let components = calls.strongComponents
    let words = (scope.count + 63) / 64
    var bits = [UInt64](repeating: 0, count: components.members.count * words)
    for (component, members) in components.members.enumerated().reversed() {
      for symbol in members {
        for use in writes[symbol] ?? [] {
          let owner = ownerOf[Int(use.store)]
          bits[component * words + owner / 64] |= 1 << UInt64(owner % 64)
        }
        for next in reach[symbol] {
          let other = components.componentOf[Int(next)]
          if other == component { continue }
          for word in 0..<words { bits[component * words + word] |= bits[other * words + word] }
        }
      }
    }
    let componentOf = components.componentOf
    let boundaries = scope.count
    return { [bits] symbol in
      Set(
        (0..<boundaries).filter {
          bits[componentOf[symbol] * words + $0 / 64] >> UInt64($0 % 64) & 1 == 1
        })
    }
  }

  private func entry(_ cause: Cause, isCertain: Bool) -> DistributedTransaction {
    var places: [Int32: SourcePlace] = [:]
    for use in cause.writes {
      let place = scope.place(of: use)
      if places[use.store].map({ (place.file, place.line) < ($0.file, $0.line) }) ?? true {
        places[use.store] = place
      }
    }
    let symbol = graph.symbols[cause.function]
    let side = scope.sideOfFile[Int(symbol.file)]
    let foreign = cause.writes.filter { scope.side(of: $0) != ownerOf[Int($0.store)] }
    return DistributedTransaction(
      symbol: cause.function,
      place: SourcePlace(file: Int(symbol.file), line: Int(symbol.line)),
      home: side >= 0 ? side : nil,
      writes: places.sorted { $0.key < $1.key }.map {
        (store: Int($0.key), owner: ownerOf[Int($0.key)], place: $0.value)
      },
      foreign: Set(foreign.map { Int($0.store) }).sorted(),
      isCertain: isCertain, enclosing: Set(cause.enclosing).count)
  }
}
