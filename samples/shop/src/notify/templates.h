#pragma once

#include <string>

#include "notify/message.h"

namespace shop::notify {

struct Mail {
    std::string recipient;
    std::string subject;
    std::string body;
};

// False for a template that does not exist.
bool render(const Message& message, Mail& mail);

}  // namespace shop::notify
