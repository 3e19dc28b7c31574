#include "orders/order_repository.h"

namespace shop::orders {

Order OrderRepository::complete(const db::Row& row) {
    Order order;
    Currency currency = currency_from_code(row.text("currency"));
    order.id = row.integer("id");
    order.number = row.text("number");
    order.user = row.integer("user_id");
    order.status = status_from_name(row.text("status"));
    order.total = Money(row.integer("total_cents"), currency);
    order.country = row.text("country");
    order.created_at = row.integer("created_at");
    for (const db::Row& item : db_.query(
             "SELECT product_id, name, quantity, unit_cents, vat_class FROM order_items "
             "WHERE order_id = ? ORDER BY id",
             {order.id})) {
        order.items.push_back({item.integer("product_id"), item.text("name"),
                               item.integer("quantity"), Money(item.integer("unit_cents"), currency),
                               catalog::vat_class_from_name(item.text("vat_class"))});
    }
    return order;
}

std::optional<Order> OrderRepository::find(OrderId id) {
    db::Rows rows = db_.query(
        "SELECT id, number, user_id, status, total_cents, currency, country, created_at "
        "FROM orders WHERE id = ?",
        {id});
    if (rows.empty()) return std::nullopt;
    return complete(rows.first());
}

std::optional<Order> OrderRepository::find_by_number(const std::string& number) {
    db::Rows rows = db_.query(
        "SELECT id, number, user_id, status, total_cents, currency, country, created_at "
        "FROM orders WHERE number = ?",
        {number});
    if (rows.empty()) return std::nullopt;
    return complete(rows.first());
}

std::vector<Order> OrderRepository::of_user(accounts::UserId user) {
    std::vector<Order> result;
    for (const db::Row& row : db_.query(
             "SELECT id, number, user_id, status, total_cents, currency, country, created_at "
             "FROM orders WHERE user_id = ? ORDER BY created_at DESC",
             {user})) {
        result.push_back(complete(row));
    }
    return result;
}

std::vector<Order> OrderRepository::created_between(Timestamp from, Timestamp to) {
    std::vector<Order> result;
    for (const db::Row& row : db_.query(
             "SELECT id, number, user_id, status, total_cents, currency, country, created_at "
             "FROM orders WHERE created_at >= ? AND created_at < ? ORDER BY id",
             {from, to})) {
        result.push_back(complete(row));
    }
    return result;
}

OrderId OrderRepository::insert(const Order& order) {
    db::Transaction transaction(db_);
    OrderId id = db_.insert(
        "INSERT INTO orders (number, user_id, status, total_cents, currency, country, created_at, "
        "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {order.number, order.user, status_name(order.status), order.total.cents(),
         currency_code(order.total.currency()), order.country, order.created_at, order.created_at});
    db::Statement insert_item(
        db_,
        "INSERT INTO order_items (order_id, product_id, name, quantity, unit_cents, vat_class) "
        "VALUES (?, ?, ?, ?, ?, ?)");
    for (const OrderItem& item : order.items) {
        insert_item.bind(id).bind(item.product).bind(item.name).bind(item.quantity);
        insert_item.bind(item.unit.cents()).bind(catalog::vat_class_name(item.vat_class));
        insert_item.execute();
    }
    transaction.commit();
    return id;
}

void OrderRepository::set_status(OrderId id, OrderStatus status) {
    db_.execute("UPDATE orders SET status = ?, updated_at = ? WHERE id = ?",
                {status_name(status), clock::now(), id});
}

}  // namespace shop::orders
