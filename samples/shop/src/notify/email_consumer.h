#pragma once

#include <vector>

#include "db/connection.h"
#include "notify/message.h"

namespace shop::notify {

struct MailSettings {
    std::string host;
    int port = 25;
    bool dry_run = true;  // write to the log instead of sending
};

#if defined(__clang__)
__attribute__((annotate("trigger:queue source=emails batch=10")))
#endif
int consume_emails(db::Connection& db, const MailSettings& settings,
                   const std::vector<Message>& batch);

// Body of the mail thread: feeds consume_emails until the queue is closed.
void run_mail_thread(db::Connection& db, const MailSettings& settings);

}  // namespace shop::notify
