#include "api/access/session.h"

#include "api/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

struct LogIn {
    std::string token, user, password;
};
TF_DESCRIBE(LogIn, (token, user, password))

void log_in_with_token(Service& service, const http::ExchangePtr& exchange, const std::string& token) {
    if (auto wait = refuse_try(service, exchange->request(), {})) return respond(exchange, std::move(*wait));
    if (!service.door.is_token(token))
        return respond(exchange, make_problem(401, "token_wrong", "That is not the token of this server"));
    forgive_try(service, exchange->request(), {});
    service.door.close_session(exchange->request());
    const auto opened = service.door.open_operator_session();
    http::Response response;
    json::encode(response.body, who_is(service, opened.caller));
    response.headers.emplace_back("Set-Cookie", service.door.set_cookie(exchange->request(), opened.cookie));
    respond(exchange, std::move(response));
}

void log_in_with_password(Service& service, const http::ExchangePtr& exchange, LogIn log_in) {
    const auto& request = exchange->request();
    if (log_in.password.size() > Passwords::longest || log_in.user.size() > 64)
        return respond(exchange, make_problem(401, "log_in_wrong", "Name or password is wrong"));
    if (auto wait = refuse_try(service, request, log_in.user)) return respond(exchange, std::move(*wait));
    const auto state = service.door.mirror().state();
    const auto* user = access::find_user(*state, log_in.user);
    const auto* credential = access::find_credential(*state, log_in.user);
    auto hash = credential && user && user->active ? credential->hash : std::string{};
    const auto checked = hash;
    const bool taken = service.door.passwords().check(
        std::move(log_in.password), std::move(hash),
        [&service, exchange, name = log_in.user, checked](bool right) {
            const auto now = service.door.mirror().state(); // it may have been changed meanwhile
            const auto* current = access::find_credential(*now, name);
            if (!right || current == nullptr || current->hash != checked)
                return respond(exchange, make_problem(401, "log_in_wrong", "Name or password is wrong"));
            forgive_try(service, exchange->request(), name);
            access::Principal principal;
            principal.user = name;
            answer_with_session(service, exchange, std::move(principal));
        });
    if (taken) return;
    withdraw_try(service, request, log_in.user);
    respond(exchange, busy("Too many people log in at once; try again in a moment"));
}

} // namespace

Who who_is(Service& service, const Caller& caller) {
    Who who;
    who.name = who.display_name = caller.name;
    who.csrf_token = caller.csrf;
    who.expires_at = caller.expires;
    who.must_change_password = caller.must_change_password;
    who.is_operator = caller.is_operator;
    if (caller.is_operator) {
        for (const auto& role : enumerators<access::Role>) who.roles.emplace_back(role.name);
        return who;
    }
    const auto state = service.door.mirror().state();
    for (const auto role : access::roles_of(*state, caller.principal, service.door.now()))
        who.roles.emplace_back(name_of(role));
    if (const auto* user = access::find_user(*state, caller.name)) {
        who.display_name = user->display_name;
        who.scope = user->scope;
    }
    if (const auto* key = access::find_key(*state, caller.principal.key)) who.scope = key->scope;
    return who;
}

void answer_with_session(Service& service, const http::ExchangePtr& exchange, access::Principal principal) {
    service.door.close_session(exchange->request());
    const auto opened = service.door.open_session(std::move(principal));
    if (!opened.caller.by_cookie)
        return respond(exchange,
                       make_problem(401, "log_in_wrong", "The user was changed just now; try again"));
    http::Response response;
    json::encode(response.body, who_is(service, opened.caller));
    response.headers.emplace_back("Set-Cookie", service.door.set_cookie(exchange->request(), opened.cookie));
    respond(exchange, std::move(response));
}

std::optional<http::Response> refuse_try(Service& service, const http::Request& request,
                                         const std::string& user) {
    const auto wait = service.door.log_ins().tried(user, network_of(request.peer), service.door.now());
    if (wait > Duration{}) {
        const auto whole = (wait.micros + 999'999) / 1'000'000;
        auto response =
            response_of(make_problem(429, "too_many_tries",
                                     fmt::format("Too many log-ins failed; try again in {} seconds", whole)),
                        request);
        std::erase_if(response.headers, [](const auto& one) { return one.first == "Retry-After"; });
        response.headers.emplace_back("Retry-After", std::to_string(whole));
        return response;
    }
    return std::nullopt;
}

void forgive_try(Service& service, const http::Request& request, const std::string& user) {
    service.door.log_ins().succeeded(user, network_of(request.peer), service.door.now());
}

void withdraw_try(Service& service, const http::Request& request, const std::string& user) {
    service.door.log_ins().withdrawn(user, network_of(request.peer));
}

std::optional<Problem> foreign_page(Service& service, const http::Request& request) {
    const auto refused = [] {
        return make_problem(403, "foreign_page", "Another site's page cannot log anybody in here");
    };
    // Browsers say it themselves; old ones, and those on plain HTTP, name the page's origin.
    if (const auto site = request.header("sec-fetch-site"); !site.empty())
        return site == "cross-site" || site == "same-site" ? std::optional{refused()} : std::nullopt;
    const auto origin = request.header("origin");
    if (origin.empty() || origin == service.door.origin()) return std::nullopt;
    const auto host = origin.find("://");
    const bool own = host != std::string_view::npos && origin.substr(host + 3) == request.header("host");
    return own ? std::nullopt : std::optional{refused()};
}

void post_session(Service& service, const http::ExchangePtr& exchange) {
    if (auto foreign = foreign_page(service, exchange->request()))
        return respond(exchange, std::move(*foreign));
    json::Document document{4096};
    LogIn log_in;
    const auto body = document.parse(exchange->request().body);
    if (!body) return respond(exchange, bad_json(body.error()));
    if (auto done = json::decode(*body, log_in); !done) return respond(exchange, bad_json(done.error()));
    if (log_in.token.empty() == log_in.user.empty())
        return respond(exchange, bad_json({"", "give user and password, or the token of the server", 0}));
    if (!log_in.token.empty()) return log_in_with_token(service, exchange, log_in.token);
    log_in_with_password(service, exchange, std::move(log_in));
}

void get_session(Service& service, const http::ExchangePtr& exchange) {
    const auto caller = service.door.ask(exchange->request());
    if (!caller) return respond(exchange, caller.error());
    respond_with(exchange, who_is(service, *caller));
}

void delete_session(Service& service, const http::ExchangePtr& exchange) {
    service.door.close_session(exchange->request());
    http::Response response;
    response.status = 204;
    response.content_type.clear();
    response.headers.emplace_back("Set-Cookie", service.door.set_cookie(exchange->request(), {}));
    respond(exchange, std::move(response));
}

} // namespace truefill::api
