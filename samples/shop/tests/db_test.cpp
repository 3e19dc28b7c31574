#include "check.h"
#include "fixture.h"

using namespace shop;

TEST(sql_select) {
    Fixture fixture;
    db::Connection& db = fixture.app.db;
    CHECK_EQUAL(db.query("SELECT id FROM products WHERE name LIKE 'Backpack%'").size(), 2u);
    db::Rows joined = db.query(
        "SELECT p.name, s.on_hand FROM products p JOIN stock s ON s.product_id = p.id "
        "WHERE s.on_hand < ? ORDER BY s.on_hand DESC LIMIT 1",
        {5});
    CHECK_EQUAL(joined.first().text("name"), "Trekking meal pasta");
    db::Rows grouped =
        db.query("SELECT category_id, COUNT(*) AS n FROM products GROUP BY category_id ORDER BY n DESC");
    CHECK_EQUAL(grouped.first().integer("n"), 5);
    CHECK_EQUAL(db.query("SELECT id FROM categories WHERE parent_id IS NULL").size(), 3u);
}

TEST(sql_errors) {
    Fixture fixture;
    db::Connection& db = fixture.app.db;
    CHECK_THROWS(db.query("SELECT id FROM nowhere"));
    CHECK_THROWS(db.query("SELECT nothing FROM products"));
    CHECK_THROWS(db.query("SELECT id FROM products WHERE id = ?"));
    CHECK_THROWS(db.execute("INSERT INTO users (id, email) VALUES (1)"));
    CHECK_THROWS(db.execute("DROP TABLE users"));
}

TEST(transaction_rolls_back) {
    Fixture fixture;
    {
        db::Transaction transaction(fixture.app.db);
        fixture.app.db.execute("DELETE FROM products");
    }
    CHECK_EQUAL(fixture.count("SELECT COUNT(*) AS count FROM products"), 12);
}
