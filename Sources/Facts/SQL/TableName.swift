/// Names of tables with the schema that a source says they are in: `sales.orders`.
package enum TableName {
  /// In lower case and without quotes; the table alone where no schema is said.
  package static func joined(_ table: String, schema: String?) -> String {
    let own = plain(table)
    guard let schema, !schema.isEmpty, !own.contains(".") else { return own }
    return plain(schema) + "." + own
  }

  /// The table, and the schema right before it; no schema where none is said.
  package static func parts(_ name: String) -> (schema: String?, table: String) {
    let parts = plain(name).split(separator: ".").map(String.init)
    guard let table = parts.last else { return (nil, name) }
    return (parts.count > 1 ? parts[parts.count - 2] : nil, table)
  }

  /// Schemas that a name without one is usually in.
  package static let usual: Set<String> = ["dbo", "public"]

  private static let quotes: Set<Character> = ["\"", "`", "[", "]"]

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { !quotes.contains($0) }
  }
}
