#include "web/session_store.h"

#include "common/config.h"
#include "common/strings.h"

namespace shop::web {

Session SessionStore::open(const std::string& token) {
    std::lock_guard<std::mutex> guard(mutex_);
    auto found = sessions_.find(token);
    if (found != sessions_.end() && found->second.expires_at > clock::now()) return found->second;
    Session session;
    if (!token.empty() && load(token, session)) {
        sessions_[token] = session;
        return session;
    }
    session = Session();
    session.token = strings::random_token(32);
    return session;
}

void SessionStore::save(const Session& session) {
    Session stored = session;
    stored.expires_at =
        clock::now() + Config::instance().get_int("session.minutes", 60) * clock::kMinute;
    std::lock_guard<std::mutex> guard(mutex_);
    sessions_[stored.token] = stored;
    std::int64_t changed =
        db_.execute("UPDATE sessions SET user_id = ?, data = ?, expires_at = ? WHERE token = ?",
                    {stored.user, stored.country, stored.expires_at, stored.token});
    if (changed == 0) {
        db_.execute("INSERT INTO sessions (token, user_id, data, expires_at) VALUES (?, ?, ?, ?)",
                    {stored.token, stored.user, stored.country, stored.expires_at});
    }
}

bool SessionStore::load(const std::string& token, Session& session) {
    db::Rows rows = db_.query(
        "SELECT user_id, data, expires_at FROM sessions WHERE token = ? AND expires_at > ?",
        {token, clock::now()});
    if (rows.empty()) return false;
    session.token = token;
    session.user = rows.first().integer("user_id");
    session.country = rows.first().text("data");
    session.expires_at = rows.first().integer("expires_at");
    return true;
}

std::size_t SessionStore::forget_expired() {
    std::lock_guard<std::mutex> guard(mutex_);
    std::size_t before = sessions_.size();
    for (auto entry = sessions_.begin(); entry != sessions_.end();) {
        entry = entry->second.expires_at < clock::now() ? sessions_.erase(entry) : std::next(entry);
    }
    return before - sessions_.size();
}

std::size_t SessionStore::size() const {
    std::lock_guard<std::mutex> guard(mutex_);
    return sessions_.size();
}

}  // namespace shop::web
