// What cron, systemd and Kubernetes start: `shop job NAME`.
#pragma once

#include "db/connection.h"

namespace shop::jobs {

// Each returns the number of rows it has worked on.
int cancel_unpaid_orders(db::Connection& db);
int delete_expired_sessions(db::Connection& db);

using Job = int (*)(db::Connection& db);

// Null for an unknown name.
Job find_job(const char* name);

}  // namespace shop::jobs
