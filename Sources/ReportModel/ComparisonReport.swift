/// How much two partitions of files agree, and where they do not.
package struct ComparisonReport: Codable, Sendable, Equatable {
  package var format = "cleave-comparison"
  package var version = 1
  package var a: ComparedPartition
  package var b: ComparedPartition
  /// Files that both know.
  package var common = 0
  /// Files that both put into services that are each other's counterpart, or both into none.
  package var agreeing = 0
  /// Each side against the other as the reference, first A against B, over the files that both know.
  package var rows: [EvaluationRow] = []
  /// How well A tells what B calls `@shared`; absent where B calls nothing so.
  package var shared: SharedCodeScore?
  /// a2a over the files that are in a service of either side, 0 to 100.
  package var architectureSimilarity = 0.0
  /// Services side by side, those with most common files first; then those without a counterpart.
  package var counterparts: [Counterpart] = []
  /// Files that the sides see differently, the largest groups first.
  package var moves: [MovedFiles] = []

  package init(a: ComparedPartition, b: ComparedPartition) {
    self.a = a
    self.b = b
  }
}

/// One side of a comparison.
package struct ComparedPartition: Codable, Sendable, Equatable {
  /// The file that it was read from, as it was given.
  package var name: String
  /// `document` or `table`.
  package var kind: String
  /// Files that it knows, and those of them that are in a service.
  package var files: Int
  package var placed: Int
  package var services: Int
  /// Files of each service, descending.
  package var sizes: [Int]
  /// Files in a service that the other side does not know; the first few of them.
  package var alone = 0
  package var aloneFiles: [String] = []

  package init(name: String, kind: String, files: Int, sizes: [Int]) {
    self.name = name
    self.kind = kind
    self.files = files
    self.sizes = sizes
    services = sizes.count
    placed = sizes.reduce(0, +)
  }
}

/// Two services that hold much the same files, or one that has no counterpart.
package struct Counterpart: Codable, Sendable, Equatable {
  package var a: String?
  package var b: String?
  /// Files in both, and in one of them alone, among those that both sides know.
  package var common: Int
  package var onlyA: Int
  package var onlyB: Int
  /// c2c: common files over the larger of the two.
  package var overlap: Double

  package init(a: String?, b: String?, common: Int, onlyA: Int, onlyB: Int) {
    self.a = a
    self.b = b
    self.common = common
    self.onlyA = onlyA
    self.onlyB = onlyB
    let larger = common + max(onlyA, onlyB)
    overlap = larger > 0 ? Double(common) / Double(larger) : 0
  }
}

/// Files of one service of A that B has elsewhere than in its counterpart.
package struct MovedFiles: Codable, Sendable, Equatable {
  /// A service, or a label that starts with `@`.
  package var a: String
  package var b: String
  /// Bytewise.
  package var files: [String]

  package init(a: String, b: String, files: [String]) {
    self.a = a
    self.b = b
    self.files = files
  }
}
