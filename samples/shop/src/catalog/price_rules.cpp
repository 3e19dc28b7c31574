#include "catalog/price_rules.h"

#include "common/strings.h"

namespace shop::catalog {

namespace {

int month_of(Timestamp at) {
    return static_cast<int>(strings::to_int_or(clock::iso_date(at).substr(5, 2), 1));
}

}  // namespace

Money QuantityDiscount::apply(const Product& product, std::int64_t quantity, Timestamp) const {
    Money full = product.price * quantity;
    return quantity >= from_ ? full - full.share(basis_points_) : full;
}

Money SeasonDiscount::apply(const Product& product, std::int64_t quantity, Timestamp at) const {
    Money full = product.price * quantity;
    int month = month_of(at);
    bool in_season = product.category == category_ && month >= first_month_ && month <= last_month_;
    return in_season ? full - full.share(basis_points_) : full;
}

PriceRules PriceRules::standard() {
    PriceRules rules;
    rules.add(std::make_unique<QuantityDiscount>(5, 500));
    rules.add(std::make_unique<QuantityDiscount>(20, 1200));
    rules.add(std::make_unique<SeasonDiscount>(1, 10, 12, 1500));
    return rules;
}

Money PriceRules::line_total(const Product& product, std::int64_t quantity, Timestamp at) const {
    Money best = product.price * quantity;
    for (const auto& rule : rules_) {
        Money candidate = rule->apply(product, quantity, at);
        if (candidate < best) best = candidate;
    }
    return best;
}

}  // namespace shop::catalog
