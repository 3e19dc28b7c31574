/// Decides whether text of a program's literal is SQL rather than prose that shares its words.
///
/// A statement must have its obligatory parts in place, with names where names belong. Text whose
/// keywords are not all in capitals must show, besides, something that prose does not have: a
/// condition, a list of columns, a `*`, a name with an underscore.
struct SQLShape {
  let statement: SQLStatement
  private let bytes: [UInt8]
  private let tokens: [SQLToken]

  init(bytes: [UInt8], tokens: [SQLToken]) {
    self.bytes = bytes
    self.tokens = tokens
    statement = SQLStatement(bytes: bytes, tokens: tokens)
  }

  /// A cheap necessary condition: the first word is one that SQL can begin with.
  static func mayBeSQL(_ text: String.UTF8View) -> Bool {
    let isOpening: (UInt8) -> Bool = {
      $0.isASCIISpace || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")")
    }
    let rest = text.drop(while: isOpening)
    guard let first = rest.first else { return false }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") {
      return true
    }
    guard let second = rest.dropFirst().first,
      beginnings.contains(beginning(first | 0x20, second | 0x20))
    else { return false }
    if SQLCallShape.mayBeCall(rest) { return true }
    guard let keyword = SQLKeyword(Array(rest.prefix(while: \.isSQLWord).prefix(14))[...]) else {
      return false
    }
    return starters.contains(keyword)
  }

  /// The first two letters of all that a statement or clause may begin with.
  private static let beginnings: Set<UInt16> = Set(
    (starters.map(\.rawValue) + ["call", "exec"]).map { word in
      beginning(word.utf8.first!, word.utf8.dropFirst().first!)
    })

  private static func beginning(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }

  private static let starters: Set<SQLKeyword> = [
    .select, .insert, .replace, .update, .delete, .merge, .truncate, .create, .alter, .drop, .copy,
    .load, .with, .explain, .prepare, .declare, .begin, .start, .set, .lock, .from, .join, .left,
    .right, .inner, .full, .cross, .natural, .straight_join, .where, .and, .or, .union, .except,
    .intersect, .on, .using, .into, .not, .exists, .in, .if, .having,
  ]

  /// The part of the tokens that is SQL.
  struct Match {
    var start: Int
    /// The part is a clause without the statement it belongs to.
    var isClause = false
  }

  /// Where SQL begins, nil where the text is none.
  var match: Match? {
    if SQLCallShape(statement: statement).isCall { return Match(start: 0) }
    let verb = verbIndex
    guard let keyword = keyword(verb), Self.starters.contains(keyword) else { return nil }
    if isStatement(at: verb) { return Match(start: verb) }
    if isClause(at: verb) { return Match(start: verb, isClause: true) }
    return subqueryIndex(from: verb).map { Match(start: $0) }
  }

  /// Past opening parentheses, `EXPLAIN`, `PREPARE … AS`, `DECLARE … CURSOR FOR` and set operators.
  private var verbIndex: Int {
    var index = 0
    while statement.isPunctuation("(", index) || statement.isPunctuation(")", index) { index += 1 }
    let passed: Set<SQLKeyword> = [
      .explain, .analyze, .verbose, .union, .except, .intersect, .all, .distinct,
    ]
    switch keyword(index) {
    case .explain, .union, .except, .intersect:
      while let word = keyword(index), passed.contains(word) { index += 1 }
      while statement.isPunctuation("(", index) { index += 1 }
    case .prepare: index = after(.as, from: index)
    case .declare: index = after(.for, from: index)
    default: break
    }
    return index
  }

  private func after(_ keyword: SQLKeyword, from start: Int) -> Int {
    let found = tokens.indices.dropFirst(start).first { tokens[$0].keyword == keyword }
    return found.map { $0 + 1 } ?? start
  }

  private func keyword(_ index: Int) -> SQLKeyword? { statement.keyword(index) }

  // MARK: Statements

  private func isStatement(at index: Int) -> Bool {
    switch keyword(index) {
    case .select: isSelect(at: index)
    case .with: isWith(at: index)
    case .insert, .replace: isInsert(at: index)
    case .update: isUpdate(at: index)
    case .delete: isDelete(at: index)
    case .merge: isMerge(at: index)
    case .truncate: isTruncate(at: index)
    case .create, .alter, .drop: isDefinition(at: index)
    case .copy: isCopy(at: index)
    case .load: keyword(index + 1) == .data && isCapital(index)
    default: false
    }
  }

  /// `SELECT <list> FROM <table>` with a plausible list and rest.
  private func isSelect(at index: Int) -> Bool {
    guard let from = fromIndex(after: index) else { return false }
    let list = SQLSelectList(bytes: bytes, tokens: tokens[(index + 1)..<from])
    guard list.isPlausible else { return false }
    if statement.isPunctuation("(", from + 1) {
      return [.select, .with, .values].contains(keyword(from + 2)) || list.isTelling
    }
    guard let end = referenceEnd(at: from + 1) else { return false }
    let rest = restAfterTable(at: end)
    if rest == .nonsense { return false }
    return isCapital(index) && isCapital(from) || list.isTelling || rest == .telling
      || isTellingName(at: from + 1)
  }

  private func fromIndex(after start: Int) -> Int? {
    var depth = 0
    for index in (start + 1)..<max(tokens.count, start + 1) {
      if statement.isPunctuation("(", index) { depth += 1 }
      if statement.isPunctuation(")", index) { depth -= 1 }
      if depth < 0 { return nil }
      let isComparison =
        keyword(index - 1) == .distinct && [.is, .not].contains(keyword(index - 2))
      if depth == 0, keyword(index) == .from, !isComparison { return index }
    }
    return nil
  }

  private func isWith(at index: Int) -> Bool {
    let name = keyword(index + 1) == .recursive ? index + 2 : index + 1
    guard tokens.indices.contains(name), tokens[name].isName else { return false }
    return tokens.indices.dropFirst(name).contains {
      keyword($0) == .as && $0 - name < 64
        && (statement.isPunctuation("(", $0 + 1) || keyword($0 + 1) == .materialized
          || keyword($0 + 1) == .not)
    }
  }

  private func isInsert(at index: Int) -> Bool {
    guard
      let into = tokens.indices.dropFirst(index + 1).prefix(4).first(where: { keyword($0) == .into }
      ),
      let end = referenceEnd(at: into + 1)
    else { return false }
    let alias = keyword(end) == .as ? end + 2 : end
    switch keyword(alias) {
    case .values, .select, .default, .set, .with, .overriding: return true
    default: break
    }
    if statement.isPunctuation("(", alias) { return isColumnList(at: alias) }
    return alias >= tokens.count && isCapital(index) && isCapital(into)
  }

  /// `(a, b, c)`, possibly cut off, or a parenthesised query.
  private func isColumnList(at index: Int) -> Bool {
    if [.select, .with].contains(keyword(index + 1)) { return true }
    var next = index + 1
    while next < tokens.count {
      guard tokens[next].isName else { return false }
      next += 1
      while statement.isPunctuation(".", next) { next += 2 }
      if next >= tokens.count || statement.isPunctuation(")", next) { return true }
      guard statement.isPunctuation(",", next) else { return false }
      next += 1
    }
    return true
  }

  private func isUpdate(at index: Int) -> Bool {
    let words: Set<SQLKeyword> = [.only, .low_priority, .ignore]
    var next = index + 1
    while let word = keyword(next), words.contains(word) { next += 1 }
    if keyword(next) == .or { next += 2 }
    guard let end = referenceEnd(at: next) else { return false }
    guard let set = tokens.indices.dropFirst(end).first(where: { keyword($0) == .set }) else {
      return false
    }
    let isJoined = tokens[end..<set].contains {
      $0.keyword == .join || bytes[$0.range.lowerBound...].first == UInt8(ascii: ",")
    }
    guard set - end <= 2 || isJoined else { return false }
    if set + 1 >= tokens.count { return isCapital(index) && isCapital(set) }
    if statement.isPunctuation("(", set + 1) { return true }
    guard let (_, target) = statement.name(at: set + 1) else { return false }
    return statement.isPunctuation("=", target) || (target >= tokens.count && isCapital(set))
  }

  private func isDelete(at index: Int) -> Bool {
    let from = tokens.indices.dropFirst(index + 1).prefix(6).first { keyword($0) == .from }
    guard let from, let end = referenceEnd(at: from + 1) else { return false }
    let isPlain = from == index + 1
    guard isPlain || tokens[(index + 1)..<from].allSatisfy({ $0.isName || $0.kind == .punctuation })
    else { return false }
    let isSameCase = isCapital(index) == isCapital(from) && !isCapitalised(index)
    switch restAfterTable(at: end) {
    case .telling: return true
    case .nothing: return isPlain && isSameCase && end >= tokens.count
    case .nonsense: return false
    }
  }

  private func isMerge(at index: Int) -> Bool {
    guard keyword(index + 1) == .into, let end = referenceEnd(at: index + 2) else { return false }
    return tokens.indices.dropFirst(end).prefix(3).contains { keyword($0) == .using }
      || end >= tokens.count && isCapital(index)
  }

  private func isTruncate(at index: Int) -> Bool {
    let hasTable = keyword(index + 1) == .table
    guard let end = referenceEnd(at: index + (hasTable ? 2 : 1)) else { return false }
    let closes =
      end >= tokens.count || statement.isPunctuation(",", end)
      || [.cascade, .restrict, .restart].contains(keyword(end))
    return closes && (hasTable || isCapital(index))
  }

  private func isDefinition(at index: Int) -> Bool {
    let noun = tokens.indices.dropFirst(index + 1).prefix(5)
      .first { keyword($0) == .table || keyword($0) == .view }
    guard let noun, tokens[(index + 1)..<noun].allSatisfy({ $0.keyword != nil }) else {
      return false
    }
    var next = noun + 1
    while let word = keyword(next), [.if, .not, .exists, .only].contains(word) { next += 1 }
    guard let end = referenceEnd(at: next) else { return false }
    if end >= tokens.count || statement.isPunctuation(",", end) {
      return isCapital(index) && isCapital(noun)
    }
    switch keyword(index) {
    case .create:
      return statement.isPunctuation("(", end)
        || [.as, .like, .using, .partition].contains(keyword(end))
    case .alter: return keyword(end).map(Self.alterations.contains) ?? false
    default: return [.cascade, .restrict].contains(keyword(end))
    }
  }

  private static let alterations: Set<SQLKeyword> = [
    .add, .drop, .alter, .rename, .modify, .change, .set, .owner, .enable, .disable, .replace,
    .with, .partition,
  ]

  private func isCopy(at index: Int) -> Bool {
    guard let end = referenceEnd(at: index + 1) else { return false }
    var next = end
    if statement.isPunctuation("(", next) {
      next = (tokens.indices.dropFirst(next).first { statement.isPunctuation(")", $0) } ?? next) + 1
    }
    guard [.from, .to].contains(keyword(next)), tokens.indices.contains(next + 1) else {
      return false
    }
    let source = tokens[next + 1]
    let isStream = [.stdin, .stdout, .program].contains(source.keyword) || source.kind == .string
    return isStream && (next + 2 >= tokens.count || isCapital(next) || keyword(next + 2) == .with)
      || source.kind == .placeholder && isCapital(index)
  }

  // MARK: Clauses

  /// A clause alone: `FROM t WHERE a = …`, `LEFT JOIN t ON a.b = c.d`.
  private func isClause(at index: Int) -> Bool {
    switch keyword(index) {
    case .from:
      guard isCapital(index), let end = referenceEnd(at: index + 1) else { return false }
      return restAfterTable(at: end) == .telling
    case .join, .left, .right, .inner, .full, .cross, .natural, .straight_join:
      guard
        let join = tokens.indices.dropFirst(index).prefix(4)
          .first(where: { keyword($0) == .join || keyword($0) == .straight_join }),
        let end = referenceEnd(at: join + 1)
      else { return false }
      let on = tokens.indices.dropFirst(end).prefix(3).first { keyword($0) == .on }
      return on.map { isCondition(at: $0 + 1) } ?? false
    default: return false
    }
  }

  /// The first `( SELECT …` of a fragment such as `AND id IN (SELECT …`.
  private func subqueryIndex(from start: Int) -> Int? {
    tokens.indices.dropFirst(start + 1).first {
      keyword($0) == .select && isSelect(at: $0)
        && (statement.isPunctuation("(", $0 - 1)
          || [.union, .all, .as, .for, .except, .intersect].contains(keyword($0 - 1)))
    }
  }

  // MARK: Parts

  /// The index after a table's name and alias; nil where no table can be named so.
  private func referenceEnd(at index: Int) -> Int? {
    guard let (_, end) = statement.name(at: index) else { return nil }
    if end == index + 1, tokens[index].kind == .word, Self.prose.contains(lower(index)) {
      return nil
    }
    return end
  }

  private enum Rest { case nothing, telling, nonsense }

  /// What follows a table: nothing, a clause that prose does not have, or no SQL at all.
  private func restAfterTable(at start: Int) -> Rest {
    var index = start
    if keyword(index) == .as { index += 1 }
    if tokens.indices.contains(index), tokens[index].isName,
      !(keyword(index)?.endsReference ?? false)
    {
      index += 1
    }
    if index >= tokens.count { return index == start ? .nothing : aliasAlone(at: index - 1) }
    if statement.isPunctuation(",", index) {
      return referenceEnd(at: index + 1) == nil ? .nonsense : .telling
    }
    if statement.isPunctuation(")", index) || statement.isPunctuation("(", index) {
      return .nothing
    }
    switch keyword(index) {
    case .where, .having:
      return isCondition(at: index + 1) ? .telling : isCapital(index) ? .nothing : .nonsense
    case .order, .group: return keyword(index + 1) == .by ? .telling : .nonsense
    case .join, .left, .right, .inner, .full, .cross, .natural, .straight_join:
      return tokens.indices.dropFirst(index).prefix(3).contains { keyword($0) == .join }
        ? .telling : .nonsense
    case .limit, .offset, .union, .except, .intersect, .returning, .fetch, .tablesample, .minus:
      return .telling
    case .for, .using, .set, .into, .on, .with, .use, .force, .ignore, .connect, .window,
      .partition, .lock:
      return isCapital(index) ? .telling : .nonsense
    default: return .nonsense
    }
  }

  /// `FROM users u` at the end is SQL where the alias is short, `FROM cache failed` is not.
  private func aliasAlone(at index: Int) -> Rest {
    tokens[index].range.count <= 2 || tokens[index].kind != .word ? .nothing : .nonsense
  }

  /// A comparison within the next few tokens, or the end of the text.
  private func isCondition(at index: Int) -> Bool {
    if index >= tokens.count { return true }
    let words: Set<SQLKeyword> = [.in, .like, .ilike, .is, .between, .exists]
    return tokens.indices.dropFirst(index).prefix(12).contains { position in
      if let word = tokens[position].keyword { return words.contains(word) }
      return "=<>!~@".unicodeScalars.contains { statement.isPunctuation($0, position) }
    } || tokens.count == index + 1 && tokens[index].kind == .placeholder
  }

  private func isCapital(_ index: Int) -> Bool {
    bytes[tokens[index].range].allSatisfy { !$0.isASCIILower }
  }

  private func isCapitalised(_ index: Int) -> Bool {
    bytes[tokens[index].range.lowerBound].isASCIIUpper && !isCapital(index)
  }

  private func isTellingName(at index: Int) -> Bool {
    guard tokens[index].kind == .word else { return true }
    return bytes[tokens[index].range].contains { $0 == UInt8(ascii: "_") || $0.isASCIIDigit }
      || statement.isPunctuation(".", index + 1)
  }

  private func lower(_ index: Int) -> String {
    String(decoding: bytes[tokens[index].range], as: UTF8.self).lowercased()
  }

  /// Words that follow `from`, `update` or `into` in prose and name no table.
  private static let prose: Set<String> = [
    "the", "an", "this", "that", "these", "those", "your", "my", "our", "their", "its", "his",
    "her", "it", "them", "each", "every", "which", "what", "where", "here", "there", "now", "one",
    "other", "another", "more", "whole", "of", "and", "or", "to", "for", "with", "at",
  ]
}
