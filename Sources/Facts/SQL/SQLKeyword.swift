/// The words of SQL that the scanner acts on or must not take for a name.
enum SQLKeyword: String, CaseIterable {
  case select, from, join, insert, replace, into, update, set, delete, merge, using, truncate
  case create, alter, drop, table, view, references, copy, load, with, recursive, materialized
  case grant, revoke, explain, prepare, declare, cursor, `as`, on, only, lateral, exists
  case `where`, group, order, by, having, limit, offset, fetch, union, except, intersect, minus
  case `for`, values, returning, window, tablesample, left, right, inner, outer, full, cross
  case natural, straight_join, `default`, overriding, when, then, `else`, end, `case`, and, or
  case not, `in`, like, ilike, between, `is`, null, distinct, all, cascade, restrict, restart
  case low_priority, high_priority, delayed, ignore, quick, rollback, abort, fail, temp, temporary
  case unlogged, global, local, virtual, external, foreign, `if`, to, stdin, stdout, program
  case delimiter, go, top, cast, interval, over, partition, analyze, verbose, start, begin
  case connect, output, any, some, use, force, lock, key, add, rename, modify, change, owner
  case enable, disable, data

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The keyword that the bytes spell in any case, if one does.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 13 else { return nil }
    let lower = String(decoding: bytes.map { $0 | ($0.isASCIIUpper ? 0x20 : 0) }, as: UTF8.self)
    guard let keyword = Self.byName[lower] else { return nil }
    self = keyword
  }

  /// Whether the word can never be the unquoted name of a table.
  var isReserved: Bool { !Self.names.contains(self) }

  /// Whether the word ends a table reference, so that it is no alias.
  var endsReference: Bool { isReserved || Self.notAliases.contains(self) }

  private static let names: Set<SQLKeyword> = [
    .copy, .load, .recursive, .materialized, .prepare, .declare, .cursor, .only, .offset, .minus,
    .output, .quick, .rollback, .abort, .fail, .temp, .temporary, .global, .local, .virtual,
    .external, .stdin, .stdout, .program, .delimiter, .go, .top, .over, .partition, .analyze,
    .verbose, .start, .begin, .connect, .use, .force, .lock, .key, .add, .rename, .modify, .change,
    .owner, .enable, .disable, .data, .view, .interval, .ignore, .delayed, .explain, .restart,
    .window, .end, .overriding, .low_priority, .high_priority, .unlogged, .truncate, .merge,
    .replace, .cascade, .restrict, .any, .some, .fetch, .tablesample, .returning, .cast, .lateral,
  ]

  /// Functions that every database has, which are no routines of a project.
  static let functions: Set<String> = [
    "count", "sum", "min", "max", "avg", "coalesce", "nullif", "isnull", "ifnull", "nvl", "lower",
    "upper", "trim", "ltrim", "rtrim", "length", "len", "substr", "substring", "concat", "round",
    "abs", "floor", "ceil", "ceiling", "now", "getdate", "date", "to_char", "to_date", "to_number",
    "extract", "date_trunc", "convert", "row_number", "rank", "dense_rank", "lag", "lead", "exists",
    "json_agg", "jsonb_agg", "array_agg", "string_agg", "group_concat", "unnest", "varchar", "char",
    "nvarchar", "numeric", "decimal", "int", "float", "varchar2", "number", "unique", "primary",
    "check", "greatest", "least", "position", "mod", "power", "sqrt", "random", "rand", "uuid",
    "conflict", "last_insert_id", "nextval", "currval", "datediff", "dateadd", "generate_series",
  ]

  private static let notAliases: Set<SQLKeyword> = [
    .offset, .minus, .partition, .use, .force, .ignore, .lock, .window, .start, .connect, .output,
    .overriding, .add, .rename, .modify, .change, .cascade, .restrict, .restart, .fetch,
    .tablesample, .returning, .lateral, .end,
  ]
}

extension UInt8 {
  var isASCIIUpper: Bool { (0x41...0x5a).contains(self) }
  var isASCIILower: Bool { (0x61...0x7a).contains(self) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isASCIISpace: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
}
