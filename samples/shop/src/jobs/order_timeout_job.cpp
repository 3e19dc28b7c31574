#include "jobs/jobs.h"
#include "shop.h"

namespace shop::jobs {

// Gives the reserved goods of orders back that nobody has paid for.
// @trigger schedule cron="*/10 * * * *" exclusive=true timeout=60s duration_ms=2000
int cancel_unpaid_orders(db::Connection& db) {
    std::int64_t minutes = Config::instance().get_int("orders.timeout_minutes", 45);
    Timestamp before = clock::now() - minutes * clock::kMinute;
    catalog::Stock stock(db);
    int cancelled = 0;
    for (const db::Row& row : db.query(
             "SELECT id, number FROM orders WHERE status = 'pending' AND created_at < ?", {before})) {
        std::int64_t id = row.integer("id");
        db::Transaction transaction(db);
        std::int64_t changed = db.execute(
            "UPDATE orders SET status = 'cancelled', updated_at = ? "
            "WHERE id = ? AND status = 'pending'",
            {clock::now(), id});
        if (changed == 0) continue;
        for (const db::Row& item :
             db.query("SELECT product_id, quantity FROM order_items WHERE order_id = ?", {id})) {
            stock.release(item.integer("product_id"), item.integer("quantity"));
        }
        transaction.commit();
        log::info("order %s timed out", row.text("number").c_str());
        ++cancelled;
    }
    return cancelled;
}

}  // namespace shop::jobs
