#include <aws/lambda-runtime/runtime.h>
#include <google/cloud/functions/function.h>

// want: direct -> handler rule=cpp.lambda.handler
// want: !direct -> plain
// want: http -> hello rule=cpp.gcp.function
// want: eventbus -> stored rule=cpp.gcp.function
// want: direct -> main.answer
// want: total 5
// want: eventbus -> queued.http rule=cpp.gcp.function
int handler(int request) { return request; }
int plain(int request) { return request; }

int hello(gcf::HttpRequest request) { return 1; }
void stored(gcf::CloudEvent event) { plain(1); }
gcf::Function greet() { return gcf::MakeFunction(hello); }
gcf::Function store() { return gcf::MakeFunction(stored); }
gcf::Function queued() {
  return gcf::MakeFunction([](gcf::CloudEvent const& event) { plain(2); });
}

int MakeFunction(int f) { return gcf::MakeFunction(std::move(f)); }

int main() {
  aws::lambda_runtime::run_handler(handler);
  auto answer = [&](int request) { return plain(request); };
  aws::lambda_runtime::run_handler(answer);
  other::run(plain);
}
