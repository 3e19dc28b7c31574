#pragma once

#include "db/memory_engine.h"
#include "shop.h"

// A shop with the seed data, on a Friday at noon.
struct Fixture {
    Fixture() : app(std::make_shared<shop::db::MemoryEngine>()) {
        shop::clock::freeze(kNoon);
        shop::run_script(app.db, SHOP_SEED_FILE);
        shop::restore_order_sequence(app.db);
        shop::search::reindex(app.db);
        shop::search::load_index(app.db);
    }
    ~Fixture() { shop::clock::freeze(0); }

    std::int64_t count(const char* sql) { return app.db.query(sql).first().integer("count"); }

    static constexpr shop::Timestamp kNoon = 1710504000;  // 2024-03-15T12:00:00Z
    shop::App app;
};
