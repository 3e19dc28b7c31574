import Basics
import ReportModel

extension GraphViewBuilder {
  /// The nodes of a view, in the order of `graph`.
  func nodes(of graph: LevelGraph, _ clusters: ViewClusters) -> [ViewNode] {
    let counts = graph.nodes.reduce(into: [String: Int]()) { $0[$1.label, default: 0] += 1 }
    return graph.nodes.map { level in
      let isUnique = counts[level.label] == 1 || level.isRest
      var node = ViewNode(
        id: level.id, label: isUnique ? level.label : level.id.withoutPrefix,
        paths: level.files.map { document.files[$0].path }.sorted { $0.precedesBytewise($1) },
        lines: level.lines)
      node.language = most(level.files.map { document.files[$0].language })
      node.role = most(level.files.map { document.files[$0].role })
      node.boundaries = clusters.boundaries(of: level)
      node.folded = level.folded
      node.inside = level.inside
      node.isHighlighted = level.isHighlighted
      return node
    }
  }

  /// The most frequent value, the bytewise first among equals.
  private func most(_ values: [String]) -> String? {
    let counts = values.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return counts.min {
      $0.value != $1.value ? $0.value > $1.value : $0.key.precedesBytewise($1.key)
    }?.key
  }

  /// The edges of a view that `thinning` does not hide, in the order of `graph`.
  func edges(of graph: LevelGraph, _ thinning: Thinning, limit: Int?) -> [ViewEdge] {
    let evidence = EvidenceSource(document: document, level: graph.level)
    return graph.edges.indices.lazy.filter { !thinning.isHidden[$0] }.map { index in
      let level = graph.edges[index]
      var edge = ViewEdge(
        from: level.from, to: level.to, kinds: evidence.kinds(of: level.sources),
        count: level.count, evidence: evidence.places(of: level.sources, limit: limit),
        isConditional: evidence.isConditional(level.sources))
      edge.isBack = thinning.isBack[index]
      return edge
    }
  }
}

/// The evidence of folded edges, from the edges of the document that they stand for.
struct EvidenceSource {
  let document: Document
  let level: GraphLevel

  private func entry(_ source: Int) -> EdgeEntry {
    level == .symbol ? document.symbolEdges![source] : document.edges[source]
  }

  private func path(_ entry: EdgeEntry) -> String {
    level == .symbol
      ? document.files[document.symbols![entry.from].file].path : document.files[entry.from].path
  }

  func kinds(of sources: [Int]) -> [String: Int] {
    var kinds: [String: Int] = [:]
    for source in sources {
      for group in entry(source).evidence { kinds[group.kind, default: 0] += group.lines.count }
    }
    return kinds
  }

  /// Whether every reference stands under a condition that is off.
  func isConditional(_ sources: [Int]) -> Bool {
    sources.allSatisfy { entry($0).evidence.allSatisfy { $0.conditional == true } }
  }

  /// The references in document order, at most `limit`.
  func places(of sources: [Int], limit: Int?) -> [ViewEvidence] {
    var places: [ViewEvidence] = []
    for source in sources {
      let entry = entry(source)
      let file = path(entry)
      for group in entry.evidence {
        for line in group.lines {
          if let limit, places.count >= limit { return places }
          places.append(
            ViewEvidence(
              file: group.file ?? file, line: line, kind: group.kind,
              conditional: group.conditional,
              purpose: group.purpose, configurations: group.configurations))
        }
      }
    }
    return places
  }
}
