internal import DependencyGraph
internal import Facts

/// Mutable state of a process that one candidate writes and another uses.
///
/// Candidates that live on the same variables cannot be deployed apart: neither owns its data. Two
/// of them are tied if, of the references of the one that uses such state more, at least
/// ``leastShare`` are uses of what the other writes; a stray flag ties nobody. Variables belong to a
/// process, so two programs are not tied, nor is what several programs each have a copy of. Linear
/// in references.
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
  /// The candidates of that set.
  private(set) var tied: Set<Int> = []
  /// The one with most foreign uses by most candidates, among those that several write if there are
  /// any.
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
    let lines = Self.lines(graph, groupOfFile, count)
    let programs = Programs(graph: graph, groupOfFile: groupOfFile, lines: lines)
    tie(Self.ties(foreign, references), programs.isProgram, lines)
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
    return many != few ? many : a.foreignUses * a.users > b.foreignUses * b.users
  }

  /// For each candidate those that it is tied to, by their uses or its own.
  private static func ties(_ foreign: [[Int]], _ references: [Int]) -> [Set<Int>] {
    var ties = Array(repeating: Set<Int>(), count: foreign.count)
    for a in foreign.indices {
      for b in foreign.indices where a != b {
        guard foreign[a][b] > 0, Double(foreign[a][b]) >= leastShare * Double(references[a]) else {
          continue
        }
        ties[a].insert(b)
        ties[b].insert(a)
      }
    }
    return ties
  }

  private mutating func tie(_ ties: [Set<Int>], _ isProgram: [Bool], _ lines: [Int]) {
    let isCopied = ties.map { $0.count { isProgram[$0] } > 1 }
    var label = Array(ties.indices)
    for (a, others) in ties.enumerated() {
      for b in others.sorted() where !(isProgram[a] && isProgram[b]) {
        if isCopied[a] && !isProgram[a] || isCopied[b] && !isProgram[b] { continue }
        let (old, new) = (max(label[a], label[b]), min(label[a], label[b]))
        if old != new { label = label.map { $0 == old ? new : $0 } }
      }
    }
    var sizes = [Int](repeating: 0, count: ties.count)
    var members = sizes
    for (group, root) in label.enumerated() {
      sizes[root] += lines[group]
      members[root] += 1
    }
    // The first of equals.
    let sets = sizes.indices.filter { members[$0] > 1 }
    guard let largest = sets.max(by: { (sizes[$0], $1) < (sizes[$1], $0) }) else { return }
    tiedShare = Double(sizes[largest]) / Double(max(1, lines.reduce(0, +)))
    tied = Set(label.indices.filter { label[$0] == largest })
  }

  private static func lines(_ graph: CodeGraph, _ groupOfFile: [Int], _ count: Int) -> [Int] {
    var lines = [Int](repeating: 0, count: count)
    for (file, group) in groupOfFile.enumerated() where group >= 0 {
      lines[group] += graph.files[file].codeLines
    }
    return lines
  }
}

/// Which candidates are programs: a good part of one is reached from where a process starts in it.
struct Programs {
  /// Mains of tools and examples that lie about reach little of the candidate around them.
  private static let leastReach = 1.0 / 3

  private(set) var isProgram: [Bool]

  /// `groupOfFile` gives for each file its candidate or -1, `lines` the code lines of candidates.
  /// Linear in references.
  init(graph: CodeGraph, groupOfFile: [Int], lines: [Int]) {
    var uses: [Int32: [Int32]] = [:]
    for edge in graph.symbolEdges where edge.from >= 0 && Self.leads(edge.kind) {
      let home = graph.symbols[Int(edge.to)].file
      if groupOfFile[Int(edge.fromFile)] == groupOfFile[Int(home)] {
        uses[edge.from, default: []].append(edge.to)
      }
    }
    var open = graph.symbols.indices.filter {
      graph.symbols[$0].traits.contains(.entryPoint)
        && groupOfFile[Int(graph.symbols[$0].file)] >= 0
    }.map(Int32.init)
    var isReached = Array(repeating: false, count: graph.symbols.count)
    for symbol in open { isReached[Int(symbol)] = true }
    while let symbol = open.popLast() {
      for used in uses[symbol] ?? [] where !isReached[Int(used)] {
        isReached[Int(used)] = true
        open.append(used)
      }
    }
    var isTouched = Array(repeating: false, count: graph.files.count)
    for (symbol, isReached) in zip(graph.symbols, isReached) where isReached {
      isTouched[Int(symbol.file)] = true
    }
    var reached = [Int](repeating: 0, count: lines.count)
    for (file, isTouched) in isTouched.enumerated() where isTouched && groupOfFile[file] >= 0 {
      reached[groupOfFile[file]] += graph.files[file].codeLines
    }
    isProgram = zip(reached, lines).map { Double($0) > Self.leastReach * Double($1) }
  }

  /// Functions run by calls and through addresses; tables of functions are variables.
  private static func leads(_ kind: EdgeKind) -> Bool {
    kind == .call || kind == .address || kind == .globalRead || kind == .globalWrite
  }
}
