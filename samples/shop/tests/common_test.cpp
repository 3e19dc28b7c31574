#include "check.h"
#include "common/csv.h"
#include "common/json.h"
#include "common/lru_cache.h"
#include "common/misc.h"
#include "common/money.h"
#include "common/strings.h"
#include "legacy/barcode.h"
#include "legacy/pricefile.h"

using namespace shop;

TEST(strings) {
    CHECK_EQUAL(strings::trim("  a b \n"), "a b");
    CHECK_EQUAL(strings::trim(" \t"), "");
    CHECK_EQUAL(strings::split("a,,b", ',').size(), 3u);
    CHECK_EQUAL(strings::url_decode("a%20b+c%zz"), "a b c%zz");
    CHECK_EQUAL(strings::html_escape("<a&'\">"), "&lt;a&amp;&#39;&quot;&gt;");
    CHECK_EQUAL(strings::base64("ab"), "YWI=");
    CHECK_EQUAL(strings::base64("abcd"), "YWJjZA==");
    CHECK_EQUAL(strings::fill("{x}-{y}", {{"x", "1"}}), "1-{y}");
    CHECK(!strings::to_int("12a"));
}

TEST(money) {
    CHECK_EQUAL(parse_money("12.5").cents(), 1250);
    CHECK_EQUAL(Money(-105).text(), "-1.05 EUR");
    CHECK_EQUAL(Money(1005).share(1000).cents(), 101);
    CHECK_THROWS(parse_money("1.2.3"));
    CHECK_THROWS(parse_money("1.234"));
    CHECK_THROWS(Money(1) + Money(1, Currency::gbp));
}

TEST(json) {
    Json value = Json::parse(" {\"a\": [1, -2, true, null], \"b\": \"x\\n\\u00e4\"} ");
    CHECK_EQUAL(value["a"].items().size(), 4u);
    CHECK_EQUAL(value["b"].text(), "x\n\xc3\xa4");
    CHECK(value["c"]["d"].is_null());
    CHECK_EQUAL(Json::parse(value.dump()).dump(), value.dump());
    CHECK_THROWS(Json::parse("{\"a\":}"));
    CHECK_THROWS(Json::parse("[1] x"));
    CHECK_THROWS(Json::parse(std::string(100, '[')));
}

TEST(csv) {
    CHECK_EQUAL(csv::row("a,b", 3, "q\"q"), "\"a,b\",3,\"q\"\"q\"\n");
    CHECK_EQUAL(csv::parse_line("\"a,b\",3,\"q\"\"q\"")[2], "q\"q");
}

TEST(lru_cache) {
    LruCache<int, int> cache(2);
    cache.put(1, 10);
    cache.put(2, 20);
    cache.get(1);
    cache.put(3, 30);
    CHECK(cache.get(1).has_value());
    CHECK(!cache.get(2).has_value());
}

TEST(misc) {
    CHECK(luhn_valid("4242424242424242"));
    CHECK(!luhn_valid("4242424242424241"));
    CHECK_EQUAL(slug(" Tents & more! "), "tents-more");
    CHECK_EQUAL(crc32("123456789"), 0xcbf43926u);
}

TEST(barcode) {
    char code[EAN13_LENGTH + 1];
    char modules[EAN13_MODULES + 1];
    CHECK_EQUAL(ean13_from_product(7, code), EAN_OK);
    CHECK_EQUAL(ean13_validate(code), EAN_OK);
    CHECK_EQUAL(ean13_modules(code, modules), EAN_OK);
    CHECK_EQUAL(std::string(modules).size(), 95u);
    CHECK_EQUAL(ean13_validate("4006381333931"), EAN_OK);
    CHECK_EQUAL(ean13_validate("4006381333932"), EAN_BAD_CHECK);
}

TEST(pricefile) {
    price_record record;
    CHECK_EQUAL(price_parse_line("TNT-101          22900EUR\n", &record), 0);
    CHECK_EQUAL(std::string(record.article), "TNT-101");
    CHECK_EQUAL(record.cents, 22900);
    CHECK_EQUAL(price_parse_line("TNT-101          229x0EUR\n", &record), -1);
}
