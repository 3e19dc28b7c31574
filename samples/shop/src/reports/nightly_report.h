#pragma once

#include "common/clock.h"
#include "db/connection.h"
#include "reports/report_writer.h"

namespace shop::reports {

// The figures of one day: sales by article and country, payments, stock to be
// ordered, new customers. Returns the number of lines.
int nightly_report(db::Connection& db, Timestamp day, ReportWriter& out);

// Its parts; the admin page shows some of them for the current day.
void sales_by_article(db::Connection& db, Timestamp from, Timestamp to, ReportWriter& out);
void sales_by_country(db::Connection& db, Timestamp from, Timestamp to, ReportWriter& out);
void payments_by_provider(db::Connection& db, Timestamp from, Timestamp to, ReportWriter& out);
void low_stock(db::Connection& db, std::int64_t below, ReportWriter& out);

}  // namespace shop::reports
