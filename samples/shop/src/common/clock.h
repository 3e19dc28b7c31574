#pragma once

#include <cstdint>
#include <string>

namespace shop {

// Seconds since the epoch, UTC. The database stores times in this form too.
using Timestamp = std::int64_t;

namespace clock {

constexpr Timestamp kMinute = 60;
constexpr Timestamp kHour = 60 * kMinute;
constexpr Timestamp kDay = 24 * kHour;

Timestamp now();
std::int64_t now_ms();

// Makes now() return a fixed value; 0 switches back to the system clock.
// For tests only.
void freeze(Timestamp at);

std::string iso_date(Timestamp at);
std::string iso_time(Timestamp at);
std::string http_date(Timestamp at);

// Start of the day (UTC) that contains `at`.
Timestamp day_start(Timestamp at);

// Parses YYYY-MM-DD; 0 if the text is not a date. "today" and "yesterday" work too.
Timestamp parse_date(const std::string& text);

}  // namespace clock
}  // namespace shop
