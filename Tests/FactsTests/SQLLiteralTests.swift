import Testing

@testable import Facts

/// A literal and what it accesses, as `r:table w:table d:table` in source order.
struct SQLLiteralCase: Sendable, CustomTestStringConvertible {
  let text: String
  let want: String
  init(_ text: String, _ want: String) {
    self.text = text
    self.want = want
  }
  var testDescription: String { text }
}

func summary(of accesses: [SQLScanner.Access]) -> String {
  accesses.map { found in
    let letter =
      switch found.access {
      case .read where found.store == .procedure: "c"
      case .read where found.store == .function: "f"
      case .read: "r"
      case .write: "w"
      case .define: "d"
      }
    return "\(letter):\(found.table)"
  }.joined(separator: " ")
}

@Suite struct SQLLiteralTests {
  @Test(
    "tables have the schema that is said",
    arguments: [
      ("DELETE FROM [users].[InboxMessages] WHERE a = 1", "users.inboxmessages"),
      ("select a from shop.sales.orders o where o.a = 1", "sales.orders"),
      ("update o set a = 1 from \"Sales\".\"Orders\" o", "sales.orders"),
      ("insert into `shop`.`orders` (a) values (1)", "shop.orders"),
      ("select a from {s}.orders where b = 1", "orders"), ("delete from orders", "orders"),
    ])
  func schemas(_ text: String, _ want: String) {
    #expect(Set(SQLScanner.accesses(inLiteral: text).map(\.name)) == [want])
  }

  static let statements: [SQLLiteralCase] = [
    .init("SELECT a, b FROM t WHERE x = ", "r:t"),
    .init("SELECT a, b FROM t WHERE x = '", "r:t"),
    .init("SELECT * FROM Orders", "r:orders"),
    .init("select tablename_id from tablename where x is null", ""),
    .init("update table_name set x = ?", ""),
    .init("select * from orders;", "r:orders"),
    .init("select id, name from users", "r:users"),
    .init("select id from users", "r:users"),
    .init("select name from users where id = ?", "r:users"),
    .init("select count(*) from users", "r:users"),
    .init("SELECT name FROM users u", "r:users"),
    .init("SELECT u.name, o.total FROM users u, orders o WHERE u.id=o.uid", "r:users r:orders"),
    .init("SELECT 1 FROM users AS u JOIN orders AS o ON o.uid = u.id", "r:users r:orders"),
    .init("SELECT * FROM a LEFT OUTER JOIN b USING (id) INNER JOIN c ON 1=1", "r:a r:b r:c"),
    .init("SELECT * FROM (SELECT id FROM inner_t) x, outer_t", "r:inner_t r:outer_t"),
    .init("SELECT * FROM (a JOIN b ON a.x=b.x) JOIN c ON c.y=b.y", "r:a r:b r:c"),
    .init("SELECT (SELECT max(x) FROM m) AS mx FROM t", "r:m r:t"),
    .init("SELECT id FROM t WHERE id IN (SELECT tid FROM u WHERE k=%d)", "r:t r:u"),
    .init("SELECT a FROM t UNION ALL SELECT a FROM u ORDER BY 1", "r:t r:u"),
    .init("SELECT EXTRACT(year FROM ts), substring(s from 2) FROM events", "r:events"),
    .init("SELECT a IS DISTINCT FROM b FROM t", "r:t"),
    .init("SELECT * FROM generate_series(1, 10) g, t", "r:t"),
    .init("SELECT * FROM t FOR UPDATE", "r:t"),
    .init("SELECT * FROM t FOR UPDATE OF t SKIP LOCKED", "r:t"),
    .init("SELECT DISTINCT ON (a) a, b FROM public.\"Big Table\"", "r:big table"),
    .init("SELECT `id` FROM `shop`.`order_items` WHERE `id` = 1", "r:order_items"),
    .init("SELECT [Id] FROM [dbo].[Orders]", "r:orders"),
    .init("SELECT \\\"id\\\" FROM \\\"Order\\\"\\n WHERE 1=1", "r:order"),
    .init(
      "WITH x AS (SELECT id FROM a), y(n) AS (SELECT 1 FROM x) SELECT * FROM y JOIN b ON 1=1",
      "r:a r:b"),
    .init(
      "WITH RECURSIVE t AS (SELECT 1 FROM base UNION ALL SELECT 1 FROM t) SELECT * FROM t",
      "r:base"),
    .init("INSERT INTO orders (id, total) VALUES (?, ?)", "w:orders"),
    .init("insert into orders(id,total) values(%d,%d)", "w:orders"),
    .init("INSERT INTO orders VALUES (", "w:orders"),
    .init("INSERT INTO orders SELECT * FROM staging", "w:orders r:staging"),
    .init("INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET b = 2", "w:t"),
    .init("INSERT INTO t SET a=1 ON DUPLICATE KEY UPDATE a=2", "w:t"),
    .init("INSERT OR REPLACE INTO kv VALUES (?,?)", "w:kv"),
    .init("REPLACE INTO kv (k, v) VALUES (?1, ?2)", "w:kv"),
    .init("UPDATE users SET name = ? WHERE id = ?", "w:users"),
    .init("update users set name='x' where id=3", "w:users"),
    .init("UPDATE a, b SET a.x = b.x WHERE a.id = b.id", "w:a r:b"),
    .init("UPDATE a JOIN b ON a.id=b.id SET a.x=1", "w:a r:b"),
    .init(
      "UPDATE o SET total = 1 FROM orders o JOIN items i ON i.oid = o.id",
      "w:orders r:orders r:items"),
    .init("UPDATE accounts SET ", "w:accounts"),
    .init("DELETE FROM sessions", "w:sessions"),
    .init("delete from sessions where expires < now()", "w:sessions"),
    .init("DELETE FROM a USING b WHERE a.id = b.id", "w:a r:b"),
    .init("DELETE a FROM orders a JOIN old b ON a.id=b.id", "w:orders r:orders r:old"),
    .init(
      "MERGE INTO stock s USING deltas d ON s.id=d.id WHEN MATCHED THEN UPDATE SET s.n=1",
      "w:stock r:deltas"),
    .init("TRUNCATE TABLE logs, audit CASCADE", "w:logs w:audit"),
    .init("TRUNCATE logs", "w:logs"),
    .init("COPY orders (id, total) FROM STDIN", "w:orders"),
    .init("COPY orders TO STDOUT", "r:orders"),
    .init("CREATE TABLE IF NOT EXISTS kv (k TEXT PRIMARY KEY, v TEXT)", "d:kv"),
    .init("CREATE TABLE c AS SELECT * FROM d", "d:c r:d"),
    .init("ALTER TABLE users ADD COLUMN age int", "d:users"),
    .init("DROP TABLE IF EXISTS users", "d:users"),
    .init("-- comment\n/* more */ SELECT * FROM t -- from u", "r:t"),
    .init("BEGIN; UPDATE a SET b = 1; COMMIT", "w:a"),
    .init("EXPLAIN ANALYZE SELECT * FROM t", "r:t"),
    .init("DECLARE c CURSOR FOR SELECT * FROM t", "r:t"),
    .init("UNION SELECT x FROM t WHERE y = 1", "r:t"),
    .init(" FROM orders WHERE id = ", "r:orders"),
    .init(" LEFT JOIN items i ON i.order_id = o.id ", "r:items"),
    .init("AND id IN (SELECT id FROM picked WHERE a = 1)", "r:picked"),
    .init("SELECT 'from x' FROM t WHERE a = 'it''s from u'", "r:t"),
    .init("SELECT a\nFROM t\nWHERE b > 1", "r:t"),
  ]

