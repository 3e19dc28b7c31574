#include "web/http_server.h"

#include "common/log.h"
#include "live/stock_feed.h"
#include "web/router.h"

namespace shop::web {

namespace {

constexpr int kReadTimeoutMs = 5000;

std::string address_of(const sockaddr_in& peer) {
    char text[INET_ADDRSTRLEN] = "";
    inet_ntop(AF_INET, &peer.sin_addr, text, sizeof text);
    return text;
}

std::string remote_of(socket_t socket) {
    sockaddr_in peer{};
    socklen_t length = sizeof peer;
    if (getpeername(socket, reinterpret_cast<sockaddr*>(&peer), &length) != 0) return "";
    return address_of(peer);
}

}  // namespace

bool HttpServer::run(int port, const std::atomic<bool>& stop) {
    socket_t listener = platform::listen_tcp(port, 128);
    if (listener == platform::kInvalidSocket) return false;
    std::vector<std::thread> threads;
    for (int i = 0; i < workers_; ++i) threads.emplace_back([this] { work(); });
    log::info("listening on port %d", port);
    while (!stop) {
        pollfd entry{listener, POLLIN, 0};
        if (poll(&entry, 1, 200) <= 0) continue;
        socket_t socket = accept(listener, nullptr, nullptr);
        if (socket != platform::kInvalidSocket) accepted_.push(socket);
    }
    accepted_.close();
    for (std::thread& thread : threads) thread.join();
    platform::close_socket(listener);
    return true;
}

void HttpServer::work() {
    while (!accepted_.closed()) {
        for (socket_t socket : accepted_.take(1, std::chrono::milliseconds(500))) handle(socket);
    }
}

void HttpServer::handle(socket_t socket) {
    platform::set_receive_timeout(socket, kReadTimeoutMs);
    Request request;
    Response response;
    switch (read_request(socket, request)) {
        case ReadStatus::closed: platform::close_socket(socket); return;
        case ReadStatus::bad: response = Response::error(400, "Bad request."); break;
        case ReadStatus::too_large: response = Response::error(413, "Too large."); break;
        case ReadStatus::complete:
            request.remote = remote_of(socket);
            if (request.path == "/live/stock" && !request.header("sec-websocket-key").empty()) {
                live::join_feed(socket, request.header("sec-websocket-key"));
                return;
            }
            response = dispatch(app_, request);
            break;
    }
    std::string bytes = response.serialize();
    platform::send_all(socket, bytes.data(), bytes.size());
    platform::close_socket(socket);
}

}  // namespace shop::web
