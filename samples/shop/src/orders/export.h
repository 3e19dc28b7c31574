#pragma once

#include <functional>
#include <string>

#include "common/clock.h"
#include "db/connection.h"

namespace shop::orders {

// Calls `out` with one CSV line after the other; for the tax adviser and for the
// data warehouse. Returns the number of orders.
int export_orders(db::Connection& db, Timestamp from, Timestamp to,
                  const std::function<void(const std::string&)>& out);

}  // namespace shop::orders
