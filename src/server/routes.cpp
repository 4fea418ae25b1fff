#include "server/routes.h"

#include "api/access/erasures.h"
#include "api/access/first_run.h"
#include "api/access/keys.h"
#include "api/access/log_in_methods.h"
#include "api/access/oidc.h"
#include "api/access/session.h"
#include "api/access/users.h"
#include "api/billing/billing_lag.h"
#include "api/billing/invoice_page.h"
#include "api/commands/if_match.h"
#include "api/commands/jobs.h"
#include "api/commands/plan.h"
#include "api/commands/post_commands.h"
#include "api/demo/demo.h"
#include "api/failure_log.h"
#include "api/lists/document_lists.h"
#include "api/lists/inbox.h"
#include "api/lists/master_lists.h"
#include "api/lists/mirror_list.h"
#include "api/lists/overview.h"
#include "api/lists/price_lists.h"
#include "api/metrics_route.h"
#include "api/operation/backups.h"
#include "api/operation/health.h"
#include "api/orders/order_list.h"
#include "api/orders/order_page.h"
#include "api/orders/timeline.h"
#include "api/outbound/notices.h"
#include "api/outbound/webhooks.h"
#include "api/person_desk.h"
#include "api/post_command.h"
#include "api/scope.h"
#include "api/views.h"
#include "server/console.h"
#include "server/deprecation.h"
#include "server/openapi.h"

#include <console_files.h>

#include <algorithm>

