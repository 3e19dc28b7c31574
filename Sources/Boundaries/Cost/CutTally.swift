internal import Configuration
internal import DependencyGraph
internal import Facts

/// What one side uses of another while it is counted, one reference or access after the other.
struct CutTally {
  /// How a reference uses its target, before it is known what else of the unit is used.
  enum Way: Hashable { case call, inherit, mention, state, value, row, moved, wired }

  private struct Key: Hashable {
    var way: Way
    var unit: Int32
    var symbol: Int32
  }

  private struct Use {
    var count = 0
    var first: SourcePlace
  }

  /// Accesses of one store.
  private struct Accesses {
    /// Functions, or files where code stands outside of all.
    var functions: Set<Int> = []
    var places: Set<SourcePlace> = []
    var first: SourcePlace
  }

  private var uses: [Key: Use] = [:]
  private var reads: [Int32: Accesses] = [:]
  private var writes: [Int32: Accesses] = [:]
  private var events: [Int32: Accesses] = [:]
  private(set) var imports = 0
  private var imported: [Int: SourcePlace] = [:]

  mutating func add(_ way: Way, unit: Int32, _ edge: SymbolEdge) {
    let place = SourcePlace(file: Int(edge.fromFile), line: Int(edge.line))
    uses[Key(way: way, unit: unit, symbol: edge.to), default: Use(first: place)].count +=
      Int(edge.count)
  }

  mutating func add(_ use: DataUse, at place: SourcePlace) {
    let isWrite = use.access == .write
    let function = use.symbol >= 0 ? Int(use.symbol) : -1 - Int(use.file)
    func record(_ list: inout [Int32: Accesses]) {
      list[use.store, default: Accesses(first: place)].functions.insert(function)
      list[use.store]!.places.insert(place)
    }
    if isWrite { record(&writes) } else { record(&reads) }
  }

  mutating func add(event store: Int32, at places: [SourcePlace]) {
    guard let first = places.first else { return }
    events[store, default: Accesses(first: first)].places.formUnion(places)
  }

  mutating func add(importOf file: Int, at lines: Int, first: SourcePlace) {
    imports += lines
    if imported[file] == nil { imported[file] = first }
  }

  // MARK: Contracts

  /// Items of a contract by name or number.
  private struct Sum {
    var references = 0
    var accesses = 0
    /// Items by symbol, store or file, with how much they are used.
    var items: [Int: (count: Int, name: String, first: SourcePlace)] = [:]
    /// Where an item of the list is several: commands of one table.
    var extra = 0

    mutating func add(_ key: Int, _ count: Int, _ name: String, _ first: SourcePlace) {
      items[key, default: (0, name, first)].count += count
      if (first.file, first.line) < (items[key]!.first.file, items[key]!.first.line) {
        items[key]!.first = first
      }
    }
  }

  /// In the order of ``Contract``; without transactions and cycles, which are not of one pair's
  /// uses.
  func contracts(_ graph: CodeGraph, _ units: CodeUnits, _ prices: CutPrices) -> [ContractCost] {
    var sums: [Contract: Sum] = [:]
    addUses(graph, units, to: &sums)
    addData(graph, prices, to: &sums)
    return sums.map { contract, sum in Self.cost(contract, sum, prices) }
      .sorted { $0.contract < $1.contract }
  }

  private func addUses(_ graph: CodeGraph, _ units: CodeUnits, to sums: inout [Contract: Sum]) {
    let inherited = Set(uses.keys.filter { $0.way == .inherit }.map(\.unit))
    let called = Set(uses.keys.filter { $0.way == .call }.map(\.unit)).subtracting(inherited)
    for (key, use) in uses {
      var contract = Self.contract(key.way)
      var item = Int(contract == .library || contract == .move ? key.unit : key.symbol)
      if inherited.contains(key.unit), contract == .call {
        (contract, item) = (.library, Int(key.unit))
      }
      if key.way == .row {
        let store = units.storeOf[Int(key.unit)]
        if writes[store] == nil || reads[store] != nil {
          sums[.readModel, default: Sum()].references += use.count
          sums[.readModel]!.add(Int(store), use.count, graph.stores[Int(store)].name, use.first)
          continue
        }
        // Only written: the type becomes that of the command.
        (contract, item) = (.library, Int(key.unit))
      }
      if key.way == .mention, called.contains(key.unit) {
        // The type of what is called: the operations are counted.
        sums[.call, default: Sum()].references += use.count
        continue
      }
      sums[contract, default: Sum()].references += use.count
      sums[contract]!.add(item, use.count, graph.symbols[item].qualifiedName, use.first)
    }
    guard uses.isEmpty, reads.isEmpty, writes.isEmpty, events.isEmpty else { return }
    for (file, first) in imported {
      sums[.library, default: Sum()].add(file, 1, graph.files[file].path, first)
    }
  }

  private static func contract(_ way: Way) -> Contract {
    switch way {
    case .call, .wired: .call
    case .inherit, .mention, .value: .library
    case .state: .state
    case .row: .readModel
    case .moved: .move
    }
  }

  private func addData(_ graph: CodeGraph, _ prices: CutPrices, to sums: inout [Contract: Sum]) {
    for (store, found) in writes {
      sums[.write, default: Sum()].accesses += found.places.count
      sums[.write]!.add(Int(store), found.places.count, graph.stores[Int(store)].name, found.first)
      sums[.write]!.extra += found.functions.count - 1
    }
    let (call, copy) = (prices["call"], prices["read-model"])
    for (store, found) in reads {
      let places = Double(found.places.count)
      let asks = call.item * Double(found.functions.count) + call.place * places
      let isMapped = sums[.readModel]?.items[Int(store)] != nil
      let contract: Contract =
        !isMapped && asks < copy.item + copy.place * places ? .call : .readModel
      sums[contract, default: Sum()].accesses += found.places.count
      // Stores lie behind the symbols among the items of calls.
      let key = contract == .call ? graph.symbols.count + Int(store) : Int(store)
      sums[contract]!.add(
        key, found.places.count, graph.stores[Int(store)].name, found.first)
      if contract == .call { sums[contract]!.extra += found.functions.count - 1 }
    }
    for (store, found) in events {
      sums[.event, default: Sum()].accesses += found.places.count
      sums[.event]!.add(Int(store), found.places.count, graph.stores[Int(store)].name, found.first)
    }
  }

  private static func cost(_ contract: Contract, _ sum: Sum, _ prices: CutPrices) -> ContractCost {
    let price = prices[contract.rawValue]
    let items = sum.items.count + sum.extra
    let order = sum.items.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }.map(\.value)
    // References to rows are to a type, which the copy has as well.
    let places = sum.accesses + (contract == .readModel ? 0 : sum.references)
    var cost = ContractCost(
      contract: contract, items: items, references: sum.references, accesses: sum.accesses,
      points: price.item * Double(items) + price.place * Double(places),
      examples: order.prefix(5).map(\.name), places: order.prefix(3).map(\.first))
    if contract == .call { cost.called = sum.items.keys.sorted() }
    return cost
  }
}
