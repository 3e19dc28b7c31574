import ReportModel

extension JSONText {
  /// Edges as `JSONEncoder` writes them with sorted keys.
  mutating func edges(_ edges: [EdgeEntry]) {
    array(edges) { json, edge in
      json.raw("{\"evidence\":")
      json.array(edge.evidence) { $0.evidence($1) }
      json.raw(",\"from\":")
      json.number(edge.from)
      json.raw(",\"to\":")
      json.number(edge.to)
      json.raw("}")
    }
  }

  private mutating func evidence(_ evidence: EdgeEntry.Evidence) {
    raw("{")
    if let conditional = evidence.conditional {
      raw("\"conditional\":")
      bool(conditional)
      raw(",")
    }
    if let configurations = evidence.configurations {
      raw("\"configurations\":")
      strings(configurations)
      raw(",")
    }
    if let file = evidence.file {
      raw("\"file\":")
      string(file)
      raw(",")
    }
    raw("\"kind\":")
    string(evidence.kind)
    raw(",\"lines\":")
    array(evidence.lines) { $0.number($1) }
    if let purpose = evidence.purpose {
      raw(",\"purpose\":")
      string(purpose)
    }
    raw("}")
  }
}
