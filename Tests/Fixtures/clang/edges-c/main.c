#include "types.h"  // want: include types.h -> types.h
#include <stdio.h>  // want: include-external stdio.h

int total;  // want: declare variable total definition mutableState
static const int limits[] = {1, 2};  // want: declare variable limits definition fileLocal
static int buffer[4];
static int *cursor = buffer;  // want: address - -> buffer
static struct point home = {.x = 1, .y = 2};  // want: field - -> point::x

struct hidden { int secret; };  // want: declare type hidden definition
// want: home hidden defined main.c

static int twice(int n) { return n * 2; }  // want: declare function twice definition fileLocal

int area(const frame *f) {  // want: declare function area definition
  total += f->origin.x;  // want: global-write area -> total
  // want: global-read area -> total
  // want: field area -> frame::origin
  // want: field area -> point::x
  home.x = twice(1);  // want: global-write area -> home
  // want: call area -> twice
  // want: !global-read area -> home
  // want: !address area -> twice
  buffer[1] = limits[0];  // want: global-write area -> buffer
  // want: global-read area -> limits
  cursor[2] = 1;  // want: global-read area -> cursor
  // want: !global-write area -> cursor
  return *cursor + GREEN;  // want: type area -> GREEN
}

void each(callback done) { done(1); }

static int reset(int n) {
  cursor++;  // want: global-write reset -> cursor
  static int calls;  // want: declare variable reset::calls definition fileLocal mutableState
  calls = n;         // want: global-write reset -> reset::calls
  int *p = &total;   // want: address reset -> total
  (*p)++;
  printf("%d", calls);  // want: global-read reset -> reset::calls
  // want: !call reset -> printf
  snprintf((char *)buffer, 4, "x");  // want: address reset -> buffer
  return n;
}

hidden *make_hidden(void) {
  each(reset);     // want: address make_hidden -> reset
  (each)(twice);   // want: call make_hidden -> each
  // want: address make_hidden -> twice
  total = total ? 1 : 0;
  // want: global-write make_hidden -> total
  int kept = (home).y;  // want: global-read make_hidden -> home
  struct point copy = home;  // want: type make_hidden -> point
  home = copy;  // want: global-write make_hidden -> home
  return kept ? (hidden *)0 : (hidden *)1;  // want: type make_hidden -> hidden
}

int main(int argc, char **argv) {  // want: declare function main definition entryPoint
  callback f = argc > 1 ? twice : reset;  // want: address main -> twice
  return f(area(0)) + !!argv;  // want: call main -> area
}
// want: external 2
// want: unresolved 0
