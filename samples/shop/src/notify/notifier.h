#pragma once

#include "notify/blocking_queue.h"
#include "notify/message.h"

namespace shop::notify {

// The queue between the shop and the mail thread; "emails" in the trigger marks.
BlockingQueue<Message>& emails();

void publish(Message message);

}  // namespace shop::notify
