internal import Basics
internal import DependencyGraph
internal import Facts

/// What crosses between boundaries: exposed symbols and the uses from pair to pair.
struct Surface {
  private(set) var exposed: [[Exposed]]
  private(set) var crossings: [Crossing]

  private struct Pair: Hashable, Comparable {
    var from: Int
    var to: Int

    static func < (a: Pair, b: Pair) -> Bool { (a.from, a.to) < (b.from, b.to) }
  }

  private struct Sum {
    var kinds: [EdgeKind: Int] = [:]
    var places: [SourcePlace] = []
    /// Places of inclusions, which say less than uses: taken where there is no other.
    var inclusions: [SourcePlace] = []
    var symbols: [Int: Int] = [:]
  }

  private static let symbolLimit = 10
  private static let placeLimit = 5

  /// `groupOfFile` gives for each file of the graph its boundary, or -1.
  init(graph: CodeGraph, groupOfFile: [Int], count: Int) {
    var sums: [Pair: Sum] = [:]
    for edge in graph.fileEdges {
      let pair = Pair(from: groupOfFile[Int(edge.from)], to: groupOfFile[Int(edge.to)])
      guard pair.from >= 0, pair.to >= 0, pair.from != pair.to else { continue }
      Self.add(edge, graph, to: &sums[pair, default: Sum()])
    }
    var users: [Int: [Int: Int]] = [:]
    for edge in graph.symbolEdges {
      let symbol = graph.symbols[Int(edge.to)]
      let pair = Pair(
        from: groupOfFile[Int(edge.fromFile)], to: groupOfFile[Int(symbol.file)])
      guard pair.from >= 0, pair.to >= 0, pair.from != pair.to else { continue }
      sums[pair]?.symbols[Int(edge.to), default: 0] += Int(edge.count)
      users[Int(edge.to), default: [:]][pair.from, default: 0] += Int(edge.count)
    }
    exposed = Self.exposed(users, graph, groupOfFile, count)
    crossings = sums.sorted { $0.key < $1.key }.map { Self.crossing($0.key, $0.value, graph) }
  }

  private static func add(_ edge: FileEdge, _ graph: CodeGraph, to sum: inout Sum) {
    for group in graph.evidence[edge.groups.range] {
      sum.kinds[group.kind, default: 0] += group.lines.count
      let line = Int(graph.evidenceLines[Int(group.lines.start)])
      let place = SourcePlace(file: graph.place(of: group, in: edge), line: line)
      if group.kind == .include {
        if sum.inclusions.count < placeLimit { sum.inclusions.append(place) }
      } else if sum.places.count < placeLimit {
        sum.places.append(place)
      }
    }
  }

  private static func crossing(_ pair: Pair, _ sum: Sum, _ graph: CodeGraph) -> Crossing {
    let symbols = sum.symbols.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }
    return Crossing(
      from: pair.from, to: pair.to,
      kinds: sum.kinds.sorted { $0.key < $1.key }.map { ($0.key.name, $0.value) },
      symbols: symbols.prefix(symbolLimit).map { graph.symbols[$0.key].qualifiedName },
      places: sum.places.isEmpty ? sum.inclusions : sum.places)
  }

  private static func exposed(
    _ users: [Int: [Int: Int]], _ graph: CodeGraph, _ groupOfFile: [Int], _ count: Int
  ) -> [[Exposed]] {
    var result: [[Exposed]] = Array(repeating: [], count: count)
    for (symbol, byUser) in users {
      let home = groupOfFile[Int(graph.symbols[symbol].file)]
      result[home].append(
        Exposed(
          symbol: symbol, references: byUser.values.reduce(0, +), users: byUser.keys.sorted()))
    }
    return result.map {
      $0.sorted {
        $0.references != $1.references ? $0.references > $1.references : $0.symbol < $1.symbol
      }
    }
  }
}

/// Who owns which stores, by who writes them; what nobody writes is owned where it is defined.
struct StoreOwnership {
  private(set) var owns: [[String]]
  private(set) var shares: [[String]]
  private(set) var reads: [[String]]

  init(graph: CodeGraph, groupOfFile: [Int], count: Int) {
    owns = Array(repeating: [], count: count)
    shares = owns
    reads = owns
    var writers = Array(repeating: Set<Int>(), count: graph.stores.count)
    var readers = writers
    var definers = writers
    for use in graph.storedUses where use.file >= 0 {
      let group = groupOfFile[Int(use.file)]
      guard group >= 0 else { continue }
      switch use.access {
      case .read: readers[Int(use.store)].insert(group)
      case .write: writers[Int(use.store)].insert(group)
      case .define: definers[Int(use.store)].insert(group)
      }
    }
    for index in writers.indices where writers[index].isEmpty { writers[index] = definers[index] }
    for (index, store) in graph.stores.enumerated() {
      for group in writers[index].sorted() {
        if writers[index].count == 1 {
          owns[group].append(store.name)
        } else {
          shares[group].append(store.name)
        }
      }
      for group in readers[index].subtracting(writers[index]).sorted() {
        reads[group].append(store.name)
      }
    }
  }
}
