#include "web/router.h"

#include "shop.h"

namespace shop::web {

namespace {

bool permitted(const Context& context, accounts::Role needed) {
    if (needed == accounts::Role::customer) return true;
    auto user = context.user();
    return user && static_cast<int>(user->role) >= static_cast<int>(needed);
}

Response run(const Route& route, Context& context, const Request& request) {
    if (!permitted(context, route.role)) return Response::error(403, "Staff only.");
    try {
        return route.handler(context, request);
    } catch (const std::exception& error) {
        log::error("%s %s: %s", request.method.c_str(), request.path.c_str(), error.what());
        return Response::error(500, "Something went wrong.");
    }
}

}  // namespace

std::int64_t Context::id() const {
    auto found = parameters.find("id");
    return found == parameters.end() ? 0 : strings::to_int_or(found->second, 0);
}

std::optional<accounts::User> Context::user() const {
    if (session.user == 0) return std::nullopt;
    return accounts::find_user(app.db, session.user);
}

bool match(const char* pattern, const std::string& path, strings::Fields& parameters) {
    std::vector<std::string> wanted = strings::split(pattern, '/');
    std::vector<std::string> given = strings::split(path, '/');
    if (wanted.size() != given.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].empty() && wanted[i][0] == ':') {
            if (given[i].empty()) return false;
            parameters[wanted[i].substr(1)] = given[i];
        } else if (wanted[i] != given[i]) {
            return false;
        }
    }
    return true;
}

// All pages come through here.
// @trigger http name=front-end path=/ rps=6 peak_rps=40 latency_ms=150 duration_ms=30
Response dispatch(App& app, const Request& request) {
    ++g_request_count;
    Session session = app.sessions.open(request.cookie("shop"));
    for (int i = 0; i < kRouteCount; ++i) {
        const Route& route = kRoutes[i];
        Context context{app, session, {}};
        if (request.method != route.method || !match(route.pattern, request.path, context.parameters)) {
            continue;
        }
        Response response = run(route, context, request);
        app.sessions.save(session);
        response.headers["Set-Cookie"] = "shop=" + session.token + "; Path=/; HttpOnly; SameSite=Lax";
        return response;
    }
    return Response::error(404, "There is no such page.");
}

}  // namespace shop::web
