#include "api/door.h"

#include "base/text.h"
#include "engine/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

constexpr std::string_view token_prefix = "tf_";

std::unexpected<Problem> nobody(std::string_view code, std::string detail) {
    return std::unexpected(make_problem(401, code, std::move(detail)));
}

/// The operator speaks for any system while there are no keys, and says with each request for which.
std::string source_of(const http::Request& request) {
    constexpr std::size_t longest = 64;
    const auto named = request.header("truefill-source");
    const bool good = is_printable_identifier(named, longest) && named != engine::own_source;
    return good ? std::string{named} : "operator";
}

/// `tf_<prefix>_<secret>`; none when it does not look like one. The secret may have underscores.
struct KeyParts {
    std::string_view prefix, secret;
};
std::optional<KeyParts> parts_of(std::string_view token) {
    constexpr std::size_t longest = 128;
    if (!token.starts_with(token_prefix) || token.size() > longest) return std::nullopt;
    token.remove_prefix(token_prefix.size());
    const auto end = token.find('_');
    if (end == std::string_view::npos) return std::nullopt;
    return KeyParts{token.substr(0, end), token.substr(end + 1)};
}

Caller operator_caller(std::string source) {
    Caller caller;
    caller.is_operator = true;
    caller.name = "operator";
    caller.source = std::move(source);
    return caller;
}

} // namespace

bool Door::is_token(std::string_view token) const {
    return token.starts_with(token_prefix) && is_same(sha256(token), token_hash_) && operator_counts();
}

bool Door::operator_counts() const {
    return !mirror_.lost() && (rules_.operator_always || !access::has_administrator(*mirror_.state()));
}

std::optional<Problem> Door::closed() const {
    if (!mirror_.lost()) return std::nullopt;
    return make_problem(503, "access_unreadable",
                        "A record about users and keys could not be read, so nobody is let in; the log says "
                        "which. Start the server again");
}

std::optional<Digest> Door::cookie_of(const http::Request& request) const {
    auto rest = request.header("cookie");
    while (!rest.empty()) {
        const auto end = rest.find(';');
        auto one = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.size() > cookie.size() && one.starts_with(cookie) && one[cookie.size()] == '=')
            return sha256(one.substr(cookie.size() + 1));
    }
    return std::nullopt;
}

std::expected<Caller, Problem> Door::ask(const http::Request& request) {
    if (auto shut = closed()) return std::unexpected(std::move(*shut));
    constexpr std::string_view bearer = "bearer "; // names of schemes ignore case (RFC 9110, 11.1)
    if (const auto header = request.header("authorization"); !header.empty()) {
        if (to_lower_ascii(header.substr(0, bearer.size())) != bearer)
            return nobody("not_signed_in", "Only Authorization: Bearer tf_... is known here");
        return by_bearer(request, header.substr(bearer.size()));
    }
    if (const auto key = cookie_of(request)) return by_session(*key);
    return nobody("not_signed_in", "This needs a key, Authorization: Bearer tf_..., or a session");
}

std::optional<Caller> Door::caller(const http::Request& request) {
    auto found = ask(request);
    if (!found) return std::nullopt;
    return std::move(*found);
}

std::expected<Caller, Problem> Door::by_bearer(const http::Request& request, std::string_view token) const {
    const auto parts = parts_of(token);
    if (!parts) {
        if (is_token(token)) return operator_caller(source_of(request));
        return nobody("key_wrong", "That is no key of this server");
    }
    const auto state = mirror_.state();
    // An unknown prefix has the hash of nothing, which no secret has, and costs the same.
    if (!is_same(sha256(parts->secret), access::secret_of(*state, parts->prefix)))
        return nobody("key_wrong", "That is no key of this server");
    Caller caller;
    caller.principal.key = parts->prefix;
    if (auto good = access::usable(*state, caller.principal, now()); !good.allowed)
        return nobody(good.code, "Not with this key: " + good.reason);
    const auto* key = access::find_key(*state, parts->prefix);
    caller.name = key->principal;
    caller.source = key->source;
    caller.expires = key->expires_at;
    return caller;
}

