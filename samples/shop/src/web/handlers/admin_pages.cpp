#include "shop.h"
#include "web/handlers/handlers.h"
#include "web/html.h"

namespace shop::web {

Response admin_page(Context& context, const Request&) {
    auto writer = reports::make_writer("html");
    Timestamp today = clock::day_start(clock::now());
    reports::sales_by_article(context.app.db, today, today + clock::kDay, *writer);
    reports::low_stock(context.app.db, 5, *writer);
    std::string rows;
    for (const auto& setting : Config::instance().all()) {
        rows += html::table_row({setting.first, setting.second});
    }
    std::string content = "<p>" + std::to_string(g_request_count.load()) + " requests, " +
                          std::to_string(context.app.sessions.size()) + " sessions, " +
                          std::to_string(live::feed_size()) + " on the feed, " +
                          std::to_string(notify::emails().size()) + " mails waiting</p>\n" +
                          writer->text() + "<table>\n" + rows + "</table>";
    return Response::html(html::page(context, "Administration", content));
}

Response admin_setting(Context&, const Request& request) {
    std::string key = request.field("key");
    if (key == "maintenance") {
        g_maintenance_mode = request.field("value") == "on";
    } else if (!key.empty()) {
        Config::instance().set(key, request.field("value"));
        log::warning("setting %s changed", key.c_str());
    }
    return Response::redirect("/admin");
}

Response admin_price(Context& context, const Request& request) {
    auto user = context.user();
    Money price;
    try {
        price = parse_money(request.field("price"));
    } catch (const std::invalid_argument& error) {
        return Response::error(400, error.what());
    }
    auto changed = context.app.catalog.change_price(strings::to_int_or(request.field("product"), 0),
                                                    price, user->email);
    context.session.notice = changed ? "Price changed." : changed.reason();
    return Response::redirect("/admin");
}

Response admin_ship(Context& context, const Request&) {
    auto order = context.app.orders.ship(context.id());
    context.session.notice = order ? order->number + " shipped." : order.reason();
    return Response::redirect("/admin");
}

Response admin_refund(Context& context, const Request& request) {
    auto payment = context.app.payments.of_order(context.id());
    if (!payment) return Response::error(404, "The order has no payment.");
    Money amount = payment->amount;
    if (auto cents = strings::to_int(request.field("cents"))) amount = Money(*cents);
    auto refunded = context.app.payments.refund(context.id(), amount, request.field("reason"));
    context.session.notice = refunded ? "Refunded." : refunded.reason();
    return Response::redirect("/admin");
}

Response admin_upload(Context& context, const Request& request) {
    auto key = media::accept_upload(context.app.db, *context.app.store,
                                    {context.id(), request.field("name"), request.body});
    if (!key) return Response::error(400, key.reason());
    return Response::json(Json::object({{"key", key.value()}}).dump());
}

Response admin_export(Context& context, const Request& request) {
    Timestamp from = clock::parse_date(request.field("from"));
    Timestamp to = request.field("to").empty() ? clock::now() : clock::parse_date(request.field("to"));
    Response response;
    response.type = mime_from_name("orders.csv");
    int count = orders::export_orders(context.app.db, from, to,
                                      [&](const std::string& line) { response.body += line; });
    log::info("export of %d orders, %s", count, human_size(response.body.size()).c_str());
    return response;
}

}  // namespace shop::web
