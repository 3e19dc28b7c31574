#include "crow.h"

// want: http -> main.GET / method=GET path=/
// want: http -> main.POST /orders/<int> method=POST path=/orders/<int>
// want: duplex -> main.duplex /feed path=/feed
// want: http -> main.GET /below method=GET path=/below
// want: total 4
int helper(int id) { return id; }

int main() {
  crow::SimpleApp app;
  CROW_ROUTE(app, "/")([] { return "CROW_ROUTE(app, \"/text\")"; });
  CROW_ROUTE(app, "/orders/<int>").methods("POST"_method)([](int id) {
    return helper(id);
  });
  CROW_ROUTE(app, "/below")
  ([](int id) {
    return helper(id);
  });
  CROW_WEBSOCKET_ROUTE(app, "/feed")
      .onopen([](auto& connection) {})
      .onmessage([](auto& connection, auto& data, bool isBinary) {
        helper(1);
      });
}
