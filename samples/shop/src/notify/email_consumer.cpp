#include "notify/email_consumer.h"

#include "common/clock.h"
#include "common/log.h"
#include "common/strings.h"
#include "notify/notifier.h"
#include "notify/smtp_client.h"

namespace shop::notify {

namespace {

bool valid_email(const std::string& email) {
    std::vector<std::string> parts = strings::split(email, '@');
    return parts.size() == 2 && !parts[0].empty() && strings::contains(parts[1], ".");
}

std::string deliver(const MailSettings& settings, const Message& message) {
    Mail mail;
    if (!valid_email(message.recipient)) return "bad address";
    if (!render(message, mail)) return "no such template";
    if (settings.dry_run) {
        log::info("mail to %s: %s", mail.recipient.c_str(), mail.subject.c_str());
        return "";
    }
    return SmtpClient(settings.host, settings.port).send(mail);
}

}  // namespace

// Returns how many mails of the batch were delivered; failures are logged in
// email_log and tried again by hand.
int consume_emails(db::Connection& db, const MailSettings& settings,
                   const std::vector<Message>& batch) {
    int delivered = 0;
    for (const Message& message : batch) {
        std::string complaint = deliver(settings, message);
        db.execute(
            "INSERT INTO email_log (recipient, template, status, sent_at) VALUES (?, ?, ?, ?)",
            {message.recipient, message.message_template, complaint.empty() ? "sent" : complaint,
             clock::now()});
        if (complaint.empty()) {
            ++delivered;
        } else {
            log::warning("mail to %s: %s", message.recipient.c_str(), complaint.c_str());
        }
    }
    return delivered;
}

void run_mail_thread(db::Connection& db, const MailSettings& settings) {
    while (!emails().closed()) {
        std::vector<Message> batch = emails().take(10, std::chrono::milliseconds(500));
        if (!batch.empty()) consume_emails(db, settings, batch);
    }
}

}  // namespace shop::notify
