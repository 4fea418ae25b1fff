/// Which path is answered by what. One line a route, so this is also the list that openapi.cpp prints.
#pragma once

#include "api/service.h"
#include "http/http.h"

#include <span>
#include <string_view>

namespace truefill::server {

/// Who may come in at all; the guard asks before the handler is called.
struct Route {
    http::Method method{};
    std::string_view path;
    void (*handler)(api::Service&, const http::ExchangePtr&);
    /// A read area or a command of access/permissions.h; `anybody`; or `signed_in`, when the handler itself
    /// asks. A route that says nothing is for administrators.
    std::string_view asks = administrators;
    /// The handler shows only what is in reach (scope.h). Else who has a scope in the area is refused.
    bool filtered = false;

    static constexpr std::string_view anybody = "*";
    static constexpr std::string_view signed_in = "+";
    static constexpr std::string_view administrators = "access.create_user";
};

std::span<const Route> routes();

/// A router with all routes and the guard: who is asking, and whether a write with a cookie comes from our
/// own page.
http::Router make_router(api::Service& service);

/// False when too many answers wait to be written already: then this one is 503 with Retry-After.
bool has_clerk(api::Service& service, const http::ExchangePtr& exchange);

/// True when the request may pass; else it is answered.
bool admits(api::Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::server
