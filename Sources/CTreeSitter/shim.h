// The runtime is linked; grammars are loaded at run time (see TreeSitterBinding).
#include <tree_sitter/api.h>
