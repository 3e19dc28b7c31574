#include "oatpp/web/server/api/ApiController.hpp"
#include <httplib.h>
#include <pistache/router.h>

// want: http -> serve.GET /hello method=GET path=/hello rule=cpp.httplib.route
// want: http -> show method=GET path=/orders/:id rule=cpp.pistache.route
// want: http -> getUser method=GET path=/users/{id} rule=cpp.oatpp.endpoint
// want: http -> Items.createItem method=POST path=/items rule=cpp.oatpp.endpoint
// want: !http -> plain
int show(int id) { return id; }
int plain(int id) { return id; }

void serve() {
  httplib::Server server;
  server.Get("/hello", [](int request) { plain(request); });
  Routes::Get(router, "/orders/:id", Routes::bind(&show));
  client.Get("/elsewhere", plain);
}

ENDPOINT("GET", "/users/{id}", getUser, PATH(Int32, id)) { return 1; }

class Items {
 public:
  ENDPOINT("POST", "items", createItem,
           BODY_DTO(Object<Item>, item))
  {
    return plain(1);
  }
};
