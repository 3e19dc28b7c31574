#pragma once

#include <string>
#include <vector>

#include "accounts/user.h"
#include "catalog/product.h"

namespace shop::orders {

using OrderId = std::int64_t;

enum class OrderStatus { pending, paid, shipped, cancelled, refunded };

struct OrderItem {
    catalog::ProductId product = 0;
    std::string name;
    std::int64_t quantity = 0;
    Money unit;
    catalog::VatClass vat_class = catalog::VatClass::standard;
};

struct Order {
    OrderId id = 0;
    std::string number;
    accounts::UserId user = 0;
    OrderStatus status = OrderStatus::pending;
    Money total;
    std::string country;
    Timestamp created_at = 0;
    std::vector<OrderItem> items;
};

const char* status_name(OrderStatus status);
OrderStatus status_from_name(const std::string& name);

// Whether an order may go from one status to another.
bool transition_allowed(OrderStatus from, OrderStatus to);

}  // namespace shop::orders
