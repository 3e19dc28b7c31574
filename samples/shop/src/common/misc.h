// Things that had no better place.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <thread>

namespace shop {

extern std::atomic<long> g_request_count;
extern long g_order_sequence;
extern bool g_maintenance_mode;

// The next order number, e.g. "R-2024-000123". Not unique across processes; the
// shop runs once.
std::string next_order_number(std::int64_t now);

bool luhn_valid(const std::string& digits);
std::string human_size(std::uint64_t bytes);
std::string mime_from_name(const std::string& name);
std::string slug(const std::string& text);
std::uint32_t crc32(const std::string& bytes);

// The old affiliate programme appended this to every link.
std::string affiliate_suffix(const std::string& partner, std::int64_t now);

template <typename F>
bool retry(int attempts, int pause_ms, F action) {
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (action()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms << attempt));
    }
    return false;
}

}  // namespace shop
