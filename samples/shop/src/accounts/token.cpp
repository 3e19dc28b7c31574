#include "accounts/token.h"

#include <cstdlib>

#include "accounts/password.h"
#include "common/strings.h"

namespace shop::accounts {

namespace {

std::string secret() {
    const char* value = std::getenv("SHOP_TOKEN_SECRET");
    return value != nullptr ? value : "development-only";
}

}  // namespace

std::string sign_token(UserId user, Timestamp expires_at) {
    std::string payload = std::to_string(user) + "." + std::to_string(expires_at);
    return payload + "." + toy_password_hash(payload, secret()).substr(0, 32);
}

std::optional<UserId> verify_token(const std::string& token, Timestamp now) {
    std::vector<std::string> parts = strings::split(token, '.');
    if (parts.size() != 3) return std::nullopt;
    UserId user = strings::to_int_or(parts[0], 0);
    Timestamp expires_at = strings::to_int_or(parts[1], 0);
    if (user <= 0 || expires_at <= now) return std::nullopt;
    if (!same_text(sign_token(user, expires_at), token)) return std::nullopt;
    return user;
}

}  // namespace shop::accounts
