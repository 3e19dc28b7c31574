#include "web/http.h"

#include <sstream>

namespace shop::web {

namespace {

constexpr std::size_t kMaxHead = 16 * 1024;
constexpr std::size_t kMaxBody = 24 * 1024 * 1024;

const char* reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 204: return "No Content";
        case 303: return "See Other";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 413: return "Content Too Large";
        case 423: return "Locked";
        default: return status < 500 ? "Request Failed" : "Server Error";
    }
}

std::string lookup(const strings::Fields& fields, const std::string& name) {
    auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

}  // namespace

std::string Request::header(const std::string& name) const { return lookup(headers, name); }

std::string Request::field(const std::string& name) const {
    auto found = form.find(name);
    return found != form.end() ? found->second : lookup(query, name);
}

std::string Request::cookie(const std::string& name) const {
    for (const std::string& part : strings::split(header("cookie"), ';')) {
        std::string pair = strings::trim(part);
        if (strings::starts_with(pair, name + "=")) return pair.substr(name.size() + 1);
    }
    return "";
}

Response Response::html(std::string body) {
    Response response;
    response.body = std::move(body);
    return response;
}

Response Response::json(std::string body, int status) {
    Response response;
    response.status = status;
    response.type = "application/json";
    response.body = std::move(body);
    return response;
}

Response Response::redirect(const std::string& location) {
    Response response;
    response.status = 303;
    response.headers["Location"] = location;
    return response;
}

Response Response::error(int status, const std::string& text) {
    Response response;
    response.status = status;
    response.type = "text/plain; charset=utf-8";
    response.body = text + "\n";
    return response;
}

std::string Response::serialize() const {
    std::string head = "HTTP/1.1 " + std::to_string(status) + " " + reason_of(status) + "\r\n";
    head += "Content-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    for (const auto& header : headers) head += header.first + ": " + header.second + "\r\n";
    return head + "Connection: close\r\n\r\n" + body;
}

bool parse_head(const std::string& head, Request& request) {
    std::istringstream lines(head);
    std::string target, version, line;
    if (!(lines >> request.method >> target >> version)) return false;
    if (!strings::starts_with(version, "HTTP/1.") || target[0] != '/') return false;
    std::size_t question = target.find('?');
    request.path = strings::url_decode(target.substr(0, question));
    if (question != std::string::npos) request.query = strings::parse_form(target.substr(question + 1));
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::size_t colon = line.find(':');
        if (colon == std::string::npos) continue;
        request.headers[strings::lower(line.substr(0, colon))] = strings::trim(line.substr(colon + 1));
    }
    return true;
}

ReadStatus read_request(socket_t socket, Request& request) {
    std::string data;
    std::size_t end;
    char buffer[8192];
    while ((end = data.find("\r\n\r\n")) == std::string::npos) {
        if (data.size() > kMaxHead) return ReadStatus::too_large;
        long received = recv(socket, buffer, sizeof buffer, 0);
        if (received <= 0) return ReadStatus::closed;
        data.append(buffer, static_cast<std::size_t>(received));
    }
    if (!parse_head(data.substr(0, end), request)) return ReadStatus::bad;
    std::int64_t length = strings::to_int_or(request.header("content-length"), 0);
    if (length < 0) return ReadStatus::bad;
    if (static_cast<std::size_t>(length) > kMaxBody) return ReadStatus::too_large;
    request.body = data.substr(end + 4);
    while (request.body.size() < static_cast<std::size_t>(length)) {
        long received = recv(socket, buffer, sizeof buffer, 0);
        if (received <= 0) return ReadStatus::closed;
        request.body.append(buffer, static_cast<std::size_t>(received));
    }
    if (strings::starts_with(request.header("content-type"), "application/x-www-form-urlencoded")) {
        request.form = strings::parse_form(request.body);
    }
    return ReadStatus::complete;
}

}  // namespace shop::web
