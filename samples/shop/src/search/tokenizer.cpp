#include "search/tokenizer.h"

#include <algorithm>
#include <cctype>

namespace shop::search {

namespace {

const char* const kStopWords[] = {"a",  "an", "and", "are", "for", "from", "in",
                                  "is", "of", "on",  "or",  "the", "to",   "with"};

// The one in common/strings.h copies its argument.
void lower(std::string& word) {
    for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool ends_with(const std::string& word, const std::string& ending) {
    return word.size() > ending.size() + 2 &&
           word.compare(word.size() - ending.size(), ending.size(), ending) == 0;
}

bool is_stop_word(const std::string& word) {
    return std::any_of(std::begin(kStopWords), std::end(kStopWords),
                       [&](const char* stop) { return word == stop; });
}

void take(std::string& word, std::vector<std::string>& words) {
    lower(word);
    if (!word.empty() && !is_stop_word(word)) words.push_back(stem(word));
    word.clear();
}

}  // namespace

std::string stem(std::string word) {
    static const char* const endings[] = {"ings", "ing", "ies", "es", "s"};
    for (const char* ending : endings) {
        if (!ends_with(word, ending)) continue;
        word.resize(word.size() - std::string(ending).size());
        if (std::string(ending) == "ies") word += 'y';
        break;
    }
    return word;
}

std::vector<std::string> tokenize(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) {
            word += c;
        } else {
            take(word, words);
        }
    }
    take(word, words);
    return words;
}

}  // namespace shop::search
