#include "shop.h"
#include "web/handlers/handlers.h"
#include "web/html.h"

namespace shop::web {

namespace {

void sign_in(Context& context, accounts::UserId user) {
    context.session.user = user;
    context.app.carts.assign(context.session.token, user);
    auto addresses = accounts::addresses_of(context.app.db, user);
    if (!addresses.empty()) context.session.country = addresses.front().country;
}

}  // namespace

Response login_page(Context& context, const Request&) {
    return Response::html(html::page(
        context, "Sign in",
        "<form method=\"post\">" + html::input("email", "E-mail") +
            html::input("password", "Password", "password") +
            "<button>Sign in</button></form>\n<a href=\"/account/register\">New customer</a>"));
}

// The page keeps a session; the app uses POST /login and keeps the token.
Response login_submit(Context& context, const Request& request) {
    accounts::LoginResult result = accounts::login(
        context.app.db, {request.field("email"), request.field("password"), request.remote});
    if (result.status == accounts::LoginStatus::ok) {
        sign_in(context, result.user);
        return Response::redirect("/account");
    }
    context.session.notice = result.status == accounts::LoginStatus::locked
                                 ? "Too many attempts. Please wait a quarter of an hour."
                                 : "E-mail address or password is wrong.";
    return Response::redirect("/account/login");
}

Response logout(Context& context, const Request&) {
    context.session.user = 0;
    return Response::redirect("/");
}

Response register_page(Context& context, const Request&) {
    return Response::html(html::page(context, "New customer",
                                     "<form method=\"post\">" + html::input("name", "Name") +
                                         html::input("email", "E-mail") +
                                         html::input("password", "Password", "password") +
                                         "<button>Register</button></form>"));
}

Response register_submit(Context& context, const Request& request) {
    auto user = accounts::register_user(
        context.app.db, {request.field("email"), request.field("name"), request.field("password")});
    if (!user) {
        context.session.notice = user.reason();
        return Response::redirect("/account/register");
    }
    sign_in(context, user.value());
    return Response::redirect("/account");
}

Response account_page(Context& context, const Request&) {
    auto user = context.user();
    if (!user) return Response::redirect("/account/login");
    std::string rows;
    for (const orders::Order& order : context.app.orders.repository().of_user(user->id)) {
        rows += html::table_row({order.number, clock::iso_date(order.created_at),
                                 orders::status_name(order.status), order.total.text()});
    }
    std::string content = "<table>\n" + rows + "</table>\n<form method=\"post\" action=\"/account/address\">" +
                          html::input("line", "Street") + html::input("zip", "Zip") +
                          html::input("city", "City") + html::input("country", "Country") +
                          "<button>Add address</button></form>\n" + html::button("/account/logout", "Sign out");
    return Response::html(html::page(context, user->name, content));
}

Response address_add(Context& context, const Request& request) {
    auto user = context.user();
    if (!user) return Response::redirect("/account/login");
    accounts::Address address;
    address.user = user->id;
    address.line = strings::trim(request.field("line"));
    address.zip = strings::trim(request.field("zip"));
    address.city = strings::trim(request.field("city"));
    address.country = request.field("country");
    context.session.notice = accounts::address_complaint(address);
    if (context.session.notice.empty()) {
        accounts::insert_address(context.app.db, address);
        context.session.country = address.country;
    }
    return Response::redirect("/account");
}

}  // namespace shop::web
