package import ReportModel

/// A graph as JSON for programs: nodes, and edges between their identifiers with all evidence.
///
/// One node or edge a line, so that it can be read, compared and cut with tools of lines.
package enum GraphJSONReport {
  package static func render(_ view: GraphView) -> String {
    var json = JSONText()
    json.raw("{\"name\":")
    json.string(view.name)
    json.raw(",\"level\":")
    json.string(view.level.rawValue)
    json.raw(",\"notes\":")
    json.strings(view.notes)
    json.raw(",\"clusters\":")
    json.array(view.clusters) { cluster($1, of: view, &$0) }
    json.raw(",\n\"nodes\":")
    lines(view.nodes, &json) { node($1, of: view, &$0) }
    json.raw(",\n\"edges\":")
    lines(view.edges, &json) { edge($1, of: view, &$0) }
    json.raw("}\n")
    return json.text
  }

  private static func lines<Element>(
    _ elements: [Element], _ json: inout JSONText, _ write: (inout JSONText, Element) -> Void
  ) {
    json.array(elements) {
      $0.raw("\n")
      write(&$0, $1)
    }
  }

  private static func cluster(_ cluster: ViewCluster, of view: GraphView, _ json: inout JSONText) {
    json.raw("{\"id\":")
    json.string(cluster.id)
    json.raw(",\"label\":")
    json.string(cluster.label)
    if let parent = cluster.parent {
      json.raw(",\"parent\":")
      json.string(view.clusters[parent].id)
    }
    json.raw("}")
  }

  private static func node(_ node: ViewNode, of view: GraphView, _ json: inout JSONText) {
    json.raw("{\"id\":")
    json.string(node.id)
    json.raw(",\"label\":")
    json.string(node.label)
    if (view.level == .file || view.level == .symbol) && node.folded == 1 {
      json.raw(",\"path\":")
      json.string(node.paths.first ?? "")
    } else {
      json.raw(",\"paths\":")
      json.strings(node.paths)
    }
    let texts: [(StaticString, String?)] = [
      (",\"language\":", node.language), (",\"role\":", node.role),
      (",\"cluster\":", node.cluster.map { view.clusters[$0].id }),
    ]
    for (key, text) in texts {
      guard let text else { continue }
      json.raw(key)
      json.string(text)
    }
    json.raw(",\"boundaries\":")
    json.strings(node.boundaries)
    json.raw(",\"lines\":")
    json.number(node.lines)
    json.raw(",\"inside\":")
    json.number(node.inside)
    if node.folded > 1 {
      json.raw(",\"folded\":")
      json.number(node.folded)
    }
    if node.isHighlighted { json.raw(",\"highlighted\":true") }
    json.raw("}")
  }

  private static func edge(_ edge: ViewEdge, of view: GraphView, _ json: inout JSONText) {
    json.raw("{\"from\":")
    json.string(view.nodes[edge.from].id)
    json.raw(",\"to\":")
    json.string(view.nodes[edge.to].id)
    json.raw(",\"kinds\":")
    json.counts(edge.kinds)
    json.raw(",\"count\":")
    json.number(edge.count)
    if edge.isBack { json.raw(",\"back\":true") }
    if edge.isConditional { json.raw(",\"conditional\":true") }
    json.raw(",\"evidence\":")
    json.array(edge.evidence) { evidence($1, &$0) }
    json.raw("}")
  }

  static func evidence(_ evidence: ViewEvidence, _ json: inout JSONText) {
    json.raw("{\"file\":")
    json.string(evidence.file)
    json.raw(",\"line\":")
    json.number(evidence.line)
    json.raw(",\"kind\":")
    json.string(evidence.kind)
    if let conditional = evidence.conditional {
      json.raw(",\"conditional\":")
      json.bool(conditional)
    }
    if let purpose = evidence.purpose {
      json.raw(",\"purpose\":")
      json.string(purpose)
    }
    if let configurations = evidence.configurations {
      json.raw(",\"configurations\":")
      json.strings(configurations)
    }
    json.raw("}")
  }
}
