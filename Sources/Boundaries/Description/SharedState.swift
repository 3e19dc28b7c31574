internal import DependencyGraph
internal import Facts

/// Mutable state of a process that one candidate writes and another uses.
///
/// Candidates that live on the same variables cannot be deployed apart: neither owns its data. Two
/// of them are tied if, of the references of the one that uses such state more, at least
/// ``leastShare`` are uses of what the other writes; a stray flag ties nobody. Linear in references.
struct SharedState {
  /// A variable that several candidates use and not only its one user writes.
  struct Variable {
    /// Index into the graph's symbols.
    var symbol: Int
    /// Candidates that write it.
    var writers: Int
    /// Candidates that read or write it.
    var users: Int
    /// Uses by candidates of what another one writes.
    var foreignUses: Int
  }

  private static let leastShare = 0.01

  /// Share of the candidates' code lines that lies in the largest set of tied candidates; 0 if none
  /// are tied.
  private(set) var tiedShare = 0.0
  /// How many candidates that set has.
  private(set) var tiedCount = 0
  /// The one with most foreign uses among those that several candidates write, if there are any.
  private(set) var heaviest: Variable?

  /// `groupOfFile` gives for each file of the graph its candidate, or -1.
  init(graph: CodeGraph, groupOfFile: [Int], count: Int) {
    var uses: [Int32: [Int: (reads: Int, writes: Int)]] = [:]
    var references = [Int](repeating: 0, count: count)
    for edge in graph.symbolEdges {
      let group = groupOfFile[Int(edge.fromFile)]
      guard group >= 0 else { continue }
      references[group] += Int(edge.count)
      let isWrite = edge.kind == .globalWrite
      guard isWrite || edge.kind == .globalRead, Self.isState(graph.symbols[Int(edge.to)]) else {
        continue
      }
      if isWrite {
        uses[edge.to, default: [:]][group, default: (0, 0)].writes += Int(edge.count)
      } else {
        uses[edge.to, default: [:]][group, default: (0, 0)].reads += Int(edge.count)
      }
    }
    var foreign = Array(repeating: [Int](repeating: 0, count: count), count: count)
    for (symbol, byGroup) in uses.sorted(by: { $0.key < $1.key }) {
      add(Int(symbol), byGroup, to: &foreign)
    }
    tie(foreign, references, lines: Self.lines(graph, groupOfFile, count))
  }

  /// State of a thread ends at the process as well, but nobody else sees it.
  private static func isState(_ symbol: SymbolNode) -> Bool {
    symbol.traits.contains(.mutableState) && !symbol.traits.contains(.threadLocal)
  }

  private mutating func add(
    _ symbol: Int, _ byGroup: [Int: (reads: Int, writes: Int)], to foreign: inout [[Int]]
  ) {
    let writers = byGroup.filter { $0.value.writes > 0 }.map(\.key)
    var sum = 0
    for (group, count) in byGroup {
      let others = writers.filter { $0 != group }
      if others.isEmpty { continue }
      sum += count.reads + count.writes
      for writer in others { foreign[group][writer] += count.reads + count.writes }
    }
    let variable = Variable(
      symbol: symbol, writers: writers.count, users: byGroup.count, foreignUses: sum)
    if sum > 0, heaviest.map({ Self.isHeavier(variable, $0) }) ?? true { heaviest = variable }
  }

  private static func isHeavier(_ a: Variable, _ b: Variable) -> Bool {
    let (many, few) = (a.writers > 1, b.writers > 1)
    return many != few ? many : a.foreignUses > b.foreignUses
  }

  private mutating func tie(_ foreign: [[Int]], _ references: [Int], lines: [Int]) {
    var label = Array(foreign.indices)
    for a in foreign.indices {
      for b in foreign.indices where a != b {
        guard foreign[a][b] > 0,
          Double(foreign[a][b]) >= Self.leastShare * Double(references[a])
        else { continue }
        let (old, new) = (max(label[a], label[b]), min(label[a], label[b]))
        if old != new { label = label.map { $0 == old ? new : $0 } }
      }
    }
    var sizes = [Int](repeating: 0, count: foreign.count)
    var members = sizes
    for (group, root) in label.enumerated() {
      sizes[root] += lines[group]
      members[root] += 1
    }
    // The first of equals.
    let sets = sizes.indices.filter { members[$0] > 1 }
    guard let largest = sets.max(by: { (sizes[$0], $1) < (sizes[$1], $0) }) else { return }
    tiedShare = Double(sizes[largest]) / Double(max(1, lines.reduce(0, +)))
    tiedCount = members[largest]
  }

  private static func lines(_ graph: CodeGraph, _ groupOfFile: [Int], _ count: Int) -> [Int] {
    var lines = [Int](repeating: 0, count: count)
    for (file, group) in groupOfFile.enumerated() where group >= 0 {
      lines[group] += graph.files[file].codeLines
    }
    return lines
  }
}
