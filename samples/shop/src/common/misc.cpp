#include "common/misc.h"

#include <cctype>

#include "common/clock.h"
#include "common/strings.h"

namespace shop {

std::atomic<long> g_request_count{0};
long g_order_sequence = 0;
bool g_maintenance_mode = false;

std::string next_order_number(std::int64_t now) {
    ++g_order_sequence;
    return "R-" + clock::iso_date(now).substr(0, 4) + "-" +
           strings::pad_left(std::to_string(g_order_sequence), 6, '0');
}

bool luhn_valid(const std::string& digits) {
    int sum = 0;
    bool twice = false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        if (!std::isdigit(static_cast<unsigned char>(*digit))) return false;
        int value = *digit - '0';
        if (twice) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
        twice = !twice;
    }
    return digits.size() >= 12 && sum % 10 == 0;
}

std::string human_size(std::uint64_t bytes) {
    static const char* const units[] = {"B", "KB", "MB", "GB"};
    int unit = 0;
    while (bytes >= 1024 && unit < 3) {
        bytes /= 1024;
        ++unit;
    }
    return std::to_string(bytes) + " " + units[unit];
}

std::string mime_from_name(const std::string& name) {
    static const struct {
        const char* suffix;
        const char* type;
    } known[] = {
        {".html", "text/html; charset=utf-8"}, {".css", "text/css"},    {".csv", "text/csv"},
        {".json", "application/json"},         {".jpg", "image/jpeg"},  {".png", "image/png"},
        {".ppm", "image/x-portable-pixmap"},   {".txt", "text/plain"},
    };
    for (const auto& entry : known) {
        if (strings::ends_with(strings::lower(name), entry.suffix)) return entry.type;
    }
    return "application/octet-stream";
}

std::string slug(const std::string& text) {
    std::string result;
    for (char c : strings::lower(text)) {
        if (std::isalnum(static_cast<unsigned char>(c))) {
            result += c;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    while (!result.empty() && result.back() == '-') result.pop_back();
    return result;
}

std::uint32_t crc32(const std::string& bytes) {
    std::uint32_t crc = 0xffffffffu;
    for (unsigned char byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

std::string affiliate_suffix(const std::string& partner, std::int64_t now) {
    return "?ref=" + strings::url_encode(partner) + "&d=" + clock::iso_date(now);
}

}  // namespace shop
