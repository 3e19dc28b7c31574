import Testing

@testable import Facts

@Suite struct SQLScriptTests {
  private func lines(_ script: String) -> [String] {
    SQLScanner.scan(script: script).accesses.filter { $0.store == .table }
      .map { "\($0.access):\($0.table):\($0.line)" }
  }

  @Test func readsSchemaWithForeignKeys() {
    let script = """
      -- orders; see CREATE TABLE nothing (x)
      CREATE TABLE public.users (
        id serial PRIMARY KEY
      );

      create table Orders (
        id int,
        user_id int REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
        FOREIGN KEY (x) REFERENCES "Shop"."Products" (id)
      );
      ALTER TABLE ONLY items ADD CONSTRAINT fk FOREIGN KEY (o) REFERENCES orders(id);
      """
    let found = SQLScanner.scan(script: script)
    #expect(lines(script) == ["define:users:2", "define:orders:6", "define:items:11"])
    #expect(
      found.foreignKeys == [
        ForeignKey(table: "orders", referenced: "users", line: 8),
        ForeignKey(table: "orders", referenced: "shop.products", line: 9),
        ForeignKey(table: "items", referenced: "orders", line: 11),
      ])
  }

  @Test func passesOverDumpedRows() {
    let script = """
      COPY users (id, name) FROM stdin;
      1\tDELETE FROM ghosts; '
      \\.
      INSERT INTO orders VALUES (1, 'it\\'s; UPDATE x SET y=1');
      """
    #expect(lines(script) == ["write:users:1", "write:orders:4"])
  }

  @Test func keepsStandardBackslash() {
    #expect(lines("INSERT INTO a VALUES ('C:\\');\nDELETE FROM b;") == ["write:a:1", "write:b:2"])
  }

  @Test func readsBodiesAndTriggers() {
    let script = """
      CREATE FUNCTION f() RETURNS trigger AS $body$
      BEGIN
        UPDATE stock SET n = n - 1 WHERE id = NEW.id;
        INSERT INTO audit SELECT * FROM stock;
        RETURN NEW;
      END $body$ LANGUAGE plpgsql;
      CREATE TRIGGER t AFTER INSERT OR UPDATE ON orders EXECUTE FUNCTION f();
      GRANT SELECT, UPDATE ON orders TO app;
      REVOKE SELECT ON orders FROM PUBLIC;
      """
    #expect(lines(script) == ["write:stock:3", "write:audit:4", "read:stock:4"])
  }

  @Test func readsClientLines() {
    let script =
      "\\connect shop\nDELIMITER //\n# select a from b;\nSELECT a FROM t\nGO\nUSE x\nGO\n"
    #expect(lines(script) == ["read:t:4"])
  }

  @Test(arguments: ["'", "\"", "/*", "$$", "SELECT (", "CREATE TABLE", "FROM", "\u{0}", ")))", "`"])
  func survivesBrokenText(_ text: String) {
    #expect(SQLScanner.scan(script: text + "\nSELECT").foreignKeys.isEmpty)
    #expect(SQLScanner.accesses(inLiteral: "SELECT * FROM t WHERE " + text).count == 1)
  }

  @Test func survivesArbitraryBytes() {
    var state: UInt64 = 7
    let alphabet = Array("SELECT FROM,()'\"`;$[]{}%--/**/\\\n INTO t UPDATE SET=".utf8)
    for length in 0..<400 {
      let script = (0..<length).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      let lineCount = script.count { $0 == 0x0a } + 1
      for access in SQLScanner.scan(script: script).accesses {
        #expect(Int(access.line) <= lineCount)
        #expect(!access.table.isEmpty)
      }
    }
  }
}
