#pragma once

#include <memory>

#include "cart/cart.h"
#include "catalog/catalog_service.h"
#include "catalog/price_rules.h"
#include "common/result.h"

namespace shop::cart {

class CartService {
public:
    CartService(db::Connection& db, catalog::CatalogService& catalog)
        : db_(db), catalog_(catalog), rules_(catalog::PriceRules::standard()) {}

    // Creates the cart if there is none for the token.
    Cart load(const std::string& token);

    Result<Cart> add(const std::string& token, catalog::ProductId product, std::int64_t quantity);
    Cart change(const std::string& token, catalog::ProductId product, std::int64_t quantity);
    void assign(const std::string& token, std::int64_t user);
    void clear(const Cart& cart);

    Result<Cart> apply_coupon(const std::string& token, const std::string& code);
    Totals totals(const Cart& cart, const std::string& country);

private:
    std::int64_t coupon_basis_points(const std::string& code);

    db::Connection& db_;
    catalog::CatalogService& catalog_;
    catalog::PriceRules rules_;
};

}  // namespace shop::cart
