#include "reports/nightly_report.h"

namespace shop::reports {

namespace {

void new_customers(db::Connection& db, Timestamp from, Timestamp to, ReportWriter& out) {
    out.section("Customers");
    db::Rows users = db.query(
        "SELECT COUNT(*) AS users FROM users WHERE created_at >= ? AND created_at < ?", {from, to});
    out.row({"new accounts", users.first().text("users")});
    db::Rows carts =
        db.query("SELECT COUNT(*) AS carts FROM carts WHERE updated_at >= ?", {from});
    out.row({"carts in use", carts.first().text("carts")});
}

}  // namespace

void low_stock(db::Connection& db, std::int64_t below, ReportWriter& out) {
    out.section("Stock to be ordered");
    for (const db::Row& row : db.query(
             "SELECT p.sku, p.name, s.on_hand, s.reserved FROM stock s "
             "JOIN products p ON p.id = s.product_id "
             "WHERE s.on_hand < ? AND p.active = 1 ORDER BY s.on_hand, p.sku",
             {below})) {
        out.row({row.text("sku") + " " + row.text("name"), row.text("on_hand"), row.text("reserved")});
    }
}

// Also in deploy/crontab, which mails the output to the management.
// @trigger schedule cron="15 2 * * *" timeout=10m duration_ms=90000 memory=256MB
int nightly_report(db::Connection& db, Timestamp day, ReportWriter& out) {
    Timestamp end = day + clock::kDay;
    sales_by_article(db, day, end, out);
    sales_by_country(db, day, end, out);
    payments_by_provider(db, day, end, out);
    low_stock(db, 5, out);
    new_customers(db, day, end, out);
    db.insert("INSERT INTO report_runs (report, day, lines, finished_at) VALUES (?, ?, ?, ?)",
              {"nightly", clock::iso_date(day), out.lines(), clock::now()});
    return out.lines();
}

}  // namespace shop::reports
