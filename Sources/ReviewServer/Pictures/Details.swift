internal import Basics
internal import Consequences
internal import ReportModel
internal import Review

/// One boundary, for the pane beside the map.
struct BoundaryPicture: Encodable {
  var id: String
  var name: String
  var files: Int
  var lines: Int
  var stability: Double?
  var vocabulary: [String]
  var decisions: [String]
  var tables: [TableLine]
  var exposes: [BoundaryEntry.ExposedEntry]
  var entryPoints: [Place]
  /// As analysed; nil for what was not there.
  var cost: BoundaryCostEntry?
  var uses: [Neighbour]
  var usedBy: [Neighbour]
  var components: [Component]

  struct TableLine: Encodable {
    var name: String
    /// `owns`, `writes` or `reads`.
    var use: String
    var owner: String?
  }

  struct Neighbour: Encodable {
    var id: String
    var references: Int
  }

  struct Component: Encodable {
    var name: String
    var files: [String]
  }
}

/// The files of a piece and why they are where they are.
struct PiecePicture: Encodable {
  var module: String
  var label: String
  var boundary: String
  var fileCount: Int
  /// The largest first, a limited number.
  var files: [FileLine]

  struct FileLine: Encodable {
    var path: String
    var language: String
    var lines: Int
    var reason: String
    var confidence: String
    var stability: Double
    var inside: Int
    var alternative: String?
    var alternativeReferences: Int
    var evidence: [Place]
  }
}

extension ReviewSession {
  private static let listed = 200

  func boundary(_ id: String) throws -> BoundaryPicture {
    refresh()
    guard let entry = document.boundaries.boundaries.first(where: { $0.id == id }) else {
      throw ActProblem(status: 404, message: "no boundary \"\(id)\"")
    }
    let isOriginal = original.boundaries.boundaries.contains { $0.id == id }
    func neighbours(_ way: (CrossingEntry) -> (String, String)) -> [BoundaryPicture.Neighbour] {
      document.boundaries.crossings.filter { way($0).0 == id }
        .map { BoundaryPicture.Neighbour(id: way($0).1, references: $0.count) }
        .sorted { ($1.references, $0.id) < ($0.references, $1.id) }
    }
    let members = Set(entry.members.map(\.file))
    let components = (entry.components ?? []).compactMap { part -> BoundaryPicture.Component? in
      let files = part.files.filter(members.contains).map { document.files[$0].path }
      return files.isEmpty ? nil : BoundaryPicture.Component(name: part.name, files: files)
    }
    return BoundaryPicture(
      id: id, name: entry.name, files: entry.members.count, lines: entry.lines,
      stability: isOriginal ? entry.stability : nil, vocabulary: entry.vocabulary,
      decisions: entry.decisions ?? [], tables: tables(of: id),
      exposes: Array(entry.exposes.prefix(20)),
      entryPoints: Array(entry.entryPoints.prefix(20)),
      cost: original.boundaries.costs.boundaries.first { $0.boundary == id },
      uses: neighbours { ($0.from, $0.to) }, usedBy: neighbours { ($0.to, $0.from) },
      components: components)
  }

  private func tables(of id: String) -> [BoundaryPicture.TableLine] {
    ground.ownership(state.followed.counted).compactMap { standing in
      guard let party = standing.parties[id] else { return nil }
      let use = standing.owner == id ? "owns" : party.writes > 0 ? "writes" : "reads"
      return BoundaryPicture.TableLine(
        name: document.tables[standing.table].name, use: use, owner: standing.owner)
    }.sorted { ($0.use, $0.name) < ($1.use, $1.name) }
  }

  func piece(_ name: PieceName) throws -> PiecePicture {
    refresh()
    let files = files([name], [])
    guard let first = files.first else {
      throw ActProblem(status: 404, message: "that module is no longer in \"\(name.boundary)\"")
    }
    var members: [Int: BoundaryEntry.MemberEntry] = [:]
    for boundary in document.boundaries.boundaries where boundary.id == name.boundary {
      for member in boundary.members { members[member.file] = member }
    }
    var shared: [Int: SharedEntry] = [:]
    for entry in document.boundaries.shared { shared[entry.file] = entry }
    let rows = files.sorted {
      (document.files[$1].lines, $0) < (document.files[$0].lines, $1)
    }.prefix(Self.listed).map { index in
      let (file, member) = (document.files[index], members[index])
      return PiecePicture.FileLine(
        path: file.path, language: file.language, lines: file.lines,
        reason: member?.reason ?? shared[index]?.reason ?? "", confidence: member?.confidence ?? "",
        stability: member?.stability ?? 0, inside: member?.inside ?? 0,
        alternative: member?.alternative,
        alternativeReferences: member?.alternativeReferences ?? 0,
        evidence: member?.evidence ?? [])
    }
    return PiecePicture(
      module: name.module, label: document.modules[document.files[first].module].label,
      boundary: name.boundary, fileCount: files.count, files: rows)
  }
}
