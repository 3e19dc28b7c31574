/// How near suggestions come to a reference that people made, beside trivial methods.
package struct EvaluationReport: Codable, Sendable, Equatable {
  package var reference: ReferenceSummary
  /// What was replaced before anything was clustered: `folders`, `names`.
  package var hidden: [String]
  /// The suggestion first, then the trivial methods.
  package var rows: [EvaluationRow]
  /// Absent where the reference names no shared file.
  package var shared: SharedCodeScore?
  /// Adjusted Rand index of each seed, where more than one was asked for.
  package var seeds: [Double]
  /// Mean adjusted Rand index of each suggestion with the others, where a little of the graph was
  /// left out several times; that for the whole graph is the first.
  package var deletions: [Double] = []

  package init(
    reference: ReferenceSummary, hidden: [String], rows: [EvaluationRow],
    shared: SharedCodeScore?, seeds: [Double]
  ) {
    self.reference = reference
    self.hidden = hidden
    self.rows = rows
    self.shared = shared
    self.seeds = seeds
  }
}

/// What a reference holds.
package struct ReferenceSummary: Codable, Sendable, Equatable {
  /// Rows, those that start with `@` included.
  package var files: Int
  /// Rows that the clustering is scored on.
  package var scored: Int
  package var services: Int
  /// Scored files that were not found in what is evaluated; the first few of them.
  package var missing: Int
  package var missingFiles: [String]

  package init(files: Int, scored: Int, services: Int, missing: Int, missingFiles: [String]) {
    self.files = files
    self.scored = scored
    self.services = services
    self.missing = missing
    self.missingFiles = missingFiles
  }
}

/// A partition's scores against a reference, over the scored files.
package struct EvaluationRow: Codable, Sendable, Equatable {
  package var method: String
  /// Clusters that hold a scored file; all files outside of boundaries are one.
  package var clusters: Int
  /// Sizes of these, descending.
  package var sizes: [Int]
  /// Share of the scored files that a boundary holds, 0 to 1.
  package var placed: Double
  /// Adjusted Rand index, and the bounds that hold 95 % of its bootstrap over files.
  package var adjustedRandIndex: Double
  package var low: Double
  package var high: Double
  /// 0 to 100.
  package var moJoFM: Double
  /// 0 to 100.
  package var architectureSimilarity: Double
  /// c2c coverage of the method's clusters and of the services, above each threshold.
  package var coverage: [Coverage]

  package struct Coverage: Codable, Sendable, Equatable {
    package var threshold: Double
    package var clusters: Double
    package var services: Double

    package init(threshold: Double, clusters: Double, services: Double) {
      self.threshold = threshold
      self.clusters = clusters
      self.services = services
    }
  }

  package init(
    method: String, sizes: [Int], placed: Double, adjustedRandIndex: Double, low: Double,
    high: Double, moJoFM: Double, architectureSimilarity: Double, coverage: [Coverage]
  ) {
    self.method = method
    clusters = sizes.count
    self.sizes = sizes
    self.placed = placed
    self.adjustedRandIndex = adjustedRandIndex
    self.low = low
    self.high = high
    self.moJoFM = moJoFM
    self.architectureSimilarity = architectureSimilarity
    self.coverage = coverage
  }
}

/// How well shared code was told from the services' own, over all files but `@infra` and `@tool`.
package struct SharedCodeScore: Codable, Sendable, Equatable {
  package var truePositives: Int
  package var falsePositives: Int
  package var falseNegatives: Int
  package var trueNegatives: Int

  package init(
    truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int
  ) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  /// 0 where nothing was called shared.
  package var precision: Double { Self.share(truePositives, of: truePositives + falsePositives) }
  package var recall: Double { Self.share(truePositives, of: truePositives + falseNegatives) }
  package var f1: Double {
    Self.share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives)
  }
  /// Mean of the shares of shared and of other files that were told right.
  package var balancedAccuracy: Double {
    (recall + Self.share(trueNegatives, of: trueNegatives + falsePositives)) / 2
  }
  /// F1 of calling every file shared.
  package var f1OfAll: Double {
    let shared = truePositives + falseNegatives
    let others = falsePositives + trueNegatives
    return Self.share(2 * shared, of: 2 * shared + others)
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }
}
