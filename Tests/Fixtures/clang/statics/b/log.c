typedef int number;
struct state { number n; };
static int depth;
static void emit(int n) { depth = n; }
void log_b(int n) { struct state s; s.n = n; emit(s.n); }  // want: call log_b -> emit
// want: key emit b/log.c|c:log.c@F@emit
// want: key number b/log.c|c:log.c@T@number
// want: key state c:@S@state
