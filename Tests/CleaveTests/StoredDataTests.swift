import Foundation
import Testing

/// Routines and views of a database, and transactions, from scripts and code to the document.
@Suite struct StoredDataTests {
  private static let schema = """
    CREATE TABLE orders (id int);
    CREATE TABLE audit (id int);
    CREATE VIEW open_orders AS SELECT id FROM orders;
    CREATE PROCEDURE close_order(o int) LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE orders SET id = o;
      INSERT INTO audit VALUES (o);
    END $$;
    """

  private static let service = """
    package shop;
    import org.springframework.transaction.annotation.Transactional;
    public class OrderService {
      private Store store;
      @Transactional
      public void close(int id) { store.close(id); }
      @Transactional
      public int count() { return store.count(); }
    }
    """

  private static let store = """
    package shop;
    import java.sql.*;
    public class JdbcStore implements Store {
      private Connection connection;
      public void close(int id) throws SQLException {
        connection.prepareCall("{call close_order(?)}").execute();
      }
      public int count() throws SQLException {
        return connection.prepareStatement("SELECT count(id) FROM open_orders").executeUpdate();
      }
    }
    """

  private func document() throws -> [String: Any] {
    let project = try Folder()
    try project.write(Self.schema, to: "db/schema.sql")
    try project.write(Self.service, to: "src/shop/OrderService.java")
    try project.write(Self.store, to: "src/shop/JdbcStore.java")
    try project.write(
      "package shop;\npublic interface Store { void close(int id); int count(); }\n",
      to: "src/shop/Store.java")
    let result = try Program.run("analyze", project.path, "--format", "json", "--no-cache")
    #expect(result.status == 0)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  /// `table readers|writers file:line through` of each use in the code.
  private func uses(_ tables: [[String: Any]]) -> Set<String> {
    var found: Set<String> = []
    for table in tables {
      for side in ["readers", "writers"] {
        for place in table[side] as? [[String: Any]] ?? [] {
          guard let file = place["file"] as? String, file.hasSuffix(".java") else { continue }
          let through = (place["through"] as? String).map { " through " + $0 } ?? ""
          found.insert(
            "\(table["store"] ?? "") \(table["name"] ?? "") \(side) \(place["line"] ?? "")\(through)"
          )
        }
      }
    }
    return found
  }

  @Test func `calls of routines and reads of views are uses of the tables behind them`() throws {
    let tables = try #require(try document()["tables"] as? [[String: Any]])
    #expect(
      uses(tables) == [
        "procedure close_order readers 6", "table orders writers 6 through close_order",
        "table audit writers 6 through close_order", "table open_orders readers 9",
        "table orders readers 9 through open_orders",
      ])
  }

  @Test func `a transaction holds what is called inside, behind interfaces too`() throws {
    let found = try #require(try document()["transactions"] as? [[String: Any]])
    let lines = found.map { item in
      let names = ["reads", "writes"].map { (item[$0] as? [String] ?? []).joined(separator: " ") }
      return "\(item["symbol"] ?? ""): \(names.joined(separator: " | "))"
    }
    #expect(
      lines == [
        "shop.OrderService.close:  | audit orders", "shop.OrderService.count: orders | ",
      ])
  }
}
