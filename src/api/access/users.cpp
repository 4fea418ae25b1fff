#include "api/access/users.h"

#include "api/access/session.h"
#include "api/operator_token.h"
#include "api/post_command.h"
#include "api/scope.h"

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

constexpr std::size_t account_body_max = 64 << 10;

template <class T> std::expected<T, Problem> account_body(const http::Request& request) {
    json::Document document{account_body_max};
    T value;
    const auto body = document.parse(request.body.empty() ? std::string_view{"{}"} : request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    if (auto done = json::decode(*body, value); !done) return std::unexpected(bad_json(done.error()));
    return value;
}

/// Two commands for one request are two messages; the hash of a password stands in neither.
std::string message_id_for(const std::string& key, std::string_view step) {
    return key + "/" + std::string{step};
}
Hash128 content_for(std::string_view step, std::string_view user) {
    return hash128(std::string{step} + '/' + std::string{user});
}

struct PasswordFor {
    std::string user, password, message_id;
};

/// Hashes the password and sends it for the user; the rest is `then`'s.
void set_password(Service& service, const http::ExchangePtr& exchange, PasswordFor wanted,
                  std::function<void(std::expected<CommandAnswer, Problem>)> then) {
    auto password = std::exchange(wanted.password, {});
    const auto shared =
        std::make_shared<std::function<void(std::expected<CommandAnswer, Problem>)>>(std::move(then));
    const bool taken = service.door.passwords().hash(
        std::move(password), [&service, exchange, wanted = std::move(wanted), shared](std::string hash) {
            if (hash.empty())
                return (*shared)(std::unexpected(busy("There is no memory for a password now")));
            Outgoing outgoing;
            outgoing.command = access::Command{access::SetCredential{wanted.user, std::move(hash)}};
            outgoing.message_id = wanted.message_id;
            outgoing.content = content_for("password", wanted.user);
            outgoing.own_route = true;
            outgoing.then = [shared](std::expected<CommandAnswer, Problem> said) {
                (*shared)(std::move(said));
            };
            send_command(service, exchange, std::move(outgoing));
        });
    if (!taken) (*shared)(std::unexpected(busy("Too many passwords are set at once; try again in a moment")));
}

/// A refusal that is an older answer: the secret of it was shown then.
std::optional<Problem> shown_before(const std::expected<CommandAnswer, Problem>& said) {
    if (!said || said->outcome == engine::Outcome::committed) return std::nullopt;
    return make_problem(409, "shown_before",
                        "A request with this Idempotency-Key was answered before, and what is shown once was "
                        "shown then. Send a new key for another one");
}

void add_password(Service& service, const http::ExchangePtr& exchange, NewUser asked, std::string key) {
    const bool made = asked.password.empty();
    if (made) asked.password = random_secret().substr(0, 20);
    auto shown = made ? asked.password : std::string{};
    PasswordFor wanted{asked.user, std::move(asked.password), message_id_for(key, "password")};
    set_password(service, exchange, std::move(wanted),
                 [exchange, user = asked.user, shown](std::expected<CommandAnswer, Problem> said) {
                     if (!said) return respond(exchange, std::move(said.error()));
                     if (auto old = shown.empty() ? std::nullopt : shown_before(said))
                         return respond(exchange, std::move(*old));
                     respond_with(exchange, UserMade{user, shown, said->position});
                 });
}

/// His own: he proves that it is him, and goes on with a new session, as the old one ends.
void change_own(Service& service, const http::ExchangePtr& exchange, const Caller& caller,
                std::pair<NewPassword, std::string> asked) {
    auto& [body, id] = asked;
    const auto state = service.door.mirror().state();
    const auto* credential = access::find_credential(*state, caller.name);
    if (auto wait = refuse_try(service, exchange->request(), caller.name))
        return respond(exchange, std::move(*wait));
    PasswordFor wanted{caller.name, std::move(body.password), std::move(id)};
    const auto change = [&service, exchange, principal = caller.principal,
                         wanted = std::move(wanted)](bool right) mutable {
        if (!right)
            return respond(exchange, make_problem(403, "password_wrong", "The current password is wrong"));
        forgive_try(service, exchange->request(), wanted.user);
        set_password(service, exchange, std::move(wanted),
                     [&service, exchange, principal](std::expected<CommandAnswer, Problem> said) {
                         if (!said) return respond(exchange, std::move(said.error()));
                         answer_with_session(service, exchange, principal);
                     });
    };
    if (service.door.passwords().check(std::move(body.current), credential ? credential->hash : "", change))
        return;
    withdraw_try(service, exchange->request(), caller.name);
    respond(exchange, busy("Too many people log in at once; try again in a moment"));
}

} // namespace

