#include "common/clock.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace shop::clock {

namespace {

std::atomic<Timestamp> g_frozen{0};

std::string format(Timestamp at, const char* pattern) {
    std::time_t value = static_cast<std::time_t>(at);
    std::tm parts{};
    gmtime_r(&value, &parts);
    char buffer[64];
    std::size_t length = std::strftime(buffer, sizeof buffer, pattern, &parts);
    return std::string(buffer, length);
}

}  // namespace

Timestamp now() {
    Timestamp frozen = g_frozen.load();
    return frozen != 0 ? frozen : static_cast<Timestamp>(std::time(nullptr));
}

std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void freeze(Timestamp at) { g_frozen = at; }

std::string iso_date(Timestamp at) { return format(at, "%Y-%m-%d"); }

std::string iso_time(Timestamp at) { return format(at, "%Y-%m-%dT%H:%M:%SZ"); }

std::string http_date(Timestamp at) { return format(at, "%a, %d %b %Y %H:%M:%S GMT"); }

Timestamp day_start(Timestamp at) { return at - at % kDay; }

Timestamp parse_date(const std::string& text) {
    if (text == "today") return day_start(now());
    if (text == "yesterday") return day_start(now()) - kDay;
    int year = 0, month = 0, day = 0;
    if (std::sscanf(text.c_str(), "%d-%d-%d", &year, &month, &day) != 3) return 0;
    std::tm parts{};
    parts.tm_year = year - 1900;
    parts.tm_mon = month - 1;
    parts.tm_mday = day;
    return static_cast<Timestamp>(timegm(&parts));
}

}  // namespace shop::clock
