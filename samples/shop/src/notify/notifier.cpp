#include "notify/notifier.h"

namespace shop::notify {

BlockingQueue<Message>& emails() {
    static BlockingQueue<Message> queue;
    return queue;
}

void publish(Message message) { emails().push(std::move(message)); }

}  // namespace shop::notify
