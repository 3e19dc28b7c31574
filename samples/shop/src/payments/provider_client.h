#pragma once

#include <string>

#include "common/json.h"
#include "common/result.h"

namespace shop::payments {

// Speaks HTTP/1.1 with the payment gateway (a TLS proxy sits in between).
class ProviderClient {
public:
    ProviderClient(std::string host, int port) : host_(std::move(host)), port_(port) {}

    Result<Json> post(const std::string& path, const Json& body);

private:
    Result<std::string> exchange(const std::string& request);

    std::string host_;
    int port_;
};

}  // namespace shop::payments
