internal import Basics
internal import DependencyGraph
internal import Facts
internal import ReportModel

/// Edges between files as the document has them.
struct EdgeAssembly {
  let graph: CodeGraph

  func fileEdges() -> [EdgeEntry] {
    graph.fileEdges.map { edge in
      EdgeEntry(
        from: Int(edge.from), to: Int(edge.to),
        evidence: graph.evidence[edge.groups.range].map { group in
          evidence(group, labels: graph.files[Int(edge.from)].configurations)
        })
    }
  }

  private func evidence(_ group: EvidenceGroup, labels: [String]) -> EdgeEntry.Evidence {
    let configurations = labels.enumerated().filter {
      group.configurations >> UInt32($0.offset) & 1 == 1
    }
    return EdgeEntry.Evidence(
      kind: (group.isProbable ? "probable-" : "") + group.kind.name,
      lines: graph.evidenceLines[group.lines.range].map { Int($0) },
      conditional: group.isConditional ? true : nil,
      purpose: group.purpose == .use ? nil : "\(group.purpose)",
      configurations: group.configurations == 0 ? nil : configurations.map(\.element),
      file: group.companion < 0 ? nil : graph.companions[Int(group.companion)])
  }
}

/// Symbols and the edges between them, for documents that carry them.
struct SymbolAssembly {
  let graph: CodeGraph

  /// In the order of the graph: by file, line, key. Names that several symbols have get the path.
  func symbols() -> [SymbolEntry] {
    var uses: [String: Int] = [:]
    for symbol in graph.symbols { uses[symbol.qualifiedName, default: 0] += 1 }
    var taken: [String: Int] = [:]
    return graph.symbols.map { symbol in
      var id = "symbol:" + symbol.qualifiedName
      if uses[symbol.qualifiedName]! > 1 { id += "@" + graph.files[Int(symbol.file)].path }
      taken[id, default: 0] += 1
      if taken[id]! > 1 { id += "#\(taken[id]!)" }
      return SymbolEntry(
        id: id, label: symbol.name, kind: "\(symbol.kind)", file: Int(symbol.file),
        line: Int(symbol.line))
    }
  }

  /// Edges between different symbols; uses outside all symbols have no node to start from.
  func edges() -> [EdgeEntry] {
    var edges: [EdgeEntry] = []
    for edge in graph.symbolEdges where edge.from >= 0 && edge.from != edge.to {
      let evidence = EdgeEntry.Evidence(
        kind: (edge.isProbable ? "probable-" : "") + edge.kind.name,
        lines: graph.symbolLines[edge.lines.range].sorted().map { Int($0) },
        file: edge.companion < 0 ? nil : graph.companions[Int(edge.companion)])
      if let last = edges.last, last.from == Int(edge.from), last.to == Int(edge.to) {
        edges[edges.count - 1].evidence.append(evidence)
      } else {
        edges.append(EdgeEntry(from: Int(edge.from), to: Int(edge.to), evidence: [evidence]))
      }
    }
    return edges.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }
}
