#include "Orders.h"
#include <drogon/drogon.h>

// want: http -> main.GET /health method=GET path=/health rule=cpp.drogon.handler
// want: total 1
int main() {
  drogon::app().registerHandler("/health", [](int request) { return request; }, {drogon::Get});
  Orders orders;
  return 0;
}
