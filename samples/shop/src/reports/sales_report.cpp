#include "accounts/vat.h"
#include "common/money.h"
#include "reports/nightly_report.h"

namespace shop::reports {

namespace {

std::string amount(std::int64_t cents) { return Money(cents).text(); }

// As in orders/invoice.cpp.
std::int64_t tax_of(std::int64_t gross, std::int64_t basis_points) {
    std::int64_t net = (gross * 10000 + (10000 + basis_points) / 2) / (10000 + basis_points);
    return gross - net;
}

}  // namespace

void sales_by_article(db::Connection& db, Timestamp from, Timestamp to, ReportWriter& out) {
    out.section("Sales by article");
    for (const db::Row& row : db.query(
             "SELECT i.name, SUM(i.quantity) AS pieces, MAX(i.unit_cents) AS unit FROM orders o "
             "JOIN order_items i ON i.order_id = o.id "
             "WHERE o.created_at >= ? AND o.created_at < ? AND o.status IN ('paid', 'shipped') "
             "GROUP BY i.name ORDER BY pieces DESC",
             {from, to})) {
        out.row({row.text("name"), row.text("pieces"), amount(row.integer("unit"))});
    }
}

void sales_by_country(db::Connection& db, Timestamp from, Timestamp to, ReportWriter& out) {
    out.section("Sales by country");
    for (const db::Row& row : db.query(
             "SELECT country, COUNT(*) AS orders, SUM(total_cents) AS total FROM orders "
             "WHERE created_at >= ? AND created_at < ? AND status IN ('paid', 'shipped') "
             "GROUP BY country ORDER BY total DESC",
             {from, to})) {
        std::int64_t rate =
            accounts::vat_basis_points(row.text("country"), catalog::VatClass::standard);
        out.row({row.text("country"), row.text("orders"), amount(row.integer("total")),
                 amount(tax_of(row.integer("total"), rate))});
    }
}

void payments_by_provider(db::Connection& db, Timestamp from, Timestamp to, ReportWriter& out) {
    out.section("Payments");
    for (const db::Row& row : db.query(
             "SELECT provider, status, COUNT(*) AS payments, SUM(amount_cents) AS total "
             "FROM payments WHERE created_at >= ? AND created_at < ? GROUP BY provider, status",
             {from, to})) {
        out.row({row.text("provider") + " " + row.text("status"), row.text("payments"),
                 amount(row.integer("total"))});
    }
    db::Rows refunds = db.query(
        "SELECT COUNT(*) AS refunds, SUM(amount_cents) AS total FROM refunds "
        "WHERE created_at >= ? AND created_at < ? AND status = 'done'",
        {from, to});
    out.row({"refunds", refunds.first().text("refunds"), amount(refunds.first().integer("total"))});
}

}  // namespace shop::reports
