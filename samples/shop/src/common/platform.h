// Differences between the systems the shop has been run on. Production is Linux;
// two developers still build on macOS. The Windows branch dates from the time the
// tills ran the same code and has not been compiled since 2019.
#pragma once

#if defined(_WIN32)
#include <winsock2.h>
#include <ws2tcpip.h>
#include "platform_win32.h"
using socket_t = SOCKET;
#else
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
using socket_t = int;
#endif

#if defined(SHOP_WITH_OPENSSL)
#include <openssl/ssl.h>
#endif

#if defined(__linux__)
#define SHOP_SEND_FLAGS MSG_NOSIGNAL
#else
#define SHOP_SEND_FLAGS 0
#endif

namespace shop::platform {

constexpr socket_t kInvalidSocket = -1;

// Connects to host:port within timeout_ms; returns kInvalidSocket on failure.
socket_t connect_tcp(const char* host, int port, int timeout_ms);

// Listens on all interfaces. Returns kInvalidSocket if the port is taken.
socket_t listen_tcp(int port, int backlog);

bool send_all(socket_t socket, const char* data, unsigned long size);
void close_socket(socket_t socket);
void set_receive_timeout(socket_t socket, int timeout_ms);

}  // namespace shop::platform
