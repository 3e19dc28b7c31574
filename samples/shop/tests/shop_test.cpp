#include "check.h"
#include "fixture.h"
#include "live/websocket.h"
#include "media/image.h"
#include "notify/templates.h"
#include "search/tokenizer.h"
#include "web/router.h"

using namespace shop;

namespace {

payments::Means card(const char* number) {
    payments::Means means;
    means.card_number = number;
    return means;
}

accounts::User ada(Fixture& fixture) { return *accounts::find_user(fixture.app.db, 1); }

std::string ppm(int width, int height) {
    media::Image image;
    image.width = width;
    image.height = height;
    image.pixels.resize(static_cast<std::size_t>(width * height));
    return media::encode_ppm(image);
}

}  // namespace

TEST(cart_totals) {
    Fixture fixture;
    cart::CartService& carts = fixture.app.carts;
    CHECK(carts.add("t", 10, 6).ok());
    cart::Totals totals = carts.totals(carts.load("t"), "DE");
    CHECK_EQUAL(totals.goods.cents(), 4503);  // 6 x 7.90 with 5 % off
    CHECK_EQUAL(totals.shipping.cents(), 490);
    CHECK(carts.apply_coupon("t", "SPRING10").ok());
    CHECK_EQUAL(carts.totals(carts.load("t"), "DE").discount.cents(), 450);
    CHECK(!carts.apply_coupon("t", "SPRING99").ok());
    CHECK(!carts.add("t", 999, 1).ok());
    CHECK(carts.change("t", 10, 0).empty());
}

TEST(order_is_placed_and_paid) {
    Fixture fixture;
    fixture.app.carts.add("t", 1, 2);
    auto order = fixture.app.orders.place(fixture.app.carts.load("t"), ada(fixture), "DE",
                                          card("4242424242424242"));
    CHECK(order.ok());
    CHECK_EQUAL(order->number, "R-2024-000005");
    CHECK(order->status == orders::OrderStatus::paid);
    CHECK_EQUAL(catalog::Stock(fixture.app.db).level(1).reserved, 2);
    CHECK(fixture.app.carts.load("t").empty());
    CHECK(fixture.app.orders.ship(order->id).ok());
    CHECK_EQUAL(catalog::Stock(fixture.app.db).level(1).on_hand, 12);
    CHECK(!fixture.app.orders.ship(order->id).ok());
}

TEST(declined_card_releases_stock) {
    Fixture fixture;
    fixture.app.carts.add("t", 1, 2);
    auto order = fixture.app.orders.place(fixture.app.carts.load("t"), ada(fixture), "DE",
                                          card("4000000000000002"));
    CHECK(!order.ok());
    CHECK_EQUAL(catalog::Stock(fixture.app.db).level(1).reserved, 0);
    CHECK(!fixture.app.carts.load("t").empty());
}

TEST(refunds) {
    Fixture fixture;
    payments::PaymentService& payments = fixture.app.payments;
    CHECK(payments.refund(1, Money(1000), "scratch").ok());
    CHECK(!payments.refund(1, Money(26390), "too much").ok());
    CHECK(payments.refund(1, Money(25390), "rest").ok());
    CHECK(fixture.app.orders.repository().find(1)->status == orders::OrderStatus::refunded);
    CHECK(!payments.refund(1, Money(1), "again").ok());
}

TEST(webhook_settles) {
    Fixture fixture;
    const char* body = "{\"type\": \"charge.settled\", \"charge\": \"seed-4\"}";
    CHECK_EQUAL(payments::handle_webhook(fixture.app.payments, body, ""), 204);
    CHECK_EQUAL(payments::handle_webhook(fixture.app.payments, body, ""), 204);
    CHECK_EQUAL(payments::handle_webhook(fixture.app.payments, "{", ""), 400);
    CHECK(fixture.app.orders.repository().find(4)->status == orders::OrderStatus::paid);
}

