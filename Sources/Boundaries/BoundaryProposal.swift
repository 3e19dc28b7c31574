package import DependencyGraph

/// What is asked of a proposal.
package struct BoundaryOptions: Sendable {
  package enum Granularity: String, Sendable, CaseIterable { case service, component }

  package var granularity = Granularity.service
  /// The number of boundaries to aim at; nil takes what holds best.
  package var count: Int?
  /// Factors of the views by name (`dependencies`, `data`, `folders`, `names`); absent ones are 1.
  package var weights: [String: Double] = [:]
  package var seed: UInt64 = 1
  package var parameters = BoundaryParameters()

  package init() {}
}

/// What people decided, by file index of the graph; free of contradictions.
package struct BoundaryConstraints: Sendable {
  package struct Named: Sendable {
    package var id: String
    package var name: String?
    package var members: [Int]
    /// Files of the boundary it continues: the result that holds most of them takes the identity.
    package var core: [Int]
    /// A boundary of its own, whose members stay together.
    package var isSettled: Bool
    package var decisions: [String]

    package init(
      id: String, name: String?, members: [Int], core: [Int], isSettled: Bool,
      decisions: [String]
    ) {
      self.id = id
      self.name = name
      self.members = members
      self.core = core
      self.isSettled = isSettled
      self.decisions = decisions
    }
  }

  package var named: [Named] = []
  package var together: [[Int]] = []
  package var apart: [[[Int]]] = []
  /// Files that serve all parts and belong to none.
  package var shared: [Int] = []
  /// Files that are to go: no boundary is made for them.
  package var dead: [Int] = []
  /// Sets of files of which none may be proposed again as one boundary, nor nearly.
  package var rejected: [[Int]] = []
  /// The boundaries of an earlier result. Runs begin with them, and what is left of one keeps its
  /// identity and name; they bind nothing.
  package var earlier: [Earlier] = []

  package struct Earlier: Sendable {
    package var id: String
    package var name: String
    /// Files of the graph that it held and that are still there.
    package var members: [Int]

    package init(id: String, name: String, members: [Int]) {
      (self.id, self.name, self.members) = (id, name, members)
    }
  }

  package init() {}

  /// From this overlap on, as a share of both together, two sets of files are the same grouping.
  static let likeness = 0.75

  /// Whether two sets of files are the same grouping, or nearly.
  package static func isSame(_ files: [Int], _ others: [Int]) -> Bool {
    let common = Set(files).intersection(others).count
    return common > 0
      && Double(common) >= likeness * Double(files.count + others.count - common)
  }
}

/// The candidate services of a graph, every file placed, with the reasons.
package struct BoundaryProposal: Sendable {
  /// For each file of the graph.
  package var placements: [Placement] = []
  /// Largest first, then by id.
  package var boundaries: [CandidateBoundary] = []
  /// By path.
  package var shared: [SharedFile] = []
  package var crossings: [Crossing] = []
  package var verdict = SplitJudgement(isSplit: false, reason: "", figures: [])
  package var method: [(name: String, value: Double)] = []
  /// The recommended one first.
  package var levels: [SplitLevel] = []
  /// Identifiers of boundaries that own tables because people say so, by the name of the table.
  package var owners: [String: String] = [:]

  package init() {}

  /// No boundaries: every file stands outside of them, under the label of its role.
  package static func none(for graph: CodeGraph) -> BoundaryProposal {
    var proposal = BoundaryProposal()
    proposal.placements = graph.files.map {
      .label($0.role == "production" ? "@shared" : "@" + $0.role)
    }
    return proposal
  }
}

/// Where a file belongs.
package enum Placement: Sendable, Hashable {
  /// Index into ``BoundaryProposal/boundaries``.
  case boundary(Int)
  /// Outside all boundaries: `@shared`, `@test`, `@generated`, `@vendored`; `@tool` for files that
  /// were decided to be dead.
  case label(String)
}

/// A place in a file of the graph; an index behind the files is one of a companion.
package struct SourcePlace: Sendable, Hashable {
  package var file: Int
  package var line: Int
}

/// A candidate service.
package struct CandidateBoundary: Sendable {
  package var id: String
  package var name: String
  package var vocabulary: [String]
  /// By path.
  package var members: [Member]
  package var lines: Int
  package var exposes: [Exposed] = []
  package var owns: [String] = []
  package var shares: [String] = []
  package var reads: [String] = []
  package var entryPoints: [SourcePlace] = []
  package var stability: Double
  package var decisions: [String] = []
  /// The finer parts that it has inside, largest first.
  package var components: [Component] = []

  package struct Component: Sendable {
    package var name: String
    /// Files of the graph, by path.
    package var files: [Int]
  }
}

/// A file of a boundary and why it is there.
package struct Member: Sendable {
  package enum Confidence: String, Sendable { case firm, likely, open }

  package var file: Int
  package var reason: String
  package var confidence: Confidence
  /// How often it stays with most of its boundary over seeds and resolutions, 0 to 1.
  package var stability: Double
  package var inside: Int
  /// The boundary that it would go to next, and its references to and from there.
  package var alternative: Int?
  package var alternativeReferences: Int
  package var evidence: [SourcePlace]
}

/// A symbol that other boundaries use.
package struct Exposed: Sendable {
  package var symbol: Int
  package var references: Int
  /// Indexes of the using boundaries, ascending.
  package var users: [Int]
}

/// What one boundary uses of another.
package struct Crossing: Sendable {
  package var from: Int
  package var to: Int
  /// Sorted by kind.
  package var kinds: [(kind: String, count: Int)]
  package var symbols: [String]
  package var places: [SourcePlace]
  package var count: Int { kinds.reduce(0) { $0 + $1.count } }
}

/// A production file outside all boundaries: many parts use it, or people decided so.
package struct SharedFile: Sendable {
  package var file: Int
  package var reason: String
  /// Indexes of boundaries that use it, ascending.
  package var users: [Int]
}

/// Whether the whole should be split, with the figures that say so.
package struct SplitJudgement: Sendable {
  package var isSplit: Bool
  package var reason: String
  package var figures: [(name: String, value: Double)]
  /// The rule of `verdict.yml` that decided.
  package var rule = ""
  /// Indexes of boundaries that could stand alone where the rest stays whole, ascending.
  package var parts: [Int] = []

  package init(isSplit: Bool, reason: String, figures: [(name: String, value: Double)]) {
    (self.isSplit, self.reason, self.figures) = (isSplit, reason, figures)
  }
}
