/// Which path is answered by what. One line a route, so this is also the list that openapi.cpp prints.
#pragma once

#include "http/http.h"
#include "server/service.h"

#include <span>
#include <string_view>

namespace truefill::server {

struct Route {
    http::Method method{};
    std::string_view path;
    void (*handler)(Service&, const http::ExchangePtr&);
};

std::span<const Route> routes();

/// A router with all routes and the guard: who is asking, and whether a write with a cookie comes from our
/// own page.
http::Router make_router(Service& service);

/// True when the request may pass; else it is answered.
bool admits(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::server
