#pragma once

#include "accounts/user.h"
#include "common/result.h"
#include "db/connection.h"

namespace shop::accounts {

struct Registration {
    std::string email;
    std::string name;
    std::string password;
};

Result<UserId> register_user(db::Connection& db, const Registration& registration);
Result<UserId> change_password(db::Connection& db, UserId id, const std::string& current,
                               const std::string& wanted);

// Empty if the address can be delivered to, else what is wrong with it.
std::string address_complaint(const Address& address);

}  // namespace shop::accounts
