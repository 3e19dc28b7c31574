#include "search/inverted_index.h"

#include <algorithm>
#include <cmath>

namespace shop::search {

void InvertedIndex::clear() {
    std::lock_guard<std::mutex> guard(mutex_);
    terms_.clear();
    lengths_.clear();
}

void InvertedIndex::add(const std::string& term, std::int64_t product, int weight) {
    std::lock_guard<std::mutex> guard(mutex_);
    terms_[term][product] += weight;
    lengths_[product] += weight;
}

void InvertedIndex::remove(std::int64_t product) {
    std::lock_guard<std::mutex> guard(mutex_);
    for (auto term = terms_.begin(); term != terms_.end();) {
        term->second.erase(product);
        term = term->second.empty() ? terms_.erase(term) : std::next(term);
    }
    lengths_.erase(product);
}

std::vector<Hit> InvertedIndex::find(const std::vector<std::string>& terms,
                                     std::size_t limit) const {
    std::lock_guard<std::mutex> guard(mutex_);
    std::map<std::int64_t, double> scores;
    for (const std::string& term : terms) {
        auto found = terms_.find(term);
        if (found == terms_.end()) continue;
        double rarity = std::log(1.0 + static_cast<double>(lengths_.size()) /
                                           static_cast<double>(found->second.size()));
        for (const auto& posting : found->second) {
            double share = static_cast<double>(posting.second) / lengths_.at(posting.first);
            scores[posting.first] += share * rarity;
        }
    }
    std::vector<Hit> hits;
    for (const auto& score : scores) hits.push_back({score.first, score.second});
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.score > b.score; });
    if (hits.size() > limit) hits.resize(limit);
    return hits;
}

std::vector<std::string> InvertedIndex::terms_with_prefix(const std::string& prefix,
                                                          std::size_t limit) const {
    std::lock_guard<std::mutex> guard(mutex_);
    std::vector<std::string> result;
    for (auto term = terms_.lower_bound(prefix); term != terms_.end() && result.size() < limit; ++term) {
        if (term->first.compare(0, prefix.size(), prefix) != 0) break;
        result.push_back(term->first);
    }
    return result;
}

std::size_t InvertedIndex::term_count() const {
    std::lock_guard<std::mutex> guard(mutex_);
    return terms_.size();
}

}  // namespace shop::search
