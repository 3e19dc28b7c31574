#pragma once

#include <string>
#include <type_traits>
#include <vector>

namespace shop::csv {

inline std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

inline std::string cell(const char* text) { return cell(std::string(text)); }

template <typename T, typename = std::enable_if_t<std::is_integral_v<T>>>
std::string cell(T number) {
    return std::to_string(number);
}

template <typename First, typename... Rest>
std::string row(const First& first, const Rest&... rest) {
    std::string line = cell(first);
    ((line += ',', line += cell(rest)), ...);
    return line + "\n";
}

inline std::vector<std::string> parse_line(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        char c = line[i];
        if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += line[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

}  // namespace shop::csv
