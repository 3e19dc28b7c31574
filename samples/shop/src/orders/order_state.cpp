#include "orders/order.h"

namespace shop::orders {

namespace {

const char* const kNames[] = {"pending", "paid", "shipped", "cancelled", "refunded"};

struct Transition {
    OrderStatus from;
    OrderStatus to;
};

constexpr Transition kTransitions[] = {
    {OrderStatus::pending, OrderStatus::paid},     {OrderStatus::pending, OrderStatus::cancelled},
    {OrderStatus::paid, OrderStatus::shipped},     {OrderStatus::paid, OrderStatus::refunded},
    {OrderStatus::shipped, OrderStatus::refunded},
};

}  // namespace

const char* status_name(OrderStatus status) { return kNames[static_cast<int>(status)]; }

OrderStatus status_from_name(const std::string& name) {
    for (int i = 0; i < 5; ++i) {
        if (name == kNames[i]) return static_cast<OrderStatus>(i);
    }
    return OrderStatus::pending;
}

bool transition_allowed(OrderStatus from, OrderStatus to) {
    for (const Transition& transition : kTransitions) {
        if (transition.from == from && transition.to == to) return true;
    }
    return false;
}

}  // namespace shop::orders
