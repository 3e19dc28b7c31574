#include "ae.h"
#include <event2/event.h>
#include <uv.h>

// want: implied schedule -> beat
static int beat(aeEventLoop *loop, long long id, void *data) { return 100; }

// want: implied schedule -> sweep
static void sweep(int fd, short what, void *data) {}

// want: implied schedule -> refresh period=60
static void refresh(uv_timer_t *timer) {}

static void incoming(int fd, short what, void *data) {}

void start(void) {
  aeCreateTimeEvent(loop, 1, beat, 0, 0);
  event_new(base, -1, EV_PERSIST, sweep, 0);
  uv_timer_start(&timer, refresh, 0, 60000);
  // What comes in is no timer.
  // want: !schedule -> incoming
  // want: total 3
  event_new(base, fd, EV_READ, incoming, 0);
}
