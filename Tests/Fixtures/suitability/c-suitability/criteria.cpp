#include <cuda_runtime.h>

// want: B12 -> train
void train(void** memory) { cudaMalloc(memory, 1024); }

// want: !B12 -> plain
const char* plain() { return "cudaMalloc(x)"; }

// want: B12 -> measure
void measure(int device) { ioctl(device, GET_SAMPLE, 0); }

// The size of a terminal needs none.
// want: !B12 -> columns
int columns(int out) { return ioctl(out, TIOCGWINSZ, 0); }
