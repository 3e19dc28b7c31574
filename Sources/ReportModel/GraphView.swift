/// How finely a graph is looked at.
package enum GraphLevel: String, Codable, Sendable, Hashable, CaseIterable {
  case symbol, file, module, boundary

  /// The plural that counts its nodes.
  package var plural: String { self == .boundary ? "boundaries" : rawValue + "s" }
}

/// A picture of a graph at one level, already folded, filtered and sorted: what graph formats print.
package struct GraphView: Codable, Sendable, Equatable {
  package var name: String
  package var level: GraphLevel
  /// Sorted by id.
  package var nodes: [ViewNode]
  /// Sorted by (from, to), indexes into `nodes`.
  package var edges: [ViewEdge]
  /// Groups of nodes, sorted by id; nested by `parent`.
  package var clusters: [ViewCluster]
  /// What was hidden or folded and how to see it, one sentence each.
  package var notes: [String]

  package init(name: String, level: GraphLevel) {
    self.name = name
    self.level = level
    nodes = []
    edges = []
    clusters = []
    notes = []
  }
}

/// A node of a view.
package struct ViewNode: Codable, Sendable, Equatable {
  package var id: String
  package var label: String
  /// Paths of the files that it stands for, sorted.
  package var paths: [String]
  package var language: String?
  package var role: String?
  /// Boundaries of its files, the one with most lines first.
  package var boundaries: [String]
  /// Index into `clusters`.
  package var cluster: Int?
  package var lines: Int
  /// Number of nodes of the level that were folded into this one; 1 for a plain node.
  package var folded: Int
  /// References between the files that it stands for.
  package var inside: Int
  /// The node that was asked for by `--focus` or `--reaches`.
  package var isHighlighted: Bool

  package init(id: String, label: String, paths: [String], lines: Int) {
    self.id = id
    self.label = label
    self.paths = paths
    self.lines = lines
    boundaries = []
    folded = 1
    inside = 0
    isHighlighted = false
  }
}

/// An edge of a view: `from` depends on `to`.
package struct ViewEdge: Codable, Sendable, Equatable {
  package var from: Int
  package var to: Int
  package var kinds: [String: Int]
  package var count: Int
  /// In document order; the first ones only, where the view was asked for fewer than `count`.
  package var evidence: [ViewEvidence]
  /// It closes a cycle and is among those that would be cut.
  package var isBack: Bool
  package var isConditional: Bool

  package init(
    from: Int, to: Int, kinds: [String: Int], count: Int, evidence: [ViewEvidence],
    isConditional: Bool
  ) {
    self.from = from
    self.to = to
    self.kinds = kinds
    self.count = count
    self.evidence = evidence
    self.isConditional = isConditional
    isBack = false
  }
}

/// One reference of an edge.
package struct ViewEvidence: Codable, Sendable, Hashable {
  package var file: String
  package var line: Int
  package var kind: String
  package var conditional: Bool?
  package var purpose: String?
  package var configurations: [String]?

  package init(
    file: String, line: Int, kind: String, conditional: Bool? = nil, purpose: String? = nil,
    configurations: [String]? = nil
  ) {
    self.file = file
    self.line = line
    self.kind = kind
    self.conditional = conditional
    self.purpose = purpose
    self.configurations = configurations
  }
}

/// A group of nodes that is drawn around them.
package struct ViewCluster: Codable, Sendable, Equatable {
  package var id: String
  package var label: String
  /// Index into the view's clusters.
  package var parent: Int?

  package init(id: String, label: String, parent: Int? = nil) {
    self.id = id
    self.label = label
    self.parent = parent
  }
}
