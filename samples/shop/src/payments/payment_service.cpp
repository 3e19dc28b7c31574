#include "payments/payment_service.h"

#include "common/config.h"
#include "common/log.h"
#include "orders/order_service.h"

namespace shop::payments {

namespace {

const char* const kNames[] = {"open", "settled", "failed", "refunded"};

Payment from_row(const db::Row& row) {
    Payment payment;
    payment.id = row.integer("id");
    payment.order = row.integer("order_id");
    payment.provider = row.text("provider");
    payment.reference = row.text("reference");
    payment.amount = Money(row.integer("amount_cents"), currency_from_code(row.text("currency")));
    payment.status = payment_status_from_name(row.text("status"));
    return payment;
}

}  // namespace

const char* payment_status_name(PaymentStatus status) { return kNames[static_cast<int>(status)]; }

PaymentStatus payment_status_from_name(const std::string& name) {
    for (int i = 0; i < 4; ++i) {
        if (name == kNames[i]) return static_cast<PaymentStatus>(i);
    }
    return PaymentStatus::open;
}

Result<Payment> PaymentService::pay(std::int64_t order, Money amount, const Means& means) {
    std::string name = means.kind == Means::Kind::transfer
                           ? "transfer"
                           : Config::instance().get("payment.provider");
    auto provider = make_provider(name);
    if (!provider) return Failure{"no payment provider '" + name + "'"};

    auto charged = provider->charge("order " + std::to_string(order), amount, means);
    PaymentStatus status = !charged             ? PaymentStatus::failed
                           : charged->settled ? PaymentStatus::settled
                                                : PaymentStatus::open;
    db_.insert(
        "INSERT INTO payments (order_id, provider, reference, amount_cents, currency, status, "
        "created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        {order, name, charged ? charged->reference : "", amount.cents(),
         currency_code(amount.currency()), payment_status_name(status), clock::now()});
    if (!charged) return Failure{charged.reason()};
    if (status == PaymentStatus::settled && orders_ != nullptr) orders_->paid(order);
    return *of_order(order);
}

Result<Payment> PaymentService::settle(const std::string& reference) {
    auto payment = find(reference);
    if (!payment) return Failure{"unknown reference"};
    if (payment->status == PaymentStatus::settled) return *payment;  // webhooks come twice
    if (payment->status != PaymentStatus::open) return Failure{"payment is closed"};
    set_status(payment->id, PaymentStatus::settled);
    payment->status = PaymentStatus::settled;
    if (orders_ != nullptr) orders_->paid(payment->order);
    return *payment;
}

std::optional<Payment> PaymentService::of_order(std::int64_t order) {
    db::Rows rows = db_.query(
        "SELECT id, order_id, provider, reference, amount_cents, currency, status FROM payments "
        "WHERE order_id = ? ORDER BY id DESC LIMIT 1",
        {order});
    if (rows.empty()) return std::nullopt;
    return from_row(rows.first());
}

std::optional<Payment> PaymentService::find(const std::string& reference) {
    db::Rows rows = db_.query(
        "SELECT id, order_id, provider, reference, amount_cents, currency, status FROM payments "
        "WHERE reference = ? ORDER BY id DESC LIMIT 1",
        {reference});
    if (rows.empty()) return std::nullopt;
    return from_row(rows.first());
}

void PaymentService::set_status(std::int64_t id, PaymentStatus status) {
    db_.execute("UPDATE payments SET status = ? WHERE id = ?", {payment_status_name(status), id});
}

}  // namespace shop::payments
