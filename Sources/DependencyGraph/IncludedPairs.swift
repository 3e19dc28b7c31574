internal import Facts

/// Sources and headers of one stem in one folder, where the source includes the header.
package struct IncludedPairs: Sendable {
  private var paired: [Bool]
  /// For each edge that pairs: (source, header).
  package private(set) var pairs: [(source: Int32, header: Int32)] = []

  package init(_ graph: CodeGraph) {
    paired = Array(repeating: false, count: graph.files.count)
    for edge in graph.fileEdges where Self.pairs(edge, graph) {
      paired[Int(edge.from)] = true
      paired[Int(edge.to)] = true
      pairs.append((edge.from, edge.to))
    }
  }

  package func isPaired(_ file: Int) -> Bool { paired[file] }

  private static func pairs(_ edge: FileEdge, _ graph: CodeGraph) -> Bool {
    let includes = graph.evidence[edge.groups.range].contains {
      $0.kind == .include && !$0.isConditional
    }
    guard includes else { return false }
    return stem(graph.files[Int(edge.from)].path) == stem(graph.files[Int(edge.to)].path)
  }

  /// The path up to the first dot of its last component.
  package static func stem(_ path: String) -> String {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let end = path[start...].dropFirst().firstIndex(of: ".") ?? path.endIndex
    return String(path[..<end])
  }
}
