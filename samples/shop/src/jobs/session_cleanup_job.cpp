#include "jobs/jobs.h"
#include "shop.h"

namespace shop::jobs {

// Started by deploy/systemd/shop-session-cleanup.timer.
int delete_expired_sessions(db::Connection& db) {
    int deleted = static_cast<int>(
        db.execute("DELETE FROM sessions WHERE expires_at < ?", {clock::now()}));
    // From the time when this ran inside the server; a job has no sessions in memory.
    if (g_app != nullptr) g_app->sessions.forget_expired();
    Timestamp month_ago = clock::now() - 30 * clock::kDay;
    for (const db::Row& row : db.query(
             "SELECT id FROM carts WHERE user_id IS NULL AND updated_at < ?", {month_ago})) {
        db.execute("DELETE FROM cart_items WHERE cart_id = ?", {row.integer("id")});
        db.execute("DELETE FROM carts WHERE id = ?", {row.integer("id")});
        ++deleted;
    }
    return deleted;
}

}  // namespace shop::jobs
