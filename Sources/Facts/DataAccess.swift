/// A use of stored data by name.
package struct DataAccess: Sendable, Hashable {
  package enum Access: UInt8, Sendable, Hashable, CaseIterable {
    case read, write
    /// The store is created or altered here (`CREATE TABLE`).
    case define
  }

  package enum Store: UInt8, Sendable, Hashable, CaseIterable {
    case table, collection, queue, topic, bucket, cache, file
    /// A routine that the database keeps.
    case procedure
    /// A function by whose name SQL asks, which may be such a routine or one of the database's own.
    case function
  }

  package var store: Store
  /// Lower case for SQL tables, which are compared without case, with their schema where it is said.
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

/// What comes of using something that the database keeps: who reads a view reads its tables, and who
/// calls a routine does to tables what it does.
package struct Derivation: Sendable, Hashable {
  package var store: DataAccess.Store
  package var name: String
  package var target: DataAccess.Store
  package var targetName: String
  package var access: DataAccess.Access

  package init(
    of name: String, _ store: DataAccess.Store, to target: SQLScanner.Access
  ) {
    self.store = store
    self.name = name
    self.target = target.store
    targetName = target.name
    access = target.access
  }

  init(_ store: DataAccess.Store, _ target: DataAccess.Store, _ access: DataAccess.Access) {
    self.store = store
    self.target = target
    self.access = access
    name = ""
    targetName = ""
  }
}
