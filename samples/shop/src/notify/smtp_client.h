#pragma once

#include <string>

#include "notify/templates.h"

namespace shop::notify {

// Hands one mail to the relay of the house; no TLS, no authentication, same rack.
class SmtpClient {
public:
    SmtpClient(std::string host, int port) : host_(std::move(host)), port_(port) {}

    // Empty if the relay has taken the mail, else its complaint.
    std::string send(const Mail& mail);

private:
    std::string host_;
    int port_;
};

}  // namespace shop::notify
