#pragma once

#include <string>
#include <vector>

#include "catalog/product.h"

namespace shop::cart {

struct CartLine {
    catalog::Product product;
    std::int64_t quantity = 0;
    Money total;
};

struct Cart {
    std::int64_t id = 0;
    std::string token;
    std::int64_t user = 0;
    std::string coupon;
    std::vector<CartLine> lines;

    bool empty() const { return lines.empty(); }
};

struct Totals {
    Money goods;
    Money discount;
    Money shipping;
    Money vat;  // contained in the other amounts
    Money payable;
};

}  // namespace shop::cart
