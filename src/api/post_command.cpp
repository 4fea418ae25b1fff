#include "api/post_command.h"

#include "access/permissions.h"
#include "api/bounds.h"
#include "api/command_texts.h"
#include "api/person_desk.h"
#include "api/scope.h"
#include "api/stored_record.h"
#include "base/text.h"
#include "engine/codec.h"

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace truefill::api {
namespace {

bool is_known(std::string_view name) {
    bool known = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, engine::Command>>(
        [&]<class M>(std::type_identity<M>) { known = known || engine::Codec<M>::knows(name); });
    return known;
}

/// A refusal that was journaled: the answer to every retry.
std::expected<journal::Refusal, Problem> first_refusal(Records& records, Position position) {
    json::Document document;
    const auto record = records.record(position);
    if (!record) return std::unexpected(make_problem(500, "journal_unreadable", record.error()));
    const auto stored = open_record(document, *record);
    if (!stored) return std::unexpected(make_problem(500, "journal_unreadable", stored.error()));
    if (stored->steps.empty() || !stored->steps.front().refusal)
        return journal::Refusal{"refused", "the message was refused before", {}, {}};
    return *stored->steps.front().refusal;
}

using Heard = std::function<void(std::expected<CommandAnswer, Problem>)>;

/// Hears once, answers the exchange and is gone. Most answers are a few bytes and are made right here, on the
/// journal thread; those that need the journal are a clerk's. What changes who may do what is told when the
/// door knows it too.
class Sender final : public loop::AnswerSink {
public:
    Sender(Service& service, http::ExchangePtr exchange, Heard then, bool of_access)
        : service_{service}, exchange_{std::move(exchange)}, then_{std::move(then)}, of_access_{of_access} {}

    /// In the engine's turn, before the answer.
    bool may_be_taken(const engine::State& state, const loop::Asked& asked) {
        sealed_before_ = !is_readable(service_, state, asked.message.command);
        return !sealed_before_;
    }

    void answered(std::uint64_t, loop::Answer answer) override {
        std::unique_ptr<Sender> self{this};
        const bool reads = answer && answer->outcome == engine::Outcome::duplicate && answer->was_refused;
        if (!reads && !of_access_) return reply(answer);
        service_.clerks.give([self = std::shared_ptr<Sender>{std::move(self)}, answer = std::move(answer)] {
            constexpr std::chrono::milliseconds patience{1000};
            if (self->of_access_ && answer) self->service_.door.mirror().wait_for(answer->position, patience);
            self->reply(answer);
        });
    }

private:
    void reply(const loop::Answer& answer) {
        auto said = answer_of(service_, answer);
        if (sealed_before_) said = std::unexpected(sealed_before());
        if (then_) return then_(std::move(said));
        if (said) respond_with(exchange_, *said);
        else respond(exchange_, std::move(said.error()));
    }

    Service& service_;
    http::ExchangePtr exchange_;
    Heard then_;
    bool of_access_;
    bool sealed_before_ = false;
};

std::expected<engine::Message, Problem> read_message(const http::Request& request, const Caller& caller) {
    thread_local json::Document document;
    const auto name = request.part("name");
    if (!is_known(name) || !is_offered(name))
        return std::unexpected(
            make_problem(404, "command_unknown", "There is no command " + std::string{name}));
    auto id = message_id_of(request.header("idempotency-key"));
    if (!id) return std::unexpected(std::move(id.error()));
    const auto body = document.parse(request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    auto command = command_of(name, *body);
    if (!command) return std::unexpected(std::move(command.error()));
    auto message = message_of(request, caller, std::move(*command));
    message.envelope.message_id = std::move(*id);
    if (const auto at = request.header("truefill-event-time"); !at.empty()) {
        const auto time = parse_time(at);
        if (!time) return std::unexpected(bad_parameter("Truefill-Event-Time", time.error()));
        if (is_outside(*time))
            return std::unexpected(bad_parameter("Truefill-Event-Time", "it lies between 1900 and 2199"));
        message.envelope.event_time = *time;
    }
    return message;
}

/// A full queue is told and not waited for: the thread serves other connections too.
void hand_in(Service& service, const http::ExchangePtr& exchange, engine::Message message, Guarded guarded) {
    const bool of_access = holds<access::Command>(message.command);
    const auto& then = guarded.then;
    auto sender = std::make_unique<Sender>(service, exchange, then, of_access);
    auto only_if = std::move(guarded.only_if);
    if (service.persons)
        only_if = [sender = sender.get(), own = std::move(only_if)](const engine::State& state,
                                                                    const loop::Asked& asked) {
            return sender->may_be_taken(state, asked) && (!own || own(state, asked));
        };
    if (service.loop.try_submit(message, sender.get(), 0, std::move(only_if)))
        return static_cast<void>(sender.release());
    service.metrics.not_taken();
    auto full = busy("The engine has more to do than it can take; send it again in a moment");
    if (then) return then(std::unexpected(std::move(full)));
    respond(exchange, std::move(full));
}

/// What waits for its documents to be looked up.
struct Asking {
    Asking(Caller who, engine::Message what, Guarded how)
        : caller{std::move(who)}, message{std::move(what)}, guarded{std::move(how)} {}
    Caller caller;
    engine::Message message;
    Guarded guarded;
    Sending sending{caller, message};
};

struct Permitting {
    std::string requester{};
    bool own_route{};
    Guarded guarded{};
};

/// Some commands approve and do not say what for; then the sender says who asked.
std::string requester_in(const http::Request& request) {
    constexpr std::size_t longest = 64;
    const auto named = request.header("truefill-requested-by");
    return is_printable_identifier(named, longest) ? std::string{named} : std::string{};
}

/// Asks, and hands in when the answer is yes: at once when it is known at once.
void ask_and_hand_in(Service& service, const http::ExchangePtr& exchange,
                     std::pair<Caller, engine::Message> sent, Permitting options) {
    auto& [caller, message] = sent;
    auto verdict = permit_at_once(service, {caller, message, options.requester, options.own_route});
    if (verdict.settled && !verdict.problem)
        return hand_in(service, exchange, std::move(message), std::move(options.guarded));
    const auto refuse = [exchange](const Heard& then, Problem problem) {
        if (then) return then(std::unexpected(std::move(problem)));
        respond(exchange, std::move(problem));
    };
    if (verdict.settled) return refuse(options.guarded.then, std::move(*verdict.problem));
    const auto asking =
        std::make_shared<Asking>(std::move(caller), std::move(message), std::move(options.guarded));
    asking->sending.requester = std::move(options.requester);
    asking->sending.own_route = options.own_route;
    permit_later(service, {asking, &asking->sending},
                 [&service, exchange, asking, refuse](std::optional<Problem> no) {
                     if (no) return refuse(asking->guarded.then, std::move(*no));
                     hand_in(service, exchange, std::move(asking->message), std::move(asking->guarded));
                 });
}

/// Whose a signature is stands in the state: looked up first.
void look_and_hand_in(Service& service, const http::ExchangePtr& exchange,
                      std::pair<Caller, engine::Message> sent, Guarded guarded) {
    struct Looking {
        std::pair<Caller, engine::Message> sent;
        Guarded guarded;
        std::string consignee{};
    };
    const auto looking = std::make_shared<Looking>(std::move(sent), std::move(guarded));
    service.loop.look(
        [looking](const engine::State& state) {
            looking->consignee = consignee_in(state, looking->sent.second.command);
        },
        [&service, exchange, looking](std::optional<loop::Fault> fault) {
            if (fault) return respond(exchange, closed(*fault));
            const SealHints known{exchange->request().body, looking->consignee};
            if (auto no = seal(service, looking->sent.second, known))
                return respond(exchange, std::move(*no));
            ask_and_hand_in(service, exchange, std::move(looking->sent),
                            {requester_in(exchange->request()), false, std::move(looking->guarded)});
        });
}

/// A command that is about nothing is refused here: what names no document can neither happen nor wait for
/// it.
Problem too_little(const json::Problem& missing) {
    auto problem = make_problem(422, "member_missing", "The command says too little: " + missing.detail);
    problem.errors.push_back({missing.pointer, "member_missing", missing.detail});
    return problem;
}

/// Who has not the role is told so before anybody reads what he sent.
std::optional<Problem> role_missing(Service& service, const Caller& caller, std::string_view command) {
    if (caller.is_operator || !is_offered(command)) return std::nullopt;
    const auto state = service.door.mirror().state();
    const auto answer = may_act(*state, caller, {.what = command, .about = "?", .at = service.door.now()});
    const auto* row = access::find_row(command);
    if (answer.code != "role_missing" || row->checks.himself) return std::nullopt;
    return not_allowed(answer);
}

} // namespace

bool is_offered(std::string_view command) {
    const auto* row = access::find_row(command);
    return row != nullptr && row->way == access::Way::api;
}

std::expected<engine::Command, Problem> command_of(std::string_view name, json::Value body) {
    if (!is_known(name) || !is_offered(name))
        return std::unexpected(
            make_problem(404, "command_unknown", "There is no command " + std::string{name}));
    for (const auto& [member, unused] : body.members())
        if (is_own_member(member))
            return std::unexpected(bad_json({"/" + std::string{member}, "only the engine fills this in", 0}));
    auto command = engine::decode_command(name, body);
    if (!command) return std::unexpected(bad_json(command.error()));
    if (const auto wrong = value_outside(*command)) return std::unexpected(bad_json(*wrong));
    if (const auto missing = missing_in(name, body)) return std::unexpected(too_little(*missing));
    return std::move(*command);
}

std::expected<std::string, Problem> message_id_of(std::string_view key) {
    constexpr std::size_t longest = 128;
    if (key.empty())
        return std::unexpected(make_problem(400, "idempotency_key_missing",
                                            "The header Idempotency-Key is missing: it names the message, so "
                                            "that a retry takes no effect twice"));
    if (key.size() >= 2 && key.front() == '"' && key.back() == '"') key = key.substr(1, key.size() - 2);
    const bool printable = std::ranges::all_of(key, [](char c) { return c >= '!' && c <= '~'; });
    if (key.empty() || key.size() > longest || !printable)
        return std::unexpected(
            make_problem(400, "idempotency_key_invalid",
                         "An Idempotency-Key has 1 to 128 printable ASCII characters without blanks"));
    return std::string{key};
}

engine::Message message_of(const http::Request& request, const Caller& caller, engine::Command command) {
    engine::Message message;
    std::string body;
    engine::encode_body(body, command);
    message.envelope.source = caller.source;
    message.envelope.content_hash = hash128(body);
    message.envelope.actor = caller.name;
    message.envelope.trace = request.traceparent;
    message.command = std::move(command);
    return message;
}

std::expected<CommandAnswer, Problem> answer_of(Service& service, const loop::Answer& answer) {
    if (!answer) {
        service.metrics.not_taken();
        return std::unexpected(closed(answer.error()));
    }
    const auto& result = *answer;
    service.metrics.decided(result.outcome);
    if (result.refusal && result.outcome == engine::Outcome::refused)
        return std::unexpected(refused(*result.refusal));
    if (result.outcome == engine::Outcome::duplicate && result.was_refused) {
        const auto refusal = first_refusal(service.records, result.position);
        return std::unexpected(refusal ? refused(*refusal) : refusal.error());
    }
    return CommandAnswer{result.outcome, result.position};
}

void post_command(Service& service, const http::ExchangePtr& exchange) {
    post_guarded(service, exchange, {});
}

void post_guarded(Service& service, const http::ExchangePtr& exchange, Guarded guarded) {
    auto caller = service.door.ask(exchange->request());
    if (!caller) return respond(exchange, std::move(caller.error()));
    if (auto no = role_missing(service, *caller, exchange->request().part("name")))
        return respond(exchange, std::move(*no));
    auto message = read_message(exchange->request(), *caller);
    if (!message) return respond(exchange, std::move(message.error()));
    if (service.persons && personal::needs_state(message->command))
        return look_and_hand_in(service, exchange, {std::move(*caller), std::move(*message)},
                                std::move(guarded));
    if (auto no = seal(service, *message, {.raw = exchange->request().body}))
        return respond(exchange, std::move(*no));
    ask_and_hand_in(service, exchange, {std::move(*caller), std::move(*message)},
                    {requester_in(exchange->request()), false, std::move(guarded)});
}

void send_command(Service& service, const http::ExchangePtr& exchange, Outgoing outgoing) {
    const auto refuse = [&](Problem problem) {
        if (outgoing.then) return outgoing.then(std::unexpected(std::move(problem)));
        respond(exchange, std::move(problem));
    };
    auto caller = service.door.ask(exchange->request());
    if (!caller) return refuse(std::move(caller.error()));
    auto message = message_of(exchange->request(), *caller, std::move(outgoing.command));
    message.envelope.message_id = std::move(outgoing.message_id);
    if (auto no = seal(service, message)) return refuse(std::move(*no));
    if (outgoing.content) message.envelope.content_hash = *outgoing.content;
    ask_and_hand_in(service, exchange, {std::move(*caller), std::move(message)},
                    {requester_in(exchange->request()), outgoing.own_route, {{}, std::move(outgoing.then)}});
}

void send_command(Service& service, const http::ExchangePtr& exchange, engine::Command command,
                  std::string message_id) {
    send_command(service, exchange, Outgoing{std::move(command), std::move(message_id)});
}

void send_unasked(Service& service, const http::ExchangePtr& exchange, const Caller& caller,
                  Outgoing outgoing) {
    auto message = message_of(exchange->request(), caller, std::move(outgoing.command));
    message.envelope.message_id = std::move(outgoing.message_id);
    if (auto no = seal(service, message)) return outgoing.then(std::unexpected(std::move(*no)));
    if (outgoing.content) message.envelope.content_hash = *outgoing.content;
    hand_in(service, exchange, std::move(message), {{}, std::move(outgoing.then)});
}

} // namespace truefill::api
