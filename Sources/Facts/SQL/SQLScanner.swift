/// Finds which tables SQL text reads, writes and defines, and which routines it calls.
///
/// The scanner knows the places of SQL where a table is named and nothing of a dialect's grammar, so
/// that it reads every dialect and text that is cut off. Names come in lower case, those of tables with
/// the schema that is said; names of common table expressions, temporary tables, table functions, parameters and the
/// database's own catalogue yield nothing.
package enum SQLScanner {
  /// A part of the revision of every front end: changes whenever equal text may give other facts.
  package static let revision = 4

  /// An access with the line of the table's name, counted from one within the text.
  package struct Access: Sendable, Hashable {
    package var access: DataAccess.Access
    package var table: String
    /// What is said to hold the table; empty where nothing is.
    package var schema: String
    package var line: UInt32
    /// A table or view, a routine that is called as one, or a function that may be one.
    package var store: DataAccess.Store

    package init(
      access: DataAccess.Access, table: String, line: UInt32, store: DataAccess.Store = .table,
      schema: String = ""
    ) {
      self.access = access
      self.table = table
      self.schema = schema
      self.line = line
      self.store = store
    }

    /// The table with its schema: `sales.orders`.
    package var name: String {
      store == .table ? TableName.joined(table, schema: schema) : table
    }
  }

  /// What a whole script holds, in source order.
  package struct Script: Sendable, Hashable {
    package var accesses: [Access] = []
    package var foreignKeys: [ForeignKey] = []
    package var derivations: [Derivation] = []
  }

  /// The accesses of a string literal of a program, unique, in source order.
  ///
  /// A literal is taken for SQL only if it has the shape of a statement, or of a clause that can only
  /// come from one: prose such as `update the list` yields nothing. Linear in the text.
  package static func accesses(inLiteral text: String) -> [Access] {
    let text = SQLCallShape.unbraced(text) ?? text
    guard text.utf8.count >= 6, SQLShape.mayBeSQL(text.utf8) else { return [] }
    var tokens = SQLTokens(Array(text.utf8), isScript: false)
    var statements: [[SQLToken]] = []
    while let statement = tokens.nextStatement() { statements.append(statement) }
    var found = SQLFindings()
    for statement in statements {
      let shape = SQLShape(bytes: tokens.bytes, tokens: statement)
      guard let match = shape.match else { continue }
      let part = SQLStatement(
        bytes: tokens.bytes, tokens: Array(statement[match.start...]), isClause: match.isClause)
      scan(part, into: &found)
    }
    var seen: Set<Access> = []
    return found.accesses.map { Access($0, line: 0) }.filter { seen.insert($0).inserted }
  }

  /// The accesses and foreign keys of a script. Linear in the text.
  package static func scan(script: [UInt8]) -> Script {
    var tokens = SQLTokens(script, isScript: true)
    var found = SQLFindings()
    while let statement = tokens.nextStatement() {
      scan(SQLStatement(bytes: tokens.bytes, tokens: statement), into: &found)
      if tokens.endsBatch { found.endBatch() }
    }
    return Script(
      accesses: found.accesses, foreignKeys: found.foreignKeys, derivations: found.derivations)
  }

  package static func scan(script: String) -> Script { scan(script: Array(script.utf8)) }

  private static func scan(_ statement: SQLStatement, into found: inout SQLFindings) {
    var statement = statement
    statement.scan()
    found.add(statement)
  }
}

extension SQLScanner.Access {
  fileprivate init(_ other: SQLScanner.Access, line: UInt32) {
    self = other
    self.line = line
  }
}

/// What the statements of one text add up to.
struct SQLFindings {
  private(set) var accesses: [SQLScanner.Access] = []
  private(set) var foreignKeys: [ForeignKey] = []
  private(set) var derivations: [Derivation] = []
  private var temporary: Set<String> = []
  private var routine = SQLRoutine()

  mutating func add(_ statement: SQLStatement) {
    routine.enter(statement)
    temporary.formUnion(statement.temporary)
    let found = statement.resolvedAccesses.filter { isOfProject($0, statement) }
    accesses += found
    foreignKeys += statement.foreignKeys.filter { !temporary.contains($0.table) }
    derive(found, statement)
    routine.leave()
  }

  /// Leaves temporary tables, and variables that are executed in a body between dollar quotes.
  private func isOfProject(_ access: SQLScanner.Access, _ statement: SQLStatement) -> Bool {
    switch access.store {
    case .table: !temporary.contains(access.table)
    case .procedure where routine.isQuoted && access.access == .read:
      !statement.executed.contains(access.table)
    default: true
    }
  }

  /// Ends what the batch of statements leaves open.
  mutating func endBatch() { routine = SQLRoutine() }

  private mutating func derive(_ found: [SQLScanner.Access], _ statement: SQLStatement) {
    let uses = found.filter { $0.access != .define }
    if let view = statement.definedView {
      derivations += uses.map { Derivation(of: view, .table, to: $0) }
    } else if let name = routine.name {
      derivations += uses.map { Derivation(of: name, .procedure, to: $0) }
    }
  }
}
