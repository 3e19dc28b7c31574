import Testing

@testable import Facts

/// Bodies of routines and views: whose accesses are whose.
@Suite struct SQLRoutineTests {
  private func derivations(_ script: String) -> [String] {
    SQLScanner.scan(script: script).derivations.map {
      "\($0.name) \($0.access) \($0.target == .table ? "" : "\($0.target) ")\($0.targetName)"
    }
  }

  @Test func `PL/pgSQL in dollar quotes`() {
    let script = """
      CREATE OR REPLACE FUNCTION shop.close_order(integer) RETURNS void AS $body$
      DECLARE total numeric;
      BEGIN
        IF total > 1 THEN UPDATE orders SET state = CASE WHEN a THEN 1 ELSE 2 END; END IF;
        PERFORM book(total);
        EXECUTE text INTO total;
        SELECT shop.version();
        INSERT INTO audit SELECT * FROM lines;
      END; $body$ LANGUAGE plpgsql;
      CREATE FUNCTION of_day(d date) RETURNS SETOF orders LANGUAGE sql AS
        $$ SELECT * FROM orders; SELECT n FROM days(d) $$;
      DELETE FROM later;
      """
    #expect(
      derivations(script) == [
        "close_order write orders", "close_order read procedure book",
        "close_order read function version", "close_order write audit", "close_order read lines",
        "of_day read orders", "of_day read function days",
      ])
  }

  @Test func `T-SQL until the end of the batch`() {
    let script = """
      CREATE PROCEDURE [dbo].[CloseOrder] @id int AS
      SET NOCOUNT ON
      BEGIN TRANSACTION
      UPDATE Orders SET State = 2 WHERE Id = @id;
      DELETE FROM Carts WHERE Id = @id;
      EXEC @rc = dbo.WriteAudit @id
      COMMIT
      GO
      DELETE FROM later
      GO
      CREATE PROC Second AS
      BEGIN
        BEGIN TRY SELECT * FROM a; END TRY BEGIN CATCH SELECT * FROM b; END CATCH
        SELECT * FROM c;
      END
      GO
      SELECT * FROM d;
      """
    #expect(
      derivations(script) == [
        "closeorder write orders", "closeorder write carts", "closeorder read procedure writeaudit",
        "second read a", "second read b", "second read c",
      ])
  }

  @Test func `PL/SQL packages and MySQL delimiters`() {
    let package = """
      CREATE OR REPLACE PACKAGE BODY billing AS
        PROCEDURE pay(o NUMBER) IS n NUMBER; BEGIN
          LOOP UPDATE invoices SET paid = 1; END LOOP;
        END pay;
        FUNCTION due RETURN NUMBER IS BEGIN SELECT s INTO x FROM invoices; RETURN x; END;
      END billing;
      /
      SELECT * FROM later;
      """
    #expect(
      derivations(package) == ["pay write invoices", "due read invoices"])
    let mysql = """
      DELIMITER $$
      CREATE DEFINER=`a`@`%` PROCEDURE `pay_all`(IN o INT)
      BEGIN
        UPDATE invoices SET paid = 1;
      END$$
      CREATE PROCEDURE two() BEGIN DELETE FROM carts; END$$
      DELIMITER ;
      SELECT * FROM later;
      """
    #expect(derivations(mysql) == ["pay_all write invoices", "two write carts"])
  }

  @Test func `views, and definitions in between`() {
    let script = """
      CREATE OR REPLACE VIEW open_orders AS SELECT * FROM orders o JOIN users u ON u.id = o.user_id;
      CREATE MATERIALIZED VIEW IF NOT EXISTS totals AS SELECT sum(n) FROM open_orders;
      CREATE TABLE x (a int);
      CREATE PROCEDURE p AS BEGIN CREATE TEMP TABLE t (a int); INSERT INTO kept SELECT * FROM t; END;
      INSERT INTO x VALUES (1);
      """
    #expect(
      derivations(script) == [
        "open_orders read orders", "open_orders read users", "totals read open_orders",
        "p write kept",
      ])
  }

  @Test(arguments: [
    ("{call close_order(?, ?)}", "c:close_order"), ("{ ? = call Pkg.Total(?) }", "c:total"),
    ("CALL close_order(1)", "c:close_order"), ("call close_order(?)", "c:close_order"),
    ("EXEC dbo.CloseOrder @id = 1", "c:closeorder"), ("EXECUTE close_order ?", "c:close_order"),
    ("SELECT close_order($1)", "f:close_order"), ("SELECT lower(name) FROM t", "r:t"),
    ("SELECT * FROM of_day(?)", "f:of_day"), ("SELECT due(o) FROM orders o", "f:due r:orders"),
    ("call me maybe", ""), ("execute the order", ""), ("Call of duty (1)", ""),
    ("exec format error", ""), ("select one (or more)", ""), ("{call} to action", ""),
    ("CALL FAILED: %s", ""), ("EXECUTE PERMISSION DENIED", ""),
  ])
  func calls(_ text: String, _ want: String) {
    #expect(summary(of: SQLScanner.accesses(inLiteral: text)) == want)
  }
}
