#include "warehouse/warehouse_client.h"

#include "common/platform.h"
#include "common/strings.h"

namespace shop::warehouse {

namespace {

// Their system ends lines as it likes.
std::string trim(std::string text) {
    while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.pop_back();
    return text;
}

}  // namespace

bool parse_counts(const std::string& text, std::vector<Count>& counts) {
    for (const std::string& raw : strings::split(text, '\n')) {
        std::string line = trim(raw);
        if (line == "END") return true;
        std::vector<std::string> parts = strings::split(line, ';');
        auto pieces = parts.size() == 2 ? strings::to_int(parts[1]) : std::nullopt;
        if (!pieces || *pieces < 0) return false;
        counts.push_back({parts[0], *pieces});
    }
    return false;
}

bool fetch_counts(const std::string& host, int port, std::vector<Count>& counts) {
    socket_t socket = platform::connect_tcp(host.c_str(), port, 1500);
    if (socket == platform::kInvalidSocket) return false;
    platform::set_receive_timeout(socket, 3000);
    const std::string request = "CHANGES\n";
    std::string answer;
    if (platform::send_all(socket, request.data(), request.size())) {
        char buffer[2048];
        long received;
        while ((received = recv(socket, buffer, sizeof buffer, 0)) > 0) {
            answer.append(buffer, static_cast<std::size_t>(received));
            if (strings::ends_with(answer, "END\n")) break;
        }
    }
    platform::close_socket(socket);
    return parse_counts(answer, counts);
}

}  // namespace shop::warehouse
