#pragma once

#include <optional>
#include <vector>

#include "common/clock.h"
#include "db/connection.h"
#include "payments/provider.h"

namespace shop::orders {
class OrderService;
}

namespace shop::payments {

enum class PaymentStatus { open, settled, failed, refunded };

struct Payment {
    std::int64_t id = 0;
    std::int64_t order = 0;
    std::string provider;
    std::string reference;
    Money amount;
    PaymentStatus status = PaymentStatus::open;
};

class PaymentService {
public:
    explicit PaymentService(db::Connection& db) : db_(db) {}

    // Orders call us and we call orders; the second direction is set afterwards.
    void attach(orders::OrderService* orders) { orders_ = orders; }

    Result<Payment> pay(std::int64_t order, Money amount, const Means& means);

    // The provider or accounting says the money has arrived.
    Result<Payment> settle(const std::string& reference);

    std::optional<Payment> of_order(std::int64_t order);
    Result<Payment> refund(std::int64_t order, Money amount, const std::string& reason);

private:
    std::optional<Payment> find(const std::string& reference);
    Money refunded_so_far(const Payment& payment);
    void set_status(std::int64_t id, PaymentStatus status);

    db::Connection& db_;
    orders::OrderService* orders_ = nullptr;
};

const char* payment_status_name(PaymentStatus status);
PaymentStatus payment_status_from_name(const std::string& name);

}  // namespace shop::payments
