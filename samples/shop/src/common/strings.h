#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace shop::strings {

using Fields = std::map<std::string, std::string>;

std::string trim(const std::string& text);
std::string lower(std::string text);
std::vector<std::string> split(const std::string& text, char separator);
std::string join(const std::vector<std::string>& parts, const std::string& separator);
bool starts_with(const std::string& text, const std::string& prefix);
bool ends_with(const std::string& text, const std::string& suffix);
bool contains(const std::string& text, const std::string& needle);
std::string replace_all(std::string text, const std::string& from, const std::string& to);
std::optional<std::int64_t> to_int(const std::string& text);
std::int64_t to_int_or(const std::string& text, std::int64_t fallback);

std::string html_escape(const std::string& text);
std::string url_decode(const std::string& text);
std::string url_encode(const std::string& text);
Fields parse_form(const std::string& body);

std::string hex(const std::string& bytes);
std::string base64(const std::string& bytes);
std::string random_token(std::size_t length);
std::string pad_left(const std::string& text, std::size_t width, char fill = ' ');
std::string pad_right(const std::string& text, std::size_t width, char fill = ' ');

// Replaces {name} by the field of that name; unknown names stay as they are.
std::string fill(const std::string& pattern, const Fields& fields);

}  // namespace shop::strings
