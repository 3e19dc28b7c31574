internal import DependencyGraph
internal import Facts

/// Whose side each file is on when cuts are priced.
///
/// Sides are the boundaries' indexes, ``shared``, or ``nobody``: tests, generated, vendored and
/// dead code. What changes the schema of a database speaks of its past: it accesses no data here.
struct CutScope {
  static let shared = -2
  static let nobody = -1

  let graph: CodeGraph
  /// Number of boundaries.
  let count: Int
  let sideOfFile: [Int]
  private let isMigration: [Bool]

  /// `dead` are files that are to go.
  init(graph: CodeGraph, groupOfFile: [Int], count: Int, dead: Set<Int> = []) {
    self.graph = graph
    self.count = count
    sideOfFile = groupOfFile.enumerated().map { file, group in
      if group >= 0 { return group }
      return graph.files[file].role == "production" && !dead.contains(file)
        ? Self.shared : Self.nobody
    }
    isMigration = graph.files.map { Self.isMigration($0.path) }
  }

  /// The side of an access.
  func side(of use: DataUse) -> Int {
    use.file < 0 || isMigration[Int(use.file)] ? Self.nobody : sideOfFile[Int(use.file)]
  }

  /// The side of a symbol's home.
  func side(ofSymbol symbol: Int32) -> Int { sideOfFile[Int(graph.symbols[Int(symbol)].file)] }

  /// The place that an access is written at.
  func place(of use: DataUse) -> SourcePlace {
    SourcePlace(file: graph.place(of: use), line: Int(use.line))
  }

  /// Rails, Laravel, Django, Entity Framework and Alembic all name the folder so.
  private static func isMigration(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains {
      let folder = $0.lowercased()
      return folder == "migrate" || folder == "migrations"
    }
  }
}
