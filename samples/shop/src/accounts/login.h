#pragma once

#include "accounts/user.h"
#include "db/connection.h"

namespace shop::accounts {

struct LoginRequest {
    std::string email;
    std::string password;
    std::string remote;  // address of the client, for the lockout
};

enum class LoginStatus { ok, wrong_credentials, locked };

struct LoginResult {
    LoginStatus status = LoginStatus::wrong_credentials;
    UserId user = 0;
    std::string token;
};

// Checks the password, keeps the record of attempts and locks an address out for
// a quarter of an hour after five failures.
LoginResult login(db::Connection& db, const LoginRequest& request);

}  // namespace shop::accounts
