#pragma once
enum {
#define OP(name) op_##name,
#include "ops.def"
#undef OP
  op_count  // want: declare constant op_count definition
};
