// shop serve [--port N]
// shop report [--day DATE] [--format text|csv|html]
// shop export [--from DATE] [--to DATE]
// shop job NAME
// shop import-prices FILE
// shop hash-password PASSWORD SALT
// Options of all commands: --config FILE, --seed FILE.

#include <csignal>
#include <cstdio>
#include <cstring>

#include "accounts/password.h"
#include "db/memory_engine.h"
#include "db/tracing_engine.h"
#include "shop.h"
#include "web/http_server.h"

#ifndef SHOP_SEED_FILE
#define SHOP_SEED_FILE "db/seed.sql"
#endif

namespace {

using namespace shop;

std::atomic<bool> g_stop{false};
volatile std::sig_atomic_t g_reload = 0;

struct Options {
    std::string command;
    std::vector<std::string> arguments;
    strings::Fields named;

    std::string get(const char* name, const char* fallback) const {
        auto found = named.find(name);
        return found == named.end() ? fallback : found->second;
    }
};

void on_signal(int number) {
    if (number == SIGHUP) {
        g_reload = 1;
    } else {
        g_stop = true;
    }
}

int serve(App& app, const Options& options) {
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
    std::signal(SIGHUP, on_signal);
    Config& config = Config::instance();
    notify::MailSettings mail{config.get("mail.host"), static_cast<int>(config.get_int("mail.port", 25)),
                              config.get_flag("mail.dry_run")};
    std::thread mailer([&] { notify::run_mail_thread(app.db, mail); });
    std::thread feed([] { live::serve_feed(g_stop); });
    std::thread poller([&] { warehouse::run_stock_poller(app.db, g_stop); });
    std::thread reloader([&] {
        while (!g_stop) {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            if (g_reload == 0) continue;
            g_reload = 0;
            config.load_file(options.get("config", ""));
        }
    });

    web::HttpServer server(app, static_cast<int>(config.get_int("http.workers", 8)));
    std::string port = options.get("port", config.get("http.port").c_str());
    bool served = server.run(static_cast<int>(strings::to_int_or(port, 8080)), g_stop);
    if (!served) log::error("port %s is taken", port.c_str());
    g_stop = true;
    notify::emails().close();
    for (std::thread* thread : {&mailer, &feed, &poller, &reloader}) thread->join();
    return served ? 0 : 1;
}

int report(App& app, const Options& options) {
    auto writer = reports::make_writer(options.get("format", "text"));
    Timestamp day = clock::parse_date(options.get("day", "yesterday"));
    if (!writer || day == 0) {
        std::fprintf(stderr, "shop: unknown format or day\n");
        return 2;
    }
    reports::nightly_report(app.db, day, *writer);
    std::fputs(writer->text().c_str(), stdout);
    return 0;
}

int export_csv(App& app, const Options& options) {
    Timestamp from = clock::parse_date(options.get("from", "1970-01-01"));
    Timestamp to = clock::parse_date(options.get("to", "2100-01-01"));
    orders::export_orders(app.db, from, to,
                          [](const std::string& line) { std::fputs(line.c_str(), stdout); });
    return 0;
}

int job(App& app, const Options& options) {
    jobs::Job found = options.arguments.empty() ? nullptr : jobs::find_job(options.arguments[0].c_str());
    if (found == nullptr) {
        std::fprintf(stderr, "shop: no such job\n");
        return 2;
    }
    std::printf("%s: %d\n", options.arguments[0].c_str(), found(app.db));
    return 0;
}

int import(App& app, const Options& options) {
    if (options.arguments.empty()) return 2;
    catalog::ImportSummary summary = catalog::import_prices(app.db, app.catalog, options.arguments[0]);
    std::printf("%d changed, %d unknown, %d refused, %d skipped\n", summary.changed, summary.unknown,
                summary.refused, summary.skipped);
    return 0;
}

int hash_password(App&, const Options& options) {
    if (options.arguments.size() != 2) return 2;
    std::puts(accounts::toy_password_hash(options.arguments[0], options.arguments[1]).c_str());
    return 0;
}

const struct {
    const char* name;
    int (*run)(App& app, const Options& options);
} kCommands[] = {
    {"serve", serve},          {"report", report},        {"export", export_csv},
    {"job", job},              {"import-prices", import}, {"hash-password", hash_password},
};

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        if (std::strncmp(argv[i], "--", 2) == 0 && i + 1 < argc) {
            options.named[argv[i] + 2] = argv[i + 1];
            ++i;
        } else if (options.command.empty()) {
            options.command = argv[i];
        } else {
            options.arguments.push_back(argv[i]);
        }
    }
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    Options options = parse(argc, argv);
    Config::instance().load_defaults();
    std::string file = options.get("config", "");
    if (!file.empty() && !Config::instance().load_file(file)) {
        std::fprintf(stderr, "shop: cannot read %s\n", file.c_str());
        return 2;
    }
    log::set_level(log::level_from_name(Config::instance().get("log.level").c_str()));
    for (const auto& command : kCommands) {
        if (options.command != command.name) continue;
        try {
            App app(std::make_shared<db::TracingEngine>(std::make_shared<db::MemoryEngine>(), 200));
            run_script(app.db, options.get("seed", SHOP_SEED_FILE));
            restore_order_sequence(app.db);
            search::reindex(app.db);
            search::load_index(app.db);
            catalog::subscribe(search::product_changed);
            return command.run(app, options);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "shop: %s\n", error.what());
            return 1;
        }
    }
    std::fprintf(stderr, "usage: shop serve|report|export|job|import-prices|hash-password ...\n");
    return 2;
}
