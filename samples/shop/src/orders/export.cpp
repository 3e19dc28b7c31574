#include "orders/export.h"

#include <chrono>
#include <thread>

#include "common/csv.h"
#include "orders/invoice.h"
#include "shop.h"

namespace shop::orders {

namespace {

std::string format_row(const Order& order, const std::string& email, const InvoiceLine& line) {
    return csv::row(order.number, clock::iso_date(order.created_at), status_name(order.status), email,
                    order.country, line.text, line.net.cents(), line.vat.cents(), line.gross.cents());
}

// Reads at the pace the replica can follow.
void pause_between_orders() {
    std::int64_t pause = Config::instance().get_int("export.pause_ms");
    if (pause > 0) std::this_thread::sleep_for(std::chrono::milliseconds(pause));
}

}  // namespace

// A month has about three thousand orders; the browser waits for all of them.
// @trigger http method=GET path=/admin/export/orders.csv rps=0.001 duration_ms=45000
int export_orders(db::Connection& db, Timestamp from, Timestamp to,
                  const std::function<void(const std::string&)>& out) {
    OrderRepository repository(db);
    out(csv::row("number", "date", "status", "customer", "country", "article", "net", "vat", "gross"));
    int count = 0;
    for (const Order& order : repository.created_between(from, to)) {
        db::Rows customer = db.query("SELECT email FROM users WHERE id = ?", {order.user});
        std::string email = customer.empty() ? "" : customer.first().text("email");
        for (const InvoiceLine& line : invoice_lines(order)) out(format_row(order, email, line));
        ++count;
        pause_between_orders();
    }
    return count;
}

}  // namespace shop::orders
