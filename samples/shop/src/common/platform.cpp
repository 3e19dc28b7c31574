#include "common/platform.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#if !defined(_WIN32)
#include <fcntl.h>
#include <sys/time.h>
#endif

namespace shop::platform {

namespace {

bool wait_connected(socket_t socket, int timeout_ms) {
    pollfd entry{};
    entry.fd = socket;
    entry.events = POLLOUT;
    if (poll(&entry, 1, timeout_ms) <= 0) return false;
    int error = 0;
    socklen_t length = sizeof error;
    getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &length);
    return error == 0;
}

}  // namespace

socket_t connect_tcp(const char* host, int port, int timeout_ms) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    char service[16];
    std::snprintf(service, sizeof service, "%d", port);
    addrinfo* found = nullptr;
    if (getaddrinfo(host, service, &hints, &found) != 0) return kInvalidSocket;

    socket_t result = kInvalidSocket;
    for (addrinfo* entry = found; entry != nullptr; entry = entry->ai_next) {
        socket_t candidate = socket(entry->ai_family, entry->ai_socktype, entry->ai_protocol);
        if (candidate == kInvalidSocket) continue;
        int flags = fcntl(candidate, F_GETFL, 0);
        fcntl(candidate, F_SETFL, flags | O_NONBLOCK);
        int rc = connect(candidate, entry->ai_addr, entry->ai_addrlen);
        bool connected = rc == 0 || (errno == EINPROGRESS && wait_connected(candidate, timeout_ms));
        fcntl(candidate, F_SETFL, flags);
        if (connected) {
            result = candidate;
            break;
        }
        close_socket(candidate);
    }
    freeaddrinfo(found);
    return result;
}

socket_t listen_tcp(int port, int backlog) {
    socket_t listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener == kInvalidSocket) return kInvalidSocket;
    int yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);

    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(static_cast<unsigned short>(port));
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        listen(listener, backlog) != 0) {
        close_socket(listener);
        return kInvalidSocket;
    }
    return listener;
}

bool send_all(socket_t socket, const char* data, unsigned long size) {
    while (size > 0) {
        long sent = send(socket, data, size, SHOP_SEND_FLAGS);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        data += sent;
        size -= static_cast<unsigned long>(sent);
    }
    return true;
}

void close_socket(socket_t socket) {
#if defined(_WIN32)
    closesocket(socket);
#else
    close(socket);
#endif
}

void set_receive_timeout(socket_t socket, int timeout_ms) {
    timeval value{};
    value.tv_sec = timeout_ms / 1000;
    value.tv_usec = (timeout_ms % 1000) * 1000;
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &value, sizeof value);
}

}  // namespace shop::platform
