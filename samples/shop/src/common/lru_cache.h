#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace shop {

template <typename Key, typename Value>
class LruCache {
public:
    explicit LruCache(std::size_t capacity) : capacity_(capacity) {}

    std::optional<Value> get(const Key& key) {
        std::lock_guard<std::mutex> guard(mutex_);
        auto found = index_.find(key);
        if (found == index_.end()) {
            ++misses_;
            return std::nullopt;
        }
        ++hits_;
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->second;
    }

    void put(const Key& key, Value value) {
        std::lock_guard<std::mutex> guard(mutex_);
        auto found = index_.find(key);
        if (found != index_.end()) {
            entries_.erase(found->second);
            index_.erase(found);
        }
        entries_.emplace_front(key, std::move(value));
        index_[key] = entries_.begin();
        if (entries_.size() > capacity_) {
            index_.erase(entries_.back().first);
            entries_.pop_back();
        }
    }

    void remove(const Key& key) {
        std::lock_guard<std::mutex> guard(mutex_);
        auto found = index_.find(key);
        if (found == index_.end()) return;
        entries_.erase(found->second);
        index_.erase(found);
    }

    std::size_t hits() const { return hits_; }
    std::size_t misses() const { return misses_; }

private:
    using Entry = std::pair<Key, Value>;

    std::mutex mutex_;
    std::size_t capacity_;
    std::size_t hits_ = 0;
    std::size_t misses_ = 0;
    std::list<Entry> entries_;
    std::unordered_map<Key, typename std::list<Entry>::iterator> index_;
};

}  // namespace shop
