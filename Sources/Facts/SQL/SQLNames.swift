/// Names of tables, as far as a statement writes them.
extension SQLStatement {
  /// A possibly qualified name; `table` is nil for a placeholder and for the system's own tables.
  struct Name {
    var table: String?
    var isQualified: Bool
    /// Empty where none is said, or none that is known.
    var schema: String
    var line: UInt32

    var full: String? { table.map { TableName.joined($0, schema: schema) } }
  }

  mutating func takeName() -> Name? {
    guard let (name, end) = name(at: index) else { return nil }
    index = end
    return name
  }

  /// The name at an index and the index after it.
  func name(at start: Int) -> (name: Name, end: Int)? {
    var parts = [start]
    guard isNamePart(start) else { return nil }
    var end = start + 1
    while isPunctuation(".", end), tokens.indices.contains(end + 1), tokens[end + 1].isName {
      parts.append(end + 1)
      end += 2
    }
    let last = tokens[parts[parts.count - 1]]
    let isHole = last.kind == .placeholder || last.range.isEmpty
    let isSystem =
      parts.dropLast().contains { Self.systemSchemas.contains(text($0)) }
      || Self.isSystemTable(text(parts[parts.count - 1]))
    let table = isHole || isSystem ? nil : text(parts[parts.count - 1])
    let isQualified = parts.count > 1
    let schema = isQualified ? schema(parts[parts.count - 2]) : ""
    return (Name(table: table, isQualified: isQualified, schema: schema, line: last.line), end)
  }

  /// What stands before a table, unless it is put in later.
  private func schema(_ index: Int) -> String {
    let token = tokens[index]
    return token.kind == .placeholder || token.range.isEmpty ? "" : text(index)
  }

  private func isNamePart(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].isName else { return false }
    return tokens[index].keyword.map { !$0.isReserved } ?? true
  }

  private static let systemSchemas: Set<String> = [
    "information_schema", "pg_catalog", "performance_schema", "mysql", "sys",
  ]

  private static func isSystemTable(_ name: String) -> Bool {
    name == "dual" || name.hasPrefix("pg_") || name.hasPrefix("sqlite_")
  }
}
