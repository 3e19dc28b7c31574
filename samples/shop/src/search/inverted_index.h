#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace shop::search {

struct Hit {
    std::int64_t product = 0;
    double score = 0;
};

// Term -> products with weights. Scores are tf-idf sums; hits with equal scores
// come in the order of their numbers.
class InvertedIndex {
public:
    void clear();
    void add(const std::string& term, std::int64_t product, int weight);
    void remove(std::int64_t product);

    std::vector<Hit> find(const std::vector<std::string>& terms, std::size_t limit) const;
    std::vector<std::string> terms_with_prefix(const std::string& prefix, std::size_t limit) const;
    std::size_t term_count() const;

private:
    using Postings = std::map<std::int64_t, int>;

    mutable std::mutex mutex_;
    std::map<std::string, Postings> terms_;
    std::map<std::int64_t, int> lengths_;
};

}  // namespace shop::search
