#pragma once

#include <atomic>

#include "db/connection.h"
#include "warehouse/warehouse_client.h"

namespace shop::warehouse {

// Brings the table stock up to what the warehouse has counted; returns the number
// of products that changed.
int apply_counts(db::Connection& db, const std::vector<Count>& counts);

// Body of the poller thread.
void run_stock_poller(db::Connection& db, const std::atomic<bool>& stop);

}  // namespace shop::warehouse
