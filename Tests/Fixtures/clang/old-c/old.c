int run(n) int n; {
  return undeclared(n);  // want: call run -> undeclared
}
// want: unresolved 3
// want: home undeclared declared old.c
int twice() { return undeclared(1) + undeclared(2); }
// want: count errors 0
