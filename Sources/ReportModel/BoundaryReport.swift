/// The candidate services, and whether to split at all.
package struct BoundaryReport: Codable, Sendable, Equatable {
  /// Apart from the split, which is always given.
  package var verdict = SplitVerdict()
  /// Sorted by size, largest first, then by id.
  package var boundaries: [BoundaryEntry] = []
  /// Calls, reads and uses between boundaries, sorted by (from, to).
  package var crossings: [CrossingEntry] = []
  /// What is used by many parts and was kept out of the glue.
  package var shared: [SharedEntry] = []
  /// What the cuts between them would take.
  package var costs = CutReport()
  /// How the split was obtained: quality function, resolution, seeds, scores. Never an accuracy.
  package var method: [Figure] = []
  /// Into how many parts it can be split, the recommended number first.
  package var levels: [LevelEntry]?

  package init() {}
}

/// A number of parts that the whole may be split into.
package struct LevelEntry: Codable, Sendable, Equatable {
  /// `service` or `component`.
  package var granularity: String
  package var count: Int
  package var isRecommended: Bool
  /// What speaks for this number.
  package var reason: String

  package init(granularity: String, count: Int, isRecommended: Bool, reason: String) {
    (self.granularity, self.count, self.isRecommended) = (granularity, count, isRecommended)
    self.reason = reason
  }
}

/// A number with its name and, where it needs one, its unit.
package struct Figure: Codable, Sendable, Equatable {
  package var name: String
  package var value: Double
  package var unit: String?

  package init(_ name: String, _ value: Double, unit: String? = nil) {
    self.name = name
    self.value = value
    self.unit = unit
  }
}

/// Whether the whole should be split.
package struct SplitVerdict: Codable, Sendable, Equatable {
  /// `split` or `keep`.
  package var verdict = "keep"
  /// A sentence that says why.
  package var reason = ""
  package var figures: [Figure] = []
  /// The rule that decided, by its name in `verdict.yml`.
  package var rule: String?
  /// Where the whole is kept: ids of boundaries that could stand alone all the same.
  package var parts: [String]?

  package init() {}

  package init(verdict: String, reason: String, figures: [Figure]) {
    self.verdict = verdict
    self.reason = reason
    self.figures = figures
  }
}

/// A candidate service.
package struct BoundaryEntry: Codable, Sendable, Equatable {
  /// Stable over runs and small changes: `boundary:` is put before it where it is a node.
  package var id: String
  /// A name from its own vocabulary.
  package var name: String
  /// The terms that set it apart, strongest first.
  package var vocabulary: [String]
  package var lines: Int
  package var members: [MemberEntry]
  /// What other boundaries use of it, most used first.
  package var exposes: [ExposedEntry]
  /// How many symbols others use, where `exposes` holds only the first of them.
  package var exposedCount: Int?
  package var tables: TableUse
  /// Programs and declared triggers that start in it.
  package var entryPoints: [Place]
  /// Share of pairs of its files that stay together over seeds and resolutions, 0 to 1.
  package var stability: Double
  /// The share of its references whose other end is known, 0 to 1; only where that is less than half.
  package var knownShare: Double?
  /// Set where decisions formed it: ids of the decisions.
  package var decisions: [String]?
  /// The finer parts inside, largest first; absent where there are none. Not every member need be in
  /// one.
  package var components: [ComponentEntry]?

  package struct ComponentEntry: Codable, Sendable, Equatable {
    package var name: String
    /// Indexes into the document's files, ascending.
    package var files: [Int]

    package init(name: String, files: [Int]) {
      self.name = name
      self.files = files
    }
  }

  package struct MemberEntry: Codable, Sendable, Equatable {
    /// Index into the document's files.
    package var file: Int
    /// Which view of the evidence spoke for it, in a sentence.
    package var reason: String
    /// `firm`, `likely` or `open`.
    package var confidence: String
    /// 0 to 1: how often it stays with most of this boundary over seeds and resolutions.
    package var stability: Double
    /// References to members of its own boundary, and of the boundary that it would go to next.
    package var inside: Int
    package var alternative: String?
    package var alternativeReferences: Int
    /// Places that show the reason, at most three.
    package var evidence: [Place]

    package init(
      file: Int, reason: String, confidence: String, stability: Double, inside: Int,
      alternative: String?, alternativeReferences: Int, evidence: [Place]
    ) {
      self.file = file
      self.reason = reason
      self.confidence = confidence
      self.stability = stability
      self.inside = inside
      self.alternative = alternative
      self.alternativeReferences = alternativeReferences
      self.evidence = evidence
    }
  }

  package struct ExposedEntry: Codable, Sendable, Equatable {
    package var symbol: String
    package var kind: String
    package var place: Place
    /// References from outside, and the boundaries they come from.
    package var references: Int
    package var from: [String]

    package init(symbol: String, kind: String, place: Place, references: Int, from: [String]) {
      self.symbol = symbol
      self.kind = kind
      self.place = place
      self.references = references
      self.from = from
    }
  }

  package struct TableUse: Codable, Sendable, Equatable {
    /// Owned here: mapped here and used, or written here most.
    package var owns: [String]
    /// Written here, owned by another boundary or by none: a finding.
    package var shares: [String]
    /// Read here and owned by another.
    package var reads: [String]

    package init(owns: [String], shares: [String], reads: [String]) {
      self.owns = owns
      self.shares = shares
      self.reads = reads
    }

    package mutating func sort(by precedes: (String, String) -> Bool) {
      owns.sort(by: precedes)
      shares.sort(by: precedes)
      reads.sort(by: precedes)
    }

    /// Leaves out what `isKept` does not accept.
    package mutating func keep(where isKept: (String) -> Bool) {
      owns = owns.filter(isKept)
      shares = shares.filter(isKept)
      reads = reads.filter(isKept)
    }
  }

  package init(
    id: String, name: String, vocabulary: [String], lines: Int, members: [MemberEntry],
    exposes: [ExposedEntry], tables: TableUse, entryPoints: [Place], stability: Double
  ) {
    self.id = id
    self.name = name
    self.vocabulary = vocabulary
    self.lines = lines
    self.members = members
    self.exposes = exposes
    self.tables = tables
    self.entryPoints = entryPoints
    self.stability = stability
  }
}

/// What one boundary uses of another.
package struct CrossingEntry: Codable, Sendable, Equatable {
  package var from: String
  package var to: String
  /// References by kind.
  package var kinds: [String: Int]
  package var count: Int
  /// The symbols used most, at most ten.
  package var symbols: [String]
  /// The first places, at most five.
  package var places: [Place]

  package init(
    from: String, to: String, kinds: [String: Int], count: Int, symbols: [String],
    places: [Place]
  ) {
    self.from = from
    self.to = to
    self.kinds = kinds
    self.count = count
    self.symbols = symbols
    self.places = places
  }
}

/// A file kept out of the services, with the reason.
package struct SharedEntry: Codable, Sendable, Equatable {
  /// Index into the document's files.
  package var file: Int
  /// `@shared`, `@infra` or `@tool`.
  package var label: String
  package var reason: String
  /// Boundaries that use it.
  package var users: [String]

  package init(file: Int, label: String, reason: String, users: [String]) {
    self.file = file
    self.label = label
    self.reason = reason
    self.users = users
  }
}
