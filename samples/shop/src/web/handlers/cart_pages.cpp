#include "shop.h"
#include "web/handlers/handlers.h"
#include "web/html.h"

namespace shop::web {

namespace {

std::int64_t number(const Request& request, const char* name) {
    return strings::to_int_or(request.field(name), 0);
}

}  // namespace

Response cart_page(Context& context, const Request&) {
    cart::Cart cart = context.app.carts.load(context.session.token);
    if (cart.empty()) return Response::html(html::page(context, "Cart", "<p>Your cart is empty.</p>"));
    std::string content =
        html::cart_table(cart, context.app.carts.totals(cart, context.session.country));
    for (const cart::CartLine& line : cart.lines) {
        content += html::button("/cart/change", "Remove " + line.product.name,
                                {{"product", std::to_string(line.product.id)}, {"quantity", "0"}});
    }
    content += "<form method=\"post\" action=\"/cart/coupon\">" + html::input("code", "Coupon") +
               "<button>Use</button></form>\n<p><a href=\"/checkout\">Checkout</a></p>";
    return Response::html(html::page(context, "Cart", content));
}

Response cart_add(Context& context, const Request& request) {
    auto added = context.app.carts.add(context.session.token, number(request, "product"),
                                       number(request, "quantity"));
    if (!added) context.session.notice = added.reason();
    return Response::redirect("/cart");
}

Response cart_change(Context& context, const Request& request) {
    context.app.carts.change(context.session.token, number(request, "product"),
                             number(request, "quantity"));
    return Response::redirect("/cart");
}

Response cart_coupon(Context& context, const Request& request) {
    auto applied = context.app.carts.apply_coupon(context.session.token, request.field("code"));
    context.session.notice = applied ? "The coupon has been applied." : applied.reason();
    return Response::redirect("/cart");
}

Response checkout_page(Context& context, const Request&) {
    auto user = context.user();
    if (!user) return Response::redirect("/account/login");
    cart::Cart cart = context.app.carts.load(context.session.token);
    std::string content =
        html::cart_table(cart, context.app.carts.totals(cart, context.session.country));
    for (const accounts::Address& address : accounts::addresses_of(context.app.db, user->id)) {
        content += "<p>" + strings::html_escape(address.line + ", " + address.zip + " " +
                                                address.city + ", " + address.country) + "</p>\n";
    }
    content += "<form method=\"post\" action=\"/checkout\">" + html::input("card", "Card number") +
               html::input("expiry", "Expires") + html::input("transfer", "Bank transfer", "checkbox") +
               "<button>Buy now</button></form>";
    return Response::html(html::page(context, "Checkout", content));
}

Response checkout_submit(Context& context, const Request& request) {
    auto user = context.user();
    if (!user) return Response::redirect("/account/login");
    payments::Means means;
    means.kind = request.field("transfer").empty() ? payments::Means::Kind::card
                                                   : payments::Means::Kind::transfer;
    means.card_number = strings::replace_all(request.field("card"), " ", "");
    means.expiry = request.field("expiry");
    cart::Cart cart = context.app.carts.load(context.session.token);
    auto order = context.app.orders.place(cart, *user, context.session.country, means);
    if (!order) {
        context.session.notice = order.reason();
        return Response::redirect("/checkout");
    }
    context.session.notice = "Thank you for your order " + order->number + ".";
    return Response::redirect("/account");
}

}  // namespace shop::web
