int run(n) int n; {
  return undeclared(n);  // want: call run -> undeclared
}
// want: unresolved 3
// want: home undeclared declared old.c
int twice() { return undeclared(1) + undeclared(2); }
// want: count errors 0
int likely(int n) { return __builtin_expect(n, 1); }
// want: external 1
// want: !call likely -> __builtin_expect
