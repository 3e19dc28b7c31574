#include "guarded.h"  // want: include guarded.h -> guarded.h
#include "second.h"   // want: include second.h -> second.h
#include "guarded.h"  // want: include guarded.h -> guarded.h
#define PICKED "sub/picked.h"
#include PICKED  // want: include-macro PICKED -> sub/picked.h
#include <lib.h>  // want: include lib.h -> lib/lib.h
#include "absent.h"  // want: include-missing absent.h
#ifdef _WIN32
#include "windows_only.h"  // want: include-conditional windows_only.h -> windows_only.h
#include <windows.h>
/* #include "second.h" is only spoken of */
#include "not_there.h"
#elif defined(__has_include)
#if __has_include("sub/picked.h")
#  include /* spaced */ "sub/picked.h"  // want: include sub/picked.h -> sub/picked.h
#endif
#endif
#if 0
don't
#include "second.h"  // want: include-conditional second.h -> second.h
#endif
// want: !include windows.h -> windows.h
// want: !include-missing not_there.h
// want: !include-conditional not_there.h -> not_there.h
int use(void) { return lib() + picked; }  // want: call use -> lib
