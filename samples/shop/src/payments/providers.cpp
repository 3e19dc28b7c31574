#include "common/config.h"
#include "common/misc.h"
#include "common/strings.h"
#include "payments/card_provider.h"

namespace shop::payments {

namespace {

template <typename T>
std::unique_ptr<Provider> make() {
    return std::make_unique<T>();
}

using Factory = std::unique_ptr<Provider> (*)();

const struct {
    const char* name;
    Factory factory;
} kProviders[] = {
    {"card", make<CardProvider>},
    {"transfer", make<TransferProvider>},
    {"sandbox", make<SandboxProvider>},
};

std::string masked(const std::string& number) {
    return number.size() < 4 ? "****" : "**** " + number.substr(number.size() - 4);
}

}  // namespace

std::unique_ptr<Provider> make_provider(const std::string& name) {
    for (const auto& entry : kProviders) {
        if (name == entry.name) return entry.factory();
    }
    return nullptr;
}

CardProvider::CardProvider()
    : client_(Config::instance().get("payment.host"),
              static_cast<int>(Config::instance().get_int("payment.port", 9090))) {}

Result<Authorization> CardProvider::charge(const std::string& purpose, Money amount,
                                           const Means& means) {
    if (!luhn_valid(means.card_number)) return Failure{"The card number is not valid."};
    auto answer = client_.post(
        "/v2/charges", Json::object({{"amount", amount.cents()},
                                     {"currency", currency_code(amount.currency())},
                                     {"card", means.card_number},
                                     {"expiry", means.expiry},
                                     {"purpose", purpose}}));
    if (!answer) return Failure{"The payment could not be made: " + answer.reason()};
    if (answer.value()["status"].text() == "declined") {
        return Failure{"The card " + masked(means.card_number) + " was declined."};
    }
    Authorization authorization;
    authorization.reference = answer.value()["id"].text();
    authorization.settled = answer.value()["status"].text() == "settled";
    return authorization;
}

Result<std::string> CardProvider::refund(const std::string& reference, Money amount) {
    auto answer = client_.post("/v2/refunds",
                               Json::object({{"charge", reference}, {"amount", amount.cents()}}));
    return answer.map([](const Json& json) { return json["id"].text(); });
}

Result<Authorization> TransferProvider::charge(const std::string& purpose, Money, const Means&) {
    return Authorization{"T-" + strings::hex(std::to_string(crc32(purpose))), false};
}

Result<std::string> TransferProvider::refund(const std::string& reference, Money) {
    return "manual " + reference;
}

Result<Authorization> SandboxProvider::charge(const std::string& purpose, Money, const Means& means) {
    if (strings::ends_with(means.card_number, "0002")) return Failure{"The card was declined."};
    return Authorization{"S-" + std::to_string(crc32(purpose)), true};
}

Result<std::string> SandboxProvider::refund(const std::string& reference, Money amount) {
    return "SR-" + std::to_string(crc32(reference + amount.text()));
}

}  // namespace shop::payments
