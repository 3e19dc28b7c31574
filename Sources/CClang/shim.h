// Declarations only: the library is loaded at run time (see ClangBinding), never linked.
#include <clang-c/CXCompilationDatabase.h>
#include <clang-c/Index.h>
