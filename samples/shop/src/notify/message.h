#pragma once

#include <map>
#include <string>

namespace shop::notify {

struct Message {
    std::string recipient;
    std::string message_template;
    std::map<std::string, std::string> fields;
};

}  // namespace shop::notify