TEST(unpaid_orders_time_out) {
    Fixture fixture;
    CHECK_EQUAL(jobs::cancel_unpaid_orders(fixture.app.db), 1);
    CHECK_EQUAL(jobs::cancel_unpaid_orders(fixture.app.db), 0);
    CHECK_EQUAL(catalog::Stock(fixture.app.db).level(5).reserved, 0);
}

TEST(login) {
    Fixture fixture;
    db::Connection& db = fixture.app.db;
    auto result = accounts::login(db, {" ADA@example.org", "trekking2024", "::1"});
    CHECK(result.status == accounts::LoginStatus::ok);
    CHECK_EQUAL(accounts::verify_token(result.token, Fixture::kNoon).value_or(0), 1);
    CHECK(!accounts::verify_token(result.token + "0", Fixture::kNoon));
    CHECK(!accounts::verify_token(result.token, Fixture::kNoon + 31 * clock::kDay));
    for (int i = 0; i < 5; ++i) {
        CHECK(accounts::login(db, {"jon@example.org", "guess", "::1"}).status ==
              accounts::LoginStatus::wrong_credentials);
    }
    CHECK(accounts::login(db, {"jon@example.org", "trekking2024", "::1"}).status ==
          accounts::LoginStatus::locked);
    clock::freeze(Fixture::kNoon + clock::kHour);
    CHECK(accounts::login(db, {"jon@example.org", "trekking2024", "::1"}).status ==
          accounts::LoginStatus::ok);
}

TEST(registration) {
    Fixture fixture;
    CHECK(!accounts::register_user(fixture.app.db, {"no-address", "N", "long enough 1"}).ok());
    CHECK(!accounts::register_user(fixture.app.db, {"ada@example.org", "A", "long enough 1"}).ok());
    CHECK(!accounts::register_user(fixture.app.db, {"new@example.org", "N", "short1"}).ok());
    CHECK(accounts::register_user(fixture.app.db, {"new@example.org", "N", "long enough 1"}).ok());
}

TEST(search) {
    Fixture fixture;
    CHECK_EQUAL(search::stem("batteries"), "battery");
    CHECK_EQUAL(search::search("dome tents").front().product, 1);
    CHECK_EQUAL(search::search("cok-101").front().product, 8);
    CHECK(search::search("zeppelin").empty());
    CHECK(!search::suggest("ba").empty());
    fixture.app.db.execute("UPDATE products SET name = 'Zeppelin' WHERE id = 7");
    search::product_changed(fixture.app.db, 7);
    CHECK_EQUAL(search::search("zeppelin").front().product, 7);
}

TEST(thumbnails) {
    Fixture fixture;
    auto key = media::accept_upload(fixture.app.db, *fixture.app.store, {1, "A.PPM", ppm(640, 320)});
    CHECK(key.ok());
    CHECK_EQUAL(media::cover_key(fixture.app.db, 1), key.value());
    media::Image image;
    CHECK(media::decode_ppm(media::thumbnail(fixture.app.db, key.value(), "page"), image));
    CHECK_EQUAL(image.width, 480);
    CHECK_EQUAL(image.height, 240);
    CHECK(media::decode_ppm(media::thumbnail(fixture.app.db, key.value(), "cart"), image));
    CHECK_EQUAL(image.height, 64);
    CHECK_EQUAL(media::make_thumbnails(fixture.app.db, "k", ppm(4, 4).substr(0, 20)), 0);
    CHECK(!media::accept_upload(fixture.app.db, *fixture.app.store, {1, "a.txt", "text"}).ok());
}

TEST(nightly_report) {
    Fixture fixture;
    auto writer = reports::make_writer("csv");
    CHECK(reports::nightly_report(fixture.app.db, clock::parse_date("2024-03-14"), *writer) > 8);
    CHECK(strings::contains(writer->text(), "Sales by article,Trekking meal lentils,6,7.90 EUR"));
    CHECK(strings::contains(writer->text(), "Payments,refunds,1,59.90 EUR"));
    CHECK_EQUAL(fixture.count("SELECT COUNT(*) AS count FROM report_runs"), 1);
}

