#include <igraph/igraph.h>
