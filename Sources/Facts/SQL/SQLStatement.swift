/// One pass over the tokens of a statement that collects the tables it names.
struct SQLStatement {
  /// What a level of parentheses is doing.
  private struct Frame {
    enum Verb { case none, select, update, delete, insert, merge }
    var verb = Verb.none
    /// The next FROM of this level names tables.
    var awaitsFrom = false
    /// The parenthesis stands where a table is named: a list of tables may go on after it.
    var resumes = false
  }

  let bytes: [UInt8]
  let tokens: [SQLToken]
  private(set) var foreignKeys: [ForeignKey] = []
  /// Names of temporary tables that the statement creates.
  private(set) var temporary: Set<String> = []
  /// Plain names behind EXECUTE: routines, or variables with text that PL/pgSQL runs.
  var executed: Set<String> = []
  private var accesses: [SQLScanner.Access] = []
  private var commonTables: Set<String> = []
  private var aliases: [String: Name] = [:]
  private var frames = [Frame()]
  private var definedTable: String?
  /// The next token.
  var index = 0

  /// `isClause` says that the tokens begin inside a query, at FROM or JOIN.
  init(bytes: [UInt8], tokens: [SQLToken], isClause: Bool = false) {
    self.bytes = bytes
    self.tokens = tokens
    if isClause { frames[0] = Frame(verb: .select, awaitsFrom: true) }
  }

  /// The accesses, where a target that is an alias is the table it stands for.
  var resolvedAccesses: [SQLScanner.Access] {
    accesses.compactMap { access in
      if Self.standIns.contains(access.table) { return nil }
      guard access.access == .write, let name = aliases[access.table], let table = name.table else {
        return access
      }
      if commonTables.contains(table) { return nil }
      return SQLScanner.Access(
        access: .write, table: table, line: access.line, schema: name.schema)
    }
  }

  /// What programs write where they put the name of a table later: nobody's table is called so.
  private static let standIns: Set<String> = ["tablename", "table_name", "tbl_name", "tabname"]

  mutating func scan() {
    if [.grant, .revoke].contains(keyword(0)) { return }
    collectCommonTables()
    while index < tokens.count {
      if isPunctuation("(", index) {
        frames.append(Frame())
        index += 1
      } else if isPunctuation(")", index) {
        closeParenthesis()
      } else if let keyword = tokens[index].keyword {
        take(keyword)
      } else {
        takeCall()
      }
    }
  }

  // MARK: Tokens

  func keyword(_ index: Int) -> SQLKeyword? {
    tokens.indices.contains(index) ? tokens[index].keyword : nil
  }

  func isPunctuation(_ character: Unicode.Scalar, _ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .punctuation
      && bytes[tokens[index].range.lowerBound] == UInt8(ascii: character)
  }

