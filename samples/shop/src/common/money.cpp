#include "common/money.h"

#include "common/strings.h"

namespace shop {

const char* currency_code(Currency currency) {
    switch (currency) {
        case Currency::gbp: return "GBP";
        case Currency::chf: return "CHF";
        case Currency::eur: break;
    }
    return "EUR";
}

Currency currency_from_code(const std::string& code) {
    if (code == "GBP") return Currency::gbp;
    if (code == "CHF") return Currency::chf;
    return Currency::eur;
}

Money Money::share(std::int64_t basis_points) const {
    std::int64_t product = cents_ * basis_points;
    std::int64_t half = product < 0 ? -5000 : 5000;
    return Money((product + half) / 10000, currency_);
}

std::string Money::text() const {
    std::int64_t absolute = cents_ < 0 ? -cents_ : cents_;
    std::string minor = strings::pad_left(std::to_string(absolute % 100), 2, '0');
    return (cents_ < 0 ? "-" : "") + std::to_string(absolute / 100) + "." + minor + " " +
           currency_code(currency_);
}

Money parse_money(const std::string& text, Currency currency) {
    std::vector<std::string> parts = strings::split(strings::trim(text), '.');
    if (parts.size() > 2) throw std::invalid_argument("not an amount: " + text);
    auto major = strings::to_int(parts[0]);
    std::string digits = parts.size() == 2 ? parts[1] : "00";
    if (digits.size() == 1) digits += '0';
    auto minor = strings::to_int(digits);
    if (!major || !minor || digits.size() != 2) {
        throw std::invalid_argument("not an amount: " + text);
    }
    return Money(*major * 100 + (*major < 0 ? -*minor : *minor), currency);
}

}  // namespace shop
