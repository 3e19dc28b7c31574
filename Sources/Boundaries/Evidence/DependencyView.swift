internal import DependencyGraph
internal import Facts
internal import Graphs

/// What dependencies between two files say: how strongly each kind binds, damped by count and by the
/// number of files that use the target.
struct DependencyView {
  /// Relative strength of one reference. A type hierarchy binds two files more than a call, a call
  /// more than an inclusion without use (symbol-level dependencies beat include-level ones).
  static func strength(_ group: EvidenceGroup) -> Double {
    let full: Double =
      switch group.kind {
      case .inherit, .implement: 4
      case .call, .dataWrite, .publish, .consume, .wiring: 2
      case .type, .field, .globalRead, .globalWrite, .address, .dataRead: 1
      case .import: 1
      case .macro: 0.5
      case .include: 0.25
      }
    // What may be, may be switched off or is gone after compilation speaks with half a voice.
    let isWeak = group.isProbable || group.isConditional || group.purpose == .types
    return isWeak ? full / 2 : full
  }

  private static func isHierarchy(_ group: EvidenceGroup) -> Bool {
    group.kind == .inherit || group.kind == .implement
  }

  /// Directed edges between files of `scope`, by position in it. An edge of n references of a kind
  /// weighs like √n, and is divided by log₂(2 + files that use the target): what everybody uses
  /// tells nothing about who belongs together. A type that m files inherit binds each like 1/√m: the
  /// base of all controllers is a role that they play, not a thing that they are parts of.
  static func edges(_ graph: CodeGraph, scope: FileScope) -> [WeightedEdge] {
    var users = [Int](repeating: 0, count: graph.files.count)
    var heirs = users
    for edge in graph.fileEdges where scope.holds(edge) {
      users[Int(edge.to)] += 1
      if graph.evidence[edge.groups.range].contains(where: isHierarchy) { heirs[Int(edge.to)] += 1 }
    }
    return graph.fileEdges.compactMap { edge in
      guard scope.holds(edge) else { return nil }
      let raw = graph.evidence[edge.groups.range].reduce(0.0) {
        let spread = isHierarchy($1) ? Double(heirs[Int(edge.to)]).squareRoot() : 1
        return $0 + strength($1) / spread * Double($1.lines.count).squareRoot()
      }
      let damping = Double.logBase2(2 + users[Int(edge.to)])
      return WeightedEdge(
        scope.position[Int(edge.from)], scope.position[Int(edge.to)], weight: raw / damping)
    }
  }
}

/// The files that take part in clustering, and their dense positions.
struct FileScope {
  /// Indexes into the graph's files, ascending.
  let files: [Int]
  /// For each file of the graph its position in `files`, or -1.
  let position: [Int]
  /// For each position numbers of the folders that the file lies in, innermost first, without the root.
  let folders: [[Int]]

  init(_ files: [Int], of graph: CodeGraph) {
    self.files = files
    folders = Self.folders(files.map { graph.files[$0].path })
    var position = [Int](repeating: -1, count: graph.files.count)
    for (index, file) in files.enumerated() { position[file] = index }
    self.position = position
  }

  private static func folders(_ paths: [String]) -> [[Int]] {
    var numbers: [Substring: Int] = [:]
    let distinct = DistinctFolders(paths)
    let chains = distinct.folders.map { folder in
      var chain: [Int] = []
      var rest = folder
      while !rest.isEmpty {
        let number = numbers[rest] ?? numbers.count
        numbers[rest] = number
        chain.append(number)
        rest = rest[..<(rest.utf8.lastIndex(of: UInt8(ascii: "/")) ?? rest.startIndex)]
      }
      return chain
    }
    return distinct.folderOf.map { chains[$0] }
  }

  func holds(_ edge: FileEdge) -> Bool {
    position[Int(edge.from)] >= 0 && position[Int(edge.to)] >= 0
  }
}
