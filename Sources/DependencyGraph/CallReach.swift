internal import Facts

/// What may run when a function is called: what it calls or hands on by address, and what overrides
/// that.
package struct CallReach: Sendable {
  /// Which overrides a call of a method may be one of.
  package enum Overrides: Sendable {
    case all
    /// Those of methods that are overridden once: what runs is certain.
    case single
  }

  private let forward: Neighbours
  private let members: TypeMembers

  /// Near linear in the symbols and references.
  package init(_ graph: CodeGraph, overrides: Overrides = .all) {
    members = TypeMembers(graph)
    var search = OverrideSearch(graph, members)
    var pairs = search.pairs()
    if overrides == .single { pairs = Self.single(pairs) }
    for edge in graph.symbolEdges
    where edge.from >= 0 && edge.from != edge.to && (edge.kind == .call || edge.kind == .address) {
      pairs.append((edge.from, edge.to))
    }
    forward = Neighbours(count: graph.symbols.count, pairs: pairs)
  }

  /// The functions themselves and all that they reach, in no order. Linear in what is reached.
  package func reached(from starts: [Int]) -> [Int] {
    var seen = Set(starts)
    var open = starts
    while let symbol = open.popLast() {
      for next in forward[symbol] where seen.insert(Int(next)).inserted { open.append(Int(next)) }
    }
    return Array(seen)
  }

  /// Functions that `symbol` stands for: itself, or the members of a type, ascending.
  package func functions(of symbol: Int, in graph: CodeGraph) -> [Int] {
    graph.symbols[symbol].isFunction ? [symbol] : members.functions(of: symbol)
  }

  /// What one function may run next.
  package subscript(symbol: Int) -> ArraySlice<Int32> { forward[symbol] }

  /// From each member to those of the same name in types that are derived from its own; what stands
  /// between them need not declare it.
  package static func overrides(_ graph: CodeGraph) -> [(from: Int32, to: Int32)] {
    var search = OverrideSearch(graph, TypeMembers(graph))
    return search.pairs()
  }

  /// Only those of methods that one other overrides.
  private static func single(
    _ pairs: [(from: Int32, to: Int32)]
  ) -> [(from: Int32, to: Int32)] {
    var counts: [Int32: Set<Int32>] = [:]
    for pair in pairs { counts[pair.from, default: []].insert(pair.to) }
    return pairs.filter { counts[$0.from]?.count == 1 }
  }
}

extension SymbolNode {
  package var isFunction: Bool { kind == .function || kind == .method }

  /// What stands before the last `.` or `::` of the qualified name.
  package var ownerName: String? {
    let bytes = qualifiedName.utf8
    guard let end = bytes.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") })
    else { return nil }
    let owner = bytes[..<end]
    return String(
      decoding: owner.last == UInt8(ascii: ":") ? owner.dropLast() : owner, as: UTF8.self)
  }
}
