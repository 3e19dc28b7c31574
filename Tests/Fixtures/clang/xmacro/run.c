#include "ops.h"
#define OP(name) int apply_##name(int n);
#include "ops.def"  // want: include ops.def -> ops.def
#undef OP
int run(int n) {
#define OP(name) n += apply_##name(n);
#include "ops.def"
#undef OP
  return n + op_count;  // want: type run -> op_count
}
