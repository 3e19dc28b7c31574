import ReportModel
import Review

/// A document from a few words: files with their boundary, dependencies and accesses.
struct DocumentSketch {
  var document = Document(tool: "0", name: "sketch")
  private var numbers: [String: Int] = [:]

  /// `path: boundary`.
  init(_ files: [String: String], roles: [String: String] = [:]) {
    for (path, boundary) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    {
      var entry = FileEntry(path: path, language: "c", role: roles[path] ?? "production")
      entry.boundary = boundary
      entry.lines = 10
      numbers[path] = document.files.count
      document.files.append(entry)
    }
    let ids = Set(files.values.filter { !$0.hasPrefix("@") }).sorted()
    for id in ids {
      let members = document.files.indices.filter { document.files[$0].boundary == id }
      document.boundaries.boundaries.append(
        BoundaryEntry(
          id: id, name: id, vocabulary: [], lines: 10 * members.count,
          members: members.map {
            BoundaryEntry.MemberEntry(
              file: $0, reason: "", confidence: "firm", stability: 1, inside: 0, alternative: nil,
              alternativeReferences: 0, evidence: [])
          }, exposes: [], tables: .init(owns: [], shares: [], reads: []), entryPoints: [],
          stability: 1))
    }
  }

  func file(_ path: String) -> Int { numbers[path]! }

  mutating func edge(_ from: String, _ to: String, _ kind: String = "call", lines: [Int] = [1]) {
    let (a, b) = (file(from), file(to))
    let group = EdgeEntry.Evidence(kind: kind, lines: lines)
    if let at = document.edges.firstIndex(where: { $0.from == a && $0.to == b }) {
      document.edges[at].evidence.append(group)
      document.edges[at].evidence.sort { $0.kind < $1.kind }
    } else {
      document.edges.append(EdgeEntry(from: a, to: b, evidence: [group]))
    }
    document.edges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  mutating func table(
    _ name: String, writers: [String: [Int]] = [:], readers: [String: [Int]] = [:],
    maps: [String] = []
  ) {
    func places(_ uses: [String: [Int]]) -> [Place] {
      uses.sorted { $0.key < $1.key }.flatMap { path, lines in
        lines.map { Place(file: path, line: $0) }
      }
    }
    document.tables.append(
      TableEntry(
        name: name, store: "table", definedAt: maps.map { Place(file: $0, line: 1) },
        readers: places(readers), writers: places(writers), references: []))
  }

  /// Decisions that accept boundaries with the given patterns.
  static func accepting(_ boundaries: [String: [String]]) -> [PlacedDecision] {
    boundaries.sorted { $0.key < $1.key }.enumerated().map { index, entry in
      var decision = Decision(.accept, entry.key)
      decision.members = entry.value
      return PlacedDecision(decision, line: index + 1)
    }
  }
}