  static let holes: [SQLLiteralCase] = [
    .init("SELECT * FROM %s WHERE id = 1", ""),
    .init("SELECT * FROM %s_orders WHERE id = 1", ""),
    .init("SELECT * FROM orders_%d", ""),
    .init("SELECT * FROM {} WHERE id = 1", ""),
    .init("SELECT * FROM {table} JOIN b ON 1=1", "r:b"),
    .init("SELECT * FROM ${table}", ""),
    .init("SELECT * FROM $1", ""),
    .init("SELECT * FROM \"%s\"", ""),
    .init("SELECT * FROM %s.orders", "r:orders"),
    .init("DELETE FROM ?", ""),
    .init("INSERT INTO %s (a) SELECT a FROM t", "r:t"),
    .init("UPDATE %s SET a = 1", ""),
    .init("SELECT * FROM information_schema.tables", ""),
    .init("SELECT name FROM sqlite_master WHERE type='table'", ""),
    .init("SELECT sysdate FROM dual", ""),
    .init("CREATE TEMP TABLE scratch (a int); INSERT INTO scratch VALUES (1)", ""),
  ]

  static let prose = [
    "update the list", "select a file from the menu", "delete from cache failed",
    "Select item from list", "select one of the options from the list", "Update available",
    "insert into the list (see below)", "Insert into list (first item)", "Delete from disk",
    "UPDATE FAILED", "update set of rules", "select at least one row from table",
    "Select the rows from which to copy", "truncate file to length", "create table of contents",
    "Create table failed", "copy file from disk", "copy data to stdout failed",
    "Delete the file from the server where possible", "delete from list where possible",
    "merge into the main branch", "with regard to the (select) from x", "from the beginning",
    "from %s: %s\n", "join the channel on IRC", "replace into position", "drop table manners here",
    "SELECT failed", "INSERT failed: %s", "selected 3 rows from input",
    "Updated users set by admin",
    "alter table settings dialog", "update config file, set the value",
    "delete from queue failed: %d",
    "load data from file into table", "Select language from available packages", "select()",
    "cannot select driver from list", "or select another from below", "where did it come from",
    "Insert coin into slot", "set x from y", "left join failed", "grant select on t from x",
    "select timeout from peer %s", "", "select", "update", "(((((((((((", "insert into ",
  ]

  @Test(arguments: statements + holes) func finds(_ item: SQLLiteralCase) {
    #expect(summary(of: SQLScanner.accesses(inLiteral: item.text)) == item.want)
  }

  @Test(arguments: prose) func ignoresProse(_ text: String) {
    #expect(summary(of: SQLScanner.accesses(inLiteral: text)) == "")
  }

  /// Cutting a statement anywhere gives no table that the whole does not have.
  @Test(arguments: statements) func truncationInventsNothing(_ item: SQLLiteralCase) {
    let words = Set(item.text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") })
    for length in 0..<item.text.count {
      for table in SQLScanner.accesses(inLiteral: String(item.text.prefix(length))).map(\.table) {
        let isPrefix = words.contains { $0.hasPrefix(table) } || table.contains(" ")
        #expect(isPrefix, "\(table) from the first \(length) characters")
      }
    }
  }
}
