#include "server/routes.h"

#include "server/console.h"
#include "server/document_lists.h"
#include "server/health.h"
#include "server/jobs.h"
#include "server/master_lists.h"
#include "server/metrics_route.h"
#include "server/openapi.h"
#include "server/order_list.h"
#include "server/order_page.h"
#include "server/overview.h"
#include "server/post_command.h"
#include "server/post_commands.h"
#include "server/session.h"
#include "server/timeline.h"

#include <console_files.h>

#include <algorithm>

namespace truefill::server {
namespace {

using http::Method;

// clang-format off
constexpr Route table[] = {
    {Method::get, "/healthz", get_health},
    {Method::get, "/readyz", get_readiness},
    {Method::get, "/metrics", get_metrics},
    {Method::get, "/openapi.json", get_openapi},
    {Method::post, "/v1/session", post_session},
    {Method::get, "/v1/session", get_session},
    {Method::remove, "/v1/session", delete_session},
    {Method::post, "/v1/commands/{name}", post_command},
    {Method::post, "/v1/commands", post_commands},
    {Method::get, "/v1/orders", get_orders},
    {Method::get, "/v1/orders/{number}", get_order},
    {Method::get, "/v1/orders/{number}/timeline", get_timeline},
    {Method::get, "/v1/stock", get_stock},
    {Method::get, "/v1/cases", get_cases},
    {Method::get, "/v1/cases/{id}", get_case},
    {Method::get, "/v1/releases", get_releases},
    {Method::get, "/v1/shipments", get_shipments},
    {Method::get, "/v1/invoices", get_invoices},
    {Method::get, "/v1/returns", get_returns},
    {Method::get, "/v1/items", get_items},
    {Method::get, "/v1/customers", get_customers},
    {Method::get, "/v1/sites", get_sites},
    {Method::get, "/v1/carriers", get_carriers},
    {Method::get, "/v1/overview", get_overview},
    {Method::get, "/v1/events", get_events},
    {Method::get, "/v1/jobs", get_jobs},
    {Method::post, "/v1/jobs/activate", post_activate},
    {Method::post, "/v1/jobs/{id}/complete", post_complete},
    {Method::post, "/v1/jobs/{id}/fail", post_fail},
    {Method::post, "/v1/jobs/{id}/extend", post_extend},
};
// clang-format on

/// Health for those who watch the process, log-in, and the pages, which show nothing without a session.
bool is_open(const http::Request& request) {
    if (request.route == "/v1/session") return request.method == Method::post;
    return !request.route.starts_with("/v1/") && request.route != "/metrics" &&
           request.route != "/openapi.json";
}

bool writes(http::Method method) { return method != Method::get && method != Method::head; }

} // namespace

std::span<const Route> routes() { return table; }

bool admits(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    if (is_open(request)) return true;
    const auto caller = service.door.caller(request);
    if (!caller) {
        respond(exchange,
                make_problem(401, "not_signed_in",
                             "This needs the token of the server: Authorization: Bearer tf_..., or a "
                             "session"));
        return false;
    }
    if (caller->by_cookie && writes(request.method) && request.header("x-csrf-token") != caller->csrf) {
        respond(exchange, make_problem(403, "csrf_token_wrong",
                                       "A write with a session needs its token in the header X-CSRF-Token"));
        return false;
    }
    return true;
}

http::Router make_router(Service& service) {
    http::Router router;
    for (const auto& route : table)
        router.add(route.method, route.path, [&service, &route](const http::ExchangePtr& exchange) {
            route.handler(service, exchange);
        });
    const auto add = [&](std::string_view path, void (*handler)(Service&, const http::ExchangePtr&)) {
        router.add(Method::get, path,
                   [&service, handler](const http::ExchangePtr& exchange) { handler(service, exchange); });
    };
    for (const auto path : page_routes()) add(path, get_page);
    add("/assets/{rest...}", get_file);
    for (const auto& file : console::files())
        if (file.path != "/index.html" && !file.path.starts_with("/assets/")) add(file.path, get_file);
    router.guard([&service](const http::ExchangePtr& exchange) { return admits(service, exchange); });
    return router;
}

} // namespace truefill::server
