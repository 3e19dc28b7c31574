#include "orders/order_service.h"

#include "accounts/account_repository.h"
#include "common/log.h"
#include "common/misc.h"
#include "notify/notifier.h"
#include "orders/invoice.h"

namespace shop::orders {

Result<Order> OrderService::place(const cart::Cart& cart, const accounts::User& user,
                                  const std::string& country, const payments::Means& means) {
    if (cart.empty()) return Failure{"Your cart is empty."};
    if (g_maintenance_mode) return Failure{"Orders are paused for maintenance."};
    if (!reserve_all(cart)) return Failure{"Not all articles are in stock any more."};

    Order order;
    order.created_at = clock::now();
    order.number = next_order_number(order.created_at);
    order.user = user.id;
    order.country = country;
    order.total = carts_.totals(cart, country).payable;
    for (const cart::CartLine& line : cart.lines) {
        Money unit(line.total.cents() / line.quantity, line.total.currency());
        order.items.push_back(
            {line.product.id, line.product.name, line.quantity, unit, line.product.vat_class});
    }
    order.id = repository_.insert(order);

    auto payment = payments_.pay(order.id, order.total, means);
    if (!payment) {
        cancel(order.id, "payment failed: " + payment.reason());
        return Failure{payment.reason()};
    }
    carts_.clear(cart);
    log::info("order %s placed, %s", order.number.c_str(), order.total.text().c_str());
    return *repository_.find(order.id);
}

Result<Order> OrderService::cancel(OrderId id, const std::string& reason) {
    auto order = move(id, OrderStatus::cancelled);
    if (!order) return order;
    release_all(order.value());
    log::info("order %s cancelled: %s", order->number.c_str(), reason.c_str());
    mail_customer(order.value(), "order_cancelled");
    return order;
}

Result<Order> OrderService::ship(OrderId id) {
    auto order = move(id, OrderStatus::shipped);
    if (!order) return order;
    for (const OrderItem& item : order->items) stock_.ship(item.product, item.quantity);
    mail_customer(order.value(), "order_shipped");
    return order;
}

void OrderService::paid(OrderId id) {
    auto order = move(id, OrderStatus::paid);
    if (!order) {
        log::warning("payment for order %ld ignored: %s", static_cast<long>(id),
                     order.reason().c_str());
        return;
    }
    mail_customer(order.value(), "order_confirmed");
}

void OrderService::refunded(OrderId id) {
    if (auto order = repository_.find(id)) mail_customer(*order, "order_refunded");
}

bool OrderService::reserve_all(const cart::Cart& cart) {
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        if (stock_.reserve(cart.lines[i].product.id, cart.lines[i].quantity)) continue;
        while (i-- > 0) stock_.release(cart.lines[i].product.id, cart.lines[i].quantity);
        return false;
    }
    return true;
}

void OrderService::release_all(const Order& order) {
    for (const OrderItem& item : order.items) stock_.release(item.product, item.quantity);
}

Result<Order> OrderService::move(OrderId id, OrderStatus status) {
    auto order = repository_.find(id);
    if (!order) return Failure{"There is no such order."};
    if (!transition_allowed(order->status, status)) {
        return Failure{std::string("The order is ") + status_name(order->status) + "."};
    }
    repository_.set_status(id, status);
    order->status = status;
    return *order;
}

void OrderService::mail_customer(const Order& order, const char* message_template) {
    auto user = accounts::find_user(db_, order.user);
    if (!user) return;
    notify::publish({user->email,
                     message_template,
                     {{"name", user->name},
                      {"number", order.number},
                      {"total", order.total.text()},
                      {"invoice", invoice_text(order, user->name)}}});
}

}  // namespace shop::orders
