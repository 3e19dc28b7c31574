#include <cuda_runtime.h>

// want: B12 -> train
void train(void** memory) { cudaMalloc(memory, 1024); }

// want: !B12 -> plain
const char* plain() { return "cudaMalloc(x)"; }
