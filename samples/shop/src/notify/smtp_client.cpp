#include "notify/smtp_client.h"

#include "common/clock.h"
#include "common/platform.h"
#include "common/strings.h"

namespace shop::notify {

namespace {

std::string read_reply(socket_t socket) {
    std::string reply;
    char c = 0;
    while (recv(socket, &c, 1, 0) == 1) {
        reply += c;
        if (c != '\n') continue;
        std::size_t line = reply.rfind('\n', reply.size() - 2);
        line = line == std::string::npos ? 0 : line + 1;
        if (reply.size() > line + 3 && reply[line + 3] != '-') break;  // last line of a reply
    }
    return reply;
}

// Lines that start with a dot would end the message.
std::string stuffed(const std::string& body) {
    return strings::replace_all(strings::replace_all(body, "\n.", "\n.."), "\n", "\r\n");
}

}  // namespace

std::string SmtpClient::send(const Mail& mail) {
    socket_t socket = platform::connect_tcp(host_.c_str(), port_, 3000);
    if (socket == platform::kInvalidSocket) return "relay cannot be reached";
    platform::set_receive_timeout(socket, 10000);
    const std::string steps[] = {
        "",
        "HELO shop\r\n",
        "MAIL FROM:<shop@nordlicht.example>\r\n",
        "RCPT TO:<" + mail.recipient + ">\r\n",
        "DATA\r\n",
        "Date: " + clock::http_date(clock::now()) + "\r\nTo: " + mail.recipient +
            "\r\nSubject: " + mail.subject + "\r\n\r\n" + stuffed(mail.body) + "\r\n.\r\n",
    };
    std::string complaint;
    for (const std::string& step : steps) {
        if (!step.empty() && !platform::send_all(socket, step.data(), step.size())) {
            complaint = "connection lost";
            break;
        }
        std::string reply = read_reply(socket);
        if (reply.empty() || (reply[0] != '2' && reply[0] != '3')) {
            complaint = reply.empty() ? "no answer" : strings::trim(reply);
            break;
        }
    }
    platform::close_socket(socket);
    return complaint;
}

}  // namespace shop::notify
