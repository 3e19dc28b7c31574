import Facts
import Testing

@testable import DependencyGraph

/// Views and routines of a database: who uses them uses what is behind them.
@Suite struct DerivedStoreTests {
  private typealias Access = SQLScanner.Access

  private func graph(calling uses: [(DataAccess.Store, String)]) -> CodeGraph {
    var code = FileFacts(path: "a.py", language: .python)
    code.dataAccesses = uses.enumerated().map { index, use in
      DataAccess(
        store: use.0, name: use.1, access: .read, line: UInt32(index + 1),
        symbol: Reference.fileLevel)
    }
    var schema = FileFacts(path: "schema.sql", language: .sql)
    schema.dataAccesses = ["close", "book", "idle"].map {
      DataAccess(
        store: .procedure, name: $0, access: .define, line: 9, symbol: Reference.fileLevel)
    }
    schema.derivations = [
      Derivation(of: "close", .procedure, to: Access(access: .write, table: "orders", line: 0)),
      Derivation(
        of: "close", .procedure,
        to: Access(access: .read, table: "book", line: 0, store: .function)),
      Derivation(
        of: "close", .procedure,
        to: Access(access: .read, table: "digest", line: 0, store: .function)),
      Derivation(of: "book", .procedure, to: Access(access: .read, table: "open", line: 0)),
      Derivation(of: "book", .procedure, to: Access(access: .read, table: "close", line: 0)),
      Derivation(of: "open", .table, to: Access(access: .read, table: "orders", line: 0)),
      // CREATE VIEW reporting.bills AS SELECT * FROM shop.bills JOIN customers …
      Derivation(of: "bills", .table, to: Access(access: .read, table: "bills", line: 0)),
      Derivation(of: "bills", .table, to: Access(access: .read, table: "customers", line: 0)),
    ]
    var linker = Linker(files: [LinkedFile(path: "a.py", language: .python, role: "production")])
    linker.add(code, mode: .direct)
    linker.add(schema, mode: .direct)
    return linker.link()
  }

  private func uses(_ graph: CodeGraph) -> [String] {
    graph.dataUses.filter { $0.access != .define }.map { use in
      let store = graph.stores[Int(use.store)]
      let through = use.through < 0 ? "" : " by " + graph.stores[Int(use.through)].name
      return "\(use.line) \(use.access) \(store.store) \(store.name)\(through)"
    }
  }

  @Test func `a call does what the routine does, and those that it calls`() {
    #expect(
      Set(uses(graph(calling: [(.function, "close")]))) == [
        "1 read procedure close", "1 write table orders by close", "1 read procedure book by close",
        "1 read table open by close", "1 read table orders by close", "1 read table close by close",
      ])
  }

  @Test func `a view is its tables, and functions of the database are nothing`() {
    let found = graph(calling: [(.table, "open"), (.function, "digest"), (.procedure, "absent")])
    #expect(
      uses(found) == [
        "1 read table open", "1 read table orders by open", "3 read procedure absent",
      ])
    #expect(found.stores.filter(\.isDerived).map(\.name) == ["open", "book", "close", "idle"])
    #expect(found.storedUses.filter { $0.file >= 0 && $0.access != .define }.count == 2)
  }

  @Test func `a routine that does nothing with tables holds nothing either`() {
    let found = graph(calling: [(.function, "idle"), (.procedure, "absent")])
    #expect(found.stores.first { $0.name == "idle" }?.isDerived == true)
    #expect(
      found.storedUses.filter { $0.access == .read }.map { found.stores[Int($0.store)].name }
        == ["absent"])
  }

  @Test func `a view of the name of its table leaves the table what it is`() {
    let found = graph(calling: [(.table, "bills")])
    #expect(uses(found) == ["1 read table bills"])
    #expect(found.stores.first { $0.name == "bills" }?.isDerived == false)
    #expect(found.storedUses.count { $0.file >= 0 && $0.access != .define } == 1)
  }
}
