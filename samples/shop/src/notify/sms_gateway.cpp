// Text messages for the pick-up service. The service ended in 2021; nothing calls
// this any more, the contract with the gateway is cancelled.
#include <cctype>
#include <string>

#include "common/log.h"
#include "common/strings.h"

namespace shop::notify {

std::string normalize_phone(const std::string& number, const std::string& country_code) {
    std::string digits;
    for (char c : number) {
        if (std::isdigit(static_cast<unsigned char>(c))) digits += c;
    }
    if (strings::starts_with(number, "+")) return "+" + digits;
    if (strings::starts_with(digits, "00")) return "+" + digits.substr(2);
    return digits.empty() ? "" : "+" + country_code + digits.substr(digits[0] == '0' ? 1 : 0);
}

bool send_sms(const std::string& number, const std::string& text) {
    std::string phone = normalize_phone(number, "49");
    if (phone.size() < 8 || text.empty()) return false;
    for (std::size_t at = 0; at < text.size(); at += 160) {
        log::debug("sms to %s: %s", phone.c_str(), text.substr(at, 160).c_str());
    }
    return true;
}

bool send_pickup_code(const std::string& number, const std::string& order_number) {
    return send_sms(number, "Your order " + order_number + " is ready to be picked up.");
}

}  // namespace shop::notify
