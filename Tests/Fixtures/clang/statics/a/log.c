#include "log.h"
static int depth;
static void emit(int n) { depth = n; }
void log_a(int n) { emit(n); }  // want: call log_a -> emit
// want: key emit a/log.c|c:log.c@F@emit
// want: key depth a/log.c|c:log.c@depth
