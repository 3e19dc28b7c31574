#pragma once

#include <string>

#include "common/platform.h"
#include "common/strings.h"

namespace shop::web {

struct Request {
    std::string method;
    std::string path;
    strings::Fields query;
    strings::Fields headers;  // names in lower case
    strings::Fields form;
    std::string body;
    std::string remote;

    std::string header(const std::string& name) const;
    std::string cookie(const std::string& name) const;
    std::string field(const std::string& name) const;  // form before query
};

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    strings::Fields headers;
    std::string body;

    static Response html(std::string body);
    static Response json(std::string body, int status = 200);
    static Response redirect(const std::string& location);
    static Response error(int status, const std::string& text);

    std::string serialize() const;
};

enum class ReadStatus { complete, closed, bad, too_large };

// Reads one request with its body; waits at most the receive timeout of the socket.
ReadStatus read_request(socket_t socket, Request& request);

// The head without the blank line that ends it. False if it is malformed.
bool parse_head(const std::string& head, Request& request);

}  // namespace shop::web
