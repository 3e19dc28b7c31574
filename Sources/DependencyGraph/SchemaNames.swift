internal import Facts

/// Tells tables of one name apart by their schemas, where a project says of several.
///
/// Most projects have each name once: schemas say nothing there, and a name is the table's with a schema and
/// without one. Where a name stands in several schemas, one without a schema is in the usual one, if that is
/// said anywhere; else in the schema that is said next to it, in the same folder or the nearest around it.
struct SchemaNames: Sendable {
  /// The schemas of each name; the usual one is empty.
  private var schemas: [String: Set<String>] = [:]
  /// For names in several schemas those that are said in each folder and below.
  private var near: [String: [Substring: Set<String>]] = [:]

  /// `names` are those of tables, with the paths that they stand in. Linear in them and their folders.
  init(_ names: some Sequence<(name: String, path: String)>) {
    var said: [(schema: String, table: String, path: String)] = []
    for (name, path) in names where name.utf8.contains(0x2e) {
      let (schema, table) = TableName.parts(name)
      guard let schema else { continue }
      let own = TableName.usual.contains(schema) ? "" : schema
      schemas[table, default: []].insert(own)
      said.append((own, table, path))
    }
    schemas = schemas.filter { $0.value.count > 1 }
    for (schema, table, path) in said where schemas[table] != nil {
      for folder in Self.folders(of: path) {
        near[table, default: [:]][folder, default: []].insert(schema)
      }
    }
  }

  /// The name of the table that a name in a file means.
  func settled(_ name: String, _ path: String) -> String {
    let (schema, table) = TableName.parts(name)
    guard let known = schemas[table] else { return table }
    if let schema { return TableName.usual.contains(schema) ? table : schema + "." + table }
    if known.contains("") { return table }
    for folder in Self.folders(of: path) {
      guard let found = near[table]?[folder] else { continue }
      return found.count == 1 ? found.first! + "." + table : table
    }
    return table
  }

  /// The file itself and the folders around it, from the inside out, without the root.
  private static func folders(of path: String) -> [Substring] {
    var folders: [Substring] = [path[...]]
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/"), folders.count < 64 {
      rest = rest[..<slash]
      folders.append(rest)
    }
    return folders
  }
}
