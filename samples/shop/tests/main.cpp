#include "check.h"
#include "common/config.h"
#include "common/log.h"

int main() {
    shop::Config& config = shop::Config::instance();
    config.load_defaults();
    config.set("payment.provider", "sandbox");
    config.set("storage.backend", "memory");
    config.set("export.pause_ms", "0");
    shop::log::set_level(shop::log::Level::off);
    for (const check::Test& test : check::tests()) {
        int before = check::failures();
        try {
            test.body();
        } catch (const std::exception& error) {
            check::fail(test.name, 0, error.what());
        }
        std::cout << (check::failures() == before ? "ok   " : "FAIL ") << test.name << "\n";
    }
    std::cout << check::tests().size() << " tests, " << check::failures() << " failures\n";
    return check::failures() == 0 && !check::tests().empty() ? 0 : 1;
}
