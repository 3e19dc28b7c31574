#if !defined(SECOND_H)
#define SECOND_H
#include "guarded.h"  // want: include guarded.h -> guarded.h
#endif
// want: !declare macro SECOND_H
