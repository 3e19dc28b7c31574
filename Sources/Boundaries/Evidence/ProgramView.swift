internal import DependencyGraph
internal import Facts
internal import Graphs

/// What the programs of a repository say: files that only one of several programs reaches are
/// deployed with it and with nothing else.
///
/// Programs are the files where a process starts. Following all references from them gives for each
/// file no program, one or several. The view speaks only where programs together own more of the code
/// than one of them could (`leastOwners`), so that a monolith with a few tools beside it is not
/// taken for a family of programs. Linear in references.
struct ProgramView {
  /// For each position of the scope the program that alone reaches it, by index into ``starts``; -1
  /// for files of none or several, and everywhere where the view has nothing to say.
  private(set) var programOf: [Int]
  /// The file that each program starts in, by position.
  private(set) var starts: [Int]

  /// A program with more than this share of the files is the monolith that is to be divided.
  private static let largestShare = 0.6

  /// A view that says nothing.
  init(none count: Int) {
    programOf = [Int](repeating: -1, count: count)
    starts = []
  }

  /// - Parameter leastOwners: of owned files over reached files, times the effective number of owners
  ///   (inverse Simpson index): how many programs' worth of the code belongs to one program alone.
  init(_ graph: CodeGraph, scope: FileScope, leastOwners: Double) {
    self.init(none: scope.files.count)
    let found = Set(
      graph.symbols.filter { $0.traits.contains(.entryPoint) }
        .map { scope.position[Int($0.file)] }.filter { $0 >= 0 }
    ).sorted()
    guard found.count > 1 else { return }
    let uses = Self.uses(graph, scope)
    var reached = Self.reach(from: found, uses: uses)
    Self.addListed(graph, scope, found, uses, &reached)
    var owned = [Int](repeating: 0, count: found.count)
    for case .one(let program) in reached { owned[program] += 1 }
    let most = Int(Self.largestShare * Double(scope.files.count))
    // One file alone is a script that may belong anywhere.
    let owners = found.indices.filter { owned[$0] > 1 && owned[$0] <= most }
    let total = Double(owners.reduce(0) { $0 + owned[$1] })
    let all = Double(reached.count { $0 != .none })
    let squares = owners.reduce(0.0) { $0 + Double(owned[$1]) * Double(owned[$1]) }
    guard squares > 0, total / all * (total * total / squares) >= leastOwners else { return }
    var number = [Int](repeating: -1, count: found.count)
    for (index, owner) in owners.enumerated() { number[owner] = index }
    starts = owners.map { found[$0] }
    programOf = reached.map { state in
      if case .one(let program) = state { return number[program] }
      return -1
    }
  }

  var isSilent: Bool { starts.isEmpty }

  /// Positions of each program, without those of `others`.
  func members(without others: Set<Int>) -> [[Int]] {
    var members: [[Int]] = Array(repeating: [], count: starts.count)
    for (position, program) in programOf.enumerated()
    where program >= 0 && !others.contains(position) {
      members[program].append(position)
    }
    return members
  }

  /// Takes positions from all programs.
  mutating func leaveOut(_ positions: some Sequence<Int>) {
    for position in positions { programOf[position] = -1 }
  }

  // MARK: Reach

  private enum Reach: Equatable { case none, one(Int), several }

  /// What each position uses. A header leads to the source that implements it.
  private static func uses(_ graph: CodeGraph, _ scope: FileScope) -> [[Int]] {
    var uses: [[Int]] = Array(repeating: [], count: scope.files.count)
    for edge in graph.fileEdges where scope.holds(edge) {
      uses[scope.position[Int(edge.from)]].append(scope.position[Int(edge.to)])
    }
    for pair in IncludedPairs(graph).pairs {
      let (source, header) = (scope.position[Int(pair.source)], scope.position[Int(pair.header)])
      if source >= 0, header >= 0 { uses[header].append(source) }
    }
    return uses
  }

  /// What no reference reaches, but the build lists for a program, is reached by that as well, with
  /// what it uses in turn.
  private static func addListed(
    _ graph: CodeGraph, _ scope: FileScope, _ starts: [Int], _ uses: [[Int]],
    _ reached: inout [Reach]
  ) {
    var program: [Int: Int] = [:]
    for (number, start) in starts.enumerated() { program[start] = number }
    var listed = [Reach](repeating: .none, count: uses.count)
    for target in graph.targets where target.kind == .program {
      let positions = target.files.map { scope.position[Int($0)] }.filter { $0 >= 0 }
      guard let number = positions.compactMap({ program[$0] }).first else { continue }
      for position in positions where reached[position] == .none {
        let isOther = listed[position] != .none && listed[position] != .one(number)
        listed[position] = isOther ? .several : .one(number)
      }
    }
    let open = listed.indices.filter { listed[$0] != .none }
    for position in open { reached[position] = listed[position] }
    spread(from: open, uses, &reached)
  }

  /// Each position changes at most twice, so that all programs together cost two walks.
  private static func reach(from starts: [Int], uses: [[Int]]) -> [Reach] {
    var state = [Reach](repeating: .none, count: uses.count)
    var open: [Int] = []
    for (program, start) in starts.enumerated() {
      state[start] = state[start] == .none ? .one(program) : .several
      open.append(start)
    }
    spread(from: open, uses, &state)
    return state
  }

  private static func spread(from start: [Int], _ uses: [[Int]], _ state: inout [Reach]) {
    var open = start
    while let position = open.popLast() {
      for used in uses[position] {
        let joined: Reach =
          state[used] == .none || state[used] == state[position] ? state[position] : .several
        if joined != state[used] {
          state[used] = joined
          open.append(used)
        }
      }
    }
  }
}
