internal import Basics
internal import Consequences
internal import ReportModel

/// One end of a dependency: a boundary, pieces, or files.
struct End: Decodable {
  var boundary: String?
  var pieces: [PieceName]?
  var files: [String]?
}

/// What one end uses of the other, with the places.
struct UsesPicture: Encodable {
  var references: Int
  var kinds: [Kind]
  var places: [Use]
  /// Contracts between two boundaries, as analysed.
  var contracts: [CrossingCostEntry.ContractEntry]
  var points: Double?

  struct Kind: Encodable {
    var kind: String
    var count: Int
  }

  struct Use: Encodable {
    var file: String
    var line: Int
    var kind: String
    /// The file that is used.
    var to: String
  }
}

/// Lines of a source around a place.
struct SourcePicture: Encodable {
  var file: String
  /// The line that it is about, one-based.
  var line: Int
  /// Number of the first line shown.
  var first: Int
  /// Empty where the file cannot be shown.
  var lines: [String]
}

extension ReviewSession {
  private static let shownPlaces = 60
  private static let around = 2
  /// Characters of a line; minified sources have lines of megabytes.
  private static let longestLine = 400

  private func files(_ end: End) -> Set<Int> {
    if let id = end.boundary {
      return Set(
        document.files.indices.filter {
          document.files[$0].boundary == id && document.files[$0].role == "production"
        })
    }
    return Set(files(end.pieces ?? [], end.files ?? []))
  }

  func uses(_ from: End, _ to: End) -> UsesPicture {
    refresh()
    let (a, b) = (files(from), files(to))
    var kinds: [String: Int] = [:]
    var places: [UsesPicture.Use] = []
    for edge in document.edges where a.contains(edge.from) && b.contains(edge.to) {
      for group in edge.evidence {
        kinds[group.kind, default: 0] += group.lines.count
        guard places.count < Self.shownPlaces || !group.isImport else { continue }
        for line in group.lines.prefix(5) where places.count < 4 * Self.shownPlaces {
          places.append(
            UsesPicture.Use(
              file: group.file ?? document.files[edge.from].path, line: line, kind: group.kind,
              to: document.files[edge.to].path))
        }
      }
    }
    // What brings names in says least.
    let plain = places.filter { !isImport($0.kind) }
    places = Array((plain + places.filter { isImport($0.kind) }).prefix(Self.shownPlaces))
    let cost = original.boundaries.costs.crossings.first {
      $0.from == from.boundary && $0.to == to.boundary
    }
    return UsesPicture(
      references: kinds.reduce(0) { $0 + (isImport($1.key) ? 0 : $1.value) },
      kinds: kinds.map { UsesPicture.Kind(kind: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.kind) < ($0.count, $1.kind) },
      places: places, contracts: cost?.contracts ?? [], points: cost?.points)
  }

  private func isImport(_ kind: String) -> Bool {
    kind.hasSuffix("include") || kind.hasSuffix("import")
  }

  /// The lines around each place. Only files that the document knows are read, and those only below
  /// the root: nothing else of the machine can be asked for.
  func sources(_ places: [Place]) -> [SourcePicture] {
    let known = knownFiles
    return places.prefix(Self.shownPlaces).map { place in
      guard known.contains(place.file), let all = lines.lines(place.file), place.line > 0,
        place.line <= all.count
      else { return SourcePicture(file: place.file, line: place.line, first: 0, lines: []) }
      let first = max(1, place.line - Self.around)
      let last = min(all.count, place.line + Self.around)
      return SourcePicture(
        file: place.file, line: place.line, first: first,
        lines: all[(first - 1)..<last].map { String($0.prefix(Self.longestLine)) })
    }
  }

  /// Files of the code, and those beside it that say something of it.
  private var knownFiles: Set<String> {
    var known = Set(original.files.map(\.path))
    for edge in original.edges {
      for group in edge.evidence { if let file = group.file { known.insert(file) } }
    }
    for table in original.tables {
      for place in table.definedAt + table.readers + table.writers { known.insert(place.file) }
    }
    for finding in original.serverless.findings {
      for place in finding.declaredAt { known.insert(place.file) }
    }
    for transaction in original.transactions { known.insert(transaction.place.file) }
    return known
  }
}
