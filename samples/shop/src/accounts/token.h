#pragma once

#include <optional>
#include <string>

#include "accounts/user.h"

namespace shop::accounts {

// A signed statement "this is user N until T", so that the mobile app needs no
// server-side session. The secret comes from the environment (SHOP_TOKEN_SECRET).
std::string sign_token(UserId user, Timestamp expires_at);

// The user of a valid token that has not expired.
std::optional<UserId> verify_token(const std::string& token, Timestamp now);

}  // namespace shop::accounts
