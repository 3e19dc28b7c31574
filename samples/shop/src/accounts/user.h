#pragma once

#include <cstdint>
#include <string>

#include "common/clock.h"

namespace shop::accounts {

using UserId = std::int64_t;

enum class Role { customer, staff, admin };

struct User {
    UserId id = 0;
    std::string email;
    std::string name;
    std::string password_hash;
    std::string salt;
    Role role = Role::customer;
    Timestamp created_at = 0;
};

struct Address {
    std::int64_t id = 0;
    UserId user = 0;
    std::string line;
    std::string zip;
    std::string city;
    std::string country;
};

}  // namespace shop::accounts
