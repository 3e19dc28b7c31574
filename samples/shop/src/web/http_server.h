#pragma once

#include <atomic>
#include <thread>
#include <vector>

#include "notify/blocking_queue.h"
#include "web/http.h"

namespace shop {
struct App;
}

namespace shop::web {

// One accepting thread, a fixed number of workers. Requests for /live/stock leave
// for the feed.
class HttpServer {
public:
    HttpServer(App& app, int workers) : app_(app), workers_(workers) {}

    // Serves until `stop` is set; false if the port is taken.
    bool run(int port, const std::atomic<bool>& stop);

private:
    void work();
    void handle(socket_t socket);

    App& app_;
    int workers_;
    // The queue was written for mails; it has no tie to them.
    notify::BlockingQueue<socket_t> accepted_;
};

}  // namespace shop::web
