#pragma once

#include <optional>

#include "accounts/user.h"
#include "web/http.h"
#include "web/session_store.h"

namespace shop {
struct App;
}

namespace shop::web {

struct Context {
    App& app;
    Session& session;
    strings::Fields parameters;  // from the path: /product/:id

    std::int64_t id() const;

    // The signed-in user, if there is one.
    std::optional<accounts::User> user() const;
};

using Handler = Response (*)(Context& context, const Request& request);

struct Route {
    const char* method;
    const char* pattern;
    Handler handler;
    accounts::Role role;
};

extern const Route kRoutes[];
extern const int kRouteCount;

bool match(const char* pattern, const std::string& path, strings::Fields& parameters);

// Opens the session, finds the handler, runs it, saves the session.
Response dispatch(App& app, const Request& request);

}  // namespace shop::web
