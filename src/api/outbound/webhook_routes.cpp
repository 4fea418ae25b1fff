#include "access/may.h"
#include "api/log.h"
#include "api/operator_token.h"
#include "api/outbound/webhooks.h"
#include "api/post_command.h"
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

/// The host of an address, with its port: nothing that could be a secret.
std::string host_in(std::string_view url) {
    const auto begin = url.find("://");
    if (begin == std::string_view::npos) return {};
    url.remove_prefix(begin + 3);
    return std::string{url.substr(0, url.find_first_of("/?#"))};
}

/// Who does it and when is journaled first (access.note_webhook); `then` does it, on a clerk's thread.
void note_webhook(Service& service, const http::ExchangePtr& exchange, access::NoteWebhook note,
                  std::function<void()> then) {
    Outgoing outgoing;
    outgoing.command = access::Command{std::move(note)};
    outgoing.message_id = "webhook/" + random_hex();
    outgoing.own_route = true;
    outgoing.then = [exchange, then = std::move(then)](std::expected<CommandAnswer, Problem> said) {
        if (!said) return respond(exchange, std::move(said.error()));
        then();
    };
    send_command(service, exchange, std::move(outgoing));
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
    auto owner = webhook_owner(*caller);
    if (auto wrong = service.webhooks->wrong_in(*wanted, owner)) return respond(exchange, std::move(*wrong));
    access::NoteWebhook note{wanted->name, access::WebhookAct::make, host_in(wanted->url)};
    note_webhook(service, exchange, std::move(note),
                 [&service, exchange, by = caller->name, owner, wanted = std::move(*wanted)] {
                     answer_webhook(exchange, service.webhooks->add(wanted, by, owner), 201);
                 });
}

void post_webhook_replay(Service& service, const http::ExchangePtr& exchange) {
    const auto caller = may_use_webhooks(service, exchange);
    if (!caller) return;
    const auto text = exchange->request().parameter("after").value_or("");
    Position after = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), after);
    if (error != std::errc{} || end != text.data() + text.size())
        return respond(exchange,
                       bad_parameter("after", "it is a position of the journal, 0 for its beginning"));
    auto name = webhook_named(exchange->request());
    if (auto wrong = service.webhooks->unknown(name, after)) return respond(exchange, std::move(*wrong));
    note_webhook(service, exchange, {name, access::WebhookAct::replay, {}},
                 [&service, exchange, name, after, owner = webhook_owner(*caller)] {
                     answer_webhook(exchange, service.webhooks->replay(name, after, owner), 200);
                 });
}

void post_webhook_rotate(Service& service, const http::ExchangePtr& exchange) {
    constexpr std::int64_t overlap_most = 24 * 30;
    if (!may_use_webhooks(service, exchange)) return;
    const auto wanted = webhook_body<RotateWebhook>(exchange->request(), true);
    if (!wanted) return respond(exchange, wanted.error());
    if (wanted->overlap_hours < 0 || wanted->overlap_hours > overlap_most)
        return respond(exchange, bad_json({"/overlap_hours", "it is a number from 0 to 720", 0}));
    auto name = webhook_named(exchange->request());
    if (auto wrong = service.webhooks->unknown(name)) return respond(exchange, std::move(*wrong));
    note_webhook(service, exchange, {name, access::WebhookAct::rotate, {}},
                 [&service, exchange, name, overlap = wanted->overlap_hours] {
                     answer_webhook(exchange, service.webhooks->rotate(name, overlap), 200);
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
    auto name = webhook_named(exchange->request());
    if (auto wrong = service.webhooks->unknown(name)) return respond(exchange, std::move(*wrong));
    note_webhook(service, exchange, {name, access::WebhookAct::remove, {}},
                 [&service, exchange, name, by = caller->name] {
                     if (auto wrong = service.webhooks->remove(name))
                         return respond(exchange, std::move(*wrong));
                     log(Level::info, "webhook_removed", by, {{"webhook", name}});
                     http::Response response;
                     response.status = 204;
                     response.content_type.clear();
                     respond(exchange, std::move(response));
                 });
}

} // namespace truefill::api
