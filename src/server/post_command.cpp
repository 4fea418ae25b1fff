#include "server/post_command.h"

#include "engine/codec.h"
#include "server/bounds.h"
#include "server/stored_record.h"

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace truefill::server {
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

/// Hears once, answers the exchange and is gone. Most answers are a few bytes and are made right here, on the
/// journal thread; those that need the journal are a clerk's.
class Sender final : public loop::AnswerSink {
public:
    Sender(Service& service, http::ExchangePtr exchange)
        : service_{service}, exchange_{std::move(exchange)} {}

    void answered(std::uint64_t, loop::Answer answer) override {
        const std::unique_ptr<Sender> self{this};
        if (answer && answer->outcome == engine::Outcome::duplicate && answer->was_refused)
            return service_.clerks.give([&service = service_, exchange = exchange_,
                                         answer = std::move(answer)] { reply(service, exchange, answer); });
        reply(service_, exchange_, answer);
    }

private:
    static void reply(Service& service, const http::ExchangePtr& exchange, const loop::Answer& answer) {
        auto said = answer_of(service, answer);
        if (said) respond_with(exchange, *said);
        else respond(exchange, std::move(said.error()));
    }

    Service& service_;
    http::ExchangePtr exchange_;
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
void hand_in(Service& service, const http::ExchangePtr& exchange, engine::Message message) {
    auto sender = std::make_unique<Sender>(service, exchange);
    if (service.loop.try_submit(message, sender.get())) return static_cast<void>(sender.release());
    service.metrics.not_taken();
    respond(exchange, busy("The engine has more to do than it can take; send it again in a moment"));
}

} // namespace

bool is_offered(std::string_view command) {
    static constexpr auto own = std::to_array<std::string_view>({
        "orders.continue_cancel",   "orders.recall_order",    "inventory.reserve_waiting",
        "inventory.settle_promise", "mirrors.review_claims",  "cases.check_case",
        "cases.auto_resolve",       "billing.check_invoice",  "billing.check_credit",
        "returns.check_return",     "returns.trim_returns",   "shipping.check_shipment",
        "warehouse.check_release",  "warehouse.release_wave", "engine.advance_time",
        "engine.create_job",        "engine.put_aside",       "engine.take_up",
        "engine.give_up_waiting",   "engine.defer_work",      "engine.continue_work",
        "engine.count_duplicates",  "engine.report_message",  "engine.resume_orders",
    });
    return std::ranges::find(own, command) == own.end();
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
    const auto caller = service.door.caller(exchange->request());
    if (!caller) return respond(exchange, make_problem(401, "not_signed_in", "Who are you?"));
    auto message = read_message(exchange->request(), *caller);
    if (!message) return respond(exchange, std::move(message.error()));
    hand_in(service, exchange, std::move(*message));
}

void send_command(Service& service, const http::ExchangePtr& exchange, engine::Command command,
                  std::string message_id) {
    const auto caller = service.door.caller(exchange->request());
    if (!caller) return respond(exchange, make_problem(401, "not_signed_in", "Who are you?"));
    auto message = message_of(exchange->request(), *caller, std::move(command));
    message.envelope.message_id = std::move(message_id);
    hand_in(service, exchange, std::move(message));
}

} // namespace truefill::server
