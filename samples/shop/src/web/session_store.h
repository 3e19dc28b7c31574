#pragma once

#include <map>
#include <mutex>
#include <string>

#include "accounts/user.h"
#include "db/connection.h"

namespace shop::web {

struct Session {
    std::string token;
    accounts::UserId user = 0;
    std::string country = "DE";
    std::string notice;  // shown once on the next page
    Timestamp expires_at = 0;
};

// Sessions live in this process. The table is a copy, so that a restart does not
// sign everybody out.
class SessionStore {
public:
    explicit SessionStore(db::Connection& db) : db_(db) {}

    // The session of the cookie, or a new one.
    Session open(const std::string& token);
    void save(const Session& session);
    std::size_t forget_expired();
    std::size_t size() const;

private:
    bool load(const std::string& token, Session& session);

    db::Connection& db_;
    mutable std::mutex mutex_;
    std::map<std::string, Session> sessions_;
};

}  // namespace shop::web
