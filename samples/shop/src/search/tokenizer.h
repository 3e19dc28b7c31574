#pragma once

#include <string>
#include <vector>

namespace shop::search {

// Words in lower case, without endings and without words that carry no meaning.
std::vector<std::string> tokenize(const std::string& text);

std::string stem(std::string word);

}  // namespace shop::search
