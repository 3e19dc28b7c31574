internal import DependencyGraph
internal import Facts

/// The units that code is cut along, types with their members and free functions, and what each is.
///
/// A *value* is a unit that holds or computes without reaching beyond itself: nearly all of its
/// functions are short and call nothing outside. It can be copied to both sides of a cut, so its
/// use is no talk. Nothing abstract is one: its functions run elsewhere.
struct CodeUnits {
  /// Functions of at most this many lines are short: a signature, braces and three statements.
  private static let shortLines = 6
  /// A value may have few functions that are longer: a comparison, a description.
  private static let valueShare = 0.8

  /// For each symbol the symbol of its unit: the type around it, or itself.
  let unitOf: [Int32]
  /// By unit.
  private(set) var isValue: [Bool]
  /// By symbol: a variable that outlives a call and that somebody writes, or may by its address.
  let isState: [Bool]
  /// The store that a unit maps rows of, or -1.
  private(set) var storeOf: [Int32]

  /// Linear in symbols, references and accesses.
  init(_ graph: CodeGraph) {
    unitOf = Self.units(graph)
    isState = Self.states(graph)
    storeOf = Array(repeating: -1, count: graph.symbols.count)
    isValue = Array(repeating: false, count: graph.symbols.count)
    var touchesData = Array(repeating: false, count: graph.symbols.count)
    for use in graph.storedUses where use.symbol >= 0 {
      let unit = Int(unitOf[Int(use.symbol)])
      if use.access != .define {
        touchesData[Int(use.symbol)] = true
      } else if graph.symbols[Int(use.symbol)].kind == .type, storeOf[unit] < 0 {
        storeOf[unit] = use.store
      }
    }
    for node in graph.lifetime where node.symbol >= 0 { touchesData[Int(node.symbol)] = true }
    findValues(graph, touchesData)
  }

  /// Whether an access stands in the type that maps the store.
  func isOwnRow(_ use: DataUse) -> Bool {
    use.symbol >= 0 && storeOf[Int(unitOf[Int(use.symbol)])] == use.store
  }

  /// Whether a function makes a value of its type; by its name, which languages agree on little.
  func isConstructor(_ symbol: Int32, _ graph: CodeGraph) -> Bool {
    let unit = unitOf[Int(symbol)]
    let node = graph.symbols[Int(symbol)]
    if unit == symbol { return node.kind == .type }
    return node.isFunction
      && (node.name == graph.symbols[Int(unit)].name || Self.constructors.contains(node.name))
  }

  private static let constructors: Set<String> = [
    "__init__", "__construct", "constructor", "initialize", "init",
  ]

  private static func units(_ graph: CodeGraph) -> [Int32] {
    var types: [String: [Int32]] = [:]
    for (index, symbol) in graph.symbols.enumerated() where symbol.kind == .type {
      types[symbol.qualifiedName, default: []].append(Int32(index))
    }
    return graph.symbols.enumerated().map { index, symbol in
      guard symbol.kind != .type, let owner = symbol.ownerName, let found = types[owner] else {
        return Int32(index)
      }
      if found.count == 1 { return found[0] }
      return found.first { graph.symbols[Int($0)].file == symbol.file } ?? Int32(index)
    }
  }

  private static func states(_ graph: CodeGraph) -> [Bool] {
    var isState = Array(repeating: false, count: graph.symbols.count)
    for edge in graph.symbolEdges where edge.kind == .globalWrite || edge.kind == .address {
      isState[Int(edge.to)] = graph.symbols[Int(edge.to)].traits.contains(.mutableState)
    }
    return isState
  }

  /// Twice, since what uses only values is one.
  private mutating func findValues(_ graph: CodeGraph, _ touchesData: [Bool]) {
    for _ in 0..<2 {
      var reaches = touchesData
      for edge in graph.symbolEdges where edge.from >= 0 {
        if leavesUnit(edge, graph) { reaches[Int(edge.from)] = true }
      }
      var short = Array(repeating: 0, count: graph.symbols.count)
      var all = short
      for (index, symbol) in graph.symbols.enumerated() where symbol.isFunction {
        all[Int(unitOf[index])] += 1
        let isShort = symbol.endLine < symbol.line + UInt32(Self.shortLines)
        if isShort, !reaches[index] { short[Int(unitOf[index])] += 1 }
      }
      isValue = graph.symbols.enumerated().map { unit, symbol in
        switch symbol.kind {
        case .constant, .macro, .alias, .namespace: true
        case .variable, .field: !isState[unit]
        case .function, .method: short[unit] > 0
        case .type:
          !symbol.traits.contains(.abstract)
            && Double(short[unit]) >= Self.valueShare * Double(all[unit])
        }
      }
    }
  }

  private func leavesUnit(_ edge: SymbolEdge, _ graph: CodeGraph) -> Bool {
    let target = Int(unitOf[Int(edge.to)])
    guard target != Int(unitOf[Int(edge.from)]), !isValue[target] else { return false }
    switch edge.kind {
    case .call, .address: return true
    case .globalRead, .globalWrite: return isState[Int(edge.to)]
    default: return false
    }
  }
}
