#include "warehouse/stock_poller.h"

#include "shop.h"

namespace shop::warehouse {

namespace {

long g_failures = 0;

}  // namespace

int apply_counts(db::Connection& db, const std::vector<Count>& counts) {
    int changed = 0;
    for (const Count& count : counts) {
        db::Rows rows = db.query(
            "SELECT p.id, s.on_hand, s.reserved FROM products p JOIN stock s ON s.product_id = p.id "
            "WHERE p.sku = ?",
            {count.sku});
        if (rows.empty() || rows.first().integer("on_hand") == count.on_hand) continue;
        std::int64_t product = rows.first().integer("id");
        db.execute("UPDATE stock SET on_hand = ?, updated_at = ? WHERE product_id = ?",
                   {count.on_hand, clock::now(), product});
        live::publish_stock(product, count.on_hand - rows.first().integer("reserved"));
        ++changed;
    }
    return changed;
}

// @trigger daemon name=stock-poller
void run_stock_poller(db::Connection& db, const std::atomic<bool>& stop) {
    Config& config = Config::instance();
    for (;;) {
        std::int64_t pause = config.get_int("warehouse.poll_seconds", 5);
        for (std::int64_t tenth = 0; tenth < pause * 10; ++tenth) {
            if (stop) return;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        if (!config.get_flag("warehouse.enabled")) continue;
        std::vector<Count> counts;
        int port = static_cast<int>(config.get_int("warehouse.port", 9191));
        if (!fetch_counts(config.get("warehouse.host"), port, counts)) {
            if (++g_failures % 12 == 1) log::warning("warehouse does not answer (%ld)", g_failures);
            continue;
        }
        int changed = apply_counts(db, counts);
        if (changed > 0) log::info("warehouse: %d stock levels changed", changed);
    }
}

}  // namespace shop::warehouse
