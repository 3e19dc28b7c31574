// Marks a function with the event that starts it. Operations reads these marks
// when the deployment descriptors are reviewed; the compiler ignores them.
//
// Two carriers are in use: a comment directly before the function, as in
// accounts/login.cpp, and the macro below. The macro came later, for functions
// whose comment block is already taken by Doxygen.
#pragma once

#if defined(__clang__)
#define TRIGGER(text) __attribute__((annotate("trigger:" text)))
#else
#define TRIGGER(text)
#endif
