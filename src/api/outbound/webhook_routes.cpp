#include "access/may.h"
#include "api/log.h"
#include "api/outbound/webhooks.h"
#include "api/scope.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace truefill::api {
namespace {

constexpr std::size_t webhook_body_max = 16'384;

/// Whoever tells other systems everything: administrators and integrators.
std::expected<Caller, Problem> webhook_caller(Service& service, const http::ExchangePtr& exchange) {
    auto caller = service.door.ask(exchange->request());
    if (!caller || caller->is_operator) return caller;
    const auto roles =
        access::roles_of(*service.door.mirror().state(), caller->principal, service.door.now());
    const bool may = std::ranges::any_of(roles, [](access::Role role) {
        return role == access::Role::administrator || role == access::Role::integrator;
    });
    if (!may)
        return std::unexpected(
            make_problem(403, "not_allowed", "Webhooks are for administrators and integrators"));
    // Whoever sees only a part of what happens must not have all of it sent somewhere.
    const bool integrates = std::ranges::find(roles, access::Role::integrator) != roles.end();
    if (integrates && !reach_of(service, *caller, "orders").everything)
        return std::unexpected(make_problem(
            403, "not_allowed", "Webhooks are about all sites and customers, and you have a scope"));
    return caller;
}

/// The desk of webhooks for a caller who may; else the request is answered.
std::optional<Caller> may_use_webhooks(Service& service, const http::ExchangePtr& exchange) {
    auto caller = webhook_caller(service, exchange);
    if (!caller) {
        respond(exchange, std::move(caller.error()));
        return std::nullopt;
    }
    if (!service.webhooks) {
        respond(exchange, make_problem(501, "no_webhooks", "This server sends no webhooks"));
        return std::nullopt;
    }
    return std::move(*caller);
}

template <class T> std::expected<T, Problem> webhook_body(const http::Request& request, bool may_be_empty) {
    T value;
    if (request.body.empty() && may_be_empty) return value;
    json::Document document{webhook_body_max};
    const auto body = document.parse(request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    if (auto done = json::decode(*body, value); !done) return std::unexpected(bad_json(done.error()));
    return value;
}

std::string webhook_named(const http::Request& request) { return std::string{request.part("name")}; }

void answer_webhook(const http::ExchangePtr& exchange, std::expected<WebhookRow, Problem> row, int status) {
    if (!row) return respond(exchange, std::move(row.error()));
    http::Response response;
    response.status = status;
    json::encode(response.body, *row);
    respond(exchange, std::move(response));
}

} // namespace

void get_webhooks(Service& service, const http::ExchangePtr& exchange) {
    if (!may_use_webhooks(service, exchange)) return;
    respond_with(exchange, WebhookList{service.webhooks->rows(), service.loop.durable()});
}

void post_webhooks(Service& service, const http::ExchangePtr& exchange) {
    const auto caller = may_use_webhooks(service, exchange);
    if (!caller) return;
    auto wanted = webhook_body<NewWebhook>(exchange->request(), false);
    if (!wanted) return respond(exchange, std::move(wanted.error()));
    service.clerks.give([&service, exchange, by = caller->name, wanted = std::move(*wanted)]() mutable {
        answer_webhook(exchange, service.webhooks->add(std::move(wanted), by), 201);
    });
}

void post_webhook_replay(Service& service, const http::ExchangePtr& exchange) {
    if (!may_use_webhooks(service, exchange)) return;
    const auto text = exchange->request().parameter("after").value_or("");
    Position after = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), after);
    if (error != std::errc{} || end != text.data() + text.size())
        return respond(exchange,
                       bad_parameter("after", "it is a position of the journal, 0 for its beginning"));
    service.clerks.give([&service, exchange, after] {
        answer_webhook(exchange, service.webhooks->replay(webhook_named(exchange->request()), after), 200);
    });
}

void post_webhook_rotate(Service& service, const http::ExchangePtr& exchange) {
    constexpr std::int64_t overlap_most = 24 * 30;
    if (!may_use_webhooks(service, exchange)) return;
    const auto wanted = webhook_body<RotateWebhook>(exchange->request(), true);
    if (!wanted) return respond(exchange, wanted.error());
    if (wanted->overlap_hours < 0 || wanted->overlap_hours > overlap_most)
        return respond(exchange, bad_json({"/overlap_hours", "it is a number from 0 to 720", 0}));
    service.clerks.give([&service, exchange, overlap = wanted->overlap_hours] {
        answer_webhook(exchange, service.webhooks->rotate(webhook_named(exchange->request()), overlap), 200);
    });
}

void post_webhook_test(Service& service, const http::ExchangePtr& exchange) {
    if (!may_use_webhooks(service, exchange)) return;
    auto wrong =
        service.webhooks->test(webhook_named(exchange->request()),
                               [exchange](const WebhookTest& test) { respond_with(exchange, test); });
    if (wrong) respond(exchange, std::move(*wrong));
}

void delete_webhook(Service& service, const http::ExchangePtr& exchange) {
    const auto caller = may_use_webhooks(service, exchange);
    if (!caller) return;
    service.clerks.give([&service, exchange, by = caller->name] {
        const auto name = webhook_named(exchange->request());
        if (auto wrong = service.webhooks->remove(name)) return respond(exchange, std::move(*wrong));
        log(Level::info, "webhook_removed", by, {{"webhook", name}});
        http::Response response;
        response.status = 204;
        response.content_type.clear();
        respond(exchange, std::move(response));
    });
}

} // namespace truefill::api
