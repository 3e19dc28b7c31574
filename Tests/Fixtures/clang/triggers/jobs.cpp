#include "jobs.h"
#define TRIGGER(text) __attribute__((annotate("trigger:" text)))
// @trigger schedule cron="0 4 * * *"
// exclusive=true
#ifdef __GNUC__
__attribute__((noinline))
#endif
void nightly(void) {}  // want: trigger schedule comment on nightly cron=0 4 * * * exclusive=true
int create_order(int n) { return n; }
// want: !trigger http attribute on create_order method=POST path=/orders

TRIGGER("queue name=mails") static void mail() {}  // want: trigger queue attribute on mail name=mails

class Api {
 public:
  /// \trigger{http method=GET path=/items}
  int items();  // want: trigger http comment on Api::items method=GET path=/items
};
int Api::items() { mail(); return 1; }

// @trigger cli
int state = 1;
void after_state() {}
// want: !trigger cli comment on after_state
// want: trigger cli comment on nothing

/* @trigger nonsense */
void odd() {}
// want: diagnostic malformed-trigger
// want: diagnostic unattached-trigger

#if 0
// @trigger none
void off();
#endif
