#pragma once
// Inlined into the caller, so that nothing is linked and nothing is needed at run time.
#define XXH_INLINE_ALL
#include <xxhash.h>

// The macros that rename the inlined functions cannot be imported; this function can.
static inline XXH128_hash_t xxh3_128(const void *data, size_t count, XXH64_hash_t seed) {
  return XXH3_128bits_withSeed(data, count, seed);
}