  /// Whether a token is the word of lower-case letters, in any case and without quotes.
  func isWord(_ word: String, _ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
    let range = tokens[index].range
    return range.count == word.utf8.count
      && zip(bytes[range], word.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  func text(_ index: Int) -> String {
    String(decoding: bytes[tokens[index].range], as: UTF8.self).lowercased()
  }

  // MARK: Verbs

  private mutating func take(_ keyword: SQLKeyword) {
    let start = index
    index += 1
    switch keyword {
    case .select: frames[frames.count - 1] = level(.select, awaitsFrom: true)
    case .from: takeFrom(at: start)
    case .join, .straight_join: if frames.contains(where: { $0.verb != .none }) { tableList() }
    case .using: takeUsing()
    case .insert, .replace, .load: takeInsert()
    case .update: takeUpdate(after: self.keyword(start - 1))
    case .delete: takeDelete()
    case .merge: takeMerge()
    case .truncate: takeTruncate()
    case .create, .alter, .drop: takeDefinition(keyword)
    case .references: takeReference()
    case .copy: takeCopy(at: start)
    default: break
    }
  }

  private func level(_ verb: Frame.Verb, awaitsFrom: Bool) -> Frame {
    Frame(verb: verb, awaitsFrom: awaitsFrom, resumes: frames[frames.count - 1].resumes)
  }

  private mutating func takeFrom(at start: Int) {
    let isComparison =
      keyword(start - 1) == .distinct && [.is, .not].contains(keyword(start - 2))
    guard frames[frames.count - 1].awaitsFrom, !isComparison else { return }
    frames[frames.count - 1].awaitsFrom = false
    tableList()
  }

  private mutating func takeUsing() {
    let verb = frames[frames.count - 1].verb
    guard verb == .delete || verb == .merge, !isPunctuation("(", index) else { return }
    tableList()
  }

  private mutating func takeInsert() {
    let words: Set<SQLKeyword> = [
      .or, .replace, .ignore, .low_priority, .high_priority, .delayed, .rollback, .abort, .fail,
      .data, .local,
    ]
    var next = index
    while let word = keyword(next), words.contains(word) { next += 1 }
    if keyword(index - 1) == .load {
      while next < tokens.count, keyword(next) != .into { next += 1 }
    }
    guard keyword(next) == .into else { return }
    index = next + 1
    if keyword(index) == .table { index += 1 }
    frames[frames.count - 1] = level(.insert, awaitsFrom: false)
    if let name = takeName() { record(.write, name) }
  }

  /// `UPDATE t [alias] [, …|JOIN …] SET`; other uses of the word have no such shape.
  private mutating func takeUpdate(after previous: SQLKeyword?) {
    if [.for, .on, .key].contains(previous) { return }
    let words: Set<SQLKeyword> = [.only, .low_priority, .ignore]
    while let word = keyword(index), words.contains(word) { index += 1 }
    if keyword(index) == .or { index += 2 }
    let start = index
    guard let name = takeName() else { return }
    takeAlias(of: name)
    let follows: Set<SQLKeyword> = [.set, .join, .inner, .left, .right, .cross, .straight_join]
    guard keyword(index).map(follows.contains) ?? isPunctuation(",", index) else {
      index = start
      return
    }
    record(.write, name)
    frames[frames.count - 1] = level(.update, awaitsFrom: true)
    if isPunctuation(",", index) {
      index += 1
      tableList()
    }
  }

  /// `DELETE FROM t`, and `DELETE a, b FROM t1 a JOIN …`, where the targets stand first.
  private mutating func takeDelete() {
    let words: Set<SQLKeyword> = [.low_priority, .quick, .ignore]
    while let word = keyword(index), words.contains(word) { index += 1 }
    if keyword(index) == .from {
      index += 1
      frames[frames.count - 1] = level(.delete, awaitsFrom: false)
      if keyword(index) == .only { index += 1 }
      guard let name = takeName() else { return }
      record(.write, name)
      takeAlias(of: name)
      return
    }
    let start = index
    var targets: [Name] = []
    while let name = takeName() {
      targets.append(name)
      if isPunctuation(",", index) { index += 1 }
    }
    guard keyword(index) == .from, !targets.isEmpty else {
      index = start
      return
    }
    for target in targets { record(.write, target) }
    frames[frames.count - 1] = level(.delete, awaitsFrom: true)
  }

  private mutating func takeMerge() {
    guard keyword(index) == .into else { return }
    index += 1
    frames[frames.count - 1] = level(.merge, awaitsFrom: false)
    guard let name = takeName() else { return }
    record(.write, name)
    takeAlias(of: name)
  }

  private mutating func takeTruncate() {
    if keyword(index) == .table { index += 1 }
    if keyword(index) == .only { index += 1 }
    while let name = takeName(), !isPunctuation("(", index) {
      record(.write, name)
      guard isPunctuation(",", index) else { return }
      index += 1
    }
  }

  // MARK: Definitions

  private mutating func takeDefinition(_ verb: SQLKeyword) {
    let words: Set<SQLKeyword> = [
      .or, .replace, .unlogged, .global, .local, .virtual, .external, .foreign, .recursive,
      .materialized, .temp, .temporary,
    ]
    var isTemporary = false
    while let word = keyword(index), words.contains(word) {
      isTemporary = isTemporary || word == .temp || word == .temporary
      index += 1
    }
    if verb == .create, takeRoutine() { return }
    guard keyword(index) == .table || (keyword(index) == .view && verb == .create) else { return }
    index += 1
    let condition: Set<SQLKeyword> = [.if, .not, .exists, .only]
    while let word = keyword(index), condition.contains(word) { index += 1 }
    while let name = takeName() {
      definedTable = name.full
      if isTemporary, let table = name.table { temporary.insert(table) }
      record(.define, name)
      guard verb == .drop, isPunctuation(",", index) else { return }
      index += 1
    }
  }

  private mutating func takeReference() {
    guard let table = definedTable, let name = takeName(), let referenced = name.full else {
      return
    }
    foreignKeys.append(ForeignKey(table: table, referenced: referenced, line: name.line))
  }

  /// `COPY t [(…)] FROM` writes and `COPY t TO` reads; `COPY (SELECT …)` is read as the query.
  private mutating func takeCopy(at start: Int) {
    guard start == 0, let name = takeName() else { return }
    var next = index
    if isPunctuation("(", next) {
      while next < tokens.count, !isPunctuation(")", next) { next += 1 }
      next += 1
    }
    switch keyword(next) {
    case .from: record(.write, name)
    case .to: record(.read, name)
    default: break
    }
  }

  // MARK: Names of tables

  /// Table references that are read, separated by commas, up to the first thing that is none.
  private mutating func tableList() {
    while index < tokens.count {
      while [.only, .lateral, .table].contains(keyword(index)) { index += 1 }
      if isPunctuation("(", index) {
        let isQuery = [.select, .with, .values].contains(keyword(index + 1))
        frames.append(Frame(verb: isQuery ? .none : .select, awaitsFrom: false, resumes: true))
        index += 1
        if isQuery { return }
        continue
      }
      guard let name = takeName() else { return }
      if isPunctuation("(", index) {
        if isOfProject(name) { record(.read, name, in: .function) }
        frames.append(Frame(verb: .none, awaitsFrom: false, resumes: true))
        index += 1
        return
      }
      record(.read, name)
      takeAlias(of: name)
      guard isPunctuation(",", index) else { return }
      index += 1
    }
  }

  private mutating func closeParenthesis() {
    index += 1
    guard frames.count > 1, frames.removeLast().resumes else { return }
    takeAlias(of: nil)
    if isPunctuation("(", index), !isPunctuation(")", index - 1) {
      while index < tokens.count, !isPunctuation(")", index) { index += 1 }
      index += 1
    }
    guard isPunctuation(",", index) else { return }
    index += 1
    tableList()
  }

  private mutating func takeAlias(of name: Name?) {
    var next = index
    if keyword(next) == .as { next += 1 }
    guard tokens.indices.contains(next), tokens[next].isName,
      !(tokens[next].keyword?.endsReference ?? false)
    else { return }
    index = next + 1
    if let name, let table = name.table, text(next) != table { aliases[text(next)] = name }
  }

  mutating func record(
    _ access: DataAccess.Access, _ name: Name, in store: DataAccess.Store = .table
  ) {
    guard let table = name.table else { return }
    if name.isQualified || !commonTables.contains(table) {
      accesses.append(
        SQLScanner.Access(
          access: access, table: table, line: name.line, store: store, schema: name.schema))
    }
  }

  /// Names that `WITH x AS (…), y AS (…)` introduces anywhere in the statement.
  private mutating func collectCommonTables() {
    guard tokens.contains(where: { $0.keyword == .with }) else { return }
    for index in tokens.indices where tokens[index].keyword == .as {
      var body = index + 1
      while [.not, .materialized].contains(keyword(body)) { body += 1 }
      let verbs: [SQLKeyword?] = [.select, .with, .values, .insert, .update, .delete]
      guard isPunctuation("(", body),
        verbs.contains(keyword(body + 1)) || isPunctuation("(", body + 1)
      else { continue }
      guard let name = nameOfCommonTable(before: index) else { continue }
      commonTables.insert(name)
    }
  }

  private func nameOfCommonTable(before asIndex: Int) -> String? {
    var index = asIndex - 1
    if isPunctuation(")", index) {
      while index > 0, !isPunctuation("(", index) { index -= 1 }
      index -= 1
    }
    guard index > 0, tokens[index].isName else { return nil }
    let introduces =
      [.with, .recursive].contains(keyword(index - 1)) || isPunctuation(",", index - 1)
    return introduces ? text(index) : nil
  }
}
