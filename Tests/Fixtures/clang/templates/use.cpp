#include "box.h"
int plain(int n) { return n; }
int overloaded(int n) { return n; }
long overloaded(long n) { return n; }
template <typename T> T many(T t) { return overloaded(t); }
// want: !probable-call many -> overloaded

struct Item { int size() const { return 1; } operator int() const { return 2; } };
int run() {
  Box<int> box;       // want: type run -> Box
  box.put(1);         // want: call run -> Box::put
  Derived<int> d;     // want: type run -> Derived
  d.held = 3;         // want: field run -> Derived::held
  Box<char> letters;
  letters.put('a');   // want: call run -> Box::put
  Item item;
  both<int>(1 ? 1 : plain(2));  // want: call run -> both
  int n = item;       // want: call run -> Item::operator int
  return box.get() + box.as<int>() + n + many(1);  // want: call run -> Box::as
}
// want: home Derived::held defined box.h
// want: unresolved 1
