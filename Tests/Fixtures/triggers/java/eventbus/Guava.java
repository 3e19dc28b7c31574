package shop;

import com.google.common.eventbus.EventBus;

// A bus alone starts nothing.
// want: none
class Guava {
  void send(EventBus bus) { bus.post("x"); }
}
