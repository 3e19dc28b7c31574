// Settings of a development machine and of the tests.
#pragma once

namespace shop::config {

struct Setting {
    const char* key;
    const char* value;
};

constexpr Setting kSettings[] = {
    {"shop.name", "Nordlicht Outdoor"},
    {"shop.currency", "EUR"},
    {"log.level", "info"},
    {"http.port", "8080"},
    {"http.workers", "8"},
    {"session.minutes", "60"},
    {"storage.backend", "memory"},
    {"storage.path", "/var/lib/shop/media"},
    {"payment.provider", "sandbox"},
    {"payment.host", "127.0.0.1"},
    {"payment.port", "9090"},
    {"warehouse.host", "127.0.0.1"},
    {"warehouse.port", "9191"},
    {"warehouse.poll_seconds", "5"},
    {"warehouse.enabled", "no"},
    {"mail.host", "127.0.0.1"},
    {"mail.port", "25"},
    {"mail.dry_run", "yes"},
    {"orders.timeout_minutes", "45"},
    {"export.pause_ms", "0"},
    {"cart.free_shipping_from", "80.00"},
};

}  // namespace shop::config
