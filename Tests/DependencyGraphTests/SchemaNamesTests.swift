import Facts
import Testing

@testable import DependencyGraph

@Suite("tables of one name in several schemas") struct SchemaNamesTests {
  private func settled(_ said: [String: String], _ name: String, _ path: String) -> String {
    SchemaNames(said.sorted { $0.key < $1.key }.map { (name: $0.value, path: $0.key) })
      .settled(name, path)
  }

  @Test("a name in one schema is the table's with it and without it")
  func single() {
    let said = ["a/x.cs": "sales.orders", "b/y.cs": "orders", "b/z.cs": "shop.lines"]
    #expect(settled(said, "sales.orders", "a/x.cs") == "orders")
    #expect(settled(said, "orders", "c/q.cs") == "orders")
    #expect(settled(["a.sql": "public.orders", "b.sql": "dbo.orders"], "orders", "x") == "orders")
    #expect(settled(["a.sql": "db.sales.orders"], "[Sales].[Orders]", "x") == "orders")
  }

  private let several = [
    "modules/sales/schema.sql": "sales.inbox", "modules/bills/schema.sql": "bills.inbox",
    "modules/bills/more.sql": "bills.outbox", "tests/all.cs": "sales.inbox",
  ]

  @Test("names in several schemas stay apart")
  func apart() {
    #expect(settled(several, "sales.inbox", "x") == "sales.inbox")
    #expect(settled(several, "\"bills\".\"inbox\"", "x") == "bills.inbox")
    #expect(settled(several, "bills.outbox", "x") == "outbox")
  }

  @Test("a name without a schema is in the one that is said next to it")
  func nearest() {
    #expect(settled(several, "inbox", "modules/sales/code/a.cs") == "sales.inbox")
    #expect(settled(several, "inbox", "modules/bills/a.cs") == "bills.inbox")
    #expect(settled(several, "inbox", "modules/other/a.cs") == "inbox")
    #expect(settled(several, "inbox", "tests/b.cs") == "sales.inbox")
    #expect(settled(several, "inbox", "a.cs") == "inbox")
  }

  @Test("else in the usual one, where that is said anywhere")
  func usual() {
    let said = ["a/x.sql": "public.users", "a/y.sql": "auth.users"]
    #expect(settled(said, "users", "a/y.sql") == "users")
    #expect(settled(said, "auth.users", "b") == "auth.users")
    #expect(settled(said, "public.users", "b") == "users")
  }

  @Test("foreign keys, views and uses agree, and nothing of a hostile name is lost")
  func linked() {
    var facts = FileFacts(path: "sales/schema.sql", language: .sql)
    let script = """
      create table sales.orders (id int primary key);
      create table bills.orders (id int, other int references sales.orders (id));
      create view sales.open as select * from orders;
      """
    let found = SQLScanner.scan(script: script)
    facts.dataAccesses = found.accesses.map {
      DataAccess(
        store: $0.store, name: $0.name, access: $0.access, line: $0.line,
        symbol: Reference.fileLevel)
    }
    facts.dataAccesses.append(
      DataAccess(store: .table, name: "..", access: .read, line: 9, symbol: Reference.fileLevel))
    facts.foreignKeys = found.foreignKeys
    facts.derivations = found.derivations
    var linker = Linker(files: [])
    linker.add(facts, mode: .direct)
    let graph = linker.link()
    #expect(graph.stores.map(\.name) == ["..", "bills.orders", "open", "orders", "sales.orders"])
    #expect(graph.stores[1].references == [4])
  }
}
