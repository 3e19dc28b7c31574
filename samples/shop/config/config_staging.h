// Settings of the staging system; selected with -DSHOP_CONFIG_HEADER=config_staging.h.
#pragma once

namespace shop::config {

struct Setting {
    const char* key;
    const char* value;
};

constexpr Setting kSettings[] = {
    {"shop.name", "Nordlicht Outdoor (staging)"},
    {"shop.currency", "EUR"},
    {"log.level", "debug"},
    {"http.port", "8080"},
    {"http.workers", "4"},
    {"session.minutes", "30"},
    {"storage.backend", "disk"},
    {"storage.path", "/srv/staging/media"},
    {"payment.provider", "card"},
    {"payment.host", "pay.staging.internal"},
    {"payment.port", "9090"},
    {"warehouse.host", "warehouse.staging.internal"},
    {"warehouse.port", "9191"},
    {"warehouse.poll_seconds", "5"},
    {"warehouse.enabled", "yes"},
    {"mail.host", "mail.staging.internal"},
    {"mail.port", "25"},
    {"mail.dry_run", "yes"},
    {"orders.timeout_minutes", "10"},
    {"export.pause_ms", "15"},
    {"cart.free_shipping_from", "80.00"},
};

}  // namespace shop::config
