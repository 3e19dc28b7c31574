#include "shop.h"
#include "web/handlers/handlers.h"

namespace shop::web {

namespace {

std::optional<accounts::UserId> bearer(const Request& request) {
    std::string header = request.header("authorization");
    if (!strings::starts_with(header, "Bearer ")) return std::nullopt;
    return accounts::verify_token(header.substr(7), clock::now());
}

}  // namespace

Response api_login(Context& context, const Request& request) {
    accounts::LoginRequest credentials;
    try {
        Json body = Json::parse(request.body);
        credentials = {body["email"].text(), body["password"].text(), request.remote};
    } catch (const std::invalid_argument&) {
        return Response::json("{}", 400);
    }
    accounts::LoginResult result = accounts::login(context.app.db, credentials);
    switch (result.status) {
        case accounts::LoginStatus::locked: return Response::json("{}", 423);
        case accounts::LoginStatus::wrong_credentials: return Response::json("{}", 401);
        case accounts::LoginStatus::ok: break;
    }
    return Response::json(Json::object({{"token", result.token}, {"user", result.user}}).dump());
}

Response api_orders(Context& context, const Request& request) {
    auto user = bearer(request);
    if (!user) return Response::json("{}", 401);
    Json list = Json::array();
    for (const orders::Order& order : context.app.orders.repository().of_user(*user)) {
        list.push(Json::object({{"number", order.number},
                                {"status", orders::status_name(order.status)},
                                {"total", order.total.cents()},
                                {"items", static_cast<std::int64_t>(order.items.size())}}));
    }
    return Response::json(list.dump());
}

Response api_suggest(Context&, const Request& request) {
    Json list = Json::array();
    for (const std::string& term : search::suggest(request.field("q"))) list.push(term);
    return Response::json(list.dump());
}

Response api_stock(Context& context, const Request&) {
    catalog::StockLevel level = catalog::Stock(context.app.db).level(context.id());
    return Response::json(Json::object({{"product", level.product},
                                        {"available", level.available()}}).dump());
}

Response payment_webhook(Context& context, const Request& request) {
    int status = payments::handle_webhook(context.app.payments, request.body,
                                          request.header("x-signature"));
    return Response::json("", status);
}

Response health(Context& context, const Request&) {
    context.app.db.query("SELECT COUNT(*) AS n FROM categories");
    return Response::json(Json::object({{"status", g_maintenance_mode ? "maintenance" : "ok"},
                                        {"requests", static_cast<std::int64_t>(g_request_count.load())}})
                              .dump());
}

}  // namespace shop::web
