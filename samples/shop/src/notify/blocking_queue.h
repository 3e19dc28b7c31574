#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace shop::notify {

template <typename T>
class BlockingQueue {
public:
    void push(T item) {
        {
            std::lock_guard<std::mutex> guard(mutex_);
            items_.push_back(std::move(item));
        }
        ready_.notify_one();
    }

    // Waits for the first item, then takes up to `limit` that are there; empty
    // after `timeout` or close().
    std::vector<T> take(std::size_t limit, std::chrono::milliseconds timeout) {
        std::unique_lock<std::mutex> guard(mutex_);
        ready_.wait_for(guard, timeout, [this] { return closed_ || !items_.empty(); });
        std::vector<T> batch;
        while (!items_.empty() && batch.size() < limit) {
            batch.push_back(std::move(items_.front()));
            items_.pop_front();
        }
        return batch;
    }

    void close() {
        std::lock_guard<std::mutex> guard(mutex_);
        closed_ = true;
        ready_.notify_all();
    }

    bool closed() const {
        std::lock_guard<std::mutex> guard(mutex_);
        return closed_ && items_.empty();
    }

    std::size_t size() const {
        std::lock_guard<std::mutex> guard(mutex_);
        return items_.size();
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<T> items_;
    bool closed_ = false;
};

}  // namespace shop::notify