TEST(export_orders) {
    Fixture fixture;
    std::string text;
    int count = orders::export_orders(fixture.app.db, 0, Fixture::kNoon,
                                      [&](const std::string& line) { text += line; });
    CHECK_EQUAL(count, 4);
    CHECK(strings::contains(text, "R-2024-000001,2024-03-14,shipped,ada@example.org,DE,"));
}

TEST(prices) {
    Fixture fixture;
    CHECK(fixture.app.catalog.change_price(1, Money(22900), "test").ok());
    CHECK_EQUAL(fixture.app.catalog.product(1)->price.cents(), 22900);
    CHECK(!fixture.app.catalog.change_price(1, Money(399), "test").ok());
    CHECK_EQUAL(fixture.count("SELECT COUNT(*) AS count FROM price_changes"), 1);
}

TEST(warehouse) {
    Fixture fixture;
    std::vector<warehouse::Count> counts;
    CHECK(warehouse::parse_counts("TNT-101;9\r\nNONE-1;4\nEND\n", counts));
    CHECK_EQUAL(warehouse::apply_counts(fixture.app.db, counts), 1);
    CHECK(!warehouse::parse_counts("TNT-101;x\nEND\n", counts));
    CHECK(!warehouse::parse_counts("TNT-101;1\n", counts));
}

TEST(websocket) {
    CHECK_EQUAL(live::accept_key("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    std::string buffer("\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58", 11);
    live::Opcode opcode;
    std::string payload;
    CHECK(live::decode_frame(buffer, opcode, payload));
    CHECK_EQUAL(payload, "Hello");
    CHECK(!live::decode_frame(buffer, opcode, payload));
}

TEST(mails) {
    Fixture fixture;
    notify::MailSettings settings;
    std::vector<notify::Message> batch = {{"a@b.c", "welcome", {{"name", "A"}}},
                                          {"nobody", "welcome", {}},
                                          {"a@b.c", "unknown", {}}};
    CHECK_EQUAL(notify::consume_emails(fixture.app.db, settings, batch), 1);
    CHECK_EQUAL(fixture.count("SELECT COUNT(*) AS count FROM email_log"), 3);
}

TEST(http_pages) {
    Fixture fixture;
    web::Request request;
    CHECK(web::parse_head("GET /product/1?a=b HTTP/1.1\r\nHost: x\r\n", request));
    web::Response response = web::dispatch(fixture.app, request);
    CHECK_EQUAL(response.status, 200);
    CHECK(strings::contains(response.body, "Dome tent Fjell 2"));
    web::Request admin;
    CHECK(web::parse_head("GET /admin HTTP/1.1", admin));
    CHECK_EQUAL(web::dispatch(fixture.app, admin).status, 403);
    web::Request missing;
    CHECK(web::parse_head("GET /nowhere HTTP/1.1", missing));
    CHECK_EQUAL(web::dispatch(fixture.app, missing).status, 404);
    CHECK(!web::parse_head("GET", missing));
}

TEST(every_route_is_unique) {
    for (int i = 0; i < web::kRouteCount; ++i) {
        for (int j = 0; j < i; ++j) {
            CHECK(std::string(web::kRoutes[i].method) + web::kRoutes[i].pattern !=
                  std::string(web::kRoutes[j].method) + web::kRoutes[j].pattern);
        }
    }
}

TEST(expired_sessions_are_deleted) {
    Fixture fixture;
    web::Session session = fixture.app.sessions.open("");
    fixture.app.sessions.save(session);
    CHECK_EQUAL(fixture.app.sessions.open(session.token).token, session.token);
    clock::freeze(Fixture::kNoon + clock::kDay);
    CHECK(fixture.app.sessions.open(session.token).token != session.token);
    CHECK_EQUAL(jobs::delete_expired_sessions(fixture.app.db), 1);
    CHECK_EQUAL(fixture.app.sessions.size(), 0u);
}
