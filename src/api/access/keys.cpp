#include "api/access/keys.h"

#include "api/operator_token.h"
#include "api/post_command.h"
#include "api/scope.h"

#include <utility>

namespace truefill::api {
namespace {

constexpr std::size_t key_body_max = 64 << 10;

/// What the sender wrote, without the secret that was made for it: so a retry is one.
template <class T>
std::expected<std::pair<T, Hash128>, Problem> key_body(const http::Request& request, std::string_view act) {
    json::Document document{key_body_max};
    T value;
    const auto body = document.parse(request.body.empty() ? std::string_view{"{}"} : request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    if (auto done = json::decode(*body, value); !done) return std::unexpected(bad_json(done.error()));
    std::string text{act};
    json::encode(text, value);
    return std::pair{std::move(value), hash128(text)};
}

std::optional<Problem> check_days(std::string_view member, std::int64_t given, std::int64_t first,
                                  Duration longest) {
    const auto last = longest.micros / days(1).micros;
    if (given >= first && given <= last) return std::nullopt;
    return bad_json({"/" + std::string{member},
                     "it is " + std::to_string(first) + " to " + std::to_string(last) + " days", 0});
}

struct Made {
    engine::Command command;
    std::string prefix, secret;
    Time expires_at;
};

void send_made(Service& service, const http::ExchangePtr& exchange, Made made,
               std::pair<std::string, Hash128> message) {
    Outgoing outgoing;
    outgoing.command = std::move(made.command);
    outgoing.message_id = std::move(message.first);
    outgoing.content = message.second;
    outgoing.own_route = true;
    outgoing.then = [exchange, prefix = made.prefix, secret = made.secret,
                     expires = made.expires_at](std::expected<CommandAnswer, Problem> said) {
        if (!said) return respond(exchange, std::move(said.error()));
        if (said->outcome != engine::Outcome::committed)
            return respond(
                exchange, make_problem(409, "shown_before",
                                       "A request with this Idempotency-Key was answered before, and the key "
                                       "was shown then. Send a new Idempotency-Key for another key"));
        respond_with(exchange, KeyMade{prefix, "tf_" + prefix + "_" + secret, expires, said->position});
    };
    send_command(service, exchange, std::move(outgoing));
}

KeyStatus status_of(const access::Key& key, Time now) {
    if (key.revoked_at) return KeyStatus::revoked;
    if (key.expires_at <= now) return KeyStatus::expired;
    return key.replaced_by.empty() ? KeyStatus::active : KeyStatus::replaced;
}

} // namespace

void get_keys(Service& service, const http::ExchangePtr& exchange) {
    const auto state = service.door.mirror().state();
    KeyList list;
    list.position = service.loop.durable();
    for (const auto& [prefix, key] : state->keys)
        list.items.push_back({prefix, key.principal, key.source, key.roles, key.scope,
                              status_of(key, service.door.now()), key.created_at, key.expires_at,
                              key.revoked_at, key.replaced_by});
    list.total = list.items.size();
    respond_with(exchange, list);
}

void post_key(Service& service, const http::ExchangePtr& exchange) {
    auto id = message_id_of(exchange->request().header("idempotency-key"));
    if (!id) return respond(exchange, std::move(id.error()));
    auto asked = key_body<NewKey>(exchange->request(), "new");
    if (!asked) return respond(exchange, std::move(asked.error()));
    auto& [wanted, content] = *asked;
    if (auto wrong = check_days("expires_in_days", wanted.expires_in_days, 1, access::key_life_max))
        return respond(exchange, std::move(*wrong));
    Made made;
    made.prefix = random_prefix();
    made.secret = random_secret();
    made.expires_at = service.clock.now() + days(wanted.expires_in_days) - minutes(1);
    made.command =
        access::Command{access::CreateKey{made.prefix, sha256(made.secret), wanted.principal, wanted.source,
                                          wanted.roles, wanted.scope, made.expires_at}};
    send_made(service, exchange, std::move(made), {std::move(*id), content});
}

void post_rotate_key(Service& service, const http::ExchangePtr& exchange) {
    auto id = message_id_of(exchange->request().header("idempotency-key"));
    if (!id) return respond(exchange, std::move(id.error()));
    const std::string prefix{exchange->request().part("prefix")};
    auto asked = key_body<Rotation>(exchange->request(), "rotate/" + prefix);
    if (!asked) return respond(exchange, std::move(asked.error()));
    auto& [wanted, content] = *asked;
    if (auto wrong = check_days("overlap_days", wanted.overlap_days, 0, access::overlap_max))
        return respond(exchange, std::move(*wrong));
    if (auto wrong = check_days("expires_in_days", wanted.expires_in_days, 1, access::key_life_max))
        return respond(exchange, std::move(*wrong));
    const auto now = service.clock.now();
    const auto overlap = wanted.overlap_days == 0 ? minutes(1) : days(wanted.overlap_days) - minutes(1);
    Made made;
    made.prefix = random_prefix();
    made.secret = random_secret();
    made.expires_at = now + days(wanted.expires_in_days) - minutes(1);
    made.command = access::Command{
        access::RotateKey{prefix, made.prefix, sha256(made.secret), now + overlap, made.expires_at}};
    send_made(service, exchange, std::move(made), {std::move(*id), content});
}

void delete_key(Service& service, const http::ExchangePtr& exchange) {
    auto id = message_id_of(exchange->request().header("idempotency-key"));
    if (!id) return respond(exchange, std::move(id.error()));
    access::RevokeKey revoke;
    revoke.prefix = exchange->request().part("prefix");
    send_command(service, exchange, access::Command{std::move(revoke)}, std::move(*id));
}

} // namespace truefill::api
