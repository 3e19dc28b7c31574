#include "accounts/login.h"

#include "accounts/account_repository.h"
#include "accounts/password.h"
#include "accounts/token.h"
#include "common/strings.h"

namespace shop::accounts {

namespace {

constexpr std::int64_t kMaxFailures = 5;
constexpr Timestamp kLockout = 15 * clock::kMinute;
constexpr Timestamp kTokenLife = 30 * clock::kDay;
constexpr Timestamp kKeepAttempts = 90 * clock::kDay;

bool locked_out(db::Connection& db, const std::string& email, Timestamp now) {
    db::Rows rows = db.query(
        "SELECT COUNT(*) AS failures FROM login_attempts "
        "WHERE email = ? AND succeeded = 0 AND created_at > ?",
        {email, now - kLockout});
    return rows.first().integer("failures") >= kMaxFailures;
}

void record_attempt(db::Connection& db, const LoginRequest& request, const std::string& email,
                    bool succeeded, Timestamp now) {
    db.execute(
        "INSERT INTO login_attempts (email, succeeded, remote, created_at) VALUES (?, ?, ?, ?)",
        {email, succeeded ? 1 : 0, request.remote, now});
}

// A successful login ends the lockout and drops what the privacy rules forbid to keep.
void forget_failures(db::Connection& db, const std::string& email, Timestamp now) {
    db.execute("DELETE FROM login_attempts WHERE email = ? AND succeeded = 0", {email});
    db.execute("DELETE FROM login_attempts WHERE created_at < ?", {now - kKeepAttempts});
}

}  // namespace

// Web customers stay signed in for weeks, so this runs about once in two minutes.
// @trigger http method=POST path=/login rps=0.01 duration_ms=80
LoginResult login(db::Connection& db, const LoginRequest& request) {
    LoginResult result;
    Timestamp now = clock::now();
    std::string email = strings::lower(strings::trim(request.email));
    if (locked_out(db, email, now)) {
        result.status = LoginStatus::locked;
        return result;
    }
    auto user = find_user_by_email(db, email);
    // Hash even for unknown addresses, so that the time tells nothing.
    std::string salt = user ? user->salt : "unknown";
    std::string expected = user ? user->password_hash : "";
    bool matches = password_matches(request.password, salt, expected);
    record_attempt(db, request, email, matches, now);
    if (!matches) return result;

    forget_failures(db, email, now);
    result.status = LoginStatus::ok;
    result.user = user->id;
    result.token = sign_token(user->id, now + kTokenLife);
    return result;
}

}  // namespace shop::accounts
