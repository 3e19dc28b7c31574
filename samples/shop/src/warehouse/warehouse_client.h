#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace shop::warehouse {

struct Count {
    std::string sku;
    std::int64_t on_hand = 0;
};

// One line "SKU;PIECES" for each article that has changed, then "END".
bool parse_counts(const std::string& text, std::vector<Count>& counts);

// Asks the warehouse system for the changes since the last call; false if it
// cannot be reached or answers nonsense.
bool fetch_counts(const std::string& host, int port, std::vector<Count>& counts);

}  // namespace shop::warehouse
