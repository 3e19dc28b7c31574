#include "config.h"
int level;
int table[LIMIT];  // want: macro - -> LIMIT
#ifdef HAVE_LOG  // want: macro - -> HAVE_LOG
int logged(void) { return 1; }
#endif
int helper(int n) { return n; }

int compute(int n) {
  RAISE();  // want: macro compute -> RAISE
  // want: global-write compute -> level
  BUMP(level);  // want: global-read compute -> level
  int seen = SQUARE(helper(n));  // want: call compute -> helper
  // want: macro compute -> SQUARE
#if LIMIT > 5  // want: macro compute -> LIMIT
  seen++;
#endif
  return seen + __LINE__;
}

void spin(void) {
  FOREVER { level = 0; }  // want: lifetime endless-loop - in spin
}
// want: unresolved 0
