#include <fstream>

#include "shop.h"

namespace shop {

App* g_app = nullptr;

App::App(std::shared_ptr<db::Engine> engine)
    : db(std::move(engine)),
      catalog(db),
      carts(db, catalog),
      payments(db),
      orders(db, carts, payments),
      sessions(db),
      store(media::make_store(Config::instance().get("storage.backend"),
                              Config::instance().get("storage.path"))) {
    payments.attach(&orders);
    g_app = this;
}

int run_script(db::Connection& db, const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot open " + path);
    std::string statement, line;
    int count = 0;
    while (std::getline(file, line)) {
        if (line.compare(0, 2, "--") == 0) continue;
        statement += line + "\n";
        if (!strings::ends_with(strings::trim(line), ";")) continue;
        db.execute(statement.c_str());
        statement.clear();
        ++count;
    }
    return count;
}

void restore_order_sequence(db::Connection& db) {
    g_order_sequence =
        static_cast<long>(db.query("SELECT MAX(id) AS last FROM orders").first().integer("last"));
}

}  // namespace shop
