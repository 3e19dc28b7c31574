internal import Basics
package import DependencyGraph
internal import Facts

/// Takes from a graph what folders and names say, so that what is found does not come from them.
///
/// Folders hidden: every file lies in one folder, symbols have no namespaces. Names hidden as well:
/// files, symbols and stores are numbered. What refers to what stays as it was resolved.
package struct Disguise: Sendable {
  package enum Part: String, Sendable, CaseIterable, Hashable { case folders, names }

  package let hidden: Set<Part>
  /// Another seed gives files another order and other numbers.
  package let seed: UInt64

  package init(hiding hidden: Set<Part>, seed: UInt64 = 1) {
    // Names without folders would keep the answer where it mostly stands.
    self.hidden = hidden.contains(.names) ? [.folders, .names] : hidden
    self.seed = seed
  }

  /// A graph and where its files come from.
  package struct Result: Sendable {
    package var graph: CodeGraph
    /// For each file of the result the file that it was.
    package var origins: [Int]
  }

  package func apply(_ graph: CodeGraph) -> Result {
    guard !hidden.isEmpty else {
      return Result(graph: graph, origins: Array(graph.files.indices))
    }
    let paths = paths(graph)
    let order = paths.indices.sorted { paths[$0].precedesBytewise(paths[$1]) }
    var renumbering = Renumbering(graph, order: order, paths: paths)
    if hidden.contains(.names) { renumbering.hideNames() }
    return Result(graph: renumbering.graph, origins: order)
  }

  /// A header and the source that implements it stay a pair: they have one number.
  private func keepPairs(_ graph: CodeGraph, _ numbers: inout [Int]) {
    var taken: Set<[String]> = []
    for pair in IncludedPairs(graph).pairs {
      let ending = graph.files[Int(pair.header)].path.split(separator: ".").last.map(String.init)
      if taken.insert(["\(pair.source)", ending ?? ""]).inserted {
        numbers[Int(pair.header)] = numbers[Int(pair.source)]
      }
    }
  }

  private func paths(_ graph: CodeGraph) -> [String] {
    var generator = SeededGenerator(seed: seed)
    var numbers = Array(graph.files.indices)
    numbers.shuffle(using: &generator)
    keepPairs(graph, &numbers)
    return graph.files.indices.map { file in
      let path = graph.files[file].path
      let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      // The number keeps files of one name apart.
      return hidden.contains(.names)
        ? "x\(numbers[file] + 1_000_000)\(name[dot...])"
        : "\(name[..<dot]).\(numbers[file] + 1_000_000)\(name[dot...])"
    }
  }
}

/// A graph whose files have another order and other paths.
private struct Renumbering {
  private(set) var graph: CodeGraph

  init(_ old: CodeGraph, order: [Int], paths: [String]) {
    graph = old
    var position = [Int32](repeating: -1, count: order.count)
    for (new, file) in order.enumerated() { position[file] = Int32(new) }
    func moved(_ file: Int32) -> Int32 { file < 0 ? file : position[Int(file)] }
    graph.files = order.map { old.files[$0] }
    for (new, file) in order.enumerated() { graph.files[new].path = paths[file] }
    graph.fileEdges = old.fileEdges.map {
      FileEdge(from: moved($0.from), to: moved($0.to), groups: $0.groups)
    }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    let symbols = moveSymbols(old, moved)
    func movedSymbol(_ symbol: Int32) -> Int32 { symbol < 0 ? symbol : symbols[Int(symbol)] }
    moveEdges(old, moved, movedSymbol)
    for index in graph.dataUses.indices {
      let file = old.dataUses[index].file
      graph.dataUses[index].file = moved(file)
      graph.dataUses[index].symbol = movedSymbol(old.dataUses[index].symbol)
      graph.dataUses[index].path = file < 0 ? "schema" : paths[Int(file)]
    }
    graph.dataUses.sort {
      ($0.store, $0.file, $0.line, $0.access.rawValue, $0.symbol, $0.through)
        < ($1.store, $1.file, $1.line, $1.access.rawValue, $1.symbol, $1.through)
    }
    for index in graph.lifetime.indices {
      graph.lifetime[index].file = moved(old.lifetime[index].file)
      graph.lifetime[index].symbol = movedSymbol(old.lifetime[index].symbol)
    }
    for index in graph.triggers.indices {
      let file = old.triggers[index].file
      graph.triggers[index].file = moved(file)
      graph.triggers[index].symbol = movedSymbol(old.triggers[index].symbol)
      graph.triggers[index].path = file < 0 ? "configuration" : paths[Int(file)]
    }
    for index in graph.targets.indices {
      graph.targets[index].files = old.targets[index].files.map(moved).sorted()
      graph.targets[index].path = "build"
    }
    ModuleAssignment().assign(to: &graph)
  }

  /// For each symbol its new index.
  private mutating func moveSymbols(_ old: CodeGraph, _ moved: (Int32) -> Int32) -> [Int32] {
    let order = old.symbols.indices.sorted {
      let (a, b) = (moved(old.symbols[$0].file), moved(old.symbols[$1].file))
      return a != b ? a < b : $0 < $1
    }
    var position = [Int32](repeating: -1, count: order.count)
    for (new, symbol) in order.enumerated() { position[symbol] = Int32(new) }
    graph.symbols = order.map { index in
      var symbol = old.symbols[index]
      symbol.file = moved(symbol.file)
      symbol.qualifiedName = symbol.name
      return symbol
    }
    return position
  }

  private mutating func moveEdges(
    _ old: CodeGraph, _ moved: (Int32) -> Int32, _ movedSymbol: (Int32) -> Int32
  ) {
    graph.symbolEdges = old.symbolEdges.map { edge in
      var edge = edge
      edge.fromFile = moved(edge.fromFile)
      edge.from = movedSymbol(edge.from)
      edge.to = movedSymbol(edge.to)
      return edge
    }.sorted {
      ($0.fromFile, $0.from, $0.to, $0.kind.rawValue, $0.line)
        < ($1.fromFile, $1.from, $1.to, $1.kind.rawValue, $1.line)
    }
  }

  mutating func hideNames() {
    for index in graph.symbols.indices {
      graph.symbols[index].name = "s\(index)"
      graph.symbols[index].qualifiedName = "s\(index)"
    }
    for index in graph.stores.indices { graph.stores[index].name = "t\(index)" }
    for index in graph.targets.indices { graph.targets[index].name = "b\(index)" }
    for index in graph.lifetime.indices { graph.lifetime[index].detail = "" }
  }
}
