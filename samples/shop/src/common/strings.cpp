#include "common/strings.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <random>

namespace shop::strings {

namespace {

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

const char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string trim(const std::string& text) {
    auto first = std::find_if_not(text.begin(), text.end(), is_space);
    auto last = std::find_if_not(text.rbegin(), text.rend(), is_space).base();
    return first < last ? std::string(first, last) : std::string();
}

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (;;) {
        std::size_t end = text.find(separator, start);
        if (end == std::string::npos) break;
        parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    parts.push_back(text.substr(start));
    return parts;
}

std::string join(const std::vector<std::string>& parts, const std::string& separator) {
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) result += separator;
        result += parts[i];
    }
    return result;
}

bool starts_with(const std::string& text, const std::string& prefix) {
    return text.compare(0, prefix.size(), prefix) == 0;
}

bool ends_with(const std::string& text, const std::string& suffix) {
    return text.size() >= suffix.size() &&
           text.compare(text.size() - suffix.size(), suffix.size(), suffix) == 0;
}

bool contains(const std::string& text, const std::string& needle) {
    return text.find(needle) != std::string::npos;
}

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
    if (from.empty()) return text;
    std::size_t at = 0;
    while ((at = text.find(from, at)) != std::string::npos) {
        text.replace(at, from.size(), to);
        at += to.size();
    }
    return text;
}

std::optional<std::int64_t> to_int(const std::string& text) {
    if (text.empty()) return std::nullopt;
    char* end = nullptr;
    long long value = std::strtoll(text.c_str(), &end, 10);
    if (end == nullptr || *end != '\0') return std::nullopt;
    return value;
}

std::int64_t to_int_or(const std::string& text, std::int64_t fallback) {
    return to_int(text).value_or(fallback);
}

std::string html_escape(const std::string& text) {
    std::string result;
    result.reserve(text.size());
    for (char c : text) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            default: result += c;
        }
    }
    return result;
}

std::string url_decode(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            result += ' ';
        } else if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                   hex_digit(text[i + 2]) >= 0) {
            result += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string url_encode(const std::string& text) {
    std::string result;
    for (char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.') {
            result += c;
        } else {
            result += '%' + hex(std::string(1, c));
        }
    }
    return result;
}

Fields parse_form(const std::string& body) {
    Fields fields;
    for (const std::string& pair : split(body, '&')) {
        std::size_t equal = pair.find('=');
        if (equal == std::string::npos) continue;
        fields[url_decode(pair.substr(0, equal))] = url_decode(pair.substr(equal + 1));
    }
    return fields;
}

std::string hex(const std::string& bytes) {
    static const char digits[] = "0123456789abcdef";
    std::string result;
    result.reserve(bytes.size() * 2);
    for (unsigned char c : bytes) {
        result += digits[c >> 4];
        result += digits[c & 15];
    }
    return result;
}

std::string base64(const std::string& bytes) {
    std::string result;
    std::size_t i = 0;
    for (; i + 2 < bytes.size(); i += 3) {
        unsigned value = static_cast<unsigned char>(bytes[i]) << 16 |
                         static_cast<unsigned char>(bytes[i + 1]) << 8 |
                         static_cast<unsigned char>(bytes[i + 2]);
        for (int shift = 18; shift >= 0; shift -= 6) result += kBase64[value >> shift & 63];
    }
    std::size_t rest = bytes.size() - i;
    if (rest > 0) {
        unsigned value = static_cast<unsigned char>(bytes[i]) << 16;
        if (rest == 2) value |= static_cast<unsigned char>(bytes[i + 1]) << 8;
        result += kBase64[value >> 18 & 63];
        result += kBase64[value >> 12 & 63];
        result += rest == 2 ? kBase64[value >> 6 & 63] : '=';
        result += '=';
    }
    return result;
}

std::string random_token(std::size_t length) {
    static const char alphabet[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::random_device device;
    std::uniform_int_distribution<int> pick(0, 35);
    std::string token;
    for (std::size_t i = 0; i < length; ++i) token += alphabet[pick(device)];
    return token;
}

std::string pad_left(const std::string& text, std::size_t width, char fill) {
    return text.size() >= width ? text : std::string(width - text.size(), fill) + text;
}

std::string pad_right(const std::string& text, std::size_t width, char fill) {
    return text.size() >= width ? text : text + std::string(width - text.size(), fill);
}

std::string fill(const std::string& pattern, const Fields& fields) {
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        std::size_t end = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
        if (end != std::string::npos) {
            auto field = fields.find(pattern.substr(i + 1, end - i - 1));
            if (field != fields.end()) {
                result += field->second;
                i = end;
                continue;
            }
        }
        result += pattern[i];
    }
    return result;
}

}  // namespace shop::strings
