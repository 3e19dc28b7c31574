#pragma once

#include "cart/cart_service.h"
#include "catalog/stock.h"
#include "common/result.h"
#include "orders/order_repository.h"
#include "payments/payment_service.h"

namespace shop::orders {

class OrderService {
public:
    OrderService(db::Connection& db, cart::CartService& carts, payments::PaymentService& payments)
        : db_(db), repository_(db), stock_(db), carts_(carts), payments_(payments) {}

    // Reserves the goods, writes the order and asks for the money. The cart is
    // emptied only if all of that worked.
    Result<Order> place(const cart::Cart& cart, const accounts::User& user,
                        const std::string& country, const payments::Means& means);

    Result<Order> cancel(OrderId id, const std::string& reason);
    Result<Order> ship(OrderId id);

    // Called back by payments.
    void paid(OrderId id);
    void refunded(OrderId id);

    OrderRepository& repository() { return repository_; }

private:
    bool reserve_all(const cart::Cart& cart);
    void release_all(const Order& order);
    Result<Order> move(OrderId id, OrderStatus status);
    void mail_customer(const Order& order, const char* message_template);

    db::Connection& db_;
    OrderRepository repository_;
    catalog::Stock stock_;
    cart::CartService& carts_;
    payments::PaymentService& payments_;
};

}  // namespace shop::orders
