#include "payments/provider_client.h"

#include <stdexcept>

#include "common/log.h"
#include "common/platform.h"
#include "common/strings.h"

namespace shop::payments {

namespace {

constexpr int kConnectTimeoutMs = 2000;
constexpr int kReadTimeoutMs = 8000;

int status_of(const std::string& response) {
    std::size_t space = response.find(' ');
    if (space == std::string::npos) return 0;
    return static_cast<int>(strings::to_int_or(response.substr(space + 1, 3), 0));
}

}  // namespace

Result<Json> ProviderClient::post(const std::string& path, const Json& body) {
    std::string content = body.dump();
    auto response = exchange("POST " + path + " HTTP/1.1\r\nHost: " + host_ +
                             "\r\nContent-Type: application/json\r\nContent-Length: " +
                             std::to_string(content.size()) + "\r\nConnection: close\r\n\r\n" + content);
    if (!response) return Failure{response.reason()};
    int status = status_of(response.value());
    if (status < 200 || status > 299) {
        return Failure{"gateway answered " + std::to_string(status)};
    }
    std::size_t start = response->find("\r\n\r\n");
    if (start == std::string::npos) return Failure{"gateway sent no body"};
    try {
        return Json::parse(response->substr(start + 4));
    } catch (const std::invalid_argument& error) {
        log::error("gateway: %s", error.what());
        return Failure{"gateway sent no JSON"};
    }
}

Result<std::string> ProviderClient::exchange(const std::string& request) {
    socket_t socket = platform::connect_tcp(host_.c_str(), port_, kConnectTimeoutMs);
    if (socket == platform::kInvalidSocket) return Failure{"gateway cannot be reached"};
    platform::set_receive_timeout(socket, kReadTimeoutMs);
    std::string response;
    if (platform::send_all(socket, request.data(), request.size())) {
        char buffer[4096];
        long received;
        while ((received = recv(socket, buffer, sizeof buffer, 0)) > 0) {
            response.append(buffer, static_cast<std::size_t>(received));
        }
    }
    platform::close_socket(socket);
    if (response.empty()) return Failure{"gateway sent nothing"};
    return response;
}

}  // namespace shop::payments
