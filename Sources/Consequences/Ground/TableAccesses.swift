internal import Basics
package import ReportModel

/// Who reads, writes and maps each table, by the files of a document, and who owns it for a given
/// placement of files.
///
/// The owner is found as the analysis finds it (`OwnershipFinder`), but from places instead of
/// symbols: a boundary that maps the table and uses it, unless another one writes it far more; else
/// the one that writes it at most places; else the only one that maps or uses it.
package struct TableAccesses: Sendable {
  /// Places by file, of production code outside of migrations.
  package struct Table: Sendable {
    package var index: Int
    package var writes: [Int: [Place]] = [:]
    package var reads: [Int: [Place]] = [:]
    package var maps: Set<Int> = []
    /// The owner that people gave it.
    package var decidedOwner: String?

    package var files: Set<Int> { Set(writes.keys).union(reads.keys).union(maps) }
  }

  package struct Party: Sendable, Equatable {
    package var writes = 0
    package var reads = 0
    package var maps = false
  }

  private static let mapperShare = 3

  /// In the order of the document; what nobody uses is left out.
  package let tables: [Table]

  /// `owners` are those that people gave, by the name of the table; nil takes those of the document.
  package init(_ document: Document, owners: [String: String]? = nil) {
    var named: Set<String> = []
    for table in document.tables {
      for place in [table.writers, table.readers, table.definedAt].joined() {
        named.insert(place.file)
      }
      named.formUnion(table.mappers ?? [])
    }
    var fileOf: [String: Int] = [:]
    for (index, file) in document.files.enumerated()
    where file.role == "production" && named.contains(file.path) {
      if !Self.isMigration(file.path) { fileOf[file.path] = index }
    }
    tables = document.tables.enumerated().compactMap { index, entry in
      guard Self.isOwned(entry.store) else { return nil }
      var table = Table(index: index)
      table.decidedOwner =
        owners.map { $0[entry.name] }
        ?? (entry.ownership?.isDecided == true ? entry.ownership?.owner : nil)
      for place in entry.writers {
        if let file = fileOf[place.file] { table.writes[file, default: []].append(place) }
      }
      for place in entry.readers {
        if let file = fileOf[place.file] { table.reads[file, default: []].append(place) }
      }
      table.maps = Set(
        (entry.definedAt.map(\.file) + (entry.mappers ?? [])).compactMap { fileOf[$0] })
      return table.files.isEmpty ? nil : table
    }
  }

  /// What passes things on, or computes, keeps nothing that has an owner.
  private static func isOwned(_ store: String) -> Bool {
    !["queue", "topic", "procedure", "function"].contains(store)
  }

  /// Rails, Laravel, Django, Entity Framework and Alembic all name the folder so.
  private static func isMigration(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains {
      let folder = $0.lowercased()
      return folder == "migrate" || folder == "migrations"
    }
  }

  /// The accesses of each boundary; `boundaryOf` gives nil for files of none.
  package func parties(_ table: Table, _ boundaryOf: (Int) -> String?) -> [String: Party] {
    var parties: [String: Party] = [:]
    for (file, places) in table.writes {
      if let id = boundaryOf(file) { parties[id, default: Party()].writes += Set(places).count }
    }
    for (file, places) in table.reads {
      if let id = boundaryOf(file) { parties[id, default: Party()].reads += Set(places).count }
    }
    for file in table.maps {
      if let id = boundaryOf(file) { parties[id, default: Party()].maps = true }
    }
    return parties
  }

  /// Nil where nobody is, or too many are.
  package func owner(_ table: Table, _ parties: [String: Party]) -> String? {
    if let decided = table.decidedOwner { return decided }
    func order(_ some: [String: Party]) -> [(key: String, value: Party)] {
      some.sorted { a, b in
        if a.value.writes != b.value.writes { return a.value.writes > b.value.writes }
        if a.value.reads != b.value.reads { return a.value.reads > b.value.reads }
        return a.key.precedesBytewise(b.key)
      }
    }
    let mappers = parties.filter(\.value.maps)
    if let most = order(parties.filter { $0.value.writes > 0 }).first {
      let mapper = order(mappers).first {
        Self.mapperShare * ($0.value.writes + $0.value.reads) >= most.value.writes
      }
      return (mapper ?? most).key
    }
    if mappers.count == 1 { return mappers.keys.first }
    return parties.count == 1 ? parties.keys.first : nil
  }
}
