// The whole shop in one header. New code should include what it needs instead;
// the handlers and everything from before the split into folders still use this.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "accounts/account_repository.h"
#include "accounts/login.h"
#include "accounts/registration.h"
#include "accounts/token.h"
#include "accounts/vat.h"
#include "cart/cart_service.h"
#include "catalog/catalog_service.h"
#include "catalog/price_import.h"
#include "catalog/stock.h"
#include "common/clock.h"
#include "common/config.h"
#include "common/json.h"
#include "common/log.h"
#include "common/misc.h"
#include "common/money.h"
#include "common/strings.h"
#include "db/connection.h"
#include "jobs/jobs.h"
#include "live/stock_feed.h"
#include "media/object_store.h"
#include "media/thumbnail.h"
#include "media/upload.h"
#include "notify/email_consumer.h"
#include "notify/notifier.h"
#include "orders/export.h"
#include "orders/invoice.h"
#include "orders/order_service.h"
#include "payments/payment_service.h"
#include "payments/webhook.h"
#include "reports/nightly_report.h"
#include "search/search_service.h"
#include "warehouse/stock_poller.h"
#include "web/session_store.h"

namespace shop {

// Everything that lives as long as the process.
struct App {
    explicit App(std::shared_ptr<db::Engine> engine);

    db::Connection db;
    catalog::CatalogService catalog;
    cart::CartService carts;
    payments::PaymentService payments;
    orders::OrderService orders;
    web::SessionStore sessions;
    std::unique_ptr<media::ObjectStore> store;
};

// The one App of the process; null before main has made it.
extern App* g_app;

// Runs the statements of a file (db/seed.sql); returns their number.
int run_script(db::Connection& db, const std::string& path);

// Continues the order numbers where the last process stopped.
void restore_order_sequence(db::Connection& db);

}  // namespace shop
