#include "live/stock_feed.h"

#include <map>
#include <mutex>
#include <vector>

#include "common/clock.h"
#include "common/json.h"
#include "common/log.h"
#include "live/websocket.h"

namespace shop::live {

namespace {

struct Client {
    std::string buffer;
    Timestamp last_seen = 0;
};

std::mutex g_mutex;
std::map<socket_t, Client> g_clients;
std::atomic<long> g_published{0};

constexpr Timestamp kPingAfter = 30;
constexpr Timestamp kDropAfter = 90;
constexpr int kPollMs = 250;

void drop(socket_t socket) {
    g_clients.erase(socket);
    platform::close_socket(socket);
}

bool send_frame(socket_t socket, Opcode opcode, const std::string& payload) {
    std::string frame = encode_frame(opcode, payload);
    return platform::send_all(socket, frame.data(), frame.size());
}

// False if the connection is to be closed.
bool receive(socket_t socket, Client& client) {
    char bytes[1024];
    long received = recv(socket, bytes, sizeof bytes, 0);
    if (received <= 0) return false;
    client.last_seen = clock::now();
    client.buffer.append(bytes, static_cast<std::size_t>(received));
    Opcode opcode;
    std::string payload;
    while (decode_frame(client.buffer, opcode, payload)) {
        if (opcode == Opcode::close) return false;
        if (opcode == Opcode::ping && !send_frame(socket, Opcode::pong, payload)) return false;
    }
    return true;
}

// A housekeeping tick, not a job of its own.
// @trigger none
void heartbeat(Timestamp now) {
    std::vector<socket_t> silent;
    for (auto& entry : g_clients) {
        Timestamp quiet = now - entry.second.last_seen;
        if (quiet > kDropAfter || (quiet > kPingAfter && !send_frame(entry.first, Opcode::ping, ""))) {
            silent.push_back(entry.first);
        }
    }
    for (socket_t socket : silent) drop(socket);
}

}  // namespace

void publish_stock(std::int64_t product, std::int64_t available) {
    std::string text = Json::object({{"product", product}, {"available", available}}).dump();
    std::lock_guard<std::mutex> guard(g_mutex);
    ++g_published;
    std::vector<socket_t> lost;
    for (auto& entry : g_clients) {
        if (!send_frame(entry.first, Opcode::text, text)) lost.push_back(entry.first);
    }
    for (socket_t socket : lost) drop(socket);
}

void join_feed(socket_t socket, const std::string& client_key) {
    std::string response = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                           "Connection: Upgrade\r\nSec-WebSocket-Accept: " +
                           accept_key(client_key) + "\r\n\r\n";
    if (!platform::send_all(socket, response.data(), response.size())) {
        platform::close_socket(socket);
        return;
    }
    std::lock_guard<std::mutex> guard(g_mutex);
    g_clients[socket].last_seen = clock::now();
}

// Some hundred browsers stay connected for as long as their tab is open.
// @trigger duplex name=stock-feed path=/live/stock concurrency=500
void serve_feed(const std::atomic<bool>& stop) {
    Timestamp last_beat = clock::now();
    while (!stop) {
        std::vector<pollfd> entries;
        {
            std::lock_guard<std::mutex> guard(g_mutex);
            for (auto& client : g_clients) entries.push_back({client.first, POLLIN, 0});
        }
        if (poll(entries.data(), entries.size(), kPollMs) < 0) continue;
        std::lock_guard<std::mutex> guard(g_mutex);
        for (const pollfd& entry : entries) {
            auto client = g_clients.find(entry.fd);
            if (client == g_clients.end() || entry.revents == 0) continue;
            if (!receive(entry.fd, client->second)) drop(entry.fd);
        }
        if (clock::now() - last_beat >= kPingAfter) {
            last_beat = clock::now();
            heartbeat(last_beat);
        }
    }
    std::lock_guard<std::mutex> guard(g_mutex);
    while (!g_clients.empty()) drop(g_clients.begin()->first);
    log::info("stock feed ends, %ld messages", g_published.load());
}

std::size_t feed_size() {
    std::lock_guard<std::mutex> guard(g_mutex);
    return g_clients.size();
}

}  // namespace shop::live
