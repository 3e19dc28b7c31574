#pragma once

#include <optional>
#include <vector>

#include "accounts/user.h"
#include "db/connection.h"

namespace shop::accounts {

std::optional<User> find_user(db::Connection& db, UserId id);
std::optional<User> find_user_by_email(db::Connection& db, const std::string& email);
UserId insert_user(db::Connection& db, const User& user);
void update_password(db::Connection& db, UserId id, const std::string& hash,
                     const std::string& salt);

std::vector<Address> addresses_of(db::Connection& db, UserId user);
std::int64_t insert_address(db::Connection& db, const Address& address);
void remove_address(db::Connection& db, UserId user, std::int64_t address);

}  // namespace shop::accounts
