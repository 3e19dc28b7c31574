#include "cart/cart_service.h"

#include "accounts/vat.h"
#include "cart/shipping.h"
#include "common/config.h"
#include "common/strings.h"

namespace shop::cart {

namespace {

constexpr std::int64_t kMaxPieces = 99;

}  // namespace

Cart CartService::load(const std::string& token) {
    Cart cart;
    cart.token = token;
    db::Rows rows =
        db_.query("SELECT id, user_id, coupon FROM carts WHERE token = ?", {token});
    if (rows.empty()) {
        cart.id = db_.insert(
            "INSERT INTO carts (token, user_id, coupon, updated_at) VALUES (?, NULL, '', ?)",
            {token, clock::now()});
        return cart;
    }
    cart.id = rows.first().integer("id");
    cart.user = rows.first().integer("user_id");
    cart.coupon = rows.first().text("coupon");
    for (const db::Row& row : db_.query(
             "SELECT product_id, quantity FROM cart_items WHERE cart_id = ? ORDER BY id",
             {cart.id})) {
        auto product = catalog_.product(row.integer("product_id"));
        if (!product || !product->active) continue;
        CartLine line;
        line.product = *product;
        line.quantity = row.integer("quantity");
        line.total = rules_.line_total(line.product, line.quantity, clock::now());
        cart.lines.push_back(line);
    }
    return cart;
}

Result<Cart> CartService::add(const std::string& token, catalog::ProductId product,
                              std::int64_t quantity) {
    auto found = catalog_.product(product);
    if (!found || !found->active) return Failure{"This product is no longer available."};
    if (quantity < 1 || quantity > kMaxPieces) return Failure{"Please order 1 to 99 pieces."};
    Cart cart = load(token);
    for (const CartLine& line : cart.lines) {
        if (line.product.id == product) quantity += line.quantity;
    }
    return change(token, product, quantity > kMaxPieces ? kMaxPieces : quantity);
}

Cart CartService::change(const std::string& token, catalog::ProductId product,
                         std::int64_t quantity) {
    Cart cart = load(token);
    if (quantity <= 0) {
        db_.execute("DELETE FROM cart_items WHERE cart_id = ? AND product_id = ?",
                    {cart.id, product});
    } else if (db_.execute(
                   "UPDATE cart_items SET quantity = ? WHERE cart_id = ? AND product_id = ?",
                   {quantity, cart.id, product}) == 0) {
        db_.execute("INSERT INTO cart_items (cart_id, product_id, quantity) VALUES (?, ?, ?)",
                    {cart.id, product, quantity});
    }
    db_.execute("UPDATE carts SET updated_at = ? WHERE id = ?", {clock::now(), cart.id});
    return load(token);
}

void CartService::assign(const std::string& token, std::int64_t user) {
    db_.execute("UPDATE carts SET user_id = ? WHERE token = ?", {user, token});
}

void CartService::clear(const Cart& cart) {
    db_.execute("DELETE FROM cart_items WHERE cart_id = ?", {cart.id});
    db_.execute("UPDATE carts SET coupon = '', updated_at = ? WHERE id = ?",
                {clock::now(), cart.id});
    if (!cart.coupon.empty()) {
        db_.execute("UPDATE coupons SET uses_left = uses_left - 1 WHERE code = ?", {cart.coupon});
    }
}

Result<Cart> CartService::apply_coupon(const std::string& token, const std::string& code) {
    if (coupon_basis_points(code) == 0) return Failure{"This coupon is not valid."};
    db_.execute("UPDATE carts SET coupon = ? WHERE token = ?", {code, token});
    return load(token);
}

std::int64_t CartService::coupon_basis_points(const std::string& code) {
    db::Rows rows = db_.query(
        "SELECT basis_points FROM coupons WHERE code = ? AND valid_until > ? AND uses_left > 0",
        {code, clock::now()});
    return rows.empty() ? 0 : rows.first().integer("basis_points");
}

Totals CartService::totals(const Cart& cart, const std::string& country) {
    Totals totals;
    std::int64_t pieces = 0;
    std::int64_t discount = cart.coupon.empty() ? 0 : coupon_basis_points(cart.coupon);
    for (const CartLine& line : cart.lines) {
        pieces += line.quantity;
        totals.goods += line.total;
        Money reduced = line.total - line.total.share(discount);
        totals.vat += accounts::vat_contained(
            reduced, accounts::vat_basis_points(country, line.product.vat_class));
    }
    totals.discount = totals.goods.share(discount);
    Money free_from = parse_money(Config::instance().get("cart.free_shipping_from"));
    if (!cart.empty() && totals.goods - totals.discount < free_from) {
        totals.shipping = shipping_cost(country, pieces);
    }
    totals.payable = totals.goods - totals.discount + totals.shipping;
    return totals;
}

}  // namespace shop::cart