void get_users(Service& service, const http::ExchangePtr& exchange) {
    const auto state = service.door.mirror().state();
    UserList list;
    list.position = service.loop.durable();
    for (const auto& [name, user] : state->users) {
        const auto* credential = access::find_credential(*state, name);
        list.items.push_back({name, user.display_name, user.roles, user.scope, user.limits, user.substitute,
                              user.identity, user.active, credential != nullptr,
                              credential != nullptr && credential->temporary, user.created_at,
                              user.changed_at});
    }
    list.total = list.items.size();
    respond_with(exchange, list);
}

void post_user(Service& service, const http::ExchangePtr& exchange) {
    auto key = message_id_of(exchange->request().header("idempotency-key"));
    if (!key) return respond(exchange, std::move(key.error()));
    auto asked = account_body<NewUser>(exchange->request());
    if (!asked) return respond(exchange, std::move(asked.error()));
    if (!asked->password.empty())
        if (auto weak = Passwords::weakness(asked->password, asked->user))
            return respond(exchange, bad_json({"/password", std::move(*weak), 0}));
    Outgoing outgoing;
    outgoing.command = access::Command{access::CreateUser{
        asked->user, asked->display_name, {}, asked->identity, asked->roles, asked->scope}};
    outgoing.message_id = *key;
    outgoing.then = [&service, exchange, asked = *asked,
                     key = *key](std::expected<CommandAnswer, Problem> said) {
        if (!said) return respond(exchange, std::move(said.error()));
        if (asked.identity && asked.password.empty())
            return respond_with(exchange, UserMade{asked.user, {}, said->position});
        add_password(service, exchange, asked, key);
    };
    send_command(service, exchange, std::move(outgoing));
}

void post_user_password(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto caller = service.door.ask(request);
    if (!caller) return respond(exchange, caller.error());
    auto key = message_id_of(request.header("idempotency-key"));
    if (!key) return respond(exchange, std::move(key.error()));
    auto asked = account_body<NewPassword>(request);
    if (!asked) return respond(exchange, std::move(asked.error()));
    std::string user{request.part("user")};
    const bool own = caller->by_cookie && caller->principal.user == user;
    if (own || !asked->password.empty())
        if (auto weak = Passwords::weakness(asked->password, user))
            return respond(exchange, bad_json({"/password", std::move(*weak), 0}));
    if (own) {
        if (asked->password == asked->current)
            return respond(exchange, bad_json({"/password", "It is the same as before", 0}));
        return change_own(service, exchange, *caller, {std::move(*asked), std::move(*key)});
    }
    const auto may =
        may_act(*service.door.mirror().state(), *caller,
                {.what = access::SetCredential::name, .own_route = true, .at = service.door.now()});
    if (!may.allowed) return respond(exchange, not_allowed(may)); // before something costly is done for him
    NewUser wanted;
    wanted.user = std::move(user);
    wanted.password = std::move(asked->password);
    add_password(service, exchange, std::move(wanted), *key);
}

void get_roles(Service& service, const http::ExchangePtr& exchange) {
    RoleTable table;
    for (const auto& role : enumerators<access::Role>) table.roles.push_back(role.value);
    for (const auto& row : access::rows()) {
        RoleRow shown{std::string{row.name}, row.way, {}, {}};
        for (const auto& role : enumerators<access::Role>)
            if ((row.roles & access::bit(role.value)) != 0) shown.roles.push_back(role.value);
        const auto add = [&](bool checked, std::string_view word) {
            if (checked) shown.checks.emplace_back(word);
        };
        add(row.checks.site, "site");
        add(row.checks.customer, "customer");
        add(row.checks.value, "value");
        add(row.checks.if_named, "if_named");
        add(row.checks.other, "other");
        add(row.checks.himself, "himself");
        table.rows.push_back(std::move(shown));
    }
    const auto state = service.door.mirror().state();
    for (const auto& [customer, group] : state->group_of)
        if (std::ranges::find(table.customer_groups, group) == table.customer_groups.end())
            table.customer_groups.push_back(group);
    std::ranges::sort(table.customer_groups);
    respond_with(exchange, table);
}

} // namespace truefill::api
