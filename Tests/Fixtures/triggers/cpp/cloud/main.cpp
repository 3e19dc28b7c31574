#include <aws/lambda-runtime/runtime.h>

// want: direct -> handler rule=cpp.lambda.handler
// want: !direct -> plain
int handler(int request) { return request; }
int plain(int request) { return request; }

int main() {
  aws::lambda_runtime::run_handler(handler);
  other::run(plain);
}