Door::Standing Door::standing_of(const access::State& state, std::string_view user) {
    Standing standing;
    if (const auto* found = access::find_user(state, user)) {
        standing.changed_at = found->changed_at;
        standing.roles = found->roles;
        standing.scope = found->scope;
    }
    if (const auto* credential = access::find_credential(state, user)) standing.credential = credential->hash;
    return standing;
}

bool Door::counts(const Session& session, const access::State& state, Time now) const {
    if (session.expires <= now) return false;
    if (session.is_operator) return rules_.operator_always || !access::has_administrator(state);
    const auto* user = access::find_user(state, session.principal.user);
    return user != nullptr && user->active && standing_of(state, session.principal.user) == session.standing;
}

std::expected<Caller, Problem> Door::by_session(const Digest& key) {
    const auto state = mirror_.state();
    const std::scoped_lock lock{mutex_};
    const auto found = sessions_.find(key);
    if (found == sessions_.end()) return nobody("not_signed_in", "The session has ended; log in again");
    const auto& session = found->second;
    if (!counts(session, *state, now())) {
        sessions_.erase(found);
        return nobody("not_signed_in", "The session has ended; log in again");
    }
    auto caller = operator_caller("console");
    caller.csrf = session.csrf;
    caller.expires = session.expires;
    caller.by_cookie = true;
    if (session.is_operator) return caller;
    caller.is_operator = false;
    caller.principal = session.principal;
    caller.name = session.principal.user;
    // Who came by an identity provider has not used the password.
    const auto* credential = access::find_credential(*state, caller.name);
    caller.must_change_password =
        session.principal.issuer.empty() && credential != nullptr && credential->temporary;
    return caller;
}

Door::Opened Door::open(access::Principal principal, bool is_operator) {
    const auto now = clock_.now();
    const auto state = mirror_.state();
    Session session;
    session.is_operator = is_operator;
    session.csrf = random_hex();
    session.expires = now + session_time;
    session.standing = standing_of(*state, principal.user);
    session.principal = principal;
    Opened opened{random_hex(), {}};
    const auto key = sha256(opened.cookie);
    {
        const std::scoped_lock lock{mutex_};
        make_room(principal, now);
        sessions_[key] = std::move(session);
    }
    if (auto caller = by_session(key)) opened.caller = std::move(*caller);
    return opened;
}

void Door::close_session(const http::Request& request) {
    const auto key = cookie_of(request);
    if (!key) return;
    const std::scoped_lock lock{mutex_};
    sessions_.erase(*key);
}

std::size_t Door::sessions() const {
    const std::scoped_lock lock{mutex_};
    return sessions_.size();
}

std::string Door::set_cookie(const http::Request& request, std::string_view value) const {
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}", cookie, value,
                       value.empty() ? 0 : session_time.micros / seconds(1).micros,
                       rules_.secure_cookie || request.secure ? "; Secure" : "");
}

/// The one that ends first makes room: of the same user, or of all.
void Door::make_room(const access::Principal& principal, Time now) {
    std::erase_if(sessions_, [&](const auto& one) { return one.second.expires <= now; });
    const auto expires = [](const auto& one) { return one.second.expires; };
    auto oldest = sessions_.end();
    std::size_t own = 0;
    for (auto at = sessions_.begin(); at != sessions_.end(); ++at) {
        if (at->second.principal.user != principal.user) continue;
        ++own;
        if (oldest == sessions_.end() || at->second.expires < oldest->second.expires) oldest = at;
    }
    if (own >= sessions_of_user_max) sessions_.erase(oldest);
    if (sessions_.size() >= sessions_max) sessions_.erase(std::ranges::min_element(sessions_, {}, expires));
}

} // namespace truefill::api
