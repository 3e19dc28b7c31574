/// A use of stored data by name.
package struct DataAccess: Sendable, Hashable {
  package enum Access: UInt8, Sendable, Hashable, CaseIterable {
    case read, write
    /// The store is created or altered here (`CREATE TABLE`).
    case define
  }

  package enum Store: UInt8, Sendable, Hashable, CaseIterable {
    case table, collection, queue, topic, bucket, cache, file
  }

  package var store: Store
  /// Name without schema quotes, lower case for SQL tables: they are compared without case.
  package var name: String
  package var access: Access
  package var line: UInt32
  /// The enclosing symbol, an index into ``FileFacts/symbols``, or ``Reference/fileLevel``.
  package var symbol: UInt32

  package init(store: Store, name: String, access: Access, line: UInt32, symbol: UInt32) {
    self.store = store
    self.name = name
    self.access = access
    self.line = line
    self.symbol = symbol
  }
}

/// A foreign key of a schema: rows of `table` point to rows of `referenced`.
package struct ForeignKey: Sendable, Hashable {
  package var table: String
  package var referenced: String
  package var line: UInt32

  package init(table: String, referenced: String, line: UInt32) {
    self.table = table
    self.referenced = referenced
    self.line = line
  }
}