namespace truefill::server {

using namespace api;
namespace {

using http::Method;

// clang-format off
constexpr Route table[] = {
    {Method::get, "/healthz", get_health, Route::anybody},
    {Method::get, "/readyz", get_readiness, Route::anybody},
    {Method::get, "/metrics", get_metrics, "metrics"},
    {Method::get, "/openapi.json", get_openapi, Route::signed_in},
    {Method::post, "/v1/session", post_session, Route::anybody},
    {Method::get, "/v1/session", get_session, Route::signed_in},
    {Method::remove, "/v1/session", delete_session, Route::signed_in},
    {Method::get, "/v1/session/methods", get_log_in_methods, Route::anybody},
    {Method::get, "/v1/session/oidc", get_oidc, Route::anybody},
    {Method::get, "/v1/session/oidc/callback", get_oidc_callback, Route::anybody},
    {Method::post, "/v1/first-run", post_first_run, Route::anybody},
    {Method::get, "/v1/users", get_users, "access"},
    {Method::post, "/v1/users", post_user, Route::signed_in},
    {Method::post, "/v1/users/{user}/password", post_user_password, Route::signed_in},
    {Method::get, "/v1/keys", get_keys, "access"},
    {Method::post, "/v1/keys", post_key, Route::signed_in},
    {Method::post, "/v1/keys/{prefix}/rotate", post_rotate_key, Route::signed_in},
    {Method::remove, "/v1/keys/{prefix}", delete_key, Route::signed_in},
    {Method::post, "/v1/persons/erase", post_erase_person, Route::signed_in},
    {Method::get, "/v1/persons/erased", get_erased_persons, "access"},
    {Method::get, "/v1/roles", get_roles, Route::signed_in},
    {Method::post, "/v1/commands/{name}", post_command, Route::signed_in},
    {Method::post, "/v1/commands", post_commands, Route::signed_in},
    {Method::get, "/v1/orders", get_orders, "orders", true},
    {Method::post, "/v1/plan", post_plan, Route::signed_in},
    {Method::get, "/v1/orders/{number}", get_order, "orders", true},
    {Method::get, "/v1/orders/{number}/timeline", get_timeline, "orders", true},
    {Method::get, "/v1/orders/{number}/notices", get_order_notices, "orders", true},
    {Method::get, "/v1/stock", get_stock, "stock", true},
    {Method::get, "/v1/cases", get_cases, "cases", true},
    {Method::get, "/v1/cases/{id}", get_case, "cases", true},
    {Method::get, "/v1/inbox", get_inbox, "cases", true},
    {Method::get, "/v1/inbox/{code}", get_work, "cases", true},
    {Method::get, "/v1/releases", get_releases, "releases", true},
    {Method::get, "/v1/releases/{code}", get_release, "releases", true},
    {Method::get, "/v1/shipments", get_shipments, "shipments", true},
    {Method::get, "/v1/shipments/{code}", get_shipment, "shipments", true},
    {Method::get, "/v1/invoices", get_invoices, "invoices", true},
    {Method::get, "/v1/invoices/{code}", get_invoice, "invoices", true},
    {Method::get, "/v1/billing/lag", get_billing_lag, "invoices", true},
    {Method::get, "/v1/returns", get_returns, "returns", true},
    {Method::get, "/v1/returns/{code}", get_return, "returns", true},
    {Method::get, "/v1/items", get_items, "items"},
    {Method::get, "/v1/items/{code}", get_item, "items"},
    {Method::get, "/v1/customers", get_customers, "customers", true},
    {Method::get, "/v1/customers/{code}", get_customer, "customers", true},
    {Method::get, "/v1/sites", get_sites, "sites"},
    {Method::get, "/v1/sites/{code}", get_site, "sites"},
    {Method::get, "/v1/carriers", get_carriers, "carriers"},
    {Method::get, "/v1/carriers/{code}", get_carrier, "carriers"},
    {Method::get, "/v1/prices", get_prices, "customers", true},
    {Method::get, "/v1/units", get_units, "items"},
    {Method::get, "/v1/cross-references", get_cross_references, "items"},
    {Method::get, "/v1/mirrors", get_mirrors, "mirrors", true},
    {Method::get, "/v1/overview", get_overview, "overview", true},
    {Method::get, "/v1/events", get_events, "overview", true},
    {Method::get, "/v1/demo", get_demo, Route::signed_in},
    {Method::post, "/v1/demo", post_demo, Route::signed_in},
    {Method::get, "/v1/demo/tour", get_tour, Route::signed_in},
    {Method::get, "/v1/demo/score", get_score, "overview"},
    {Method::get, "/v1/views", get_views, "metrics"},
    {Method::post, "/v1/backups", post_backups},
    {Method::get, "/v1/webhooks", get_webhooks, "events"},
    {Method::post, "/v1/webhooks", post_webhooks, "events"},
    {Method::post, "/v1/webhooks/{name}/replay", post_webhook_replay, "events"},
    {Method::post, "/v1/webhooks/{name}/rotate", post_webhook_rotate, "events"},
    {Method::post, "/v1/webhooks/{name}/test", post_webhook_test, "events"},
    {Method::remove, "/v1/webhooks/{name}", delete_webhook, "events"},
    {Method::get, "/v1/jobs", get_jobs, "jobs"},
    {Method::post, "/v1/jobs/activate", post_activate, "engine.complete_job"},
    {Method::post, "/v1/jobs/{id}/complete", post_complete, "engine.complete_job"},
    {Method::post, "/v1/jobs/{id}/fail", post_fail, "engine.fail_job"},
    {Method::post, "/v1/jobs/{id}/extend", post_extend, "engine.complete_job"},
};
// clang-format on

bool writes(http::Method method) { return method != Method::get && method != Method::head; }

/// The pages and their files are no rows of the table; they show nothing without a session.
const Route* find_route(const http::Request& request) {
    const auto method = request.method == Method::head ? Method::get : request.method;
    const auto found = std::ranges::find_if(
        table, [&](const Route& route) { return route.method == method && route.path == request.route; });
    return found == std::end(table) ? nullptr : found;
}

/// Why the caller may not come in here.
std::optional<Problem> refusal_of(Service& service, const Caller& caller, const Route& route,
                                  const http::Request& request) {
    if (caller.by_cookie && writes(request.method) &&
        !is_same(sha256(request.header("x-csrf-token")), sha256(caller.csrf)))
        return make_problem(403, "csrf_token_wrong",
                            "A write with a session needs its token in the header X-CSRF-Token");
    if (caller.must_change_password && !route.path.starts_with("/v1/session") &&
        route.path != "/v1/users/{user}/password")
        return make_problem(403, "password_temporary",
                            "Somebody else chose this password; choose your own before you go on");
    if (route.asks == Route::signed_in) return std::nullopt;
    if (route.asks.find('.') != std::string_view::npos) {
        const auto state = service.door.mirror().state();
        const auto answer = may_act(*state, caller, {.what = route.asks, .at = service.door.now()});
        return answer.allowed ? std::nullopt : std::optional{not_allowed(answer)};
    }
    auto reach = reach_of(service, caller, route.asks);
    if (reach.refusal || reach.everything || route.filtered) return std::move(reach.refusal);
    return not_allowed(
        {false, "out_of_scope", "this is about all sites and customers, and you have a scope", {}});
}

} // namespace

std::span<const Route> routes() { return table; }

bool has_clerk(Service& service, const http::ExchangePtr& exchange) {
    constexpr std::size_t waiting_max = 4'096;
    const auto& route = exchange->request().route;
    if (route == "/healthz" || route == "/readyz" || route == "/metrics") return true;
    if (service.clerks.waiting() < waiting_max) return true;
    respond(exchange, busy("More answers wait than this server can write now; try again in a moment"));
    return false;
}

bool admits(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto* route = find_route(request);
    if (route == nullptr && !request.route.starts_with("/v1/")) return true;
    if (auto shut = service.door.closed(); shut && request.route.starts_with("/v1/")) {
        respond(exchange, std::move(*shut)); // log-ins, too
        return false;
    }
    if (route != nullptr && route->asks == Route::anybody) return true;
    auto caller = service.door.ask(request);
    if (!caller) {
        respond(exchange, std::move(caller.error()));
        return false;
    }
    constexpr Route unknown{}; // for administrators
    if (auto no = refusal_of(service, *caller, route ? *route : unknown, request)) {
        respond(exchange, std::move(*no));
        return false;
    }
    return true;
}

http::Router make_router(Service& service) {
    http::Router router;
    for (const auto& route : table)
        router.add(route.method, route.path, [&service, &route](const http::ExchangePtr& exchange) {
            const auto telling = telling_deprecation(
                deprecated(), telling_limits(service, unsealing(service, logging_failures(exchange))));
            if (route.handler == post_command) post_command_when_it_matches(service, telling);
            else route.handler(service, telling);
        });
    const auto add = [&](std::string_view path, void (*handler)(Service&, const http::ExchangePtr&)) {
        router.add(Method::get, path,
                   [&service, handler](const http::ExchangePtr& exchange) { handler(service, exchange); });
    };
    for (const auto path : page_routes()) add(path, get_page);
    add("/assets/{rest...}", get_file);
    for (const auto& file : console::files())
        if (file.path != "/index.html" && !file.path.starts_with("/assets/")) add(file.path, get_file);
    router.guard([&service](const http::ExchangePtr& exchange) {
        return within_limits(service, exchange) && has_clerk(service, exchange) && admits(service, exchange);
    });
    return router;
}

} // namespace truefill::server
