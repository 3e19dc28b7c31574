#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "common/platform.h"

namespace shop::live {

// Tells everyone on the feed how many pieces of a product are left. Does nothing
// in processes that have no feed (jobs, reports).
void publish_stock(std::int64_t product, std::int64_t available);

// Answers the handshake of a browser and keeps the connection; the feed owns the
// socket from then on.
void join_feed(socket_t socket, const std::string& client_key);

// Body of the feed thread.
void serve_feed(const std::atomic<bool>& stop);

std::size_t feed_size();

}  // namespace shop::live
