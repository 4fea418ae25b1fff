#include "api/commands/if_match.h"

#include "api/post_command.h"
#include "api/scope.h"
#include "base/json.h"

#include <charconv>
#include <memory>
#include <utility>

namespace truefill::api {
namespace {

struct Looked {
    Position position{};
    OrderId order;
    bool taken_before{};
    bool shown{}; ///< the sender may read the order; else only `may` answers him
};

/// The number of the order that the body names.
std::expected<std::string, Problem> order_of(const http::Request& request) {
    json::Document document;
    const auto body = document.parse(request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    if (const auto order = body->find("order").as_string()) return std::string{*order};
    return std::unexpected(make_problem(400, "if_match_unsupported",
                                        "If-Match is for commands about one order, with a member order"));
}

void answer_changed(const http::ExchangePtr& exchange, Position last) {
    auto response = response_of(make_problem(412, "changed_since",
                                             "The order has changed since you read it: its last record is " +
                                                 std::to_string(last) + ". Read it again and decide anew"),
                                exchange->request());
    response.headers.emplace_back("ETag", '"' + std::to_string(last) + '"');
    respond(exchange, std::move(response));
}

} // namespace

std::expected<Position, Problem> position_of_match(std::string_view value) {
    if (value == "*") return 0;
    if (value.starts_with("W/")) value.remove_prefix(2);
    Position position = 0;
    if (value.size() > 2 && value.front() == '"' && value.back() == '"') {
        const auto* end = value.data() + value.size() - 1;
        const auto [at, error] = std::from_chars(value.data() + 1, end, position);
        if (error == std::errc{} && at == end && position > 0) return position;
    }
    return std::unexpected(bad_parameter("If-Match", "it is one ETag of an order, such as \"17\", or *"));
}

void when_it_matches(Service& service, const http::ExchangePtr& exchange, CommandHandler handler) {
    const auto& request = exchange->request();
    const auto wanted = request.header("if-match");
    if (wanted.empty()) return handler(service, exchange);
    const auto seen = position_of_match(wanted);
    if (!seen) return respond(exchange, seen.error());
    const auto number = order_of(request);
    if (!number) return respond(exchange, number.error());
    const auto caller = service.door.ask(request);
    const auto id = message_id_of(request.header("idempotency-key"));
    if (!caller || !id) return handler(service, exchange); // it says what is missing
    if (*seen == 0) return handler(service, exchange);
    const auto key = engine::seen_key(caller->source, *id);
    const auto looked = std::make_shared<Looked>();
    service.loop.look(
        [looked, key, number = *number,
         reach = reach_of(service, *caller, "orders")](const engine::State& state) {
            looked->position = state.flow.position;
            looked->taken_before = state.flow.seen.find(key) != nullptr;
            looked->order = state.ledger.find_number(number);
            looked->shown = covers(reach, state, looked->order);
        },
        [&service, exchange, looked, seen = *seen, handler](std::optional<loop::Fault> fault) {
            if (fault) return respond(exchange, closed(*fault));
            if (!looked->shown)
                return service.clerks.give([&service, exchange, handler] { handler(service, exchange); });
            service.board.when(looked->position, [&service, exchange, looked, seen, handler](bool known) {
                if (!known)
                    return respond(exchange, busy("The lists are catching up; send it again in a moment"));
                const auto row = service.board.find(looked->order);
                const auto last = row ? row->shown.last_position : Position{};
                if (last > seen && !looked->taken_before) return answer_changed(exchange, last);
                service.clerks.give([&service, exchange, handler] { handler(service, exchange); });
            });
        });
}

} // namespace truefill::api
