#include "notify/templates.h"

#include "common/strings.h"

namespace shop::notify {

namespace {

struct Template {
    const char* name;
    const char* subject;
    const char* body;
};

constexpr Template kTemplates[] = {
    {"welcome", "Welcome to Nordlicht Outdoor",
     "Hello {name},\n\nyour account is ready. Have a good time outdoors!\n"},
    {"password_changed", "Your password has been changed",
     "Hello {name},\n\nyour password has been changed. If that was not you, please call us.\n"},
    {"order_confirmed", "Your order {number}",
     "Hello {name},\n\nthank you for your order {number} of {total}.\n\n{invoice}"},
    {"order_shipped", "Your order {number} is on its way",
     "Hello {name},\n\nyour order {number} has left our warehouse.\n"},
    {"order_cancelled", "Your order {number} has been cancelled",
     "Hello {name},\n\nyour order {number} has been cancelled.\n"},
    {"order_refunded", "Refund for your order {number}",
     "Hello {name},\n\nwe have returned {total} for your order {number}.\n"},
};

}  // namespace

bool render(const Message& message, Mail& mail) {
    for (const Template& candidate : kTemplates) {
        if (message.message_template != candidate.name) continue;
        mail.recipient = message.recipient;
        mail.subject = strings::fill(candidate.subject, message.fields);
        mail.body = strings::fill(candidate.body, message.fields);
        return true;
    }
    return false;
}

}  // namespace shop::notify
