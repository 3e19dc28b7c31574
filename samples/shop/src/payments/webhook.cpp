#include "payments/webhook.h"

#include <cstdlib>
#include <stdexcept>

#include "accounts/password.h"
#include "common/json.h"
#include "common/log.h"

namespace shop::payments {

namespace {

std::string secret() {
    const char* value = std::getenv("SHOP_WEBHOOK_SECRET");
    return value != nullptr ? value : "";
}

bool signed_by_gateway(const std::string& body, const std::string& signature) {
    return secret().empty() ||
           accounts::same_text(accounts::toy_password_hash(body, secret()), signature);
}

}  // namespace

// @trigger http method=POST path=/webhooks/payment peak_rps=5 duration_ms=40
int handle_webhook(PaymentService& payments, const std::string& body, const std::string& signature) {
    if (!signed_by_gateway(body, signature)) return 403;
    Json event;
    try {
        event = Json::parse(body);
    } catch (const std::invalid_argument& error) {
        log::warning("webhook: %s", error.what());
        return 400;
    }
    const std::string& type = event["type"].text();
    if (type != "charge.settled") {
        log::info("webhook: '%s' is of no interest", type.c_str());
        return 204;
    }
    auto payment = payments.settle(event["charge"].text());
    return payment ? 204 : 404;
}

}  // namespace shop::payments
