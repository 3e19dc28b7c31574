#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace shop {

enum class Currency { eur, gbp, chf };

const char* currency_code(Currency currency);
Currency currency_from_code(const std::string& code);

// An amount in minor units. Arithmetic between currencies throws: a mixed cart
// once shipped for the wrong price.
class Money {
public:
    constexpr Money() = default;
    constexpr explicit Money(std::int64_t cents, Currency currency = Currency::eur)
        : cents_(cents), currency_(currency) {}

    constexpr std::int64_t cents() const { return cents_; }
    constexpr Currency currency() const { return currency_; }
    constexpr bool is_zero() const { return cents_ == 0; }

    Money operator+(Money other) const {
        check(other);
        return Money(cents_ + other.cents_, currency_);
    }
    Money operator-(Money other) const {
        check(other);
        return Money(cents_ - other.cents_, currency_);
    }
    Money operator*(std::int64_t factor) const { return Money(cents_ * factor, currency_); }
    Money& operator+=(Money other) { return *this = *this + other; }
    bool operator==(Money other) const {
        return cents_ == other.cents_ && currency_ == other.currency_;
    }
    bool operator!=(Money other) const { return !(*this == other); }
    bool operator<(Money other) const {
        check(other);
        return cents_ < other.cents_;
    }

    // basis_points: 1900 is 19 %. Rounds half away from zero.
    Money share(std::int64_t basis_points) const;

    std::string text() const;

private:
    void check(Money other) const {
        if (currency_ != other.currency_) throw std::logic_error("amounts in two currencies");
    }

    std::int64_t cents_ = 0;
    Currency currency_ = Currency::eur;
};

// Accepts "12", "12.5" and "12.50"; throws std::invalid_argument otherwise.
Money parse_money(const std::string& text, Currency currency = Currency::eur);

}  // namespace shop
