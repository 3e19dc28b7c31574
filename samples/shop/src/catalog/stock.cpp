#include "catalog/stock.h"

#include "live/stock_feed.h"

namespace shop::catalog {

StockLevel Stock::level(ProductId product) {
    db::Rows rows =
        db_.query("SELECT product_id, on_hand, reserved FROM stock WHERE product_id = ?", {product});
    StockLevel level;
    level.product = product;
    if (!rows.empty()) {
        level.on_hand = rows.first().integer("on_hand");
        level.reserved = rows.first().integer("reserved");
    }
    return level;
}

bool Stock::reserve(ProductId product, std::int64_t quantity) {
    db::Transaction transaction(db_);
    if (level(product).available() < quantity) return false;
    db_.execute("UPDATE stock SET reserved = reserved + ?, updated_at = ? WHERE product_id = ?",
                {quantity, clock::now(), product});
    transaction.commit();
    live::publish_stock(product, level(product).available());
    return true;
}

void Stock::release(ProductId product, std::int64_t quantity) {
    db_.execute("UPDATE stock SET reserved = reserved - ?, updated_at = ? WHERE product_id = ?",
                {quantity, clock::now(), product});
    live::publish_stock(product, level(product).available());
}

void Stock::ship(ProductId product, std::int64_t quantity) {
    db_.execute(
        "UPDATE stock SET on_hand = on_hand - ?, reserved = reserved - ?, updated_at = ? "
        "WHERE product_id = ?",
        {quantity, quantity, clock::now(), product});
    record(product, -quantity, "shipped");
}

void Stock::receive(ProductId product, std::int64_t quantity) {
    std::int64_t changed = db_.execute(
        "UPDATE stock SET on_hand = on_hand + ?, updated_at = ? WHERE product_id = ?",
        {quantity, clock::now(), product});
    if (changed == 0) {
        db_.execute(
            "INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (?, ?, 0, ?)",
            {product, quantity, clock::now()});
    }
    record(product, quantity, "received");
    live::publish_stock(product, level(product).available());
}

void Stock::record(ProductId product, std::int64_t quantity, const char* reason) {
    db_.execute(
        "INSERT INTO stock_movements (product_id, quantity, reason, created_at) "
        "VALUES (?, ?, ?, ?)",
        {product, quantity, reason, clock::now()});
}

}  // namespace shop::catalog
