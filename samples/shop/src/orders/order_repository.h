#pragma once

#include <optional>

#include "db/connection.h"
#include "orders/order.h"

namespace shop::orders {

class OrderRepository {
public:
    explicit OrderRepository(db::Connection& db) : db_(db) {}

    std::optional<Order> find(OrderId id);
    std::optional<Order> find_by_number(const std::string& number);
    std::vector<Order> of_user(accounts::UserId user);
    std::vector<Order> created_between(Timestamp from, Timestamp to);

    OrderId insert(const Order& order);
    void set_status(OrderId id, OrderStatus status);

private:
    Order complete(const db::Row& row);

    db::Connection& db_;
};

}  // namespace shop::orders
