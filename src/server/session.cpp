#include "server/session.h"

#include <fmt/format.h>

#include <utility>

namespace truefill::server {
namespace {

struct LogIn {
    static constexpr auto required = std::to_array<std::string_view>({"token"});
    std::string token;
};
TF_DESCRIBE(LogIn, (token))

Who who(const Caller& caller) { return {caller.name, {"operator"}, caller.csrf, caller.expires}; }

} // namespace

void post_session(Service& service, const http::ExchangePtr& exchange) {
    json::Document document{4096};
    LogIn log_in;
    const auto body = document.parse(exchange->request().body);
    if (!body) return respond(exchange, bad_json(body.error()));
    if (auto done = json::decode(*body, log_in); !done) return respond(exchange, bad_json(done.error()));
    if (!service.door.is_token(log_in.token))
        return respond(exchange, make_problem(401, "token_wrong", "That is not the token of this server"));
    const auto opened = service.door.open_session();
    http::Response response;
    json::encode(response.body, who(opened.caller));
    response.headers.emplace_back(
        "Set-Cookie", fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict", Door::cookie,
                                  opened.cookie, Door::session_time.micros / seconds(1).micros));
    respond(exchange, std::move(response));
}

void get_session(Service& service, const http::ExchangePtr& exchange) {
    const auto caller = service.door.caller(exchange->request());
    if (!caller) return respond(exchange, make_problem(401, "not_signed_in", "Nobody is logged in"));
    respond_with(exchange, who(*caller));
}

void delete_session(Service& service, const http::ExchangePtr& exchange) {
    service.door.close_session(exchange->request());
    http::Response response;
    response.status = 204;
    response.content_type.clear();
    response.headers.emplace_back(
        "Set-Cookie", fmt::format("{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict", Door::cookie));
    respond(exchange, std::move(response));
}

} // namespace truefill::server
