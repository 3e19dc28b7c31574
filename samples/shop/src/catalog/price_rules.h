#pragma once

#include <memory>
#include <vector>

#include "catalog/product.h"

namespace shop::catalog {

// Lowers the price of one position of a cart. Rules are tried in order, the best
// price wins; they do not add up.
class PriceRule {
public:
    virtual ~PriceRule() = default;
    virtual const char* name() const = 0;
    virtual Money apply(const Product& product, std::int64_t quantity, Timestamp at) const = 0;
};

class QuantityDiscount : public PriceRule {
public:
    QuantityDiscount(std::int64_t from, std::int64_t basis_points)
        : from_(from), basis_points_(basis_points) {}
    const char* name() const override { return "quantity"; }
    Money apply(const Product& product, std::int64_t quantity, Timestamp at) const override;

private:
    std::int64_t from_;
    std::int64_t basis_points_;
};

class SeasonDiscount : public PriceRule {
public:
    SeasonDiscount(CategoryId category, int first_month, int last_month, std::int64_t basis_points)
        : category_(category),
          first_month_(first_month),
          last_month_(last_month),
          basis_points_(basis_points) {}
    const char* name() const override { return "season"; }
    Money apply(const Product& product, std::int64_t quantity, Timestamp at) const override;

private:
    CategoryId category_;
    int first_month_;
    int last_month_;
    std::int64_t basis_points_;
};

class PriceRules {
public:
    // The rules that are in force; marketing asks for a change about twice a year.
    static PriceRules standard();

    void add(std::unique_ptr<PriceRule> rule) { rules_.push_back(std::move(rule)); }
    Money line_total(const Product& product, std::int64_t quantity, Timestamp at) const;

private:
    std::vector<std::unique_ptr<PriceRule>> rules_;
};

}  // namespace shop::catalog
