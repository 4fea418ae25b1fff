#include "api/access/first_run.h"

#include "api/access/session.h"
#include "api/log.h"
#include "api/operator_token.h"
#include "api/post_command.h"

#include <chrono>
#include <utility>

namespace truefill::api {
namespace {

struct FirstRun {
    static constexpr auto required =
        std::to_array<std::string_view>({"secret", "user", "display_name", "password"});
    std::string secret, user, display_name, password;
};
TF_DESCRIBE(FirstRun, (secret, user, display_name, password))

Hash128 content_of(std::string_view what, std::string_view user) {
    return hash128(std::string{what} + '/' + std::string{user});
}

Caller newcomer(std::string name) {
    Caller caller;
    caller.name = std::move(name);
    caller.source = "console";
    return caller;
}

void accept(Service& service, const http::ExchangePtr& exchange, const FirstRun& asked, std::string hash) {
    if (hash.empty()) return respond(exchange, busy("There is no memory for a password now"));
    Outgoing outgoing;
    outgoing.command = access::Command{
        access::AcceptFirstRun{sha256(asked.secret), asked.user, asked.display_name, {}, std::move(hash)}};
    outgoing.message_id = "first-run/" + random_hex();
    outgoing.content = content_of("first-run", asked.user);
    outgoing.then = [&service, exchange, name = asked.user](std::expected<CommandAnswer, Problem> said) {
        if (!said) return respond(exchange, std::move(said.error()));
        access::Principal principal;
        principal.user = name;
        answer_with_session(service, exchange, std::move(principal));
    };
    send_unasked(service, exchange, newcomer(asked.user), std::move(outgoing));
}

} // namespace

std::string issue_first_run(Service& service, bool recover) {
    if (access::has_administrator(*service.door.mirror().state()) && !recover) return {};
    auto secret = random_secret();
    engine::Message message;
    message.command =
        access::Command{access::IssueFirstRun{sha256(secret), service.clock.now() + first_run_life, recover}};
    message.envelope.source = "console";
    message.envelope.actor = "truefill";
    message.envelope.message_id = "first-run-link/" + random_hex();
    message.envelope.content_hash = hash128(message.envelope.message_id);
    const auto said = service.loop.call(std::move(message));
    if (said && said->outcome == engine::Outcome::committed) {
        constexpr std::chrono::milliseconds patience{1000};
        service.door.mirror().wait_for(said->position, patience);
        return secret;
    }
    log(Level::warning, "no_first_run_link",
        said ? said->refusal ? said->refusal->sentence : "The link was not taken." : said.error().sentence);
    return {};
}

void post_first_run(Service& service, const http::ExchangePtr& exchange) {
    if (auto foreign = foreign_page(service, exchange->request()))
        return respond(exchange, std::move(*foreign));
    json::Document document{4096};
    FirstRun asked;
    const auto body = document.parse(exchange->request().body);
    if (!body) return respond(exchange, bad_json(body.error()));
    if (auto done = json::decode(*body, asked); !done) return respond(exchange, bad_json(done.error()));
    if (auto wait = refuse_try(service, exchange->request(), {})) return respond(exchange, std::move(*wait));
    const auto state = service.door.mirror().state();
    // Before anything costly is done for whoever asks.
    if (!state->first_run || !is_same(sha256(asked.secret), state->first_run))
        return respond(exchange, make_problem(401, "first_run_wrong",
                                              "This is not the first-run link, or no longer; the start of "
                                              "the server prints one while there is no administrator"));
    forgive_try(service, exchange->request(), {});
    if (auto weak = Passwords::weakness(asked.password, asked.user))
        return respond(exchange, bad_json({"/password", std::move(*weak), 0}));
    auto password = std::exchange(asked.password, {});
    const bool taken = service.door.passwords().hash(
        std::move(password), [&service, exchange, asked = std::move(asked)](std::string hash) {
            accept(service, exchange, asked, std::move(hash));
        });
    if (!taken) respond(exchange, busy("Too many people log in at once; try again in a moment"));
}

} // namespace truefill::api
